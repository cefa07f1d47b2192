using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>Plain numbers that may be drawn or unknown.</summary>
public sealed class NumberTests
{
    [Fact]
    public void A_number_in_code_is_a_fixed_number()
    {
        Number whole = 250_000;
        Number broken = 0.5;
        whole.IsFixed.Should().BeTrue();
        whole.SampleWhole(0.3).Should().Be(250_000);
        broken.Sample(0.3).Should().Be(0.5);
        broken.Mean.Should().Be(0.5);
    }

    [Fact]
    public void Ignorance_is_told_from_chance()
    {
        Number.Unknown(1, 3).IsUnknown.Should().BeTrue();
        Number.Uniform(1, 3).IsUnknown.Should().BeFalse();
        Number.Unknown(1, 3).Should().NotBe(Number.Uniform(1, 3)).And.Be(Number.Uniform(1, 3).AsUnknown());
        Number.Unknown(1, 3).Sample(0.25).Should().Be(1.5);
        Number.Unknown(2, 2).Should().Be((Number)2);
    }

    [Theory, InlineData(0.5, 0), InlineData(1.5, 2), InlineData(2.5, 2), InlineData(-2.5, -2), InlineData(2.51, 3)]
    public void A_whole_draw_is_rounded_half_to_even(double value, long whole) =>
        ((Number)value).SampleWhole(0.5).Should().Be(whole);

    [Fact]
    public void A_whole_draw_beyond_64_bits_is_an_error_and_does_not_saturate() =>
        FluentActions.Invoking(() => ((Number)1e19).SampleWhole(0.5)).Should().Throw<OverflowException>()
            .WithMessage("10000000000000000000 gave *within ±9.2e18*");

    [Fact]
    public void What_is_no_number_is_refused() =>
        FluentActions.Invoking(() => (Number)double.NaN).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_number_reads_as_in_the_scenario_language()
    {
        ((Number)250_000).ToString().Should().Be("250000");
        Number.Unknown(230_000, 270_000).ToString().Should().Be("unknown(230000, 270000)");
        Number.Uniform(0.5, 0.9).ToString().Should().Be("uniform(0.5, 0.9)");
    }
}
