using System.IO.Pipes;
using System.Text.Json.Nodes;
using SupplySim.Experiments;
using SupplySim.Results;
using SupplySim.Results.Keeping;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_last_line_is_the_path_of_the_report()
    {
        _tool.RunScenario();

        var last = _tool.Out.TrimEnd('\n').Split('\n')[^1];
        last.Should().StartWith("report  ");
        File.Exists(last["report  ".Length..]).Should().BeTrue();
        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void Without_a_report_the_last_line_is_the_path_of_the_result()
    {
        _tool.RunScenario("--no-report");

        var path = _tool.Out.TrimEnd('\n').Split('\n')[^1]["result  ".Length..];
        File.Exists(Path.Combine(path, "summary.json")).Should().BeTrue();
        File.Exists(Path.Combine(path, "report.html")).Should().BeFalse();
    }

    [Fact]
    public void Json_prints_one_document_and_nothing_else()
    {
        _tool.RunScenario("--json");

        var document = JsonNode.Parse(_tool.Out)!;
        document["schema"]!.GetValue<string>().Should().Be("supplysim.summary/1");
        document["engine"]!["seconds"]!.GetValue<double>().Should().Be(4.1);
        Directory.Exists(document["runDirectory"]!.GetValue<string>()).Should().BeTrue();
        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void The_document_printed_is_the_one_written_but_for_what_it_took()
    {
        _tool.RunScenario("--json");

        var printed = JsonNode.Parse(_tool.Out)!.AsObject();
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(printed["runDirectory"]!.GetValue<string>(), "summary.json")))!;
        printed.Remove("runDirectory");
        foreach (var name in new[] { "seconds", "eventsPerSecond", "threads" })
            printed["engine"]!.AsObject().Remove(name).Should().BeTrue();
        JsonNode.DeepEquals(printed, written).Should().BeTrue();
    }

    [Fact]
    public void What_the_audit_has_looked_at_is_told_on_the_screen()
    {
        _tool.Runner = (_, options) => Audited(options);
        _tool.RunScenario("--audit").Should().Be(ExitCode.Done);
        _tool.Out.Should().Contain("\naudit   1,234,567 events, 1,300 recounts: 48 invariants held\n");
    }

    [Fact]
    public void What_the_audit_has_looked_at_is_in_the_document_printed_and_not_in_the_one_written()
    {
        _tool.Runner = (_, options) => Audited(options);
        _tool.RunScenario("--audit", "--json");
        var printed = JsonNode.Parse(_tool.Out)!;
        printed["audit"]!["recounts"]!.GetValue<long>().Should().Be(1300);
        File.ReadAllText(Path.Combine(printed["runDirectory"]!.GetValue<string>(), "summary.json")).Should().NotContain("audit");
    }

    [Fact]
    public void Without_the_flag_nothing_is_audited()
    {
        _tool.RunScenario();
        _tool.Asked!.Audit.Should().BeFalse();
        _tool.Out.Should().NotContain("audit");
    }

    [Fact]
    public void A_real_run_is_audited_when_it_is_asked_for()
    {
        _tool.Runner = (scenario, options) => ToolRun.WithoutGoals(Experiment.Run(scenario, options));
        _tool.RunScenario("--audit", "-n", "2").Should().Be(ExitCode.Done);
        _tool.Out.Should().MatchRegex(@"\naudit   [\d,]+ events, [\d,]+ recounts: \d+ invariants held\n");
    }

    [Fact]
    public void A_scenario_that_comes_through_a_pipe_is_kept_as_it_was_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a pipe has a path on Linux only");
        var text = File.ReadAllText(ToolRun.Scenario);
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        var path = $"/proc/self/fd/{pipe.GetClientHandleAsString()}";
        using (var writer = new StreamWriter(pipe)) writer.Write(text);

        _tool.Run("run", path, "--out", _tool.Results).Should().Be(ExitCode.Done);

        var kept = Directory.GetFiles(_tool.Results, "scenario.supply.yaml", SearchOption.AllDirectories).Single();
        File.ReadAllText(kept).Should().Be(text);
    }

    private static ExperimentResult Audited(ExperimentOptions options) => ToolRun.WithoutGoals(SmallExperiment.Result) with
    {
        Audit = options.Audit ? new AuditReport(1_234_567, 1_300, 48) : null,
    };

    [Fact]
    public void Flags_reach_the_experiment()
    {
        _tool.RunScenario("-n", "12", "--seed", "18446744073709551615", "--jobs", "3");

        _tool.Asked.Should().BeEquivalentTo(new { Runs = 12, Seed = ulong.MaxValue, Workers = 3 });
    }

    [Fact]
    public void What_no_flag_says_is_left_to_the_scenario()
    {
        _tool.RunScenario();

        (_tool.Asked! with { Store = null }).Should().Be(new ExperimentOptions { KeepFailures = true });
    }

    [Fact]
    public void The_environment_gives_jobs_and_folder_and_flags_win_over_it()
    {
        _tool.Environment["SUPPLYSIM_JOBS"] = "7";
        _tool.Environment["SUPPLYSIM_OUT"] = Path.Combine(_tool.Folder, "elsewhere");

        _tool.Run("run", ToolRun.Scenario);
        _tool.Asked!.Workers.Should().Be(7);
        Directory.Exists(Path.Combine(_tool.Folder, "elsewhere", "corridor-by-hand")).Should().BeTrue();

        _tool.RunScenario("--jobs", "2", "--out", _tool.Results);
        _tool.Asked!.Workers.Should().Be(2);
        File.Exists(Path.Combine(_tool.Results, "summary.json")).Should().BeTrue();
    }

    [Fact]
    public void Nonsense_in_the_environment_is_told_by_name()
    {
        _tool.Environment["SUPPLYSIM_JOBS"] = "all";

        _tool.RunScenario().Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain("$SUPPLYSIM_JOBS is a whole number from 1 to 2147483647; 'all' is not");
    }

    [Fact]
    public void Settings_change_the_scenario_and_are_kept_with_the_result()
    {
        Scenario? seen = null;
        _tool.Runner = (scenario, _) =>
        {
            seen = scenario;
            return ToolRun.WithoutGoals(SmallExperiment.Result);
        };

        _tool.RunScenario("--set", "clock.length=3 d", "--set", "fleets.trucks.count=5", "--json");

        seen!.Clock.Length.Should().Be(TimeSpan.FromDays(3));
        seen.Fleets[0].Count.Should().Be(5);
        JsonNode.Parse(_tool.Out)!["scenario"]!["set"]!.AsArray().Select(s => s!.GetValue<string>())
            .Should().Equal("clock.length=3 d", "fleets.trucks.count=5");
    }

    [Fact]
    public void A_setting_that_leads_nowhere_is_a_mistake()
    {
        _tool.RunScenario("--set", "fleets.lorries.count=5").Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain("lorries");
        _tool.Asked.Should().BeNull();
    }

    [Fact]
    public void The_scenario_beside_the_result_is_the_file_byte_by_byte()
    {
        _tool.RunScenario();

        var kept = Directory.GetFiles(_tool.Results, "scenario.supply.yaml", SearchOption.AllDirectories).Single();
        File.ReadAllBytes(kept).Should().Equal(File.ReadAllBytes(ToolRun.Scenario));
    }

    [Fact]
    public void A_scenario_in_several_files_is_kept_so_that_it_can_be_run_again()
    {
        var whole = File.ReadAllText(ToolRun.Scenario);
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "parts"));
        _tool.File("parts/rest.yaml", whole);
        var main = _tool.File("main.supply.yaml", "include: [parts/rest.yaml]\nsupplysim: 1\n");
        _tool.Run("run", main, "--out", _tool.Results).Should().Be(ExitCode.Done, _tool.Error);

        var kept = Directory.GetFiles(_tool.Results, "main.supply.yaml", SearchOption.AllDirectories).Single();
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(kept)!, "parts", "rest.yaml")).Should().Be(whole);
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(kept)!, "..", "manifest.json")).Should().Contain("scenario/parts/rest.yaml");
        _tool.Run("check", kept).Should().Be(ExitCode.Done);
    }

    [Fact]
    public void The_real_runner_yields_the_same_folder_content_twice()
    {
        _tool.Runner = (scenario, options) => Experiment.Run(scenario, options, TestContext.Current.CancellationToken);

        _tool.RunScenario("--jobs", "1").Should().Be(ExitCode.Done);
        _tool.RunScenario("--jobs", "2").Should().Be(ExitCode.Done);

        var folders = Directory.GetDirectories(Path.Combine(_tool.Results, "corridor-by-hand"));
        folders.Should().HaveCount(2);
        foreach (var file in Directory.GetFiles(folders[0]).Select(f => Path.GetFileName(f)!)
            .Where(f => f is not ("manifest.json" or ExperimentFile.FileName)))
            File.ReadAllBytes(Path.Combine(folders[1], file)).Should().Equal(File.ReadAllBytes(Path.Combine(folders[0], file)),
                "{0} depends on the result alone", file);
    }

    [Fact]
    public void Version_and_help_are_results()
    {
        _tool.Run("--version").Should().Be(ExitCode.Done);
        _tool.Out.Should().StartWith("supplysim " + ToolVersion.Number);

        _tool.Run("run", "--help").Should().Be(ExitCode.Done);
        _tool.Out.Should().ContainAll("--runs", "--seed", "--jobs", "--out", "--set", "--json", "--quiet", "--no-report", "--no-color",
            "--no-progress", "--plain");
        _tool.Error.Should().BeEmpty();
    }
}
