using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>What the aircraft of a fleet can do, by their type.</summary>
/// <remarks>
/// A flight takes the time that its distance takes at the fleet's speed, and <see cref="Taxi"/>. Cargo flies if its commodity can
/// fly at all, is no bulkier than the <see cref="Hold"/> takes and no heavier a piece than the <see cref="HeaviestPiece"/>, and if
/// its hazard, where it has one, is among the <see cref="Hazards"/>.
/// </remarks>
public sealed record Aircraft
{
    /// <summary>What they carry by the distance between two refuellings: that of the flight, or there and back where only one of its
    /// two airfields has <see cref="Airfield.Fuel"/>. Straight in between; nothing beyond the farthest.
    /// Default: what the fleet carries, however far.</summary>
    public PayloadRange? PayloadRange { get; init; }

    /// <summary>The length of runway that they need, laden. Default: what the type needs; of no type, not
    /// said, and they land at any airfield.</summary>
    public Distance? Runway { get; init; }

    /// <summary>[time per flight] For taxiing, climb and approach, on top of the distance at the fleet's speed. Default: none.</summary>
    public TimeSpan Taxi { get; init; } = TimeSpan.Zero;

    /// <summary>[time] From landing to being ready to take off again. Default: what the type takes; of no
    /// type, what the airfield says.</summary>
    public Duration? GroundTime { get; init; }

    /// <summary>What they burn in the air, of whatever they are refuelled with. At an airfield with <see cref="Airfield.Fuel"/> a
    /// flight takes what it needs to the next one: to its destination, or there and back. Default: none is counted.</summary>
    public Rate? Burns { get; init; }

    /// <summary>The bulkiest cargo that goes in. Default: what the type takes; of no type, what fits on a pallet.</summary>
    public CargoSize? Hold { get; init; }

    /// <summary>The heaviest single piece that floor and ramp take, above zero. Default: whatever the payload allows.</summary>
    public Mass? HeaviestPiece { get; init; }

    /// <summary>The hazards that they may carry, as commodities name them. Default: none.</summary>
    public ImmutableArray<string> Hazards { get; init; } = [];

    private static readonly Aircraft Unsaid = new();

    /// <summary>Why aircraft of a fleet cannot carry a commodity, in words; null where they can. Its mass apart.</summary>
    internal static string? WhyNot(Fleet fleet, Commodity commodity)
    {
        var aircraft = fleet.Aircraft ?? Unsaid;
        if (!commodity.CanFly) return "it cannot fly";
        var hold = aircraft.Hold ?? CargoSize.Bulk;
        if (commodity.Size > hold) return $"it is {Word(commodity.Size)}, and the hold of '{fleet.Id}' takes {Word(hold)} cargo";
        if (aircraft.HeaviestPiece is { } most && commodity is { Unit: QuantityUnit.Piece, Weight: { } one } && one > most)
            return $"one piece of {one} is above the {most} that '{fleet.Id}' take as one";
        return commodity.Hazard is { } hazard && !aircraft.Hazards.Contains(hazard)
            ? $"it is {hazard}, which is not among the hazards of '{fleet.Id}'"
            : null;
    }

    private static string Word(CargoSize size) => size.ToString().ToLowerInvariant();
}

/// <summary>How bulky cargo is, in the three classes by which military airlift is planned, each containing those before it.</summary>
/// <remarks>A class rather than three lengths: whether a box goes through a door depends on how it is turned and on the slope of
/// the ramp, and of most goods nobody knows the lengths, but everybody who loads them knows the class.</remarks>
public enum CargoSize
{
    /// <summary>On a pallet, 2.2 m by 2.7 m: sacks, cartons, drums.</summary>
    Bulk,

    /// <summary>Longer, wider or higher than a pallet: trucks, most generators, light armour.</summary>
    Oversize,

    /// <summary>Too large for a medium aircraft: tanks, bridges, heavy engineering plant.</summary>
    Outsize,
}
