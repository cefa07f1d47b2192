using System.Runtime.CompilerServices;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>One run of a model: the clock, the pending events, and the processes that live on them.</summary>
/// <remarks>
/// <para>Order: events happen by time, then by priority (smaller first), then in the order in which they were scheduled;
/// a rescheduled event counts as newly scheduled. Nothing else has a say: the same model with the same seed and
/// replication does the same things in the same order, which <see cref="EventFingerprint"/> proves.</para>
/// <para>Cost: scheduling, cancelling and taking an event is O(log n) in the number pending, and allocates nothing once
/// the storage has grown to the size that the model needs.</para>
/// <para>Threads: a simulation belongs to one thread at a time. Replications run in parallel, each with its own.</para>
/// <para>Errors: whatever an event or process throws ends the run as one <see cref="SimulationFailedException"/>; a
/// failed run cannot be continued.</para>
/// </remarks>
public sealed partial class Simulation
{
    private readonly EventQueue _queue;
    private readonly SimulationOptions _options;
    private readonly RecentEvents _recent;
    private IEventHandler[] _handlers = new IEventHandler[8];
    private Action<long>[] _handle = new Action<long>[8]; // of the same: a call by interface would look up its method at every event
    private int _handlerCount;
    private int _eventsThisInstant;
    private Fingerprint _fingerprint;
    private RunState _state;

    // The simulation whose events happen on this thread, the innermost if an event of one runs another.
    [ThreadStatic]
    private static Simulation? _happening;

    /// <summary>An empty simulation whose clock shows <see cref="SimTime.Start"/>.</summary>
    /// <param name="seed">The seed of the experiment, shared by its replications.</param>
    /// <param name="replication">The number of this replication, 0 or more.</param>
    /// <param name="options">Bounds; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The replication is negative.</exception>
    public Simulation(ulong seed, int replication, SimulationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        Seed = seed;
        Replication = replication;
        _options = options ?? new SimulationOptions();
        _recent = new RecentEvents(_options.MaxEventsPerInstant);
        Register(new NoHandler()); // first: the default HandlerId names it
        _processes = new ProcessTable(this);
        _processHandler = Register(_processes);
        _queue = new EventQueue(foresight: _processes);
    }

    private enum RunState
    {
        Idle,
        Running,
        Failed,
        Unwinding,
        Over,
    }

    /// <summary>The seed of the experiment.</summary>
    public ulong Seed { get; }

    /// <summary>The number of this replication.</summary>
    public int Replication { get; }

    /// <summary>The time of the event that is happening, or where the last <see cref="RunUntil"/> ended.</summary>
    public SimTime Now { get; private set; }

    /// <summary>The horizon of the current or last <see cref="RunUntil"/>; <see cref="SimTime.Never"/> before the first.</summary>
    public SimTime Horizon { get; private set; } = SimTime.Never;

    /// <summary>How many events have happened.</summary>
    public long EventCount { get; private set; }

    /// <summary>A digest of the time, handler and argument of every event that has happened, in their order.</summary>
    /// <remarks>Comparable between runs of the same version of the model only: it changes with the model's inner workings.</remarks>
    public ulong EventFingerprint => _fingerprint.Value;

    /// <summary>Makes a handler known, so that events can name it.</summary>
    /// <returns>Its id. Ids are dense and in order of registration, so a model registers its handlers in a fixed order.</returns>
    public HandlerId Register(IEventHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (_handlerCount == _handlers.Length)
        {
            Array.Resize(ref _handlers, _handlerCount * 2);
            Array.Resize(ref _handle, _handlerCount * 2);
        }
        (_handlers[_handlerCount], _handle[_handlerCount]) = (handler, handler.Handle);
        return new HandlerId(_handlerCount++);
    }

    /// <summary>Schedules an event at a point of time, which may be now.</summary>
    /// <param name="at">Not before <see cref="Now"/>. At <see cref="SimTime.Never"/> it stays pending until moved.</param>
    /// <param name="priority">Its rank among the events of that instant.</param>
    /// <param name="handler">What is to happen.</param>
    /// <param name="argument">Handed to the handler.</param>
    /// <returns>The handle by which the event can be cancelled or moved.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed.</exception>
    /// <exception cref="OverflowException">The time is beyond <see cref="SimTime.Latest"/>.</exception>
    public EventHandle Schedule(SimTime at, Priority priority, HandlerId handler, long argument = 0) =>
        _queue.Schedule(EventKey.Of(SchedulableTicks(at), priority), handler.Index, argument);

    /// <summary>Schedules an event after a delay, which may be zero.</summary>
    /// <param name="delay">Not negative.</param>
    /// <param name="priority">Its rank among the events of that instant.</param>
    /// <param name="handler">What is to happen.</param>
    /// <param name="argument">Handed to the handler.</param>
    /// <returns>The handle by which the event can be cancelled or moved.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    /// <exception cref="OverflowException">The time is beyond <see cref="SimTime.Latest"/>.</exception>
    public EventHandle Schedule(TimeSpan delay, Priority priority, HandlerId handler, long argument = 0) =>
        _queue.Schedule(EventKey.Of(SchedulableTicksAfter(delay), priority), handler.Index, argument);

