using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>What led to a wait: from the closure, the loss of contact or the capture back along the chain of events, each of which was
/// caused by the one before, as far as it was told.</summary>
/// <param name="story">Of the run so far, with what was held shut by what.</param>
/// <param name="trace">Which event caused which.</param>
/// <param name="now">What has not ended lasts until then.</param>
internal sealed class Causes(Story story, EventTrace trace, Func<SimTime> now)
{
    // More is no explanation any more: the first cause, and what came last.
    private const int Most = 5;
    private const int MostHolds = 3;

    private static readonly HappeningKind[] Told =
    [
        HappeningKind.DisruptionBegan, HappeningKind.RepairBegan, HappeningKind.FrontChanged, HappeningKind.Captured,
        HappeningKind.Unreachable,
        HappeningKind.Reported, HappeningKind.Offered, HappeningKind.Renewed, HappeningKind.Attacked,
    ];

    /// <summary>What led to it, in order of time; empty where nothing was told. Of what came several times, the longest.</summary>
    /// <param name="where">The place.</param>
    /// <param name="cause">What is waited for there.</param>
    /// <param name="blamed">The disruption or front that is blamed; null where none is.</param>
    /// <param name="since">What had ended by then does not matter.</param>
    public ImmutableArray<Happening> Of(string where, HoldUp cause, string? blamed, SimTime since) => cause switch
    {
        HoldUp.Physical when blamed is not null => Of(LongestHold(where, blamed, HappeningKind.Closed, since)),
        HoldUp.Slow when blamed is not null => Of(LongestHold(where, blamed, HappeningKind.Slowed, since)),
        HoldUp.Departure => Of(LongestHold(where, blamed, HappeningKind.HeldBack, since)),
        HoldUp.Vehicle => Of(LongestHold(where, null, HappeningKind.TakenAway, since)),
        // Where less gets through, more has to wait for the hours of the next day.
        HoldUp.Lane or HoldUp.Hours or HoldUp.AroundQueue => Of(LongestHold(where, null, HappeningKind.Slowed, since)),
        // Or who has held it since, and wants it.
        HoldUp.Clearance => [.. Chain(Longest(where, HappeningKind.Unreachable, HappeningKind.Reachable, since)
            ?? Longest(where, HappeningKind.Captured, HappeningKind.Captured, since))
                .Concat(Chain(Longest(where, HappeningKind.NoMoreCleared, HappeningKind.AllCleared, since)))
                .Concat(LastSince(where, HappeningKind.Refused, since)).OrderBy(told => told.At)],
        HoldUp.Passage => Chain(Longest(where, HappeningKind.Captured, HappeningKind.Captured, since)),
        _ => [],
    };

    private IEnumerable<Happening> LastSince(string where, HappeningKind kind, SimTime since) => Enumerable.Range(0, story.Count)
        .Select(number => story[number]).Where(told => told.Kind == kind && told.Subject == where && told.At >= since).TakeLast(1);

    /// <summary>What held a place or route shut, or slow, for longest; null where nothing did.</summary>
    public string? BlamedAt(string where, HappeningKind kind, SimTime since) => LongestHold(where, null, kind, since)?.Cause;

    /// <summary>Why a fleet has not all its vehicles: what led to the first loss, and what wants them elsewhere.</summary>
    public ImmutableArray<Happening> OfWant(string fleet)
    {
        var lost = Enumerable.Range(0, story.Count)
            .FirstOrDefault(number => story[number] is { Kind: HappeningKind.Lost } told && told.Subject == fleet, -1);
        Happening[] before = lost < 0 ? [] : [.. Shortened(Before(story.EventOf(lost), lost, _ => true), Most), story[lost]];
        return [.. before.Concat(Of(LongestHold(fleet, null, HappeningKind.TakenAway, SimTime.Start))).Distinct().OrderBy(told => told.At)];
    }

    /// <summary>Each time something, and not nothing, was destroyed at one of some places, with what led to the first; in order of
    /// time.</summary>
    /// <param name="places">By id, each with the instant from which on it matters.</param>
    public ImmutableArray<Happening> OfHits(IReadOnlyDictionary<string, SimTime> places)
    {
        var hits = Enumerable.Range(0, story.Count).Where(number => story[number] is { Kind: HappeningKind.Destroyed } told
            && places.TryGetValue(told.Subject, out var since) && told.At >= since
            && told.Detail?.EndsWith(": ", StringComparison.Ordinal) == false).ToArray();
        return [.. hits.Take(1).SelectMany(first => Shortened(Before(story.EventOf(first), first, _ => true), Most))
            .Concat(hits.Select(number => story[number])).Distinct()];
    }

    private ImmutableArray<Happening> Of(ToldHold? hold) => hold is null ? [] : Chain(hold, Most);

