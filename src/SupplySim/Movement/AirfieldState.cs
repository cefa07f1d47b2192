using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>One airfield during one run: its stands, loading crews, hours, ground times, fuel, and the landings it expects.</summary>
internal sealed class AirfieldState : IStockListener
{
    private readonly World _world;
    private readonly int _place;

    public AirfieldState(World world, Site site)
    {
        (_world, _place, Airfield) = (world, world.Catalogue.PlaceNumber(site.Id), site.Airfield!);
        Stands = new Resource(world.Simulation, Airfield.Parking);
        Hours = world.Catalogue.OpeningTimes(Airfield.Hours, world.Catalogue.Clock.Zone);
        GroundTime = [.. world.Catalogue.Fleets.Select(fleet =>
            world.Draw(fleet.Aircraft?.GroundTime ?? Airfield.GroundTime, $"ground/{site.Id}/{fleet.Id}"))];
        if (Airfield.Crews is { } crews) Crews = new Resource(world.Simulation, crews);
        if (Airfield.Holding > TimeSpan.Zero) Slots = new Slots(Airfield.Parking, Airfield.Crews ?? 0);
        Refuelled = new Signal(world.Simulation);
        if (Airfield.Fuel is null) return;
        Fuel = world.Catalogue.CommodityNumber(Airfield.Fuel);
        world.Stocks.Listen(_place, this);
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

    /// <summary>The commodity that aircraft are refuelled with; null where they are not.</summary>
    public int? Fuel { get; }

    /// <summary>Fired when goods have been delivered here, so that there may be fuel again.</summary>
    public Signal Refuelled { get; }

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

    /// <summary>Whether there is as much fuel now; of none there is always enough.</summary>
    public bool HasFuel(long fuel)
    {
        if (Fuel is not { } commodity || fuel == 0) return true;
        var stock = _world.Stocks[_place, commodity];
        stock.Settle(_world.Now);
        return stock.IsUnlimited || stock.Amount >= fuel;
    }

    /// <summary>Takes fuel from the stock. False where there is too little.</summary>
    public bool TryTake(long fuel)
    {
        if (!HasFuel(fuel)) return false;
        if (Fuel is not { } commodity || fuel == 0) return true;
        _world.Stocks[_place, commodity].Use(fuel, _world.Now);
        _world.Record(Outcome.Refuelled, ((long)_place << 32) | (uint)commodity, fuel);
        _world.Stocks.Changed(_place, StockChange.Taken);
        return true;
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (change == StockChange.Delivered) Refuelled.Fire();
    }
}
