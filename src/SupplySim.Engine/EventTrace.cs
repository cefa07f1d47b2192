using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>What has happened in a run since <see cref="Simulation.Trace"/>, each event with its cause.</summary>
/// <remarks>
/// The cause of an event is found without asking whoever schedules: events are numbered as they are scheduled, so those
/// that an event has scheduled are those numbered while it happened. Memory: one entry for each event, for as long as
/// the simulation lives. Cost: a search in that list, O(log n), when a cause is asked for.
/// </remarks>
public sealed class EventTrace
{
    private readonly Simulation _simulation;
    private readonly List<Entry> _entries = [];
    private readonly List<(long FirstSequence, long Number)> _schedulers = [];

    internal EventTrace(Simulation simulation, long nextSequence)
    {
        _simulation = simulation;
        First = simulation.EventCount + 1;
        Stop(nextSequence);
    }

    /// <summary>The number of the first event that is in the trace.</summary>
    public long First { get; }

    /// <summary>How many events are in the trace.</summary>
    public int Count => _entries.Count;

    /// <summary>Whether events are described from now on.</summary>
    internal bool IsInWords { get; set; }

    /// <summary>Heard at each event, before it happens.</summary>
    public Topic<TracedEvent> Happening { get; } = new();

    /// <summary>An event of the trace.</summary>
    /// <param name="number">Its number: from <see cref="First"/>, <see cref="Count"/> of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in the trace.</exception>
    public TracedEvent this[long number]
    {
        get
        {
            if (number < First || number >= First + Count)
                throw new ArgumentOutOfRangeException(nameof(number), number,
                    $"The trace holds the {Count} events from {First} on.");
            var entry = _entries[(int)(number - First)];
            return new TracedEvent(number, entry.At, entry.What, CauseOf(entry.Sequence));
        }
    }

    /// <summary>The chain of causes of an event, from itself back to the one that nothing in the trace has caused.</summary>
    public IEnumerable<TracedEvent> Causes(long number)
    {
        for (; number >= First; number = this[number].Cause) yield return this[number];
    }

    /// <summary>Called by the event loop before each event.</summary>
    internal void Note(SimTime at, in DueEvent happening, long sequence, long nextSequence)
    {
        var number = First + Count;
        _schedulers.Add((nextSequence, number));
        _entries.Add(new Entry(at, IsInWords ? _simulation.DescribeEvent(happening.Handler, happening.Argument) : "", sequence));
        if (Happening.IsObserved) Happening.Publish(this[number]);
    }

    /// <summary>Called when the event loop stops: what is scheduled until the next event has no cause.</summary>
    internal void Stop(long nextSequence) => _schedulers.Add((nextSequence, 0));

    /// <summary>The last who began to schedule before this was scheduled.</summary>
    private long CauseOf(long sequence)
    {
        var (low, high) = (0, _schedulers.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_schedulers[middle].FirstSequence <= sequence) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : _schedulers[low - 1].Number;
    }

    private readonly record struct Entry(SimTime At, string What, long Sequence);
}
