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

    private ProcessBox root = null!;
    private ProcessBox innermost = null!;
    private ProcessBox? next;
    private string? name;
    private bool waiting;
    private object? interruptCause;
    private bool ended;
    private Exception? failure;
    private int refusedWaits;
    private WaitList? watchers;

    public long Version { get; private set; }

    /// <summary>The ordinal of the start, from 1; 0 while not in use.</summary>
    public long Ordinal { get; private set; }

    public string Description => name ?? FormattableString.Invariant($"#{Ordinal}");

    /// <summary>Those who wait for the end of this process.</summary>
    public WaitList Watchers => watchers ??= new WaitList();

    public void Begin(ProcessBox body, string? name, long ordinal)
    {
        body.Claim(this, parent: null);
        root = innermost = body;
        this.name = name;
        Ordinal = ordinal;
        WaitUntil(Simulation.Now, Priority.Normal);
    }

    public override void Resume()
    {
        waiting = false;
        LeaveServed();
        Simulation.Running = this;
        next = innermost;
        while (next is { } body)
        {
            next = null;
            body.MoveNext();
        }
        Simulation.Running = null;
        if (ended) Finish();
    }

    /// <summary>Called at the beginning of every wait; throws if the process may not wait.</summary>
    public void EnterWait()
    {
        if (Simulation.IsUnwinding && ++refusedWaits <= MostRefusedWaits)
            throw new InvalidOperationException(
                $"Process '{Description}' cannot wait any more: the run is over. A 'finally' must not wait.");
        if (interruptCause is not null) throw TakeInterrupt();
    }

    /// <summary>Notes which body waits. The caller says what for.</summary>
    public void Suspend(ProcessBox body)
    {
        innermost = body;
        waiting = true;
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
    public void Continue(ProcessBox body) => next = body;

    public void BodyEnded(ProcessBox? parent, Exception? exception)
    {
        next = parent;
        if (parent is not null) return;
        ended = true;
        failure = exception;
    }

    public bool Interrupt(object cause)
    {
        if (interruptCause is not null) return false;
        interruptCause = cause;
        if (!waiting) return true;
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
        if (waiting)
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
        var thrown = failure is ProcessUnwoundException ? null : failure;
        var failed = thrown is null ? null : Description;
        root.Recycle();
        root = innermost = null!;
        Version++;
        Ordinal = 0;
        name = null;
        ended = false;
        failure = null;
        interruptCause = null;
        refusedWaits = 0;
        watchers?.WakeAll();
        Simulation.Release(this);
        if (thrown is SimulationFailedException) throw thrown;
        if (thrown is not null) throw Simulation.Failure(thrown, failed);
    }

    private InterruptedException TakeInterrupt()
    {
        var cause = interruptCause!;
        interruptCause = null;
        return new InterruptedException(cause);
    }
}
