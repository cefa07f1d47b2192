namespace SupplySim.Statistics;

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

    /// <summary>The most that a small share may be. The jackknife does not see it: a square hardly changes where it is nearly zero.</summary>
    /// <remarks>A sum of squares of fitted heights is a noncentral chi-square, whose variance depends on the share itself: the end u solves
    /// (u - share)² = t² (2 heights a² + 4 a u), with a = rest / n, as Wilson's does for a proportion.</remarks>
    /// <param name="share">The share.</param>
    /// <param name="rest">That of chance.</param>
    /// <param name="heights">That were fitted.</param>
    /// <param name="n">[replications] Looked at.</param>
    /// <param name="level">Of the interval.</param>
    public static double Most(double share, double rest, int heights, int n, double level)
    {
        var (t, a) = (StudentT.TwoSided(level, n), rest / n);
        var middle = 2 * a * t * t;
        return Math.Clamp(share + middle + Math.Sqrt(Math.Max(0, middle * middle + t * t * (2 * heights * a * a + 4 * a * share))), 0, 1);
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
