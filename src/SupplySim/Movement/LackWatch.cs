using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Notes when a place that needs something has run out of a commodity that is brought to it, or has some again, and for want of
/// what its rations are cut.</summary>
/// <remarks>It looks only, and nothing that moves knows of it. One run, one thread.</remarks>
internal sealed class LackWatch : IStockListener
{
    private readonly World _world;
    private readonly int _place;
    private readonly Lack _lack;
    private readonly int[] _brought;

    /// <param name="transport">Of the run.</param>
    /// <param name="place">The number of a camp or force.</param>
    public LackWatch(Transport transport, int place)
    {
        (_world, _place, _lack) = (transport.World, place, transport.World.HoldUps.Lacks[place]);
        _brought = [.. transport.LinesTo(place).SelectMany(line => line.Commodities).Distinct().Order()];
        if (_brought.Length == 0) return;
        var shortages = new Shortage?[_world.Catalogue.Commodities.Length];
        foreach (var commodity in _brought)
            shortages[commodity] = new Shortage(_world.Stocks[place, commodity].Owes,
                isSent: transport.Lines.Any(line => line.Line.Send is not null && line.Commodities.Contains(commodity)));
        _lack.Watch(shortages);
        foreach (var commodity in _brought)
            if (IsOut(commodity)) _world.Lacking.Begin(place, commodity);
        if (_brought.Any(commodity => _world.Stocks[place, commodity].IsRationed)) _world.Lacking.SetCut(place, isCut: true);
        _world.Stocks.Listen(place, this);
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        _world.Lacking.NoteChange(place);
        if (change == StockChange.Taken) return;
        foreach (var commodity in _brought)
            if (_lack[commodity]!.IsNow && !IsOut(commodity)) _world.Lacking.End(_lack, place, commodity);
        _world.Lacking.LookAtCut(place);
    }

    private bool IsOut(int commodity) => _world.Stocks[_place, commodity] is { IsNeeded: true, Amount: 0 };
}
