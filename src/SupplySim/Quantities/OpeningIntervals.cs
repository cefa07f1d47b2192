namespace SupplySim.Quantities;

/// <summary>Turns windows of local time into the instants at which they open and close.</summary>
/// <remarks>Each stretch of constant offset is worked out by itself and cut at its ends; nothing else is needed for
/// skipped and repeated hours. Cost: days times windows.</remarks>
internal static class OpeningIntervals
{
    /// <summary>The changes from 0 to <paramref name="length"/>, ascending; the first is an opening.</summary>
    public static long[] Changes(Hours hours, WallClock clock, DateTimeOffset start, TimeSpan length)
    {
        var open = new List<(long From, long To)>();
        foreach (var (from, to, offset) in clock.Stretches(start, length))
            // One tick past the end tells an interval that ends there from one that goes on.
            Add(open, hours, Math.Max(from, 0), Math.Min(to, length.Ticks + 1), offset);
        open.Sort();
        return [.. Merge(open).TakeWhile(change => change <= length.Ticks)];
    }

    private static void Add(List<(long From, long To)> open, Hours hours, long from, long to, long localMinusElapsed)
    {
        // A window that crosses midnight may have opened on the day before.
        var firstDay = (from + localMinusElapsed) / TimeSpan.TicksPerDay - 1;
        var lastDay = (to + localMinusElapsed) / TimeSpan.TicksPerDay;
        for (var day = firstDay; day <= lastDay; day++)
            foreach (var window in hours.Windows)
            {
                if (!window.OpensOn(DayOfWeekOf(day))) continue;
                var opens = day * TimeSpan.TicksPerDay + window.From.Ticks - localMinusElapsed;
                var first = Math.Max(opens, from);
                var last = Math.Min(opens + window.Length.Ticks, to);
                if (first < last) open.Add((first, last));
            }
    }

    /// <summary>The ends of sorted intervals, those that touch or overlap made one.</summary>
    private static IEnumerable<long> Merge(List<(long From, long To)> sorted)
    {
        for (var i = 0; i < sorted.Count;)
        {
            var (from, to) = sorted[i];
            while (++i < sorted.Count && sorted[i].From <= to) to = Math.Max(to, sorted[i].To);
            yield return from;
            yield return to;
        }
    }

    /// <summary>Day 0 is 1 January of year 1, a Monday.</summary>
    private static DayOfWeek DayOfWeekOf(long day) => (DayOfWeek)((day + 1) % 7);
}
