using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A party's advance along places.</summary>
/// <remarks>
/// The head moves along straight legs. Within <see cref="Contact"/> of a place that the defender still holds it stops:
/// stand-off, resolved by whichever of <see cref="StandOff"/> comes first; a fight ends in capture or in the attacker
/// being repelled back to a stand-off; a ceasefire ends in a stand-off or is violated. Capture changes the holder, and
/// the head moves on to the next place. A front without <see cref="Along"/> is a distant one that only draws strength away.
/// </remarks>
/// <param name="Id">Unique among fronts.</param>
public sealed record Front(string Id)
{
    /// <summary>The party that advances. No default.</summary>
    public required string Attacker { get; init; }

    /// <summary>The party that holds what lies ahead; needed with <see cref="Along"/>.</summary>
    public string? Defender { get; init; }

    /// <summary>When it sets out. No default.</summary>
    public required Moment Starts { get; init; }

    /// <summary>The way it goes: points and places, at least two.</summary>
    public ImmutableArray<Waypoint> Along { get; init; } = [];

    /// <summary>How fast the head moves; needed with <see cref="Along"/>.</summary>
    public Pace? Pace { get; init; }

    /// <summary>How near the head comes to what the other side holds before they face each other. Default 5 km.</summary>
    public Distance Contact { get; init; } = Distance.FromKilometres(5);

    /// <summary>What happens at first contact. Default: a stand-off.</summary>
    public FrontState OpensWith { get; init; } = FrontState.StandOff;

    /// <summary>How a stand-off ends; needed with <see cref="Along"/>.</summary>
    public StandOff? StandOff { get; init; }

    /// <summary>How long a ceasefire lasts; needed where a stand-off can end in one.</summary>
    public Ceasefire? Ceasefire { get; init; }

    /// <summary>How a fight goes; needed where there can be one.</summary>
    public Fight? Fight { get; init; }

    /// <summary>What becomes of what is found in a captured place.</summary>
    public OnCapture OnCapture { get; init; } = new();

    /// <summary>Where a distant front is. Default: not said.</summary>
    public GeoPoint? At { get; init; }

    /// <summary>[time] How long a distant front lasts. Default: to the end.</summary>
    public Duration? Lasts { get; init; }

    /// <summary>[share] The attacker's strength that it takes from its other fronts while it lasts, 0 to 1. Their pace and
    /// odds are scaled by what is left. Default 0.</summary>
    public double Takes { get; init; }

    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }
}

/// <summary>What a front is doing.</summary>
public enum FrontState
{
    /// <summary>It has not set out.</summary>
    Waiting,

    /// <summary>The head moves.</summary>
    Advance,

    /// <summary>Both sides face each other and wait.</summary>
    StandOff,

    /// <summary>The defender leaves without a fight.</summary>
    StepDown,

    /// <summary>They fight.</summary>
    Fight,

    /// <summary>They have agreed not to fight.</summary>
    Ceasefire,

    /// <summary>The attacker gives up.</summary>
    Withdrawal,

    /// <summary>There is nothing left to do.</summary>
    Ended,
}

/// <summary>A point on a front's way: a place, or a spot on the map.</summary>
/// <param name="Place">The place, or null for a spot.</param>
/// <param name="Point">The spot, or null for a place.</param>
public readonly record struct Waypoint(PlaceId? Place, GeoPoint? Point)
{
    /// <summary>A place.</summary>
    public static implicit operator Waypoint(string place) => new(place, null);

    /// <summary>A place.</summary>
    public static implicit operator Waypoint(Place place) => new(place.Id, null);

    /// <summary>A spot on the map.</summary>
    public static implicit operator Waypoint(GeoPoint point) => new(null, point);

    /// <summary>The place's id, or the spot.</summary>
    public override string ToString() => Place?.Value ?? Point?.ToString() ?? "";
}

/// <summary>How fast a front's head moves.</summary>
public sealed record Pace
{
    /// <summary>While nobody is in the way; above zero. No default.</summary>
    public required Speed Advance { get; init; }

    /// <summary>During a fight. Default: it stands.</summary>
    public Speed Fighting { get; init; }
}

/// <summary>How a stand-off ends: each is drawn, and whichever comes first happens.</summary>
public sealed record StandOff
{
    /// <summary>[time] Until the defender leaves. Default: never.</summary>
    public Duration? StepDown { get; init; }

    /// <summary>[time] Until a fight breaks out. Default: never.</summary>
    public Duration? Fight { get; init; }

    /// <summary>[time] Until a ceasefire is agreed. Default: never.</summary>
    public Duration? Ceasefire { get; init; }

    /// <summary>[time] Until the attacker gives up. Default: never.</summary>
    public Duration? Withdrawal { get; init; }
}

/// <summary>How a ceasefire goes.</summary>
public sealed record Ceasefire
{
    /// <summary>[time] No default.</summary>
    public required Duration Lasts { get; init; }

    /// <summary>[share] The chance that it ends in a fight, at a time spread evenly over its length, 0 to 1. Default 0.</summary>
    public double Violated { get; init; }
}

/// <summary>How a fight goes.</summary>
public sealed record Fight
{
    /// <summary>[time] No default.</summary>
    public required Duration Lasts { get; init; }

    /// <summary>[share] The chance that the place is captured at the end, 0 to 1. No default.</summary>
    public required double AttackerWins { get; init; }

    /// <summary>Equipment lost. Default: none is counted.</summary>
    public Losses? Losses { get; init; }
}

/// <summary>Equipment lost in a fight.</summary>
public sealed record Losses
{
    /// <summary>[per day of fighting] By type of equipment.</summary>
    public required ByName<double> PerDay { get; init; }

    /// <summary>The party that loses it. No default.</summary>
    public required string Of { get; init; }
}

/// <summary>What becomes of what is found in a captured place.</summary>
public sealed record OnCapture
{
    /// <summary>Default: they are released.</summary>
    public CapturedVehicles Vehicles { get; init; }

    /// <summary>Default: it stays.</summary>
    public CapturedStock Stock { get; init; }
}

/// <summary>What becomes of vehicles in a captured place.</summary>
public enum CapturedVehicles
{
    /// <summary>An inspection that has begun is finished; the rest keep their place in the queue.</summary>
    Release,

    /// <summary>An inspection that has begun is broken off; all keep their place until whoever holds it now lets them pass.</summary>
    Hold,

    /// <summary>All that are in it or wait there are lost, with what they carry.</summary>
    Seized,
}

/// <summary>What becomes of stock in a captured place.</summary>
public enum CapturedStock
{
    /// <summary>It stays.</summary>
    Kept,

    /// <summary>It is lost.</summary>
    Seized,
}
