using System.Collections.Immutable;
using SupplySim.Disruptions;

namespace SupplySim.Results.Text;

/// <summary>What happened in one run, as sentences in order of time: only what matters, and not more than can be read.</summary>
internal static class Story
{
    private const int Most = 40;

    /// <summary>The sentences of what matters most; of what matters as much as the last that is told, the first.</summary>
    /// <returns>And what was left out for want of room, in a sentence; null where nothing was.</returns>
    public static (ImmutableArray<StoryLine> Lines, string? LeftOut) Of(RunResult run, Scenario scenario)
    {
        var told = WithoutRepetition(run.Story).Select((happening, order) => (happening, order, weight: Weight(happening, scenario)))
            .Where(h => h.weight > 0).ToArray();
        var ranked = told.OrderByDescending(h => h.weight).ThenBy(h => h.order).ToArray();
        return ([.. ranked.Take(Most).OrderBy(h => h.order).Select(h => Line(h.happening, scenario))], LeftOut([.. ranked.Skip(Most).Select(h => h.happening.At)]));
    }

    private static string? LeftOut(Engine.SimTime[] left)
    {
        if (left.Length == 0) return null;
        var (first, last) = (Day(left.Min()), Day(left.Max()));
        return $"These are the {Most} events that matter most. {Words.Count(left.Length, "event")} that {(left.Length == 1 ? "matters" : "matter")} less, or no more and came later, {(left.Length == 1 ? "is" : "are")} left out: "
            + (first == last ? $"of day {first}." : $"from day {first} to day {last}.");
    }

    private static long Day(Engine.SimTime at) => (long)Math.Floor((at - Engine.SimTime.Start).TotalDays);

    // A place that lives from hand to mouth runs out of the same thing again and again: told once, until it has recovered for a
    // day; and an alarm that is raised by several at one instant is one alarm.
    private static IEnumerable<Happening> WithoutRepetition(ImmutableArray<Happening> all)
    {
        var story = WithoutRelapses(all);
        var ranOut = new HashSet<(string, string?)>();
        var last = default(Happening);
        foreach (var happening in story)
        {
            var isNews = happening.Kind != HappeningKind.RanOut || ranOut.Add((happening.Subject, happening.Detail));
            if (happening.Kind == HappeningKind.NoLongerShort) ranOut.RemoveWhere(one => one.Item1 == happening.Subject);
            if (isNews && happening != last) yield return happening;
            last = happening;
        }
    }

    private static IEnumerable<Happening> WithoutRelapses(ImmutableArray<Happening> story)
    {
        var left = story.ToList();
        for (var i = left.Count - 1; i >= 0; i--)
        {
            if (left[i].Kind != HappeningKind.NoLongerShort) continue;
            var relapse = left.FindIndex(i, later => later.Kind == HappeningKind.RanShort && later.Subject == left[i].Subject);
            if (relapse < 0 || left[relapse].At - left[i].At >= TimeSpan.FromDays(1)) continue;
            left.RemoveAt(relapse);
            left.RemoveAt(i);
        }
        return left;
    }

    /// <summary>How much a happening matters; 0 for what is never told.</summary>
    private static int Weight(Happening happening, Scenario scenario) => happening.Kind switch
    {
        HappeningKind.Captured => 9,
        HappeningKind.Closed or HappeningKind.Opened => 8,
        HappeningKind.RanShort or HappeningKind.RanOut => 7,
        HappeningKind.FrontChanged or HappeningKind.Reported => 6,
        HappeningKind.Unreachable or HappeningKind.Reachable => 5,
        HappeningKind.Renewed => 6,
        HappeningKind.Offered when happening.Detail == "accepted" => 6,
        HappeningKind.NoLongerShort => 5,
        HappeningKind.RationChanged or HappeningKind.RepairBegan => 4,
        HappeningKind.Lost => 3,
        HappeningKind.Attacked => 2,
        HappeningKind.Claimed => 2,
        HappeningKind.DisruptionBegan when scenario.Disruptions.Any(d => d.Id == happening.Subject && d is Closure or Rumour) => 0,
        HappeningKind.DisruptionBegan => 2,
        HappeningKind.Stranded or HappeningKind.Dispersed => 1,
        _ => 0,
    };

    private static StoryLine Line(Happening happening, Scenario scenario) =>
        new(happening.At - Engine.SimTime.Start, happening.Kind, Sentence(happening, scenario));

