using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SupplySim.Engine;

/// <summary>A point of simulated time: whole ticks of 100 ns since the scenario's start.</summary>
/// <remarks>
/// The default value is the start. A length of time is a <see cref="TimeSpan"/>; two points differ by one, and cannot be
/// added. Times before the start can be written and compared, but nothing can be scheduled there. Arithmetic never
/// wraps: what falls outside the range throws an <see cref="OverflowException"/> that names both operands.
/// </remarks>
public readonly record struct SimTime : IComparable<SimTime>
{
    private SimTime(long ticks) => Ticks = ticks;

    /// <summary>Ticks of 100 ns since the start; <see cref="long.MaxValue"/> for <see cref="Never"/>.</summary>
    public long Ticks { get; }

    /// <summary>The start of the scenario: zero ticks, the default value.</summary>
    public static SimTime Start => default;

    /// <summary>Later than every other time and never reached. What is scheduled at it stays pending.</summary>
    public static SimTime Never => new(long.MaxValue);

    /// <summary>The latest horizon, and the latest time for which an event can be scheduled: 228 years after the start. An
    /// event at this very time never happens, since a run ends before its horizon.</summary>
    /// <remarks>An event's key holds its ticks in 56 bits; the greatest such value stands for <see cref="Never"/>.</remarks>
    public static SimTime Latest => new((1L << 56) - 2);

    /// <summary>The time <paramref name="ticks"/> times 100 ns after the start.</summary>
    public static SimTime FromTicks(long ticks) => new(ticks);

    /// <summary>The start of a day counted from the scenario's start; day 0 is the first 24 hours.</summary>
    /// <exception cref="OverflowException">The day is beyond the range of ticks, some 29,000 years.</exception>
    public static SimTime Day(int dayNumber)
    {
        var ticks = (Int128)dayNumber * TimeSpan.TicksPerDay;
        return ticks > long.MinValue && ticks < long.MaxValue
            ? new((long)ticks)
            : throw new OverflowException(string.Create(CultureInfo.InvariantCulture,
                $"Day {dayNumber} is not a simulated time: ticks of 100 ns must fit 64 bits."));
    }

    /// <summary>The earlier of two times.</summary>
    public static SimTime Min(SimTime first, SimTime second) => second < first ? second : first;

    /// <summary>The later of two times.</summary>
    public static SimTime Max(SimTime first, SimTime second) => second > first ? second : first;

    /// <summary>The time a duration later.</summary>
    /// <exception cref="OverflowException">The sum is out of range, or the time is <see cref="Never"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimTime operator +(SimTime time, TimeSpan duration)
    {
        var sum = unchecked(time.Ticks + duration.Ticks);
        var wrapped = ((time.Ticks ^ sum) & (duration.Ticks ^ sum)) < 0;
        if (wrapped || sum == long.MaxValue || time == Never) ThrowOutOfRange(time, "+", duration);
        return new(sum);
    }

    /// <summary>The time a duration earlier.</summary>
    /// <exception cref="OverflowException">The difference is out of range, or the time is <see cref="Never"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimTime operator -(SimTime time, TimeSpan duration)
    {
        var difference = unchecked(time.Ticks - duration.Ticks);
        var wrapped = ((time.Ticks ^ duration.Ticks) & (time.Ticks ^ difference)) < 0;
        if (wrapped || difference == long.MaxValue || time == Never) ThrowOutOfRange(time, "-", duration);
        return new(difference);
    }

    /// <summary>The duration from <paramref name="earlier"/> to <paramref name="later"/>, negative if they are swapped.</summary>
    /// <exception cref="OverflowException">The difference is out of range, or a time is <see cref="Never"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TimeSpan operator -(SimTime later, SimTime earlier)
    {
        var difference = unchecked(later.Ticks - earlier.Ticks);
        var wrapped = ((later.Ticks ^ earlier.Ticks) & (later.Ticks ^ difference)) < 0;
        if (wrapped || later == Never || earlier == Never) ThrowOutOfRange(later, "-", earlier);
        return new(difference);
    }

    /// <summary>Whether the first time is earlier.</summary>
    public static bool operator <(SimTime first, SimTime second) => first.Ticks < second.Ticks;

    /// <summary>Whether the first time is later.</summary>
    public static bool operator >(SimTime first, SimTime second) => first.Ticks > second.Ticks;

    /// <summary>Whether the first time is not later.</summary>
    public static bool operator <=(SimTime first, SimTime second) => first.Ticks <= second.Ticks;

    /// <summary>Whether the first time is not earlier.</summary>
    public static bool operator >=(SimTime first, SimTime second) => first.Ticks >= second.Ticks;

    /// <summary>Earlier times come first.</summary>
    public int CompareTo(SimTime other) => Ticks.CompareTo(other.Ticks);

    /// <summary>As <c>day 12 03:04:05</c>, with a fraction of the second if there is one; <c>never</c> for never.</summary>
    public override string ToString()
    {
        if (this == Never) return "never";
        if (Ticks < 0) return string.Create(CultureInfo.InvariantCulture, $"{new TimeSpan(Ticks):c} before the start");
        var (day, rest) = Math.DivRem(Ticks, TimeSpan.TicksPerDay);
        var clock = new TimeSpan(rest);
        return clock.Ticks % TimeSpan.TicksPerSecond == 0
            ? string.Create(CultureInfo.InvariantCulture, $@"day {day} {clock:hh\:mm\:ss}")
            : string.Create(CultureInfo.InvariantCulture, $@"day {day} {clock:hh\:mm\:ss\.FFFFFFF}");
    }

    // By itself and with any operand, so that the arithmetic is a few instructions wherever it stands.
    [DoesNotReturn]
    private static void ThrowOutOfRange<T>(SimTime time, string sign, T operand) =>
        throw new OverflowException(string.Create(CultureInfo.InvariantCulture,
            $"'{time}' {sign} '{operand}' is not a simulated time: ticks of 100 ns must fit 64 bits, and 'never' cannot be "
                + $"calculated with."));
}
