using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What happened in a run, as far as somebody asked to have it written down.</summary>
/// <remarks>A run that nobody wants to read has no story: the callers ask before they make up a text. Texts
/// that are told hundreds of times are put together when somebody reads them, from what they are about and nothing that a run changes or
/// that holds a run. One run, one thread.</remarks>
internal sealed class Story
{
    private readonly Recording<Happening> _happenings = new();
    private readonly Recording<long> _events = new();
    private readonly Recording<Trip> _trips = new();
    private readonly Recording<Stay> _stays = new();
    private readonly Recording<HeadAt> _heads = new();

    public ImmutableArray<Happening> Happenings => _happenings.ToImmutable();

    public ImmutableArray<Trip> Trips => _trips.ToImmutable();

    public ImmutableArray<Stay> Stays => _stays.ToImmutable();

    public ImmutableArray<HeadAt> Heads => _heads.ToImmutable();

    /// <summary>How many happenings there are so far.</summary>
    public int Count => _happenings.Count;

    /// <summary>One of them.</summary>
    public Happening this[int number] => _happenings[number];

    /// <summary>The number of the event in which it happened; 0 before the first.</summary>
    public long EventOf(int number) => _events[number];

    public void Tell(long inEvent, Happening what)
    {
        _happenings.Add(what);
        _events.Add(inEvent);
    }

    /// <summary>Something sets out along a route.</summary>
    /// <returns>The number of the trip.</returns>
    public int Travel(Trip trip)
    {
        _trips.Add(trip);
        return _trips.Count - 1;
    }

    /// <summary>When a trip ends, as far as is known.</summary>
    public SimTime TripEnd(int trip) => _trips[trip].Arrives;

    /// <summary>A trip is over, whatever was foreseen.</summary>
    /// <param name="trip">Its number.</param>
    /// <param name="at">When.</param>
    /// <param name="to">[share] Of the route, how far it has come.</param>
    public void EndTrip(int trip, SimTime at, double to)
    {
        ref var told = ref _trips[trip];
        told = told with { Arrives = at, To = Math.Max(told.From, to) };
    }

    public void Stay(Stay stay) => _stays.Add(stay);

    public void Head(HeadAt head) => _heads.Add(head);

    /// <summary>What held what shut, slow or back, in the order in which it began: also what binds some
    /// traffic only, and what came while it was so already.</summary>
    public List<ToldHold> Holds { get; } = [];

    /// <summary>Something is held shut, slowed or kept back from now on.</summary>
    public ToldHold Hold(string target, string cause, SimTime at, long inEvent, HappeningKind kind = HappeningKind.Closed,
        string? part = null)
    {
        var hold = new ToldHold(target, cause, at, inEvent, _happenings.Count, kind) { Part = part };
        Holds.Add(hold);
        return hold;
    }
}

/// <summary>Something held a place or route shut, or part of what is done there; or slowed it, or kept back a fleet.</summary>
/// <param name="Target">The id of the place, the route or the fleet.</param>
/// <param name="Cause">The disruption or front, as in reports.</param>
/// <param name="From">Since when.</param>
/// <param name="InEvent">The number of the event in which it began.</param>
/// <param name="Told">How much of the story was told before.</param>
/// <param name="Kind">Closed, Slowed, HeldBack or TakenAway.</param>
internal sealed record ToldHold(string Target, string Cause, SimTime From, long InEvent, int Told, HappeningKind Kind)
{
    /// <summary>Of what is closed: what of it, such as <c>aid</c>; null for all.</summary>
    public string? Part { get; init; }

    /// <summary>Whether it is closed to a kind of traffic.</summary>
    public bool Binds(string traffic) =>
        Part is null || Part.Replace(" and ", ", ", StringComparison.Ordinal).Split(", ").Contains(traffic);

    /// <summary>As it would be told.</summary>
    public Happening Happening =>
        Part is null ? new(From, Kind, Target, Cause) : new(From, HappeningKind.ClosedFor, Target, $"{Part}: {Cause}");

    /// <summary>Until when; never while it lasts.</summary>
    public SimTime Until { get; set; } = SimTime.Never;
}
