using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

public sealed class HelpsCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    // One truck brings 1 t in 5 h 20 min, 4.5 t of the 10 t a day, and a flood shuts the gate for five
    // days: from end to end as its user has it.
    private const string Gate = """
        supplysim: 1
        title: One truck and a flood
        clock: {start: 2026-03-01, length: 20 d}
        commodities: {food: {unit: kg, per-person: 1 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, docks: 10, loading: 30 min}
          gate: {kind: crossing, name: The gate, lanes: 4, inspection: 10 min}
          camp: {kind: camp, people: 10 000, docks: 10, stock: 1 d, unloading: 30 min}
        routes: {depot - gate: {length: 40 km, speed: 40 km/h}, gate - camp: {length: 40 km, speed: 40 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: 1, carries: 1 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 4 d, up-to: 5 d}}
        disruptions: {flood: {close: gate, at: day 9, for: 5 d}}
        measures: {hungry: {of: camps, is: unmet person-days, commodity: food}, met: {of: camps, is: consumed / need}}
        experiment: {runs: 2}
        """;

    [Fact]
    public void The_screen_is_the_one_worked_out()
    {
        _tool.Run("helps", _tool.File("gate.supply.yaml", Gate), "-q").Should().Be(ExitCode.Done, _tool.Error);

        _tool.Error.Should().BeEmpty();
        Regex.Replace(_tool.Out[.._tool.Out.IndexOf("\nresult  ", StringComparison.Ordinal)], @"seed 1 · \d+\.\d s", "seed 1 · 0.0 s")
            .Should().Be("""
            One truck and a flood
            What would help most: twice the trucks (trucks 1 -> 2); that takes person-days
            without food from 122,583 to 55,583 (-67,000).
            Each obstacle lifted in turn: person-days without food (--by hungry), 122,583 as
            it is
            2 runs × 20 days · 8 tried · seed 1 · 0.0 s

               what could be changed                               effect
            1  twice the trucks (trucks 1 -> 2)                   -67,000
            2  twice the stock at camp at the start (1 d -> 2 d)  -10,000
            3  inspections at The gate in half the time            -2,583

               had it not happened   effect
            1  flood                -22,486

            Of 8 tried 4 help.
            No effect in any run: twice the lanes at The gate (4 -> 8); twice the docks at
            depot (10 -> 20); twice the docks at camp (10 -> 20); twice the levels of line
            road (when-below 4 d -> 8 d, up-to 5 d -> 10 d).
            Had it not been for flood, person-days without food would be 100,097 in place of
            122,583 (-22,486).
            Twice and half are assumed: they show where it pinches and propose nothing. What
            two remedies would do together was not tried.

            """);
    }

    [Fact]
    public void It_leaves_a_folder_with_the_document_and_the_table()
    {
        _tool.Run("helps", ToolRun.Scenario, "--json", "-n", "2").Should().Be(ExitCode.Done);

        var folder = Directory.GetDirectories(Path.Combine(_tool.Results, "corridor-by-hand")).Single();
        folder.Should().EndWith("-helps");
        Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Should().Equal(
            "datapackage.json", "experiment.db", "helps.json", "manifest.json", "remedies.csv", "scenario.supply.yaml");
        File.ReadAllText(Path.Combine(folder, "helps.json")).Should().Be(_tool.Out);
        File.ReadAllLines(Path.Combine(folder, "remedies.csv")).Should()
            .HaveCount(1 + JsonNode.Parse(_tool.Out)!["remedies"]!.AsArray().Count);
    }

    [Fact]
    public void Json_prints_one_document_and_jobs_change_no_byte_of_it()
    {
        _tool.Run("helps", ToolRun.Scenario, "--json", "-n", "3", "--jobs", "1").Should().Be(ExitCode.Done);
        var document = JsonNode.Parse(_tool.Out)!;
        (document["schema"]!.GetValue<string>(), document["by"]!.GetValue<string>(), document["whole"]!.GetValue<bool>()).Should()
            .Be(("supplysim.helps/1", "hungry", true));
        document["remedies"]!.AsArray().Should().NotBeEmpty();
        using var other = new ToolRun();
        other.Run("helps", ToolRun.Scenario, "--json", "-n", "3", "--jobs", "4");
        other.Out.Should().Be(_tool.Out);
    }

    [Fact]
    public void The_measure_and_the_seed_are_read_like_the_file()
    {
        _tool.Run("helps", _tool.File("gate.supply.yaml", Gate), "--json", "-q", "-n", "1", "--seed", "9", "--by", "met").Should()
            .Be(ExitCode.Done, _tool.Error);
        var document = JsonNode.Parse(_tool.Out)!;
        (document["by"]!.GetValue<string>(), document["wish"]!.GetValue<int>(), document["seed"]!.GetValue<ulong>(),
            document["runs"]!.GetValue<int>()).Should().Be(("met", 1, 9, 1));
    }

    [Fact]
    public void It_goes_on_where_it_was_stopped_to_the_same_bytes()
    {
        string[] command = ["helps", ToolRun.Scenario, "--json", "-n", "40"];
        _tool.Helper = (scenario, options, _) =>
        {
            using var stop = new CancellationTokenSource();
            return Experiment.Helps(scenario, null, options with { Workers = 2, Progress = new After(100, stop) }, stop.Token);
        };
        _tool.Run([.. command, "--out", _tool.Results]).Should().Be(ExitCode.Stopped);
        _tool.Error.Should().MatchRegex(
            @"stopped: \d+ of 40 runs with each of them lifted were finished and are kept; the same command goes on from there\n$");
        using var again = new ToolRun();
        again.Run([.. command, "--out", _tool.Results]).Should().Be(ExitCode.Done);
        again.Error.Should().MatchRegex("note: [0-9,]+ runs are there; it goes on from them\n");
        using var whole = new ToolRun();
        whole.Run(command);
        again.Out.Should().Be(whole.Out);
    }

    /// <summary>Killed at once, half-way and late, as with -9.</summary>
    [Fact]
    public void Kills_change_no_byte_of_what_comes_out()
    {
        string[] Command(string folder) => ["helps", ToolRun.Scenario, "--out", Path.Combine(_tool.Folder, folder), "-n", "60", "--quiet"];
        long Progress(string folder) =>
            new FileInfo(Path.Combine(_tool.Folder, folder, "experiment.db-wal")) is { Exists: true } log ? log.Length : 0;
        var whole = 0L;
        Processes.RunUntil(() => (whole = Math.Max(whole, Progress("whole"))) < 0, Command("whole"))!.Value.Code.Should().Be(ExitCode.Done);
        foreach (var share in new[] { 0.1, 0.5, 0.8 }) Processes.RunUntil(() => Progress("killed") > share * whole, Command("killed"));
        Processes.RunUntil(() => false, Command("killed"))!.Value.Code.Should().Be(ExitCode.Done);
        Processes.Hashes(Path.Combine(_tool.Folder, "killed")).Should().Equal(Processes.Hashes(Path.Combine(_tool.Folder, "whole")));
    }

    [Theory]
    [InlineData("--by", "hungri", "there is no measure `hungri`")]
    [InlineData("--jobs", "0", "--jobs is a whole number")]
    [InlineData("--what", "places", "there is no")]
    public void What_is_wrong_with_a_flag_is_told_and_ends_with_2(string flag, string value, string message)
    {
        _tool.Run("helps", ToolRun.Scenario, flag, value).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain(message);
        _tool.Out.Should().BeEmpty();
    }

    [Fact]
    public void A_mistake_in_the_measure_is_shown_as_it_was_typed()
    {
        _tool.Run("helps", ToolRun.Scenario, "--by", "hungri");
        _tool.Error.Should().Contain("| --by hungri\n   |      ^^^^^^\n").And.NotContain("experiment.rank");
    }

    // A question that cannot be answered is a mistake like any other: with a code, where it stands, and what to do.
    [Fact]
    public void A_measure_by_which_nothing_can_help_is_told_at_its_place()
    {
        _tool.Run("helps", ToolRun.Scenario, "--by", "passed").Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain(
            "error[SS0404]: of 'passed' neither more nor less is better, so that nothing can help\n  --> command line:1:6\n").And
                .Contain("| --by passed\n").And.Contain("= help: judge by another: ");
        _tool.Out.Should().BeEmpty();
    }

    [Theory]
    [InlineData("helps", "tell what helps")]
    [InlineData("rank", "rank closures")]
    public void That_nothing_is_measured_is_told_with_a_code(string verb, string what)
    {
        _tool.Run(verb,
            _tool.File("bare.supply.yaml",
                string.Join('\n', Gate.Split('\n').Where(line => !line.StartsWith("measures:", StringComparison.Ordinal))))).Should()
                    .Be(ExitCode.Wrong);
        _tool.Error.Should().Contain($"error[SS0402]: nothing is measured that could {what}\n").And.Contain("Nothing was run.");
    }

    [Fact]
    public void Ctrl_C_before_there_is_anything_to_tell_ends_with_130()
    {
        _tool.Stop();
        _tool.Run("helps", ToolRun.Scenario).Should().Be(ExitCode.Stopped);
        _tool.Error.Should().Contain("error: stopped before there was a run of everything");
        _tool.Out.Should().BeEmpty();
    }

    private sealed class After(int runs, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.RunsDone == runs) stop.Cancel();
        }
    }
}
