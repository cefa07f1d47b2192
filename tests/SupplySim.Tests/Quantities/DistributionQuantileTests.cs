using CsCheck;
using MathNet.Numerics.Distributions;
using SupplySim.Quantities;
using SupplySim.Quantities.Distributions;

namespace SupplySim.Tests.Quantities;

/// <summary>The quantile of each law is right to nearly the last digit, far into both tails.</summary>
public sealed class DistributionQuantileTests
{
    private static readonly Gen<double> Probability = Gen.OneOf(
        Gen.Double[1e-9, 1 - 1e-9], Gen.Double[1e-12, 1e-3], Gen.Double[0.999, 1 - 1e-12]);

    [Fact]
    public void Normal_quantiles_agree_with_50_digit_arithmetic_to_3e_15()
    {
        foreach (var (u, x) in QuantileReferences.Normal)
            Distribution.Normal(0, 1).Quantile(u).Should().BeApproximately(x, 3e-15 * Math.Max(1, Math.Abs(x)), $"u is {u}");
    }

    [Fact]
    public void Gamma_quantiles_agree_with_50_digit_arithmetic_to_1e_11_for_shapes_from_a_hundredth_to_a_million()
    {
        foreach (var (shape, u, x) in QuantileReferences.Gamma)
            new GammaQuantile(shape).At(u).Should().BeApproximately(x, 1e-11 * x, $"shape is {shape} and u is {u}");
    }

    [Fact]
    public void Pert_quantiles_agree_with_50_digit_arithmetic_to_2e_13()
    {
        foreach (var (mode, u, x) in QuantileReferences.Pert)
            Distribution.Pert(0, mode, 1).Quantile(u).Should().BeApproximately(x, 2e-13 * x, $"mode is {mode} and u is {u}");
    }

    [Fact]
    public void The_logarithm_of_the_gamma_function_agrees_with_50_digit_arithmetic()
    {
        foreach (var (argument, value) in QuantileReferences.LogGamma)
            GammaFunction.Log(argument).Should().BeApproximately(value, 1e-14 * Math.Max(1, Math.Abs(value)));
    }

    [Fact]
    public void A_tiny_probability_of_an_exponential_law_keeps_its_digits()
    {
        // -ln(1 - u) = u + u²/2 + u³/3 + ...
        Distribution.Exponential(1).Quantile(1e-12).Should().BeApproximately(1e-12 + 5e-25, 1e-27);
        Distribution.Exponential(1).Quantile(1e-5).Should().BeApproximately(1.00000500003333358e-5, 1e-19);
    }

    [Fact]
    public void Quantiles_agree_with_MathNet_where_it_is_right()
    {
        foreach (var u in new[] { 0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999 })
        {
            Agree(Distribution.Normal(3, 2), u, Normal.InvCDF(3, 2, u), 1e-12);
            Agree(Distribution.Lognormal(6, 2), u, LogNormal.WithMeanVariance(6, 4).InverseCumulativeDistribution(u), 1e-11);
            Agree(Distribution.Gamma(6, 2), u, Gamma.InvCDF(9, 1.5, u), 1e-9);
            Agree(Distribution.Erlang(4, 12), u, Gamma.InvCDF(4, 1.0 / 3, u), 1e-9);
            Agree(Distribution.Exponential(7), u, Exponential.InvCDF(1.0 / 7, u), 1e-12);
            Agree(Distribution.Triangular(1, 2, 7), u, Triangular.InvCDF(1, 7, 2, u), 1e-12);
            Agree(Distribution.Pert(0, 0.4, 1), u, Beta.InvCDF(2.6, 3.4, u), 1e-7);
            Agree(Distribution.Weibull(1.7, 3), u, 3 * Math.Pow(-Math.Log(1 - u), 1 / 1.7), 1e-12);
        }
    }

    [Fact]
    public void A_gamma_law_passes_smoothly_from_the_solved_equation_to_the_expansion()
    {
        foreach (var u in new[] { 1e-9, 0.01, 0.3, 0.5, 0.9, 1 - 1e-9 })
        {
            var below = new GammaQuantile(9_999.999_999).At(u);
            var above = new GammaQuantile(10_000).At(u);
            (above - below).Should().BeApproximately(1e-6, 2e-7, $"u is {u}");
        }
    }

    [Theory, MemberData(nameof(Law.All), MemberType = typeof(Law))]
    public void A_quantile_never_falls_as_its_probability_rises(Law law) =>
        Gen.Select(Probability, Probability).Sample((a, b) =>
            law.Distribution.Quantile(Math.Min(a, b)) <= law.Distribution.Quantile(Math.Max(a, b)), iter: 2_000);

    [Fact]
    public void A_gamma_quantile_never_falls_whatever_the_shape() =>
        Gen.Select(Gen.Double[-4.6, 11.5], Probability, Probability).Sample((logShape, a, b) =>
        {
            var gamma = new GammaQuantile(Math.Exp(logShape));
            var (low, high) = (gamma.At(Math.Min(a, b)), gamma.At(Math.Max(a, b)));
            return low <= high * (1 + 1e-13) && low >= 0 && double.IsFinite(high);
        });

    [Theory, MemberData(nameof(Law.All), MemberType = typeof(Law))]
    public void The_most_extreme_uniform_numbers_give_finite_draws_not_below_the_least(Law law)
    {
        foreach (var u in new[] { double.Epsilon, 0.5 / (1UL << 53), 1 - 1.0 / (1UL << 53) })
        {
            var draw = law.Distribution.Quantile(u);
            double.IsFinite(draw).Should().BeTrue();
            draw.Should().BeGreaterThanOrEqualTo(law.Distribution.Least);
        }
    }

    [Theory, MemberData(nameof(Law.All), MemberType = typeof(Law))]
    public void Scaling_a_law_scales_every_quantile_the_mean_and_the_least(Law law)
    {
        var scaled = law.Distribution.Scale(3600);
        foreach (var u in new[] { 1e-6, 0.1, 0.5, 0.77, 0.9999 })
        {
            var expected = 3600 * law.Distribution.Quantile(u);
            scaled.Quantile(u).Should().BeApproximately(expected, 1e-12 * (3600 + Math.Abs(expected)));
        }
        scaled.Mean.Should().BeApproximately(3600 * law.Distribution.Mean, 1e-9 * Math.Abs(scaled.Mean));
        scaled.Least.Should().Be(3600 * law.Distribution.Least);
    }

    [Theory, MemberData(nameof(Law.All), MemberType = typeof(Law))]
    public void A_draw_allocates_nothing(Law law)
    {
        var sum = law.Distribution.Quantile(0.3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < 1000; i++) sum += law.Distribution.Quantile(i / 1000.0);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        double.IsFinite(sum).Should().BeTrue();
    }

    [Theory, InlineData(0), InlineData(1), InlineData(-0.1), InlineData(1.5), InlineData(double.NaN)]
    public void A_probability_outside_0_to_1_is_refused(double u) =>
        FluentActions.Invoking(() => Distribution.Uniform(1, 2).Quantile(u)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("*above 0 and below 1*");

    private static void Agree(Distribution law, double u, double expected, double precision) =>
        law.Quantile(u).Should().BeApproximately(expected, precision * Math.Abs(expected), $"{law} at {u}");
}
