using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Comparing;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>What would help most, in words: which alternatives do better than the first by the measure that
/// tells, and by how much.</summary>
/// <remarks>An alternative may be something that can be done, or another world in which there is no
/// fighting; so none is called a remedy, but better.</remarks>
internal static class HelpWords
{
    private const int MostNamed = 8;

    /// <summary>For example <c>better than contested in person-days without food, most first: more-flights
    /// (-0.7 M ±0.2 M). Not to be told from contested: asked-earlier (-0.1 M ±0.2 M).</c> Null where there is one alternative, or nothing
    /// is measured by which one could be better.</summary>
    public static string? Sentence(ExperimentResult result)
    {
        var all = Helping.All(result);
        if (all.IsEmpty) return null;
        var first = Names.Clean(result.Alternatives[0].Name);
        var untold = !result.Failures.IsEmpty ? "runs have failed, so it cannot be told"
            : result.Runs == 1 && !result.IsSettled() ? "from one run it cannot be told"
            : null;
        if (untold is not null) return $"{untold} which alternative does better than {first} in {What(all[0], result.Scenario)}.";
        return string.Join(' ',
            all.SelectMany(one => Sentences(one, first, What(one, result.Scenario)).Concat(Others(one, result.Alternatives[0])))
                .Select((sentence, i) => i == 0 ? sentence : Words.Sentence(sentence)));
    }

    private static IEnumerable<string> Sentences(Helping helping, string first, string what) =>
        new[] { Better(helping, first, what), Worse(helping), Unvaried(helping), TooFew(helping), Untold(helping, first),
            Same(helping, first) }.OfType<string>();

    // What helps with one commodity may starve the other.
    private static IEnumerable<string> Others(Helping helping, AlternativeResult first)
    {
        if (helping.Measure.Commodity is not { } own) yield break;
        var there = first.Scenario.Places.Where(place => place is Camp or Force && Delays.Is(place, helping.Measure.Of))
            .Select(place => place.Id).ToHashSet();
        var often = first.RunOuts.Where(one => there.Contains(one.Place) && one.Commodity == own).Select(one => one.Days.Share)
            .DefaultIfEmpty().Max();
        var more = first.RunOuts.Where(one => there.Contains(one.Place) && one.Commodity != own && one.Days.Share > often)
            .OrderByDescending(one => one.Days.Share).Select(one => one.Commodity).Distinct().ToArray();
        if (more.Length > 0)
            yield return $"that is of {Names.Clean(own)} alone; under {Names.Clean(first.Name)}, "
                + $"{Words.List([.. more.Take(3).Select(Names.Clean)])} {(more.Length == 1 ? "runs" : "run")} out more often.";
    }

    private static string What(Helping helping, Scenario scenario) =>
        MeasureWords.Label(helping.Measure, scenario) + (helping.Measure.Is == MeasureKind.FirstTimeBelowWarning ? ", in runs" : "");

    private static string Better(Helping helping, string first, string what)
    {
        if (helping.Better.IsEmpty)
            return helping.IsBest ? $"no alternative can do better than {first} in {what}, which is at its best in every run."
                : $"no alternative can be told to do better than {first} in {what}.";
        var groups = helping.Better.Take(MostNamed).Select(group => Named(helping, group[0])
            + (group.Length > 1 ? $" and, not to be told from it, {List(helping, group[1..])}" : ""));
        var more = helping.Better.Skip(MostNamed).Sum(group => group.Length);
        return $"better "
            + $"than {first} in {what}{(helping.Better.Length > 1 ? ", most first" : "")}: {string.Join("; ", groups)}{(more > 0 ? $"; and {more} more" : "")}.";
    }

    private static string? Worse(Helping helping) => helping.Worse.IsEmpty ? null : $"worse: {List(helping, helping.Worse)}.";

    // An interval that leaves zero out by itself may not do so beside all others.
    private static string? Untold(Helping helping, string first) =>
        helping.Untold.Where(one => one.Test != DifferenceTest.TooFew).ToArray() is not { Length: > 0 } untold ? null
            : $"not to be told "
                + $"from {first}{(helping.Judged > 1 && untold.Any(one => !one.Column.MayBeNever && Math.Abs(one.Difference) > one.HalfWidth) ? $" with all {helping.Judged} comparisons judged together" : "")}: {Moved(helping, untold)}.";

    // However closely they hang together: what is rare and not among them may outweigh them all.
    private static string? TooFew(Helping helping) =>
        helping.Untold.Where(one => one.Test == DifferenceTest.TooFew).ToArray() is not { Length: > 0 } few ? null
            : $"too few runs to tell, since what comes in {Rare(few[0].N)} may be in none of these {few[0].N} (a mean is judged "
                + $"from {FewestRuns.ForAMean} on): {Moved(helping, few)}.";

    // Where all runs differ alike, how far others could is not seen.
    private static string? Unvaried(Helping helping) =>
        helping.Better.SelectMany(group => group).Concat(helping.Worse)
            .FirstOrDefault(one => one is { Test: DifferenceTest.Sign, Column.MayBeNever: false }) is not { } alike ? null
        : $"all {alike.N} runs differ alike, and what comes in fewer than {Rare(alike.N)} may be in none of them.";

    // The rule of three: what none of n runs has seen has a share of up to 3/n of all.
    private static string Rare(int runs) => $"one run of {Words.Number(Math.Max(2, runs / 3))}";

    private static string Moved(Helping helping, Comparing.Compared[] some) =>
        Words.List(Cut([.. some.Select(one => $"{Names.Clean(one.Other.Alternative)} ({Difference(helping, one)}{Never(helping, one)})")]));

    // Where few runs are bad a mean says little; that none is worse says something.
    private static string Never(Helping helping, Comparing.Compared one) =>
        (helping.Wish > 0 ? one.Moved : (one.Moved.Less, one.Moved.More)) switch
        {
            ( > 0 and var better, 0) => $"; better in {Words.Count(better, "run")}, worse in none",
            (0, > 0 and var worse) => $"; worse in {Words.Count(worse, "run")}, better in none",
            _ => "",
        };

    private static string? Same(Helping helping, string first) => helping.Same.IsEmpty ? null
        : $"the same "
            + $"as {first}{(helping.Same.All(one => one.N == 1) ? "" : " in every run")}: {Words.List(Cut([.. helping.Same.Select(one => Names.Clean(one.Other.Alternative))]))}.";

    private static string List(Helping helping, ImmutableArray<Comparing.Compared> some) =>
        Words.List(Cut([.. some.Select(one => Named(helping, one))]));

    private static IReadOnlyList<string> Cut(IReadOnlyList<string> names) =>
        names.Count <= MostNamed ? names : [.. names.Take(MostNamed), $"{names.Count - MostNamed} more"];

    private static string Named(Helping helping, Comparing.Compared one) =>
        $"{Names.Clean(one.Other.Alternative)} ({Difference(helping, one)})";

    // On one scale, so that they can be compared at a glance.
    private static string Difference(Helping helping, Comparing.Compared one)
    {
        var all = helping.Better.SelectMany(group => group).Concat(helping.Worse).Concat(helping.Untold).Select(other => other.Difference);
        var scale = one.Column.MayBeNever ? Scale.Percent : MeasureWords.Scale(helping.Measure, one.Column.Unit, all);
        if (scale == Scale.Percent) scale = scale with { Suffix = " points" };
        return Figure.Signed(one.Difference, one.HalfWidth, scale.ForOne(one.Difference, one.HalfWidth)).ToString();
    }
}
