using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>What routes and crossings near the head of a front suffer, as long as it is there and has not ended.</summary>
/// <remarks>
/// Of a crossing its point counts, of a route by road the nearest point of the great circle between its ends; of a route with one end of
/// which nobody says where it lies, the other end; what lies nowhere is out of reach. Air routes are left alone. The front is the cause of
/// what it shuts.
/// </remarks>
public sealed record Influence
{
    /// <summary>Where things are slower. Default: nowhere.</summary>
    public SlowZone? Restricted { get; init; }

    /// <summary>Where some traffic does not go, or columns are attacked. Default: nowhere.</summary>
    public ShutZone? UnderFire { get; init; }

    /// <summary>Where nobody goes. Default: nowhere.</summary>
    public ShutZone? Closed { get; init; }
}

/// <summary>A distance from the head of a front within which things are slower.</summary>
public sealed record SlowZone
{
    /// <summary>Nearer than this; above 0 km. No default.</summary>
    public required Distance Within { get; init; }

    /// <summary>[share] What is left of the speed of all vehicles on a route; above 0 to 1. Default 1: all of it.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>[times] Inspections that begin meanwhile at a crossing last this many times as long; above 0. Default: as long.</summary>
    public double Inspection { get; init; } = 1;

    /// <summary>Only while the front fights. Default: no.</summary>
    public bool OnlyFighting { get; init; }
}

/// <summary>A distance from the head of a front within which routes and crossings are shut, or routes are dangerous.</summary>
public sealed record ShutZone
{
    /// <summary>Nearer than this; above 0 km. No default.</summary>
    public required Distance Within { get; init; }

    /// <summary>Only for this traffic. Default: closed for all; under fire for none, where <see cref="Hazard"/> is needed then.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>[attacks per hour of driving] How often columns are attacked on the routes in it, beside what those say themselves; 0 to
    /// 1000. What an attack does is said by <see cref="Scenario.Attacks"/>. Default: never.</summary>
    public Rate? Hazard { get; init; }

    /// <summary>What happens to those in it. Default: they complete.</summary>
    public EnRoute EnRoute { get; init; }

    /// <summary>Only while the front fights. Default: no.</summary>
    public bool OnlyFighting { get; init; }
}
