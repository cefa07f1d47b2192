using SupplySim.Scenarios.Tests.Support;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Values;

/// <summary>A share of something, or an amount of it.</summary>
public class PortionTests
{
    [Theory]
    [InlineData("30 %", "30 %")]
    [InlineData("0.3", "30 %")]
    [InlineData("100 %", "100 %")]
    [InlineData("20 t", "20 t")]
    [InlineData("500 l", "500 l")]
    [InlineData("3", "3")]
    [InlineData("uniform(10 %, 40 %)", "uniform(0.1, 0.4)")]
    [InlineData("unknown(10 %, 40 %)", "unknown(0.1, 0.4)")]
    [InlineData("uniform(10 t, 40 t)", "uniform(10 t, 40 t)")]
    public void Shares_and_amounts_are_read(string text, string written) =>
        ReadOne.Value(Kinds.Portion, text).ToString().Should().Be(written);

    [Theory]
    [InlineData("130 %", "SS0306", 1)]
    [InlineData("-5 %", "SS0306", 1)]
    [InlineData("1.5", "SS0307", 1)]
    [InlineData("5 d", "SS0303", 1)]
    [InlineData("all", "SS0302", 1)]
    [InlineData("uniform(10 %, 20 t)", "SS0303", 15)]
    public void What_is_neither_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.Portion, text).Should().Be((code, column));
}
