using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupplySim.Experiments;
using SupplySim.Results.Charts;

namespace SupplySim.Results.Tests.Charts;

public sealed class FanChartTests
{
    private static readonly Column Column = new("days-of-supply", "aster", null, null, "d");

    [Fact]
    public void The_median_goes_through_the_middle_of_each_day()
    {
        var svg = Draw([.. Enumerable.Range(0, 10).Select(Band)]);

        Regex.Matches(Line(svg, "median"), "[Ml]").Should().HaveCount(10);
    }

    [Fact]
    public void Days_about_which_no_run_says_anything_leave_a_gap()
    {
        var svg = Draw([Band(0), Band(1), Nothing, Band(3), Band(4)]);

        Regex.Matches(svg, "class=\"l-median\"").Should().HaveCount(2);
        svg.Should().NotContain("NaN");
    }

    [Fact]
    public void A_closure_is_the_darker_the_more_of_the_runs_have_it()
    {
        var svg = Draw([.. Enumerable.Range(0, 6).Select(Band)], shut: [0, 0.04, 0.5, 0.5, 1, 0]);

        Regex.Matches(svg, "f-shut\" fill-opacity=\"([0-9.]+)\"").Select(m => m.Groups[1].Value).Should().Equal("0.04", "0.2", "0.4");
    }

    [Fact]
    public void Its_ids_begin_with_its_own()
    {
        var svg = Draw([Band(0), Band(1)]);

        Regex.Matches(svg, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).Should().OnlyHaveUniqueItems()
            .And.AllSatisfy(id => id.Should().StartWith("fan"));
    }

    [Fact]
    public void It_has_no_colour_of_its_own() =>
        Draw([Band(0), Band(1)], shut: [1, 0]).Should().NotMatchRegex("(#[0-9a-fA-F]{3,8}\\b|rgb|fill=\"(?!none))");

    [Theory]
    [InlineData(7.3, 8)]
    [InlineData(21, 25)]
    [InlineData(0.2, 1.5)]
    [InlineData(98, 100)]
    public void The_upright_axis_ends_at_a_round_value(double greatest, double top) =>
        Steps.Top([1, greatest, double.NaN]).Should().Be(top);

    private static DayBand Nothing => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    private static DayBand Band(int day) => new(10 + day, 5 + day, 8 + day, 10 + day % 3, 12 + day, 15 + day);

    private static string Line(string svg, string role) => Regex.Match(svg, $"class=\"l-{role}\"[^>]* d=\"([^\"]+)\"").Groups[1].Value;

    private static string Draw(ImmutableArray<DayBand> days, double[]? shut = null) => new FanChart
    {
        Id = "fan",
        Band = new(Column, days),
        Top = 25,
        AxisTitle = "days of supply",
        Warning = 7,
        Shut = [.. shut ?? []],
    }.Draw("title", "finding").Text;
}
