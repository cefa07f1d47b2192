namespace SupplySim.Twin;

/// <summary>A supply line: as soon as the position of a commodity is strictly below its level, it orders what lifts it again, but
/// from a limited stock no more than its part of what lies there unpromised, and nothing while its way is known to be shut.</summary>
/// <remarks>When its way opens it orders last of all that happens at that instant, when those who stood before it have moved. What has
/// waited for a vehicle as long as one is patient is withdrawn, and may be ordered anew, by others first, in its old turn.</remarks>
internal sealed class Line(PlainRun run, SupplyLine line, Yard yard)
{
    private readonly List<Commodity> _carries = [.. run.Scenario.Commodities
        .Where(commodity => line.Commodities.IsEmpty ? commodity.PerPerson is not null : line.Commodities.Contains(commodity.Id))
        .OrderBy(commodity => commodity.Priority)];
    private readonly Dictionary<string, List<long>> _turns = []; // of each commodity its own
    private long _planned = long.MaxValue;
    private bool _wasShut;

    public string From { get; } = line.From.Value;

    public string To { get; } = line.To.Value;

    public long Patience { get; } = line.GivenUpAfter.Ticks;

    /// <summary>[g] Given to vehicles so far.</summary>
    public long Given { get; set; }

    public void Begin()
    {
        foreach (var commodity in _carries)
        {
            run.Store(To, commodity.Id).Watchers.Add(LookAgain);
            if (!run.Store(From, commodity.Id).IsUnlimited) run.Store(From, commodity.Id).Watchers.Add(LookAgain);
        }
        LookAgain();
    }

    public void LookAgain() => Plan(run.Agenda.Now);

    public void LookAgainLast()
    {
        run.LookAgain(To, but: this);
        LookAgain();
    }

    private void Plan(long at)
    {
        if (at >= _planned) return;
        _planned = at;
        run.Agenda.At(at, Rank.Review, () =>
        {
            if (_planned != at) return;
            if (_wasShut && !IsShut) run.Agenda.At(at, Rank.AfterAll, ReviewNow);
            else ReviewNow();
        });
    }

    private void ReviewNow()
    {
        (_planned, _wasShut) = (long.MaxValue, IsShut);
        Review();
    }

    private bool IsShut => run.IsKnownShut(run.Roads.Way(From, To, yard.Fleet, yard.Fleet.Carries!.Value.Grams), yard.Fleet.Traffic);

    /// <summary>Whether it will look at this instant, and may order.</summary>
    public bool IsAboutToLook => _planned == run.Agenda.Now && !IsShut;

    /// <summary>[g] Ordered so far and not withdrawn.</summary>
    public long Ordered { get; set; }

    public int Priority(string commodity) => Carried(commodity).Priority;

    public long MassOf(string commodity, long amount) => amount * (Carried(commodity).Weight?.Grams ?? 1);

    public long InTruck(string commodity) => yard.Fleet.Carries!.Value.Grams / MassOf(commodity, 1);

    private Commodity Carried(string id) => _carries.First(commodity => commodity.Id == id);

    /// <summary>How much of what it would order now, the most urgent first.</summary>
    public Dictionary<string, long> Wants()
    {
        var wants = new Dictionary<string, long>();
        foreach (var commodity in _carries)
        {
            var there = run.Store(To, commodity.Id);
            there.Settle();
            var position = there.Amount + there.OnOrder;
            if (position < there.Level(line.WhenBelow!)) wants.Add(commodity.Id, Math.Max(0, there.Level(line.UpTo!) - position));
        }
        return wants;
    }

    private void Review()
    {
        if (IsShut) return;
        var (loads, wants) = (new List<Load>(), Wants());
        if (wants.Count == 0) _turns.Clear();
        var amounts = run.Store(From, _carries[0].Id).IsUnlimited ? wants : run.Counter.Part(this, wants);
        LeaveToNext(amounts);
        foreach (var (commodity, amount) in amounts)
            for (var left = amount; left > 0; left -= InTruck(commodity))
                loads.Add(new Load(run, this, NextTurn(commodity), Carried(commodity), Math.Min(left, InTruck(commodity))));
        if (loads.Count > 0) Order(loads);
        foreach (var store in _carries.Select(commodity => run.Store(To, commodity.Id)))
            if (store.WhenBelow(store.Level(line.WhenBelow!) - store.OnOrder) is { } at && at > run.Agenda.Now) Plan(at);
    }

