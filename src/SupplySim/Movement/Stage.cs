using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What is done to some vehicles at a crossing beyond its lanes, one in a bay, in the order in which they come: a search,
/// a transshipment.</summary>
/// <remarks>As a lane, a bay takes a vehicle only when its traffic may pass, and one that is in it at closing time is finished. Every
/// instant before a vehicle is taken is charged to one cause, and so is the time for which its work is held up. One run, one
/// thread.</remarks>
internal sealed class Stage : IEventHandler
{
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly HandlerId _handler;
    private readonly List<Visit> _waiting = [];
    private readonly StageBay[] _bays;

    public Stage(World world, CrossingState state, int bays)
    {
        (_world, _state) = (world, state);
        _handler = world.Simulation.Register(this);
        _bays = [.. Enumerable.Range(0, bays).Select(number => new StageBay(world, state.Place, number))];
    }

    /// <summary>Called when anybody may have moved here; null where nobody listens.</summary>
    public Action? Moved { get; set; }

    /// <summary>Called with a vehicle's traffic when it begins to wait, or no longer does; null where nobody listens.</summary>
    public Action<int, bool>? WaitingChanged { get; set; }

    /// <summary>Those who wait, in the order in which they came.</summary>
    public IReadOnlyList<Visit> Waiting => _waiting;

    /// <summary>Its bays, one by one.</summary>
    public IReadOnlyList<StageBay> Bays => _bays;

    /// <summary>Whether anybody waits for a bay, or is held up in one.</summary>
    public bool AnybodyWaits => _waiting.Count > 0 || _bays.Any(bay => bay.IsHeld);

    /// <summary>A vehicle comes.</summary>
    public void Add(Visit visit)
    {
        visit.Come(_world.Now, CauseOf(visit));
        visit.Blamed = Passage.Ask(_state, visit.Traffic, _world.Now).Blamed;
        _waiting.Add(visit);
        WaitingChanged?.Invoke(visit.Traffic, true);
        Serve();
    }

    /// <summary>A vehicle that waits lacks nothing more but a bay.</summary>
    public void SetReady(Visit visit)
    {
        Settle(visit);
        visit.IsReady = true;
        visit.Cause = CauseOf(visit);
        Serve();
    }

    /// <summary>What a closure does to those in the bays.</summary>
    public void Meet(ClosureHold hold)
    {
        SettleAll();
        foreach (var bay in _bays) bay.Meet(_world, hold);
    }

    /// <summary>What a capture does to those in the bays, and to those who wait.</summary>
    public void Meet(CapturedVehicles fate)
    {
        SettleAll();
        foreach (var bay in _bays) bay.Meet(_world, fate);
        if (fate != CapturedVehicles.Seized) return;
        while (_waiting.Count > 0)
        {
            var visit = Leave(0);
            _world.Delays.Close(_state.Place, visit.Since, _world.Now);
            visit.Lose();
        }
    }

    /// <summary>Anything about who may pass has changed.</summary>
    public void Reconsider()
    {
        SettleAll();
        foreach (var bay in _bays) bay.TryResume(_world, _state, _handler);
        Serve();
    }

    /// <summary>The run is over: those who still wait have waited until now.</summary>
    public void Close()
    {
        SettleAll();
        foreach (var visit in _waiting) _world.Delays.Close(_state.Place, visit.Since, _world.Now);
        foreach (var bay in _bays) bay.Close(_world, _state.Place);
    }

    void IEventHandler.Handle(long number)
    {
        var visit = _bays[number].Visit!;
        _bays[number].Clear();
        visit.Done();
        Serve();
    }

    private void Serve()
    {
        Moved?.Invoke();
        foreach (var bay in _bays)
            if (!bay.IsTaken && TakeNext() is { } visit) bay.Begin(visit, _handler);
    }

