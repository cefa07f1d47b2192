using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>What led to a wait, as far as it was told: from the closure, the loss of contact or the capture back along the chain of
/// events, each of which was caused by the one before.</summary>
internal sealed class Causes(Story story, EventTrace trace, Func<SimTime> now)
{
    // More is no explanation any more: the first cause, and what came last.
    private const int Most = 6;

    private static readonly HappeningKind[] Told =
    [
        HappeningKind.Closed, HappeningKind.DisruptionBegan, HappeningKind.RepairBegan, HappeningKind.FrontChanged, HappeningKind.Captured,
        HappeningKind.Unreachable, HappeningKind.Reported, HappeningKind.Offered, HappeningKind.Renewed,
    ];

    /// <summary>What led to it, in order of time; empty where nothing was told. Of what came several times, the longest.</summary>
    /// <param name="where">The place.</param>
    /// <param name="cause">What is waited for there.</param>
    /// <param name="blamed">The disruption or front that is blamed; null where none is.</param>
    /// <param name="since">What had ended by then does not matter.</param>
    public ImmutableArray<Happening> Of(string where, WaitCause cause, string? blamed, SimTime since) => cause switch
    {
        WaitCause.Physical when blamed is not null => Chain(
            Longest(where, HappeningKind.Closed, HappeningKind.Opened, blamed, since)
            ?? Longest(blamed, HappeningKind.DisruptionBegan, HappeningKind.DisruptionEnded, null, since)
            ?? Longest(blamed, HappeningKind.FrontChanged, HappeningKind.FrontChanged, null, since)),
        WaitCause.Clearance => Chain(Longest(where, HappeningKind.Unreachable, HappeningKind.Reachable, null, since)),
        WaitCause.Passage => Chain(Longest(where, HappeningKind.Captured, HappeningKind.Captured, null, since)),
        _ => [],
    };

    /// <summary>What shut a crossing or route, whatever it was: a closure, or a capture after which its holder let nobody pass; of the two
    /// what lasted longer.</summary>
    public ImmutableArray<Happening> OfShut(string what, SimTime since) => Chain(
        new[] { Longest(what, HappeningKind.Closed, HappeningKind.Opened, null, since), Longest(what, HappeningKind.Captured, HappeningKind.Captured, null, since) }
            .OfType<Spell>().OrderByDescending(spell => spell.Lasted).Cast<Spell?>().FirstOrDefault());

    private ImmutableArray<Happening> Chain(Spell? spell)
    {
        if (spell is not var (begins, ends, _)) return [];
        var found = new SortedSet<int>();
        AddWithCauses(begins, found);
        var all = found.ToArray();
        return
        [
            .. (all.Length <= Most ? all : [all[0], .. all[^(Most - 1)..]]).Select(number => story[number]),
            .. ends >= 0 && story[ends].Kind != story[begins].Kind ? [story[ends]] : Array.Empty<Happening>(),
        ];
    }

    // Of what was so at some time since then, what was so longest; of equals the first. What has not ended lasts until now.
    private Spell? Longest(string subject, HappeningKind begins, HappeningKind ends, string? detail, SimTime since)
    {
        var (longest, begun) = (default(Spell?), -1);
        for (var number = 0; number < story.Count; number++)
        {
            var told = story[number];
            if (told.Subject != subject) continue;
            if (begun >= 0 && told.Kind == ends) End(number, told.At);
            if (told.Kind == begins && begun < 0 && (detail is null || told.Detail == detail)) begun = number;
        }
        if (begun >= 0) End(-1, now());
        return longest;

        void End(int number, SimTime at)
        {
            var lasts = at - SimTime.Max(story[begun].At, since);
            if (at > since && !(lasts <= longest?.Lasted)) longest = new Spell(begun, number, lasts);
            begun = -1;
        }
    }

    /// <summary>Something that was so for a time: the numbers of what began and ended it in the story; no end below zero.</summary>
    private readonly record struct Spell(int Begins, int Ends, TimeSpan Lasted);

    // What was told in the same event before it, and in the events that caused that one.
    private void AddWithCauses(int number, SortedSet<int> found)
    {
        found.Add(number);
        var inEvent = story.EventOf(number);
        if (inEvent < trace.First) return;
        foreach (var cause in trace.Causes(inEvent))
            for (var other = LastIn(cause.Number, number); other >= 0 && story.EventOf(other) == cause.Number; other--)
                if (Told.Contains(story[other].Kind)) found.Add(other);
    }

    // Of what was told in an event, the last but for what came later than something; below zero where there is nothing.
    private int LastIn(long inEvent, int upTo)
    {
        while (upTo >= 0 && story.EventOf(upTo) > inEvent) upTo--;
        return upTo;
    }
}
