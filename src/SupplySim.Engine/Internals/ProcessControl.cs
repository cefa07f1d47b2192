namespace SupplySim.Engine.Internals;

/// <summary>A started process: the chain of bodies that await one another, of which the innermost waits or runs.</summary>
/// <remarks>
/// A body that awaits another, or ends, does not call the next one but names it; <see cref="Resume"/> then moves it on.
/// So sub-processes nest and return without growing the stack. Controls are used again by the simulation; the version
/// tells the processes apart that have used the same one.
/// </remarks>
internal sealed class ProcessControl(Simulation simulation, int slot) : Waiter(simulation, slot)
{
    // A body that catches whatever is thrown and waits again would never end; after so many refusals it may wait, for good.
    private const int MostRefusedWaits = 100;

    private ProcessBox _root = null!;
    private ProcessBox _innermost = null!;
    private ProcessBox? _next;
    private string? _name;
    private bool _waiting;
    private object? _interruptCause;
    private bool _ended;
    private Exception? _failure;
    private int _refusedWaits;
    private WaitList? _watchers;

    public long Version { get; private set; }

    /// <summary>The ordinal of the start, from 1; 0 while not in use.</summary>
    public long Ordinal { get; private set; }

    public string Description => _name ?? FormattableString.Invariant($"#{Ordinal}");

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

    private void Finish()
    {
        var thrown = _failure is ProcessUnwoundException ? null : _failure;
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
        return new InterruptedException(cause);
    }
}
