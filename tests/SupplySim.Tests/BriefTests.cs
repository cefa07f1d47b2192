using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Tests;

/// <summary>What a program prints that writes a record to the console: one line that says what is not as usual.</summary>
public sealed class BriefTests
{
    private static readonly Scenario Bridge = new()
    {
        Title = "One bridge",
        Clock = new() { Length = TimeSpan.FromDays(30) },
        Commodities = [new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Loading = TimeSpan.FromMinutes(30) },
            new Crossing("bridge") { Lanes = Each<int>.Of(("in", 1), ("out", 2)), Inspection = Duration.FromMinutes(12) },
            new Camp("camp") { People = 20_000, Stock = Supply.Days(6), WarnBelow = TimeSpan.FromDays(3),
                Unloading = TimeSpan.FromMinutes(45) },
        ],
        Routes = [new("depot", "bridge") { Length = Distance.FromKilometres(80), Speed = Speed.FromKilometresPerHour(40) },
            new("bridge", "camp") { Length = Distance.FromKilometres(120), Speed = Speed.FromKilometresPerHour(40) }],
        Fleets = [new("trucks") { Traffic = "aid", Base = "depot", Count = 6, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(5), UpTo = Supply.Days(8) }],
        Disruptions = [new Closure("flood") { Close = ["bridge", "depot - bridge"],
            When = Condition.Stock("camp").IsBelow(TimeSpan.FromDays(5)), For = Duration.FromDays(9), To = ["aid"] }],
        Measures = [new("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" }],
    };

    public static TheoryData<object, string> Records => new()
    {
        { Bridge, "One bridge: 30 d, 3 places, 2 routes, 1 fleet, 1 supply line, 1 disruption" },
        { Bridge.Places[0], "depot: {kind: depot, loading: 30 min, stock: unlimited}" },
        { Bridge.Places[1], "bridge: {kind: crossing, lanes: {in: 1, out: 2}, inspection: 12 min}" },
        { Bridge.Places[2], "camp: {kind: camp, people: 20000, warn-below: 3 d, unloading: 45 min, stock: 6 d}" },
        { Bridge.Routes[1], "bridge - camp: {length: 120 km, speed: 40 km/h}" },
        { Bridge.Fleets[0], "trucks: {traffic: aid, base: depot, count: 6, carries: 10 t}" },
        { Bridge.SupplyLines[0], "road: {from: depot, to: camp, by: trucks, when-below: 5 d, up-to: 8 d}" },
        { Bridge.Disruptions[0], "flood: {close: [bridge, depot - bridge], to: [aid], when: stock(camp) < 5 d, for: 9 d}" },
        { Bridge.Commodities[0], "food: {per-person: 0.555 kg/d}" },
        { Bridge.Measures[0], "hungry: {of: camps, is: unmet-person-days, commodity: food}" },
        { new Happening(SimTime.Start + TimeSpan.FromHours(50.51), HappeningKind.RanOut, "camp", "food"),
            "day 2 02:30 camp ran out: food" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_says_in_one_line_what_is_not_as_usual(object record, string text) => record.ToString().Should().Be(text);

    [Fact]
    public void Results_are_printed_by_their_measures()
    {
        var result = Experiment.Run(Bridge with { Experiment = new() { Compare = [new("as-it-is", Bridge), new("same", Bridge)] } },
            new() { Runs = 30, Seed = 1 });
        var hungry = result.Alternatives[0].Measure("hungry");
        result.ToString().Should().Be($"One bridge: 30 runs × 30 d, seed 1\nas-it-is:\n  {hungry}\nsame:\n  {hungry}");
        result.Comparisons[0].ToString().Should().Be("same against as-it-is, hungry food: 0 ± 0 person-day (95 %, n = 30)");
        Bridge.Run(seed: 1).ToString().Should().StartWith("run 0 of seed 1\n  hungry food: ").And.EndWith(" person-day").And
            .NotContain("ImmutableArray");
    }

    // A measure of one place has no line over all places: its own is the whole of it.
    [Fact]
    public void A_measure_of_one_place_is_printed_as_well()
    {
        var scenario = Bridge with { Measures = [Bridge.Measures[0] with { Of = "camp" }] };
        var result = Experiment.Run(scenario, new() { Runs = 30, Seed = 1 });
        result.ToString().Should().EndWith($":\n  {result.Alternatives[0].Measure("hungry", "camp")}");
        scenario.Run(seed: 1).ToString().Should().Contain("\n  hungry camp food: ");
    }

    [Theory]
    [InlineData(555, 1, "0.555 kg/d")]
    [InlineData(45_000_000, 1, "45 t/d")]
    [InlineData(2_000_000, 7, "2 t/week")]
    [InlineData(8_000, 10, "0.8 kg/d")]
    public void A_rate_is_written_as_a_file_has_it(long grams, int days, string text) =>
        new Rate(new Quantity(grams, QuantityUnit.Gram), TimeSpan.FromDays(days)).ToString().Should().Be(text);
}
