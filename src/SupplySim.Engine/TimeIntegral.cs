namespace SupplySim.Engine;

/// <summary>What a number has been over some time: its integral and its extremes. Adding two puts times together; exact,
/// so the grouping of sums cannot change a bit. The default value is no time at all.</summary>
/// <param name="ValueTicks">The integral: value times ticks of 100 ns.</param>
/// <param name="Ticks">How long.</param>
/// <param name="Min">The least value, even if it lasted no time.</param>
/// <param name="Max">The greatest value, even if it lasted no time.</param>
public readonly record struct TimeIntegral(Int128 ValueTicks, Int128 Ticks, long Min, long Max)
{
    /// <summary>The average over the time; not a number over no time.</summary>
    public double Mean => (double)ValueTicks / (double)Ticks;

    /// <summary>Both times together.</summary>
    public static TimeIntegral operator +(TimeIntegral one, TimeIntegral other)
    {
        if (one.Ticks == 0) return other;
        if (other.Ticks == 0) return one;
        return new(one.ValueTicks + other.ValueTicks, one.Ticks + other.Ticks,
            Math.Min(one.Min, other.Min), Math.Max(one.Max, other.Max));
    }
}
