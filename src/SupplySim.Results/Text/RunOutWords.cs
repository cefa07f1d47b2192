using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>Who runs out of what, and when, in words.</summary>
internal static class RunOutWords
{
    private const int Most = 3;

    /// <summary>For example <c>Cedar camp runs out of food in 62 % of runs, for the first time on day 24 (5–95 %: 15–60), and of shelter in 3.0 % (day
    /// 70).</c> Those first that do so most often; null where nobody needs anything.</summary>
    /// <param name="alternative">Whose runs.</param>
    /// <param name="runs">How many there are.</param>
    public static string? Sentence(AlternativeResult alternative, int runs)
    {
        var scenario = alternative.Scenario;
        if (!scenario.Places.Any(place => place is Camp or Force)) return null;
        var isOne = runs == 1 || alternative.IsSettled;
        var places = alternative.RunOuts.GroupBy(one => one.Place).ToArray();
        if (places.Length == 0) return isOne ? "nobody runs out of anything." : $"nobody runs out of anything in any of {runs} runs.";
        var told = places.Take(Most).Select((place, i) => $"{(i == 0 ? Names.Subject(scenario, place.Key) : Names.Of(scenario, place.Key))} runs out of "
            + Words.List([.. place.OrderByDescending(one => one.Days.Happened).Select((one, j) => OfOne(scenario, one, runs, isOne, isFirst: i == 0 && j == 0))]));
        return string.Join("; ", told) + (places.Length > Most ? $"; and {Words.Count(places.Length - Most, "more place")}" : "") + ".";
    }

    private static string OfOne(Scenario scenario, RunOutEstimate one, int runs, bool isOne, bool isFirst)
    {
        var (days, what) = (one.Days, Names.Of(scenario, one.Commodity));
        var (low, high) = (MeasureWords.Day(days.P05), MeasureWords.Day(days.P95));
        var day = $"day {MeasureWords.Day(days.P50)}";
        if (isOne) return $"{what} on {day}";
        var often = Figure.Seen(days.Happened / (double)runs, Scale.Percent);
        if (isFirst) return $"{what} in {often} of runs, for the first time on {day}{(low == high ? "" : $" (5–95 %: {low}–{high})")}";
        return $"{what} in {often} ({day}{(low == high ? "" : $", {low}–{high}")})";
    }
}