    /// <summary>What shut a crossing or route at certain times: the closures that did so longest, or where
    /// they did so for less than half of them, the capture after which its holder let nobody pass, or what was said of it.</summary>
    /// <param name="what">The crossing or route.</param>
    /// <param name="traffic">To whom it was shut: what shuts it to others alone is no cause. Null where it
    /// is the work at a place that was stopped.</param>
    /// <param name="times">When it was.</param>
    public ImmutableArray<Happening> OfShut(string what, string? traffic, IReadOnlyList<(SimTime From, SimTime Until)> times)
    {
        var all = times.Sum(time => (time.Until - time.From).Ticks);
        var holds = story.Holds.Where(hold =>
            hold.Target == what && hold.Kind == HappeningKind.Closed && (traffic is null || hold.Binds(traffic)))
                .Select(hold => (Hold: hold, Ticks: times.Sum(time => Overlap(hold, time.From, time.Until).Ticks)))
            .Where(one => one.Ticks * 20 > all).OrderByDescending(one => one.Ticks).Take(MostHolds).OrderBy(one => one.Hold.From).ToArray();
        var chain = holds.SelectMany((one, i) => Chain(one.Hold, i == 0 ? Most : 1));
        if (holds.Sum(one => one.Ticks) * 2 < all)
            chain =
                chain.Concat(
                    Chain(Longest(what, HappeningKind.Captured, HappeningKind.Captured, times[0].From)
                        ?? Longest(what, HappeningKind.Reported, HappeningKind.Reported, times[0].From)));
        return [.. chain.Distinct().OrderBy(told => told.At)];
    }

    private ToldHold? LongestHold(string where, string? cause, HappeningKind kind, SimTime since) => story.Holds
        .Where(hold => hold.Kind == kind && (cause is null ? hold.Target == where : hold.Cause == cause)
            && Overlap(hold, since, now()) > TimeSpan.Zero)
        .OrderByDescending(hold => hold.Target == where).ThenByDescending(hold => Overlap(hold, since, now())).FirstOrDefault();

    private TimeSpan Overlap(ToldHold hold, SimTime from, SimTime until)
    {
        var (begins, ends) = (SimTime.Max(hold.From, from), SimTime.Min(SimTime.Min(hold.Until, now()), until));
        return ends > begins ? ends - begins : TimeSpan.Zero;
    }

    // An earlier time of the same disruption is no cause of this one, though its end may have set the clock for it.
    private ImmutableArray<Happening> Chain(ToldHold hold, int most) =>
    [
        .. Shortened(Before(hold.InEvent, hold.Told,
            told => told.Kind != HappeningKind.DisruptionBegan || !hold.Cause.StartsWith(told.Subject, StringComparison.Ordinal)), most),
        hold.Happening,
        .. hold.Until <= now()
            ? [new Happening(hold.Until, HappeningKind.DisruptionEnded, hold.Cause, hold.Kind == HappeningKind.Closed ? hold.Target : null)]
            : Array.Empty<Happening>(),
    ];

    private ImmutableArray<Happening> Chain((int Begins, int Ends)? spell)
    {
        if (spell is not var (begins, ends)) return [];
        var told = story[begins];
        return
        [
            .. Shortened(Before(story.EventOf(begins), begins, other => other.Kind != told.Kind || other.Subject != told.Subject), Most),
            told,
            .. ends >= 0 && story[ends].Kind != told.Kind ? [story[ends]] : Array.Empty<Happening>(),
        ];
    }

    private static IEnumerable<Happening> Shortened(Happening[] all, int most) =>
        all.Length <= most ? all : [all[0], .. all[^Math.Max(0, most - 1)..]];

    // Of what was so at some time since then, what was so longest; of equals the first.
    private (int Begins, int Ends)? Longest(string subject, HappeningKind begins, HappeningKind ends, SimTime since)
    {
        var (longest, lasted, begun) = (default((int, int)?), TimeSpan.Zero, -1);
        for (var number = 0; number < story.Count; number++)
        {
            var told = story[number];
            if (told.Subject != subject) continue;
            if (begun >= 0 && told.Kind == ends) End(number, told.At);
            if (told.Kind == begins && begun < 0) begun = number;
        }
        if (begun >= 0) End(-1, now());
        return longest;

        void End(int number, SimTime at)
        {
            var lasts = at - SimTime.Max(story[begun].At, since);
            if (at > since && lasts > lasted) (longest, lasted) = ((begun, number), lasts);
            begun = -1;
        }
    }

    // What was told in the same event before something, and in the events that caused that one; in order of time.
    private Happening[] Before(long inEvent, int upTo, Func<Happening, bool> counts)
    {
        var found = new SortedSet<int>();
        if (inEvent < trace.First) return [];
        foreach (var cause in trace.Causes(inEvent))
        {
            var number = upTo - 1;
            while (number >= 0 && story.EventOf(number) > cause.Number) number--;
            for (; number >= 0 && story.EventOf(number) == cause.Number; number--)
                if (Told.Contains(story[number].Kind) && counts(story[number])) found.Add(number);
        }
        return [.. found.Select(number => story[number])];
    }
}
