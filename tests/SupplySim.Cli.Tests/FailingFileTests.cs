using System.Text.Json.Nodes;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

/// <summary>A scenario file some of whose runs meet a limit, from the command line to the folder: the
/// failed run is told and kept as failed, the others are kept, nothing is called whole.</summary>
/// <remarks>Of the rules before a run none knows how many people will come, so none can tell that a camp
/// that orders by the gram will have ordered a million times: with seed 1 the first run does, the two after it do not.</remarks>
public sealed class FailingFileTests : IDisposable
{
    private const string Grams = """
        supplysim: 1
        title: A camp that orders by the gram
        status: illustrative
        sources: {assumed: "Made up, so that it may fail"}
        clock: {start: 2020-06-01T00:00+00:00, length: 2 d, zone: UTC}
        commodities:
          food: {unit: t, per-person: 1 kg/d, source: assumed}
        places:
          depot: {kind: depot, stock: unlimited, docks: 1, loading: 30 min, source: assumed}
          camp:  {kind: camp, people: 450, arrivals: poisson(1100 /d), stock: {food: 4 t}, docks: 1, unloading: 30 min, source: assumed}
        routes:
          depot - camp: {length: 60 km, speed: 40 km/h, source: assumed}
        fleets:
          trucks: {mode: road, traffic: aid, base: depot, count: 2, carries: 6 t, source: assumed}
        supply-lines:
          line: {from: depot, to: camp, by: trucks, when-below: 4 t, up-to: 4.000001 t}
        measures:
          hungry: {of: camps, is: unmet person-days, commodity: food}
        """;

    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };
    private readonly string _file;
    private readonly string _folder;

    public FailingFileTests() => (_file, _folder) = (_tool.File("grams.supply.yaml", Grams), Path.Combine(_tool.Folder, "out"));

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_run_that_meets_a_limit_is_told_the_others_are_kept_and_the_same_command_says_the_same()
    {
        string[] command = ["run", _file, "-n", "3", "--seed", "1", "--jobs", "1", "--out", _folder];
        _tool.Run(command).Should().Be(ExitCode.RunFailed);

        _tool.Error.Should().MatchRegex(
            "^error: The simulation failed at day 1 [0-9:.]+ \\(seed 1, replication 0\\): .*supply line 'line' has ordered 1,000,000 "
                + "times: .*\n"
            + $"To see it again: supplysim run {_file} --runs 1 --seed 1\n$");
        _tool.Out.Should().Contain("2 of 3 runs").And.Contain("Failed: 1 replication of 3 failed and is left out of all alternatives").And
            .Contain("no intervals: runs have failed");
        var summary = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "summary.json")))!;
        (summary["ended"]!.GetValue<string>(), summary["runs"]!.GetValue<int>(), summary["failures"]!.AsArray().Count).Should()
            .Be(("incomplete", 2, 1));
        summary["alternatives"]![0]!["measures"]![0]!["halfWidth"].Should().BeNull();
        File.ReadLines(Path.Combine(_folder, "measures.csv")).Skip(1).Select(row => row.Split(',')[1]).Distinct().Should().Equal("1", "2");

        var before = File.ReadAllBytes(Path.Combine(_folder, "summary.json"));
        using var again = new ToolRun { Runner = _tool.Runner };
        again.Run(command).Should().Be(ExitCode.RunFailed);
        again.Error.Should().StartWith("note: all 3 replications are there; none is run again\nerror: The simulation failed at day 1");
        File.ReadAllBytes(Path.Combine(_folder, "summary.json")).Should().Equal(before);

        using var compared = new ToolRun();
        compared.Run("compare", _folder, _folder).Should().Be(ExitCode.RunFailed);
        compared.Out.Should().Contain("2 of 3 runs (incomplete)").And.Contain("no interval is given and nothing is told apart");
    }

    [Fact]
    public void A_ranking_in_which_a_run_fails_tells_which_and_goes_on_to_the_same_bytes()
    {
        string[] command = ["rank", _file, "-n", "3", "--seed", "1", "--jobs", "1", "--what", "routes", "--out", _folder];
        _tool.Run(command).Should().Be(ExitCode.RunFailed);

        _tool.Error.Should().MatchRegex("^note: a mean is judged from 30 runs on.*\nerror: baseline with nothing shut, run 0: The simulation failed at day 1 .* 1,000,000 times.*\n"
            + $"To see it again: supplysim rank {_file} --runs 1 --seed 1 --set 'experiment.rank.what=\\[routes\\]'\n$");
        string.Join(' ', _tool.Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Should().Contain("2 of 3 runs × 2 days")
            .And
            .Contain("Failed: 1 run failed, so the ranking is incomplete. The first is number 0 of baseline with nothing shut: The "
                + "simulation failed")
            .And.Contain("1 replication failed with nothing shut and is left out everywhere");
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "rank.json")))!;
        (document["whole"]!.GetValue<bool>(), document["runs"]!.GetValue<int>(), document["open"]!["halfWidth"]).Should()
            .Be((false, 2, null));
        var failure = document["failures"]!.AsArray().Should().ContainSingle().Subject!;
        (failure["alternative"]!.GetValue<string>(), failure["shut"]!.AsArray().Count, failure["run"]!.GetValue<int>()).Should()
            .Be(("baseline", 0, 0));
        failure["command"]!.GetValue<string>().Should()
            .Be("supplysim rank grams.supply.yaml --runs 1 --seed 1 --set 'experiment.rank.what=[routes]'");

        var before = File.ReadAllBytes(Path.Combine(_folder, "rank.json"));
        using var again = new ToolRun();
        again.Run(command).Should().Be(ExitCode.RunFailed);
        again.Error.Should().StartWith("note: 6 runs are there; it goes on from them\nerror: baseline with nothing shut, run 0:");
        File.ReadAllBytes(Path.Combine(_folder, "rank.json")).Should().Equal(before);
    }

    [Fact]
    public void What_would_help_is_incomplete_where_a_run_fails()
    {
        _tool.Run("helps", _file, "-n", "3", "--seed", "1", "--jobs", "1", "--out", _folder).Should().Be(ExitCode.RunFailed);

        _tool.Error.Should().Contain("error: as it is, run 0: The simulation failed at day 1 ").And
            .Contain($"To see it again: supplysim helps {_file} --runs 1 --seed 1\n");
        _tool.Out.ReplaceLineEndings(" ").Should().Contain("What would help most cannot be told, since runs have failed.").And
            .Contain("with nothing lifted");
        JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "helps.json")))!["failures"]![0]!["command"]!.GetValue<string>().Should()
            .Be("supplysim helps grams.supply.yaml --runs 1 --seed 1");
    }

    // A point that never comes to an end is named, and with it the value that did it.
    [Fact]
    public void A_point_of_a_sweep_all_of_whose_runs_fail_is_named()
    {
        _tool.Run("sweep", _file, "-n", "1", "--seed", "1", "--jobs", "1", "-q", "--vary", "supply-lines.line.up-to=9 t, 4.000001 t",
            "--out", _folder).Should().Be(ExitCode.RunFailed);

        _tool.Error.Should().StartWith("error: supply-lines-line-up-to-4-000001-t: The simulation failed at day 1 ").And
            .Contain("To see it again: supplysim sweep ");
    }

    /// <summary>Without a folder of a given name what is incomplete keeps the name of what is unfinished.</summary>
    [Fact]
    public void What_is_incomplete_keeps_the_name_of_what_is_unfinished()
    {
        _tool.Run("run", _file, "-n", "2", "--seed", "1", "--jobs", "1", "-q", "--no-report").Should().Be(ExitCode.RunFailed);
        Path.GetFileName(Directory.GetDirectories(Path.Combine(_tool.Results, "grams")).Single()).Should().StartWith("unfinished-");
    }
}
