using System.Globalization;
using SupplySim.Engine;

namespace SupplySim.Results.Text;

/// <summary>Dates and times as they are printed, by the scenario's own zone; of a day alone none is made up where the clock says no
/// start.</summary>
/// <remarks>The number of a day counts 24 hours each from the start, as <c>at: day 5</c> does: where a run that began at midnight comes
/// into summer time, its days begin at one o'clock from then on.</remarks>
internal static class Dates
{
    private static readonly DateTimeOffset None = new Clock { Length = TimeSpan.FromDays(1) }.Start;

    /// <summary>Of day 0; null where the scenario does not say.</summary>
    public static DateTimeOffset? OfStart(Scenario scenario) =>
        scenario.Clock.Start == None ? null : scenario.Clock.DateAt(SimTime.Start);

    /// <summary>A day with its date, for example <c>day 272 (30 Aug 2023)</c>.</summary>
    public static string Day(double days, Scenario scenario) =>
        $"day {MeasureWords.Day(days)}" + (OfStart(scenario) is { } start && days < (DateTimeOffset.MaxValue - start).TotalDays - 1
            ? scenario.Clock.DateAt(SimTime.Start + TimeSpan.FromDays(days)).ToString("' ('d MMM yyyy')'", CultureInfo.InvariantCulture)
            : "");

    /// <summary>An instant with its day, for example <c>day 13, 2 Nov 13:50</c>.</summary>
    public static string Of(SimTime at, Scenario scenario) => string.Create(CultureInfo.InvariantCulture,
        $"day {(long)Math.Floor((at - SimTime.Start).TotalDays)}, {scenario.Clock.DateAt(at):d MMM HH:mm}");

    /// <summary>Where the clock on the wall is put on or back during a run: the first minute after it, and by how many minutes.</summary>
    /// <remarks>Nowhere twice within a day.</remarks>
    public static IEnumerable<(long Minute, long By)> Shifts(Clock clock)
    {
        var end = clock.Length.Ticks / TimeSpan.TicksPerMinute;
        for (long day = 0; day < end; day += MinutesPerDay)
        {
            var (before, after) = (day, Math.Min(day + MinutesPerDay, end));
            var by = Offset(clock, after) - Offset(clock, before);
            if (by == 0) continue;
            while (after - before > 1)
            {
                var middle = (before + after) / 2;
                if (Offset(clock, middle) == Offset(clock, day)) before = middle;
                else after = middle;
            }
            yield return (after, by);
        }
    }

    private const long MinutesPerDay = 24 * 60;

    private static long Offset(Clock clock, long minute) =>
        (long)clock.DateAt(SimTime.Start + TimeSpan.FromMinutes(minute)).Offset.TotalMinutes;
}
