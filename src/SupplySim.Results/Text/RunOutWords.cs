using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>Who runs out of what or has rations cut, how often and when: what stands in the rows of a table, or that nobody does.</summary>
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
        var (outs, cuts) = (alternative.RunOuts.ToLookup(one => one.Place), alternative.CutRations.ToLookup(one => one.Place));
        string[] places = [.. outs.Concat<object>(cuts).Select(one => one is IGrouping<string, RunOutEstimate> ran
            ? ran.Key
            : ((IGrouping<string, CutRationsEstimate>)one).Key).Distinct(StringComparer.Ordinal)];
        var nobody = isOne ? "nobody runs out of anything" : $"nobody runs out of anything in any of {Words.Number(runs)} runs";
        if (places.Length == 0) return new($"{nobody}.", [], null);
        return new(
            TitleOf(nobody, outs.Count > 0, cuts.Count > 0, isOne),
            [.. places.Take(Most).SelectMany(place => outs[place].OrderByDescending(one => one.Days.Happened)
                .Select(one => (What: Names.Of(scenario, one.Commodity), one.Days, Lasted: ""))
                .Concat(
                    cuts[place].Select(one =>
                        (What: RationWords.Cut(one.To, one.Commodity is { } id ? Names.Of(scenario, id) : null,
                            IsLeast(scenario, one.Commodity)), one.Days,
                            Lasted: $", for {Figure.Seen(one.Lasted, Scale.Plain.In("d"))} in all")))
                .Select((one, i) => new RunOutRow(i == 0 ? Names.Of(scenario, place) : "", one.What,
                    isOne ? "" : Figure.Seen(one.Days.Happened / (double)runs, Scale.Percent), When(one.Days, isOne) + one.Lasted)))],
            places.Length > Most ? $"and {Words.Count(places.Length - Most, "more place")}." : null);
    }

    // Several rules that cut it by different shares may each be in force for a part of the time that is told.
    private static bool IsLeast(Scenario scenario, string? commodity) =>
        scenario.Policies.Ration.Select(rule => commodity is null ? rule.To.All : rule.To.For(commodity, 1)).Where(share => share < 1)
            .Distinct().Skip(1).Any();

    private static string TitleOf(string nobody, bool areOut, bool areCut, bool isOne) =>
        (areOut ? $"who runs out of what{(areCut ? " or has rations cut" : "")}" : $"{nobody}, but rations are cut")
            + (isOne ? areOut ? ", and when:" : ":" : ", how often, and first when (5–95 %):");

    private static string When(Estimate days, bool isOne)
    {
        var (low, high) = (MeasureWords.Day(days.P05), MeasureWords.Day(days.P95));
        return $"day {MeasureWords.Day(days.P50)}{(isOne || low == high ? "" : $" ({low}–{high})")}";
    }
}

/// <summary>A place that runs out of a commodity, or has its rations cut.</summary>
/// <param name="Place">Its name; empty where it stands in the row above.</param>
/// <param name="What">The commodity, or what is given out.</param>
/// <param name="Often">The share of runs; empty where there is one.</param>
/// <param name="When">The day, and the range of days; of rations also for how long they are cut.</param>
internal sealed record RunOutRow(string Place, string What, string Often, string When);
