using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>A ranking in words: what was asked, each closure's rank, effect and protection, and what cannot be told apart.</summary>
internal sealed class RankWords(RankResult result)
{
    private const int MostNamed = 12;
    private const double MainPart = 0.25;
    private readonly Measure _measure = result.Scenario.Measures.First(one => one.Id == result.Plan.By);

    /// <summary>What was closed, for how long, when, and by what it is judged.</summary>
    public string Question
    {
        get
        {
            var days = Figure.Of(result.Plan.ShutFor.TotalDays, 0, Scale.Plain).Main;
            var time = result.Plan.ShutFor < TimeSpan.FromDays(1)
                ? $"{Figure.Of(result.Plan.ShutFor.TotalHours, 0, Scale.Plain).Main} h"
                : $"{days} {(days == "1" ? "day" : "days")}";
            var when = result.Plan.At == default ? "from the start, day 0 (--at asks about other days)" : $"from {result.Plan.At}";
            var where = result.Alternatives.IsEmpty ? "" : $", in {Names.Clean(result.Baseline)}";
            return $"Each shut in turn "
                + $"for {time} {when}{where}: {MeasureWords.Label(_measure, result.Scenario)} (--by {Names.Clean(_measure.Id)})";
        }
    }

    private bool IsSettled => result.Closures.Any(one => one.Effect is not null)
        && result.Closures.All(one => one.Effect is null or { Test: DifferenceTest.None });

    /// <summary>The rows of the table: what has an effect in some run, as far as there is room.</summary>
    public ImmutableArray<RankedClosure> Shown(int most) => [.. result.Closures.Where(one => !one.ChangesNothing).Take(most)];

    /// <summary>For example <c>3</c>, or <c>3=</c> where others have it too.</summary>
    public string Rank(RankedClosure closure) => closure.Rank.ToString(CultureInfo.InvariantCulture) + (closure.IsTied ? "=" : "");

    /// <summary>The name of a place, or the two of a route; with a star where it is the only way to somewhere.</summary>
    public string Name(RankedClosure closure) => Name(closure.Target, closure.IsRoute) + (closure.OnlyWayTo.IsEmpty ? "" : " *");

    /// <summary>The effect on the scale of the measure, with its sign.</summary>
    public Figure Effect(RankedClosure closure) =>
        closure.Effect is { } effect ? Signed(effect.Difference, effect.HalfWidth) : new Figure("–", "");

    /// <summary>What stands above <see cref="Verdict"/>.</summary>
    public string LastHead => result.Closures.Any(one => one.Protection is not null) ? "lowered most by" : "";

    /// <summary>What lowers it most and by how much; or that nobody knows whether there is an effect.</summary>
    public string Verdict(RankedClosure closure) => closure switch
    {
        { IsSure: false, Effect.Test: DifferenceTest.TooFew } when result.Runs > 1 => "too few runs to tell",
        { IsSure: false } => double.IsNaN(result.Open.HalfWidth) && result.Runs > 1 ? "not judged" : "cannot be told from open",
        { Effect: { } effect } when Math.Sign(effect.Difference) == MeasureWords.Wish(_measure) && effect.Difference != 0 =>
            "better shut than open",
        { Protection: { } by } => $"{Names.Clean(by.Alternative)}: by {Plain(by.Lowers.Difference, by.Lowers.HalfWidth)}",
        _ => "",
    };

    /// <summary>The lines below the table, each with its lead.</summary>
    public IEnumerable<(string Lead, string Text)> Notes(int most)
    {
        var shown = Shown(most);
        var more = result.Closures.Count(one => !one.ChangesNothing) - shown.Length;
        if (more > 0) yield return ("", $"and {more} more, which --json lists");
        if (shown.Any(one => one.IsTied))
            yield return ("=  ", IsSettled
                ? "does the same as the most harmful one of the same rank"
                : "cannot be told apart from the most harmful one of the same rank");
        if (shown.Any(one => !one.OnlyWayTo.IsEmpty)) yield return ("*  ", "the only way to some place, as things stand at the start");
        if (IsSettled) yield return ("", "Nothing in the runs is random: every other run would come out the same.");
        else if (result.Runs > 1 && !shown.IsEmpty && !double.IsNaN(result.Open.HalfWidth))
            yield return ("±  ",
                $"half-width of the {Words.Percent(result.Open.Level)} interval of the mean difference, run by run on the same luck; told "
                    + $"apart is what can be when all are judged together");
        if (result.Runs == 1 && !IsSettled) yield return ("", "One run tells nothing apart.");
        else if (shown.Any(one => one.Effect?.Test == DifferenceTest.TooFew))
            yield return ("",
                $"Too few runs to tell: what is rare may be in none of these {result.Runs}, and outweigh them all. A mean is judged "
                    + $"from {FewestRuns.ForAMean} runs on.");
        if (result.Closures.Where(one => one.ChangesNothing).Select(one => (one.Target, one.IsRoute)).ToArray() is { Length: > 0 } idle)
            yield return ("", $"No effect in any run: {List(idle)}.{ShutAnyway(idle)}");
        foreach (var closure in shown.Where(one => one.StrangersShare >= MainPart)) yield return ("", Queue(closure));
        foreach (var spared in Spared()) yield return ("", spared);
        if (!result.LeftOut.IsEmpty)
            yield return ("",
                $"Not asked, since to shut {(result.LeftOut.Length == 1 ? "it" : "them")} starves by itself (--what ends "
                    + $"shuts {(result.LeftOut.Length == 1 ? "it" : "them")}): {List(result.LeftOut.Select(one => (one, false)))}.");
        if (Unprotected(shown) is { } sentence) yield return ("", sentence);
    }

