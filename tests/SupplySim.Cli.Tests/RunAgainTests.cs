using SupplySim.Experiments;
using SupplySim.Results.Keeping;

namespace SupplySim.Cli.Tests;

/// <summary>A command that is given again: with fewer runs, after it was stopped, or beside a result that was left.</summary>
public sealed class RunAgainTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    /// <summary>Asking for fewer runs is no wish to have a finished report made smaller.</summary>
    [Theory]
    [InlineData("run", "summary.json")]
    [InlineData("rank", "rank.json")]
    [InlineData("helps", "helps.json")]
    public void A_finished_result_is_not_replaced_by_a_smaller_one(string verb, string document)
    {
        _tool.Runner = (scenario, options) => Experiment.Run(scenario, options);
        var folder = Path.Combine(_tool.Folder, "out");
        _tool.Run(verb, ToolRun.Scenario, "--out", folder, "-n", "5", "-q").Should().Be(ExitCode.Done, _tool.Error);
        var before = File.ReadAllBytes(Path.Combine(folder, document));

        using var fewer = new ToolRun { Runner = _tool.Runner };
        fewer.Run(verb, ToolRun.Scenario, "--out", folder, "-n", "3").Should().Be(ExitCode.Wrong);
        fewer.Error.Should()
            .Be($"error: '{folder}' holds a finished result of 5 runs, and 3 are asked for: it would be replaced by a smaller one. Ask for "
                + $"--runs 5 or more, "
            + "which runs none again; for one of 3, choose another folder, and copy experiment.db into it to run none again there "
            + "either.\n");
        fewer.Run(verb, ToolRun.Scenario, "--out", folder).Should().Be(ExitCode.Wrong, "the scenario says one run");
        fewer.Error.Should().Contain("1 are asked for, as the scenario says: it would be");
        File.ReadAllBytes(Path.Combine(folder, document)).Should().Equal(before);

        var other = Path.Combine(_tool.Folder, "other");
        Directory.CreateDirectory(other);
        File.Copy(Path.Combine(folder, "experiment.db"), Path.Combine(other, "experiment.db"));
        fewer.Run(verb, ToolRun.Scenario, "--out", other, "-n", "3").Should().Be(ExitCode.Done);
        fewer.Error.Should().MatchRegex("the others stay in|runs are there; it goes on from them");
        using var more = new ToolRun { Runner = _tool.Runner };
        more.Run(verb, ToolRun.Scenario, "--out", folder, "-n", "6", "-q").Should().Be(ExitCode.Done, more.Error);
    }

    [Fact]
    public void What_was_stopped_may_be_ended_with_fewer()
    {
        var folder = Path.Combine(_tool.Folder, "out");
        _tool.Runner = (scenario, options) =>
        {
            using var stop = new CancellationTokenSource();
            return Experiment.Run(scenario, options with { Workers = 1, Progress = new After(4, stop) }, stop.Token);
        };
        _tool.Run("run", ToolRun.Scenario, "--out", folder, "-n", "9", "-q").Should().Be(ExitCode.Done);
        File.ReadAllText(Path.Combine(folder, "summary.json")).Should().Contain("\"cancelled\"");

        using var fewer = new ToolRun { Runner = (scenario, options) => Experiment.Run(scenario, options) };
        fewer.Run("run", ToolRun.Scenario, "--out", folder, "-n", "2").Should().Be(ExitCode.Done);
        fewer.Error.Should().Contain("4 replications are there; the result is of the first 2, the others stay in");
    }

    /// <summary>What was stopped and forgotten is told beside, unless somebody is at work on it; it is never touched.</summary>
    [Fact]
    public void What_was_not_ended_beside_a_new_result_is_told()
    {
        _tool.Runner = (scenario, options) =>
        {
            using var stop = new CancellationTokenSource();
            return Experiment.Run(scenario, options with { Workers = 1, Progress = new After(4, stop) }, stop.Token);
        };
        _tool.Run("run", ToolRun.Scenario, "-n", "9", "--seed", "3", "-q");
        var stopped = Directory.GetDirectories(Path.Combine(_tool.Results, "corridor-by-hand")).Single();

        using (var held = new ExperimentFile(Path.Combine(stopped, "experiment.db")))
        {
            held.Begin(ExperimentIdentity.Of(Scenarios.ScenarioFile.Read(ToolRun.Scenario), 3));
            Told("4").Should().BeEmpty("somebody is at work on it");
        }
        Told("5").Should()
            .Be($"note: not ended, and nobody is at work on it: {stopped} (4 runs); the command that began it goes on there, and what is "
                + $"not wanted may be deleted\n");
        Directory.Exists(stopped).Should().BeTrue();

        string Told(string seed)
        {
            using var tool = new ToolRun { Runner = (scenario, options) => Experiment.Run(scenario, options) };
            tool.Environment["SUPPLYSIM_OUT"] = _tool.Results;
            tool.Run("run", ToolRun.Scenario, "--seed", seed).Should().Be(ExitCode.Done);
            return tool.Error;
        }
    }

    private sealed class After(int runs, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.RunsDone == runs) stop.Cancel();
        }
    }
}
