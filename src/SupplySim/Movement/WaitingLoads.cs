using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Loads that wait at one place for vehicles, and who of them is next.</summary>
/// <remarks>
/// Loads of one line and priority stand in a row, in the order in which they were asked for. Only the first of each row whose
/// goods are there can be next, so taking one costs a look at each row, not at each load. What waits is promised: from a
/// limited stock it is not ordered twice. What is owed goes before what is ordered later of the same, and
/// in parts where only a part is there. What is less than the least load waits for more of its line. One run, one thread.
/// </remarks>
internal sealed partial class WaitingLoads(Transport transport, int origin, long least = 0)
{
    private readonly World _world = transport.World;
    private readonly List<Row> _rows = [];
    private readonly List<Load> _owed = [];

    /// <summary>Where the loads lie until they are loaded.</summary>
    public int Origin => origin;

    /// <summary>All that waits for a vehicle, in no order.</summary>
    public IEnumerable<Load> All => _rows.SelectMany(row => row.Loads);

    public void Add(Load load)
    {
        Promise(load, 1);
        var waiting = RowOf(load).Loads;
        if (waiting.Count > 0 && waiting[^1].Mass < least && waiting[^1].Mass + load.Mass <= transport.PayloadOf(load))
        {
            Charge(waiting[^1]);
            CountLacking(waiting[^1], -1);
            waiting[^1].Add(load);
            waiting[^1].WaitsSince = _world.Now;
            CountLacking(waiting[^1], 1);
            return;
        }
        Begin(load);
        waiting.Add(load);
    }

    /// <summary>What a line has ordered up to an instant is not to be carried any more.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Withdraw(LineKeeper line, SimTime orderedBefore)
    {
        var hasAny = false;
        foreach (var row in _rows)
            if (row.Line == line) hasAny |= Withdraw(row.Loads, orderedBefore);
        return hasAny;
    }

    private bool Withdraw(List<Load> loads, SimTime orderedBefore)
    {
        var kept = 0;
        for (var i = 0; i < loads.Count; i++)
            if (!IsWithdrawn(loads[i], orderedBefore)) loads[kept++] = loads[i];
        var hasAny = kept < loads.Count;
        loads.RemoveRange(kept, loads.Count - kept);
        return hasAny;
    }

    /// <summary>The claim of the load that is served next; null where there is none whose goods are there.</summary>
    public Claim? NextClaim() => FindNext(out _) is { } next ? transport.ClaimOf(next) : null;

    /// <summary>Takes out the load that is served next, of those whose goods are there; null where there is none.</summary>
    public Load? TakeNext()
    {
        if (FindNext(out var from) is not { } next) return null;
        End(next);
        if (IsThere(next)) from!.Loads.Remove(next);
        else
        {
            var whole = next;
            next = whole.Part(Free, _world.Catalogue);
            Begin(whole);
        }
        next.Line.Given += next.Mass;
        transport.Assign(next, 1);
        BeginLoading(next, 1);
        return next;
    }

