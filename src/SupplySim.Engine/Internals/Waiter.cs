namespace SupplySim.Engine.Internals;

/// <summary>One who waits: for a time, in a list, or both at once (a wait with a timeout).</summary>
/// <remarks>
/// A wait ends through an event, the <em>wake</em>, of which a waiter has one at most; so two reasons to end a wait can
/// never both resume it. Whoever ends the wait early moves the wake to now. A waiter stays in its list until it is
/// taken out or resumes.
/// </remarks>
internal abstract class Waiter(Simulation simulation, int slot)
{
    private EventHandle _wake;
    private IWaitSource? _source;

    public Simulation Simulation { get; } = simulation;

    /// <summary>The argument of this waiter's wake events.</summary>
    public int Slot { get; } = slot;

    // The links of the list the waiter stands in; they belong to that list.
    public WaitList? List;
    public Waiter? Previous;
    public Waiter? Next;

    // What is asked of a resource and what was granted; they belong to that resource.
    public int Amount;
    public ResourceHold Granted;

    /// <summary>How the wait ended, or is going to end if nothing else happens.</summary>
    public WaitOutcome Outcome { get; protected set; }

    /// <summary>Called by the wake event.</summary>
    public abstract void Resume();

    public void WaitUntil(SimTime at, Priority priority) => _wake = Simulation.ScheduleWake(this, at, priority);

    /// <summary>Ends the wait at a time with <see cref="WaitOutcome.TimedOut"/>, unless it is woken before.</summary>
    public void TimeOutAt(SimTime at, Priority priority)
    {
        WaitUntil(at, priority);
        Outcome = WaitOutcome.TimedOut;
    }

    public void WaitIn(WaitList list, IWaitSource? source = null)
    {
        list.Add(this);
        _source = source;
    }

    /// <summary>Ends the wait now, through an event.</summary>
    public void Wake(WaitOutcome outcome = WaitOutcome.Completed)
    {
        Outcome = outcome;
        if (!Simulation.Reschedule(_wake, Simulation.Now)) WaitUntil(Simulation.Now, Priority.Normal);
    }

    /// <summary>Takes back a wake that has not happened yet: the wait goes on.</summary>
    public void CancelWake() => Simulation.Cancel(_wake);

    /// <summary>Clears up after a wait that has run its course.</summary>
    protected void LeaveServed()
    {
        List?.Remove(this);
        _source = null;
    }

    /// <summary>Takes the waiter back from whatever it stands in line for, without a trace.</summary>
    protected void LeaveUnserved()
    {
        List?.Remove(this);
        var left = _source;
        _source = null;
        left?.Withdrawn(this);
    }
}
