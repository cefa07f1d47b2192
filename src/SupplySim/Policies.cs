using System.Collections.Immutable;
using SupplySim.Planning;

namespace SupplySim;

/// <summary>How those who plan decide.</summary>
public sealed record Policies
{
    /// <summary>What is done when the way is shut.</summary>
    public Reroute Reroute { get; init; } = new();

    /// <summary>How much those who plan know. Default: what they are told.</summary>
    public Knowledge Knowledge { get; init; }

    /// <summary>Which way is taken. Default: the fastest.</summary>
    public RoutingPolicy Routing { get; init; } = new Fastest();

    /// <summary>Where laden columns go that cannot get to where they are bound, cannot be unloaded or are
    /// not needed there. Default: they wait.</summary>
    public DivertPolicy Divert { get; init; } = new Hold();

    /// <summary>Whether columns that have been ordered set out towards what is shut. Default: they do.</summary>
    public DispatchPolicy Dispatch { get; init; } = new Go();

    /// <summary>Who gets what when there is not enough.</summary>
    public Share Share { get; init; } = new();

    /// <summary>Whether supply lines fly, beside what they say themselves. Default: as they say.</summary>
    public AirliftPolicy? Airlift { get; init; }

    /// <summary>To what lines raise their levels ahead of what is expected. Default: they do not.</summary>
    public PrepositionPolicy? Preposition { get; init; }

    /// <summary>When rations are cut: a rule, or a list of them. Each counts by itself; of a commodity that several cut, the least is given
    /// out. Default: never.</summary>
    public ImmutableArray<Ration> Ration { get; init; } = [];

    /// <summary>Whether crossings must report who waits there for any of them.</summary>
    internal bool LookAtQueues => Routing.LooksAtQueues || Divert.LooksAtQueues || Dispatch.LooksAtQueues || Share.By.LooksAtQueues
        || Airlift is { LooksAtQueues: true } || Preposition is { LooksAtQueues: true };

    /// <summary>Whether places must report their stock for any of them.</summary>
    internal bool LookAtStocks => Routing.LooksAtStocks || Divert.LooksAtStocks || Dispatch.LooksAtStocks || Share.By.LooksAtStocks
        || Airlift is { LooksAtStocks: true } || Preposition is { LooksAtStocks: true };
}

/// <summary>How much those who plan know of what is shut.</summary>
public enum Knowledge
{
    /// <summary>What they are told: late by <see cref="Reroute.LearnsAfter"/>, and false where a disruption misleads them.</summary>
    Reported,

    /// <summary>How everything stands at every instant, but not what will be. What better reports would be
    /// worth is the difference.</summary>
    Perfect,
}

/// <summary>What is done when the way is shut.</summary>
public sealed record Reroute
{
    /// <summary>[times the fastest way] A longer detour is not taken; at least 1. Default 3.</summary>
    public double Longest { get; init; } = 3;

    /// <summary>[time] How long after a change those who plan learn of it. Default: at once.</summary>
    public TimeSpan LearnsAfter { get; init; } = TimeSpan.Zero;
}

/// <summary>Who gets what when there is not enough: vehicles for what waits, and goods for what is ordered
/// at one instant from where less lies.</summary>
public sealed record Share
{
    /// <summary>The rule: whoever ordered first; the line with the smallest <see cref="SupplyLine.Priority"/>; in proportion, so that what
    /// was given follows what was asked for; or who has least days of supply, with what is on the way. Default: what was given follows the
    /// number of people behind each destination.</summary>
    public AllocationPolicy By { get; init; } = AllocationPolicy.People;
}

/// <summary>When rations are cut, judged camp by camp.</summary>
public sealed record Ration
{
    /// <summary>Cut from when this becomes true at the camp. No default.</summary>
    public required Condition When { get; init; }

    /// <summary>[share] What is still given out, 0 to 1: of everything, or by commodity, as <c>{food: 50
    /// %}</c>, and of what is not named all. No default.</summary>
    public required Each<double> To { get; init; }

    /// <summary>Full rations again from when this becomes true. Default: when <see cref="When"/> is false.</summary>
    public Condition? Until { get; init; }
}