    /// <summary>Takes back a pending event.</summary>
    /// <returns>Whether there was one: <see langword="false"/> if it has happened or was cancelled before.</returns>
    public bool Cancel(EventHandle handle) => _queue.Cancel(handle);

    /// <summary>Moves a pending event to another time; its priority stays, and its handle stays valid.</summary>
    /// <remarks>It counts as newly scheduled: among its equals it goes last, even if its time is the one it had.</remarks>
    /// <returns>Whether there was one: <see langword="false"/> if it has happened or was cancelled before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed.</exception>
    /// <exception cref="OverflowException">The time is beyond <see cref="SimTime.Latest"/>.</exception>
    public bool Reschedule(EventHandle handle, SimTime at) => _queue.Reschedule(handle, SchedulableTicks(at));

    /// <summary>Whether the event has yet to happen and was not cancelled.</summary>
    public bool IsPending(EventHandle handle) => _queue.IsPending(handle);

    /// <summary>The random numbers of a name in this replication. Asking twice gives the same numbers.</summary>
    /// <param name="name">Purpose and owner, as <c>travel/dohuk-zakho</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or no valid Unicode.</exception>
    public RandomStream Stream(string name) => Stream(StreamKey.Of(name));

    /// <summary>The random numbers of a name in this replication, by its key.</summary>
    public RandomStream Stream(StreamKey key) => new(this, key);

    /// <summary>Whether anything was drawn so far from a <see cref="Stream(StreamKey)"/> of it. Where
    /// nothing ever is, every replication is the same.</summary>
    public bool IsRandom { get; internal set; }

    /// <summary>Lets every event before the horizon happen; the clock then shows the horizon.</summary>
    /// <remarks>Half-open: what is due exactly at the horizon does not happen, so that running to T and on to U is the
    /// same as running to U. May be called again with a later horizon.</remarks>
    /// <param name="horizon">From <see cref="Now"/> to <see cref="SimTime.Latest"/>.</param>
    /// <exception cref="SimulationFailedException">An event or process failed, or time stood still.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon has passed or is beyond the latest time.</exception>
    /// <exception cref="InvalidOperationException">Called from inside an event, or after a failure or unwinding.</exception>
    public void RunUntil(SimTime horizon)
    {
        CheckCanRun(horizon);
        Horizon = horizon;
        _state = RunState.Running;
        // While this one runs, no process of an outer one does: it cannot be mistaken for whoever awaits time of the outer one.
        var (outer, waiting) = (_happening, _happening?.Running);
        if (outer is not null) outer.Running = null;
        _happening = this;
        try
        {
            RunEventsBefore(EventKey.Of(horizon.Ticks, default));
            if (_failure is not null) throw _failure; // a process has caught it, and no event came after
        }
        catch (Exception exception)
        {
            _state = RunState.Failed;
            if (exception == _failure) throw;
            throw Failure(exception);
        }
        finally
        {
            _happening = outer;
            if (outer is not null) outer.Running = waiting;
        }
        _state = RunState.Idle;
        _trace?.Stop(_queue.NextSequence);
        MoveClock(horizon);
    }

    private void RunEventsBefore(ulong limit)
    {
        if (EventHappened.IsObserved) RunObservedBefore(limit);
        else while (_queue.TryTakeBefore(limit, out var next)) Happen(in next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Happen(in DueEvent next)
    {
        var at = SimTime.FromTicks(EventKey.Ticks(next.Key));
        if (at != Now) MoveClock(at);
        if (++_eventsThisInstant > _recent.From) NoteForLivelock(next.Handler, next.Argument);
        EventCount++;
        _trace?.Note(at, in next, _queue.SequenceOf(in next), _queue.NextSequence);
        _fingerprint.Add(at.Ticks, unchecked(next.Argument + ((long)next.Handler << 48)));
        _handle[next.Handler](next.Argument);
    }

    private void MoveClock(SimTime to)
    {
        if (to != Now) _eventsThisInstant = 0;
        Now = to;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long SchedulableTicks(SimTime at) =>
        at >= Now && at <= SimTime.Latest ? at.Ticks : NeverTicksOrThrow(at);

    // The sum cannot overflow: the clock shows no more than the latest time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long SchedulableTicksAfter(TimeSpan delay) =>
        unchecked((ulong)delay.Ticks) <= (ulong)(SimTime.Latest.Ticks - Now.Ticks)
            ? Now.Ticks + delay.Ticks
            : NeverTicksOrThrow(After(delay));

    private void CheckCanRun(SimTime horizon)
    {
        if (_state != RunState.Idle) throw new InvalidOperationException(_state switch
        {
            RunState.Running => "The simulation is running: an event or process cannot run it.",
            RunState.Failed => "The simulation has failed and cannot be continued; start another.",
            _ => "The simulation is over: its processes were unwound; start another.",
        });
        if (horizon < Now || horizon > SimTime.Latest)
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon,
                $"The horizon must lie between the clock, {Now}, and the latest time, {SimTime.Latest}.");
    }
}