    /// <summary>A happening as a sentence, without a full stop.</summary>
    public static string Sentence(Happening happening, Scenario scenario)
    {
        var who = Words.Sentence(Names.Of(scenario, happening.Subject));
        var detail = happening.Detail is { } text ? Names.Clean(text) : "";
        var because = detail.Length > 0 ? ": " + detail : "";
        return happening.Kind switch
        {
            HappeningKind.Unreachable => $"{who}: {detail} cannot be reached, so nobody is cleared",
            HappeningKind.Reachable => $"{who}: those who clear can be reached again",
            HappeningKind.Paused => $"{who} orders nothing: {Pause(detail, scenario)}",
            HappeningKind.DisruptionEnded when Stopped(happening.Subject, scenario) is { } stopped => $"{who} no longer stops {stopped}{(detail.Length > 0 ? " at " + Names.Of(scenario, detail) : "")}",
            HappeningKind.DisruptionEnded => detail.Length > 0 ? $"{who} no longer shuts {Names.Of(scenario, detail)}" : $"{who} ends",
            HappeningKind.Slowed => $"{Words.Sentence(Names.OfPlaceOrRoute(scenario, happening.Subject))} is passed more slowly{because}",
            HappeningKind.HeldBack => $"Vehicles of {Names.Clean(happening.Subject)} are kept from leaving{because}",
            HappeningKind.TakenAway => $"Vehicles of {Names.Clean(happening.Subject)} are wanted elsewhere{because}",
            HappeningKind.Resumed => $"{who} orders again",
            HappeningKind.Captured => $"{who} is captured{(detail.Length > 0 ? " by " + detail : "")}",
            HappeningKind.RanShort => $"{who} falls below its warning level",
            HappeningKind.RanOut => $"{who} runs out of {(detail.Length > 0 ? Names.Of(scenario, detail) : "something")}",
            HappeningKind.Closed when happening.Detail is { } by && Stopped(by, scenario) is { } stopped => $"{Words.Sentence(stopped)} at {Names.Of(scenario, happening.Subject)} is stopped{because}",
            HappeningKind.Closed => $"{who} is shut{because}",
            HappeningKind.Opened => $"{who} is open again",
            HappeningKind.FrontChanged => $"Front {Names.Clean(happening.Subject)}: {State(detail)}",
            HappeningKind.Offered => $"Front {Names.Clean(happening.Subject)}: an offer is {detail}",
            HappeningKind.Renewed => $"Front {Names.Clean(happening.Subject)}: the ceasefire is renewed",
            HappeningKind.Claimed => $"{who}: the other side claims {detail}",
            HappeningKind.NoLongerShort => $"{who} is above its warning level again",
            HappeningKind.Reported when detail.StartsWith("taken back", StringComparison.Ordinal) => $"What was said of {Names.Of(scenario, happening.Subject)} is {detail}",
            HappeningKind.Reported => $"{who} is said to be {detail}",
            HappeningKind.RepairBegan => $"A crew begins to repair what {Names.Clean(happening.Subject)} has damaged{because}",
            HappeningKind.Dispersed => $"{detail} leaves the queue at {Names.Of(scenario, happening.Subject)} with its load",
            HappeningKind.RationChanged => $"Rations at {Names.Of(scenario, happening.Subject)}{because}",
            HappeningKind.Attacked => $"{who} attacked: {detail}",
            HappeningKind.Lost => $"{who}: {(detail.Length > 0 ? detail : "vehicles or goods")} lost",
            HappeningKind.DisruptionBegan => $"{who} begins{because}",
            _ => $"No way left for {who}{because}",
        };
    }

    // The work at a place that a closure stops, which shuts nothing to those who only pass: "ordering and unloading". Null where it shuts.
    private static string? Stopped(string blamed, Scenario scenario) =>
        scenario.Disruptions.OfType<Closure>().FirstOrDefault(one => one.Id == blamed.Split(' ')[0]) is { Stops.IsEmpty: false } closure
            ? Words.List([.. closure.Stops.Select(work => work == SiteWork.Orders ? "ordering" : work == SiteWork.Loading ? "loading" : "unloading")])
            : null;

    private static string Pause(string detail, Scenario scenario) => detail.Length == 0 ? "no way is known"
        : scenario.SupplyLines.Any(line => line.To.Value == detail) ? $"orders are stopped at {Names.Of(scenario, detail)}"
        : $"{Names.OfPlaceOrRoute(scenario, detail)} is known to be shut";

    private static string State(string detail) => Enum.TryParse<FrontState>(detail, out var state)
        ? state switch
        {
            FrontState.Advance => "the attacker advances",
            FrontState.StandOff => "both sides face each other and wait",
            FrontState.StepDown => "the defender leaves without a fight",
            FrontState.Fight => "fighting breaks out",
            FrontState.Ceasefire => "a ceasefire is agreed",
            FrontState.Withdrawal => "the attacker gives up",
            FrontState.Ended => "it is over",
            _ => "it has not set out",
        }
        : Names.Clean(detail);
}

/// <summary>A sentence of the story.</summary>
/// <param name="At">[time] Since the start.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Sentence">Without a full stop.</param>
internal readonly record struct StoryLine(TimeSpan At, HappeningKind Kind, string Sentence);
