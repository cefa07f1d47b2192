using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>One lane of a crossing, and the vehicle under inspection in it.</summary>
/// <param name="number">Its number among all of the crossing.</param>
/// <param name="lane">The group of lanes it belongs to.</param>
internal sealed class Bay(int number, int lane)
{
    private EventHandle _end;
    private SimTime _endsAt;
    private SimTime _held;
    private SimTime _settled;
    private WaitCause _cause;
    private TimeSpan _remaining;

    public int Number { get; } = number;

    public int Lane { get; } = lane;

    /// <summary>Whose vehicle it is; null when the lane is free.</summary>
    public QueueEntry? Entry { get; private set; }

    /// <summary>The vehicle's number in its column.</summary>
    public int Vehicle { get; private set; }

    /// <summary>Whether the inspection is held up.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether what holds it up is the holder's word rather than a closure.</summary>
    public bool NeedsPassage { get; private set; }

    /// <summary>The event that ends the inspection; not pending while it is held up.</summary>
    public EventHandle End => _end;

    /// <summary>What is charged with the wait while the inspection is held up.</summary>
    public WaitCause Cause => _cause;

    /// <summary>Since when it is held up.</summary>
    public SimTime HeldSince => _held;

    /// <summary>Up to when that wait has been charged.</summary>
    public SimTime SettledAt => _settled;

    public void Begin(QueueEntry entry, int vehicle, SimTime endsAt, EventHandle end) =>
        (Entry, Vehicle, _endsAt, _end) = (entry, vehicle, endsAt, end);

    /// <summary>[time] What is left of the inspection.</summary>
    public TimeSpan Remaining(SimTime now) => _endsAt - now;

    public void Clear() => (Entry, IsHeld, NeedsPassage) = (null, false, false);

    /// <summary>Holds the inspection up from now on.</summary>
    /// <param name="simulation">The clock.</param>
    /// <param name="remaining">[time] What is left to do when it goes on.</param>
    /// <param name="cause">Why.</param>
    /// <param name="needsPassage">Whether it goes on only when the traffic may pass, rather than when the crossing is open.</param>
    public void Hold(Simulation simulation, TimeSpan remaining, WaitCause cause, bool needsPassage)
    {
        simulation.Cancel(_end);
        (IsHeld, NeedsPassage, _remaining, _cause) = (true, needsPassage, remaining, cause);
        _held = _settled = simulation.Now;
    }

    public void Resume(World world, int place, HandlerId handler, long argument)
    {
        Close(world, place);
        IsHeld = NeedsPassage = false;
        _endsAt = world.Now + _remaining;
        _end = world.Simulation.Schedule(_remaining, Priorities.EndOfService, handler, argument);
    }

    /// <summary>Ends the inspection without a result.</summary>
    public void Abandon(World world, int place)
    {
        world.Simulation.Cancel(_end);
        Close(world, place);
        Clear();
    }

    /// <summary>If the inspection is held up, the wait is over now.</summary>
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
        world.Delays.Charge(place, _cause, world.Now - _settled);
        _settled = world.Now;
    }
}
