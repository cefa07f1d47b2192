using System.Collections.Immutable;
using SupplySim.Disruptions;

namespace SupplySim.Results.Text;

/// <summary>What happened in one run, as sentences in order of time: only what matters, and not more than can be read.</summary>
internal static class Story
{
    private const int Most = 40;
    private const int MostTimes = 3;

    /// <summary>The sentences of what matters most; of what matters as much as the last that is told, what
    /// lasted longest, and of equals the first.</summary>
    /// <returns>And what was left out for want of room, in a sentence; null where nothing was.</returns>
    public static (ImmutableArray<StoryLine> Lines, string? LeftOut) Of(RunResult run, Scenario scenario)
    {
        var again = Again(run.Story, scenario);
        var story = WithoutRepetition([.. run.Story.Where(happening => !IsToldBefore(happening, again))]).ToArray();
        var lasted = Lasted(story, Engine.SimTime.Start + scenario.Clock.Length);
        var told = Together(story, scenario).Select((alike, order) => (alike, order, weight: Weight(alike[0], scenario)))
            .Where(h => h.weight > 0).ToArray();
        var ranked = told.OrderByDescending(h => h.weight).ThenByDescending(h => h.alike.Max(one => lasted.GetValueOrDefault(one)))
            .ThenBy(h => h.order).ToArray();
        return ([.. ranked.Take(Most).OrderBy(h => h.order).Select(h => Line(h.alike, scenario, again))],
            LeftOut([.. ranked.Skip(Most).Select(h => h.alike[0].At)]));
    }

    private static StoryLine Line(Happening[] alike, Scenario scenario, Dictionary<string, Recurrence> again) =>
        new(alike[0].At - Engine.SimTime.Start, alike[0].Kind,
            StoryWords.Sentence(alike, scenario)
                + (alike[0].Kind == HappeningKind.DisruptionBegan && again.TryGetValue(alike[0].Subject, out var recurs)
                ? $", for the first of {Words.Number(recurs.Times)} times, {Figure.Seen(recurs.Lasted.TotalDays, Scale.Plain)} d in all"
                : ""));

    // [time] How long that was so which a happening begins or ends; until the end of the run what is not over by then.
    private static Dictionary<Happening, TimeSpan> Lasted(Happening[] story, Engine.SimTime end)
    {
        var (lasted, open) = (new Dictionary<Happening, TimeSpan>(), new Dictionary<(HappeningKind, string, string?), Happening>());
        foreach (var one in story)
            if ((Relapse(one) ?? (one.Kind == HappeningKind.Opened ? HappeningKind.Closed : null)) is not { } begins)
                open.TryAdd(Key(one.Kind, one), one);
            else if (open.Remove(Key(begins, one), out var begun)) lasted[begun] = lasted[one] = one.At - begun.At;
        foreach (var one in open.Values.Where(one => one.Kind is HappeningKind.RanShort or HappeningKind.RanOut or HappeningKind.Paused
            or HappeningKind.Closed)) lasted[one] = end - one.At;
        return lasted;

        static (HappeningKind, string, string?) Key(HappeningKind kind, Happening one) =>
            (kind, one.Subject, kind == HappeningKind.RanOut ? one.Detail : null);
    }

    // What comes and goes again and again, as rain does, is told once.
    private static Dictionary<string, Recurrence> Again(ImmutableArray<Happening> story, Scenario scenario)
    {
        var end = story.IsEmpty ? Engine.SimTime.Start : Engine.SimTime.Start + scenario.Clock.Length;
        return story.Where(one => one.Kind is HappeningKind.DisruptionBegan or HappeningKind.DisruptionEnded && Weight(one, scenario) > 0)
            .GroupBy(one => one.Subject).Select(group => (group.Key, Recurrence: Recurrence.Of([.. group], end)))
            .Where(one => one.Recurrence.Times > MostTimes).ToDictionary(one => one.Key, one => one.Recurrence);
    }

    private static bool IsToldBefore(Happening happening, Dictionary<string, Recurrence> again) =>
        again.TryGetValue(happening.Subject, out var recurs)
        && (happening.Kind == HappeningKind.DisruptionEnded || happening.Kind == HappeningKind.DisruptionBegan
            && happening.At != recurs.First);

    // When it first begins, how often, and for how long in all.
    private readonly record struct Recurrence(Engine.SimTime First, int Times, TimeSpan Lasted)
    {
        public static Recurrence Of(Happening[] turns, Engine.SimTime end)
        {
            var (times, open, since, lasted) = (0, 0, Engine.SimTime.Start, TimeSpan.Zero);
            foreach (var turn in turns)
            {
                if (turn.Kind == HappeningKind.DisruptionBegan && ++times > 0 && open++ == 0) since = turn.At;
                if (turn.Kind == HappeningKind.DisruptionEnded && open > 0 && --open == 0) lasted += turn.At - since;
            }
            return new(turns[0].At, times, open > 0 ? lasted + (end - since) : lasted);
        }
    }

