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

    /// <summary>When it was ready to go.</summary>
    public SimTime LadenAt { get; set; }

    public bool IsLost { get; set; }

    /// <summary>It has waited for the others from when it was ready until now.</summary>
    public void ChargeGathering(World world, int place)
    {
        world.Delays.Charge(place, WaitCause.Fleet, world.Now - LadenAt);
        world.Delays.Close(place, LadenAt, world.Now);
    }
}
