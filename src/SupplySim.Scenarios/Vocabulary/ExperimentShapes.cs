using System.Collections.Immutable;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
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
        Kinds.Words("`places`, `routes` or `ends`", ("places", "places"), ("routes", "routes"), ("ends", "ends"));

    public static readonly Shape<Parameter> Parameters = new("a parameter", id => new(id) { Value = "" })
    {
        { p => p.Value, new RawKind() },
        { p => p.From, Kinds.AnyNumber },
        { p => p.To, Kinds.AnyNumber },
        { p => p.Source, Kinds.Source },
    };

    public static readonly Shape<Measure> Measures =
        new("a measure", id => new(id) { Of = "camps", Is = MeasureKind.ConsumedPerNeed })
    {
        { m => m.Of, Measurable },
        { m => m.Is, Goals.Measured },
        { m => m.By, Kinds.Word<SeriesStep>() },
        { m => m.Commodity, Kinds.Ref("the id of a commodity", Referent.Commodity) },
        { m => m.Traffic, Kinds.Id },
        { m => m.After, Kinds.Condition },
        { m => m.When, Kinds.ConditionHere },
        { m => m.Show, new ListKind<double>("a list of shares", Kinds.Share) },
    };

    private static readonly Kind<Quantity> SeenAmount = new ValueKind<Quantity>("an amount",
        (Cursor c, BindingContext _, out Quantity amount) =>
    {
        var read = Levels.ReadQuantity(c);
        amount = read ?? default;
        return read is not null;
    });

    public static readonly Shape<KnownState> AsOf = new("a state", id => new(id) { At = default })
    {
        { s => s.At, Kinds.Moment },
        { s => s.Of, Kinds.Place },
        { s => s.Stock, SeenAmount },
        { s => s.Commodity, Kinds.Ref("the id of a commodity", Referent.Commodity) },
        { s => s.People, Kinds.People },
        { s => s.HeldBy, Kinds.Ref("the id of a party", Referent.Party) },
        { s => s.ControlPoint, Kinds.Id },
        { s => s.Fleet, Kinds.Ref("the id of a fleet", Referent.Fleet) },
        { s => s.Vehicles, Kinds.Count },
        { s => s.Source, Kinds.Source },
    };

    public static readonly Shape<Observation> Observed = new("an observation", id => new(id) { Of = "", At = default })
    {
        { o => o.Of, Kinds.Place },
        { o => o.At, Kinds.Moment },
        { o => o.Since, Kinds.Moment },
        { o => o.Passed, Kinds.People },
        { o => o.Traffic, Kinds.Id },
        { o => o.Laden, Kinds.YesNo },
        { o => o.Delivered, SeenAmount },
        { o => o.Stock, SeenAmount },
        { o => o.Commodity, Kinds.Ref("the id of a commodity", Referent.Commodity) },
        { o => o.DaysOfSupply, Kinds.Time },
        { o => o.People, Kinds.People },
        { o => o.HeldBy, Kinds.Ref("the id of a party", Referent.Party) },
        { o => o.ControlPoint, Kinds.Id },
        { o => o.Shut, Kinds.YesNo },
        { o => o.Source, Kinds.Source },
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
