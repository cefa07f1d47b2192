using CsCheck;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public sealed class FromToTests
{
    [Theory]
    [InlineData(105_000, -40_500, 920, "105,000", "64,500", "-40,500 ±920")]
    // 159 to 19 would be 140.
    [InlineData(159.4, -140.8, 12, "159.4", "18.6", "-140.8 ±12.0")]
    [InlineData(159.4, -140.0, 12, "159", "19", "-140 ±12")]
    [InlineData(5_310_000, -4_070_000, 60_000, "5.31 M", "1.24 M", "-4.07 M ±0.06 M")]
    // What is next to nothing in millions is told in ones, as is what it is taken from.
    [InlineData(15_590_120, -4_250, 520, "15,590,120", "15,585,870", "-4,250 ±520")]
    [InlineData(5_083, -5_083, 0, "5,083", "0", "-5,083")]
    [InlineData(123_583, -66_000, double.NaN, "123,583", "57,583", "-66,000")]
    [InlineData(0.25, 0.5, 0, "0.25", "0.75", "+0.5")]
    [InlineData(10, 0, 0, "10", "10", "0")]
    public void Three_figures_agree_as_they_are_shown(double from, double by, double halfWidth, string shown, string to,
        string difference) =>
        Of(from, by, halfWidth).Should().Be(new FromTo(shown, to, difference));

    [Fact]
    public void Shares_differ_by_points() =>
        FromTo.Of(0.7123, 0.2877, 0.0141, Scale.Percent, Scale.Percent with { Suffix = " pt" }).Should()
            .Be(new FromTo("71 %", "100 %", "+29 pt ±1"));

    [Fact]
    public void Whatever_they_are() =>
        Gen.Select(Gen.Double[-999, 999], Gen.Double[-999, 999], Gen.Double[0, 99]).Sample((from, by, halfWidth) =>
        {
            var all = Of(from, by, halfWidth);
            var (a, b, c) = (Number(all.From), Number(all.To), Number(all.By.Split(' ')[0]));
            (a + c).Should().BeApproximately(b, 1e-6);
            // The last digit shown is the most that any is off.
            var last = Math.Max(Math.Max(Last(all.From), Last(all.To)), Last(all.By.Split(' ')[0]));
            a.Should().BeApproximately(from, last);
            b.Should().BeApproximately(from + by, last);
        }, iter: 2_000);

    private static FromTo Of(double from, double by, double halfWidth)
    {
        var scale = Scale.For([from, from + by]);
        return FromTo.Of(from, by, halfWidth, scale, scale);
    }

    private static double Number(string text) => double.Parse(text.Replace(",", ""), System.Globalization.CultureInfo.InvariantCulture);

    private static double Last(string text) =>
        text.Contains('.') ? Math.Pow(10, -(text.Length - 1 - text.IndexOf('.'))) : Math.Pow(10, text.Length - text.TrimEnd('0').Length);
}
