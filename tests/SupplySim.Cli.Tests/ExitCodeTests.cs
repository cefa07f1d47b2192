using SupplySim.Audits;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Cli.Tests;

public sealed class ExitCodeTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_run_that_meets_its_goals_ends_with_0() => _tool.RunScenario().Should().Be(ExitCode.Done);

    [Fact]
    public void A_missed_goal_of_the_first_alternative_ends_with_3()
    {
        _tool.Runner = (_, _) => SmallExperiment.Result;

        _tool.RunScenario().Should().Be(ExitCode.GoalMissed);
        _tool.Out.Should().Contain("Goal:   hungry < 20 000 in 90 % of runs: missed in contested (7.5 % of runs);");
    }

    [Fact]
    public void A_goal_missed_only_by_another_alternative_does_not_count()
    {
        var result = SmallExperiment.Result;
        _tool.Runner = (_, _) => result with { Alternatives = [result.Alternatives[1], result.Alternatives[0]] };

        _tool.RunScenario().Should().Be(ExitCode.Done);
    }

    [Theory]
    [InlineData("there is no option '--colour'; there are --runs, --seed", "compare", "one", "--colour", "red")]
    [InlineData("there is no option '--colour'; there are --runs, --seed", "compare", "--colour=red", "one", "other")]
    [InlineData("there is no option '--colour'; there are --runs, --seed", "run", "a.yaml", "--colour")]
    [InlineData("there is no option '-q'; there are --set, --inert, --runs", "check", "-q", "a.yaml")]
    [InlineData("to run that file, write `supplysim run my.yaml`", "my.yaml", "-n", "3")]
    [InlineData("there is no command 'comprae'; there are new, run, compare, rank, helps, sweep, why, verify, check, explain, schema: did "
        + "you mean `supplysim compare`?", "comprae", "one")]
    public void What_was_meant_is_told_where_it_can_be_guessed(string said, params string[] arguments)
    {
        _tool.Run(arguments).Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain(said).And.NotContain("no folder");
    }

    [Theory]
    [InlineData()]
    [InlineData("simulate")]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("run", "a.yaml", "--colour")]
    [InlineData("run", "a.yaml", "--runs", "0")]
    [InlineData("run", "a.yaml", "--runs", "many")]
    [InlineData("run", "a.yaml", "--runs", "2147483647")]
    [InlineData("run", "a.yaml", "--runs", "1e3")]
    [InlineData("run", "a.yaml", "--jobs", "-1")]
    [InlineData("run", "a.yaml", "--seed", "-1")]
    [InlineData("run", "a.yaml", "--seed", "18446744073709551616")]
    [InlineData("run", "a.yaml", "b.yaml")]
    [InlineData("run", "a.yaml", "--out", "")]
    [InlineData("compare")]
    [InlineData("run", "a.yaml", "--set")]
    public void A_command_that_cannot_be_understood_ends_with_2_and_says_why(params string[] arguments)
    {
        _tool.Run(arguments).Should().Be(ExitCode.Wrong);

        _tool.Out.Should().BeEmpty();
        _tool.Error.Should().StartWith("error: ").And.Contain("--help");
        _tool.Asked.Should().BeNull("nothing was run");
    }

    [Fact]
    public void A_scenario_with_a_mistake_ends_with_2_and_is_told_where()
    {
        var file = _tool.File("bad.supply.yaml", "supplysim: 1\ntitel: X\n");

        _tool.Run("run", file).Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain("bad.supply.yaml:2:1").And.Contain("Nothing was run. `supplysim explain SS");
        _tool.Asked.Should().BeNull();
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_2()
    {
        _tool.Run("run", Path.Combine(_tool.Folder, "nowhere.supply.yaml")).Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain("nowhere.supply.yaml");
    }

    [Fact]
    public void A_result_that_cannot_be_written_ends_with_4_and_is_printed_all_the_same()
    {
        InTheWay(ToolRun.WithoutGoals(SmallExperiment.Result));

        _tool.Run("run", ToolRun.Scenario, "--out", _tool.Results).Should().Be(ExitCode.InputOutput);

        _tool.Error.Should().Contain("cannot write the result to").And.Contain(_tool.Results);
        _tool.Out.Should().Contain("need met, camps").And.NotContain("report  ");
    }

    [Fact]
    public void What_could_not_be_written_counts_more_than_a_missed_goal()
    {
        InTheWay(SmallExperiment.Result);

        _tool.Run("run", ToolRun.Scenario, "--out", _tool.Results).Should().Be(ExitCode.InputOutput);
    }

    [Fact]
    public void A_folder_that_is_a_file_ends_with_4_before_anything_is_run()
    {
        _tool.Run("run", ToolRun.Scenario, "--out", _tool.File("taken", "")).Should().Be(ExitCode.InputOutput);

        _tool.Error.Should().Contain("cannot write the result to").And.Contain("taken");
        _tool.Asked.Should().BeNull();
    }

    // While it runs, somebody makes a folder where the summary is to lie.
    private void InTheWay(ExperimentResult result) => _tool.Runner = (_, _) =>
    {
        Directory.CreateDirectory(Path.Combine(_tool.Results, "summary.json"));
        return result;
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_full_disk_behind_stdout_ends_with_4_and_is_no_defect(bool errorIsFullToo)
    {
        _tool.RedirectTo(new FullDisk(), errorIsFullToo ? new FullDisk() : null);

        _tool.RunScenario().Should().Be(ExitCode.InputOutput);

        _tool.Error.Should().NotContain("defect");
        if (!errorIsFullToo) _tool.Error.Should().Be("error: cannot write what there is to say: no space left\n");
    }

    [Fact]
    public void Ctrl_C_ends_with_130_and_keeps_what_was_done()
    {
        _tool.Runner = (_, _) =>
        {
            _tool.Stop();
            return SmallExperiment.Result with { RunsPlanned = 200, Ended = ExperimentEnd.Cancelled };
        };

        _tool.RunScenario().Should().Be(ExitCode.Stopped);

        _tool.Out.Should().Contain("40 of 200 runs");
        _tool.Error.Should().Contain("40 of 200 runs of each alternative were finished and are kept");
        Directory.GetFiles(_tool.Results, "report.html", SearchOption.AllDirectories).Should().ContainSingle();
    }

    [Fact]
    public void An_experiment_that_knows_enough_is_done_and_not_stopped()
    {
        _tool.Runner = (_, _) => ToolRun.WithoutGoals(SmallExperiment.Result) with { RunsPlanned = 200, Ended = ExperimentEnd.HalfWidth };

        _tool.RunScenario().Should().Be(ExitCode.Done);

        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void Ctrl_C_before_the_first_run_has_ended_keeps_nothing_and_says_so()
    {
        _tool.Runner = (scenario, options) =>
        {
            _tool.Stop();
            return Experiment.Run(scenario, options, new CancellationToken(canceled: true));
        };

        _tool.RunScenario().Should().Be(ExitCode.Stopped);

        _tool.Error.Should().StartWith("error: stopped before there was a run of everything");
        Directory.GetFiles(_tool.Results, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public void Too_late_a_Ctrl_C_changes_nothing()
    {
        _tool.Runner = (_, _) =>
        {
            _tool.Stop();
            return ToolRun.WithoutGoals(SmallExperiment.Result);
        };

        _tool.RunScenario().Should().Be(ExitCode.Done);
    }

    [Fact]
    public void A_defect_ends_with_1_and_asks_for_a_report()
    {
        _tool.Runner = (_, _) => throw new InvalidOperationException("the queue lost an event");

        _tool.RunScenario().Should().Be(ExitCode.Defect);

        _tool.Error.Should().Contain("a defect in SupplySim").And.Contain("Please report it").And.Contain("the queue lost an event");
        _tool.Out.Should().BeEmpty();
    }

    [Fact]
    public void What_an_audit_finds_is_a_defect_with_its_place_both_numbers_and_the_way_to_see_it_again()
    {
        var goods = Invariants.All.Single(invariant => invariant.Id == "G3");
        _tool.Runner = (_, _) => throw new InvariantBrokenException(
            goods, SimTime.Day(3), 17, 4, "event 812, process 'trucks 3 to camp'", "food", 11_999_999, 12_000_000);

        _tool.RunScenario("--audit").Should().Be(ExitCode.Defect);

        _tool.Error.Should().Contain("a defect in SupplySim").And.Contain("G3 is broken day 3 00:00:00").And.Contain(goods.Sentence)
            .And.Contain("process 'trucks 3 to camp'").And.Contain("food: counted 11,999,999, and it should be 12,000,000")
            .And.Contain($"To see it again: supplysim run {ToolRun.Scenario} --runs 5 --seed 17 --audit");
        _tool.Out.Should().BeEmpty();
    }

    [Fact]
    public void A_run_that_fails_ends_with_5_and_tells_what_failed()
    {
        _tool.Runner = (_, _) => throw Failure();

        _tool.RunScenario().Should().Be(ExitCode.RunFailed);

        _tool.Error.Should().StartWith("error: ").And.Contain("on purpose").And.NotContain("defect")
            .And.Contain($"To see it again: supplysim run {ToolRun.Scenario} --runs 1 --seed 1\n");
    }

    [Fact]
    public void Runs_that_failed_are_told_with_the_way_to_see_them_and_end_with_5_whatever_the_goals()
    {
        _tool.Runner = (_, _) => SmallExperiment.Result with
        {
            Runs = 38, RunsPlanned = 40, Failures = [new("contested", 3, "day 2 00:00:00: it broke"), new("quiet", 17, "it broke again")],
        };

        _tool.RunScenario().Should().Be(ExitCode.RunFailed);

        _tool.Error.Should().Be($"""
            error: day 2 00:00:00: it broke
            To see it again: supplysim run {ToolRun.Scenario} --runs 4 --seed 20200301
            error: it broke again
            To see it again: supplysim run {ToolRun.Scenario} --runs 18 --seed 20200301

            """);
        _tool.Out.Should().Contain("Failed: 2 replications of 40 failed and are left out of all alternatives;").And
            .Contain("no intervals: runs have failed");
        var folder = Directory.GetDirectories(Path.Combine(_tool.Results, "corridor-by-hand")).Single();
        Path.GetFileName(folder).Should().StartWith("unfinished-");
        var summary = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")))!;
        summary["ended"]!.GetValue<string>().Should().Be("incomplete");
        summary["failures"]![1]!["command"]!.GetValue<string>().Should()
            .Be("supplysim run corridor-by-hand.supply.yaml --runs 18 --seed 20200301");
        File.ReadAllText(Path.Combine(folder, "report.html")).Should().Contain("<strong>INCOMPLETE.</strong>");
    }

    /// <summary>A failure as the engine makes it: a process that throws.</summary>
    private static SimulationFailedException Failure()
    {
        var simulation = new Simulation(seed: 1, replication: 0);
        simulation.Start(Failing(simulation));
        try
        {
            simulation.RunUntil(SimTime.Day(1));
        }
        catch (SimulationFailedException failure)
        {
            return failure;
        }
        throw new InvalidOperationException("the engine swallowed a failure");

        static async Process Failing(Simulation simulation)
        {
            await simulation.Delay(TimeSpan.FromHours(1));
            throw new ArithmeticException("on purpose");
        }
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(char value) => throw new IOException("no space left");

        public override void Write(string? value) => throw new IOException("no space left");

        public override void WriteLine(string? value) => throw new IOException("no space left");
    }
}
