using MathNet.Numerics.Distributions;
using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>A law under test with what an independent source says of it.</summary>
/// <param name="Distribution">The law.</param>
/// <param name="Cdf">Its distribution function: MathNet's, or the closed form.</param>
/// <param name="Variance">Its variance by the textbook.</param>
/// <param name="FourthMoment">Its fourth central moment over the squared variance.</param>
public sealed record Law(Distribution Distribution, Func<double, double> Cdf, double Variance, double FourthMoment)
{
    public override string ToString() => Distribution.ToString();

    /// <summary>Laws with a density.</summary>
    public static readonly Law[] Continuous =
    [
        new(Distribution.Uniform(-2, 5), x => (x + 2) / 7, 49.0 / 12, 1.8),
        new(Distribution.Triangular(5, 8, 20), x => Triangular.CDF(5, 20, 8, x), Triangle(5, 8, 20), 2.4),
        new(Distribution.Triangular(0, 0, 3), x => Triangular.CDF(0, 3, 0, x), Triangle(0, 0, 3), 2.4),
        new(Distribution.Pert(2, 3, 10), x => Beta.CDF(1.5, 4.5, (x - 2) / 8), 64 * 1.5 * 4.5 / (36 * 7), Excess(1.5, 4.5)),
        new(Distribution.Pert(0, 1, 1), x => Beta.CDF(1, 5, 1 - x) is var p ? 1 - p : 0, 5.0 / (36 * 7), Excess(5, 1)),
        new(Distribution.Normal(10, 3), x => Normal.CDF(10, 3, x), 9, 3),
        new(Distribution.Lognormal(6, 2), x => LogNormal.CDF(M(6, 2), S(6, 2), x), 4, Heavy(S(6, 2))),
        new(Distribution.LognormalQuantiles(4, 10), x => LogNormal.CDF(Math.Log(4), S95(4, 10), x),
            (Math.Exp(S95(4, 10) * S95(4, 10)) - 1) * Math.Exp(2 * Math.Log(4) + S95(4, 10) * S95(4, 10)), Heavy(S95(4, 10))),
        new(Distribution.Gamma(6, 2), x => Gamma.CDF(9, 1.5, x), 4, 3 + 6 / 9.0),
        new(Distribution.Gamma(3, 5), x => Gamma.CDF(0.36, 0.12, x), 25, 3 + 6 / 0.36),
        new(Distribution.Gamma(50, 0.4), x => Normal.CDF(0, 1, WilsonHilferty(x / 50, 15_625)), 0.16, 3),
        new(Distribution.Weibull(0.8, 2), x => Weibull.CDF(0.8, 2, x), WeibullVariance(0.8, 2), 15.74),
        new(Distribution.Weibull(3, 2), x => Weibull.CDF(3, 2, x), WeibullVariance(3, 2), 2.73),
        new(Distribution.Exponential(9), x => 1 - Math.Exp(-x / 9), 81, 9),
        new(Distribution.Erlang(3, 12), x => Gamma.CDF(3, 0.25, x), 48, 5),
    ];

    /// <summary>Laws over whole numbers.</summary>
    public static readonly Law[] Discrete =
    [
        new(Distribution.Poisson(0.3), k => Poisson.CDF(0.3, k), 0.3, 3 + 1 / 0.3),
        new(Distribution.Poisson(29.9), k => Poisson.CDF(29.9, k), 29.9, 3 + 1 / 29.9),
        new(Distribution.Poisson(1500), k => Poisson.CDF(1500, k), 1500, 3),
        new(Distribution.Bernoulli(0.12), k => k < 1 ? 0.88 : 1, 0.12 * 0.88, 1 / (0.12 * 0.88) - 3),
        new(Distribution.Choice([5, 1, 2], [0.2, 0.5, 0.3]), k => k < 1 ? 0 : k < 2 ? 0.5 : k < 5 ? 0.8 : 1, 2.29, 2.7),
    ];

    public static TheoryData<Law> All => [.. Continuous, .. Discrete];

    private static double Triangle(double a, double b, double c) => (a * a + b * b + c * c - a * b - a * c - b * c) / 18;

    private static double Excess(double a, double b) =>
        3 + 6 * ((a - b) * (a - b) * (a + b + 1) - a * b * (a + b + 2)) / (a * b * (a + b + 2) * (a + b + 3));

    private static double S(double mean, double sd) => Math.Sqrt(Math.Log(1 + sd * sd / (mean * mean)));

    private static double M(double mean, double sd) => Math.Log(mean) - S(mean, sd) * S(mean, sd) / 2;

    private static double S95(double p50, double p95) => Math.Log(p95 / p50) / 1.6448536269514727;

    private static double Heavy(double s)
    {
        var w = Math.Exp(s * s);
        return w * w * w * w + 2 * w * w * w + 3 * w * w - 3;
    }

    /// <summary>For a shape this large the cube root of a gamma variate is normal to 1e-6.</summary>
    private static double WilsonHilferty(double ratio, double shape) =>
        (Math.Cbrt(ratio) - 1 + 1 / (9 * shape)) * 3 * Math.Sqrt(shape);

    private static double WeibullVariance(double shape, double scale)
    {
        var mean = MathNet.Numerics.SpecialFunctions.Gamma(1 + 1 / shape);
        return scale * scale * (MathNet.Numerics.SpecialFunctions.Gamma(1 + 2 / shape) - mean * mean);
    }
}
