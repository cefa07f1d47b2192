using System.Collections.Immutable;
using System.Globalization;

namespace SupplySim.Statistics;

/// <summary>How much of the variance of a number lies in each of several things that were drawn independently, once for each replication:
/// the first-order shares Var(E[value | thing]) / Var(value), from ordinary replications.</summary>
/// <remarks>
/// <para>The mean of the value as a function of a thing is fitted by a straight line in each of some equally likely bins: 0.7 n^(1/3) of them, at
/// least two, or twice, four times, ... as many while each has five replications, whichever foretells best what was left out. The share is one minus the ratio
/// of the residual to the total variance, each by its degrees of freedom, so that what has no effect has a share of zero on average.</para>
/// <para>The interval reaches over those of all numbers of bins that the values do not speak against (<see cref="FittedShare"/>), and counts what one jump
/// within a bin can hide: how the value depends on a thing is not known, and not knowing it is part of the interval. It is wide where there are few replications.</para>
/// <para>What things do only together is in none of these shares: it counts as the rest. Immutable.</para>
/// </remarks>
public sealed record VarianceSplit
{
    /// <summary>[replications] The fewest from which a split is made.</summary>
    public const int Fewest = 30;

    /// <summary>[replications] In which the value has to be another than the one it has most often: of what hardly ever comes nobody can say why.</summary>
    public const int FewestOthers = 10;

    private VarianceSplit()
    {
    }

    /// <summary>[replications] Looked at.</summary>
    public required int N { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>How it was made: <c>lines in 4 to 16 bins, jackknife</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The shares of all things together, each for itself.</summary>
    public required VarianceShare Together { get; init; }

    /// <summary>The share of each thing, in the order given.</summary>
    public required ImmutableArray<VarianceShare> Shares { get; init; }

    /// <summary>Splits the variance of a number. Null from fewer than <see cref="Fewest"/> replications, and where the number is the same in all but fewer than
    /// <see cref="FewestOthers"/> of them.</summary>
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
        var all = values.ToArray();
        if (n < Fewest || !(tally.Variance > 0) || n - all.CountBy(value => value).Max(one => one.Value) < FewestOthers) return null;

        FittedShare[] fits = [.. things.Select(thing => FittedShare.Of(all, thing, tally.Mean, level))];
        var (fewest, most) = (FittedShare.FewestBins(n), fits.Select(fit => fit.Bins).DefaultIfEmpty(0).Max());
        return new()
        {
            N = n,
            Level = level,
            Method = string.Create(CultureInfo.InvariantCulture, $"lines in {fewest}{(most > fewest ? $" to {most}" : "")} bins, jackknife"),
            Together = All(fits, n, level),
            Shares = [.. fits.Select(fit => new VarianceShare(Math.Clamp(fit.Share, 0, 1), fit.Interval.Low, fit.Interval.High, fit.PValue))],
        };
    }

    // By how much the interval of each is wider than that of its best fit, by so much is that of their sum, as independent errors add up.
    private static VarianceShare All(FittedShare[] fits, int n, double level)
    {
        var (share, without) = (fits.Sum(fit => fit.Share), new double[n]);
        foreach (var fit in fits)
            for (var i = 0; i < n; i++) without[i] += fit.Without[i];
        var (low, high) = ShareInterval.Of(share, without, fits.Sum(fit => fit.Hidden), level);
        return new(
            Math.Clamp(share, 0, 1), Math.Clamp(low - Length(fits.Select(fit => fit.Best.Low - fit.Interval.Low)), 0, 1),
            Math.Clamp(high + Length(fits.Select(fit => fit.Interval.High - fit.Best.High)), 0, 1), double.NaN);

        static double Length(IEnumerable<double> parts) => Math.Sqrt(parts.Sum(part => part * part));
    }
}

/// <summary>A share of a variance.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">The probability of a share at least this large if there were none (F test); NaN for several things together.</param>
public readonly record struct VarianceShare(double Share, double Low, double High, double PValue)
{
    /// <summary>For example <c>68 % (51 to 80 %)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Share * 100:0} % ({Low * 100:0} to {High * 100:0} %)");
}
