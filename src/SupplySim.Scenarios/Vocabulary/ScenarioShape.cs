using System.Diagnostics.CodeAnalysis;
using SupplySim.Disruptions;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>The whole of a scenario file: the table from which everything else in the language is reached.</summary>
internal static class ScenarioShape
{
    private const string Version = "1";
    private const string GoalExample = "{that: hungry < 20 000, in: 90 %}";

    private static readonly Kind<string> LanguageVersion = new ValueKind<string>($"the language version, `{Version}`",
        (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string version) =>
        {
            version = c.Text.Trim();
            if (version == Version) return true;
            c.Report(DiagnosticCodes.Version, $"`{version}` is not a version of the language that can be read",
                $"write `supplysim: {Version}`");
            return false;
        }) { Words = [Version] };

    public static readonly Shape<Clock> Clock = new("a clock", _ => new() { Length = TimeSpan.FromDays(1) })
    {
        { c => c.Start, Kinds.Instant },
        { c => c.Length, Kinds.TimeAboveZero },
        { c => c.Zone, Kinds.Zone },
    };

    public static readonly Shape<Defaults> Defaults = new("defaults", _ => new())
    {
        { d => d.Loading, Kinds.Duration },
        { d => d.Unloading, Kinds.Duration },
        { d => d.Daylight, Kinds.Hours },
    };

    public static readonly Shape<Scenario> Scenario =
        new("a scenario", _ => new() { Title = "", Clock = new() { Length = TimeSpan.FromDays(1) } })
    {
        { "supplysim", LanguageVersion },
        { s => s.Title, Kinds.Text },
        { s => s.Summary, Kinds.Text },
        { s => s.Status, Kinds.Word<ScenarioStatus>() },
        { s => s.Sources, new ByNameKind<string>("sources by name", Kinds.Id, Kinds.Text) },
        { s => s.Clock, new BlockKind<Clock>(Clock) { Example = "{start: 2026-03-01T00:00+03:00, length: 60 d}" } },
        { s => s.Commodities,
            new SectionKind<Commodity>("commodities", MovementShapes.Commodities) { Example = "{unit: kg, per-person: 0.555 kg/d}" } },
        { s => s.Parties, new SectionKind<Party>("parties", MovementShapes.Parties) { Example = "{strength: 4 000}" } },
        { s => s.Defaults, new BlockKind<Defaults>(Defaults) },
        { s => s.Places, new SectionKind<Place>("places", PlaceShapes.Choose,
            PlaceShapes.Cases) { Example = "{kind: depot, stock: unlimited, loading: 30 min}" } },
        { s => s.Routes, new SectionKind<Route>("routes", MovementShapes.Routes, RouteKeys.Check)
        {
            IdIn = RouteKeys.Meant,
            Example = "{length: 80 km, speed: 40 km/h}",
        } },
        { s => s.Fleets,
            new SectionKind<Fleet>("fleets", MovementShapes.Fleets) { Example = "{traffic: aid, base: depot, count: 6, carries: 10 t}" } },
        { s => s.SupplyLines, new SectionKind<SupplyLine>("supply lines",
            MovementShapes.SupplyLines) { Example = "{from: depot, to: camp, by: trucks, when-below: 5 d, up-to: 8 d}" } },
        { s => s.Policies, new BlockKind<Policies>(PolicyShapes.Policies) },
        { s => s.Fronts, new SectionKind<Front>("fronts", ConflictShapes.Fronts) },
        { s => s.Displacements, new SectionKind<Displacement>("displacements", ConflictShapes.Displacements) },
        { s => s.Attacks, new BlockKind<AttackRules>(MovementShapes.Attacks) },
        { s => s.Crews, new ByNameKind<int>("how many crews there are, by name", Kinds.Id, Kinds.CountFromOne) },
        { s => s.Disruptions, new SectionKind<Disruption>("disruptions", DisruptionShapes.Choose,
            DisruptionShapes.Cases) { Example = "{close: bridge, at: day 20, for: 9 d}" } },
        { s => s.Parameters, new SectionKind<Parameter>("parameters", ExperimentShapes.Parameters) { Example = "{value: 4}" } },
        { s => s.Measures, new SectionKind<Measure>("measures",
            ExperimentShapes.Measures) { Example = "{of: camps, is: unmet person-days, commodity: food}" } },
        { s => s.AsOf, new SectionKind<KnownState>("states",
            ExperimentShapes.AsOf) { Example = "{at: day 0, of: camp, stock: 60 t, commodity: food}" } },
        { s => s.Observed, new SectionKind<Observation>("observations",
            ExperimentShapes.Observed) { Example = "{of: camp, at: day 20, stock: 60 t, commodity: food}" } },
        { s => s.Goals, new ListKind<Goal>("a list of goals",
            new BlockKind<Goal>(ExperimentShapes.Goal) { Example = GoalExample }) { Example = $"[{GoalExample}]" } },
        { s => s.Experiment, new BlockKind<ExperimentPlan>(ExperimentShapes.Experiment) },
    };
}
