using System.Collections.Immutable;
using SupplySim.Disruptions;

namespace SupplySim.Results.Text;

/// <summary>What happened in one run, as sentences in order of time: only what matters, and not more than can be read.</summary>
internal static class Story
{
    private const int Most = 40;
    private const int MostTimes = 3;

    // Behind who runs out of what, before who is attacked.
    private const int Routine = 4;

    /// <summary>The sentences of what matters most; of what matters as much as the last that is told, what
    /// lasted longest, and of equals the first.</summary>
    /// <returns>And what was left out for want of room, in a sentence; null where nothing was.</returns>
    public static (ImmutableArray<StoryLine> Lines, string? LeftOut) Of(RunResult run, Scenario scenario)
    {
        var story = Spells.Settled(run.Story).ToArray();
        var spells = Spells.Of(story, Engine.SimTime.Start + scenario.Clock.Length);
        var (again, lasted, crowd) = (Again(spells), Lasted(spells), Crowd(spells));
        var silent = Silent(spells, again);
        var told = Together(story.Where(one => !silent.Contains(one)),
                one => again.ContainsKey(one) ? null : StoryWords.Alike(one, scenario))
            .Select((alike, order) => (alike, order, weight: crowd.Contains(alike[0]) ? Routine : Weight(alike[0], scenario)))
            .Where(h => h.weight > 0).ToArray();
        var ranked = told.OrderByDescending(h => h.weight).ThenByDescending(h => h.alike.Max(one => lasted.GetValueOrDefault(one)))
            .ThenBy(h => h.order).ToArray();
        var whole = spells.Where(IsToldWhole).ToLookup(spell => spell.Began);
        return ([.. ranked.Take(Most).OrderBy(h => h.order).Select(h => Line(h.alike))],
            LeftOut([.. ranked.Skip(Most).Select(h => h.alike[0].At)]));

        StoryLine Line(Happening[] alike) => new(alike[0].At - Engine.SimTime.Start, alike[0].Kind,
            again.TryGetValue(alike[0], out var turns) ? StoryWords.Sentence(alike, scenario) + StoryWords.Recurring(turns)
            : StoryWords.Sentence(alike, scenario, StoryWords.Lasting([.. alike.SelectMany(one => whole[one])])));
    }

    // What comes and goes again and again, as rain does, is told once, where it first begins. A closure is told each time.
    private static Dictionary<Happening, ImmutableArray<Spell>> Again(ImmutableArray<Spell> spells) =>
        spells.Where(spell => spell.Kind is not (HappeningKind.Closed or HappeningKind.ClosedFor)).GroupBy(spell => spell.What)
            .Select(group => group.ToImmutableArray()).Where(turns => turns.Length > MostTimes).ToDictionary(turns => turns[0].Began);

    // Of what shuts again and again all but the longest times: who runs out is told before them.
    private static HashSet<Happening> Crowd(ImmutableArray<Spell> spells) =>
    [
        .. spells.Where(spell => spell.Kind is HappeningKind.Closed or HappeningKind.ClosedFor).GroupBy(spell => spell.What)
            .SelectMany(group => group.OrderByDescending(spell => spell.Lasted).Skip(MostTimes))
            .SelectMany(spell => new[] { spell.Began, spell.Ended }).OfType<Happening>(),
    ];

    // What is told with something else: later turns of what recurs, and ends of what is told with how long it lasted. The end of a state of
    // a front is the beginning of the next.
    private static HashSet<Happening> Silent(ImmutableArray<Spell> spells, Dictionary<Happening, ImmutableArray<Spell>> again)
    {
        var recur = again.Values.SelectMany(turns => turns).ToHashSet();
        return
        [
            .. recur.Select(turn => turn.Began).Where(one => !again.ContainsKey(one)),
            .. spells.Where(spell => spell.Kind != HappeningKind.FrontChanged && (IsToldWhole(spell) || recur.Contains(spell)))
                .Select(spell => spell.Ended).OfType<Happening>(),
        ];
    }

    // With its beginning, how long it lasted; that a crossing opens again is told at its own time.
    private static bool IsToldWhole(Spell spell) => spell.Kind is HappeningKind.RanShort or HappeningKind.RanOut or HappeningKind.Paused;

    // [time] How long that was so which a happening begins or ends; until the end of the run what is not over by then.
    private static Dictionary<Happening, TimeSpan> Lasted(ImmutableArray<Spell> spells)
    {
        var lasted = new Dictionary<Happening, TimeSpan>();
        foreach (var spell in spells)
        {
            lasted[spell.Began] = spell.Lasted;
            if (spell.Ended is { } ended) lasted.TryAdd(ended, spell.Lasted);
        }
        return lasted;
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
    private static IEnumerable<Happening[]> Together(IEnumerable<Happening> story, Func<Happening, string?> alikeBy) =>
        story.Select((happening, order) => (happening,
            alike: alikeBy(happening) is { } key ? (object)(Minute(happening.At), happening.Kind, key) : order))
            .GroupBy(one => one.alike, one => one.happening).Select(group => group.ToArray());

    /// <summary>How much a happening matters; 0 for what is never told.</summary>
    private static int Weight(Happening happening, Scenario scenario) => happening.Kind switch
    {
        HappeningKind.Captured => 9,
        HappeningKind.Closed or HappeningKind.Opened or HappeningKind.ClosedFor or HappeningKind.OpenedFor => 8,
        HappeningKind.Destroyed => 8,
        HappeningKind.FrontChanged when happening.Detail == nameof(FrontState.Fight) => 8,
        HappeningKind.RanOut or HappeningKind.SuppliedAgain or HappeningKind.Paused or HappeningKind.Resumed => 7,
        HappeningKind.RanShort or HappeningKind.NoLongerShort or HappeningKind.FrontChanged or HappeningKind.Reported => 6,
        HappeningKind.Unreachable or HappeningKind.Reachable or HappeningKind.NoFuel => 5,
        HappeningKind.Renewed => 6,
        HappeningKind.Offered when happening.Detail == "accepted" => 6,
        HappeningKind.RationChanged or HappeningKind.RepairBegan => 4,
        HappeningKind.Lost or HappeningKind.NoMoreCleared or HappeningKind.AllCleared => 3,
        HappeningKind.Attacked => 2,
        HappeningKind.Claimed => 2,
        HappeningKind.DisruptionBegan or HappeningKind.DisruptionEnded
            when scenario.Disruptions.Any(d => d.Id == happening.Subject && d is Closure or Rumour) => 0,
        HappeningKind.DisruptionBegan or HappeningKind.DisruptionEnded =>
            scenario.Disruptions.Any(d => d.Id == happening.Subject && Restrained.IsOfCrossings(d)) ? 8 : 2,
        HappeningKind.Stranded or HappeningKind.Dispersed or HappeningKind.Refused => 1,
        _ => 0,
    };
}

/// <summary>A sentence of the story.</summary>
/// <param name="At">[time] Since the start.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Sentence">Without a full stop.</param>
internal readonly record struct StoryLine(TimeSpan At, HappeningKind Kind, string Sentence);
