using System.Collections.Concurrent;
using Law = MathNet.Numerics.Distributions.StudentT;

namespace SupplySim.Statistics;

/// <summary>Student's t law: quantiles for intervals, and the p-value of a paired test.</summary>
/// <remarks>Quantiles are remembered, since working one out takes some 20 µs; safe to call from any thread. The range
/// that may be asked for is the one that tests hold against an independent integration.</remarks>
internal static class StudentT
{
    private static readonly ConcurrentDictionary<(double P, int Freedom), double> Known = new();

    /// <summary>The value that a t variate stays below with probability <paramref name="p"/>.</summary>
    /// <param name="p">From 0.0005 to 0.9995.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Quantile(double p, int freedom)
    {
        if (!(p is >= 0.0005 and <= 0.9995))
            throw new ArgumentOutOfRangeException(nameof(p), p, "t quantile: allowed are probabilities from 0.0005 to 0.9995");
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        return Known.GetOrAdd((p, freedom), static key => Law.InvCDF(0, 1, key.Freedom, key.P));
    }

    /// <summary>The value that a t variate stays within, on either side, with probability <paramref name="level"/>.</summary>
    public static double TwoSided(double level, int freedom) => Quantile(Level.Upper(level), freedom);

    /// <summary>How likely a t variate is at least this far from zero, on either side.</summary>
    public static double TwoSidedP(double t, int freedom) => 2 * Law.CDF(0, 1, freedom, -Math.Abs(t));
}
