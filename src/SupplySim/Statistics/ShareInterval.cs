namespace SupplySim.Statistics;

/// <summary>The interval of a share, by the jackknife.</summary>
/// <remarks>What a variance is made of is skewed, and the more so the heavier its tails, so the end on the side of the long tail is farther
/// away, as that of the mean of something lopsided is (<see cref="SkewedMean"/>). The degrees of freedom are those of the squares of which
/// the jackknife's variance is made (Satterthwaite), at least four: where few values decide, it is known badly. Pure.</remarks>
internal static class ShareInterval
{
    private const int FewestDegrees = 4;

    // The skewness that is found is too small where values are few: of n squares of normal values by 1 + 15
    // / n, and of heavier tails by more.
    private const double TooSmall = 30;

    /// <summary>Both ends, from 0 to 1.</summary>
    /// <remarks>A small share may be less because of its own lines, and a large one because there is more chance than was seen: then the
    /// scale is that of chance beside the slope of a line, on which no share is below none. The less of the two counts.</remarks>
    /// <param name="share">The share.</param>
    /// <param name="without">The same without each of the values.</param>
    /// <param name="hidden">By how much the upper end is raised for what no fit can show.</param>
    /// <param name="level">Of the interval.</param>
    public static (double Low, double High) Of(double share, double[] without, double hidden, double level)
    {
        var own = Jackknife(without, level);
        var low = share - own.T * own.Error;
        if (share > 0 && without.Min() > 0)
        {
            var chance = Jackknife(Array.ConvertAll(without, Chance), level);
            var (_, most) = SkewedMean.Interval(Chance(share), chance.Error, chance.T, chance.Skewness * (1 + TooSmall / without.Length),
                without.Length);
            low = Math.Min(low, Math.Pow((Math.Sqrt(most * most + 4) - most) / 2, 2));
        }
        var (_, high) = SkewedMean.Interval(share, own.Error, own.T, own.Skewness, without.Length);
        return (Math.Clamp(low, 0, 1), Math.Clamp(high + hidden, 0, 1));
    }

    // The share itself is the square of (sqrt(x² + 4) - x) / 2.
    private static double Chance(double share) => (1 - share) / Math.Sqrt(share);

    /// <summary>The most that a small share may be. The jackknife does not see it: a square hardly changes
    /// where it is nearly zero.</summary>
    /// <remarks>A sum of squares of fitted heights is a noncentral chi-square, whose variance depends on
    /// the part itself: the most of it, u, solves (u - share)² = t² (2 heights a² + 4 a u), with a = rest / n, as Wilson's end does for a
    /// proportion; of all it is u / (u + 1 - share).</remarks>
    /// <param name="share">The share.</param>
    /// <param name="rest">That of chance.</param>
    /// <param name="heights">That were fitted.</param>
    /// <param name="n">[replications] Looked at.</param>
    /// <param name="level">Of the interval.</param>
    public static double Most(double share, double rest, int heights, int n, double level)
    {
        var (t, a) = (StudentT.TwoSided(level, n), rest / n);
        var middle = 2 * a * t * t;
        var most = Math.Max(0, share + middle + Math.Sqrt(Math.Max(0, middle * middle + t * t * (2 * heights * a * a + 4 * a * share))));
        return most > 0 ? most / (most + Math.Max(0, 1 - share)) : 0;
    }

    // The standard error, how many of these Student's interval reaches, and the skewness of what the values
    // add: that is missing without them.
    private static (double Error, double T, double Skewness) Jackknife(double[] without, double level)
    {
        var (n, mean) = (without.Length, without.Average());
        double squares = 0, cubes = 0, fourths = 0;
        foreach (var one in without)
        {
            var square = (one - mean) * (one - mean);
            (squares, cubes, fourths) = (squares + square, cubes + square * (one - mean), fourths + square * square);
        }
        if (!(squares > 0)) return (0, 0, 0);
        var excess = n * fourths / (squares * squares) - 1;
        var freedom = excess * (n - 1) <= 2.0 * n ? n - 1 : Math.Max(FewestDegrees, (int)(2 * n / excess));
        return (Math.Sqrt((n - 1.0) / n * squares), StudentT.TwoSided(level, freedom), -cubes * Math.Sqrt(n) / Math.Pow(squares, 1.5));
    }
}
