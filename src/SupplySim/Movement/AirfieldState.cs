using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>One airfield during one run: its stands, loading crews, hours, ground times, fuel, and the landings it expects.</summary>
internal sealed class AirfieldState
{
    private readonly World _world;

    public AirfieldState(World world, Site site)
    {
        (_world, Airfield) = (world, site.Airfield!);
        Stands = new Resource(world.Simulation, Airfield.Parking);
        Hours = world.Catalogue.OpeningTimes(Airfield.Hours, world.Catalogue.Clock.Zone);
        GroundTime = [.. world.Catalogue.Fleets.Select(fleet =>
            world.Draw(fleet.Aircraft?.GroundTime ?? Airfield.GroundTime, $"ground/{site.Id}/{fleet.Id}"))];
        if (Airfield.Crews is { } crews) Crews = new Resource(world.Simulation, crews);
        if (Airfield.Holding > TimeSpan.Zero) Slots = new Slots(Airfield.Parking, Airfield.Crews ?? 0);
        if (Airfield.Fuel is { } fuel)
            Pump = new Pump(world, world.Catalogue.PlaceNumber(site.Id), world.Catalogue.CommodityNumber(fuel));
    }

    public Airfield Airfield { get; }

    public Resource Stands { get; }

    /// <summary>Whether who asks for a stand now has it at once.</summary>
    public bool HasStand => Stands.InUse < Stands.Capacity && Stands.QueueLength == 0;

    /// <summary>Null where cargo is handled within the ground time.</summary>
    public Resource? Crews { get; }

    /// <summary>Null where aircraft take off only when a stand is kept for them.</summary>
    public Slots? Slots { get; }

    public OpeningTimes Hours { get; }

    /// <summary>By fleet: what its type needs, or else what the airfield does.</summary>
    public Draw[] GroundTime { get; }

    /// <summary>[time] What is expected of <see cref="GroundTime"/>.</summary>
    public TimeSpan MeanGroundTime(Fleet fleet) => (fleet.Aircraft?.GroundTime ?? Airfield.GroundTime).Mean;

    /// <summary>Where aircraft are refuelled; null where they are not.</summary>
    public Pump? Pump { get; }

    /// <summary>When crews that work in opening hours are through with some work; never where that lies beyond the run.</summary>
    public SimTime WhenHandled(SimTime from, TimeSpan work)
    {
        for (var at = from; at < _world.Catalogue.Horizon; at = Hours.NextChange(at))
        {
            if (!Hours.IsOpen(at)) continue;
            var closes = Hours.NextChange(at);
            if (closes == SimTime.Never || work <= closes - at) return at + work;
            work -= closes - at;
        }
        return SimTime.Never;
    }

    /// <summary>Whether there is as much fuel now, where any is counted.</summary>
    public bool HasFuel(long fuel) => Pump?.Has(fuel) ?? true;
}
