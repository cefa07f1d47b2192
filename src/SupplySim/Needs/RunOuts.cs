using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>Notes when a place runs out of a commodity that it needs: an event at the very instant; and
/// tells the story of when there is some again.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class RunOuts : IEventHandler, IStockListener
{
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly int _place;
    private readonly EventHandle[] _events;
    private readonly LocalSources? _local;
    private readonly bool[] _isOut;

    /// <param name="world">The run.</param>
    /// <param name="place">Where.</param>
    /// <param name="local">What people find there as long as nothing runs out that it needs; null where that is nothing.</param>
    public RunOuts(World world, int place, LocalSources? local = null)
    {
        (_world, _place, _local, _events) = (world, place, local, new EventHandle[world.Catalogue.Commodities.Length]);
        _isOut = [.. Enumerable.Range(0, _events.Length).Select(commodity => world.Stocks[place, commodity].Amount == 0)];
        _handler = world.Simulation.Register(this);
        world.Stocks.Listen(place, this);
        for (var commodity = 0; commodity < _events.Length; commodity++) Plan(commodity);
    }

    // A delivery puts it off; the event that was planned looks again.
    void IStockListener.StockChanged(int place, StockChange change)
    {
        for (var commodity = 0; commodity < _events.Length; commodity++)
        {
            if (_isOut[commodity] && _world.Stocks[_place, commodity].Amount > 0) NoteRelief(commodity);
            if (change != StockChange.Delivered || !_world.Simulation.IsPending(_events[commodity])) Plan(commodity);
        }
    }

    void IEventHandler.Handle(long argument)
    {
        var stock = _world.Stocks[_place, (int)argument];
        stock.Settle(_world.Now);
        if (!stock.IsNeeded) return;
        if (stock.Amount > 0)
        {
            Plan((int)argument);
            return;
        }
        _isOut[argument] = true;
        _world.TellRanOut(_place, (int)argument);
        _local?.Look();
    }

    private void NoteRelief(int commodity)
    {
        _isOut[commodity] = false;
        if (_world.RanOut.ContainsKey((_place, commodity)))
            _world.Tell(HappeningKind.SuppliedAgain, _world.Catalogue.Places[_place].Id, _world.Catalogue.Commodities[commodity].Id);
    }

    private void Plan(int commodity)
    {
        var stock = _world.Stocks[_place, commodity];
        if (!stock.IsNeeded) return;
        stock.Settle(_world.Now);
        // Who has had none when the need began is out of it, and no event tells.
        if (stock.Amount == 0 && _isOut[commodity]) _world.TellEmpty(_place, commodity);
        // What lay there may be gone at once: it was taken, by a debt too.
        var at = stock.Amount > 0 ? stock.WhenBelow(1, _world.Now) : _isOut[commodity] ? SimTime.Never : _world.Now;
        if (at >= _world.Catalogue.Horizon) _world.Simulation.Cancel(_events[commodity]);
        else if (!_world.Simulation.Reschedule(_events[commodity], at))
            _events[commodity] = _world.Simulation.Schedule(at, Priorities.Need, _handler, commodity);
    }
}
