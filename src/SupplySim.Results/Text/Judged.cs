using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>How the runs of each alternative stand against what was observed, in words.</summary>
internal static class Judged
{
    private const int Named = 3;

    /// <summary>For example <c>contested: 4 of 5 figures seen lie inside the 90 % band of the runs, 2
    /// inside the 50 % band; outside is passed (40 trucks was seen, 50 to 70 vehicles in 90 % of the runs). Of 1 state seen, habur-holder
    /// (baghdad) is so in 6 % of the runs.</c> Empty where nothing was observed, or nothing can be said of
    /// one run in which something is random.</summary>
    public static ImmutableArray<string> Sentences(ExperimentResult result)
    {
        if (!SaysAnything(result)) return [];
        var judged = result.Alternatives.Where(one => !one.Judgement.Scores.IsEmpty);
        // Alternatives that stand alike are told together.
        return [.. judged.GroupBy(one => Sentence(one.Judgement)).Select(alike =>
            result.Alternatives.Length == 1
                ? Words.Sentence(alike.Key)
                : $"{Words.List([.. alike.Select(one => Names.Clean(one.Name))])}: {alike.Key}")];
    }

    /// <summary>Whether the runs can be held against anything: one run is no band, unless nothing in it is random, so that every other
    /// would come out the same.</summary>
    public static bool SaysAnything(ExperimentResult result) =>
        result.Runs > 1 || (result.Runs == 1 && result.Alternatives.All(one => one.IsSettled));

    /// <summary>What the runs have where something else was seen: <c>40 t was seen, 50 to 70 t are in 90 % of runs</c>.</summary>
    public static string Runs(ObservationScore score) => score.Quantiles.IsEmpty
        ? $"{(score.Share == 0 ? "in none" : "in " + Words.PercentOfRuns(score.Share))} of the runs"
        : $"{Range(Number(score.Quantiles[0]), Number(score.Quantiles[4]))} {Unit(score.Unit)} in 90 % of the runs";

    private static string Sentence(Judgement judged)
    {
        var (figures, states) = (judged.Scores.Where(one => !one.Quantiles.IsEmpty).ToArray(),
            judged.Scores.Where(one => one.Quantiles.IsEmpty).ToArray());
        var told = new[] { Figures(figures), States(states) }.OfType<string>().ToArray();
        return string.Join(' ', told.Select((sentence, i) => i == 0 ? sentence : Words.Sentence(sentence)));
    }

    private static string? Figures(ObservationScore[] figures)
    {
        if (figures.Length == 0) return null;
        var outside = figures.Where(one => !one.In90).ToArray();
        var told = outside.Take(Named)
            .Select(one => $"{Names.Clean(one.Observation.Id)} ({Names.Clean(one.Seen)} was seen, {Runs(one)})").ToArray();
        return $"{figures.Count(one => one.In90)} of {Words.Count(figures.Length, "figure")} seen {(figures.Length == 1 ? "lies" : "lie")} inside "
            + $"the 90 % band of the runs, {figures.Count(one => one.In50)} inside the 50 % band"
            + (outside.Length == 0
                ? "."
                : $"; "
                    + $"outside {(outside.Length == 1 ? "is" : "are")} {Words.List(told)}{(outside.Length > Named ? $" and {outside.Length - Named} more" : "")}.");
    }

    // Who holds a place, or whether it was shut, has no band: the runs have it or not.
    private static string? States(ObservationScore[] states)
    {
        if (states.Length == 0) return null;
        var told = states.OrderBy(one => one.Share).Take(Named)
            .Select((one, i) =>
                $"{Names.Clean(one.Observation.Id)} ({Names.Clean(one.Seen)}){(states.Length == 1 ? "," : "")}{(i == 0 ? " came out" : "")} in {Words.Percent(one.Share)}{(i == 0 ? " of runs" : "")}")
                    .ToArray();
        return $"{(states.Length == 1 ? "the one state" : $"of {states.Length} states")} seen, {Words.List(told)}{(states.Length > Named ? $", the {states.Length - Named} others in at least as many" : "")}.";
    }

    private static string? Unit(string? unit) => unit is null ? null : Words.Plural(unit);

    private static string Range(string low, string high) => low == high ? low : $"{low} to {high}";

    private static string Number(double value) => double.IsFinite(value) ? Figure.Seen(value, Scale.Plain) : "no end";
}
