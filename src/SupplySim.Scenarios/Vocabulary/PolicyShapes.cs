namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What can be said of how those who plan decide.</summary>
internal static class PolicyShapes
{
    public static readonly Shape<Reroute> Reroute = new("rerouting", _ => new())
    {
        { r => r.Longest, Kinds.FactorFromOne },
        { r => r.LearnsAfter, Kinds.Time },
    };

    public static readonly Shape<Share> Share = new("sharing", _ => new())
    {
        { s => s.By, Kinds.Word<ShareRule>() },
    };

    public static readonly Shape<Ration> Ration =
        new("a ration", _ => new() { When = Condition.StockHere.IsBelow(TimeSpan.Zero), To = 1 })
    {
        { r => r.When, Kinds.ConditionHere },
        { r => r.To, Kinds.Share },
        { r => r.Until, Kinds.ConditionHere },
    };

    public static readonly Shape<Policies> Policies = new("the policies", _ => new())
    {
        { p => p.Reroute, new BlockKind<Reroute>(Reroute) },
        { p => p.Share, new BlockKind<Share>(Share) },
        { p => p.Ration, new BlockKind<Ration>(Ration) },
    };
}
