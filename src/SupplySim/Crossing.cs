using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A place one passes: a bridge, a border post, a checkpoint.</summary>
/// <remarks>
/// A vehicle passes when the crossing is physically open, within opening hours at every control point, let through by
/// the holder of every control point, and cleared where clearance is asked; then it waits for a lane and is inspected.
/// Vehicles of all traffic wait in one queue for each direction, or one for both where lanes are shared.
/// </remarks>
/// <param name="Id">Unique among places.</param>
public sealed record Crossing(string Id) : Place(Id)
{
    /// <summary>The party that holds it, or the one that holds each control point. Default: nobody, and all may pass.</summary>
    public Each<string>? HeldBy { get; init; }

    /// <summary>Opening hours, or those of each control point; all must be open. Default: always.</summary>
    public Each<Hours> Hours { get; init; } = SupplySim.Quantities.Hours.Always;

    /// <summary>The IANA zone of the hours, or that of each control point. Default: the scenario's zone.</summary>
    public Each<string>? Zone { get; init; }

    /// <summary>[vehicles] How many are inspected at once: shared by both directions, or given for <c>in</c> and
    /// <c>out</c>. <c>in</c> is the way to the destination of a supply line, <c>out</c> the way back. At least 1.
    /// No default: it decides the result.</summary>
    public required Each<int> Lanes { get; init; }

    /// <summary>Gross mass of the heaviest vehicle that may pass. Default: none.</summary>
    public Mass? WeightLimit { get; init; }

    /// <summary>[time per vehicle] How long an inspection holds a lane, by traffic; <c>empty</c> counts for empty
    /// vehicles of any traffic (default: as laden). Traffic that passes without a time here is an error.</summary>
    public required Each<Duration> Inspection { get; init; }

    /// <summary>Whom each holder lets pass, by holder and traffic. A holder that is not listed lets everybody pass; traffic
    /// that a listed holder does not name does not pass.</summary>
    public ByName<ByName<Permission>> Passage { get; init; } = ByName<ByName<Permission>>.Empty;

    /// <summary>How clearance is obtained. Default: none is needed; needed where a holder asks for it.</summary>
    public Clearance? Clearance { get; init; }
}

/// <summary>What a holder says to a kind of traffic.</summary>
public enum Permission
{
    /// <summary>It does not pass.</summary>
    No,

    /// <summary>It passes.</summary>
    Yes,

    /// <summary>It passes once its clearance has been granted.</summary>
    WithClearance,
}

/// <summary>How a movement is cleared in advance with those who must know of it.</summary>
public sealed record Clearance
{
    /// <summary>Who must grant; all of them must. At least one.</summary>
    public required ImmutableArray<string> Channels { get; init; }

    /// <summary>[time] From asking to being granted, drawn for each channel. No default.</summary>
    public required Duration GrantedIn { get; init; }

    /// <summary>[time] How long a grant is good for, counted from the last channel's grant. No default.</summary>
    public required TimeSpan Valid { get; init; }

    /// <summary>While this holds no channel can be reached: grants are void and requests wait. Default: never.</summary>
    public Condition? DownWhile { get; init; }
}
