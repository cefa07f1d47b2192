using System.Collections.Immutable;
using System.Globalization;

namespace SupplySim.Statistics;

/// <summary>How much of the variance of a number lies in each of several things that were drawn independently, once for each replication:
/// the first-order shares Var(E[value | thing]) / Var(value), from ordinary replications.</summary>
/// <remarks>
/// <para>The value is fitted once, by least squares, as a sum of what each thing does: straight lines joined at 1, 2, 4, ... quantiles of
/// the thing, or nothing, whichever foretells best what was left out (<see cref="JointShares"/>). So what one thing does is not credited to
/// another whose draws go with it by chance. The parts are the variances of these lines over the laws of the things, less what is noise in
/// them, and the rest; a share is a part of the sum of all parts: shares and rest are all, by construction.</para>
/// <para>The interval reaches over all numbers of pieces that the values do not speak against, and counts what one jump
/// within a piece can hide: how the value depends on a thing is not known, and not knowing it is part of the interval. It is wide where
/// there are few replications.</para>
/// <para>What things do only together is in none of these shares: it counts as the rest. Immutable.</para>
/// </remarks>
public sealed record VarianceSplit
{
    /// <summary>[replications] The fewest from which a split is made.</summary>
    public const int Fewest = 30;

    /// <summary>[replications] In which the value has to be another than the one it has most often: of what
    /// hardly ever comes nobody can say why.</summary>
    public const int FewestOthers = 10;

    private VarianceSplit()
    {
    }

    /// <summary>[replications] Looked at.</summary>
    public required int N { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>How it was made: <c>one fit of all, lines of up to 8 pieces, jackknife</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The sum of the shares of all things, at most all.</summary>
    public required VarianceShare Together { get; init; }

    /// <summary>The share of each thing, in the order given.</summary>
    public required ImmutableArray<VarianceShare> Shares { get; init; }

    /// <summary>Splits the variance of a number. Null from fewer than <see cref="Fewest"/> replications,
    /// and where the number is the same in all but fewer than
    /// <see cref="FewestOthers"/> of them.</summary>
    /// <param name="values">One for each replication, finite.</param>
    /// <param name="things">For each thing where it lay in its law in each replication: from 0 to 1, uniform.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <exception cref="ArgumentException">A value is not finite, or a thing has another number of replications.</exception>
    public static VarianceSplit? Of(ReadOnlySpan<double> values, IReadOnlyList<double[]> things, double level = Statistics.Level.Usual)
    {
        ArgumentNullException.ThrowIfNull(things);
        var n = values.Length;
        if (things.FirstOrDefault(one => one.Length != n) is { } odd)
            throw new ArgumentException($"{n} values and {odd.Length} positions of a thing; give one for each replication", nameof(things));
        return Of(values, new JointDesigns(things, n), level);
    }

    /// <summary>The same by designs that are kept for the next number.</summary>
    internal static VarianceSplit? Of(ReadOnlySpan<double> values, JointDesigns designs, double level = Statistics.Level.Usual)
    {
        Statistics.Level.Check(level);
        var n = values.Length;
        Tally tally = default;
        for (var i = 0; i < n; i++) tally.Add(Values.Finite(values, i, nameof(values)));
        if (n < Fewest || !(tally.Variance > 0) || !double.IsFinite(tally.Variance)
            || n - values.ToArray().CountBy(value => value).Max(one => one.Value) < FewestOthers) return null;

        var (mean, deviation) = (tally.Mean, Math.Sqrt(tally.Variance));
        var joint = new JointShares([.. values.ToArray().Select(value => (value - mean) / deviation)], designs, level);
        var (each, together) = joint.Shares();
        return new()
        {
            N = n,
            Level = level,
            Method = string.Create(CultureInfo.InvariantCulture, $"one fit of all, lines of up to {joint.Pieces} pieces, jackknife"),
            Together = together,
            Shares = [.. each],
        };
    }
}

/// <summary>A share of a variance.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">The probability of a share at least this large if there were none, beside the
/// others (F test); NaN for several things together.</param>
public readonly record struct VarianceShare(double Share, double Low, double High, double PValue)
{
    /// <summary>For example <c>68 % (51 to 80 %)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Share * 100:0} % ({Low * 100:0} to {High * 100:0} %)");
}
