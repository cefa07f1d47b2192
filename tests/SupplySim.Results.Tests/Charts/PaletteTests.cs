using SupplySim.Results.Charts;

namespace SupplySim.Results.Tests.Charts;

public sealed class PaletteTests
{
    public static TheoryData<string, string, double> Demands =>
        new(Palette.Demands.Select(d => new TheoryDataRow<string, string, double>(d.Role, d.Against, d.Ratio)));

    [Theory]
    [MemberData(nameof(Demands))]
    public void Each_colour_stands_out_from_what_it_is_seen_against(string role, string against, double ratio)
    {
        var (one, other) = (Shade(role), Shade(against));

        Palette.Contrast(one.Light, other.Light).Should().BeGreaterThanOrEqualTo(ratio, "on light paper");
        Palette.Contrast(one.Dark, other.Dark).Should().BeGreaterThanOrEqualTo(ratio, "on dark paper");
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#0072b2", "#ffffff", 5.19)]
    [InlineData("#f0e442", "#ffffff", 1.32)]
    public void The_contrast_is_that_of_the_published_formula(string one, string other, double ratio) =>
        Palette.Contrast(one, other).Should().BeApproximately(ratio, 0.005);

    [Fact]
    public void Each_role_comes_once() => Palette.Shades.Select(s => s.Role).Should().OnlyHaveUniqueItems();

    private static Shade Shade(string role) => Palette.Shades.Single(s => s.Role == role);
}
