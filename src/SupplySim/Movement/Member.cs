using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>One vehicle of a column.</summary>
internal sealed class Member(Yard yard, int vehicle)
{
    public Yard Yard { get; } = yard;

    /// <summary>Its number in the fleet, from 0.</summary>
    public int Vehicle { get; } = vehicle;

    /// <summary>What it carries; null when it is empty, or an escort.</summary>
    public Load? Load
    {
        get => Yard.Aboard[Vehicle];
        set => Yard.Aboard[Vehicle] = value;
    }

    /// <summary>[g] What it weighs with that; 0 where nothing is known.</summary>
    public long Grams => Yard.Fleet.GramsWith(Load?.Mass ?? 0);

    /// <summary>What it carries, or is to be given.</summary>
    public Shipment Shipment => Yard.ShipmentOf(Vehicle);

    /// <summary>Its wait for the column to be complete and to go.</summary>
    public int Wait { get; set; }

    public bool IsLost { get; set; }

    /// <summary>How it is dealt with at the docks it has come to last.</summary>
    public Docking Docking { get; set; }

    /// <summary>Its wait to be let to a dock; below zero while it has none.</summary>
    public int DockWait { get; set; } = -1;

    /// <summary>Since when it waits for nothing but a dock, where it does.</summary>
    public SimTime DockSince { get; set; }
}

/// <summary>A vehicle at docks.</summary>
/// <param name="Time">How long it holds its dock.</param>
/// <param name="User">Who is told when that is over.</param>
internal readonly record struct Docking(TimeSpan Time, IDockUser User);
