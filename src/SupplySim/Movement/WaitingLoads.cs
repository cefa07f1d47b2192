using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Loads that wait at one place for vehicles, and who of them is next.</summary>
/// <remarks>
/// Loads of one line and commodity stand in a row, in their turn. Only the first of each row whose goods are there can be next, so taking
/// one costs a look at each row, not at each load. What does not fill its vehicle is filled up from what else waits of its line. What
/// waits is promised: from a limited stock it is not ordered twice. What is owed goes before what is ordered later of the same, and
/// in parts where only a part is there. A line of which less than the least load waits, waits for more. One run, one thread.
/// </remarks>
internal sealed partial class WaitingLoads(Transport transport, int origin, long least = 0)
{
    private readonly World _world = transport.World;
    private readonly List<Row> _rows = []; // of each line together, the most urgent commodity first

    /// <summary>Where the loads lie until they are loaded.</summary>
    public int Origin => origin;

    /// <summary>All that waits for a vehicle, in no order.</summary>
    public IEnumerable<Load> All => _rows.SelectMany(row => row.Loads);

    public void Add(Load load)
    {
        Promise(load, 1);
        Begin(load);
        Insert(load);
        JudgeSize(load.Line);
    }

    /// <summary>What a line has ordered up to an instant is not to be carried any more.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Withdraw(LineKeeper line, SimTime orderedBefore)
    {
        var hasAny = false;
        foreach (var row in _rows)
            if (row.Line == line) hasAny |= Withdraw(row.Loads, orderedBefore);
        if (hasAny) JudgeSize(line);
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
    public Claim? NextClaim() => FindNext() is { } next ? transport.ClaimOf(next) : null;

    /// <summary>Takes out what a vehicle is given next, of what is there; null where there is nothing.</summary>
    public Load? TakeNext()
    {
        if (FindNext() is not { } next) return null;
        var load = Fill(next.Line, next.Priority);
        JudgeSize(load.Line);
        load.Line.Given += load.Mass;
        transport.Assign(load, 1);
        BeginLoading(load, 1);
        return load;
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

    /// <summary>What was taken out waits again, in its old turn.</summary>
    public void PutBack(Load load)
    {
        TakeFromVehicle(load);
        load.StandsSince = SimTime.Never; // what is taken apart stands no longer: its parts do
        foreach (var part in load.Apart())
        {
            part.Line.Stands(part);
            Begin(part);
            Insert(part);
        }
        JudgeSize(load.Line);
    }

    /// <summary>Whether loads for a destination wait whose goods are there.</summary>
    public bool WaitFor(int destination)
    {
        foreach (var row in _rows)
            if (row.Line.To == destination && FirstThere(row) is not null && IsEnough(row.Line)) return true;
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

    private HoldUpKey KeyOf(Load load) => load.IsTooSmall ? new(new Shipment(load.To, -1, load.Line.Cargo), origin, HoldUp.TooSmall)
        : load.LacksGoods
            ? new(new Shipment(load.To, -1, load.Line.Cargo), origin, HoldUp.Goods)
        : new(new Shipment(load.To, load.Line.Fleet, load.Line.Cargo), load.Line.Fleet, HoldUp.Vehicle);

    private void TakeFromVehicle(Load load)
    {
        BeginLoading(load, -1);
        load.Line.Given -= load.Mass;
        transport.Assign(load, -1);
    }

    // Of each line and priority what is to go first asks for the vehicle.
    private Load? FindNext()
    {
        var next = default(Load);
        for (var (start, end) = (0, 0); start < _rows.Count; start = end)
        {
            var first = default(Load);
            for (; end < _rows.Count && _rows[end].IsLike(_rows[start]); end++)
                if (FirstThere(_rows[end]) is { } load && (first is null || load.Turn < first.Turn)) first = load;
            if (first is not null && IsEnough(first.Line)
                && (next is null || transport.GoesBefore(transport.ClaimOf(first), transport.ClaimOf(next))))
                next = first;
        }
        return next;
    }

    private void Insert(Load load)
    {
        var loads = RowOf(load).Loads;
        var at = loads.Count;
        while (at > 0 && loads[at - 1].Turn > load.Turn) at--;
        loads.Insert(at, load);
    }

    private Row RowOf(Load load)
    {
        var (commodity, at) = (load.Cargo[0].Commodity, _rows.Count);
        for (var i = 0; i < _rows.Count; i++)
        {
            if (_rows[i].Line != load.Line) continue;
            if (_rows[i].Commodity == commodity) return _rows[i];
            at = _rows[i].Priority <= load.Priority ? i + 1 : Math.Min(at, i);
        }
        var added = new Row(load.Line, load.Priority, commodity, []);
        _rows.Insert(at, added);
        return added;
    }

    // What is owed keeps what is ordered later behind it.
    private Load? FirstThere(Row row)
    {
        if (row.Loads.Count == 0) return null;
        var (free, isOwed) = (Free(row.Commodity), _world.Stocks[origin, row.Commodity].Owes);
        foreach (var load in row.Loads)
        {
            if (load.Cargo[0].Amount <= free) return load;
            if (isOwed) return free > 0 ? load : null;
        }
        return null;
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

    private sealed record Row(LineKeeper Line, int Priority, int Commodity, List<Load> Loads)
    {
        public bool IsLike(Row other) => Line == other.Line && Priority == other.Priority;
    }
}
