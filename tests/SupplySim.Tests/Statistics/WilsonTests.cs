using MathNet.Numerics.Distributions;
using SupplySim.Statistics;

namespace SupplySim.Tests.Statistics;

/// <summary>Intervals for shares.</summary>
public sealed class WilsonTests
{
    /// <summary>Newcombe, Statistics in Medicine 17 (1998) 857-872, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Published_intervals_are_reproduced(int successes, int n, double low, double high)
    {
        var interval = Wilson.Interval(successes, n);
        interval.Low.Should().BeApproximately(low, 5e-5);
        interval.High.Should().BeApproximately(high, 5e-5);
    }

    [Fact]
    public void Each_bound_is_the_share_that_the_score_test_just_rejects()
    {
        for (var successes = 1; successes < 40; successes++)
        {
            var (low, high) = Wilson.Interval(successes, 40);
            foreach (var bound in new[] { low, high })
                (Math.Abs(successes / 40.0 - bound) / Math.Sqrt(bound * (1 - bound) / 40))
                    .Should().BeApproximately(1.959963984540054, 1e-9);
        }
    }

    /// <summary>All outcomes, no sampling: a shift of the average by 0.003 is found. The interval from the
    /// plain standard error covers 0.770 on average for n = 10 and 0.935 for n = 200; one without the middle drawn to a half covers below
    /// 0.89 somewhere between 0.1 and 0.5.</summary>
    [Fact]
    public void Exact_coverage_summed_over_all_outcomes_is_near_the_level_for_every_n_up_to_200()
    {
        for (var n = 5; n <= 200; n++)
        {
            var intervals = Enumerable.Range(0, n + 1).Select(k => Wilson.Interval(k, n)).ToArray();
            // Over all shares, equally likely: what k of n is covered by is a piece of a beta law.
            Enumerable.Range(0, n + 1).Average(k =>
                Beta.CDF(k + 1, n - k + 1, intervals[k].High) - Beta.CDF(k + 1, n - k + 1, intervals[k].Low))
                .Should().BeInRange(0.9495, 0.9555, $"n is {n}");
            // The other half mirrors it.
            var coverages = Enumerable.Range(1, 100).Select(i => (P: i / 200.0, Covered: Coverage(i / 200.0, n, intervals))).ToArray();
            coverages.Where(one => one.P >= 0.1).Min(one => one.Covered).Should().BeGreaterThan(n < 20 ? 0.89 : 0.915, $"n is {n}");
            coverages.Min(one => one.Covered).Should().BeGreaterThan(0.83, $"n is {n}");
        }
    }

    private static double Coverage(double p, int n, (double Low, double High)[] intervals)
    {
        var (covered, chance) = (0.0, Math.Pow(1 - p, n));
        for (var k = 0; k <= n; k++)
        {
            if (intervals[k].Low <= p && p <= intervals[k].High) covered += chance;
            chance *= (n - k) / (k + 1.0) * p / (1 - p);
        }
        return covered;
    }

    [Fact]
    public void Nothing_and_everything_give_exact_ends_and_mirror_each_other()
    {
        Wilson.Interval(0, 30).Low.Should().Be(0);
        Wilson.Interval(30, 30).High.Should().Be(1);
        Wilson.Interval(30, 30).Low.Should().BeApproximately(1 - Wilson.Interval(0, 30).High, 1e-15);
    }

    [Theory, InlineData(-1, 5), InlineData(6, 5), InlineData(0, 0)]
    public void Counts_that_cannot_be_are_refused(int successes, int n) =>
        FluentActions.Invoking(() => Wilson.Interval(successes, n)).Should().Throw<ArgumentOutOfRangeException>();
}
