using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A stretch of local time on some days of the week.</summary>
/// <remarks>An end that is not after its start lies on the next day: 22:00-06:00 belongs to the day on which it starts,
/// 08:00-00:00 ends with the day, and equal times make 24 hours. Two windows are equal when they open and close at the
/// same times on the same days.</remarks>
public readonly record struct OpeningWindow
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private readonly byte _daysOff;

    /// <summary>A window on the given days; on every day if none is given.</summary>
    /// <param name="from">Opens at this local time.</param>
    /// <param name="to">Closes at this local time; 00:00 is the end of the day.</param>
    /// <param name="days">The days on which it opens.</param>
    public OpeningWindow(TimeOnly from, TimeOnly to, params ReadOnlySpan<DayOfWeek> days)
    {
        From = from;
        To = to;
        if (days.IsEmpty) return;
        _daysOff = 0b111_1111;
        foreach (var day in days) _daysOff = (byte)(_daysOff & ~(1 << FromMonday(day)));
    }

    /// <summary>Opens at this local time.</summary>
    public TimeOnly From { get; }

    /// <summary>Closes at this local time; not after <see cref="From"/> means on the next day.</summary>
    public TimeOnly To { get; }

    /// <summary>How long it is by the clock on the wall, above 0 and up to 24 hours.</summary>
    public TimeSpan Length => To > From ? To - From : TimeSpan.FromDays(1) - (From - To);

    /// <summary>The whole of every day.</summary>
    internal bool IsAlways => _daysOff == 0 && From == To;

    /// <summary>A key that orders windows the same way everywhere.</summary>
    internal (TimeOnly, TimeOnly, byte) Order => (From, To, _daysOff);

    /// <summary>Whether the window opens on that day of the week.</summary>
    public bool OpensOn(DayOfWeek day) => IsOn(FromMonday(day));

    /// <summary>For example <c>08:00-17:00 [mon-fri]</c>.</summary>
    public override string ToString()
    {
        var times = $"{Clock(From)}-{(To == TimeOnly.MinValue ? "24:00" : Clock(To))}";
        return _daysOff == 0 ? times : $"{times} [{string.Join(", ", Runs())}]";
    }

    /// <summary>Runs of days around the week; three or more are written as first-last.</summary>
    private IEnumerable<string> Runs()
    {
        for (var first = 0; first < 7; first++)
        {
            if (!IsOn(first) || IsOn((first + 6) % 7)) continue;
            var length = 1;
            while (IsOn((first + length) % 7)) length++;
            var last = Names[(first + length - 1) % 7];
            yield return length == 1 ? last : length == 2 ? $"{Names[first]}, {last}" : $"{Names[first]}-{last}";
        }
    }

    private bool IsOn(int day) => (_daysOff & (1 << day)) == 0;

    private static int FromMonday(DayOfWeek day) => day is >= DayOfWeek.Sunday and <= DayOfWeek.Saturday
        ? ((int)day + 6) % 7
        : throw new ArgumentOutOfRangeException(nameof(day), day, "a day of the week is Sunday (0) to Saturday (6)");

    private static string Clock(TimeOnly time) => time.ToString(
        time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
