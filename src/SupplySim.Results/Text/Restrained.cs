using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Results.Text;

/// <summary>What let less through a crossing at which supplies waited for a lane or for opening hours: nothing was shut, so no wait is
/// blamed on it, and how much of the waiting came of it was not counted; it is named beside the crossing.</summary>
/// <remarks>Only what began in the run shown, so that nothing is told of what never came.</remarks>
internal static class Restrained
{
    /// <summary>Whether a wait for this is longer where fewer lanes work or each is slower: what does not get through by the evening
    /// waits for the hours of the next day.</summary>
    public static bool Lengthens(string cause) => cause is "lane" or "hours";

    /// <summary>Whether it takes some of a crossing's lanes or lengthens its inspections.</summary>
    public static bool IsOfCrossings(Disruption disruption) =>
        disruption is Restriction { Lanes: not null } or Slowdown { Inspection: not null };

    /// <summary>For example <c>disruption partly left 25 % of the lanes of Kerem Shalom from 2024-05-12 on</c>.</summary>
    /// <param name="result">Of the alternative.</param>
    /// <param name="crossing">The id of a place.</param>
    /// <param name="itsLanes">As the lanes are called. Default: those of the crossing by name.</param>
    public static ImmutableArray<string> At(AlternativeResult result, string crossing, string? itsLanes = null)
    {
        var begun = result.Shown.Story.Where(told => told.Kind == HappeningKind.DisruptionBegan).Select(told => told.Subject).ToHashSet();
        var name = Names.Of(result.Scenario, crossing);
        return [.. result.Scenario.Disruptions.OfType<Occurrence>().Where(one => begun.Contains(one.Id)).Select(one => one switch
        {
            Restriction { Lanes: { } lanes } limit when limit.Limit.Contains(crossing) && !IsNone(lanes) =>
                $"{Who(one)} left {Mean(lanes, Scale.Percent, itsLanes ?? $"of the lanes of {name}")}{When(one)}",
            Slowdown { Inspection: { } times } slow when slow.Slow == crossing =>
                $"{Who(one)} made inspections {(itsLanes is null ? $"at {name}" : "there")} last "
                    + $"{Mean(times, Scale.Plain, "times as long")}{When(one)}",
            _ => null,
        }).OfType<string>()];
    }

    // A share of nothing shuts it, and is blamed as such.
    private static bool IsNone(Number lanes) => lanes.IsFixed && lanes.Mean <= 0;

    private static string Mean(Number number, Scale scale, string of) =>
        $"{Figure.Seen(number.Mean, scale)} {of}{(number.IsFixed ? "" : " on average")}";

    private static string Who(Occurrence one) => $"disruption {Names.Clean(one.Id)}{(When(one).Length == 0 ? " at times" : "")}";

    // What lasts from a moment to the end of the run is told so; when else it was is told by the story.
    private static string When(Occurrence one) => one switch
    {
        { At: { } at, Every: null, For: null, Until: null, While: null } => $" from {at} on",
        { At: { } at, Every: null } => $" for a time from {at} on",
        _ => "",
    };
}
