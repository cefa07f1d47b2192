using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>How the runs of each alternative stand against what was observed, in words.</summary>
internal static class Judged
{
    private const int Named = 3;

    /// <summary>For example <c>contested: 4 of 6 observations lie inside the 90 % band of the runs, 2 inside the 50 % band; out is habur-holder (baghdad
    /// was seen, and is in 6 % of runs).</c> Empty where nothing was observed, or nothing can be said of one run.</summary>
    public static ImmutableArray<string> Sentences(ExperimentResult result)
    {
        if (result.Runs < 2) return [];
        var judged = result.Alternatives.Where(one => !one.Judgement.Scores.IsEmpty);
        // Alternatives that stand alike are told together.
        return [.. judged.GroupBy(one => Sentence(one.Judgement)).Select(alike =>
            result.Alternatives.Length == 1 ? alike.Key : $"{Words.List([.. alike.Select(one => Names.Clean(one.Name))])}: {alike.Key}")];
    }

    /// <summary>What the runs have where something else was seen: <c>40 t was seen, 50 to 70 t are in 90 % of runs</c>.</summary>
    public static string Runs(ObservationScore score) => score.Quantiles.IsEmpty
        ? $"{(score.Share == 0 ? "in none" : "in " + Words.Percent(score.Share))} of the runs"
        : $"{Range(Number(score.Quantiles[0]), Number(score.Quantiles[4]))} {Unit(score.Unit)} in 90 % of the runs";

    private static string Sentence(Judgement judged)
    {
        var all = judged.Scores.Length;
        var outside = judged.Scores.Where(one => !one.In90).ToArray();
        var told = outside.Take(Named).Select(one => $"{Names.Clean(one.Observation.Id)} ({Names.Clean(one.Seen)} was seen, {Runs(one)})").ToArray();
        return $"{judged.In90} of {Words.Count(all, "observation")} {(all == 1 ? "lies" : "lie")} inside the 90 % band of the runs, {judged.In50} inside the 50 % band"
            + (outside.Length == 0 ? "." : $"; outside {(outside.Length == 1 ? "is" : "are")} {Words.List(told)}{(outside.Length > Named ? $" and {outside.Length - Named} more" : "")}.");
    }

    private static string? Unit(string? unit) => unit switch { "vehicle" => "vehicles", "piece" => "pieces", "person" => "people", _ => unit };

    private static string Range(string low, string high) => low == high ? low : $"{low} to {high}";

    private static string Number(double value) => double.IsFinite(value) ? Figure.Seen(value, Scale.Plain) : "no end";
}
