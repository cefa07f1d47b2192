using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Notes when a place that needs something has enough, and when it lacks nothing any more.</summary>
/// <remarks>It looks only, and nothing that moves knows of it. One run, one thread.</remarks>
internal sealed class LackWatch : IStockListener
{
    private readonly World _world;
    private readonly int _place;
    private readonly Lack _lack;
    private readonly Enough _enough;

    /// <param name="transport">Of the run.</param>
    /// <param name="place">The number of a camp or force.</param>
    public LackWatch(Transport transport, int place)
    {
        (_world, _place, _enough) = (transport.World, place, new Enough(transport, place));
        _lack = _world.HoldUps.Lacks[place];
        _world.Stocks.Listen(place, this);
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (_lack.IsNow && change != StockChange.Taken && !IsOut()) _lack.End(_world.Now);
        if (change == StockChange.Delivered && _enough.IsThere()) _lack.HadEnough(_world.Now);
    }

    private bool IsOut()
    {
        for (var commodity = 0; commodity < _world.Catalogue.Commodities.Length; commodity++)
            if (_world.Stocks[_place, commodity] is { IsNeeded: true, Amount: 0 }) return true;
        return false;
    }
}
