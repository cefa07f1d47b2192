using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What happened in a run, as far as somebody asked to have it written down.</summary>
/// <remarks>A run that nobody wants to read has no story: the callers ask before they make up a text. One run, one thread.</remarks>
internal sealed class Story
{
    private readonly ImmutableArray<Happening>.Builder _happenings = ImmutableArray.CreateBuilder<Happening>();
    private readonly List<long> _events = [];
    private readonly ImmutableArray<Trip>.Builder _trips = ImmutableArray.CreateBuilder<Trip>();

    public ImmutableArray<Happening> Happenings => _happenings.ToImmutable();

    public ImmutableArray<Trip> Trips => _trips.ToImmutable();

    /// <summary>How many happenings there are so far.</summary>
    public int Count => _happenings.Count;

    /// <summary>One of them.</summary>
    public Happening this[int number] => _happenings[number];

    /// <summary>The number of the event in which it happened; 0 before the first.</summary>
    public long EventOf(int number) => _events[number];

    public void Tell(SimTime at, long inEvent, HappeningKind kind, string subject, string? detail = null)
    {
        _happenings.Add(new Happening(at, kind, subject, detail));
        _events.Add(inEvent);
    }

    public void Travel(Trip trip) => _trips.Add(trip);
}
