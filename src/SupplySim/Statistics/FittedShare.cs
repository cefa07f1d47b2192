namespace SupplySim.Statistics;

/// <summary>The share of one thing in a variance, from lines in as many bins as its values ask for, with an interval that does not pretend to
/// know how many that is.</summary>
/// <remarks>One number of bins alone is wrong where the thing acts by a kink, a jump or a wave that its lines cannot follow: then all that they miss counts as
/// chance, and the jackknife, which sees only how much the fit varies, is sure of it. So every number of bins, up to twice the best, whose error in foretelling what
/// was left out is not clearly worse takes part in the interval. Immutable.</remarks>
internal sealed class FittedShare
{
    // With fewer a line tells next to nothing of what is left out.
    private const int FewestInBin = 5;

    /// <summary>[standard errors] How much worse may be by luck. With 1 jumps in a thousand runs are covered in 0.89, with 1.5 in 0.94.</summary>
    private const double NotClearlyWorse = 1.5;

    /// <summary>And how much worse by itself: where values are skewed the standard error is no help, and bins of five say anything.</summary>
    private const double NotMuchWorse = 1.2;

    private FittedShare(BinnedLines best, int bins, (double Low, double High) own, (double Low, double High) interval, double p) =>
        (Share, Without, Bins, Best, Interval, PValue) = (best.Share, best.Without, bins, own, interval, p);

    /// <summary>By the best fit; may lie somewhat below zero where there is no effect.</summary>
    public double Share { get; }

    /// <summary>The same without each of the values.</summary>
    public double[] Without { get; }

    /// <summary>Of the best fit.</summary>
    public int Bins { get; }

    /// <summary>The interval by the best fit alone.</summary>
    public (double Low, double High) Best { get; }

    /// <summary>The interval by all fits that the values do not speak against.</summary>
    public (double Low, double High) Interval { get; }

    /// <summary>Of no effect, by the fewest bins, which are chosen without looking at the values.</summary>
    public double PValue { get; }

    /// <summary>What a jump within one bin of the best fit can hide.</summary>
    public double Hidden => HiddenBy(Share, Bins);

    public static int FewestBins(int n) => Math.Max(2, (int)Math.Round(0.7 * Math.Cbrt(n)));

    /// <summary>Fits.</summary>
    /// <param name="values">One for each replication.</param>
    /// <param name="thing">Where it lay in its law in each.</param>
    /// <param name="mean">Of the values.</param>
    /// <param name="level">Of the interval.</param>
    public static FittedShare Of(double[] values, double[] thing, double mean, double level)
    {
        var fits = new List<(BinnedLines Lines, int Bins)>();
        for (var bins = FewestBins(values.Length); fits.Count == 0 || values.Length / bins >= FewestInBin; bins *= 2) fits.Add((new BinnedLines(values, thing, bins, mean), bins));
        var best = fits.MinBy(fit => fit.Lines.Missed.Sum());
        var own = Interval(best);
        var (low, high) = own;
        foreach (var fit in fits.Where(fit => fit.Bins != best.Bins && fit.Bins <= 2 * best.Bins && !IsClearlyWorse(fit.Lines.Missed, best.Lines.Missed)))
        {
            var other = Interval(fit);
            (low, high) = (Math.Min(low, other.Low), Math.Max(high, other.High));
        }
        return new(best.Lines, best.Bins, own, (low, high), fits[0].Lines.PValue());

        (double Low, double High) Interval((BinnedLines Lines, int Bins) fit) => ShareInterval.Of(fit.Lines.Share, fit.Lines.Without, HiddenBy(fit.Lines.Share, fit.Bins), level);
    }

    // A line through a jump of height h in the middle of a bin misses h²/16 there, of a variance of at most h²/4.
    private static double HiddenBy(double share, int bins) => Math.Clamp(share, 0, 1) / (4 * bins);

    private static bool IsClearlyWorse(double[] one, double[] best)
    {
        Tally tally = default;
        for (var i = 0; i < one.Length; i++) tally.Add(one[i] - best[i]);
        return tally.Mean > NotClearlyWorse * Math.Sqrt(tally.Variance / tally.N) || one.Sum() > NotMuchWorse * best.Sum();
    }
}

/// <summary>The interval of a share, by the jackknife.</summary>
/// <remarks>On two scales, of which the wider counts on either side: of what is not explained, and of its cube root, in which a variance is nearly normal
/// (Wilson and Hilferty). The degrees of freedom are those of the squares of which the jackknife's variance is made (Satterthwaite), at least four:
/// where few values decide, it is known badly. Pure.</remarks>
internal static class ShareInterval
{
    private const int FewestDegrees = 4;

    /// <param name="share">The share.</param>
    /// <param name="without">The same without each of the values.</param>
    /// <param name="hidden">By how much the upper end is raised for what no fit can show.</param>
    /// <param name="level">Of the interval.</param>
    public static (double Low, double High) Of(double share, double[] without, double hidden, double level)
    {
        var (rest, half) = (1 - share, HalfWidth(without, one => 1 - one, level));
        var (root, halfOfRoot) = (Math.Cbrt(Math.Max(0, rest)), HalfWidth(without, one => Math.Cbrt(Math.Max(0, 1 - one)), level));
        return (
            Math.Clamp(1 - Math.Max(rest + half, Math.Pow(root + halfOfRoot, 3)), 0, 1),
            Math.Clamp(1 - Math.Min(rest - half, Math.Pow(Math.Max(0, root - halfOfRoot), 3)) + hidden, 0, 1));
    }

    private static double HalfWidth(double[] without, Converter<double, double> scale, double level)
    {
        var n = without.Length;
        var scaled = Array.ConvertAll(without, scale);
        var mean = scaled.Average();
        double squares = 0, fourths = 0;
        foreach (var one in scaled)
        {
            var square = (one - mean) * (one - mean);
            (squares, fourths) = (squares + square, fourths + square * square);
        }
        if (!(squares > 0)) return 0;
        var excess = n * fourths / (squares * squares) - 1;
        var freedom = excess * (n - 1) <= 2.0 * n ? n - 1 : Math.Max(FewestDegrees, (int)(2 * n / excess));
        return StudentT.TwoSided(level, freedom) * Math.Sqrt((n - 1.0) / n * squares);
    }
}
