using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>One thing that happens to a front at a stated instant.</summary>
public sealed record ScriptStep
{
    /// <summary>When; not before the step above it. No default.</summary>
    public required Moment At { get; init; }

    /// <summary>What happens. No default.</summary>
    public required ScriptAct Do { get; init; }

    /// <summary>With a step-down or a capture: the place that changes hands. Default: the next on the front's way that has not.</summary>
    public PlaceId? Place { get; init; }

    /// <summary>What was lost by then, and is counted at that instant: of one side or of both. Default: nothing is told.</summary>
    public ImmutableArray<ToldLosses> Lost { get; init; } = [];
}

/// <summary>What one side lost, as it is told.</summary>
public sealed record ToldLosses
{
    /// <summary>The party that lost it: one of the front's two sides. No default.</summary>
    public required string Of { get; init; }

    /// <summary>[pieces] By type of equipment; no more is lost than the party has, where it says. Default: none.</summary>
    public ByName<int> Pieces { get; init; } = ByName<int>.Empty;

    /// <summary>[pieces] By type of equipment, what the other side claims; it enters no book of what is there. Default: nothing.</summary>
    public ByName<int> Claimed { get; init; } = ByName<int>.Empty;

    /// <summary>[people] Killed and wounded, of a party with a <see cref="Party.Strength"/>. Default: none.</summary>
    public int People { get; init; }
}

/// <summary>What can happen to a front by its script.</summary>
public enum ScriptAct
{
    /// <summary>The head moves, as far as the contact with the next place that the defender holds.</summary>
    Advance,

    /// <summary>Both sides face each other where the head is.</summary>
    StandOff,

    /// <summary>The defender leaves a place, which falls to the attacker.</summary>
    StepDown,

    /// <summary>They fight.</summary>
    Fight,

    /// <summary>A place falls to the attacker; a fight is over, and both sides face each other.</summary>
    Capture,

    /// <summary>They have agreed not to fight.</summary>
    Ceasefire,

    /// <summary>The attacker gives up. Nothing follows.</summary>
    Withdrawal,
}
