// A policy of one's own is an immutable record with one method. This one serves the nearest camp that would soon run out,
// and is compared with two that are built in, on a case in which there are not enough trucks for three camps.
using System.Globalization;
using SupplySim;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;

var plan = new ExperimentPlan
{
    Compare = [new("by-people", Camps(AllocationPolicy.People)), new("by-days-of-supply", Camps(AllocationPolicy.DaysOfSupply)),
        new("nearest-in-need", Camps(new NearestInNeed(TimeSpan.FromDays(3))))],
};
var result = Experiment.Run(Camps(AllocationPolicy.People) with { Experiment = plan }, new() { Runs = 100, Seed = 2017 });
foreach (var alternative in result.Alternatives) Console.WriteLine($"{alternative.Name}: {alternative.Measure("hungry")}");
foreach (var one in result.Comparisons.Where(one => one.Column is { Place: null, Detail: null }).DistinctBy(one => one.Alternative))
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{one.Alternative} against {one.Baseline}, run by run: "
        + $"{one.Difference.Difference:F0} ± {one.Difference.HalfWidth:F0} person-day"));

// 30,000, 12,000 and 3,000 people; two trucks; a bridge that a flood shuts for some days.
static Scenario Camps(AllocationPolicy by) => new()
{
    Title = "Three camps behind one bridge",
    Clock = new() { Length = TimeSpan.FromDays(60) },
    Commodities = [new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)) }],
    Places =
    [
        new Depot("depot") { Stock = Supply.Unlimited, Docks = 4, Loading = TimeSpan.FromMinutes(40) },
        new Crossing("bridge") { Lanes = 1,
            Inspection = Duration.Triangular(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)) },
        Camp("near", 30_000, days: 12), Camp("middle", 12_000, days: 7), Camp("far", 3_000, days: 4),
    ],
    Routes = [Road("depot", "bridge", 120), Road("bridge", "near", 60), Road("near", "middle", 150), Road("middle", "far", 150)],
    Fleets = [new("trucks") { Traffic = "aid", Base = "depot", Count = 2, Carries = Mass.FromTonnes(10) }],
    SupplyLines = [Line("near"), Line("middle"), Line("far")],
    Disruptions = [new Closure("flood")
    {
        Close = "bridge",
        At = Moment.Day(10),
        For = Duration.Lognormal(TimeSpan.FromDays(9), TimeSpan.FromDays(4)),
    }],
    Policies = new() { Share = new() { By = by } },
    Measures = [new("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" }],
};

static Camp Camp(string id, int people, int days) =>
    new(id) { People = people, Stock = Supply.Days(days), Docks = 4, Unloading = TimeSpan.FromMinutes(45) };

static Route Road(string from, string to, int km) =>
    new(from, to) { Length = Distance.FromKilometres(km), Speed = Speed.FromKilometresPerHour(40) };

static SupplyLine Line(string to) =>
    new(to) { From = "depot", To = to, By = "trucks", WhenBelow = Supply.Days(14), UpTo = Supply.Days(18) };

/// <summary>Of those who would run out within some time the nearest goes first, for the truck is back soonest; the others wait.</summary>
/// <param name="Soon">[time] What counts as running out.</param>
internal sealed record NearestInNeed(TimeSpan Soon) : AllocationPolicy
{
    private static readonly string[] FromNearToFar = ["near", "middle", "far"];

    /// <inheritdoc/>
    public override double Rank(Situation situation, in Claim claim) =>
        situation.DaysCovered(claim.To) < Soon ? Array.IndexOf(FromNearToFar, claim.Line) : FromNearToFar.Length;
}
