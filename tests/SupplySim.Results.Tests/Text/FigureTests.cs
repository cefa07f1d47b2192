using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0.7134, 0.0213, "71 % ±2")]
    [InlineData(0.7134, 0.00213, "71.3 % ±0.2")]
    [InlineData(0.9999, 0.0096, "100 % ±1")]
    [InlineData(0.841841, 0.000009, "84.18 % ±0.01")]
    [InlineData(0.0000841, 0.0000009, "0.00841 % ±0.00009")]
    [InlineData(0.9999997, 0.0000002, "100.0 % ±0.1")]
    [InlineData(1, 0, "100 %")]
    [InlineData(0, 0, "0 %")]
    [InlineData(0.075, 0, "7.5 %")]
    public void A_share_is_a_percentage_with_the_digits_that_its_margin_allows(double share, double half, string shown) =>
        Figure.Of(share, half, Scale.Percent).ToString().Should().Be(shown);

    [Theory]
    [InlineData(1_912_345, 103_000, "1.9 M ±0.1 M")]
    [InlineData(212_345, 41_000, "212,000 ±41,000")]
    [InlineData(4_812, 310, "4,810 ±310")]
    [InlineData(18_979.55, 94.92, "18,980 ±100")]
    [InlineData(189_955.88, 192.9, "190,000 ±200")]
    [InlineData(27_998, 35.5, "28,000 ±40")]
    [InlineData(18_979.55, 90, "18,980 ±90")]
    [InlineData(18_979.55, 0.4, "18,980 ±10")]
    [InlineData(12.34, 0.96, "12 ±1")]
    [InlineData(-3.14159, 0.02, "-3.14 ±0.02")]
    [InlineData(-0.001, 0.5, "0.0 ±0.5")]
    public void A_number_is_scaled_and_rounded_to_its_margin(double value, double half, string shown) =>
        Figure.Of(value, half, Scale.For([value])).ToString().Should().Be(shown);

    [Theory]
    [InlineData(0.3, 0, 0.8, "0.3 [0–0.8]")]
    [InlineData(120_000, 0, 310_000, "120,000 [0–310,000]")]
    [InlineData(1_200_000, 0, 3_100_000, "1 M [0–3 M]")]
    [InlineData(0, 0, 0.4, "0 [0–0.4]")]
    [InlineData(0.63, 0.08, 4.2, "0.6 [0.1–4.2]")]
    [InlineData(120_000, 19_000, 790_000, "120,000 [20,000–790,000]")]
    [InlineData(1_520_000, 19_000, 7_900_000, "2 M [0.02–8 M]")]
    public void An_interval_that_does_not_lie_alike_is_told_by_its_ends(double value, double low, double high, string shown) =>
        Figure.Between(value, low, high, Scale.For([value])).ToString().Should().Be(shown);

    [Theory]
    [InlineData(0.995, 0.97, 1, "99.5 % [97.0–100]")]
    [InlineData(1, 0.34, 1, "100 % [34–100]")]
    [InlineData(0, 0, 0.109, "0 % [0–11]")]
    public void So_is_that_of_a_share(double value, double low, double high, string shown) =>
        Figure.Between(value, low, high, Scale.Percent).ToString().Should().Be(shown);

    [Theory]
    [InlineData(12.34, 0.96, "+12 ±1")]
    [InlineData(-12.34, 0.96, "-12 ±1")]
    [InlineData(0.04, 0.5, "0.0 ±0.5")]
    [InlineData(0, 0, "0")]
    public void A_difference_has_its_sign_where_it_shows(double value, double half, string shown) =>
        Figure.Signed(value, half, Scale.Plain).ToString().Should().Be(shown);

    [Theory]
    [InlineData(4_812, "4,812")]
    [InlineData(0.12345, "0.1235")]
    [InlineData(2.5, "2.5")]
    [InlineData(20, "20")]
    [InlineData(1_234_567, "1.235 M")]
    public void What_is_sure_has_up_to_four_digits_and_no_margin(double value, string shown) =>
        Figure.Of(value, double.NaN, Scale.For([value])).ToString().Should().Be(shown);

    [Theory]
    [InlineData(9.23, "9.2")]
    [InlineData(9.96, "10")]
    [InlineData(33.4, "33")]
    [InlineData(0.0446, "0.045")]
    public void A_quantile_has_two_digits(double value, string shown) => Figure.Seen(value, Scale.Plain).Should().Be(shown);

    [Fact]
    public void What_does_not_exist_is_a_dash()
    {
        Figure.Of(double.NaN, 1, Scale.Plain).ToString().Should().Be("–");
        Figure.Seen(double.NaN, Scale.Plain).Should().Be("–");
    }

    [Fact]
    public void Values_side_by_side_share_one_scale()
    {
        var scale = Scale.For([1_900_000, 212_000, double.NaN, 0]);

        Figure.Of(212_000, 41_000, scale).ToString().Should().Be("0.21 M ±0.04 M");
        Figure.Of(0, 0, scale).ToString().Should().Be("0");
    }
}
