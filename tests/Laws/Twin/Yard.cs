using SupplySim.Planning;

namespace SupplySim.Twin;

/// <summary>The trucks of a fleet at its base: idle ones take waiting loads, are loaded, gather and go.</summary>
/// <remarks>A load goes to the idle truck with the lowest number: the most urgent first, then whoever was given least for its
/// people, then the first ordered; of one line the commodity of which there is least for what is ordered up to. A truck that is not full
/// takes what else waits of its line. A column goes when it is full; when the least is there and nobody else is being loaded or
/// could be; or when its first truck has waited long enough.</remarks>
internal sealed class Yard(PlainRun run, Fleet fleet)
{
    private readonly SortedSet<int> _idle = [.. Enumerable.Range(0, fleet.Count)];
    private readonly List<Load> _waiting = [];
    private readonly Dictionary<string, Muster> _musters = [];
    private bool _isToServe;

    public Fleet Fleet { get; } = fleet;

    public string Base { get; } = fleet.Base?.Value ?? "";

    public void Want(Load load)
    {
        _waiting.Add(load);
        foreach (var (store, amount) in load.Taken) store.Promised += amount;
    }

    /// <summary>Takes back what still waits of these loads.</summary>
    public void Withdraw(List<Load> loads)
    {
        foreach (var load in loads.Where(_waiting.Remove))
        {
            load.IsOnOrder = false;
            load.Line.Withdrawn(load);
            foreach (var (store, amount) in load.Taken) store.Promised -= amount;
        }
    }

    public void Return(IEnumerable<Truck> trucks)
    {
        foreach (var truck in trucks) _idle.Add(truck.Number);
        Serve();
    }

    /// <summary>When all that is ordered at this instant is wanted.</summary>
    public void ServeSoon()
    {
        if (_isToServe) return;
        _isToServe = true;
        run.Agenda.At(run.Agenda.Now, Rank.Review, () =>
        {
            _isToServe = false;
            Serve();
        });
    }

    public void Serve()
    {
        while (_idle.Count > 0 && Next() is { } load)
        {
            FillUp(load);
            load.Line.Given += load.Mass;
            var truck = new Truck(_idle.Min, load);
            _idle.Remove(truck.Number);
            MusterFor(load.Line.To).Expected++;
            run.Docks[Base].Add(run.LoadingTime(Base), () => Loaded(truck));
        }
    }

    public long WaitingFor(string place, string commodity) =>
        _waiting.Where(load => load.Line.To == place).Sum(load => load.Cargo.GetValueOrDefault(commodity));

    // Of the line whose turn it is, the commodity of which there is least for what there should be.
    private Load? Next()
    {
        Load? best = null;
        foreach (var load in _waiting)
            if ((best is null || IsBefore(load, best)) && IsThere(load)) best = load;
        return best is null ? null
            : First(_waiting.Where(load => load.Line == best.Line && load.Priority == best.Priority && IsThere(load)));
    }

    private void FillUp(Load load)
    {
        _waiting.Remove(load);
        while (load.Mass < Fleet.Carries!.Value.Grams
            && First(_waiting.Where(other => other.Line == load.Line && IsThere(other) && Fits(other) > 0)) is { } more)
            if (load.TakeFrom(more, more.Cargo.Keys.Single(), Fits(more))) _waiting.Remove(more);

        long Fits(Load other)
        {
            var (commodity, amount) = other.Cargo.Single();
            var left = run.Store(Base, commodity).Left(load.Cargo.GetValueOrDefault(commodity));
            var room = (Fleet.Carries!.Value.Grams - load.Mass) / load.Line.MassOf(commodity, 1);
            return Math.Min(amount, Math.Min(left, room));
        }
    }

    private static Load? First(IEnumerable<Load> loads)
    {
        Load? first = null;
        foreach (var load in loads)
            if (first is null || IsNeedier(load, first)) first = load;
        return first;
    }

