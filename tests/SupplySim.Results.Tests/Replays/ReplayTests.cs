using System.Globalization;
using System.Text.Json;
using CsCheck;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Maps;
using SupplySim.Results.Replays;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Replays;

/// <summary>What the page's script reads is what the run was.</summary>
public sealed class ReplayTests
{
    private static readonly AlternativeResult Alternative = SmallExperiment.Result.Alternatives[0];
    private static readonly ReplayScript Script = new();

    [Fact]
    public void Numbers_come_back_as_they_were() => Gen.Long[0, 1L << 50].Array[0, 40].Sample(numbers =>
    {
        var text = new NumberText();
        text.Add(numbers);
        Script.Json($"numbersOf('{text}')").Should().Be(JsonSerializer.Serialize(numbers));
    }, iter: 100, threads: 1);

    // By hand: at 8:00 twenty laden vehicles set out on the first route, for four hours.
    [Fact]
    public void Trips_come_back_by_the_minute()
    {
        var replay = Replayed(Alternative);
        var rows = JsonSerializer.Deserialize<long[][]>(Script.Json($"rowsOf('{replay.TripText()}', 6)"))!;
        rows.Should().HaveCount(4);
        rows[0].Should().Equal(8 * 60, 4 * 60, 0, 41, 0, 0);
        rows[3].Should().Equal(32 * 60, 4 * 60, 7, 40, 0, 0);
    }

    [Fact]
    public void Stays_begin_in_order_and_last_as_long_as_they_did()
    {
        var told = Alternative with { Shown = Alternative.Shown with
        {
            Stays = [new(Place("new-bridge"), At(9), At(11), 7, 0), new(Place("old-bridge"), At(2), At(30), 12, 0)],
        } };
        Script.Json($"rowsOf('{Replayed(told).StayText()}', 4)").Should()
            .Be($"[[120,1680,{Place("old-bridge")},12],[540,120,{Place("new-bridge")},7]]");
    }

    // Shut on day 6 at 5:00 while the front fights, fallen on day 15, open again on day 27.
    [Theory]
    [InlineData(6, 4, false, false, false)]
    [InlineData(6, 6, true, false, true)]
    [InlineData(16, 0, true, true, true)]
    [InlineData(28, 0, false, true, true)]
    public void A_crossing_is_shut_and_falls_when_it_did(int day, int hour, bool isShut, bool hasFallen, bool fights)
    {
        var state = $"stateAt(rowsOf('{Replayed(Alternative).ChangeText()}', 3), {day * 1440 + hour * 60})";
        var bridge = Place("old-bridge");
        Script.Json($"{state}.shut.has({bridge})").Should().Be(Json(isShut));
        Script.Json($"{state}.fallen.has({bridge})").Should().Be(Json(hasFallen));
        Script.Json($"{state}.fights.has(0)").Should().Be(Json(fights));
    }

    [Fact]
    public void Days_of_supply_come_back_in_tenths()
    {
        var layout = Alternative.Layout;
        var column = layout.Series.First(series => series.Place == "cedar"
            && Alternative.Scenario.Measures.Any(measure => measure.Id == series.Measure && measure.Is == MeasureKind.StockPerNeed));
        var values = new double[layout.Series.Length * layout.Days];
        Array.Fill(values, double.NaN);
        (values[layout.Series.IndexOf(column) * layout.Days], values[layout.Series.IndexOf(column) * layout.Days + 1]) = (12.34, 0);
        var told = Alternative with { Shown = Alternative.Shown with { Series = [.. values] } };
        Script.Json($"suppliesOf('{Replayed(told).SupplyText()}', {layout.Days}).find(one => one.place === {Place("cedar")}).days.slice(0, "
            + $"3)").Should().Be("[12.3,0,null]");
    }

    // At the ends of days 0, 1 and 2: ten, four, nothing known, then again.
    [Theory]
    [InlineData(0, "10")]
    [InlineData(1440, "10")]
    [InlineData(2160, "7")]
    [InlineData(2879, "4.00")]
    [InlineData(3000, "null")]
    [InlineData(5000, "6")]
    [InlineData(99999, "6")]
    public void Between_the_ends_of_days_supply_goes_evenly(int minute, string left) =>
        Script.Json($"supplyAt([10, 4, null, 6], {minute})").Should().StartWith(left);

    // On day 12 the camp runs out of food, of which its gauge tells; of what it does not tell nothing is said.
    [Fact]
    public void Who_has_run_out_is_known_at_once()
    {
        var scenario = Alternative.Scenario;
        var food = scenario.Commodities.ToList().FindIndex(commodity => commodity.Id == "food");
        var state = $"stateAt(rowsOf('{Replayed(Alternative).ChangeText()}', 3), ";
        Script.Json($"[...{state}{12 * 1440 - 1}).out]").Should().Be("[]");
        Script.Json($"[...{state}{12 * 1440}).out]").Should().Be($"[{Place("cedar") * scenario.Commodities.Length + food}]");
    }