    // Less than a thousandth of a load beyond whole ones, as far as nothing is below its level without it.
    private void LeaveToNext(Dictionary<string, long> amounts)
    {
        var payload = yard.Fleet.Carries!.Value.Grams;
        var all = amounts.Sum(one => MassOf(one.Key, one.Value));
        var beyond = all % payload;
        if (all < payload || beyond >= payload / 1000) return;
        foreach (var commodity in amounts.Keys.Reverse().ToList())
        {
            var (there, left) = (run.Store(To, commodity), Math.Min(amounts[commodity], beyond / MassOf(commodity, 1)));
            if (left > 0 && there.Amount + there.OnOrder + amounts[commodity] - left < there.Level(line.WhenBelow!)) return;
            amounts[commodity] -= left;
            beyond -= MassOf(commodity, left);
        }
    }

    // What was withdrawn and is ordered again keeps its turn.
    private long NextTurn(string commodity)
    {
        if (_turns.GetValueOrDefault(commodity) is not { Count: > 0 } turns) return run.NextOrder++;
        var first = turns.Min();
        turns.Remove(first);
        return first;
    }

    public void Withdrawn(Load load)
    {
        foreach (var commodity in load.Cargo.Keys)
        {
            _turns.TryAdd(commodity, []);
            _turns[commodity].Add(load.Order);
        }
        Ordered -= load.Mass;
    }

    /// <summary>What lies there of a commodity and is on its way, as a share of what is ordered up to.</summary>
    public (Int128 There, Int128 Of) Coming(string commodity)
    {
        var there = run.Store(To, commodity);
        there.Settle();
        return (there.Amount + there.OnOrder - run.Waiting(To, commodity), there.Level(line.UpTo!));
    }

    private void Order(List<Load> loads)
    {
        foreach (var load in loads)
        {
            foreach (var (commodity, amount) in load.Cargo)
                run.Log.Entries.Add(new Entry(run.Agenda.Now, What.Ordered, To, commodity, amount));
            load.IsOnOrder = true;
            load.Stand();
            yard.Want(load);
        }
        run.Agenda.At(run.Agenda.Now + Patience, Rank.Review, () =>
        {
            yard.Withdraw(loads);
            LookAgainLast();
            foreach (var store in loads.SelectMany(load => load.Taken).Select(taken => taken.Store).Distinct()) store.Tell();
        });
        _turns.Clear();
        Ordered += loads.Sum(load => load.Mass);
        yard.ServeSoon();
        run.LookAgain(To, but: this);
    }
}

/// <summary>What one truck carries, from the order to the unloading; of one commodity until a truck comes, which may take more of its line.
/// While it is on order it counts in the position.</summary>
internal sealed class Load
{
    private readonly PlainRun _run;
    private bool _isOnOrder;
    private long _standsSince = -1;

    public Load(PlainRun run, Line line, long order, Commodity commodity, long amount)
    {
        (_run, Line, Order, Priority) = (run, line, order, commodity.Priority);
        Cargo.Add(commodity.Id, amount);
    }

    public Line Line { get; }
    public long Order { get; }
    public int Priority { get; }
    public long Mass => Cargo.Sum(cargo => Line.MassOf(cargo.Key, cargo.Value));
    public Dictionary<string, long> Cargo { get; } = [];

    public bool IsOnOrder
    {
        get => _isOnOrder;
        set
        {
            if (value == _isOnOrder) return;
            _isOnOrder = value;
            foreach (var (commodity, amount) in Cargo) _run.Store(Line.To, commodity).OnOrder += value ? amount : -amount;
        }
    }

    /// <summary>It stands still from now on: if it has not moved when one's patience is over, it is given up.</summary>
    public void Stand()
    {
        var since = _standsSince = _run.Agenda.Now;
        _run.Agenda.At(since + Line.Patience, Rank.Review, () =>
        {
            if (_standsSince != since || !IsOnOrder) return;
            IsOnOrder = false;
            Line.LookAgainLast();
        });
    }

    /// <summary>It moves: if it had been given up, it counts again.</summary>
    public void Move()
    {
        _standsSince = -1;
        if (IsOnOrder) return;
        IsOnOrder = true;
        _run.LookAgain(Line.To);
    }

    /// <summary>Takes some over from another that waits; whether that is empty now.</summary>
    public bool TakeFrom(Load other, string commodity, long amount)
    {
        Cargo[commodity] = Cargo.GetValueOrDefault(commodity) + amount;
        if ((other.Cargo[commodity] -= amount) > 0) return false;
        other._standsSince = -1;
        return true;
    }

    /// <summary>The stores it is loaded from, and how much of each.</summary>
    public IEnumerable<(Store Store, long Amount)> Taken => Cargo.Select(cargo => (_run.Store(Line.From, cargo.Key), cargo.Value));
}
