using SupplySim.Quantities;
using SupplySim.Statistics;

namespace SupplySim.Tests.Statistics;

/// <summary>Comparisons of samples that have nothing to do with one another.</summary>
public sealed class UnpairedDifferenceTests
{
    [Fact]
    public void Figures_of_small_samples_are_those_worked_out_by_hand()
    {
        // Means 4 and 1, variances 4 and 1 of 3 and 4 values: squared error 4/3 + 1/4 = 19/12.
        var one = UnpairedDifference.Of([2, 4, 6], [0, 1, 2, 1 + Math.Sqrt(0)], 0.95);
        (one.First, one.Second, one.Difference).Should().Be((3, 4, 3));
        // Variance of the second: (1 + 0 + 1 + 0) / 3 = 2/3; squared error 4/3 + 1/6 = 3/2; freedom 2.25 /
        // (16/18 + 1/108) = 2.504..., so 2.
        one.HalfWidth.Should().BeApproximately(4.302652729749464 * Math.Sqrt(1.5), 1e-9);
        (one.Test, double.IsNaN(one.PValue)).Should().Be((DifferenceTest.TooFew, true));
    }

    // Thirty of each with the same variance 30/29: Welch's freedom is 58 then.
    [Fact]
    public void From_thirty_of_each_on_means_are_judged_by_their_t()
    {
        double[] first = [.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 2.5 : 0.5)],
            second = [.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 2.0 : 0.0)];
        var one = UnpairedDifference.Of(first, second);
        one.PValue.Should().BeApproximately(StudentT.TwoSidedP(0.5 / Math.Sqrt(2.0 / 29), 58), 1e-12);
        UnpairedDifference.Of(first, second.AsSpan(1)).Test.Should().Be(DifferenceTest.TooFew);
    }

    // Three tenths and a tenth and two: without a doubt another number, and the same value.
    [Fact]
    public void What_rounding_leaves_of_two_that_are_the_same_is_no_difference()
    {
        double[] first = [.. Enumerable.Repeat(0.3, 30)], second = [.. Enumerable.Repeat(0.1 + 0.2, 30)];
        var one = UnpairedDifference.Of(first, second);
        (one.Difference, one.HalfWidth, one.PValue, one.Test).Should().Be((0, 0, 1, DifferenceTest.Fisher));
    }

    [Theory]
    [InlineData(5, 5, 1)]
    [InlineData(10, 30, 3)]
    [InlineData(10, 40, 0.2)]
    public void The_interval_covers_at_least_what_it_says_however_unequal_the_two_are(int n, int m, double ratio)
    {
        var law = Distribution.Normal(0, 1);
        var uniforms = new Uniforms(900 + (ulong)n);
        var covered = Enumerable.Range(0, 10_000).Count(_ =>
        {
            var one = UnpairedDifference.Of(
                [.. Enumerable.Range(0, n).Select(_ => 7 + ratio * law.Quantile(uniforms.Next()))],
                [.. Enumerable.Range(0, m).Select(_ => 2 + law.Quantile(uniforms.Next()))]);
            return Math.Abs(one.Difference - 5) <= one.HalfWidth;
        });
        // Freedom is rounded down: it may cover somewhat more.
        (covered / 10_000.0).Should().BeInRange(0.9404, 0.97);
    }

    // What does not vary says the less of what is rare, the fewer there are.
    [Fact]
    public void What_does_not_vary_is_judged_by_how_many_there_are()
    {
        UnpairedDifference.Of([2, 2], [1, 1, 1]).Should()
            .BeEquivalentTo(new { Difference = 1.0, HalfWidth = 0.0, Test = DifferenceTest.TooFew, PValue = double.NaN });
        double[] twos = [.. Enumerable.Repeat(2.0, 30)], threes = [.. Enumerable.Repeat(3.0, 30)];
        UnpairedDifference.Of(twos, threes).Should()
            .BeEquivalentTo(new { Test = DifferenceTest.Fisher, PValue = FisherTest.PValue(30, 30, 0, 30) });
        UnpairedDifference.Of([1, 1], [1, 1, 1]).PValue.Should().Be(1);
        UnpairedDifference.Of([2], [1, 1, 1], isSettled: true).Should()
            .BeEquivalentTo(new { PValue = 0.0, HalfWidth = 0.0, Test = DifferenceTest.None });
    }

    [Fact]
    public void Shares_are_judged_by_the_exact_test() =>
        UnpairedDifference.Of([1, 1, 1, 0], [0, 0, 0, 1]).PValue.Should().Be(FisherTest.PValue(3, 4, 1, 4));

    [Fact]
    public void One_value_has_no_spread() => double.IsNaN(UnpairedDifference.Of([2], [1, 2, 3]).HalfWidth).Should().BeTrue();

    [Fact]
    public void Nothing_cannot_be_compared()
    {
        var compare = () => UnpairedDifference.Of([], [1]);
        compare.Should().Throw<ArgumentException>().WithMessage("*at least one value*");
    }

    // The square of a spread of 1e300 is no number, and the square of that square is none much earlier.
    [Fact]
    public void Very_large_and_very_small_values_are_no_trouble()
    {
        UnpairedDifference Times(double scale) => UnpairedDifference.Of(
            [.. Enumerable.Range(0, 30).Select(i => (i % 2 + 3) * scale)], [.. Enumerable.Range(0, 40).Select(i => i % 2 * scale)]);

        foreach (var scale in new[] { 1e100, 1e-100 })
        {
            Times(scale).PValue.Should().BeApproximately(Times(1).PValue, 1e-12);
            (Times(scale).HalfWidth / scale).Should().BeApproximately(Times(1).HalfWidth, 1e-12);
        }
        (double.IsNaN(Times(1e300).HalfWidth), double.IsNaN(Times(1e300).PValue)).Should().Be((true, true));
    }
}
