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
