namespace SupplySim.Golden;

/// <summary>Holds the program to the tables that were worked out by hand, row by row.</summary>
public class CorridorTests
{
    private static readonly HandTables Hand = new(ExampleFolder.Readme("corridor-by-hand"));
    private static readonly IReadOnlyList<string[]> Outward = Hand["Outward: from the depot to the camp"];
    private static readonly IReadOnlyList<string[]> Back = Hand["Back: from the camp to the depot, empty"];

    private static readonly IReadOnlyList<string[]> Stock = Hand["The camp's stock"];

    [Fact]
    public void Every_order_goes_out_when_and_as_large_as_by_hand() =>
        CorridorRun.Whole.Orders().Should().Equal(Hand["Orders"].Select(row => Cells(row, 1, 3)));

    [Fact]
    public void Every_laden_truck_moves_as_by_hand() =>
        CorridorRun.Whole.Outward().Should().Equal(Outward.Select(row => Cells(row, 2, 5, 6, 11, 12, 15)));

    [Fact]
    public void Every_empty_truck_moves_as_by_hand() =>
        CorridorRun.Whole.Back().Should().Equal(Back.Select(row => Cells(row, 2, 3, 8, 9)));

    public static TheoryData<string> StockInstants() => [.. Stock.Select(row => row[0])];

    [Theory, MemberData(nameof(StockInstants))]
    public void The_camp_s_stock_is_as_by_hand_at(string instant)
    {
        var rows = Stock.TakeWhile(row => row[0] != instant).Append(Stock.Single(row => row[0] == instant)).ToArray();
        var result = CorridorRun.Until(HandTables.Time(instant)).Result;
        var food = result.Ledger.Single();
        food.Stock.Should().Be(HandTables.Grams(rows[^1][6]), "that is what lies there");
        food.Consumed.Should().Be(rows.Sum(row => HandTables.Grams(row[2])), "that is what has been eaten");
        result["hungry"].Should().BeApproximately(rows.Sum(row => HandTables.Grams(row[3])) / 600.0, 0.01, "600 g are a day's ration");
    }

    // Instants at which everybody who has ever joined the queue is through, so that all waiting so far is in whole rows.
    public static TheoryData<string> QuietInstants() =>
        [.. Crossings().Select(row => row.Passed).Where(passed => passed != "-" && IsQuiet(passed))];

    [Theory, MemberData(nameof(QuietInstants))]
    public void The_causes_of_all_waiting_are_as_by_hand_up_to(string instant)
    {
        var through = Crossings().Where(row => IsThrough(row, instant)).ToArray();
        var run = CorridorRun.Until(HandTables.Time(instant));
        run.Waited("physical").Should().Be(Sum(through, row => row.Physical));
        run.Waited("hours").Should().Be(Sum(through, row => row.Hours));
        run.Waited("lane").Should().Be(Sum(through, row => row.Lane));
        run.Result["passed"].Should().Be(through.Length);
    }

    [Fact]
    public void The_figures_that_come_out_are_as_by_hand()
    {
        var hand = Hand["What comes out"].ToDictionary(row => row[0], row => row[1]);
        var (run, result) = (CorridorRun.Whole, CorridorRun.Whole.Result);
        var food = result.Ledger.Single();
        food.Consumed.Should().Be(HandTables.Grams(hand["food eaten"]));
        result["need-met"].Should().BeApproximately(Quotient(hand["need met"]), 1e-12);
        result["hungry"].Should().BeApproximately(Quotient(hand["without food"]), 1e-9);
        result["sent", "camp"].Should().Be(HandTables.Grams(hand["ordered"]) / 1e6);
        result["delivered", "camp"].Should().Be(HandTables.Grams(hand["delivered"]) / 1e6);
        result["shut"].Should().Be(HandTables.Span(hand["crossing shut"]).TotalDays);
        result["passed"].Should().Be(Quotient(hand["vehicles passed"]));
        run.Waited("physical").Should().Be(HandTables.Span(hand["waiting, physical"]));
        run.Waited("hours").Should().Be(HandTables.Span(hand["waiting, hours"]));
        run.Waited("lane").Should().Be(HandTables.Span(hand["waiting, lane"]));
        result["crossing-wait"].Should().BeApproximately(Quotient(hand["mean wait"]), 1e-12);
    }

    private static string Cells(string[] row, params int[] columns) => string.Join(" | ", columns.Select(column => row[column]));

    private static bool IsQuiet(string instant) =>
        Crossings().All(row => IsThrough(row, instant) || HandTables.Time(row.Joined) > HandTables.Time(instant));

    private static bool IsThrough(Crossing row, string instant) =>
        row.Passed != "-" && HandTables.Time(row.Passed) <= HandTables.Time(instant);

    private static IEnumerable<Crossing> Crossings() => Outward
        .Select(row => new Crossing(row[6], row[7], row[8], row[9], row[11]))
        .Concat(Back.Select(row => new Crossing(row[3], row[4], row[5], row[6], row[8])));

    private static TimeSpan Sum(Crossing[] rows, Func<Crossing, string> cell) =>
        new(rows.Sum(row => HandTables.Span(cell(row)).Ticks));

    // `68,950 / 72,000`, the unit after it left out; or one number.
    private static double Quotient(string cell)
    {
        var parts = cell.Split(" / ").Select(part => (double)HandTables.Grams(part.Split(' ')[0]) / 1000).ToArray();
        return parts.Length == 1 ? parts[0] : parts[0] / parts[1];
    }

    private sealed record Crossing(string Joined, string Physical, string Hours, string Lane, string Passed);
}
