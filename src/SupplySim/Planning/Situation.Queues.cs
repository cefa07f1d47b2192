using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Planning;

// Who waits at crossings, as reported.
public sealed partial class Situation
{
    // By place. Null where no policy looks at queues.
    private readonly KnownQueue?[]? _queues;

    /// <summary>[vehicles] How many of a kind of traffic waited at a crossing, in both directions: those who had come and were not
    /// inspected yet.</summary>
    /// <param name="crossing">A crossing's id.</param>
    /// <param name="traffic">Such as <c>aid</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such crossing or traffic.</exception>
    public Known<int> Waiting(PlaceId crossing, string traffic)
    {
        _catalogue.TrafficNumber(traffic);
        if (!_catalogue.TryPlace(crossing.Value ?? "", out var place) || _catalogue.Crossings[place] is null)
            throw new KeyNotFoundException($"There is no crossing '{crossing}'");
        if (QueueAt(place) is not { } queue) return new Known<int>(0, Now);
        var waiting = 0;
        for (var kind = 0; kind < _catalogue.Traffics.Length; kind++)
            if (_catalogue.Traffics[kind] == traffic) waiting += queue.Of(kind);
        return new Known<int>(waiting, queue.AsOf);
    }

    /// <summary>[time] How late one hears of queues.</summary>
    internal TimeSpan QueuesLag { get; set; }

    /// <summary>Grows by one each time something is noted that is known at once.</summary>
    internal int QueuesVersion { get; private set; }

    /// <summary>Whether anybody has asked for a queue: whoever did learns something all the time.</summary>
    internal bool AreQueuesRead { get; private set; }

    /// <summary>Whether anybody may ask for queues.</summary>
    internal bool HasQueues => _queues is not null;

    /// <summary>What is known of the queue at a crossing.</summary>
    internal KnownQueue? QueueAt(int place)
    {
        AreQueuesRead = true;
        if (_queues?[place] is not { } queue) return null;
        queue.Hear(HeardUpTo);
        return queue;
    }

    /// <summary>More or fewer wait in a line of a crossing.</summary>
    internal void NoteWaiting(int place, int line, int vehicles, bool isLaden)
    {
        _queues![place]!.Note(Now, line, vehicles, isLaden);
        Hear(place);
    }

    /// <summary>More or fewer wait at a crossing for a search bay.</summary>
    internal void NoteForBay(int place, int vehicles, int traffic)
    {
        _queues![place]!.NoteForBay(Now, vehicles, traffic);
        Hear(place);
    }

    /// <summary>The queue of a crossing is dealt with at another pace.</summary>
    internal void NotePace(int place, QueuePace pace)
    {
        _queues![place]!.Note(Now, pace);
        Hear(place);
    }

    private SimTime HeardUpTo => Now - SimTime.Start > QueuesLag ? Now - QueuesLag : SimTime.Start;

    private void Hear(int place)
    {
        _queues![place]!.Hear(HeardUpTo);
        if (QueuesLag == TimeSpan.Zero) QueuesVersion++;
    }

    private static KnownQueue?[] QueuesOf(Catalogue catalogue) =>
        [.. catalogue.Crossings.Select(crossing => crossing is null ? null : new KnownQueue(crossing))];
}