    private static string? LeftOut(Engine.SimTime[] left)
    {
        if (left.Length == 0) return null;
        var (first, last) = (Day(left.Min()), Day(left.Max()));
        return $"These are the {Most} events that matter "
            + $"most. {Words.Count(left.Length, "event")} that {(left.Length == 1 ? "matters" : "matter")} less, or as much and for a "
            + $"shorter time, {(left.Length == 1 ? "is" : "are")} left out: "
            + (first == last ? $"of day {first}." : $"from day {first} to day {last}.");
    }

    private static long Minute(Engine.SimTime at) => (long)Math.Floor((at - Engine.SimTime.Start).TotalMinutes);

    private static long Day(Engine.SimTime at) => (long)Math.Floor((at - Engine.SimTime.Start).TotalDays);

    // What happens to several alike is one event where it is told at one time, which is told to the minute.
    private static IEnumerable<Happening[]> Together(IEnumerable<Happening> story, Scenario scenario) =>
        story.Select((happening, order) => (happening,
            alike: StoryWords.Alike(happening, scenario) is { } key ? (object)(Minute(happening.At), happening.Kind, key) : order))
            .GroupBy(one => one.alike, one => one.happening).Select(group => group.ToArray());

    // A place that lives from hand to mouth runs out of the same thing again and again: told once, until it has had some for a day; so are
    // vehicles of a fleet that find no way, one after the other, until none has asked in vain for a day; and an alarm that is raised by
    // several at one instant is one alarm.
    private static IEnumerable<Happening> WithoutRepetition(ImmutableArray<Happening> all)
    {
        var ranOut = new HashSet<(string, string?)>();
        var stranded = new Dictionary<(string, string?), Engine.SimTime>();
        var last = default(Happening);
        foreach (var happening in WithoutRelapses(all))
        {
            var isNews = happening.Kind switch
            {
                HappeningKind.RanOut => ranOut.Add((happening.Subject, happening.Detail)),
                HappeningKind.SuppliedAgain => ranOut.Remove((happening.Subject, happening.Detail)),
                HappeningKind.Stranded => !stranded.TryGetValue((happening.Subject, happening.Detail), out var before)
                    || happening.At - before >= TimeSpan.FromDays(1),
                _ => true,
            };
            if (happening.Kind == HappeningKind.Stranded) stranded[(happening.Subject, happening.Detail)] = happening.At;
            if (happening.Kind == HappeningKind.NoLongerShort) ranOut.RemoveWhere(one => one.Item1 == happening.Subject);
            if (isNews && happening != last) yield return happening;
            last = happening;
        }
    }

    // Relief that does not last a day is none.
    private static IEnumerable<Happening> WithoutRelapses(ImmutableArray<Happening> story)
    {
        var left = story.ToList();
        for (var i = left.Count - 1; i >= 0; i--)
        {
            var relief = left[i];
            if (Relapse(relief) is not { } kind) continue;
            var relapse = left.FindIndex(i,
                later => later.Kind == kind && later.Subject == relief.Subject
                    && (kind != HappeningKind.RanOut || later.Detail == relief.Detail));
            if (relapse < 0 || left[relapse].At - relief.At >= TimeSpan.FromDays(1)) continue;
            left.RemoveAt(relapse);
            left.RemoveAt(i);
        }
        return left;
    }

    private static HappeningKind? Relapse(Happening relief) => relief.Kind switch
    {
        HappeningKind.NoLongerShort => HappeningKind.RanShort,
        HappeningKind.SuppliedAgain => HappeningKind.RanOut,
        HappeningKind.Resumed => HappeningKind.Paused,
        _ => null,
    };

    /// <summary>How much a happening matters; 0 for what is never told.</summary>
    private static int Weight(Happening happening, Scenario scenario) => happening.Kind switch
    {
        HappeningKind.Captured => 9,
        HappeningKind.Closed or HappeningKind.Opened or HappeningKind.ClosedFor or HappeningKind.OpenedFor => 8,
        HappeningKind.RanShort or HappeningKind.NoLongerShort or HappeningKind.RanOut or HappeningKind.SuppliedAgain or HappeningKind.Paused
            or HappeningKind.Resumed => 7,
        HappeningKind.FrontChanged or HappeningKind.Reported => 6,
        HappeningKind.Unreachable or HappeningKind.Reachable => 5,
        HappeningKind.Renewed => 6,
        HappeningKind.Offered when happening.Detail == "accepted" => 6,
        HappeningKind.RationChanged or HappeningKind.RepairBegan => 4,
        HappeningKind.Lost => 3,
        HappeningKind.Attacked => 2,
        HappeningKind.Claimed => 2,
        HappeningKind.DisruptionBegan or HappeningKind.DisruptionEnded
            when scenario.Disruptions.Any(d => d.Id == happening.Subject && d is Closure or Rumour) => 0,
        HappeningKind.DisruptionBegan or HappeningKind.DisruptionEnded =>
            scenario.Disruptions.Any(d => d.Id == happening.Subject && Restrained.IsOfCrossings(d)) ? 8 : 2,
        HappeningKind.Stranded or HappeningKind.Dispersed => 1,
        _ => 0,
    };
}

/// <summary>A sentence of the story.</summary>
/// <param name="At">[time] Since the start.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Sentence">Without a full stop.</param>
internal readonly record struct StoryLine(TimeSpan At, HappeningKind Kind, string Sentence);
