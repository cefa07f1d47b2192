using SupplySim;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

var depot = new Depot("depot") { Stock = Supply.Unlimited, Docks = 2, Loading = TimeSpan.FromMinutes(30) };
var bridge = new Crossing("bridge") { Lanes = 1, Inspection = Duration.FromMinutes(12) };
var north = new Camp("north")
{
    People = 20_000,
    Stock = Supply.Days(6),
    WarnBelow = TimeSpan.FromDays(3),
    Unloading = TimeSpan.FromMinutes(45),
};
var south = new Camp("south")
{
    People = 5_000,
    Stock = Supply.Days(6),
    WarnBelow = TimeSpan.FromDays(3),
    Unloading = TimeSpan.FromMinutes(45),
};
var scenario = new Scenario
{
    Title = "One bridge",
    Clock = new() { Length = TimeSpan.FromDays(60) },
    Commodities = [new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)) }],
    Places = [depot, bridge, north, south],
    Routes = [Road(depot, bridge, 80), Road(bridge, north, 120), Road(bridge, south, 60)],
    Fleets = [new("trucks") { Traffic = "aid", Base = "depot", Count = 3, Carries = Mass.FromTonnes(10) }],
    SupplyLines = [Line(north, orderBelow: 5), Line(south, orderBelow: 5)],
    Disruptions =
    [
        new Closure("flood") { Close = bridge, At = Moment.Day(20), For = Duration.Lognormal(TimeSpan.FromDays(7), TimeSpan.FromDays(4)) },
        new Slowdown("crowds") { Slow = "bridge", Inspection = 3, While = Condition.AnyCampStock.IsBelow(TimeSpan.FromDays(1)) },
        new WeeklyStrike("strike", bridge, Duration.Uniform(TimeSpan.FromHours(12), TimeSpan.FromHours(48))),
    ],
    Measures = [new("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" }],
};
var plan = new ExperimentPlan
{
    Compare =
    [
        new("as-it-is", scenario),
        new("big-first", scenario with { Policies = new() { Share = new() { By = new BigFirst() } } }),
        new("fuller-stores", scenario with { SupplyLines = [Line(north, orderBelow: 12), Line(south, orderBelow: 12)] }),
    ],
};
var result = Experiment.Run(scenario with { Experiment = plan }, new() { Runs = 200, Seed = 2017 });
Console.WriteLine(result);
foreach (var comparison in result.Comparisons) Console.WriteLine(comparison);
Console.WriteLine(result["as-it-is"].Why);

static Route Road(PlaceId from, PlaceId to, int km) =>
    new(from, to) { Length = Distance.FromKilometres(km), Speed = Speed.FromKilometresPerHour(40) };

static SupplyLine Line(Camp to, int orderBelow) =>
    new(to.Id) { From = "depot", To = to, By = "trucks", WhenBelow = Supply.Days(orderBelow), UpTo = Supply.Days(orderBelow + 3) };

/// <summary>Each week somebody strikes: a disruption of one's own is a record whose one method is a process of each run.</summary>
public sealed record WeeklyStrike(string Id, Targets At, Duration Lasts) : Disruption(Id)
{
    public override async Process Unfold(World world)
    {
        for (var week = 0; ; week++)
        {
            await world.Delay(TimeSpan.FromDays(7));
            using (world.Close(At, cause: Id)) await world.Delay(world.Sample(Lasts, $"strike/{Id}", week));
        }
    }
}

/// <summary>The next truck goes to the camp of most people: a policy of one's own is a record asked with what is known.</summary>
public sealed record BigFirst : AllocationPolicy
{
    public override double Rank(Situation situation, in Claim claim) => -claim.People;
}
