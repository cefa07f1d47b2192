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

    [Theory, InlineData(5), InlineData(10), InlineData(20), InlineData(50), InlineData(200)]
    public void Exact_coverage_summed_over_all_outcomes_is_near_the_level_on_average(int n)
    {
        var intervals = Enumerable.Range(0, n + 1).Select(k => Wilson.Interval(k, n)).ToArray();
        var average = Enumerable.Range(1, 999).Average(i =>
        {
            var p = i / 1000.0;
            return Enumerable.Range(0, n + 1).Where(k => intervals[k].Low <= p && p <= intervals[k].High)
                .Sum(k => Exact.Binomial(n, k, p));
        });
        average.Should().BeInRange(0.949, 0.961);
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