    /// <summary>Puts the goods on the vehicle. False where they are gone by now: then the load waits again.</summary>
    public bool TryLoad(Load load)
    {
        BeginLoading(load, -1);
        if (!IsThere(load))
        {
            BeginLoading(load, 1);
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

    /// <summary>A load that was taken out is not to be carried any more; it has not been put on the vehicle.</summary>
    public void Withdraw(Load load)
    {
        TakeFromVehicle(load);
        Promise(load, -1);
        load.Cancel();
    }

    /// <summary>A load that was taken out waits again, in its old place.</summary>
    public void PutBack(Load load)
    {
        TakeFromVehicle(load);
        load.Line.Stands(load);
        Begin(load);
        var loads = RowOf(load).Loads;
        var after = loads.FindIndex(other => other.Order > load.Order);
        loads.Insert(after < 0 ? loads.Count : after, load);
    }

    /// <summary>Whether loads for a destination wait whose goods are there.</summary>
    public bool WaitFor(int destination)
    {
        foreach (var row in _rows)
            if (row.Line.To == destination && FirstThere(row) is not null) return true;
        return false;
    }

    /// <summary>[load-time] What waits at this instant, and has for how long.</summary>
    public IEnumerable<LoggedHoldUp> Open => All.Select(load =>
        new LoggedHoldUp(KeyOf(load), load.WaitsSince, _world.Now, _world.Now - load.WaitsSince, null));

    /// <summary>The run is over: what still waits has waited until now.</summary>
    public void Close()
    {
        foreach (var load in All) Charge(load);
    }

    private void Charge(Load load) => _world.HoldUps.Add(KeyOf(load), load.WaitsSince, _world.Now, _world.Now - load.WaitsSince);

    private HoldUpKey KeyOf(Load load) => load.Mass < least ? new(new Shipment(load.To, -1, load.Line.Cargo), origin, HoldUp.TooSmall)
        : load.LacksGoods
            ? new(new Shipment(load.To, -1, load.Line.Cargo), origin, HoldUp.Goods)
        : new(new Shipment(load.To, load.Line.Fleet, load.Line.Cargo), load.Line.Fleet, HoldUp.Vehicle);

    private void TakeFromVehicle(Load load)
    {
        BeginLoading(load, -1);
        load.Line.Given -= load.Mass;
        transport.Assign(load, -1);
    }

    private Load? FindNext(out Row? from)
    {
        (var next, from) = (default(Load), default(Row));
        foreach (var row in _rows)
            if (FirstThere(row) is { } load && (next is null || transport.GoesBefore(transport.ClaimOf(load), transport.ClaimOf(next))))
                (next, from) = (load, row);
        return next;
    }

    private Row RowOf(Load load)
    {
        foreach (var row in _rows)
            if (row.Line == load.Line && row.Priority == load.Priority) return row;
        var added = new Row(load.Line, load.Priority, []);
        _rows.Add(added);
        return added;
    }

    // What is owed keeps what is ordered later of the same behind it, and nothing else.
    private Load? FirstThere(Row row)
    {
        _owed.Clear();
        foreach (var load in row.Loads)
        {
            if (load.Mass < least || IsBehindOwed(load)) continue;
            if (IsThere(load)) return load;
            if (!IsOwed(load)) continue;
            if (IsPartThere(load)) return load;
            _owed.Add(load);
        }
        return null;
    }

    private bool IsBehindOwed(Load load)
    {
        foreach (var owed in _owed)
            foreach (var (commodity, _) in owed.Cargo)
                foreach (var (another, _) in load.Cargo)
                    if (another == commodity) return true;
        return false;
    }

    // Whatever of it is not there is owed.
    private bool IsOwed(Load load)
    {
        foreach (var (commodity, amount) in load.Cargo)
            if (Free(commodity) < amount && !_world.Stocks[origin, commodity].Owes) return false;
        return true;
    }

    // As much of it as may go.
    private bool IsPartThere(Load load)
    {
        var (isAnyThere, mass) = (false, 0L);
        foreach (var (commodity, amount) in load.Cargo)
        {
            var there = Math.Min(amount, Free(commodity));
            isAnyThere |= there > 0;
            mass += _world.Catalogue.MassOf(commodity, there);
        }
        return isAnyThere && mass >= least;
    }

    // [smallest unit] What is not being put on other vehicles; as much as anybody wants of what never runs out.
    private long Free(int commodity)
    {
        var stock = _world.Stocks[origin, commodity];
        if (stock.IsUnlimited) return long.MaxValue;
        stock.Settle(_world.Now);
        return stock.Owes ? Math.Max(0, stock.Amount - stock.Loading) : stock.Amount;
    }

    private void BeginLoading(Load load, int sign)
    {
        foreach (var (commodity, amount) in load.Cargo) _world.Stocks[origin, commodity].Loading += sign * amount;
    }

    private bool IsWithdrawn(Load load, SimTime orderedBefore)
    {
        if (load.OrderedAt > orderedBefore) return false;
        End(load);
        Promise(load, -1);
        load.Cancel();
        return true;
    }

    private bool IsThere(Load load)
    {
        foreach (var (commodity, amount) in load.Cargo)
            if (Free(commodity) < amount) return false;
        return true;
    }

    private void Promise(Load load, int sign)
    {
        foreach (var (commodity, amount) in load.Cargo) _world.Stocks[origin, commodity].Reserved += sign * amount;
    }

    private sealed record Row(LineKeeper Line, int Priority, List<Load> Loads);
}
