using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>Wilson's score interval for a share, such as the share of runs in which a camp ran out.</summary>
/// <remarks>Unlike the interval from the plain standard error it stays inside [0, 1], has a length when nothing or
/// everything happened, and covers close to its level for small n. E. B. Wilson, J. Am. Stat. Assoc. 22 (1927).</remarks>
public static class Wilson
{
    /// <summary>The interval for the share behind <paramref name="successes"/> out of <paramref name="n"/>.</summary>
    /// <param name="successes">From 0 to <paramref name="n"/>.</param>
    /// <param name="n">At least 1.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    public static (double Low, double High) Interval(int successes, int n, double level = Level.Usual)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
        var z = Normal.InvCDF(0, 1, Level.Upper(level));
        var share = (double)successes / n;
        var weight = 1 + z * z / n;
        var centre = (share + z * z / (2 * n)) / weight;
        var half = z / weight * Math.Sqrt((share * (1 - share) + z * z / (4 * n)) / n);
        // At the ends the bound is exactly 0 or 1; rounding would leave a trace.
        return (successes == 0 ? 0 : centre - half, successes == n ? 1 : centre + half);
    }
}
