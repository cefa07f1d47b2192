using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Tests.Experiments;

/// <summary>The scenario of which it is asked what would help: nobody goes hungry in it until a test takes something away.</summary>
/// <remarks>
/// <code>
/// depot ---- 40 km, 1 h ---- gate ---- 40 km, 1 h ---- camp      10,000 people eat 10 t a day, one truck carries 10 t,
/// loading 30 min             inspection 10 min         unloading 30 min                     and all is sent that is needed
/// </code>
/// </remarks>
internal static class HelpsGate
{
    // Nothing lies in the camp at the start: what lies there would always help, if only once.
    public static readonly Scenario Fed = new()
    {
        Title = "A gate",
        Clock = new Clock { Length = TimeSpan.FromDays(30) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Small.Minutes(30) },
            new Crossing("gate") { Name = "The gate", Lanes = 4, Inspection = Small.Minutes(10) },
            new Camp("camp") { People = 10_000, Docks = 10, Unloading = Small.Minutes(30) },
        ],
        Routes = [Small.Leg("depot", "gate", 40), Small.Leg("gate", "camp", 40)],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 20, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "camp",
            By = "trucks",
            WhenBelow = Supply.Days(4),
            UpTo = Supply.Days(5),
        }],
        Measures = [new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" },
            new Measure("met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed }],
    };

    public static Scenario Gate(this Scenario scenario, Func<Crossing, Crossing> change) =>
        scenario.With(change((Crossing)scenario["gate"]));

    public static Scenario Trucks(this Scenario scenario, Func<Fleet, Fleet> change) =>
        scenario with { Fleets = [change(scenario.Fleets[0]), .. scenario.Fleets.Skip(1)] };

    public static Scenario Road(this Scenario scenario, Func<SupplyLine, SupplyLine> change) =>
        scenario with { SupplyLines = [change(scenario.SupplyLines[0]), .. scenario.SupplyLines.Skip(1)] };

    public static HelpsResult Ask(this Scenario scenario, int runs = 2, int workers = 2) =>
        Experiment.Helps(scenario, options: new() { Runs = runs, Workers = workers });

    public static TriedRemedy Of(this HelpsResult result, string remedy) => result.Remedies.Single(one => one.Remedy.Id == remedy);

    public static string[] Helping(this HelpsResult result) =>
        [.. result.Remedies.Where(one => one.Verdict == HelpVerdict.Helps).Select(one => one.Remedy.Id)];
}
