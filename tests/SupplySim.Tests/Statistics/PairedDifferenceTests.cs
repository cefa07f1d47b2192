using SupplySim.Quantities;
using SupplySim.Statistics;

namespace SupplySim.Tests.Statistics;

/// <summary>Comparisons run by run.</summary>
public sealed class PairedDifferenceTests
{
    [Fact]
    public void Figures_of_a_small_sample_are_those_worked_out_by_hand()
    {
        var paired = PairedDifference.Of([11, 13, 18], [10, 10, 13]);
        (paired.N, paired.Difference, paired.Level).Should().Be((3, 3, 0.95));
        // Differences 1, 3, 5 have variance 4; the values have 13 and 3. t = 3 / (2 / √3), two degrees of freedom.
        paired.HalfWidth.Should().BeApproximately(4.302652729749464 * 2 / Math.Sqrt(3), 1e-9);
        paired.VarianceRatio.Should().BeApproximately(4, 1e-12);
        (paired.Test, paired.SignificantlyDifferent).Should().Be((DifferenceTest.TooFew, false));
        paired.PValue.Should().Be(double.NaN);
    }

    /// <summary>Fifteen differences of 1 and as many of -0.5: mean 0.25, variance 15 (0.75² + 0.75²) / 29.</summary>
    [Fact]
    public void From_thirty_pairs_on_the_mean_is_judged_by_its_t()
    {
        double[] first = [.. Enumerable.Range(0, 30).Select(i => i + (i % 2 == 0 ? 1 : -0.5))],
            second = [.. Enumerable.Range(0, 30).Select(i => (double)i)];
        var paired = PairedDifference.Of(first, second);
        (paired.Test, paired.Difference).Should().Be((DifferenceTest.Student, 0.25));
        paired.PValue.Should().BeApproximately(StudentT.TwoSidedP(0.25 / Math.Sqrt(16.875 / 29 / 30), 29), 1e-12);
        PairedDifference.Of(first.AsSpan(1), second.AsSpan(1)).Test.Should().Be(DifferenceTest.TooFew);
    }

    [Fact]
    public void A_difference_is_significant_exactly_when_its_interval_leaves_zero_out_and_p_is_below_what_the_level_leaves()
    {
        var uniforms = new Uniforms(8);
        for (var i = 0; i < 500; i++)
        {
            double[] first = [.. Enumerable.Range(0, FewestRuns.ForAMean).Select(_ => uniforms.Next())];
            double[] second = [.. first.Select(x => x + uniforms.Next() - 0.5 - i / 1000.0)];
            var paired = PairedDifference.Of(first, second);
            paired.SignificantlyDifferent.Should().Be(paired.PValue < 0.05);
            paired.SignificantlyDifferent.Should().Be(
                paired.Difference - paired.HalfWidth > 0 || paired.Difference + paired.HalfWidth < 0);
        }
    }

    /// <summary>The band is 4.42 standard errors of 10,000 intervals: dividing by n, or the normal
    /// quantile, is found (0.879 and 0.931 at n = 5), and so is a variance that leaves the dependence out (it covers always).</summary>
    [Theory, InlineData(5), InlineData(10)]
    public void The_interval_of_the_difference_covers_95_percent_however_the_two_depend_on_each_other(int n)
    {
        var law = Distribution.Normal(0, 1);
        var uniforms = new Uniforms(40 + (ulong)n);
        var covered = Enumerable.Range(0, 10_000).Count(_ =>
        {
            double[] common = [.. Enumerable.Range(0, n).Select(_ => 10 * law.Quantile(uniforms.Next()))];
            var paired = PairedDifference.Of(
                [.. common.Select(x => x + law.Quantile(uniforms.Next()) + 3)],
                [.. common.Select(x => x + law.Quantile(uniforms.Next()))]);
            return Math.Abs(paired.Difference - 3) <= paired.HalfWidth;
        });
        (covered / 10_000.0).Should().BeInRange(0.9404, 0.9596);
    }