    private static bool IsNeedier(Load a, Load b)
    {
        if (a.Priority != b.Priority) return a.Priority < b.Priority;
        var (commodity, its) = (a.Cargo.Keys.Single(), b.Cargo.Keys.Single());
        if (commodity == its) return a.Order < b.Order;
        var ((there, of), (otherThere, other)) = (a.Line.Coming(commodity), b.Line.Coming(its));
        if (of == 0 || other == 0) return of == other ? a.Order < b.Order : of > 0;
        return there * other != otherThere * of ? there * other < otherThere * of : a.Order < b.Order;
    }

    private bool IsBefore(Load a, Load b)
    {
        if (a.Priority != b.Priority) return a.Priority < b.Priority;
        var (left, right) = ((Int128)a.Line.Given * run.PeopleBehind(b.Line.To), (Int128)b.Line.Given * run.PeopleBehind(a.Line.To));
        return left != right && run.Scenario.Policies.Share.By == AllocationPolicy.People ? left < right : a.Order < b.Order;
    }

    private bool IsThere(Load load) => load.Taken.All(taken => taken.Store.Has(taken.Amount));

    private void Loaded(Truck truck)
    {
        var muster = MusterFor(truck.Load!.Line.To);
        foreach (var (store, amount) in truck.Load.Taken) store.Take(amount);
        truck.Load.Move();
        truck.Load.Stand();
        muster.Expected--;
        truck.LadenAt = run.Agenda.Now;
        muster.Trucks.Add(truck);
        var turn = muster.Turn;
        if (muster.Trucks.Count == 1 && Fleet.Convoy is { } rules)
            run.Agenda.At(run.Agenda.Now + rules.Wait.Ticks, Rank.Review, () => { if (muster.Turn == turn) Go(muster); });
        if (IsComplete(muster)) Go(muster);
    }

    private bool IsComplete(Muster muster) => Fleet.Convoy is not { } rules || muster.Trucks.Count >= rules.Size.Greatest
        || (muster.Trucks.Count >= rules.Size.Least && muster.Expected == 0
            && !(_idle.Count > 0 && _waiting.Any(load => load.Line.To == muster.To && IsThere(load))));

    private void Go(Muster muster)
    {
        ChargeForGathering(muster);
        new Column(run, this, muster.Trucks, muster.To).Travel();
        (muster.Trucks, muster.Turn) = ([], muster.Turn + 1);
    }

    /// <summary>The run is over: those who still gather have waited until now.</summary>
    public void Close()
    {
        foreach (var muster in _musters.Values) ChargeForGathering(muster);
    }

    private void ChargeForGathering(Muster muster)
    {
        foreach (var truck in muster.Trucks) run.Log.Charge(Base, Why.Fleet, run.Agenda.Now - truck.LadenAt);
    }

    private Muster MusterFor(string to)
    {
        if (!_musters.TryGetValue(to, out var muster)) _musters.Add(to, muster = new Muster(to));
        return muster;
    }

    private sealed class Muster(string to)
    {
        public string To { get; } = to;
        public List<Truck> Trucks { get; set; } = [];
        public int Expected { get; set; }
        public int Turn { get; set; }
    }
}

/// <summary>A vehicle at work.</summary>
internal sealed class Truck(int number, Load? load)
{
    public int Number { get; } = number;
    public Load? Load { get; set; } = load;
    public long LadenAt { get; set; }
}

/// <summary>The docks of a place: one vehicle at each, in the order they come.</summary>
internal sealed class Docks(Agenda agenda, int free)
{
    private readonly Queue<(long Time, Action Done)> _waiting = [];

    public void Add(long time, Action done)
    {
        _waiting.Enqueue((time, done));
        Serve();
    }

    private void Serve()
    {
        while (free > 0 && _waiting.TryDequeue(out var job))
        {
            free--;
            agenda.At(agenda.Now + job.Time, Rank.Service, () =>
            {
                free++;
                job.Done();
                Serve();
            });
        }
    }
}
