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

    private readonly ProcessLife _life = new();
    private ProcessBox _innermost = null!;
    private object? _interruptCause;
    private bool _waiting;
    private bool _ended;

    public long Version => _life.Version;

    /// <summary>The ordinal of the start, from 1; 0 while not in use.</summary>
    public long Ordinal => _life.Ordinal;

    public string Description => Name ?? FormattableString.Invariant($"#{Ordinal}");

    public string? Name => _life.Name?.ToString();

    public override ProcessControl Process => this;

    public bool IsWaiting => _waiting;

    /// <summary>Since when it has waited.</summary>
    public SimTime Since { get; private set; }

    /// <summary>Where it waits for several things together.</summary>
    public WaitGroup Group => _life.Group ??= new WaitGroup(this);

    /// <summary>Those who wait for the end of this process.</summary>
    public WaitList Watchers => _life.Watchers ??= new WaitList();

    public void Begin(ProcessBox body, object? name, long ordinal)
    {
        body.Claim(this, parent: null);
        _life.Root = _innermost = body;
        _life.Name = name;
        _life.Ordinal = ordinal;
        WaitUntil(Simulation.Now, Priority.Normal);
    }

    public override void Resume()
    {
        _waiting = false;
        LeaveServed();
        Simulation.Running = this;
        var moves = 0;
        for (var body = _innermost; body is not null; body = Simulation.NextBody)
        {
            // A body that awaits one that ends at once, over and over, never comes back to the clock.
            if (++moves > Simulation.MostMoves) throw Simulation.NeverWaits();
            Simulation.NextBody = null;
            body.MoveNext();
        }
        Simulation.Running = null;
        if (_ended) Finish();
    }

    /// <summary>Reads something of whatever <see cref="Resume"/> is going to need.</summary>
    public int Touch() => _waiting ? _innermost.Touch() : 0;

    /// <summary>Called at the beginning of every wait; throws if the process may not wait.</summary>
    public void EnterWait()
    {
        if (Simulation.IsUnwinding && ++_life.RefusedWaits <= MostRefusedWaits)
            throw new InvalidOperationException(
                $"Process '{Description}' cannot wait any more: the run is over. A 'finally' must not wait.");
        if (_interruptCause is not null) throw TakeInterrupt();
    }

    /// <summary>Notes which body waits. The caller says what for.</summary>
    public void Suspend(ProcessBox body)
    {
        if (_innermost != body) _innermost = body;
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
    public void Continue(ProcessBox body) => Simulation.NextBody = body;

    public void BodyEnded(ProcessBox? parent, Exception? exception)
    {
        Simulation.NextBody = parent;
        if (parent is not null) return;
        _ended = true;
        _life.Failure = exception;
    }

    public bool Interrupt(object cause)
    {
        if (_interruptCause is not null) return false;
        _interruptCause = cause;
        _life.LeftAtInterrupt = _waiting ? Remaining : null;
        if (Simulation.ProcessInterrupted.IsObserved)
            Simulation.ProcessInterrupted.Publish(new(Ordinal, Name, Simulation.Now, cause));
        if (!_waiting) return true;
        Wake(WaitOutcome.Interrupted);
        LeaveUnserved(); // last: those to whom it makes room go on after it
        return true;
    }

    /// <summary>Ends a process at the end of the run, at once and without an event.</summary>
    /// <returns>Whether it has ended; a body that swallows exceptions may not.</returns>
    public bool Unwind()
    {
        var version = Version;
        try
        {
            LeaveUnserved();
        }
        finally
        {
            EndUnwound(); // also if what a model has handed to a store or service has thrown
        }
        return Version != version;
    }

    private void EndUnwound()
    {
        if (_waiting && MayClearUp())
        {
            Outcome = WaitOutcome.Unwound;
            Resume();
        }
        else
        {
            DropInnerBodies();
            Finish();
        }
    }

    private bool MayClearUp()
    {
        for (var body = _innermost; body is not null; body = body.Parent)
            if (body.MayClearUp) return true;
        return false;
    }

    // Nobody in the chain has anything to do at the end: none of them needs to be told by an exception, which costs a thousand
    // times as much.
    private void DropInnerBodies()
    {
        for (var body = _innermost; body != _life.Root; body = _innermost)
        {
            _innermost = body.Parent!;
            body.Recycle();
        }
        _waiting = false;
    }

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        // Those who wait for its end stand in a list, which they have left.
    }

    string IWaitSource.Describe(Waiter waiter) =>
        waiter.List is null ? "the end of a process, which has come" : $"the end of process '{Description}'";

    private void Finish()
    {
        var thrown = _life.Failure is ProcessUnwoundException ? null : _life.Failure;
        var (ordinal, name) = (Ordinal, _life.Name);
        var failed = thrown is null ? null : Description;
        _life.Root.Recycle();
        _life.Root = _innermost = null!;
        _life.Version++;
        _life.Ordinal = 0;
        _life.Name = null;
        _ended = false;
        _life.Failure = null;
        _interruptCause = null;
        _life.RefusedWaits = 0;
        _life.Watchers?.WakeAll();
        Simulation.Release(this);
        if (Simulation.ProcessEnded.IsObserved) // last: a listener may throw
            Simulation.ProcessEnded.Publish(new ProcessEnded(ordinal, name?.ToString(), Simulation.Now, thrown));
        if (thrown is not null) throw Simulation.Failure(thrown, failed);
    }

    private InterruptedException TakeInterrupt()
    {
        var cause = _interruptCause!;
        _interruptCause = null;
        return new InterruptedException(cause, _life.LeftAtInterrupt);
    }
}
