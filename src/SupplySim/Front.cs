using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A party's advance along places.</summary>
/// <remarks>
/// The head moves along straight legs. Within <see cref="Contact"/> of a crossing that the defender still holds, or of a force of its, it
/// stops: stand-off, resolved by whichever of <see cref="StandOff"/> comes first; a fight ends in capture or in the attacker
/// being repelled back to a stand-off; a ceasefire ends in a stand-off or is violated. Capture changes the holder, and
/// the head moves on to the next place, as it does at once where another front takes what it faces. A front without <see cref="Along"/> is
/// a distant one that only draws strength away. A force that is captured, or steps down, is out of action from then on: it uses nothing,
/// is sent nothing and is not ready at all; what is on its way there goes where the divert policy says, or back. With
/// <see cref="Script"/> nothing is drawn: what happened is told.
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

    /// <summary>The way it goes: points and places, at least two. It sets out from the first, which it does
    /// not take; of what it comes to later it takes what nobody holds in passing, a town, a camp or a depot too, each once,
    /// contests what the defender holds, crossings and forces, and takes nothing that the attacker or others hold.</summary>
    public ImmutableArray<Waypoint> Along { get; init; } = [];

    /// <summary>How fast the head moves; needed with <see cref="Along"/>.</summary>
    public Pace? Pace { get; init; }

    /// <summary>How near the head comes, on the leg that leads there, to what the other side holds before they face each other. Default
    /// 5 km.</summary>
    public Distance Contact { get; init; } = Distance.FromKilometres(5);

    /// <summary>What happens at first contact. Default: a stand-off.</summary>
    public FrontState OpensWith { get; init; } = FrontState.StandOff;

    /// <summary>How a stand-off ends; needed where the defender holds something on its way and there is no <see cref="Script"/>. Of what
    /// is changed in the
    /// middle of a stand-off the time is counted from then on, and of what is not it goes on.</summary>
    public StandOff? StandOff { get; init; }

    /// <summary>How the two sides negotiate. Default: they do not, but for what ends a stand-off.</summary>
    public Talks? Talks { get; init; }

    /// <summary>How long a ceasefire lasts; needed where a stand-off can end in one.</summary>
    public Ceasefire? Ceasefire { get; init; }

    /// <summary>How a fight goes; needed where there can be one.</summary>
    public Fight? Fight { get; init; }

    /// <summary>How the contest hangs on who is the stronger. Default: it does not, but that an attacker with less strength wins less
    /// often.</summary>
    public ForceRatio? ForceRatio { get; init; }

    /// <summary>A force of one of the two sides. How ready it is scales that side's strength at this front: with the attacker's the pace
    /// of the head too. Looked at every hour, at each change of state and when a fight ends; nothing once it was captured. Default:
    /// strength hangs on no supply.</summary>
    public PlaceId? ReadinessOf { get; init; }

    /// <summary>[share] Which party holds what is captured, each with its chance, drawn for each place; together 1. Whoever it is
    /// decides from then on whom it lets pass. Default: the attacker.</summary>
    public ByName<double> CapturedBy { get; init; } = ByName<double>.Empty;

    /// <summary>What becomes of what is found in a captured place.</summary>
    public OnCapture OnCapture { get; init; } = new();

    /// <summary>What routes and crossings near the head suffer. Default: nothing.</summary>
    public Influence? Influence { get; init; }

    /// <summary>What happens at stated instants, in order, in place of everything that would be drawn. Default: it is drawn.</summary>
    public ImmutableArray<ScriptStep> Script { get; init; } = [];

    /// <summary>Where a distant front is. It counts as a fight there while it lasts. Default: not said.</summary>
    public GeoPoint? At { get; init; }

    /// <summary>[time] How long a distant front lasts. Default: to the end.</summary>
    public Duration? Lasts { get; init; }

    /// <summary>[share] The attacker's strength that it takes from its other fronts while it lasts, 0 to below 1; a second one takes its
    /// share of what the first leaves. Their pace and odds are scaled by what is left. Default 0.</summary>
    public double Takes { get; init; }

    /// <summary>[vehicles] By fleet that goes by road: how many it takes away while it lasts, as they stand idle. Default: none.</summary>
    public ByName<int> TakesVehicles { get; init; } = ByName<int>.Empty;

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
