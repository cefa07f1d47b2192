using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Where trucks or aircraft are refuelled with one commodity, from what lies at one place.</summary>
/// <remarks>Fuel is consumed when it is taken. Whoever finds too little waits for the next delivery, and those who waited longest are
/// asked first. One run, one thread.</remarks>
internal sealed class Pump : IStockListener
{
    private readonly World _world;
    private readonly int _place;

    public Pump(World world, int place, int commodity)
    {
        (_world, _place, Commodity, Refilled) = (world, place, commodity, new Signal(world.Simulation));
        world.Stocks.Listen(place, this);
    }

    public int Commodity { get; }

    /// <summary>Fired when goods have been delivered here, so that there may be fuel again.</summary>
    public Signal Refilled { get; }

    /// <summary>[smallest unit] What lies there now, where that is counted.</summary>
    public long Amount
    {
        get
        {
            var stock = _world.Stocks[_place, Commodity];
            stock.Settle(_world.Now);
            return stock.IsUnlimited ? long.MaxValue : stock.Amount;
        }
    }

    /// <summary>Whether there is as much fuel now; of none there is always enough.</summary>
    public bool Has(long fuel) => fuel == 0 || Amount >= fuel;

    /// <summary>Takes fuel from the stock. False where there is too little.</summary>
    public bool TryTake(long fuel)
    {
        if (!Has(fuel)) return false;
        if (fuel == 0) return true;
        _world.Stocks[_place, Commodity].Burn(fuel, _world.Now);
        _world.Record(Outcome.Refuelled, ((long)_place << 32) | (uint)Commodity, fuel);
        _world.Stocks.Changed(_place, StockChange.Taken);
        return true;
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (change == StockChange.Delivered) Refilled.Fire();
    }
}
