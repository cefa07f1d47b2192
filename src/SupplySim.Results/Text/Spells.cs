using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Results.Text;

/// <summary>What held for a while in a run: how long a place was shut, short or out of something, a line ordered nothing, a front was in
/// one state or a disruption was under way.</summary>
/// <remarks>That vehicles found no way, or no fuel, lasts no time.</remarks>
internal static class Spells
{
    /// <summary>A story without what goes again and again: relief that does not last a day is none, and of what repeats only the first is
    /// told.</summary>
    /// <remarks>A place that lives from hand to mouth runs out of the same thing again and again: told once, until it has had some for a
    /// day; so are vehicles of a fleet that find no way or no fuel, one after the other, until none has asked in vain for a day; and an
    /// alarm that is raised by several at one instant is one alarm.</remarks>
    public static IEnumerable<Happening> Settled(IEnumerable<Happening> story)
    {
        var ranOut = new HashSet<(string, string?)>();
        var alarms = new Dictionary<(string, string?), SimTime>();
        var last = default(Happening);
        foreach (var happening in WithoutRelapses(story))
        {
            var isNews = happening.Kind switch
            {
                HappeningKind.RanOut => ranOut.Add((happening.Subject, happening.Detail)),
                HappeningKind.SuppliedAgain => ranOut.Remove((happening.Subject, happening.Detail)),
                HappeningKind.Stranded or HappeningKind.NoFuel => !alarms.TryGetValue((happening.Subject, happening.Detail), out var before)
                    || happening.At - before >= TimeSpan.FromDays(1),
                _ => true,
            };
            if (IsAlarm(happening.Kind)) alarms[(happening.Subject, happening.Detail)] = happening.At;
            if (happening.Kind == HappeningKind.NoLongerShort) ranOut.RemoveWhere(one => one.Item1 == happening.Subject);
            if (isNews && happening != last) yield return happening;
            last = happening;
        }
    }

    /// <summary>The spells of a settled story, in the order in which they began.</summary>
    /// <param name="story">In order of time.</param>
    /// <param name="end">[time] Of the run: until then lasts what is not over before.</param>
    public static ImmutableArray<Spell> Of(IEnumerable<Happening> story, SimTime end)
    {
        var (spells, open) = (new List<Spell>(), new Dictionary<(HappeningKind, string, string?), int>());
        var times = new Dictionary<string, int>();
        foreach (var one in story)
        {
            if (one.Kind == HappeningKind.DisruptionBegan) times[one.Subject] = times.GetValueOrDefault(one.Subject) + 1;
            // A disruption that is under way several times at once is over when all of them are.
            var isOver = one.Kind != HappeningKind.DisruptionEnded
                || one.Detail is null && (times[one.Subject] = times.GetValueOrDefault(one.Subject) - 1) <= 0;
            if (isOver && Begins(one.Kind) is { } begins)
                foreach (var part in Parts(begins, one)) End(part, one);
            // What was shut to some before it was shut to all is told anew where it is so still.
            if (one.Kind == HappeningKind.Opened)
                foreach (var part in open.Keys.Where(key => key.Item1 == HappeningKind.ClosedFor && key.Item2 == one.Subject).ToArray())
                    End(part, one);
            if (IsAlarm(one.Kind)) spells.Add(new(one, null, one.At));
            if (!IsSpell(one.Kind)) continue;
            foreach (var part in Parts(one.Kind, one))
                if (open.TryAdd(part, spells.Count)) spells.Add(new(one, null, end));
        }
        return [.. spells];

        void End((HappeningKind, string, string?) part, Happening by)
        {
            if (open.Remove(part, out var begun)) spells[begun] = spells[begun] with { Ended = by, Until = by.At };
        }
    }

    // A closure to several kinds of traffic, or of several kinds of work, may end for each at a time of its own.
    private static IEnumerable<(HappeningKind, string, string?)> Parts(HappeningKind kind, Happening one) =>
        kind != HappeningKind.ClosedFor ? [What(kind, one)]
        : (one.Detail ?? "").Split(": ", 2)[0].Split([", ", " and ", "flights of "], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => (kind, one.Subject, (string?)part));

