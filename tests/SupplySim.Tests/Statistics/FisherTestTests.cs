using SupplySim.Statistics;

namespace SupplySim.Tests.Statistics;

public sealed class FisherTestTests
{
    // The lady tasting tea: of 70 ways to choose four cups of eight 1, 16, 36, 16 and 1 have 4, 3, 2, 1 and 0 right (Fisher 1935).
    [Theory]
    [InlineData(4, 4, 0, 4, 2 / 70.0)]
    [InlineData(3, 4, 1, 4, 34 / 70.0)]
    [InlineData(2, 4, 2, 4, 1)]
    [InlineData(0, 5, 0, 9, 1)]
    [InlineData(0, 0, 0, 0, 1)]
    public void Small_tables_are_those_worked_out_by_hand(int first, int ofFirst, int second, int ofSecond, double p) =>
        FisherTest.PValue(first, ofFirst, second, ofSecond).Should().BeApproximately(p, 1e-12);

    /// <summary>Counted out for samples of up to eight, at seven probabilities: never more often wrong than the level says.</summary>
    [Fact]
    public void It_is_never_surer_than_its_level_says()
    {
        foreach (var chance in (double[])[0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95])
            for (var n = 1; n <= 8; n++)
                for (var m = n; m <= 8; m++)
                    Wrong(n, m, chance).Should().BeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void Many_runs_are_no_trouble() => FisherTest.PValue(5_000, 10_000, 5_200, 10_000).Should().BeApproximately(0.0049, 0.0003);

    [Fact]
    public void More_than_there_are_runs_is_refused() =>
        FluentActions.Invoking(() => FisherTest.PValue(5, 4, 0, 4)).Should().Throw<ArgumentOutOfRangeException>();

    private static double Wrong(int n, int m, double chance) => Enumerable.Range(0, n + 1).Sum(first => Enumerable.Range(0, m + 1)
        .Where(second => FisherTest.PValue(first, n, second, m) <= 0.05).Sum(second => Of(first, n, chance) * Of(second, m, chance)));

    private static double Of(int k, int n, double chance) => MathNet.Numerics.Distributions.Binomial.PMF(chance, n, k);
}
