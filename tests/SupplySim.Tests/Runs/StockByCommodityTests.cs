using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Runs;

/// <summary>Days of supply said of each commodity by itself, as reports from a camp say them.</summary>
/// <remarks>24,000 people eat a kilogram of food and ten grams of medicine a day: 24 t and 240 kg.</remarks>
public sealed class StockByCommodityTests
{
    private static readonly Scenario Camp = new()
    {
        Title = "A camp that nobody supplies",
        Clock = new Clock { Length = TimeSpan.FromDays(60) },
        Commodities =
        [
            new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) },
            new("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.01m)) },
        ],
        Places = [new Camp("camp") { People = 24_000 }],
    };

    [Fact]
    public void Each_lasts_as_long_as_it_says() =>
        RanOut(Supply.ByCommodity(("food", Supply.Days(15)), ("medicine", Supply.Days(10)))).Should().Equal(("medicine", 10), ("food", 15));

    [Fact]
    public void Days_of_one_may_stand_beside_an_amount_of_another() =>
        RanOut(Supply.ByCommodity(("food", Supply.Of(Quantity.Tonnes(48))), ("medicine", Supply.Days(10))))
            .Should().Equal(("food", 2), ("medicine", 10));

    [Fact]
    public void Of_what_it_does_not_name_there_is_nothing() =>
        RanOut(Supply.ByCommodity(("food", Supply.Days(15)))).Should().Equal(("medicine", 0), ("food", 15));

    // Each is drawn by itself: the one lies anywhere between its ends whatever the other does.
    [Fact]
    public void What_nobody_knows_of_each_is_drawn_by_itself()
    {
        var stock = Supply.ByCommodity(("food", Supply.Unknown(TimeSpan.FromDays(10), TimeSpan.FromDays(20))),
            ("medicine", Supply.Unknown(TimeSpan.FromDays(30), TimeSpan.FromDays(40))));
        var runs = Enumerable.Range(0, 200).Select(run => With(stock).Run(seed: 7, replication: run).Story
            .Where(one => one.Kind == HappeningKind.RanOut)
            .ToDictionary(one => one.Detail!, one => (one.At - default(Engine.SimTime)).TotalDays)).ToArray();

        runs.Should().OnlyContain(run => run["food"] >= 10 && run["food"] <= 20 && run["medicine"] >= 30 && run["medicine"] <= 40);
        runs.Average(run => run["food"]).Should().BeApproximately(15, 4 * 10 / Math.Sqrt(12 * 200));
        var together = runs.Average(run => (run["food"] - 15) * (run["medicine"] - 35)) / (100 / 12d);
        together.Should().BeInRange(-4 / Math.Sqrt(200), 4 / Math.Sqrt(200));
        stock.ToString().Should().Be("{food: unknown(10 d, 20 d), medicine: unknown(30 d, 40 d)}");
    }

    // By the hour it is seen that a level is passed: two days and an hour of food, thirteen and an hour of medicine.
    [Fact]
    public void A_line_may_order_each_by_days_of_its_own() =>
        Supplied(Supply.ByCommodity(("food", Supply.Days(4)), ("medicine", Supply.Days(7))),
                Supply.ByCommodity(("food", Supply.Days(6)), ("medicine", Supply.Days(20))))
            .Run(seed: 1).Story.Where(one => one.Kind == HappeningKind.Ordered)
            .GroupBy(one => one.Detail!.Contains("food", StringComparison.Ordinal) ? "food" : "medicine")
            .Select(orders => orders.First())
            .Select(one => (Math.Round((one.At - default(Engine.SimTime)).TotalDays, 6), Math.Round(Tonnes(one.Detail!), 3)))
            .Should().Equal((2.041667, 3.13), (5.041667, 49));

    [Theory]
    [InlineData(8, 6, true)]
    [InlineData(5, 5, false)]
    public void A_level_above_the_other_is_a_mistake(double below, double upTo, bool isMistake) =>
        Supplied(Supply.ByCommodity(("food", Supply.Days(below)), ("medicine", Supply.Days(3))),
                Supply.ByCommodity(("food", Supply.Days(upTo)), ("medicine", Supply.Days(9)))).Problems()
            .Any(one => one.Path == "supply-lines.road.when-below").Should().Be(isMistake);

    private static Scenario Supplied(Supply below, Supply upTo) => Camp with
    {
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 9, Loading = Minutes(30) },
            new Camp("camp") { People = 24_000, Stock = Supply.Days(9), Docks = 9, Unloading = Minutes(30) },
        ],
        Routes = [Leg("depot", "camp", 60)],
        Fleets = [new("trucks") { Traffic = "aid", Base = "depot", Count = 9, Carries = Mass.FromTonnes(24) }],
        SupplyLines =
        [
            new("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = below, UpTo = upTo, Review = TimeSpan.FromHours(1) },
        ],
    };

    private static double Tonnes(string detail) =>
        double.Parse(detail.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Twice_of_it_is_twice_of_each() =>
        SupplySim.Remedies.Twice.Of(Supply.ByCommodity(("food", Supply.Days(15)), ("medicine", Supply.Of(Quantity.Tonnes(2)))))
            .Should().Be(Supply.ByCommodity(("food", Supply.Days(30)), ("medicine", Supply.Of(Quantity.Tonnes(4)))));

    [Fact]
    public void Twice_of_what_nobody_knows_is_not_known_either()
    {
        var food = Supply.Unknown(TimeSpan.FromDays(10), TimeSpan.FromDays(20));
        var unknown = Supply.ByCommodity(("food", food), ("medicine", Supply.Days(3)));

        SupplySim.Remedies.Twice.Of(unknown).ToString().Should().Be("{food: unknown(20 d, 40 d), medicine: 6 d}");
        unknown.Should().NotBe(Supply.ByCommodity(("food", Supply.Days(15)), ("medicine", Supply.Days(3))), "15 days are its mean alone");
        Supply.ByCommodity(("food", Supply.Days(3))).Should().NotBe(Supply.ByCommodity(("food", Supply.Days(4))));
    }

    [Fact]
    public void What_is_no_level_of_one_commodity_is_refused() =>
        ((Action)(() => Supply.ByCommodity(("food", Supply.Unlimited)))).Should().Throw<ArgumentException>()
            .WithMessage("unlimited of 'food': write days of supply, or an amount*");

    private static Scenario With(Supply stock) => Camp with { Places = [new Camp("camp") { People = 24_000, Stock = stock }] };

    private static IEnumerable<(string, double)> RanOut(Supply stock) => With(stock).Run(seed: 1).Story
        .Where(one => one.Kind == HappeningKind.RanOut)
        .Select(one => (one.Detail!, Math.Round((one.At - default(Engine.SimTime)).TotalDays, 6)));
}
