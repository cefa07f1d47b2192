using CsCheck;
using SupplySim.Statistics;

namespace SupplySim.Tests.Statistics;

/// <summary>Sample quantiles and their intervals.</summary>
public sealed class QuantilesTests
{
    [Theory, InlineData(0, 1), InlineData(0.25, 2.25), InlineData(0.5, 4), InlineData(0.9, 11.5), InlineData(1, 13)]
    public void A_quantile_lies_on_the_line_between_order_statistics_at_n_minus_1_times_p(double p, double value) =>
        Quantiles.Of([1, 2, 3, 5, 10, 13], p).Should().BeApproximately(value, 1e-12);

    [Fact]
    public void Between_equal_values_there_is_nothing_to_the_last_digit()
    {
        var values = Enumerable.Repeat(14.0, 60).ToArray();
        foreach (var p in (double[])[0.05, 0.3, 0.95]) (Quantiles.Of(values, p), Quantiles.OfUnsorted(values, p)).Should().Be((14, 14));
    }

    [Fact]
    public void A_quantile_agrees_with_MathNet_on_any_sample() =>
        Gen.Select(Gen.Double[-1e3, 1e3].Array[1, 40], Gen.Double[0, 1]).Sample((values, p) =>
        {
            Array.Sort(values);
            var expected = MathNet.Numerics.Statistics.Statistics.QuantileCustom(
                values, p, MathNet.Numerics.Statistics.QuantileDefinition.R7);
            return Math.Abs(Quantiles.Of(values, p) - expected) <= 1e-9;
        });

    [Fact]
    public void A_quantile_of_unsorted_values_is_to_the_bit_that_of_the_sorted() =>
        Gen.Select(Gen.OneOf(Gen.Double[-1e3, 1e3], Gen.Int[0, 3].Select(i => (double)i)).Array[1, 60], Gen.Double[0, 1])
            .Sample((values, p) =>
        {
            var sorted = values.Order().ToArray();
            return Quantiles.OfUnsorted(values, p) == Quantiles.Of(sorted, p) && values.Order().SequenceEqual(sorted);
        }, iter: 2_000);

    // Many values are looked for in drawers: evenly spread, mostly equal, spread over hundreds of orders of
    // magnitude, and so near to one another that no drawer can be told from the next.
    [Fact]
    public void Of_many_values_it_is_so_too() =>
        Gen.Select(
            Gen.OneOf(
                Gen.Double[-1e3, 1e3], Gen.Int[0, 2].Select(i => (double)i), Gen.Double[-300, 300].Select(x => Math.Pow(10, x)),
                Gen.Int[0, 3].Select(i => i * double.Epsilon)).Array[256, 700],
            Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(1.0), Gen.Const(0.5))).Sample((values, p) =>
        {
            var sorted = values.Order().ToArray();
            return Quantiles.OfUnsorted(values, p) == Quantiles.Of(sorted, p);
        }, iter: 2_000);

    [Fact]
    public void Of_many_equal_values_it_is_that_value() =>
        Quantiles.OfUnsorted([.. Enumerable.Repeat(7.0, 300)], 0.95).Should().Be(7);

    [Fact]
    public void The_interval_for_the_90_percent_quantile_from_100_values_is_from_the_84th_to_the_96th_and_covers_9557()
    {
        double[] values = [.. Enumerable.Range(1, 100)];
        var interval = Quantiles.Interval(values, 0.9);
        (interval.LowRank, interval.HighRank).Should().Be((84, 96));
        (interval.Low, interval.High).Should().Be((84, 96));
        interval.Coverage.Should().BeApproximately(0.9557, 5e-5);
    }

    [Fact]
    public void The_stated_coverage_is_exact_and_not_below_the_level_for_any_n_up_to_200()
    {
        for (var n = 1; n <= 200; n++)
            foreach (var p in new[] { 0.05, 0.25, 0.5, 0.9, 0.95 })
            {
                var (low, high, coverage) = Quantiles.Ranks(n, p, 0.95);
                // The quantile lies between them when low to high - 1 of the values are below it.
                var exact = Enumerable.Range(low, high - low).Sum(k => Exact.Binomial(n, k, p));
                coverage.Should().BeApproximately(exact, 1e-11, $"n is {n} and p is {p}");
                coverage.Should().BeGreaterThanOrEqualTo(0.95);
                Tail(n, p, 0, low).Should().BeGreaterThan(low < n ? 0.025 : 0, "else a later value would do");
            }
    }

    /// <summary>A rank that is off by one is found: [85, 96] covers 0.936 and [84, 95] 0.922, more than
    /// 4.42 standard errors (0.0091) away.</summary>
    [Fact]
    public void Simulated_coverage_is_the_stated_one()
    {
        var uniforms = new Uniforms(3);
        var covered = Enumerable.Range(0, 10_000).Count(_ =>
        {
            double[] values = [.. Enumerable.Range(0, 100).Select(_ => uniforms.Next())];
            Array.Sort(values);
            var interval = Quantiles.Interval(values, 0.9);
            return interval.Low <= 0.9 && 0.9 <= interval.High;
        });
        (covered / 10_000.0).Should().BeApproximately(0.9557, 4.42 * Math.Sqrt(0.9557 * 0.0443 / 10_000));
    }

    [Fact]
    public void An_end_that_the_sample_is_too_small_for_is_infinite()
    {
        var interval = Quantiles.Interval([1, 2, 3], 0.95);
        interval.High.Should().Be(double.PositiveInfinity);
        interval.HighRank.Should().Be(4);
        Quantiles.Interval([1, 2, 3], 0.05).Low.Should().Be(double.NegativeInfinity);
    }

    [Fact]
    public void A_quantile_of_nothing_or_beyond_0_to_1_is_refused()
    {
        FluentActions.Invoking(() => Quantiles.Of([], 0.5)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quantiles.Of([1], 1.1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Quantiles.Interval([], 0.5)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quantiles.Interval([1], 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static double Tail(int n, double p, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Sum(k => Exact.Binomial(n, k, p));
}
