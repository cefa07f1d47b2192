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

    private static readonly Kind<string> LanguageVersion = new ValueKind<string>($"the language version, `{Version}`",
        (Cursor c, BindingContext _, [MaybeNullWhen(false)] out string version) =>
        {
            version = c.Text.Trim();
            if (version == Version) return true;
            c.Report(DiagnosticCodes.Version, $"`{version}` is not a version of the language that can be read",
                $"write `supplysim: {Version}`");
            return false;
        });

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
        { s => s.Clock, new BlockKind<Clock>(Clock) },
        { s => s.Commodities, new SectionKind<Commodity>("commodities", MovementShapes.Commodities) },
        { s => s.Parties, new SectionKind<Party>("parties", MovementShapes.Parties) },
        { s => s.Defaults, new BlockKind<Defaults>(Defaults) },
        { s => s.Places, new SectionKind<Place>("places", PlaceShapes.Choose) },
        { s => s.Routes, new SectionKind<Route>("routes", (_, _, _) => MovementShapes.Routes, RouteKeys.Check) { IdIn = RouteKeys.Meant } },
        { s => s.Fleets, new SectionKind<Fleet>("fleets", MovementShapes.Fleets) },
        { s => s.SupplyLines, new SectionKind<SupplyLine>("supply lines", MovementShapes.SupplyLines) },
        { s => s.Policies, new BlockKind<Policies>(PolicyShapes.Policies) },
        { s => s.Fronts, new SectionKind<Front>("fronts", ConflictShapes.Fronts) },
        { s => s.Displacements, new SectionKind<Displacement>("displacements", ConflictShapes.Displacements) },
        { s => s.Attacks, new BlockKind<AttackRules>(MovementShapes.Attacks) },
        { s => s.Crews, new ByNameKind<int>("how many crews there are, by name", Kinds.Id, Kinds.CountFromOne) },
        { s => s.Disruptions, new SectionKind<Disruption>("disruptions", DisruptionShapes.Choose) },
        { s => s.Parameters, new SectionKind<Parameter>("parameters", ExperimentShapes.Parameters) },
        { s => s.Measures, new SectionKind<Measure>("measures", ExperimentShapes.Measures) },
        { s => s.AsOf, new SectionKind<KnownState>("states", ExperimentShapes.AsOf) },
        { s => s.Observed, new SectionKind<Observation>("observations", ExperimentShapes.Observed) },
        { s => s.Goals, new ListKind<Goal>("a list of goals", new BlockKind<Goal>(ExperimentShapes.Goal)) },
        { s => s.Experiment, new BlockKind<ExperimentPlan>(ExperimentShapes.Experiment) },
    };
}
