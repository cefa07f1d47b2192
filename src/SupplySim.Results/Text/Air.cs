using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What aircraft waited for, the longest first.</summary>
internal static class Air
{
    /// <summary>The waits of an alternative in a run, on average; none where no aircraft waited.</summary>
    public static ImmutableArray<AircraftWaiting> Waits(AlternativeResult result)
    {
        var all = result.AircraftWaits.Sum(wait => wait.Waited.TotalDays);
        return [.. result.AircraftWaits.OrderByDescending(wait => wait.Waited)
            .Select(wait => new AircraftWaiting(InWords(wait.Cause), wait.Waited.TotalDays, wait.Waited.TotalDays / all))];
    }

    /// <summary>The same in one sentence, without a capital; null where no aircraft waited.</summary>
    public static string? Sentence(AlternativeResult result)
    {
        var waits = Waits(result);
        if (waits.Length == 0) return null;
        var days = Figure.Seen(waits.Sum(wait => wait.Days), Scale.Plain.In("aircraft-days", "aircraft-day"));
        return $"aircraft waited {days} in a run: "
            + string.Join(", ", waits.Select(wait => $"{Figure.Seen(wait.Share, Scale.Percent)} {wait.Words}")) + ".";
    }

    private static string InWords(string cause) => cause switch
    {
        "physical" => "grounded, before a way that was shut or a store that was full",
        "hours" => "for opening hours",
        "passage" => "for a holder to let them pass",
        "clearance" => "for clearance",
        "fleet" => "for a rested crew",
        "lane" => "for a stand or a loading crew",
        "fuel" => "for fuel",
        _ => "for " + Names.Clean(cause),
    };
}

/// <summary>What some of the waiting of aircraft was for.</summary>
/// <param name="Words">To follow the word "waited".</param>
/// <param name="Days">[aircraft-day] In a run, on average.</param>
/// <param name="Share">[share] Of all waiting of aircraft.</param>
internal sealed record AircraftWaiting(string Words, double Days, double Share);
