using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>Who runs out of what, how often and when: what stands in the rows of a table, or that nobody does.</summary>
/// <param name="Title">What the rows say; the whole answer where there are none.</param>
/// <param name="Rows">Place by place, those first that run out most often; none where nobody does.</param>
/// <param name="More">Who is left out, in words; null where nobody is.</param>
internal sealed record RunOutWords(string Title, ImmutableArray<RunOutRow> Rows, string? More)
{
    private const int Most = 4;

    /// <summary>Of one alternative; null where nobody needs anything.</summary>
    /// <param name="alternative">Whose runs.</param>
    /// <param name="runs">How many there are.</param>
    public static RunOutWords? Of(AlternativeResult alternative, int runs)
    {
        var scenario = alternative.Scenario;
        if (!scenario.Places.Any(place => place is Camp or Force)) return null;
        var isOne = runs == 1 || alternative.IsSettled;
        var places = alternative.RunOuts.GroupBy(one => one.Place).ToArray();
        if (places.Length == 0) return new(isOne ? "nobody runs out of anything." : $"nobody runs out of anything in any of {Words.Number(runs)} runs.", [], null);
        return new(
            isOne ? "who runs out of what, and when:" : "who runs out of what, how often, and first when (5–95 %):",
            [.. places.Take(Most).SelectMany(place => place.OrderByDescending(one => one.Days.Happened).Select((one, i) => new RunOutRow(
                i == 0 ? Names.Of(scenario, one.Place) : "", Names.Of(scenario, one.Commodity),
                isOne ? "" : Figure.Seen(one.Days.Happened / (double)runs, Scale.Percent), When(one, isOne))))],
            places.Length > Most ? $"and {Words.Count(places.Length - Most, "more place")}." : null);
    }

    private static string When(RunOutEstimate one, bool isOne)
    {
        var (low, high) = (MeasureWords.Day(one.Days.P05), MeasureWords.Day(one.Days.P95));
        return $"day {MeasureWords.Day(one.Days.P50)}{(isOne || low == high ? "" : $" ({low}–{high})")}";
    }
}

/// <summary>A place that runs out of a commodity.</summary>
/// <param name="Place">Its name; empty where it stands in the row above.</param>
/// <param name="What">The commodity.</param>
/// <param name="Often">The share of runs; empty where there is one.</param>
/// <param name="When">The day, and the range of days.</param>
internal sealed record RunOutRow(string Place, string What, string Often, string When);
