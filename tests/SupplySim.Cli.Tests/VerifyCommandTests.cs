using SupplySim.Experiments;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };
    private readonly string _result;

    public VerifyCommandTests()
    {
        _result = Path.Combine(_tool.Folder, "result");
        _tool.Run("run", Path.Combine(DataFolder.Checkout(), "examples", "second-front", "second-front.supply.yaml"), "-n", "4", "--out",
            _result, "-q");
    }

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void A_result_comes_out_the_same_whatever_the_workers(string jobs)
    {
        Verify(_result, "--jobs", jobs).Should().Be(ExitCode.Done);
        Lines.Should()
            .MatchRegex("^The same: 8 files, byte by byte; fingerprint [0-9a-f]{16}\\. Run again: 4 runs of each alternative with seed "
                + "20171026, by SupplySim");
    }

    [Fact]
    public void A_result_without_a_report_is_held_against_one_without()
    {
        var bare = Path.Combine(_tool.Folder, "bare");
        _tool.Run("run", Path.Combine(DataFolder.Checkout(), "examples", "second-front", "second-front.supply.yaml"), "-n", "2",
            "--no-report", "--out", bare, "-q");
        Verify(bare).Should().Be(ExitCode.Done);
        Lines.Should().StartWith("The same: 7 files");
    }

    [Fact]
    public void Runs_that_come_out_otherwise_are_told()
    {
        _tool.Runner = (scenario, options) => Experiment.Run(scenario, options with { Seed = 7 });
        Verify(_result).Should().Be(ExitCode.GoalMissed);
        Lines.Should()
            .MatchRegex("^The runs came out otherwise: fingerprint [0-9a-f]{16} in place of [0-9a-f]{16}; [2-8] of 8 files differ\\.");
    }

    [Fact]
    public void A_file_that_comes_out_otherwise_is_named()
    {
        _tool.Runner = (scenario, options) => Experiment.Run(scenario, options) with { Scenario = scenario with { Title = "Another" } };
        Verify(_result).Should().Be(ExitCode.GoalMissed);
        Lines.Should().StartWith("The runs came out the same, fingerprint ").And.Contain("and files do not: report.html, summary.json");
    }

    [Fact]
    public void What_somebody_has_changed_is_not_verified()
    {
        File.AppendAllText(Path.Combine(_result, "measures.csv"), "\n");
        Verify(_result).Should().Be(ExitCode.InputOutput);
        _tool.Error.Should().Contain("'measures.csv' in").And.Contain("is not as it was written");
    }

    [Fact]
    public void What_was_stopped_is_not_verified()
    {
        var stopped = Path.Combine(_tool.Folder, "stopped");
        _tool.Runner = (scenario, options) =>
            Experiment.Run(scenario, options with { Runs = 2 }) with { RunsPlanned = 4, Ended = ExperimentEnd.Cancelled };
        _tool.Run("run", Path.Combine(DataFolder.Checkout(), "examples", "second-front", "second-front.supply.yaml"), "-n", "4", "--out",
            stopped, "-q");
        Verify(stopped).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain("was stopped after 2 of 4 runs");
    }

    [Fact]
    public void What_is_no_result_is_told() => Verify(_tool.Folder).Should().Be(ExitCode.Wrong);

    private string Lines => _tool.Out[_verified..].ReplaceLineEndings(" ");

    private int _verified;

    private ExitCode Verify(params string[] arguments)
    {
        _verified = _tool.Out.Length;
        return _tool.Run(["verify", .. arguments]);
    }
}
