using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Tests.Experiments;

/// <summary>The scenario that rankings are asked of, to be changed in one place by each test.</summary>
/// <remarks>
/// <code>
///               /- left  -\
/// depot - gate -           - camp     stub leads nowhere, far never opens
///               \- right -/
/// </code>
/// </remarks>
internal static class RankWays
{
    // One truck a crossing is enough: the camp eats a day in what one load brings.
    public static readonly Scenario Ways = new()
    {
        Title = "Ways",
        Clock = new Clock { Length = TimeSpan.FromDays(20) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Small.Minutes(30) },
            Crossing("gate"), Crossing("left"), Crossing("right"), Crossing("stub"),
            new Crossing("far") { Lanes = 1, Inspection = Small.Minutes(20), Hours = Hours.Never },
            new Town("inn"),
            new Camp("camp") { People = 10_000, Stock = Supply.Days(3), WarnBelow = TimeSpan.FromDays(1), Docks = 10,
                Unloading = Small.Minutes(30) },
        ],
        Routes =
        [
            Small.Leg("depot", "gate", 60), Small.Leg("gate", "left", 60), Small.Leg("gate", "right", 60), Small.Leg("left", "camp", 60),
            Small.Leg("right", "camp", 60),
            Small.Leg("gate", "stub", 10), Small.Leg("far", "camp", 10), Small.Leg("depot", "far", 10),
        ],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 4, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "camp",
            By = "trucks",
            WhenBelow = Supply.Days(3),
            UpTo = Supply.Days(4),
        }],
        Measures =
        [
            new Measure("met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed, By = SeriesStep.Day },
            new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays },
            new Measure("first") { Of = "camps", Is = MeasureKind.FirstTimeBelowWarning },
            new Measure("people") { Of = "camps", Is = MeasureKind.People },
        ],
    };

    public static readonly RankPlan Week = new() { ShutFor = TimeSpan.FromDays(7), At = Moment.Day(2) };

    // The gate is flooded at times, which a closure of a week neither draws nor shifts.
    public static Scenario Floods() => Ways with
    {
        Disruptions = [new Closure("flood")
        {
            Close = "gate",
            Every = Duration.Exponential(TimeSpan.FromDays(4)),
            For = Duration.Exponential(TimeSpan.FromDays(3)),
        }],
    };

    public static Scenario Store(Scenario scenario, int days) => scenario with
    {
        Places = [.. scenario.Places.Select(place => place is Camp camp ? camp with { Stock = Supply.Days(days) } : place)],
        SupplyLines = [.. scenario.SupplyLines.Select(line => line with { WhenBelow = Supply.Days(days), UpTo = Supply.Days(days + 1) })],
    };

    public static Scenario Compared(params (string Name, Scenario Scenario)[] alternatives) =>
        Ways with { Experiment = new() { Compare = [.. alternatives.Select(one => new Alternative(one.Name, one.Scenario))] } };

    public static ExperimentOptions InRuns(int runs) => new() { Runs = runs, Workers = 2 };

    private static Crossing Crossing(string id) => new(id) { Lanes = 1, Inspection = Small.Minutes(20) };

    public static RankedClosure Of(RankResult result, string target) => result.Closures.Single(one => one.Target == target);
}
