namespace SupplySim.Engine.Internals;

/// <summary>One who waits: for a time, in a list, or both at once (a wait with a timeout).</summary>
/// <remarks>
/// A wait ends through an event, the <em>wake</em>, of which a waiter has one at most; so two reasons to end a wait can
/// never both resume it. Whoever ends the wait early puts a wake at now in its place. A waiter stays in its list until it is
/// taken out or resumes.
/// </remarks>
internal abstract class Waiter(Simulation simulation, HandlerId handler, int slot)
{
    private EventHandle _wake;
    private IWaitSource? _source;
    private WaitTerms? _terms;

    public Simulation Simulation { get; } = simulation;

    /// <summary>The handler of this waiter's wake events.</summary>
    public HandlerId Handler { get; } = handler;

    /// <summary>The argument of this waiter's wake events.</summary>
    public int Slot { get; } = slot;

    /// <summary>The list the waiter stands in.</summary>
    public WaitList? List;

    // The links of that list; they belong to it.
    public ref Waiter? Previous => ref Terms.Previous;
    public ref Waiter? Next => ref Terms.Next;

    // What is asked for and what was given; they belong to the source that is waited for.
    public ref long Amount => ref Terms.Amount;
    public ref Priority Rank => ref Terms.Rank;
    public ref long Arrival => ref Terms.Arrival;
    public ref bool Preempts => ref Terms.Preempts;
    public ref bool Served => ref Terms.Served;
    public ref object? Item => ref Terms.Item;
    public ref ResourceHold Granted => ref Terms.Granted;

    /// <summary>The process that waits: itself, or the one of whose waits this is one.</summary>
    public abstract ProcessControl Process { get; }

    /// <summary>How the wait ended, or is going to end if nothing else happens.</summary>
    public WaitOutcome Outcome { get; protected set; }

    /// <summary>When the wait for a time, or with a timeout, is over; <see cref="SimTime.Never"/> for others.</summary>
    public SimTime Until { get; private set; }

    /// <summary>What is left of the wait, if anybody knows.</summary>
    public TimeSpan? Remaining => Until == SimTime.Never
        ? _source?.Remaining(this)
        : SimTime.Max(Until, Simulation.Now) - Simulation.Now;

    public string WaitsFor => _source?.Describe(this) ?? (Until == SimTime.Never ? "an interrupt" : "its time");

    /// <summary>Called by the wake event.</summary>
    public abstract void Resume();

    public void WaitUntil(SimTime at, Priority priority)
    {
        Until = at;
        _wake = Simulation.ScheduleWake(this, at, priority);
    }

    /// <summary>Ends the wait at a time with <see cref="WaitOutcome.TimedOut"/>, unless it is woken before; not if that
    /// time is never.</summary>
    public void TimeOutAt(SimTime at, Priority priority)
    {
        if (at == SimTime.Never) return;
        WaitUntil(SimTime.Max(at, Simulation.Now), priority);
        Outcome = WaitOutcome.TimedOut;
    }

    public void WaitIn(WaitList list, IWaitSource source)
    {
        list.Add(this);
        WaitFor(source);
    }

    /// <summary>Waits for what is in no list.</summary>
    public void WaitFor(IWaitSource? source)
    {
        _source = source;
        Until = SimTime.Never;
    }

    /// <summary>Ends the wait now, through an event.</summary>
    /// <remarks>A new event, not the old one moved to now: that one has the priority of the end of the time.</remarks>
    public void Wake(WaitOutcome outcome = WaitOutcome.Completed)
    {
        Outcome = outcome;
        CancelWake();
        _wake = Simulation.ScheduleWake(this, Simulation.Now, Priority.Normal);
    }

    public void CancelWake() => Simulation.Cancel(_wake);

    /// <summary>Takes back a wake that has not happened yet: the wait goes on, to the end of its patience if it has one.
    /// </summary>
    public void TakeBackWake()
    {
        if (Until == SimTime.Never)
        {
            CancelWake();
        }
        else if (Outcome == WaitOutcome.Completed)
        {
            Outcome = WaitOutcome.TimedOut;
            Simulation.Reschedule(_wake, Until);
        }
    }

    /// <summary>Stops the clock of a wait for a time; it goes on with another <see cref="WaitUntil"/>.</summary>
    public void Pause()
    {
        CancelWake();
        Until = SimTime.Never;
    }

    /// <summary>Clears up after a wait that has run its course, or its time.</summary>
    protected void LeaveServed()
    {
        if (List is null && _source is null) return;
        List?.Remove(this);
        if (Outcome == WaitOutcome.TimedOut) LeaveUnserved();
        else _source = null;
    }

    private WaitTerms Terms => _terms ??= new WaitTerms();

    /// <summary>Takes the waiter back from whatever it stands in line for, without a trace.</summary>
    protected void LeaveUnserved()
    {
        List?.Remove(this);
        var left = _source;
        _source = null;
        left?.Withdrawn(this);
    }
}
