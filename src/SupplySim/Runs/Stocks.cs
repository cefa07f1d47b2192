using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>All stocks, by place and commodity.</summary>
/// <remarks>Who depends on a place's stock is told when it changes otherwise than by being eaten. One run, one thread.</remarks>
public sealed class Stocks
{
    private readonly Stock[] _stocks;
    private readonly int _commodities;
    private readonly List<IStockListener>?[] _listeners;

    internal Stocks(Catalogue catalogue, Ledger ledger, Func<int, int, (bool Unlimited, long Amount)> initial)
    {
        _commodities = catalogue.Commodities.Length;
        _stocks = new Stock[catalogue.Places.Length * _commodities];
        _listeners = new List<IStockListener>?[catalogue.Places.Length];
        for (var place = 0; place < catalogue.Places.Length; place++)
            for (var commodity = 0; commodity < _commodities; commodity++)
            {
                var (unlimited, amount) = initial(place, commodity);
                _stocks[place * _commodities + commodity] =
                    new Stock(ledger, commodity, catalogue.Commodities[commodity].Backlog, unlimited, amount);
            }
    }

    /// <summary>The stock of a commodity at a place, by their numbers.</summary>
    public Stock this[int place, int commodity] => _stocks[place * _commodities + commodity];

    /// <summary>[time] Days of supply of a place: the least over what it needs.</summary>
    public TimeSpan DaysOfSupply(int place, SimTime now)
    {
        var least = TimeSpan.MaxValue;
        for (var commodity = 0; commodity < _commodities; commodity++)
        {
            var stock = this[place, commodity];
            if (!stock.IsNeeded) continue;
            var days = stock.DaysOfSupply(now);
            if (days < least) least = days;
        }
        return least;
    }

    /// <summary>Whether a place has less than a time's supply of something; false where it needs nothing.</summary>
    internal bool IsBelow(int place, TimeSpan time, SimTime now)
    {
        for (var commodity = 0; commodity < _commodities; commodity++)
            if (IsBelow(place, commodity, time, now)) return true;
        return false;
    }

    /// <summary>The same of one commodity.</summary>
    internal bool IsBelow(int place, int commodity, TimeSpan time, SimTime now) =>
        this[place, commodity] is { IsNeeded: true } stock && stock.IsBelow(time, now);

    /// <summary>The first instant at which a place has less than a time's supply, if nothing comes.</summary>
    internal SimTime WhenBelow(int place, TimeSpan time, SimTime now)
    {
        var first = SimTime.Never;
        for (var commodity = 0; commodity < _commodities; commodity++) first = SimTime.Min(first, WhenBelow(place, commodity, time, now));
        return first;
    }

    /// <summary>The same of one commodity.</summary>
    internal SimTime WhenBelow(int place, int commodity, TimeSpan time, SimTime now) =>
        this[place, commodity] is { IsNeeded: true } stock ? stock.WhenBelow(stock.NeedIn(time), now) : SimTime.Never;

    internal void Listen(int place, IStockListener listener)
    {
        var listeners = _listeners[place] ??= [];
        if (!listeners.Contains(listener)) listeners.Add(listener);
    }

    internal void Changed(int place, StockChange change)
    {
        if (_listeners[place] is not { } listeners) return;
        foreach (var listener in listeners) listener.StockChanged(place, change);
    }
}

/// <summary>Is told when the stock of a place changes otherwise than by being eaten.</summary>
internal interface IStockListener
{
    void StockChanged(int place, StockChange change);
}

/// <summary>How a stock has changed.</summary>
internal enum StockChange
{
    /// <summary>More lies there: what was on order has come.</summary>
    Delivered,

    /// <summary>Less lies there: it was loaded, used, seized or destroyed, or a debt took more than came.</summary>
    Taken,

    /// <summary>More or less is needed or given out.</summary>
    Need,

    /// <summary>What was promised to waiting vehicles may be ordered by others.</summary>
    Released,
}
