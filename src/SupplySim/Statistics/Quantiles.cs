using System.Buffers;
using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>Quantiles of a sample, and intervals for the quantiles of the law behind it.</summary>
public static class Quantiles
{
    private const int Many = 256;
    private const int Drawers = 1024;

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
        var share = position - below;
        return sorted[below] * (1 - share) + sorted[below + 1] * share;
    }

    /// <summary>The same of values in any order: linear in their number on average, where sorting is not.</summary>
    /// <param name="values">At least one value, none NaN; left in another order.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double OfUnsorted(Span<double> values, double p)
    {
        if (values.IsEmpty || !(p is >= 0 and <= 1)) return Of(values, p); // says what is wrong
        var below = (int)((values.Length - 1) * p);
        if (values.Length >= Many) return OfMany(values, p, below);
        Select(values, below);
        if (below + 1 < values.Length) Select(values[(below + 1)..], 0);
        Span<double> around = [values[below], values[Math.Min(below + 1, values.Length - 1)]];
        return Of(around, (values.Length - 1) * p - below);
    }

    // Counts how many fall into each of equally wide drawers, and looks only into the one that holds the rank: to reorder many values in no order
    // costs a wrong guess of the processor for every second of them.
    private static double OfMany(ReadOnlySpan<double> values, double p, int below)
    {
        var (least, most) = (values[0], values[0]);
        foreach (var value in values)
            if (value < least) least = value;
            else if (value > most) most = value;
        var scale = (Drawers - 1) / (most - least);
        if (!double.IsFinite(scale)) return Of([.. values.ToArray().Order()], p);
        Span<int> counts = stackalloc int[Drawers];
        counts.Clear();
        foreach (var value in values) counts[DrawerOf(value)]++;
        var (drawer, before) = (0, 0);
        while (before + counts[drawer] <= below) before += counts[drawer++];
        var (inside, next, found) = (ArrayPool<double>.Shared.Rent(counts[drawer]), double.PositiveInfinity, 0);
        foreach (var value in values)
        {
            var its = DrawerOf(value);
            if (its == drawer) inside[found++] = value;
            else if (its > drawer) next = Math.Min(next, value);
        }
        Array.Sort(inside, 0, found);
        var (here, above) = (inside[below - before], below - before + 1 < found ? inside[below - before + 1] : next);
        ArrayPool<double>.Shared.Return(inside);
        var share = (values.Length - 1) * p - below;
        return share == 0 ? here : here * (1 - share) + above * share;

        // It lies between none and all of them, so nothing need be said of numbers that do not fit.
        int DrawerOf(double value) => double.ConvertToIntegerNative<int>((value - least) * scale);
    }

    // Reorders so that the value at a rank is the one that sorting would put there, with none greater before it.
    private static void Select(Span<double> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = Median(values[low], values[(low + high) >>> 1], values[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot) left++;
                while (values[right] > pivot) right--;
                if (left > right) break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }
            if (rank <= right) high = right;
            else if (rank >= left) low = left;
            else return;
        }
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

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
    internal static (int Low, int High, double Coverage) Ranks(int n, double p, double level)
    {
        if (!(p is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "an interval is for a probability above 0 and below 1");
        var upper = Level.Upper(level);
        var low = CountReaching(1 - upper, n, p);
        var high = CountReaching(upper, n, p) + 1;
        return (low, high, Cumulative(high - 1, n, p) - Cumulative(low - 1, n, p));
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
