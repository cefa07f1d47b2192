namespace SupplySim.Statistics;

/// <summary>How two samples differ that were drawn independently of one another, each with a spread of its own.</summary>
/// <remarks>Welch's interval: Student's with the degrees of freedom of Satterthwaite, rounded down, so that
/// it is never too short by rounding. Whether they differ at all is judged by <see cref="Test"/>. One comparison by itself: for several
/// together see <see cref="Holm"/>. B. L. Welch, Biometrika 34 (1947). Immutable.</remarks>
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

    /// <summary>Half the length of the confidence interval; NaN where one has fewer than two values of random runs, and where they spread
    /// too far for the square to be a number.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The probability of a difference at least this large if there were none, two-sided; NaN where one has fewer than
    /// two values or they spread too far, and where <see cref="Test"/> is <see cref="DifferenceTest.TooFew"/>.</summary>
    public required double PValue { get; init; }

    /// <summary>By which that was found.</summary>
    public required DifferenceTest Test { get; init; }

    /// <summary>Compares two samples.</summary>
    /// <param name="first">At least one value.</param>
    /// <param name="second">At least one value.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <param name="isSettled">Whether nothing in the runs is random, so that one of each is as good as any number. Default: no.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static UnpairedDifference Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = Statistics.Level.Usual, bool isSettled = false)
    {
        if (first.IsEmpty || second.IsEmpty)
            throw new ArgumentException("a comparison with nothing; give at least one value of each", nameof(second));
        Tally a = default, b = default;
        for (var i = 0; i < first.Length; i++) a.Add(Values.Finite(first, i, nameof(first)));
        for (var i = 0; i < second.Length; i++) b.Add(Values.Finite(second, i, nameof(second)));
        var difference = Values.Difference(a.Mean, b.Mean);
        var (halfWidth, p) = Welch(a, b, difference, level);
        var areShares = !first.ContainsAnyExcept(0, 1) && !second.ContainsAnyExcept(0, 1);
        var test = isSettled ? DifferenceTest.None
            : areShares ? DifferenceTest.Fisher
            : Math.Min(a.N, b.N) < FewestRuns.ForAMean ? DifferenceTest.TooFew
            : halfWidth == 0 ? DifferenceTest.Fisher : DifferenceTest.Student;
        // Two values that do not vary are noughts and ones, too.
        var (one, other) = areShares ? (first.Count(1.0), second.Count(1.0)) : (difference > 0 ? a.N : 0, difference < 0 ? b.N : 0);
        return new()
        {
            First = a.N,
            Second = b.N,
            Difference = difference,
            HalfWidth = isSettled && double.IsNaN(halfWidth) ? 0 : halfWidth,
            Level = Statistics.Level.Check(level),
            Test = test,
            PValue = test switch
            {
                DifferenceTest.None => difference == 0 ? 1 : 0,
                _ when double.IsNaN(halfWidth) => double.NaN,
                DifferenceTest.TooFew => double.NaN,
                DifferenceTest.Fisher => FisherTest.PValue(one, a.N, other, b.N),
                _ => p,
            },
        };
    }

    private static (double HalfWidth, double P) Welch(Tally a, Tally b, double difference, double level)
    {
        if (a.N < 2 || b.N < 2) return (double.NaN, double.NaN);
        var (one, other) = (a.Variance / a.N, b.Variance / b.N);
        if (one + other == 0) return (0, double.NaN);
        if (!double.IsFinite(one + other)) return (double.NaN, double.NaN);
        var freedom = Freedom(one / Math.Max(one, other), a.N - 1, other / Math.Max(one, other), b.N - 1);
        var error = Math.Sqrt(one + other);
        return (StudentT.TwoSided(level, freedom) * error, StudentT.TwoSidedP(difference / error, freedom));
    }

    // Of the two only their ratio counts; of very large or very small ones the squares would be no numbers.
    private static int Freedom(double one, int ofOne, double other, int ofOther) =>
        (int)Math.Clamp((one + other) * (one + other) / (one * one / ofOne + other * other / ofOther), 1, int.MaxValue);
}
