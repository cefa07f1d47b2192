using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What stood in the way in the first alternative, in whole sentences: what was shut and for how long, which disruptions are blamed, who
/// ordered nothing meanwhile, and what the waiting was for.</summary>
/// <remarks>Nothing is said that was not counted. Opening hours are a reason only where nothing was shut: they are there every day, and whoever
/// does not order because a crossing is shut waits for nothing.</remarks>
internal static class Reasons
{
    private const int Most = 3;

    /// <summary>The sentences; none where nothing stood in the way.</summary>
    public static ImmutableArray<string> Sentences(ExperimentResult result)
    {
        var first = result.Alternatives[0];
        var shut = Findings.ShutCrossings(first);
        var wasShut = shut.Length > 0 || first.Blamed.Length > 0 || first.Paused.Length > 0;
        var onAverage = result.Runs > 1 && !result.IsSettled() ? " on average" : "";
        return [.. new[]
        {
            Shut(shut, onAverage),
            Blamed(first),
            Paused(first, result.Runs, onAverage),
            Waiting(first, wasShut),
        }.OfType<string>().Select(Words.Sentence)];
    }

    private static string? Shut(ImmutableArray<ShutCrossing> shut, string onAverage) => shut.Length == 0 ? null
        : string.Join(", ", shut.Take(Most).Select((one, i) => Names.Clean(one.Crossing.Shown) + (i == 0 ? " was shut " : " ")
            + Figure.Seen(one.Days, Scale.Plain.In("d")) + (i == 0 ? onAverage : "") + (one.Range is { } range ? $" (5–95 %: {range} d)" : "")))
        + More(shut.Length, "crossing") + ".";

    private static string? Blamed(AlternativeResult first)
    {
        var all = first.Blamed.Sum(one => one.Waited.TotalDays);
        if (all <= 0) return null;
        var blamed = first.Blamed.OrderByDescending(one => one.Waited).ThenBy(one => one.Disruption, StringComparer.Ordinal)
            .Select(one => (Name: Names.Clean(one.Disruption), Share: Figure.Seen(one.Waited.TotalDays / all, Scale.Percent))).ToArray();
        return blamed is [var only]
            ? $"all waiting for what was shut is blamed on {only.Name}."
            : $"the waiting for what was shut is blamed on {string.Join(", ", blamed.Take(Most).Select(one => $"{one.Name} ({one.Share})"))}{More(blamed.Length, "disruption")}.";
    }

    private static string? Paused(AlternativeResult first, int runs, string onAverage)
    {
        if (first.Paused.Length == 0) return null;
        var lines = first.Paused.OrderByDescending(line => line.Paused)
            .Select(line => $"{Figure.Seen(line.Paused.TotalDays / runs, Scale.Plain.In("d"))} by {Names.Clean(line.Line)}").ToArray();
        return $"while the way was known to be shut, nothing was ordered{onAverage} for {string.Join(", ", lines.Take(Most))}{More(lines.Length, "supply line")}.";
    }

    private static string? Waiting(AlternativeResult first, bool wasShut) =>
        Findings.Waiting(first).FirstOrDefault(cause => !wasShut || cause.Cause != "hours") is { } cause
            ? $"{Figure.Seen(cause.Share, Scale.Percent)} of all waiting was {cause.Words}."
            : null;

    private static string More(int all, string what) => all > Most ? $" and {Words.Count(all - Most, "more " + what)}" : "";
}
