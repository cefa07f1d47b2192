using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Where one vehicle at a time is dealt with at a crossing: a lane, a search bay, a dock of a transshipment.</summary>
/// <remarks>What a closure or a capture does to the vehicle in it is said here once.</remarks>
/// <param name="number">Its number among those of its kind, which its events carry.</param>
internal abstract class Station(int number)
{
    private EventHandle _end;
    private SimTime _endsAt;
    private SimTime _held;
    private SimTime _settled;
    private WaitCause _cause;
    private ClosureHold? _blamed;
    private TimeSpan _remaining;

    public int Number { get; } = number;

    /// <summary>Whether the work is held up.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether it is held up before the work, which begins anew, rather than in it: it then waits
    /// for all that whoever begins waits for.</summary>
    public bool BeginsAnew { get; private set; }

    /// <summary>The event that ends the work; not pending while it is held up.</summary>
    public EventHandle End => _end;

    /// <summary>What is charged with the wait while the work is held up.</summary>
    public WaitCause Cause => _cause;

    /// <summary>Since when it is held up.</summary>
    public SimTime HeldSince => _held;

    /// <summary>Up to when that wait has been charged.</summary>
    public SimTime SettledAt => _settled;

    /// <summary>Whether a vehicle is in it.</summary>
    public abstract bool IsTaken { get; }

    /// <summary>The traffic of that vehicle.</summary>
    protected abstract int Traffic { get; }

    /// <summary>What is held up with it; of a stranger nobody's.</summary>
    protected abstract Shipment Shipment { get; }

    /// <summary>[time] How long the work takes that is begun anew.</summary>
    protected abstract TimeSpan Again();

    /// <summary>The vehicle is lost; the station is free then.</summary>
    public abstract void Lose();

    /// <summary>The vehicle cannot be given up for others, or can be again.</summary>
    protected abstract void SetTrapped(bool isTrapped);

    public virtual void Clear() => (IsHeld, BeginsAnew) = (false, false);

    /// <summary>A closure comes over the vehicle in it.</summary>
    public void Meet(World world, ClosureHold hold)
    {
        if (!IsTaken || (hold.Traffics >> Traffic & 1) == 0) return;
        if (hold.EnRoute == EnRoute.Trapped) SetTrapped(true);
        if (hold.EnRoute == EnRoute.Lost) Lose();
        else if (hold.EnRoute == EnRoute.TurnBack) HoldUpAnew(world.Simulation);
        else if (hold.EnRoute != EnRoute.Complete && !IsHeld) HoldUp(world.Simulation, _endsAt - world.Now);
    }

    /// <summary>The crossing changes hands over the vehicle in it.</summary>
    public void Meet(World world, CapturedVehicles fate)
    {
        if (!IsTaken || fate == CapturedVehicles.Release) return;
        if (fate == CapturedVehicles.Seized) Lose();
        else HoldUpAnew(world.Simulation);
    }

    /// <summary>What was held up goes on, if it may; if not, the first gate that is shut is charged from now on.</summary>
    public void TryResume(World world, CrossingState state, HandlerId handler)
    {
        if (!IsHeld) return;
        var answer = Passage.Ask(state, Traffic, world.Now);
        if (BeginsAnew ? !answer.May : !state.IsOpenFor(Traffic))
        {
            Settle(world, state.Place);
            (_cause, _blamed) = (answer.Cause, answer.Blamed);
            return;
        }
        Close(world, state.Place);
        IsHeld = BeginsAnew = false;
        Plan(world.Simulation, _remaining, handler);
        SetTrapped(false);
    }

    /// <summary>If the work is held up, the wait is over now.</summary>
    public void Close(World world, int place)
    {
        if (!IsHeld) return;
        Settle(world, place);
        world.Delays.Close(place, _held, world.Now);
    }

    /// <summary>Charges the time for which it was held up to now.</summary>
    public void Settle(World world, int place)
    {
        if (!IsHeld) return;
        world.Delays.Charge(new Waiting(place, _cause, _blamed, Shipment), _settled, world.Now, (world.Now - _settled).Ticks);
        _settled = world.Now;
    }

    /// <summary>The work ends after a time, which is told to a handler with the bay's number.</summary>
    protected void Plan(Simulation simulation, TimeSpan time, HandlerId handler)
    {
        _endsAt = simulation.Now + time;
        _end = simulation.Schedule(_endsAt, Priorities.EndOfService, handler, Number);
    }

    /// <summary>Ends the work without a result.</summary>
    protected void Abandon(World world, int place)
    {
        world.Simulation.Cancel(_end);
        Close(world, place);
        Clear();
    }

    private void HoldUpAnew(Simulation simulation)
    {
        if (BeginsAnew) return;
        if (IsHeld) _remaining = Again();
        else HoldUp(simulation, Again());
        BeginsAnew = true;
    }

    // By what, TryResume finds at this very instant, when all has changed.
    private void HoldUp(Simulation simulation, TimeSpan remaining)
    {
        simulation.Cancel(_end);
        (IsHeld, _remaining) = (true, remaining);
        _held = _settled = simulation.Now;
    }
}
