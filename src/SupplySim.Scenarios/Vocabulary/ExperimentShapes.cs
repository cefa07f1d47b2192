using System.Collections.Immutable;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What can be said of what is asked: parameters, measures, goals, the experiment.</summary>
internal static class ExperimentShapes
{
    private static readonly Kind<string> MeasureId = Kinds.Ref("the id of a measure", Referent.Measure);
    private static readonly Kind<string> ParameterId = Kinds.Ref("the id of a parameter", Referent.Parameter);
    private static readonly ListKind<string> Values = new("a list of values", new RawKind());

    private static readonly Kind<string> Measurable = Kinds.WordOrRef(
        "camps | forces | crossings, or the id of a place", ["camps", "forces", "crossings"], Referent.Place);

    private static readonly Kind<string> Closable =
        Kinds.Words("`places` or `routes`", ("places", "places"), ("routes", "routes"));

    public static readonly Shape<Parameter> Parameters = new("a parameter", id => new(id) { Value = "" })
    {
        { p => p.Value, new RawKind() },
        { p => p.From, Kinds.AnyNumber },
        { p => p.To, Kinds.AnyNumber },
    };

    public static readonly Shape<Measure> Measures =
        new("a measure", id => new(id) { Of = "camps", Is = MeasureKind.ConsumedPerNeed })
    {
        { m => m.Of, Measurable },
        { m => m.Is, Goals.Measured },
        { m => m.By, Kinds.Word<SeriesStep>() },
        { m => m.Commodity, Kinds.Ref("the id of a commodity", Referent.Commodity) },
        { m => m.After, Kinds.Condition },
        { m => m.Show, new ListKind<double>("a list of shares", Kinds.Share) },
    };

    public static readonly Shape<Goal> Goal = new("a goal", _ => new() { That = new("", Comparison.Above, 0, "") })
    {
        { g => g.That, Goals.Condition },
        { g => g.In, Kinds.Share },
    };

    public static readonly Shape<StopRule> StopWhen = new("a rule to stop", _ => new() { HalfWidth = 1, Of = "" })
    {
        { s => s.HalfWidth, Kinds.ShareAboveZero },
        { s => s.Of, MeasureId },
        { s => s.In, Kinds.Ref("the name of an alternative", Referent.Alternative) },
        { s => s.NeverBelow, Kinds.RealFromZero },
    };

    public static readonly Shape<RankPlan> Rank =
        new("a ranking", _ => new())
    {
        { r => r.What, new ListKind<string>("a list of `places` and `routes`", Closable) },
        { r => r.At, Kinds.Moment },
        { r => r.ShutFor, Kinds.TimeAboveZero },
        { r => r.By, MeasureId },
    };

    public static readonly Shape<ExperimentPlan> Experiment = new("an experiment", _ => new())
    {
        { e => e.Runs, Kinds.Runs },
        { e => e.Seed, Kinds.Seed },
        { e => e.StopWhen, new BlockKind<StopRule>(StopWhen) },
        { e => e.Compare, new AlternativesKind() },
        { e => e.Sweep, new ByNameKind<ImmutableArray<string>>("values to try, by parameter", ParameterId, Values) },
        { e => e.Rank, new BlockKind<RankPlan>(Rank) },
    };
}
