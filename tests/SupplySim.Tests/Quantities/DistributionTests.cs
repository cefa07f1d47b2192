using System.Globalization;
using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>What a law says of itself, and what it refuses.</summary>
public sealed class DistributionTests
{
    public static TheoryData<Distribution, string> Texts => new()
    {
        { Distribution.Constant(-1.5), "-1.5" },
        { Distribution.Uniform(2, 5.25), "uniform(2, 5.25)" },
        { Distribution.Triangular(1, 2, 3), "triangular(1, 2, 3)" },
        { Distribution.Pert(1, 2, 3), "pert(1, 2, 3)" },
        { Distribution.Normal(5, 2), "normal(mean=5, sd=2)" },
        { Distribution.Lognormal(6, 2), "lognormal(mean=6, sd=2)" },
        { Distribution.LognormalQuantiles(4, 10), "lognormal(p50=4, p95=10)" },
        { Distribution.Gamma(6, 2), "gamma(mean=6, sd=2)" },
        { Distribution.Weibull(0.8, 2), "weibull(shape=0.8, scale=2)" },
        { Distribution.Exponential(0.000001), "exponential(0.000001)" },
        { Distribution.Erlang(3, 1e18), "erlang(stages=3, mean=1000000000000000000)" },
        { Distribution.Poisson(3), "poisson(3)" },
        { Distribution.Bernoulli(0.07), "bernoulli(7 %)" },
        { Distribution.Choice([5, 1], [0.7, 0.3]), "choice(1 30 %, 5 70 %)" },
        { Distribution.Choice([5, 1, 2], [2, 1, 1]), "choice(1 25 %, 2 25 %, 5 50 %)" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_law_reads_as_in_the_scenario_language_in_every_culture(Distribution law, string text)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                law.ToString().Should().Be(text);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Laws_are_equal_when_kind_and_parameters_are()
    {
        Distribution.Lognormal(6, 2).Should().Be(Distribution.Lognormal(6, 2));
        Distribution.Lognormal(6, 2).GetHashCode().Should().Be(Distribution.Lognormal(6, 2).GetHashCode());
        Distribution.Lognormal(6, 2).Should().NotBe(Distribution.Lognormal(6, 2.0000000000000004));
        Distribution.Lognormal(6, 2).Should().NotBe(Distribution.Gamma(6, 2));
        Distribution.Choice([1, 5], [30, 70]).Should().Be(Distribution.Choice([5, 1], [70, 30]));
    }

    [Fact]
    public void A_law_without_spread_is_the_constant()
    {
        Distribution[] laws =
        [
            Distribution.Uniform(4, 4), Distribution.Triangular(4, 4, 4), Distribution.Pert(4, 4, 4),
            Distribution.Normal(4, 0), Distribution.Lognormal(4, 0), Distribution.LognormalQuantiles(4, 4),
            Distribution.Gamma(4, 0), Distribution.Choice([4, 9], [1, 0]),
        ];
        laws.Should().OnlyContain(law => law.Equals(Distribution.Constant(4)) && law.IsConstant);
        Distribution.Poisson(0).Should().Be(Distribution.Constant(0));
        Distribution.Bernoulli(1).Should().Be(Distribution.Constant(1));
        Distribution.Exponential(4).IsConstant.Should().BeFalse();
    }

    [Fact]
    public void A_lognormal_law_stated_by_quantiles_has_them()
    {
        var law = Distribution.LognormalQuantiles(4, 10);
        law.Quantile(0.5).Should().BeApproximately(4, 1e-14);
        law.Quantile(0.95).Should().BeApproximately(10, 1e-13);
    }

    /// <summary>ln(1 + r²) by its series where r is small and by the logarithm where it is not.</summary>
    [Theory]
    [InlineData(1e-7, 1e-14), InlineData(9.9e-5, 9.800999951970197e-9), InlineData(1.01e-4, 1.0200999947969801e-8)]
    [InlineData(0.05, 0.0024968801985871454), InlineData(0.5, 0.22314355131420976), InlineData(3, 2.302585092994046)]
    public void A_lognormal_law_has_the_stated_mean_and_deviation_however_small_or_large_the_spread(double ratio, double square)
    {
        var law = Distribution.Lognormal(1000, 1000 * ratio);
        law.Quantile(0.5).Should().BeApproximately(1000 * Math.Exp(-square / 2), 1e-11 * 1000);
        (Math.Log(law.Quantile(0.975) / law.Quantile(0.025)) / (2 * 1.959963984540054))
            .Should().BeApproximately(Math.Sqrt(square), 1e-8 * Math.Sqrt(square) + 1e-15);
    }

    [Fact]
    public void The_least_value_is_the_lower_end_of_the_support()
    {
        Distribution.Normal(5, 1).Least.Should().Be(double.NegativeInfinity);
        Distribution.Triangular(-3, 0, 1).Least.Should().Be(-3);
        Distribution.Weibull(2, 5).Least.Should().Be(0);
        Distribution.Choice([8, 2], [1, 1]).Least.Should().Be(2);
    }

    public static TheoryData<string, Action> Refused => new()
    {
        { "constant: value is NaN*within ±1e150*", () => Distribution.Constant(double.NaN) },
        { "uniform: high is 1; allowed: not below low, which is 2*", () => Distribution.Uniform(2, 1) },
        { "uniform: low is -Infinity*", () => Distribution.Uniform(double.NegativeInfinity, 1) },
        { "triangular: mode is 0; allowed: not below low, which is 1*", () => Distribution.Triangular(1, 0, 3) },
        { "pert: high is NaN*", () => Distribution.Pert(1, 2, double.NaN) },
        { "normal: sd is -1; allowed: 0 or more*", () => Distribution.Normal(1, -1) },
        { "lognormal: mean is 0; allowed: above 0*", () => Distribution.Lognormal(0, 1) },
        { "lognormal: sd is Infinity*", () => Distribution.Lognormal(1, double.PositiveInfinity) },
        { "lognormal: p95 is 3; allowed: not below p50, which is 4*", () => Distribution.LognormalQuantiles(4, 3) },
        { "gamma: sd is 21; allowed: not above ten times the mean, which is 20*", () => Distribution.Gamma(2, 21) },
        { "weibull: shape is 0; allowed: from 0.05 to 1000*", () => Distribution.Weibull(0, 1) },
        { "exponential: mean is -3; allowed: above 0*", () => Distribution.Exponential(-3) },
        { "erlang: stages is 0; allowed: from 1 to 1000000*", () => Distribution.Erlang(0, 1) },
        { "poisson: mean is 1000001; allowed: from 0 to 1000000*", () => Distribution.Poisson(1_000_001) },
        { "bernoulli: p is 1.2; allowed: from 0 to 1*", () => Distribution.Bernoulli(1.2) },
        { "choice: weight is -1*", () => Distribution.Choice([1, 2], [2, -1]) },
        { "choice: sum of weights is 0*", () => Distribution.Choice([1, 2], [0, 0]) },
        { "scale: factor is 0; allowed: above 0*", () => Distribution.Uniform(1, 2).Scale(0) },
    };

    [Theory, MemberData(nameof(Refused))]
    public void A_parameter_out_of_range_is_refused_with_its_value_and_what_is_allowed(string message, Action make) =>
        make.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);

    [Fact]
    public void A_choice_that_is_no_list_of_different_values_with_weights_is_refused()
    {
        FluentActions.Invoking(() => Distribution.Choice([1, 2], [1])).Should().Throw<ArgumentException>()
            .WithMessage("choice: 2 values and 1 weights*");
        FluentActions.Invoking(() => Distribution.Choice([], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Distribution.Choice([2, 1, 2], [1, 1, 1])).Should().Throw<ArgumentException>()
            .WithMessage("choice: 2 comes twice*");
    }
}
