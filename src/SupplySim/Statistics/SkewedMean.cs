namespace SupplySim.Statistics;

/// <summary>The interval of the mean of something lopsided, such as what is none in nine runs of ten and much in one: Student's t after a transformation that
/// takes out most of the skewness.</summary>
/// <remarks>Hall's cubic transformation, which is monotone: P. Hall, J. R. Stat. Soc. B 54 (1992), "On the removal of skewness by transformation". Of what is not
/// skewed it is Student's interval. Its long end is on the side of the long tail. Coverage in DESIGN.md, and in the tests.</remarks>
internal static class SkewedMean
{
    /// <summary>What it is called where it is cut at what is possible.</summary>
    public const string Method = "t for skewness (Hall), cut";

    /// <summary>The two ends; NaN where there is no half-width.</summary>
    /// <param name="mean">Of n values.</param>
    /// <param name="halfWidth">Of Student's interval of it.</param>
    /// <param name="skewness">Third central moment / standard deviation³.</param>
    /// <param name="n">At least 2.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    public static (double Low, double High) Interval(double mean, double halfWidth, double skewness, int n, double level)
    {
        if (!(halfWidth > 0) || !(Math.Abs(skewness) > 1e-9)) return (mean - halfWidth, mean + halfWidth);
        var t = StudentT.TwoSided(level, n - 1);
        var error = halfWidth / t;
        return (mean - Back(t) * error, mean - Back(-t) * error);

        // From the transformed t, which is nearly symmetric, to t itself.
        double Back(double transformed) =>
            3 * Math.Sqrt(n) / skewness * (Math.Cbrt(1 + skewness * (transformed / Math.Sqrt(n) - skewness / (6 * n))) - 1);
    }
}
