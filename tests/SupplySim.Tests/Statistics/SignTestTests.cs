using SupplySim.Statistics;

namespace SupplySim.Tests.Statistics;

public sealed class SignTestTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(2, 0, 0.5)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(3, 3, 1)]
    [InlineData(1, 4, 0.375)] // 2 (1 + 5) / 32
    public void Small_splits_are_those_worked_out_by_hand(int first, int second, double p) =>
        SignTest.PValue(first, second).Should().BeApproximately(p, 1e-14);

    /// <summary>Counted out for every split of up to forty pairs: never more often wrong than the level says.</summary>
    [Fact]
    public void It_is_never_surer_than_its_level_says()
    {
        for (var pairs = 1; pairs <= 40; pairs++)
        {
            double wrong = 0, probability = Math.Pow(0.5, pairs);
            for (var first = 0; first <= pairs; first++)
            {
                if (SignTest.PValue(first, pairs - first) <= 0.05) wrong += probability;
                probability *= (pairs - first) / (first + 1.0);
            }
            wrong.Should().BeLessThanOrEqualTo(0.05);
        }
    }

    [Fact]
    public void Many_pairs_are_no_trouble() => SignTest.PValue(50_000, 51_000).Should().BeApproximately(0.00165, 0.00005);
}
