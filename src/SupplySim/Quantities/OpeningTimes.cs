using SupplySim.Engine;

namespace SupplySim.Quantities;

/// <summary>The instants at which a place opens and closes, worked out before the run.</summary>
/// <remarks>
/// <para>Half-open intervals: open from the opening instant on, closed from the closing instant on. Immutable and shared
/// between runs. A look-up is a binary search and allocates nothing.</para>
/// <para>Known from the scenario's start to its end; after the end the last state lasts.</para>
/// </remarks>
public sealed class OpeningTimes
{
    private readonly long[] _changes;
    private readonly long[] _openBefore;

    /// <param name="changes">Ascending and all different; open from the first to the second, and so on.</param>
    private OpeningTimes(long[] changes)
    {
        _changes = changes;
        _openBefore = new long[changes.Length];
        for (var i = 1; i < changes.Length; i++)
            _openBefore[i] = _openBefore[i - 1] + (i % 2 == 1 ? changes[i] - changes[i - 1] : 0);
    }

    /// <summary>Open at every time.</summary>
    public static OpeningTimes Always { get; } = new([0]);

    /// <summary>Open at no time.</summary>
    public static OpeningTimes Never { get; } = new([]);

    /// <summary>Works out the instants for one place.</summary>
    /// <param name="hours">Opening hours in local time.</param>
    /// <param name="zone">The place's zone in the tz database, such as <c>Asia/Baghdad</c>. The library carries its own
    /// copy of that database: what the machine knows, and its own zone, have no effect.</param>
    /// <param name="start">The scenario's start.</param>
    /// <param name="length">The scenario's length, not negative.</param>
    /// <remarks>What the clock on the wall says decides: a place is open while it shows a time inside a window. So an
    /// hour that the clock skips in spring is not there, and an hour that it shows twice in autumn is there twice.</remarks>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static OpeningTimes Compile(Hours hours, string zone, DateTimeOffset start, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        var clock = new WallClock(zone);
        if (hours.IsNever) return Never;
        return hours.IsAlways ? Always : new(OpeningIntervals.Changes(hours, clock, start, length));
    }

    /// <summary>Whether it is open at no time.</summary>
    public bool IsNever => _changes.Length == 0;

    /// <summary>Whether the place is open at that instant.</summary>
    public bool IsOpen(SimTime time) => After(time.Ticks) % 2 == 1;

    /// <summary>The first instant after that one at which it opens or closes; <see cref="SimTime.Never"/> if none.</summary>
    public SimTime NextChange(SimTime time)
    {
        var next = After(time.Ticks);
        return next < _changes.Length ? SimTime.FromTicks(_changes[next]) : SimTime.Never;
    }

    /// <summary>The first instant at which it is open and has been for so long since another one; <see cref="SimTime.Never"/> if
    /// none.</summary>
    internal SimTime AfterOpen(SimTime from, TimeSpan open)
    {
        var sum = OpenUntil(from.Ticks) + open.Ticks;
        // The first change before which it has been open for longer is a closing: an opening has as much before it as the last closing.
        var (next, end) = (0, _changes.Length);
        while (next < end)
        {
            var middle = (next + end) / 2;
            if (_openBefore[middle] > sum) end = middle;
            else next = middle + 1;
        }
        return next == _changes.Length && next % 2 == 0 ? SimTime.Never
            : SimTime.FromTicks(_changes[next - 1] + sum - _openBefore[next - 1]);
    }

    /// <summary>Open when both are.</summary>
    public OpeningTimes And(OpeningTimes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return With(other, static (mine, theirs) => mine && theirs);
    }

    /// <summary>Open when either is.</summary>
    internal OpeningTimes Or(OpeningTimes other) => With(other, static (mine, theirs) => mine || theirs);

    private OpeningTimes With(OpeningTimes other, Func<bool, bool, bool> isOpen)
    {
        var both = new List<long>();
        var (mine, theirs) = (0, 0);
        while (mine < _changes.Length || theirs < other._changes.Length)
        {
            var time = Math.Min(At(_changes, mine), At(other._changes, theirs));
            if (At(_changes, mine) == time) mine++;
            if (At(other._changes, theirs) == time) theirs++;
            var open = isOpen(mine % 2 == 1, theirs % 2 == 1);
            if (open != (both.Count % 2 == 1)) both.Add(time);
        }
        return new([.. both]);
    }

    /// <summary>How long it is open from one instant to a later one.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public TimeSpan OpenTime(SimTime from, SimTime to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Ticks, from.Ticks, nameof(to));
        return new TimeSpan(OpenUntil(to.Ticks) - OpenUntil(from.Ticks));
    }

    private static long At(long[] times, int index) => index < times.Length ? times[index] : long.MaxValue;

    private long OpenUntil(long ticks)
    {
        var last = After(ticks) - 1;
        return last < 0 ? 0 : _openBefore[last] + (last % 2 == 0 ? ticks - _changes[last] : 0);
    }

    /// <summary>The number of changes up to and including that instant.</summary>
    private int After(long ticks)
    {
        var found = _changes.AsSpan().BinarySearch(ticks);
        return found < 0 ? ~found : found + 1;
    }
}
