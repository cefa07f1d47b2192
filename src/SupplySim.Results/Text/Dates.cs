using System.Globalization;

namespace SupplySim.Results.Text;

/// <summary>On which dates the days of a run are: none is made up where the clock says no start.</summary>
internal static class Dates
{
    private static readonly DateTimeOffset None = new Clock { Length = TimeSpan.FromDays(1) }.Start;

    /// <summary>Of day 0; null where the scenario does not say.</summary>
    public static DateTimeOffset? OfStart(Scenario scenario) => scenario.Clock.Start == None ? null : scenario.Clock.Start;

    /// <summary>A day with its date, for example <c>day 272 (30 Aug 2023)</c>.</summary>
    public static string Day(double days, Scenario scenario) =>
        $"day {MeasureWords.Day(days)}" + (OfStart(scenario) is { } start && days <= (DateTimeOffset.MaxValue - start).TotalDays
            ? (start + TimeSpan.FromDays(days)).ToString("' ('d MMM yyyy')'", CultureInfo.InvariantCulture) : "");
}
