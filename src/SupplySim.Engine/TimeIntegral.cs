namespace SupplySim.Engine;

/// <summary>What a number has been over some time: its integral and its extremes. Adding two puts times together; exact,
/// so the grouping of sums cannot change a bit. The default value is no time at all.</summary>
/// <param name="ValueTicks">The integral: value times ticks of 100 ns.</param>
/// <param name="Ticks">How long.</param>
/// <param name="Min">The least value, even if it lasted no time; <see cref="long.MaxValue"/> if there was none.</param>
/// <param name="Max">The greatest value, even if it lasted no time; <see cref="long.MinValue"/> if there was none.</param>
public readonly record struct TimeIntegral(Int128 ValueTicks, Int128 Ticks, long Min, long Max)
{
    // Kept in such a way that all zeros, the default value, are the extremes of nothing.
    private readonly long _min = Min ^ long.MaxValue;
    private readonly long _max = Max ^ long.MinValue;

    /// <summary>The least value, even if it lasted no time; <see cref="long.MaxValue"/> if there was none.</summary>
    public long Min
    {
        get => _min ^ long.MaxValue;
        init => _min = value ^ long.MaxValue;
    }

    /// <summary>The greatest value, even if it lasted no time; <see cref="long.MinValue"/> if there was none.</summary>
    public long Max
    {
        get => _max ^ long.MinValue;
        init => _max = value ^ long.MinValue;
    }

    /// <summary>The average over the time; not a number over no time.</summary>
    public double Mean => (double)ValueTicks / (double)Ticks;

    /// <summary>Both times together.</summary>
    public static TimeIntegral operator +(TimeIntegral one, TimeIntegral other) =>
        new(one.ValueTicks + other.ValueTicks, one.Ticks + other.Ticks,
            Math.Min(one.Min, other.Min), Math.Max(one.Max, other.Max));
}
