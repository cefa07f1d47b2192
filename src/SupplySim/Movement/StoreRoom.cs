using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>How much room there is in the store of one place.</summary>
/// <remarks>Room is kept for a load from the beginning of its unloading on, so that two never count on the same. One run, one
/// thread.</remarks>
internal sealed class StoreRoom
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(1);
    private readonly World _world;
    private readonly int _place;
    private readonly long _total;
    private readonly long[] _limits;
    private readonly long[] _coming;

    private StoreRoom(World world, int place, Supply storage)
    {
        (_world, _place, _total) = (world, place, storage.Total?.Amount ?? long.MaxValue);
        _limits = new long[world.Catalogue.Commodities.Length];
        _coming = new long[_limits.Length];
        Array.Fill(_limits, long.MaxValue);
        foreach (var (id, amount) in storage.Amounts ?? []) _limits[world.Catalogue.CommodityNumber(id)] = amount.Amount;
    }

    /// <summary>The room at a place; null where there is always enough.</summary>
    public static StoreRoom? Of(World world, int place) => world.Catalogue.Places[place] is Site { Storage: { IsUnlimited: false } storage }
        ? new StoreRoom(world, place, storage)
        : null;

    public bool Fits(Load load)
    {
        if (_total < long.MaxValue && MassThere() + load.Mass > _total) return false;
        foreach (var (commodity, amount) in load.Cargo)
            if (_limits[commodity] < long.MaxValue && There(commodity) + amount > _limits[commodity]) return false;
        return true;
    }

    /// <summary>Keeps the room that a load takes.</summary>
    public void Keep(Load load)
    {
        foreach (var (commodity, amount) in load.Cargo) _coming[commodity] += amount;
    }

    /// <summary>The load lies there now.</summary>
    public void Fill(Load load)
    {
        foreach (var (commodity, amount) in load.Cargo) _coming[commodity] -= amount;
    }

    /// <summary>When it is worth looking again whether a load fits, if nothing but eating happens; never where that makes no
    /// room.</summary>
    public SimTime LookAgain(Load load)
    {
        var at = SimTime.Start;
        foreach (var (commodity, amount) in load.Cargo)
            if (_limits[commodity] < long.MaxValue)
                at = SimTime.Max(at,
                    _world.Stocks[_place, commodity].WhenBelow(_limits[commodity] - _coming[commodity] - amount + 1, _world.Now));
        if (_total < long.MaxValue && MassThere() + load.Mass - _total is var tooMuch and > 0) at = SimTime.Max(at, WhenEaten(tooMuch));
        return at == SimTime.Never ? at : SimTime.Max(at, _world.Now + Soonest);
    }

    // [g] No later than that: the rates of what lies there now, of which some may run out before.
    private SimTime WhenEaten(long grams)
    {
        double perTick = 0;
        for (var commodity = 0; commodity < _limits.Length; commodity++)
            if (_world.Stocks[_place, commodity] is { Amount: > 0 } stock)
                perTick += stock.EatenPerTick * _world.Catalogue.MassOf(commodity, 1_000_000) / 1e6;
        var ticks = Math.Ceiling(grams / perTick);
        return perTick > 0 && ticks < (_world.Catalogue.Horizon - _world.Now).Ticks
            ? _world.Now + new TimeSpan((long)ticks)
            : SimTime.Never;
    }

    private long MassThere()
    {
        long mass = 0;
        for (var commodity = 0; commodity < _limits.Length; commodity++)
            if (There(commodity) is var amount and > 0) mass += _world.Catalogue.MassOf(commodity, amount);
        return mass;
    }

    // There or about to be.
    private long There(int commodity)
    {
        var stock = _world.Stocks[_place, commodity];
        stock.Settle(_world.Now);
        return stock.Amount + _coming[commodity];
    }
}
