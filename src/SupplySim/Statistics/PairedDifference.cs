namespace SupplySim.Statistics;

/// <summary>How two alternatives differ, replication by replication, on common random numbers.</summary>
/// <remarks>Student's interval for the mean of the differences. Whether they differ at all is judged by
/// <see cref="Test"/>, which the values decide. One comparison by itself: for several together see <see cref="Holm"/>. Immutable.</remarks>
public sealed record PairedDifference
{
    private PairedDifference()
    {
    }

    /// <summary>The number of pairs.</summary>
    public required int N { get; init; }

    /// <summary>The mean of first minus second.</summary>
    public required double Difference { get; init; }

    /// <summary>Half the length of the confidence interval; NaN for fewer than two pairs of random runs.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The probability of a difference at least this large if there were none, two-sided; NaN for fewer than
    /// two pairs, and where <see cref="Test"/> is <see cref="DifferenceTest.TooFew"/>.</summary>
    public required double PValue { get; init; }

    /// <summary>By which that was found.</summary>
    public required DifferenceTest Test { get; init; }

    /// <summary>(variance of the first + of the second) / variance of the difference: how many times more runs it would
    /// take without common random numbers. NaN where the differences do not vary or there are fewer than two.</summary>
    public required double VarianceRatio { get; init; }

    /// <summary>The number of pairs in which the first is more.</summary>
    public int More { get; private init; }

    /// <summary>The number of pairs in which it is less; in the rest both are the same.</summary>
    public int Less { get; private init; }

    /// <summary>Whether the two can be told apart, by this comparison alone; never from too few pairs.</summary>
    public bool SignificantlyDifferent => PValue <= 1 - Level;

    /// <summary>The same difference, and neither interval nor test: for runs of which some are missing.</summary>
    internal PairedDifference WithoutInterval() => this with { HalfWidth = double.NaN, PValue = double.NaN };

    /// <summary>Compares the values of two alternatives, each in order of replication.</summary>
    /// <param name="first">One value for each replication, at least one.</param>
    /// <param name="second">The values of the same replications.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <param name="isSettled">Whether nothing in the runs is random, so that one pair is as good as any number. Default: no.</param>
    /// <exception cref="ArgumentException">The counts differ, there is no pair, or a value is not finite.</exception>
    public static PairedDifference Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = Statistics.Level.Usual, bool isSettled = false)
    {
        if (first.Length != second.Length || first.IsEmpty)
            throw new ArgumentException(
                $"{first.Length} values against {second.Length}; give the same replications of both, at least one",
                nameof(second));
        Tally a = default, b = default, difference = default;
        var (more, less, areShares) = (0, 0, true);
        for (var i = 0; i < first.Length; i++)
        {
            a.Add(Values.Finite(first, i, nameof(first)));
            b.Add(Values.Finite(second, i, nameof(second)));
            var by = Values.Difference(first[i], second[i]);
            difference.Add(by);
            if (by > 0) more++;
            if (by < 0) less++;
            areShares &= first[i] is 0 or 1 && second[i] is 0 or 1;
        }
        var varies = difference.Variance > Values.Dust * Values.Dust * difference.Mean * difference.Mean;
        var test = isSettled ? DifferenceTest.None
            : areShares ? DifferenceTest.Sign
            : difference.N < FewestRuns.ForAMean ? DifferenceTest.TooFew
            : varies ? DifferenceTest.Student : DifferenceTest.Sign;
        return new()
        {
            N = difference.N,
            Difference = difference.Mean,
            HalfWidth = isSettled && difference.N == 1 ? 0 : difference.HalfWidth(level),
            Level = Statistics.Level.Check(level),
            Test = test,
            PValue = test switch
            {
                DifferenceTest.None => difference.Mean == 0 ? 1 : 0,
                _ when difference.N < 2 => double.NaN,
                DifferenceTest.TooFew => more + less == 0 ? 1 : double.NaN,
                DifferenceTest.Sign => SignTest.PValue(more, less),
                _ => StudentT.TwoSidedP(difference.Mean / Math.Sqrt(difference.Variance / difference.N), difference.N - 1),
            },
            VarianceRatio = varies ? (a.Variance + b.Variance) / difference.Variance : double.NaN,
            More = more,
            Less = less,
        };
    }

    /// <summary>Mean and half-width with level and n: <c>-35,900 ± 8,700 (95 %, n = 200)</c>.</summary>
    public override string ToString() => ToString("");

    /// <summary>The same with a unit: <c>-35,900 ± 8,700 person-day (95 %, n = 200)</c>.</summary>
    /// <param name="unit">Put behind the figures; none if empty.</param>
    public string ToString(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        string Text(double value) => Estimate.Rounded(value, Difference, HalfWidth);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{Text(Difference)}{(double.IsNaN(HalfWidth) ? "" : $" ± {(HalfWidth == 0 ? "0" : Text(HalfWidth))}")}{(unit.Length == 0 ? "" : " " + unit)} ({(double.IsNaN(HalfWidth) ? "" : $"{Level * 100:0.##} %, ")}n "
                + $"= {N})");
    }
}
