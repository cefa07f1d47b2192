using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

public sealed class RatioTests
{
    [Theory]
    [InlineData(6, 4, 3, 2)]
    [InlineData(1, 7, 1, 7)]
    [InlineData(0, 12, 0, 12)]
    public void A_ratio_is_put_in_lowest_terms(int above, int below, long first, long second) =>
        Ratio.Lowest(above, below).Should().Be((first, second));

    // 7 x 10^18 over 3 x 10^19, without common divisor when one is added to each: halved twice, as the
    // greater does not fit below 9.2 x 10^18.
    [Fact]
    public void What_does_not_fit_is_put_just_below()
    {
        var (above, below) = ((Int128)7 * 1_000_000_000_000_000_000 + 1, (Int128)3 * 10_000_000_000_000_000_000 + 1);
        var (first, second) = Ratio.Lowest(above, below);
        ((Int128)first * below).Should().BeLessThanOrEqualTo((Int128)second * above);
        ((double)first / second).Should().BeApproximately(7.0 / 30, 1e-15);
        second.Should().Be(7_500_000_000_000_000_001);
    }
}
