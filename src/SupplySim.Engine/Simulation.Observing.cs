using System.Globalization;
using System.Text;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

// Who listens to a run, and what a run can tell of itself.
public sealed partial class Simulation
{
    private readonly Dictionary<Type, object> _topics = [];
    private EventTrace? _trace;

    /// <summary>Heard when a process is started.</summary>
    public Topic<ProcessStarted> ProcessStarted { get; } = new();

    /// <summary>Heard when a process has ended, by whatever way.</summary>
    public Topic<ProcessEnded> ProcessEnded { get; } = new();

    /// <summary>Heard when a process is interrupted, before it is told.</summary>
    public Topic<ProcessInterrupted> ProcessInterrupted { get; } = new();

    /// <summary>Heard after every event, once all that it did is done; by those who listened when <see cref="RunUntil"/> was
    /// called. What a listener throws ends the run as a failure of that event.</summary>
    public Topic<EventHappened> EventHappened { get; } = new();

    /// <summary>The topic of a model's own kind of event; one for each type. Keep it in a field: the search costs more than
    /// publishing to nobody.</summary>
    public Topic<TEvent> Topic<TEvent>()
    {
        if (!_topics.TryGetValue(typeof(TEvent), out var topic))
            _topics.Add(typeof(TEvent), topic = new Topic<TEvent>());
        return (Topic<TEvent>)topic;
    }

    /// <summary>Notes from now on every event and which one caused it. To trace a run that was not, run it again.</summary>
    /// <param name="inWords">Whether it says of each event what it was, which costs many times the rest; causes are known without.</param>
    /// <remarks>It changes nothing in the run, and costs time and memory for each event. Called again, gives the same
    /// trace, in words from then on if either call asks for them.</remarks>
    public EventTrace Trace(bool inWords = true)
    {
        _queue.KeepSequences();
        _trace ??= new EventTrace(this, _queue.NextSequence);
        _trace.IsInWords |= inWords;
        return _trace;
    }

    /// <summary>The processes that wait, in order of their start.</summary>
    public IReadOnlyList<WaitingProcess> WaitingProcesses() =>
        [.. _processes.Alive().Where(process => process.IsWaiting).Select(process =>
            new WaitingProcess(process.Description, process.WaitsFor, process.Since, process.Until))];

    /// <summary>Who waits for what and how long already, one line for each; says so if nothing can wake them any more.</summary>
    public string DescribeWaiting()
    {
        var waiting = WaitingProcesses();
        var stuck = waiting.Count > 0 && !HasEventsToCome;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{(stuck ? "Deadlock: no event is to come" : "The clock stands")} {Place}, "
                + $"and {waiting.Count} {(waiting.Count == 1 ? "process waits" : "processes wait")}.");
        foreach (var (process, waitsFor, since, until) in waiting)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n'{process}' has waited {Now - since:c} for {waitsFor}");
            if (until != SimTime.Never) text.Append(CultureInfo.InvariantCulture, $", until {until}");
        }
        return text.ToString();
    }

    /// <summary>Who an event went to, in words: a process by its name, unless it ended in that event; another handler by its
    /// text.</summary>
    public string Describe(EventHappened happened) => Describe(happened.Handler.Index, happened.Argument);

    private void RunObservedBefore(ulong limit)
    {
        while (_queue.TryTakeBefore(limit, out var next))
        {
            Happen(in next);
            EventHappened.Publish(new EventHappened(Now, new HandlerId(next.Handler), next.Argument));
        }
    }

    internal string DescribeEvent(int handler, long argument) => Describe(handler, argument);

    private bool HasEventsToCome => _queue.HasEventBefore(EventKey.Of(EventKey.NeverTicks, default));
}