    [Fact]
    public void A_place_has_one_gauge_however_many_measures_tell_of_it()
    {
        var measure = Alternative.Scenario.Measures.First(one => one.Is == MeasureKind.StockPerNeed);
        var layout = Alternative.Layout;
        var twice = layout with
        {
            Series = [.. layout.Series.Where(one => one.Measure == measure.Id).Select(one => one with { Commodity = "food" }),
                .. layout.Series],
        };
        var told = Alternative with { Shown = Alternative.Shown with { Layout = twice,
            Series = [.. new double[twice.Series.Length * twice.Days]] } };
        var supplies = Replayed(told).Supplies;
        supplies.Select(one => one.Place).Should().OnlyHaveUniqueItems().And.HaveCount(Replayed(Alternative).Supplies.Length);
        supplies.Should().OnlyContain(one => twice.Series[one.Series].Commodity == null);
    }

    // It stands at the first bridge until 2:00, is half way to the second at 3:00 and gone at 5:00.
    [Fact]
    public void A_head_goes_evenly_from_point_to_point()
    {
        var (from, to) = (Point("old-bridge"), Point("new-bridge"));
        var told = Alternative with { Shown =
            Alternative.Shown with { Heads = [new(0, At(1), from), new(0, At(2), from), new(0, At(4), to), new(0, At(5), null)] } };
        var frame = new NetworkMap(told).Frame(NetworkMap.Width);
        var (a, b) = (frame.Place(from), frame.Place(to));
        var way = $"headsOf('{Replayed(told).HeadText(frame)}')[0]";
        Script.Json($"headAt({way}, 30)").Should().Be("null");
        Spot($"headAt({way}, 90)").To(a).Should().BeLessThan(0.1);
        Spot($"headAt({way}, 180)").To(new((a.X + b.X) / 2, (a.Y + b.Y) / 2)).Should().BeLessThan(0.1);
        Spot($"headAt({way}, 270)").To(b).Should().BeLessThan(0.1);
        Script.Json($"headAt({way}, 301)").Should().Be("null");
    }

    // Against looking at all of them.
    [Fact]
    public void What_is_under_way_is_found() => Gen.Select(Gen.Int[0, 500], Gen.Int[1, 90]).Array[0, 30]
        .SelectMany(rows => Gen.Int[0, 600].Select(minute => (rows, minute))).Sample((rows, minute) =>
    {
        var sorted = rows.OrderBy(row => row.Item1).ToArray();
        var text = "[" + string.Join(',', sorted.Select(row => $"[{row.Item1},{row.Item2}]")) + "]";
        var found = JsonSerializer.Deserialize<int[][]>(Script.Json($"underWay({text}, longestOf({text}), {minute})"))!;
        found.Select(row => (row[0], row[1])).Reverse().Should()
            .Equal(sorted.Where(row => row.Item1 <= minute && minute < row.Item1 + row.Item2));
    }, iter: 200, threads: 1);

    [Fact]
    public void What_does_not_fit_is_left_out_empty_ones_first()
    {
        var laden = Enumerable.Range(0, 16_000)
            .Select(minute => new Trip(0, true, At(0) + TimeSpan.FromMinutes(minute), At(2) + TimeSpan.FromMinutes(minute), 1, 0, true));
        Trip[] both = [.. laden.SelectMany(trip => new[] { trip, trip with { Laden = false } })];
        Replay Of(IEnumerable<Trip> trips) => Replayed(Alternative with { Shown = Alternative.Shown with { Trips = [.. trips] } });
        Of(both).Trips.Should().HaveCount(16_000).And.OnlyContain(trip => trip.Laden);
        Of(both).LeftOut.Should().Be(16_000);
        Of(both.Concat(both)).Trips.Should().HaveCount(16_000);
        Of(both[..100]).LeftOut.Should().Be(0);
    }

    [Fact]
    public void The_close_up_shows_a_spot_where_it_lies()
    {
        var map = new NetworkMap(Alternative);
        var against = System.Text.RegularExpressions.Regex.Match(map.Draw("narrow", 400, "").Text,
            "data-against=\"([^\"]+)\"").Groups[1].Value.Split(' ')
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        foreach (var place in map.Places)
        {
            var (wide, narrow) = (map.Frame(NetworkMap.Width).Place(place.At!.Value), map.Frame(400).Place(place.At!.Value));
            new Spot(against[0] + against[1] * wide.X, against[2] + against[3] * wide.Y).To(narrow).Should().BeLessThan(0.5);
        }
    }

    private static Replay Replayed(AlternativeResult result) => new(result, new NetworkMap(result));

    private static int Place(string id) => Alternative.Scenario.Places.ToList().FindIndex(place => place.Id == id);

    private static GeoPoint Point(string id) => Alternative.Scenario[id].At!.Value;

    private static SimTime At(int hour) => SimTime.Start + TimeSpan.FromHours(hour);

    private static string Json(bool value) => value ? "true" : "false";

    private static Spot Spot(string expression)
    {
        using var json = JsonDocument.Parse(Script.Json(expression));
        return new(json.RootElement.GetProperty("x").GetDouble(), json.RootElement.GetProperty("y").GetDouble());
    }
}
