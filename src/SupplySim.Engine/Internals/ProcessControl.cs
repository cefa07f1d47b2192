namespace SupplySim.Engine.Internals;

/// <summary>A started process: the chain of bodies that await one another, of which the innermost waits or runs.</summary>
/// <remarks>
/// A body that awaits another, or ends, does not call the next one but names it; <see cref="Resume"/> then moves it on.
/// So sub-processes nest and return without growing the stack. Controls are used again by the simulation; the version
/// tells the processes apart that have used the same one.
/// </remarks>
internal sealed class ProcessControl(Simulation simulation, int slot)
    : Waiter(simulation, simulation.ProcessHandler, slot), IWaitSource
{
    // A body that catches whatever is thrown and waits again would never end; after so many refusals it may wait, for good.
    private const int MostRefusedWaits = 100;

    private ProcessBox _root = null!;
    private ProcessBox _innermost = null!;
    private ProcessBox? _next;
    private string? _name;
    private bool _waiting;
    private object? _interruptCause;
    private TimeSpan? _leftAtInterrupt;
    private bool _ended;
    private Exception? _failure;
    private int _refusedWaits;
    private WaitList? _watchers;
    private WaitGroup? _group;

    public long Version { get; private set; }

    /// <summary>The ordinal of the start, from 1; 0 while not in use.</summary>
    public long Ordinal { get; private set; }

    public string Description => _name ?? FormattableString.Invariant($"#{Ordinal}");

    public string? Name => _name;

    public override ProcessControl Process => this;

    public bool IsWaiting => _waiting;

    /// <summary>Since when it has waited.</summary>
    public SimTime Since { get; private set; }

    /// <summary>Where it waits for several things together.</summary>
    public WaitGroup Group => _group ??= new WaitGroup(this);

    /// <summary>Those who wait for the end of this process.</summary>
    public WaitList Watchers => _watchers ??= new WaitList();

    public void Begin(ProcessBox body, string? name, long ordinal)
    {
        body.Claim(this, parent: null);
        _root = _innermost = body;
        _name = name;
        Ordinal = ordinal;
        WaitUntil(Simulation.Now, Priority.Normal);
    }

    public override void Resume()
    {
        _waiting = false;
        LeaveServed();
        Simulation.Running = this;
        _next = _innermost;
        while (_next is { } body)
        {
            _next = null;
            body.MoveNext();
        }
        Simulation.Running = null;
        if (_ended) Finish();
    }

    /// <summary>Called at the beginning of every wait; throws if the process may not wait.</summary>
    public void EnterWait()
    {
        if (Simulation.IsUnwinding && ++_refusedWaits <= MostRefusedWaits)
            throw new InvalidOperationException(
                $"Process '{Description}' cannot wait any more: the run is over. A 'finally' must not wait.");
        if (_interruptCause is not null) throw TakeInterrupt();
    }

    /// <summary>Notes which body waits. The caller says what for.</summary>
    public void Suspend(ProcessBox body)
    {
        _innermost = body;
        _waiting = true;
        Since = Simulation.Now;
    }

    /// <summary>Called at the end of every wait; throws if the wait was cut short.</summary>
    public WaitOutcome ExitWait()
    {
        var outcome = Outcome;
        Outcome = WaitOutcome.Completed;
        return outcome switch
        {
            WaitOutcome.Interrupted => throw TakeInterrupt(),
            WaitOutcome.Unwound => throw new ProcessUnwoundException(),
            _ => outcome,
        };
    }

    /// <summary>Begins a wait that does not throw: true if an interrupt that came before has ended it already.</summary>
    public bool EnterWaitOrInterrupted()
    {
        if (_interruptCause is null || Simulation.IsUnwinding)
        {
            EnterWait();
            return false;
        }
        Outcome = WaitOutcome.Interrupted;
        return true;
    }

    /// <summary>Ends a wait that does not throw.</summary>
    public WaitResult ExitWaitWithResult()
    {
        if (Outcome == WaitOutcome.Interrupted)
        {
            Outcome = WaitOutcome.Completed;
            return new WaitResult(TakeInterrupt());
        }
        var end = ExitWait() == WaitOutcome.TimedOut ? WaitEnd.TimedOut : WaitEnd.Completed;
        var result = new WaitResult(this, end, 0);
        (Granted, Item) = (default, null);
        return result;
    }

    /// <summary>Lets another body of this process run as soon as the current one has stopped.</summary>
    public void Continue(ProcessBox body) => _next = body;

    public void BodyEnded(ProcessBox? parent, Exception? exception)
    {
        _next = parent;
        if (parent is not null) return;
        _ended = true;
        _failure = exception;
    }

    public bool Interrupt(object cause)
    {
        if (_interruptCause is not null) return false;
        _interruptCause = cause;
        _leftAtInterrupt = _waiting ? Remaining : null;
        if (Simulation.ProcessInterrupted.IsObserved)
            Simulation.ProcessInterrupted.Publish(new(Ordinal, _name, Simulation.Now, cause));
        if (!_waiting) return true;
        CancelWake(); // its own priority is that of the wait, not of the interrupt
        Wake(WaitOutcome.Interrupted);
        LeaveUnserved(); // last: those to whom it makes room go on after it
        return true;
    }

    /// <summary>Ends a process at the end of the run, at once and without an event.</summary>
    /// <returns>Whether it has ended; a body that swallows exceptions may not.</returns>
    public bool Unwind()
    {
        var version = Version;
        LeaveUnserved();
        if (_waiting)
        {
            Outcome = WaitOutcome.Unwound;
            Resume();
        }
        else
        {
            Finish();
        }
        return Version != version;
    }

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        // Those who wait for its end stand in a list, which they have left.
    }

    string IWaitSource.Describe(Waiter waiter) => $"the end of process '{Description}'";

    private void Finish()
    {
        var thrown = _failure is ProcessUnwoundException ? null : _failure;
        if (Simulation.ProcessEnded.IsObserved)
            Simulation.ProcessEnded.Publish(new(Ordinal, _name, Simulation.Now, thrown));
        var failed = thrown is null ? null : Description;
        _root.Recycle();
        _root = _innermost = null!;
        Version++;
        Ordinal = 0;
        _name = null;
        _ended = false;
        _failure = null;
        _interruptCause = null;
        _refusedWaits = 0;
        _watchers?.WakeAll();
        Simulation.Release(this);
        if (thrown is SimulationFailedException) throw thrown;
        if (thrown is not null) throw Simulation.Failure(thrown, failed);
    }

    private InterruptedException TakeInterrupt()
    {
        var cause = _interruptCause!;
        _interruptCause = null;
        return new InterruptedException(cause, _leftAtInterrupt);
    }
}
