using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>What stood in the way in one alternative: which crossings were shut, and what the waiting was for.</summary>
internal static class Findings
{
    /// <summary>The id under which every run reports the share of each day that a crossing was physically closed.</summary>
    public const string Shut = "shut";

    /// <summary>Whether all runs of all alternatives came out the same, each for itself.</summary>
    public static bool IsAlike(this ExperimentResult result) => result.Runs > 1 && result.Alternatives.All(a => a.IsAlike);

    /// <summary>Whether they could not do otherwise, since nothing is random: then there is no spread to speak of, and many runs are as
    /// one, and one as many.</summary>
    public static bool IsSettled(this ExperimentResult result) => result.Alternatives.All(a => a.IsSettled);

    /// <summary>The crossings that were shut at all, the longest shut first; those without opening hours,
    /// at which nothing was to be shut, are left out.</summary>
    public static ImmutableArray<ShutCrossing> ShutCrossings(AlternativeResult result) =>
        [.. result.Scenario.Places.OfType<Crossing>().Where(crossing => !HasNoHours(crossing))
            .Select(crossing => new ShutCrossing(crossing, DaysShut(result, crossing), Total(result, crossing)))
            .Where(shut => shut.Days > 0)
            .OrderByDescending(shut => shut.Days)];

    /// <summary>Whether one of its sides is never open, so far as nothing opens it.</summary>
    public static bool HasNoHours(Crossing crossing) =>
        crossing.Hours.Named is { } named ? named.Any(one => one.Value.IsNever) : crossing.Hours.All!.IsNever;

    /// <summary>How long one crossing was shut, also for want of opening hours.</summary>
    public static ShutCrossing Of(AlternativeResult result, Crossing crossing) =>
        new(crossing, DaysShut(result, crossing), Total(result, crossing));

    /// <summary>The closure of a crossing to some traffic that is blamed for most waiting; null where there is none.</summary>
    public static Closure? ShutToSome(AlternativeResult result) =>
        result.Blamed.OrderByDescending(one => one.Waited).ThenBy(one => one.Disruption, StringComparer.Ordinal)
            .Select(one =>
                result.Scenario.Disruptions.OfType<Closure>().FirstOrDefault(closure => closure.Id == one.Disruption.Split(' ')[0]))
            .FirstOrDefault(closure => closure is { To.IsEmpty: false }
                && closure.Close.Any(target => result.Scenario.Places.Any(place => place is Crossing && place.Id == target)));

    /// <summary>For each day the share of it, averaged over runs, in which a crossing was physically closed.</summary>
    /// <returns>Empty where the runs did not report it.</returns>
    public static ImmutableArray<double> ShutByDay(AlternativeResult result, string crossing) =>
        result.Series.FirstOrDefault(s => s.Column.Measure == Shut && s.Column.Place == crossing) is { } series
            ? [.. series.Days.Select(d => double.IsFinite(d.Mean) ? d.Mean : 0)]
            : [];

    /// <summary>What vehicles waited for, the longest first: cause, vehicle-days on average, share of all waiting.</summary>
    /// <param name="result">The alternative.</param>
    /// <param name="place">At this crossing; null at all together.</param>
    public static ImmutableArray<WaitingCause> Waiting(AlternativeResult result, string? place = null)
    {
        var measures = result.Scenario.Measures.Where(m => m.Is == MeasureKind.WaitingByCause).Select(m => m.Id).Take(1);
        var causes = measures.SelectMany(id => result.Measures.Where(m =>
            m.Column.Measure == id && m.Column.Place == place && m.Column.Detail is not null)).ToArray();
        var total = causes.Sum(c => c.Estimate.Mean);
        return total > 0
            ? [.. causes.Select(c => new WaitingCause(c.Column.Detail!, c.Column, c.Estimate.Mean, c.Estimate.Mean / total))
                .Where(c => c.Share > 0).OrderByDescending(c => c.Share)]
            : [];
    }

    private static double DaysShut(AlternativeResult result, Crossing crossing) =>
        Total(result, crossing)?.Mean ?? ShutByDay(result, crossing.Id).Sum();

    /// <summary>The days shut in a run, where the scenario measures them.</summary>
    private static Estimate? Total(AlternativeResult result, Crossing crossing)
    {
        var ids = result.Scenario.Measures.Where(m => m.Is == MeasureKind.Shut).Select(m => m.Id).Append(Shut).ToHashSet();
        return result.Measures.FirstOrDefault(m =>
            ids.Contains(m.Column.Measure) && m.Column.Place == crossing.Id && m.Column.Detail is null)?.Estimate;
    }
}

/// <summary>A crossing that was shut.</summary>
/// <param name="Crossing">Which.</param>
/// <param name="Days">[d] In a run, on average.</param>
/// <param name="Total">The days in each run; null where only the average is known.</param>
internal sealed record ShutCrossing(Crossing Crossing, double Days, Estimate? Total)
{
    /// <summary>The ends of the middle 90 % of the runs, for example <c>2.3–30</c>; null where only the
    /// average is known, and where both ends read the same as it does.</summary>
    public string? Range => Total is { } total && Figure.Seen(total.P05, Scale.Plain) is var low
        && Figure.Seen(total.P95, Scale.Plain) is var high && (low != high || IsOfFew)
        ? $"{low}–{high}"
        : null;

    /// <summary>Whether the average lies outside of the middle 90 % of the runs, since a few make it what it is.</summary>
    public bool IsOfFew => Total is { } total && (Days > total.P95 || Days < total.P05)
        && Figure.Seen(Days, Scale.Plain) != Figure.Seen(Days > total.P95 ? total.P95 : total.P05, Scale.Plain);
}

/// <summary>What some of the waiting was for.</summary>
/// <param name="Cause">As the runs report it.</param>
/// <param name="Column">The value behind it.</param>
/// <param name="VehicleDays">[vehicle-day] In a run, on average.</param>
/// <param name="Share">[share] Of all waiting.</param>
internal sealed record WaitingCause(string Cause, Column Column, double VehicleDays, double Share)
{
    /// <summary>What vehicles waited for, to follow the word "waiting".</summary>
    public string Words => For(Cause);

    /// <summary>What a cause is called, to follow the word "waiting".</summary>
    public static string For(string cause) => cause switch
    {
        "physical" => "for what is shut to open",
        "hours" => "for opening hours",
        "passage" => "for a holder to let them pass",
        "clearance" => "for clearance",
        "fleet" => "for vehicles or escorts",
        "lane" => "for a free lane",
        "fuel" => "for fuel",
        _ => "for " + Names.Clean(cause),
    };
}
