using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Loads that wait at one place for vehicles, and who of them is next.</summary>
/// <remarks>What waits is promised: from a limited stock it is not ordered twice. One run, one thread.</remarks>
internal sealed class WaitingLoads(Transport transport, int origin)
{
    private readonly World _world = transport.World;
    private readonly List<Load> _loads = [];

    public void Add(Load load)
    {
        Promise(load, 1);
        _loads.Add(load);
    }

    /// <summary>What a line has ordered up to an instant is not to be carried any more.</summary>
    public void Withdraw(LineKeeper line, SimTime orderedBefore)
    {
        for (var i = _loads.Count - 1; i >= 0; i--)
        {
            var load = _loads[i];
            if (load.Line != line || load.OrderedAt > orderedBefore) continue;
            _loads.RemoveAt(i);
            Promise(load, -1);
            load.Cancel();
        }
    }

    /// <summary>Takes out the load that is served next, of those whose goods are there; null where there is none.</summary>
    public Load? TakeNext()
    {
        var (next, best) = (default(Load), default(Claim));
        foreach (var load in _loads)
        {
            if (!IsThere(load)) continue;
            var claim = new Claim(load.Priority, load.Line.Given, transport.PeopleBehind(load.Line.To), load.Order);
            if (next is not null && !Sharing.GoesBefore(claim, best, _world.Catalogue.Policies.Share.By)) continue;
            (next, best) = (load, claim);
        }
        if (next is null) return null;
        _loads.Remove(next);
        next.Line.Given += next.Mass;
        return next;
    }

    /// <summary>Puts the goods on the vehicle. False where they are gone by now: then the load waits again.</summary>
    public bool TryLoad(Load load)
    {
        if (!IsThere(load))
        {
            PutBack(load);
            return false;
        }
        Promise(load, -1);
        foreach (var (commodity, amount) in load.Cargo)
        {
            _world.Stocks[origin, commodity].Load(amount, _world.Now);
            _world.Record(Outcome.Loaded, ((long)origin << 32) | (uint)commodity, amount);
        }
        load.Moves();
        _world.Stocks.Changed(origin, StockChange.Taken);
        return true;
    }

    /// <summary>A load that was taken out waits again, before all others.</summary>
    public void PutBack(Load load)
    {
        load.Line.Given -= load.Mass;
        _loads.Insert(0, load);
    }

    /// <summary>Whether loads for a destination wait whose goods are there.</summary>
    public bool WaitFor(int destination)
    {
        foreach (var load in _loads)
            if (load.Line.To == destination && IsThere(load)) return true;
        return false;
    }

    private bool IsThere(Load load)
    {
        foreach (var (commodity, amount) in load.Cargo)
        {
            var stock = _world.Stocks[origin, commodity];
            if (stock.IsUnlimited) continue;
            stock.Settle(_world.Now);
            if (stock.Amount < amount) return false;
        }
        return true;
    }

    private void Promise(Load load, int sign)
    {
        foreach (var (commodity, amount) in load.Cargo) _world.Stocks[origin, commodity].Reserved += sign * amount;
    }
}
