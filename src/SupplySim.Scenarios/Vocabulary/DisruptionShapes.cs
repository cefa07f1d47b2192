using SupplySim.Disruptions;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What can be said of disruptions. Which one it is follows from the key that says what it does.</summary>
internal static class DisruptionShapes
{
    // Of a closure from one day to another the second is often written behind `to`.
    private static readonly ListKind<string> Traffics = new("a list of kinds of traffic", Kinds.Id)
    {
        Meant = text => text.Length > 0 && char.IsAsciiDigit(text[0]) || text.StartsWith("day ", StringComparison.Ordinal)
            ? "`to` names kinds of traffic, such as `[aid]`; how long it lasts is said by `for: 9 d`"
            : null,
    };

    private static readonly Keys<Occurrence> Common = new()
    {
        { o => o.While, Kinds.Condition },
        { o => o.When, Kinds.Condition },
        { o => o.At, Kinds.Moment },
        { o => o.Every, Kinds.Duration },
        { o => o.From, Kinds.Moment },
        { o => o.Until, Kinds.Moment },
        { o => o.Chance, Kinds.Share },
        { o => o.For, Kinds.Duration },
        { o => o.Source, Kinds.Source },
    };

    public static readonly Shape<Repair> Repair = new("a repair", _ => new() { By = "", Takes = TimeSpan.FromDays(1) })
    {
        { r => r.By, Kinds.Id },
        { r => r.Takes, Kinds.Duration },
        { r => r.Priority, Kinds.Priority },
    };

    public static readonly Shape<ReopeningStep> ReopeningStep =
        new("a step of a reopening", _ => new() { Share = 0.5, For = TimeSpan.FromDays(1) })
    {
        { s => s.Share, Kinds.Share },
        { s => s.For, Kinds.Duration },
    };

    private static readonly Keys<Loss> CommonOfLosses = new()
    {
        { l => l.Cause, Kinds.Word<LossCause>() },
        { l => l.Repair, new BlockKind<Repair>(Repair) },
        Common,
    };

    public static readonly Shape<Closure> Closure = new("a closure", id => new(id) { Close = "" })
    {
        { c => c.Close, new TargetsKind("the id of a place or a route, or a list of them", Referent.Place, Referent.Route) },
        { c => c.To, Traffics },
        { c => c.Stops, new ListKind<SiteWork>("a list of what is stopped", Kinds.Word<SiteWork>()) },
        { c => c.EnRoute, Kinds.Word<EnRoute>() },
        { c => c.Queue, Kinds.Word<QueueRule>() },
        { c => c.Announced, Kinds.Time },
        { c => c.Reopens, new ListKind<ReopeningStep>("a list of steps", new BlockKind<ReopeningStep>(ReopeningStep)) },
        CommonOfLosses,
    };

    public static readonly Shape<Restriction> Restriction = new("a restriction", id => new(id) { Limit = "" })
    {
        { r => r.Limit, new TargetsKind("the id of a crossing or a route, or a list of them", Referent.Place, Referent.Route) },
        { r => r.Lanes, Kinds.ShareDrawn },
        { r => r.Speed, Kinds.ShareDrawn },
        { r => r.WeightLimit, Kinds.Mass },
        CommonOfLosses,
    };

    public static readonly Shape<Slowdown> Slowdown = new("a slowdown", id => new(id) { Slow = "" })
    {
        { s => s.Slow, Kinds.Ref("the id of a crossing or a fleet", Referent.Place, Referent.Fleet) },
        { s => s.Inspection, Kinds.FactorDrawn },
        { s => s.Go, Kinds.ShareDrawn },
        Common,
    };

    public static readonly Shape<Grounding> Grounding = new("a grounding", id => new(id) { Ground = "" })
    {
        { g => g.Ground, Kinds.Ref("the id of a fleet or of a place with an airfield", Referent.Fleet, Referent.Place) },
        { g => g.To, Traffics },
        { g => g.EnRoute, Kinds.Word(EnRoute.Complete, EnRoute.TurnBack, EnRoute.Divert) },
        Common,
    };

    public static readonly Shape<Opening> Opening = new("an opening", id => new(id) { Open = "" })
    {
        { o => o.Open, Kinds.Place },
        { o => o.Hours, Kinds.Hours },
        { o => o.To, Traffics },
        Common,
    };

    public static readonly Shape<Rumour> Rumour = new("a false report", id => new(id) { Report = "", Says = Said.Open })
    {
        { r => r.Report, new TargetsKind("the id of a crossing or a route, or a list of them", Referent.Place, Referent.Route) },
        { r => r.Says, Kinds.Word<Said>() },
        { r => r.To, Traffics },
        Common,
    };

    public static readonly Shape<Destruction> Destruction = new("a destruction", id => new(id) { Hit = "", Destroys = (Portion)0.5 })
    {
        { d => d.Hit, new TargetsKind("the id of a depot, town, camp or force, or a list of them", Referent.Place) },
        { d => d.Destroys, new EachKind<Portion>(Kinds.Ref("the id of a commodity", Referent.Commodity), Kinds.Portion) },
        Common,
    };

    private static readonly (string Key, string Does, IShape Shape)[] ByKey =
    [
        ("close", "shuts a place or a road", Closure), ("limit", "leaves some lanes, speed or weight", Restriction),
        ("slow", "makes inspections longer, or lets fewer set out", Slowdown), ("ground", "keeps aircraft down", Grounding),
        ("open", "gives hours", Opening), ("report", "misleads who plans", Rumour),
        ("hit", "destroys what lies there", Destruction),
    ];

    /// <summary>All shapes that a disruption can have, by the key that says what it does.</summary>
    public static IReadOnlyList<Form.Case> Cases => [.. ByKey.Select(k => new Form.Case(k.Key, null, k.Shape))];

    /// <summary>All shapes that a disruption can have.</summary>
    public static IEnumerable<IShape> All => ByKey.Select(k => k.Shape);

    /// <summary>The shape of a disruption by what it does. Null where it does nothing, or two things:
    /// reported.</summary>
    public static IShape? Choose(ScalarNode id, MappingNode block, BindingContext context)
    {
        var does = ByKey.Where(k => block[k.Key] is not null).ToList();
        if (does.Count == 1) return does[0].Shape;
        // What is misspelt is told where it is read.
        if (does.Count == 0 && block.Entries.Select(e => Similar.To(e.Key.Text, ByKey.Select(k => k.Key)))
            .FirstOrDefault(key => key is not null) is { } meant)
            return ByKey.First(k => k.Key == meant).Shape;
        if (does.Count == 0)
        {
            context.Diagnostics.Add(DiagnosticCodes.MissingKey, id.Span,
                $"the disruption `{id.Text}` does not say what it does",
                $"add one of {string.Join(", ", ByKey.Select(k => $"`{k.Key}:` ({k.Does})"))}");
            return null;
        }
        context.Diagnostics.Add(DiagnosticCodes.KeysExclude, block.Find(does[1].Key)!.Value.Key.Span,
            $"`{does[0].Key}` and `{does[1].Key}` cannot stand together",
            "make two disruptions of it, each with an id of its own");
        return null;
    }
}