    /// <summary>What makes spells of one subject different ones: the commodity, the way, or the traffic that is shut out.</summary>
    /// <param name="kind">What began.</param>
    /// <param name="one">Of its beginning or end.</param>
    internal static (HappeningKind, string, string?) What(HappeningKind kind, Happening one) => (kind, one.Subject, kind switch
    {
        HappeningKind.RanOut or HappeningKind.Stranded or HappeningKind.NoFuel => one.Detail,
        HappeningKind.ClosedFor => one.Detail?.Split(": ", 2)[0],
        _ => null,
    });

    private static IEnumerable<Happening> WithoutRelapses(IEnumerable<Happening> story)
    {
        var left = story.ToList();
        for (var i = left.Count - 1; i >= 0; i--)
        {
            var relief = left[i];
            if (Begins(relief.Kind) is not { } kind
                || kind is HappeningKind.FrontChanged or HappeningKind.DisruptionBegan or HappeningKind.Paused) continue;
            var relapse = left.FindIndex(i, later => What(later.Kind, later) == What(kind, relief));
            if (relapse < 0) continue;
            var between = left[relapse].At - relief.At;
            // What is shut anew at the instant at which it opens was not open; why it is shut now is told.
            if (kind is HappeningKind.Closed or HappeningKind.ClosedFor)
            {
                if (between == TimeSpan.Zero) left.RemoveAt(i);
                continue;
            }
            if (between >= TimeSpan.FromDays(1)) continue;
            left.RemoveAt(relapse);
            left.RemoveAt(i);
        }
        return left;
    }

    // What began that which a happening ends; null where it ends nothing.
    private static HappeningKind? Begins(HappeningKind end) => end switch
    {
        HappeningKind.NoLongerShort => HappeningKind.RanShort,
        HappeningKind.SuppliedAgain => HappeningKind.RanOut,
        HappeningKind.Resumed => HappeningKind.Paused,
        HappeningKind.Opened => HappeningKind.Closed,
        HappeningKind.OpenedFor => HappeningKind.ClosedFor,
        HappeningKind.AllCleared => HappeningKind.NoMoreCleared,
        HappeningKind.DisruptionEnded => HappeningKind.DisruptionBegan,
        // A front is in one state until it is in the next.
        HappeningKind.FrontChanged => HappeningKind.FrontChanged,
        _ => null,
    };

    private static bool IsAlarm(HappeningKind kind) => kind is HappeningKind.Stranded or HappeningKind.NoFuel;

    private static bool IsSpell(HappeningKind kind) => kind is HappeningKind.RanShort or HappeningKind.RanOut or HappeningKind.Paused
        or HappeningKind.NoMoreCleared or HappeningKind.Closed or HappeningKind.ClosedFor or HappeningKind.FrontChanged
        or HappeningKind.DisruptionBegan;
}

/// <summary>Something that held for a while.</summary>
/// <param name="Began">What began it.</param>
/// <param name="Ended">What ended it; null where it lasted until the end of the run.</param>
/// <param name="Until">[time] When it ended, or the run.</param>
internal readonly record struct Spell(Happening Began, Happening? Ended, SimTime Until)
{
    /// <summary>What kind of thing.</summary>
    public HappeningKind Kind => Began.Kind;

    /// <summary>The id of what it happened to.</summary>
    public string Subject => Began.Subject;

    /// <summary>What all spells of one kind of one thing have in common; of a front also its state.</summary>
    public (HappeningKind, string, string?) What =>
        Kind == HappeningKind.FrontChanged ? (Kind, Subject, Began.Detail) : Spells.What(Kind, Began);

    /// <summary>[time] Since when.</summary>
    public SimTime From => Began.At;

    /// <summary>[time] How long.</summary>
    public TimeSpan Lasted => Until - Began.At;
}
