using SupplySim;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;

var depot = new Depot("depot") { Stock = Supply.Unlimited, Loading = TimeSpan.FromMinutes(30) };
var bridge = new Crossing("bridge") { Lanes = 1, Inspection = Duration.Triangular(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)) };
var camp = new Camp("camp") { People = 20_000, Stock = Supply.Days(6), WarnBelow = TimeSpan.FromDays(3), Unloading = TimeSpan.FromMinutes(45) };
var scenario = new Scenario
{
    Title = "One bridge",
    Clock = new() { Length = TimeSpan.FromDays(60) },
    Commodities = [new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)) }],
    Places = [depot, bridge, camp],
    Routes =
    [
        new(depot, bridge) { Length = Distance.FromKilometres(80), Speed = Speed.FromKilometresPerHour(40) },
        new(bridge, camp) { Length = Distance.FromKilometres(120), Speed = Speed.FromKilometresPerHour(40) },
    ],
    Fleets = [new("trucks") { Traffic = "aid", Base = "depot", Count = 6, Carries = Mass.FromTonnes(10) }],
    SupplyLines = [new("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(5), UpTo = Supply.Days(8) }],
    Disruptions = [new Closure("flood") { Close = "bridge", At = Moment.Day(20), For = Duration.Lognormal(TimeSpan.FromDays(9), TimeSpan.FromDays(5)) }],
    Measures = [new("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" }],
};
var fuller = scenario with { SupplyLines = [scenario.SupplyLines[0] with { WhenBelow = Supply.Days(12), UpTo = Supply.Days(15) }] };
var plan = new ExperimentPlan { Compare = [new("as-it-is", scenario), new("fuller-stores", fuller)] };
var result = Experiment.Run(scenario with { Experiment = plan }, new() { Runs = 200, Seed = 2017 });
foreach (var alternative in result.Alternatives) Console.WriteLine($"{alternative.Name}: {alternative.Measure("hungry")}");
