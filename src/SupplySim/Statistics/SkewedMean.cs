namespace SupplySim.Statistics;

/// <summary>The interval of the mean of something lopsided, such as what is none in nine runs of ten and
/// much in one: Student's t after a transformation that takes out most of the skewness.</summary>
/// <remarks>Hall's cubic transformation, which is monotone: P. Hall, J. R. Stat. Soc. B 54 (1992), "On the removal of skewness by
/// transformation". Of what is not skewed it is Student's interval. Its long end is on the side of the long
/// tail. Coverage in DESIGN.md, and in the tests.</remarks>
internal static class SkewedMean
{
    /// <summary>What it is called where it is cut at what is possible.</summary>
    public const string Method = "t for skewness (Hall), cut";

    // What is less skewed is not skewed.
    private const double Least = 1e-9;

    /// <summary>The two ends; NaN where there is no half-width.</summary>
    /// <param name="mean">Of n values.</param>
    /// <param name="halfWidth">Of Student's interval of it.</param>
    /// <param name="skewness">Third central moment / standard deviation³.</param>
    /// <param name="n">At least 2.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    public static (double Low, double High) Interval(double mean, double halfWidth, double skewness, int n, double level)
    {
        if (!(halfWidth > 0) || !(Math.Abs(skewness) > Least)) return (mean - halfWidth, mean + halfWidth);
        var t = StudentT.TwoSided(level, n - 1);
        return Interval(mean, halfWidth / t, t, skewness, n);
    }

    /// <summary>The two ends, by a standard error and its degrees of freedom that are known otherwise.</summary>
    /// <param name="mean">Of n values.</param>
    /// <param name="error">Its standard error.</param>
    /// <param name="t">How many of these Student's interval reaches.</param>
    /// <param name="skewness">Third central moment / standard deviation³.</param>
    /// <param name="n">At least 2.</param>
    public static (double Low, double High) Interval(double mean, double error, double t, double skewness, int n)
    {
        if (!(Math.Abs(skewness) > Least)) return (mean - t * error, mean + t * error);
        return (mean - Back(t) * error, mean - Back(-t) * error);

        // From the transformed t, which is nearly symmetric, to t itself.
        double Back(double transformed) =>
            3 * Math.Sqrt(n) / skewness * (Math.Cbrt(1 + skewness * (transformed / Math.Sqrt(n) - skewness / (6 * n))) - 1);
    }
}
