using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>Quantiles of a sample, and intervals for the quantiles of the law behind it.</summary>
public static class Quantiles
{
    private static readonly ConcurrentDictionary<(int N, double P, double Level), (int Low, int High, double Coverage)> Known = new();

    /// <summary>The sample quantile, Hyndman and Fan's type 7: linear between order statistics at (n - 1) p.</summary>
    /// <param name="sorted">Ascending, at least one value, none NaN.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.IsEmpty) throw new ArgumentException("a quantile of no values; give at least one", nameof(sorted));
        if (!(p is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "a quantile is asked for a probability from 0 to 1");
        var position = (sorted.Length - 1) * p;
        var below = (int)position;
        if (below == sorted.Length - 1) return sorted[below];
        return Between(sorted[below], sorted[below + 1], position - below);
    }

    /// <summary>A share of the way from one value to the next; between equals there is nothing, to the last digit.</summary>
    internal static double Between(double low, double high, double share) => low == high ? low : low * (1 - share) + high * share;

    /// <summary>The same of values in any order: linear in their number where they are spread out, where sorting is not.</summary>
    /// <param name="values">At least one value, none NaN; they stay as they are.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double OfUnsorted(Span<double> values, double p) =>
        values.IsEmpty || !(p is >= 0 and <= 1) ? Of(values, p) /* says what is wrong */ : new Drawers(values).Quantile(p);

    /// <summary>An interval between two order statistics that covers the p-quantile of the law behind the sample.</summary>
    /// <param name="sorted">Ascending, at least one value, none NaN; independent draws.</param>
    /// <param name="p">Above 0 and below 1.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <remarks>Holds for any continuous law: the number of values below the quantile is binomial. Each tail misses with
    /// at most half of what the level leaves. Where the sample is too small for that, the end is infinite.</remarks>
    public static QuantileInterval Interval(ReadOnlySpan<double> sorted, double p, double level = Level.Usual)
    {
        if (sorted.IsEmpty) throw new ArgumentException("an interval from no values; give at least one", nameof(sorted));
        var (low, high, coverage) = Ranks(sorted.Length, p, level);
        return new(
            low == 0 ? double.NegativeInfinity : sorted[low - 1],
            high > sorted.Length ? double.PositiveInfinity : sorted[high - 1],
            low, high, coverage);
    }

    /// <summary>The ranks, counted from 1; 0 and n + 1 stand for minus and plus infinity.</summary>
    /// <remarks>Remembered: an experiment asks for the same of all that it measures.</remarks>
    internal static (int Low, int High, double Coverage) Ranks(int n, double p, double level)
    {
        if (!(p is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "an interval is for a probability above 0 and below 1");
        return Known.GetOrAdd((n, p, level), static key =>
        {
            var (n, p, upper) = (key.N, key.P, Level.Upper(key.Level));
            var (low, high) = (CountReaching(1 - upper, n, p), CountReaching(upper, n, p) + 1);
            return (low, high, Cumulative(high - 1, n, p) - Cumulative(low - 1, n, p));
        });
    }

    /// <summary>The least count that n trials stay at or below with at least that probability.</summary>
    private static int CountReaching(double probability, int n, double p)
    {
        var (from, to) = (0, n);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (Cumulative(middle, n, p) < probability) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private static double Cumulative(int count, int n, double p) =>
        count < 0 ? 0 : count >= n ? 1 : Binomial.CDF(p, n, count);
}
