using System.Globalization;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Cli.Tests;

/// <summary>A terminal is filled; what goes elsewhere has 80 columns.</summary>
public sealed class ScreenWidthTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData(40, 80)]
    [InlineData(80, 80)]
    [InlineData(100, 100)]
    [InlineData(120, 120)]
    public void A_summary_is_as_wide_as_the_terminal(int terminal, int widest)
    {
        _tool.Runner = (_, _) => SmallExperiment.Result;
        _tool.Width = terminal;
        _tool.RunScenario("--no-report");

        Widest(_tool.Out).Should().BeInRange(widest - 12, widest);
    }

    [Fact]
    public void More_alternatives_stand_side_by_side_in_a_wide_terminal()
    {
        _tool.Runner = (_, _) =>
            SmallExperiment.Result with
            {
                Alternatives = [.. Enumerable.Range(1, 4)
                    .Select(i => SmallExperiment.Result.Alternatives[0] with { Name = $"contested-{i}" })],
            };
        _tool.Width = 120;
        _tool.RunScenario("--no-report");

        _tool.Out.Split('\n').Should().Contain(line => line.Split("contested", StringSplitOptions.None).Length == 5);
    }

    [Fact]
    public void What_is_explained_is_as_wide_as_the_terminal()
    {
        _tool.Width = 120;
        _tool.Run("explain", "SS0401");

        Widest(_tool.Out).Should().BeInRange(100, 120);
    }

    // The last line is a path, which is not broken.
    private static int Widest(string screen) => screen.TrimEnd().Split('\n')
        .Where(line => !line.StartsWith("result  ", StringComparison.Ordinal)).Max(line => new StringInfo(line).LengthInTextElements);
}
