using System.Reflection;
using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>Draws follow their laws. 200,000 draws of each; a right law fails with probability 1e-5 a test; a shift of
/// the distribution function by 0.01 anywhere is found with more than 99 %.</summary>
public sealed class DistributionFitTests
{
    private const int N = 200_000;
    private const double Alpha = 1e-5;

    public static TheoryData<Law> Continuous => [.. Law.Continuous];

    public static TheoryData<Law> Discrete => [.. Law.Discrete];

    [Theory, MemberData(nameof(Continuous))]
    public void Draws_follow_the_distribution_function_by_the_test_of_Kolmogorov_and_Smirnov(Law law)
    {
        var draws = Draw(law, 1);
        Array.Sort(draws);
        var distance = draws.Select((x, i) => (P: law.Cdf(x), I: i))
            .Max(at => Math.Max(at.P - (double)at.I / N, (at.I + 1.0) / N - at.P));
        (Math.Sqrt(N) * distance).Should().BeLessThan(Math.Sqrt(-Math.Log(Alpha / 2) / 2));
    }

    [Theory, MemberData(nameof(Discrete))]
    public void Counts_follow_the_probabilities_by_the_test_of_chi_square(Law law)
    {
        var draws = Draw(law, 2);
        var (statistic, cells) = (0.0, 0);
        var (counted, covered) = (0, 0.0);
        foreach (var group in draws.GroupBy(x => x).OrderBy(group => group.Key))
        {
            counted += group.Count();
            var expected = (law.Cdf(group.Key) - covered) * N;
            // Neighbours are put together until a cell is large enough for the approximation.
            if (expected < 20 || (1 - law.Cdf(group.Key)) * N is > 1e-6 and < 20) continue;
            statistic += (counted - expected) * (counted - expected) / expected;
            (counted, covered, cells) = (0, law.Cdf(group.Key), cells + 1);
        }
        if (counted > 0)
        {
            var rest = (1 - covered) * N;
            statistic += (counted - rest) * (counted - rest) / rest;
            cells++;
        }
        cells.Should().BeGreaterThan(1);
        statistic.Should().BeLessThan(MathNet.Numerics.Distributions.ChiSquared.InvCDF(cells - 1, 1 - Alpha));
    }

    [Theory, MemberData(nameof(Law.All), MemberType = typeof(Law))]
    public void Mean_and_variance_of_draws_are_within_4_42_standard_errors_of_the_law(Law law)
    {
        var draws = Draw(law, 3);
        var mean = draws.Average();
        var variance = draws.Sum(x => (x - mean) * (x - mean)) / (N - 1);
        mean.Should().BeApproximately(law.Distribution.Mean, 4.42 * Math.Sqrt(law.Variance / N));
        variance.Should().BeApproximately(law.Variance, 4.42 * law.Variance * Math.Sqrt((law.FourthMoment - 1) / N));
    }

    [Fact]
    public void No_way_to_make_a_law_is_left_out()
    {
        var tested = Law.Continuous.Concat(Law.Discrete).Select(law => law.ToString()).Append("lognormalquantiles").ToArray();
        var made = typeof(Distribution).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Distribution) && method.Name != nameof(Distribution.Constant))
            .Select(method => method.Name.ToLowerInvariant()).ToArray();
        made.Should().HaveCountGreaterThan(12)
            .And.OnlyContain(name => tested.Any(law => law.StartsWith(name, StringComparison.Ordinal)));
        Law.Continuous.Should().Contain(law => law.ToString().StartsWith("lognormal(p50", StringComparison.Ordinal));
    }

    private static double[] Draw(Law law, ulong seed)
    {
        var uniforms = new Uniforms(seed);
        return [.. Enumerable.Range(0, N).Select(_ => law.Distribution.Quantile(uniforms.Next()))];
    }
}