    // What the scenario shuts for all may be shut already when it is to be: that alone would be a reason.
    private string ShutAnyway((string Target, bool IsRoute)[] idle)
    {
        var scenario = result.Scenario.Experiment.Compare.FirstOrDefault(one => one.Name == result.Baseline)?.Scenario ?? result.Scenario;
        var whole = scenario.Disruptions.OfType<Closure>().Where(one => one.To.IsEmpty && one.Stops.IsEmpty).ToArray();
        var shut = idle.Select(one =>
            (one, By: whole.Where(closure => closure.Close.Contains(one.Target)).Select(closure => Names.Clean(closure.Id)).ToArray()))
            .Where(one => one.By.Length > 0).Select(one => $"{Name(one.one.Target, one.one.IsRoute)} (by {Words.List(one.By)})")
            .Take(MostNamed).ToArray();
        return shut.Length == 0
            ? ""
            : $" The scenario itself shuts {Words.List(shut)}: while that lasts, shutting it once more changes nothing.";
    }

    // An effect that is not of what stays away, but of who comes in between.
    private string Queue(RankedClosure closure)
    {
        var who = Words.List(
            [.. result.Scenario.Fleets.Where(fleet => fleet.Through?.Value == closure.Target).Select(fleet => Names.Clean(fleet.Id))]);
        var without = Signed(closure.EffectWithoutStrangers!.Difference, closure.EffectWithoutStrangers.HalfWidth);
        return $"{Name(closure.Target, closure.IsRoute)}: {Figure.Seen(closure.StrangersShare!.Value, Scale.Percent)} of its effect comes "
            + $"of {who}, who merely pass: they gather before it while it is shut, and stand in the queue when it opens. Without them it "
            + $"is {without}.";
    }

    private IEnumerable<string> Spared()
    {
        var groups = result.Spared.GroupBy(one => one.Because).OrderBy(group => group.Key).ToArray();
        foreach (var group in groups)
            yield return $"Not closed, since {Because(group.Key)}: {List(group.Select(one => (one.Target, one.IsRoute)))}.";
        if (groups.Length > 0 && result.SparedChangesNothing)
            yield return $"With {(result.Spared.Length == 1 ? "it" : "all of these together")} shut for the same "
                + $"time, {MeasureWords.Label(_measure, result.Scenario)} came out the same in every run.";
    }

    private string? Unprotected(ImmutableArray<RankedClosure> shown)
    {
        if (!result.IsWhole) return "It was stopped before it came to its end: what would protect was not asked.";
        var harmful = shown.Where(one =>
            one is { IsSure: true, Protection: null } && one.Effect!.Difference * MeasureWords.Wish(_measure) <= 0).ToArray();
        if (result.Alternatives.IsEmpty || harmful.Length == 0) return null;
        var (all, of) = (Words.List([.. result.Alternatives.Select(Names.Clean)]),
            "the effect of " + List(harmful.Select(one => (one.Target, one.IsRoute))));
        return result.Alternatives.Length == 1
            ? $"The alternative {all} does not surely lower {of}."
            : $"{(result.Alternatives.Length == 2 ? "Neither" : "None")} of {all} surely lowers {of}.";
    }

    private static string Because(SparedBecause why) => why switch
    {
        SparedBecause.NoWayLeadsPast => "no way that anybody drives leads past",
        SparedBecause.NeverOpen => "no hours ever open it",
        SparedBecause.NothingIsHandled => "no supply line loads or unloads there",
        SparedBecause.NobodyFlies => "nobody flies",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "a reason without words"),
    };

    // Of a large network nobody reads all.
    private string List(IEnumerable<(string Target, bool IsRoute)> targets)
    {
        var all = targets.ToArray();
        var named = all.Take(all.Length > MostNamed ? MostNamed : all.Length).Select(one => Name(one.Target, one.IsRoute));
        return Words.List(all.Length > MostNamed ? [.. named, $"{Words.Count(all.Length - MostNamed, "other")}"] : [.. named]);
    }

    private string Name(string target, bool isRoute)
    {
        if (!isRoute || result.Scenario.Routes.FirstOrDefault(one => one.Id == target) is not { } route)
            return Names.Of(result.Scenario, target);
        var ends = $"{Names.Clean(route.From.Value)} – {Names.Clean(route.To.Value)}";
        return route.Name is { } name ? $"{ends} ({Names.Clean(name)})" : route.Mode == Mode.Air ? $"{ends} (air)" : ends;
    }

    private Figure Signed(double value, double halfWidth) => Figure.Signed(value, halfWidth, ScaleOf());

    private string Plain(double value, double halfWidth) => Figure.Of(value, halfWidth, ScaleOf()).ToString();

    // One for all, so that they can be compared at a glance.
    private Scale ScaleOf() =>
        MeasureWords.DifferenceScale(_measure, result.Column.Unit, result.Closures.Select(one => one.Effect?.Difference ?? double.NaN));
}
