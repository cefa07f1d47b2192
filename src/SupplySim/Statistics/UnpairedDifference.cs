namespace SupplySim.Statistics;

/// <summary>How two samples differ that were drawn independently of one another, each with a spread of its own.</summary>
/// <remarks>Welch's interval: Student's with the degrees of freedom of Satterthwaite, rounded down, so that it is never too short by rounding. One
/// comparison by itself: for several together see <see cref="Holm"/>. B. L. Welch, Biometrika 34 (1947). Immutable.</remarks>
public sealed record UnpairedDifference
{
    private UnpairedDifference()
    {
    }

    /// <summary>How many values the first has.</summary>
    public required int First { get; init; }

    /// <summary>How many values the second has.</summary>
    public required int Second { get; init; }

    /// <summary>The mean of the first minus that of the second.</summary>
    public required double Difference { get; init; }

    /// <summary>Half the length of the confidence interval; NaN where one has fewer than two values.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The probability of a difference at least this large if there were none, two-sided; NaN where one has fewer than
    /// two values.</summary>
    public required double PValue { get; init; }

    /// <summary>Compares two samples.</summary>
    /// <param name="first">At least one value.</param>
    /// <param name="second">At least one value.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static UnpairedDifference Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = Statistics.Level.Usual)
    {
        if (first.IsEmpty || second.IsEmpty) throw new ArgumentException("a comparison with nothing; give at least one value of each", nameof(second));
        Tally a = default, b = default;
        for (var i = 0; i < first.Length; i++) a.Add(Values.Finite(first, i, nameof(first)));
        for (var i = 0; i < second.Length; i++) b.Add(Values.Finite(second, i, nameof(second)));
        var difference = a.Mean - b.Mean;
        var (halfWidth, p) = Spread(a, b, difference, level);
        return new() { First = a.N, Second = b.N, Difference = difference, HalfWidth = halfWidth, Level = Statistics.Level.Check(level), PValue = p };
    }

    private static (double HalfWidth, double P) Spread(Tally a, Tally b, double difference, double level)
    {
        if (a.N < 2 || b.N < 2) return (double.NaN, double.NaN);
        var (one, other) = (a.Variance / a.N, b.Variance / b.N);
        if (one + other == 0) return (0, difference == 0 ? 1 : 0);
        var freedom = (int)Math.Clamp((one + other) * (one + other) / (one * one / (a.N - 1) + other * other / (b.N - 1)), 1, int.MaxValue);
        var error = Math.Sqrt(one + other);
        return (StudentT.TwoSided(level, freedom) * error, StudentT.TwoSidedP(difference / error, freedom));
    }
}