    [Fact]
    public void Common_random_numbers_show_in_the_variance_ratio()
    {
        var uniforms = new Uniforms(12);
        double[] first = [.. Enumerable.Range(0, 4000).Select(_ => uniforms.Next())];
        double[] second = [.. first.Select(x => x + 0.1 * uniforms.Next())];
        double[] apart = [.. first.Select(_ => uniforms.Next())];
        // Var x = 1/12 and var of a tenth of it 1/1200: (2/12 + 1/1200) / (1/1200) = 201.
        PairedDifference.Of(first, second).VarianceRatio.Should().BeInRange(190, 212);
        PairedDifference.Of(first, apart).VarianceRatio.Should().BeInRange(0.93, 1.07);
    }

    [Fact]
    public void Equal_runs_do_not_differ()
    {
        var equal = PairedDifference.Of([1, 2, 3], [1, 2, 3]);
        (equal.Difference, equal.HalfWidth, equal.PValue, equal.SignificantlyDifferent).Should().Be((0, 0, 1, false));
        equal.VarianceRatio.Should().Be(double.NaN);
    }

    // Coins that fall alike say nothing of what is rare: a flood in one run of ten is not in six pairs more often than not.
    [Theory]
    [InlineData(6, DifferenceTest.TooFew, false)]
    [InlineData(29, DifferenceTest.TooFew, false)]
    [InlineData(30, DifferenceTest.Sign, true)]
    public void Pairs_that_all_differ_alike_are_judged_by_how_many_there_are(int pairs, DifferenceTest test, bool isSure)
    {
        double[] second = [.. Enumerable.Range(0, pairs).Select(i => Math.Sqrt(i))];
        var constant = PairedDifference.Of([.. second.Select(x => x + 0.1)], second); // but for what rounding leaves
        (constant.Test, constant.SignificantlyDifferent, double.IsNaN(constant.PValue)).Should().Be((test, isSure, !isSure));
        if (isSure) constant.PValue.Should().BeApproximately(Math.Pow(2, -29), 1e-14);
        constant.Difference.Should().BeApproximately(0.1, 1e-15);
    }

    [Fact]
    public void Where_nothing_is_random_one_pair_is_sure()
    {
        var one = PairedDifference.Of([2], [1], isSettled: true);
        (one.Test, one.PValue, one.HalfWidth, one.SignificantlyDifferent).Should().Be((DifferenceTest.None, 0, 0, true));
        var settled = PairedDifference.Of([2, 2], [1, 1], isSettled: true);
        (settled.Test, settled.PValue, settled.SignificantlyDifferent).Should().Be((DifferenceTest.None, 0, true));
        PairedDifference.Of([1, 1], [1, 1], isSettled: true).PValue.Should().Be(1);
    }

    // In four runs of the first alone, in one of the second alone: 2 (1 + 5) / 32.
    [Fact]
    public void Shares_are_judged_by_the_pairs_that_differ()
    {
        var shares = PairedDifference.Of([1, 1, 1, 1, 0, 1, 0, 0], [0, 0, 0, 0, 1, 1, 0, 0]);
        shares.Test.Should().Be(DifferenceTest.Sign);
        shares.PValue.Should().BeApproximately(0.375, 1e-14);
    }

    [Fact]
    public void What_rounding_leaves_is_no_difference()
    {
        double[] first = [0.1 + 0.2, 0.7 + 0.1, 0.3], second = [0.3, 0.8, 0.3];
        first.Should().NotEqual(second);
        var dust = PairedDifference.Of(first, second);
        (dust.Difference, dust.HalfWidth, dust.PValue).Should().Be((0, 0, 1));
    }

    [Fact]
    public void One_pair_shows_nothing()
    {
        var one = PairedDifference.Of([5], [1]);
        (one.Difference, one.SignificantlyDifferent).Should().Be((4, false));
        (double.IsNaN(one.HalfWidth) && double.IsNaN(one.PValue) && double.IsNaN(one.VarianceRatio)).Should().BeTrue();
    }

    [Fact]
    public void Values_without_a_partner_or_without_a_number_are_refused()
    {
        FluentActions.Invoking(() => PairedDifference.Of([1, 2], [1])).Should().Throw<ArgumentException>()
            .WithMessage("2 values against 1*");
        FluentActions.Invoking(() => PairedDifference.Of([], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PairedDifference.Of([1], [double.NaN])).Should().Throw<ArgumentException>()
            .WithMessage("value 0 of 1 is NaN*");
    }
}
