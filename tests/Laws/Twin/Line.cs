namespace SupplySim.Twin;

/// <summary>A supply line: as soon as the position of a commodity is strictly below its level, it orders what lifts it again, but
/// from a limited stock no more than its part of what lies there unpromised, and nothing while its way is known to be shut.</summary>
/// <remarks>When its way opens it orders last of all that happens at that instant, when those who stood before it have moved. What has
/// waited for a vehicle as long as one is patient is withdrawn, and may be ordered anew, by others first.</remarks>
internal sealed class Line(PlainRun run, SupplyLine line, Yard yard)
{
    private readonly List<Commodity> _carries = [.. run.Scenario.Commodities
        .Where(commodity => line.Commodities.IsEmpty ? commodity.PerPerson is not null : line.Commodities.Contains(commodity.Id))
        .OrderBy(commodity => commodity.Priority)];
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
        foreach (var (commodity, amount) in run.Store(From, _carries[0].Id).IsUnlimited ? wants : run.Counter.Part(this, wants))
            Pack(loads, Carried(commodity), amount);
        if (IsLeftToNext(loads)) loads.RemoveAt(loads.Count - 1);
        if (loads.Count > 0) Order(loads);
        foreach (var store in _carries.Select(commodity => run.Store(To, commodity.Id)))
            if (store.WhenBelow(store.Level(line.WhenBelow!) - store.OnOrder) is { } at && at > run.Agenda.Now) Plan(at);
    }

    // Less than a thousandth of a load beyond whole ones, without which nothing is below its level.
    private bool IsLeftToNext(List<Load> loads) => loads.Count > 1 && loads[^1].Mass < yard.Fleet.Carries!.Value.Grams / 1000
        && loads[^1].Cargo.All(last =>
            loads.SkipLast(1).SelectMany(load => load.Cargo).Where(cargo => cargo.Commodity == last.Commodity).Sum(cargo => cargo.Amount)
            + run.Store(To, last.Commodity).Amount + run.Store(To, last.Commodity).OnOrder
                >= run.Store(To, last.Commodity).Level(line.WhenBelow!));

    // One truck after the other is filled.
    private void Pack(List<Load> loads, Commodity commodity, long amount)
    {
        var each = commodity.Weight?.Grams ?? 1;
        while (amount > 0)
        {
            var room = loads.Count == 0 ? 0 : (yard.Fleet.Carries!.Value.Grams - loads[^1].Mass) / each;
            if (room == 0)
            {
                loads.Add(new Load(run, this, run.NextOrder++));
                room = yard.Fleet.Carries!.Value.Grams / each;
            }
            var fits = Math.Min(room, amount);
            loads[^1].Put(commodity, fits, fits * each);
            amount -= fits;
        }
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
        Ordered += loads.Sum(load => load.Mass);
        yard.ServeSoon();
        run.LookAgain(To, but: this);
    }
}

/// <summary>What one truck carries, from the order to the unloading. While it is on order it counts in the position.</summary>
internal sealed class Load(PlainRun run, Line line, long order)
{
    private bool _isOnOrder;
    private long _standsSince = -1;

    public Line Line { get; } = line;
    public long Order { get; } = order;
    public int Priority { get; private set; } = int.MaxValue;
    public long Mass { get; private set; }
    public List<(string Commodity, long Amount)> Cargo { get; } = [];

    public bool IsOnOrder
    {
        get => _isOnOrder;
        set
        {
            if (value == _isOnOrder) return;
            _isOnOrder = value;
            foreach (var (commodity, amount) in Cargo) run.Store(Line.To, commodity).OnOrder += value ? amount : -amount;
        }
    }

    /// <summary>It stands still from now on: if it has not moved when one's patience is over, it is given up.</summary>
    public void Stand()
    {
        var since = _standsSince = run.Agenda.Now;
        run.Agenda.At(since + Line.Patience, Rank.Review, () =>
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
        run.LookAgain(Line.To);
    }

    public void Put(Commodity commodity, long amount, long mass)
    {
        Cargo.Add((commodity.Id, amount));
        (Mass, Priority) = (Mass + mass, Math.Min(Priority, commodity.Priority));
    }

    /// <summary>The stores it is loaded from, and how much of each.</summary>
    public IEnumerable<(Store Store, long Amount)> Taken => Cargo.Select(cargo => (run.Store(Line.From, cargo.Commodity), cargo.Amount));
}
