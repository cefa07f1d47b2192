using SupplySim.Planning;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What can be said of how those who plan decide.</summary>
internal static class PolicyShapes
{
    private const string Rule = "rule";

    private static readonly ValueKind<string> RuleWord = Kinds.Text;

    public static readonly Shape<Reroute> Reroute = new("rerouting", _ => new())
    {
        { r => r.Longest, Kinds.FactorFromOne },
        { r => r.LearnsAfter, Kinds.Time },
    };

    public static readonly Shape<Fastest> Fastest = new("routing by the fastest way", _ => new()) { { Rule, RuleWord } };

    public static readonly Shape<Safest> Safest = new("routing by the safest way", _ => new())
    {
        { Rule, RuleWord },
        { s => s.PerAttack, Kinds.TimeAboveZero },
    };

    public static readonly Shape<WaitOrDetour> WaitOrDetour = new("routing that waits or goes round", _ => new())
    {
        { Rule, RuleWord },
        { w => w.Assume, Kinds.Time },
    };

    public static readonly Shape<Soonest> Soonest = new("routing that reckons with queues", _ => new())
    {
        { Rule, RuleWord },
        { s => s.Assume, Kinds.Time },
    };

    public static readonly RuleKind<RoutingPolicy> Routing = new("routing", Fastest, Safest, WaitOrDetour, Soonest);

    public static readonly Shape<Hold> Hold = new("diverting that holds", _ => new()) { { Rule, RuleWord } };

    public static readonly Shape<ToNeed> ToNeed = new("diverting to need", _ => new())
    {
        { Rule, RuleWord },
        { t => t.Patience, Kinds.Time },
    };

    public static readonly Shape<Return> Return = new("diverting that returns", _ => new()) { { Rule, RuleWord } };

    public static readonly RuleKind<DivertPolicy> Divert = new("diverting", Hold, ToNeed, Return);

    private static readonly Keys<DispatchPolicy> AnyDispatch = new() { { d => d.MinimumLoad, Kinds.Share } };

    public static readonly Shape<Go> Go = new("dispatch that always goes", _ => new()) { { Rule, RuleWord }, AnyDispatch };

    public static readonly Shape<StayAtBase> StayAtBase = new("dispatch that stays at the base", _ => new())
    {
        { Rule, RuleWord },
        AnyDispatch,
    };

    public static readonly Shape<StageAt> StageAt = new("dispatch that waits nearby", _ => new() { Place = "" })
    {
        { Rule, RuleWord },
        { s => s.Place, Kinds.Place },
        AnyDispatch,
    };

    public static readonly RuleKind<DispatchPolicy> Dispatch = new("dispatch", Go, StayAtBase, StageAt);

    public static readonly Shape<WhenCutOff> WhenCutOff = new("an airlift for those cut off", _ => new() { Below = TimeSpan.FromDays(1) })
    {
        { Rule, RuleWord },
        { w => w.Below, Kinds.TimeAboveZero },
        { w => w.Until, Kinds.TimeAboveZero },
    };

    public static readonly RuleKind<AirliftPolicy> Airlift = new("an airlift", WhenCutOff);

    public static readonly Shape<ByWarning> ByWarning =
        new("prepositioning by a warning", _ => new() { At = default, UpTo = TimeSpan.FromDays(1) })
    {
        { Rule, RuleWord },
        { b => b.At, Kinds.Moment },
        { b => b.For, Kinds.TimeAboveZero },
        { b => b.UpTo, Kinds.TimeAboveZero },
    };

    public static readonly RuleKind<PrepositionPolicy> Preposition = new("prepositioning", ByWarning);

    private static readonly Kind<AllocationPolicy> Allocation = Kinds.Words(
        "people | order | priority | proportional | days-of-supply",
        ("people", AllocationPolicy.People), ("order", AllocationPolicy.Order), ("priority", AllocationPolicy.Priority),
        ("proportional", AllocationPolicy.Proportional), ("days-of-supply", AllocationPolicy.DaysOfSupply));

    public static readonly Shape<Share> Share = new("sharing", _ => new())
    {
        { s => s.By, Allocation },
    };

    public static readonly Shape<Ration> Ration =
        new("a ration", _ => new() { When = Condition.StockHere.IsBelow(TimeSpan.Zero), To = 1 })
    {
        { r => r.When, Kinds.ConditionHere },
        { r => r.To, new EachKind<double>(Kinds.Ref("the id of a commodity", Referent.Commodity), Kinds.Share) },
        { r => r.Until, Kinds.ConditionHere },
    };

    public static readonly Shape<Policies> Policies = new("the policies", _ => new())
    {
        { p => p.Reroute, new BlockKind<Reroute>(Reroute) },
        { p => p.Knowledge, Kinds.Word<Knowledge>() },
        { p => p.Routing, Routing },
        { p => p.Divert, Divert },
        { p => p.Dispatch, Dispatch },
        { p => p.Airlift, Airlift },
        { p => p.Preposition, Preposition },
        { p => p.Share, new BlockKind<Share>(Share) },
        { p => p.Ration, new OneOrListKind<Ration>(new BlockKind<Ration>(Ration)) },
    };
}
