using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>What stood in the way in one alternative: which crossings were shut, and what the waiting was for.</summary>
internal static class Findings
{
    /// <summary>The id under which every run reports the share of each day that a crossing was physically closed.</summary>
    public const string Shut = "is shut";

    /// <summary>What stands before the name of a traffic in the id under which they report the share of each day that a crossing which
    /// may be shut to that traffic alone was shut to it.</summary>
    private const string ShutToOne = "shut to ";

    // [d] What is told by the day is not told to the tick.
    private const double Instant = 1e-6;

    /// <summary>Whether all runs of all alternatives came out the same, each for itself.</summary>
    public static bool IsAlike(this ExperimentResult result) => result.Runs > 1 && result.Alternatives.All(a => a.IsAlike);

    /// <summary>Whether they could not do otherwise, since nothing is random: then there is no spread to speak of, and many runs are as
    /// one, and one as many.</summary>
    public static bool IsSettled(this ExperimentResult result) => result.Alternatives.All(a => a.IsSettled);

    /// <summary>The crossings that were shut at all, the longest shut first, to all or to a traffic by which some of the supply lines
    /// go; those without opening hours, at which nothing was to be shut, are left out, and traffic that was never to pass, by whoever
    /// holds it: that is how things are, and nothing that happened.</summary>
    public static ImmutableArray<ShutCrossing> ShutCrossings(AlternativeResult result, Func<SupplyLine, bool> lines) =>
        [.. result.Scenario.Places.OfType<Crossing>().Where(crossing => !HasNoHours(crossing))
            .SelectMany(crossing => ShutToOneAlone(result, crossing)
                .Where(shut => IsUsed(result.Scenario, shut.Traffic!, lines)
                    && shut.Days < result.Scenario.Clock.Length.TotalDays - Instant)
                .Prepend(Of(result, crossing)))
            .Where(shut => shut.Days > 0)
            .OrderByDescending(shut => shut.Days)];

    /// <summary>How long a crossing was shut to each traffic to which it was shut for longer than to all.</summary>
    public static IEnumerable<ShutCrossing> ShutToOneAlone(AlternativeResult result, Crossing crossing)
    {
        var toAll = DaysShut(result, crossing);
        return TrafficsTold(result, crossing).Select(traffic => Of(result, crossing, traffic)).Where(shut => shut.Days > toAll + 1e-9);
    }

    /// <summary>The kinds of traffic to which a crossing may be shut alone, in the order in which fleets name them.</summary>
    public static IEnumerable<string> TrafficsTold(AlternativeResult result, Crossing crossing) => result.Series.Select(one => one.Column)
        .Where(column => column.Place == crossing.Id && column.Measure.StartsWith(ShutToOne, StringComparison.Ordinal))
        .Select(column => column.Measure[ShutToOne.Length..]);

    /// <summary>Whether some of the supply lines go by a traffic.</summary>
    public static bool IsUsed(Scenario scenario, string traffic, Func<SupplyLine, bool> lines) => scenario.SupplyLines.Where(lines)
        .Any(line => scenario.Fleets.Any(fleet => fleet.Id == line.By && fleet.Traffic == traffic));

    /// <summary>Whether one of its sides is never open, so far as nothing opens it.</summary>
    public static bool HasNoHours(Crossing crossing) =>
        crossing.Hours.Named is { } named ? named.Any(one => one.Value.IsNever) : crossing.Hours.All!.IsNever;

    /// <summary>How long one crossing was shut, to all or to one traffic, also for want of opening hours.</summary>
    public static ShutCrossing Of(AlternativeResult result, Crossing crossing, string? traffic = null) =>
        new(crossing, DaysShut(result, crossing, traffic), Total(result, crossing, traffic)) { Traffic = traffic };

    /// <summary>The closure of a crossing to some traffic that is blamed for most waiting; null where there is none.</summary>
    public static Closure? ShutToSome(AlternativeResult result) =>
        result.Blamed.OrderByDescending(one => one.Waited).ThenBy(one => one.Disruption, StringComparer.Ordinal)
            .Select(one =>
                result.Scenario.Disruptions.OfType<Closure>().FirstOrDefault(closure => closure.Id == one.Disruption.Split(' ')[0]))
            .FirstOrDefault(closure => closure is { To.IsEmpty: false }
                && closure.Close.Any(target => result.Scenario.Places.Any(place => place is Crossing && place.Id == target)));

    /// <summary>For each day the share of it, averaged over runs, in which a crossing was closed, to all or to one traffic.</summary>
    /// <returns>Empty where the runs did not report it.</returns>
    public static ImmutableArray<double> ShutByDay(AlternativeResult result, string crossing, string? traffic = null) =>
        result.Series.FirstOrDefault(s =>
            s.Column.Measure == (traffic is null ? Shut : ShutToOne + traffic) && s.Column.Place == crossing) is { } series
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

    private static double DaysShut(AlternativeResult result, Crossing crossing, string? traffic = null) =>
        Total(result, crossing, traffic)?.Mean ?? ShutByDay(result, crossing.Id, traffic).Sum();

    /// <summary>The days shut in a run, where the scenario measures them.</summary>
    private static Estimate? Total(AlternativeResult result, Crossing crossing, string? traffic)
    {
        var ids = result.Scenario.Measures.Where(m => m.Is == MeasureKind.Shut && m.Traffic == traffic).Select(m => m.Id).ToHashSet();
        return result.Measures.FirstOrDefault(m =>
            ids.Contains(m.Column.Measure) && m.Column.Place == crossing.Id && m.Column.Detail is null)?.Estimate;
    }
}

/// <summary>A crossing that was shut, to all traffic or to one.</summary>
/// <param name="Crossing">Which.</param>
/// <param name="Days">[d] In a run, on average.</param>
/// <param name="Total">The days in each run; null where only the average is known.</param>
internal sealed record ShutCrossing(Crossing Crossing, double Days, Estimate? Total)
{
    /// <summary>To which traffic; null to all.</summary>
    public string? Traffic { get; init; }

    /// <summary>To whom, to follow the word "shut": empty, or <c> to aid</c>.</summary>
    public string To => Traffic is null ? "" : $" to {Names.Clean(Traffic)}";

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
