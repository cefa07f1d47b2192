using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>How much of the variance of a number lies in each of several things that were drawn independently, once for each replication:
/// the first-order shares Var(E[value | thing]) / Var(value), from ordinary replications.</summary>
/// <remarks>
/// <para>The mean of the value as a function of a thing is fitted by a straight line in each of some equally likely bins, 0.7 n^(1/3) of them and
/// at least two; the share is one minus the ratio of the residual to the total variance, each by its degrees of freedom, so that what has no
/// effect has a share of zero on average. Intervals are of the jackknife, cut at 0 and 1.</para>
/// <para>What things do only together is in none of these shares: it counts as the rest. Immutable.</para>
/// </remarks>
public sealed record VarianceSplit
{
    /// <summary>[replications] The fewest from which a split is made.</summary>
    public const int Fewest = 30;

    private VarianceSplit()
    {
    }

    /// <summary>[replications] Looked at.</summary>
    public required int N { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>How it was made: <c>lines in 4 bins, jackknife</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The shares of all things together, each for itself.</summary>
    public required VarianceShare Together { get; init; }

    /// <summary>The share of each thing, in the order given.</summary>
    public required ImmutableArray<VarianceShare> Shares { get; init; }

    /// <summary>Splits the variance of a number. Null from fewer than <see cref="Fewest"/> replications, and where the number does not vary: then
    /// there is nothing to split.</summary>
    /// <param name="values">One for each replication, finite.</param>
    /// <param name="things">For each thing where it lay in its law in each replication: from 0 to 1, uniform.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <exception cref="ArgumentException">A value is not finite, or a thing has another number of replications.</exception>
    public static VarianceSplit? Of(ReadOnlySpan<double> values, IReadOnlyList<double[]> things, double level = Statistics.Level.Usual)
    {
        ArgumentNullException.ThrowIfNull(things);
        Statistics.Level.Check(level);
        var n = values.Length;
        Tally tally = default;
        for (var i = 0; i < n; i++) tally.Add(Values.Finite(values, i, nameof(values)));
        if (things.FirstOrDefault(one => one.Length != n) is { } odd)
            throw new ArgumentException($"{n} values and {odd.Length} positions of a thing; give one for each replication", nameof(things));
        if (n < Fewest || !(tally.Variance > 0)) return null;

        var bins = Math.Max(2, (int)Math.Round(0.7 * Math.Cbrt(n)));
        var (sum, without) = (0.0, new double[n]);
        var shares = ImmutableArray.CreateBuilder<VarianceShare>(things.Count);
        foreach (var thing in things)
        {
            var fit = new BinnedLines(values, thing, bins, tally.Mean);
            shares.Add(Share(fit.Share, fit.Without, level, fit.PValue));
            sum += fit.Share;
            for (var i = 0; i < n; i++) without[i] += fit.Without[i];
        }
        return new()
        {
            N = n,
            Level = level,
            Method = string.Create(CultureInfo.InvariantCulture, $"lines in {bins} bins, jackknife"),
            Together = Share(sum, without, level, double.NaN),
            Shares = shares.ToImmutable(),
        };
    }

    private static VarianceShare Share(double share, double[] without, double level, double p)
    {
        Tally tally = default;
        foreach (var one in without) tally.Add(one);
        var n = without.Length;
        var half = StudentT.TwoSided(level, n - 1) * (n - 1) * Math.Sqrt(tally.Variance / n);
        return new(Math.Clamp(share, 0, 1), Math.Clamp(share - half, 0, 1), Math.Clamp(share + half, 0, 1), p);
    }
}

/// <summary>A share of a variance.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">The probability of a share at least this large if there were none (F test); NaN for several things together.</param>
public readonly record struct VarianceShare(double Share, double Low, double High, double PValue);

/// <summary>A straight line in each of some bins, fitted once, and what the share would be without each of the values.</summary>
internal sealed class BinnedLines
{
    // With fewer a bin has a mean and no line.
    private const int FewestOfALine = 4;

    private readonly double _total;
    private readonly double _residual;
    private readonly int _parameters;

    public BinnedLines(ReadOnlySpan<double> values, double[] thing, int bins, double mean)
    {
        var n = values.Length;
        var members = new List<int>[bins];
        for (var bin = 0; bin < bins; bin++) members[bin] = [];
        for (var i = 0; i < n; i++)
        {
            members[Math.Clamp((int)(thing[i] * bins), 0, bins - 1)].Add(i);
            _total += (values[i] - mean) * (values[i] - mean);
        }
        var (loss, alone) = (new double[n], new bool[n]);
        foreach (var bin in members) Fit(bin, values, thing, loss, alone, ref _residual, ref _parameters);
        Without = new double[n];
        for (var i = 0; i < n; i++)
        {
            var total = _total - n / (n - 1.0) * (values[i] - mean) * (values[i] - mean);
            Without[i] = Explained(_residual - loss[i], total, n - 1, _parameters - (alone[i] ? 1 : 0), _total);
        }
        Share = Explained(_residual, _total, n, _parameters, _total);
        PValue = P(n);
    }

    /// <summary>May lie somewhat below zero where there is no effect.</summary>
    public double Share { get; }

    /// <summary>The share of all values but one, for each of them.</summary>
    public double[] Without { get; }

    public double PValue { get; }

    // By how much the sum of squared residuals falls when a value is left out is exact: its residual is divided by what it does not fit itself.
    private static void Fit(
        List<int> bin, ReadOnlySpan<double> values, double[] thing, double[] loss, bool[] alone, ref double residual, ref int parameters)
    {
        if (bin.Count == 0) return;
        double x = 0, y = 0, xx = 0, xy = 0;
        foreach (var i in bin) (x, y) = (x + thing[i] / bin.Count, y + values[i] / bin.Count);
        foreach (var i in bin) (xx, xy) = (xx + (thing[i] - x) * (thing[i] - x), xy + (thing[i] - x) * (values[i] - y));
        var isLine = bin.Count >= FewestOfALine && xx > 0;
        var slope = isLine ? xy / xx : 0;
        parameters += isLine ? 2 : 1;
        foreach (var i in bin)
        {
            var error = values[i] - y - slope * (thing[i] - x);
            var own = 1.0 / bin.Count + (isLine ? (thing[i] - x) * (thing[i] - x) / xx : 0);
            residual += error * error;
            (loss[i], alone[i]) = bin.Count == 1 ? (0, true) : (own < 1 ? error * error / (1 - own) : 0, false);
        }
    }

    // Where nothing varies, rounding apart, nothing is explained.
    private static double Explained(double residual, double total, int n, int parameters, double scale) =>
        total <= scale * 1e-12 || n <= parameters ? 0 : 1 - Math.Max(residual, 0) / (n - parameters) / (total / (n - 1));

    private double P(int n)
    {
        var (above, below) = (_parameters - 1, n - _parameters);
        if (above < 1 || below < 1) return 1;
        if (_residual <= _total * 1e-15) return 0;
        var f = (_total - _residual) / above / (_residual / below);
        return f <= 0 ? 1 : Math.Clamp(Beta.CDF(below / 2.0, above / 2.0, below / (below + above * f)), 0, 1);
    }
}
