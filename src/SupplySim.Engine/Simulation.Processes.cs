using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

// The life of processes: start, delays, unwinding at the end.
public sealed partial class Simulation
{
    private readonly ProcessTable _processes;
    private readonly HandlerId _processHandler;

    internal HandlerId ProcessHandler => _processHandler;

    internal ProcessControl? Running { get; set; }

    /// <summary>The body that goes on when the running one has stopped: one it awaits, or one that awaits it.</summary>
    internal ProcessBox? NextBody { get; set; }

    internal ProcessControl RunningProcess => Running ?? throw IProcessAwaiter.OutsideProcess();

    internal bool IsUnwinding => _state == RunState.Unwinding;

    /// <summary>Starts a process. Its body begins in an event of its own at the current time, of
    /// <see cref="Priority.Normal"/>, never inside the caller.</summary>
    /// <param name="process">What an <c>async Process</c> method has returned.</param>
    /// <param name="name">What to call it in messages: a text, or anything that is asked for one by <c>ToString()</c> when a message is
    /// written; <see langword="null"/> for its number.</param>
    /// <exception cref="InvalidOperationException">The process has been started or awaited before.</exception>
    public ProcessHandle Start(Process process, object? name = null)
    {
        ProcessBox.CheckUnclaimed(process.Body, process.Version);
        var control = _processes.Begin(process.Body, name);
        if (ProcessStarted.IsObserved) ProcessStarted.Publish(new ProcessStarted(control.Ordinal, name?.ToString(), Now));
        return new ProcessHandle(control, name);
    }

    /// <summary>The wait for a time to pass, counted from this call: <c>await simulation.Delay(…)</c>.</summary>
    /// <param name="delay">Not negative; a delay of zero still lets other events of the instant go first.</param>
    /// <param name="priority">The rank of the event that ends the wait; <see cref="Priority.Normal"/> if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    /// <exception cref="OverflowException">The end of the wait is beyond <see cref="SimTime.Latest"/>.</exception>
    public DelayWait Delay(TimeSpan delay, Priority? priority = null) => new(this, EndOf(delay), priority ?? Priority.Normal);

    /// <summary>The wait for a point of time: <c>await simulation.DelayUntil(…)</c>.</summary>
    /// <param name="at">Not before <see cref="Now"/>; <see cref="SimTime.Never"/> waits until interrupted.</param>
    /// <param name="priority">The rank of the event that ends the wait; <see cref="Priority.Normal"/> if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed.</exception>
    /// <exception cref="OverflowException">The time is beyond <see cref="SimTime.Latest"/>.</exception>
    public DelayWait DelayUntil(SimTime at, Priority? priority = null)
    {
        SchedulableTicks(at);
        return new DelayWait(this, at, priority ?? Priority.Normal);
    }

    /// <summary>Ends every process that is still waiting, in the order of their start, so that <c>using</c> and
    /// <c>finally</c> run; the simulation is then over.</summary>
    /// <remarks>
    /// No event happens any more: what is released, opened, fired or scheduled meanwhile has no consequence, and a body
    /// that has yet to begin never does. A wait inside <c>finally</c> throws. Freeze measures and fingerprints first. If
    /// something is thrown, the other processes are still unwound; then the first failure is thrown.
    /// </remarks>
    /// <exception cref="SimulationFailedException">A process threw while it was unwound, or would not end.</exception>
    /// <exception cref="InvalidOperationException">Called from inside an event.</exception>
    public void UnwindProcesses()
    {
        if (_state is RunState.Running or RunState.Unwinding)
            throw new InvalidOperationException("The simulation is running: an event or process cannot unwind it.");
        _state = RunState.Unwinding;
        SimulationFailedException? first = null;
        foreach (var process in _processes.Alive())
        {
            var failure = Unwind(process);
            first ??= failure;
        }
        _state = RunState.Over;
        if (first is not null) throw first;
    }

    internal SimTime After(TimeSpan delay) => delay >= TimeSpan.Zero ? Now + delay : throw NegativeDelay(delay);

    /// <summary>When a time that begins now is over; throws unless an event can be scheduled then. Asked where a wait is
    /// made: once it has begun, nothing may throw any more, since a body that has stopped cannot clear up.</summary>
    internal SimTime EndOf(TimeSpan lasting) => SimTime.FromTicks(SchedulableTicksAfter(lasting));

    internal SimTime DeadlineOf(TimeSpan? patience) => patience is { } bounded ? EndOf(bounded) : SimTime.Never;

    internal EventHandle ScheduleWake(Waiter waiter, SimTime at, Priority priority) =>
        Schedule(at, priority, waiter.Handler, waiter.Slot);

    internal void Release(ProcessControl process) => _processes.Release(process);

    private SimulationFailedException? Unwind(ProcessControl process)
    {
        var description = process.Description;
        try
        {
            return process.Unwind() ? null : Failure(
                new InvalidOperationException("It catches every exception and keeps waiting, so it cannot be unwound."),
                description);
        }
        catch (Exception exception)
        {
            return Failure(exception, description);
        }
    }
}
