using SupplySim.Quantities;

namespace SupplySim.Disruptions;

/// <summary>A disruption that comes and goes: when it begins and how long it lasts, whatever it does meanwhile.</summary>
/// <remarks>
/// Exactly one of <see cref="While"/>, <see cref="When"/>, <see cref="At"/> and <see cref="Every"/> says when it begins.
/// <see cref="While"/> ends it too; the others need <see cref="For"/>, or last to the end of the run.
/// </remarks>
/// <param name="Id">Unique among disruptions.</param>
public abstract partial record Occurrence(string Id) : Disruption(Id)
{
    /// <summary>It lasts as long as this is true.</summary>
    public Condition? While { get; init; }

    /// <summary>It begins each time this becomes true.</summary>
    public Condition? When { get; init; }

    /// <summary>It begins at this moment.</summary>
    public Moment? At { get; init; }

    /// <summary>[time] It begins this long after the start, and then after its last end.
    /// With <see cref="Chance"/>: after its last beginning, counted whether it happened or not.</summary>
    public Duration? Every { get; init; }

    /// <summary>[share] With <see cref="Every"/>: the chance that it happens each time, 0 to 1. Default 1.</summary>
    public double? Chance { get; init; }

    /// <summary>[time] How long it lasts. Default: to the end of the run.</summary>
    public Duration? For { get; init; }
}