    private Visit? TakeNext()
    {
        for (var i = 0; i < _waiting.Count; i++)
        {
            var visit = _waiting[i];
            if (!visit.IsReady || !Passage.Ask(_state, visit.Traffic, _world.Now).May) continue;
            Leave(i);
            Settle(visit);
            _world.Delays.Close(_state.Place, visit.Since, _world.Now);
            return visit;
        }
        return null;
    }

    private Visit Leave(int position)
    {
        var visit = _waiting[position];
        _waiting.RemoveAt(position);
        WaitingChanged?.Invoke(visit.Traffic, false);
        return visit;
    }

    private void SettleAll()
    {
        foreach (var visit in _waiting) Settle(visit);
        foreach (var bay in _bays) bay.Settle(_world, _state.Place);
    }

    // Charges the wait up to now to its cause, and finds the cause from now on.
    private void Settle(Visit visit)
    {
        var from = visit.SettledAt;
        _world.Delays.Charge(new Waiting(_state.Place, visit.Cause, visit.Blamed, visit.Shipment), from, _world.Now,
            visit.Settle(_world.Now).Ticks);
        (visit.Cause, visit.Blamed) = (CauseOf(visit), Passage.Ask(_state, visit.Traffic, _world.Now).Blamed);
    }

    private WaitCause CauseOf(Visit visit) => Passage.Ask(_state, visit.Traffic, _world.Now) is { May: false } answer ? answer.Cause
        : visit.IsReady ? WaitCause.Lane
        : WaitCause.Fleet;
}

/// <summary>One bay of a stage, and the vehicle in it.</summary>
internal sealed class StageBay(World world, int place, int number) : Station(number)
{
    public Visit? Visit { get; private set; }

    public override bool IsTaken => Visit is not null;

    protected override int Traffic => Visit!.Traffic;

    protected override Shipment Shipment => Visit!.Shipment;

    public void Begin(Visit visit, HandlerId handler)
    {
        Visit = visit;
        Plan(world.Simulation, visit.Sample(), handler);
    }

    public override void Clear()
    {
        base.Clear();
        Visit = null;
    }

    public override void Lose()
    {
        var visit = Visit!;
        Abandon(world, place);
        visit.SetTrapped(false);
        visit.Lose();
    }

    protected override TimeSpan Again() => Visit!.Sample();

    protected override void SetTrapped(bool isTrapped) => Visit!.SetTrapped(isTrapped);
}

/// <summary>One vehicle at a stage of a crossing.</summary>
/// <param name="traffic">The number of its traffic.</param>
internal abstract class Visit(int traffic)
{
    private SimTime _settled;

    public int Traffic { get; } = traffic;

    /// <summary>What is held up with it; of a stranger nobody's.</summary>
    public abstract Shipment Shipment { get; }

    /// <summary>When it came.</summary>
    public SimTime Since { get; private set; }

    /// <summary>Why it waits, since it was last settled.</summary>
    public WaitCause Cause { get; set; }

    /// <summary>The closure that is blamed for its wait, since then; null where none is.</summary>
    public ClosureHold? Blamed { get; set; }

    /// <summary>Up to when its waiting has been charged.</summary>
    public SimTime SettledAt => _settled;

    /// <summary>Whether it lacks nothing but a bay.</summary>
    public bool IsReady { get; set; } = true;

    /// <summary>[time] A draw of how long it takes; a new one each time it is asked.</summary>
    public abstract TimeSpan Sample();

    /// <summary>It is through.</summary>
    public abstract void Done();

    /// <summary>It is lost, with what it carries.</summary>
    public abstract void Lose();

    /// <summary>It cannot be given up for others, or can be again.</summary>
    public abstract void SetTrapped(bool isTrapped);

    public void Come(SimTime now, WaitCause cause) => (Since, _settled, Cause) = (now, now, cause);

    /// <summary>[time] The waiting since the last time this was asked.</summary>
    public TimeSpan Settle(SimTime now)
    {
        var waited = now - _settled;
        _settled = now;
        return waited;
    }
}
