using System.Text.Json.Nodes;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

/// <summary>A scenario file of which nothing fails until a road is shut: what fails then has no rank, all else is ranked, with intervals,
/// and nothing is called whole.</summary>
/// <remarks>A camp lives by its main road, and has a reserve beyond another, from which it orders by the
/// gram. While the main road is open it never comes to that; while it is shut, with seed 1, so many people come in the first run that it
/// has ordered a million times before the end, and not in the two after it.</remarks>
public sealed class FailingClosureTests : IDisposable
{
    private const string Reserve = """
        supplysim: 1
        title: A camp with a reserve that is ordered by the gram
        status: illustrative
        sources: {assumed: "Made up, so that it fails where the main road is shut"}
        clock: {start: 2020-06-01T00:00+00:00, length: 2 d, zone: UTC}
        commodities:
          food: {unit: t, per-person: 1 kg/d, source: assumed}
        places:
          depot:   {kind: depot, stock: unlimited, docks: 1, loading: 30 min, source: assumed}
          reserve: {kind: depot, stock: unlimited, docks: 1, loading: 30 min, source: assumed}
          camp:    {kind: camp, people: 450, arrivals: poisson(1100 /d), stock: {food: 4 t}, docks: 1, unloading: 30 min, source: assumed}
        routes:
          depot - camp:   {length: 60 km, speed: 40 km/h, source: assumed}
          reserve - camp: {length: 60 km, speed: 40 km/h, source: assumed}
        fleets:
          trucks: {mode: road, traffic: aid, base: depot, count: 2, carries: 6 t, source: assumed}
          vans:   {mode: road, traffic: aid, base: reserve, count: 2, carries: 6 t, source: assumed}
        supply-lines:
          main: {from: depot, to: camp, by: trucks, when-below: 7 t, up-to: 12 t}
          last: {from: reserve, to: camp, by: vans, when-below: 4 t, up-to: 4.000001 t}
        measures:
          hungry: {of: camps, is: unmet person-days, commodity: food}
        """;

    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };
    private readonly string _file;
    private readonly string _folder;

    public FailingClosureTests() => (_file, _folder) = (_tool.File("reserve.supply.yaml", Reserve), Path.Combine(_tool.Folder, "out"));

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void With_nothing_shut_no_run_fails() =>
        _tool.Run("run", _file, "-n", "3", "--seed", "1", "--jobs", "1", "-q", "--no-report").Should().Be(ExitCode.Done, _tool.Error);

    [Fact]
    public void What_fails_only_while_it_is_shut_has_no_rank_and_all_else_has()
    {
        string[] command = ["rank", _file, "-n", "3", "--seed", "1", "--jobs", "1", "--what", "routes", "--out", _folder];
        _tool.Run(command).Should().Be(ExitCode.RunFailed);

        _tool.Error.Should().MatchRegex(
            "^note: a mean is judged from 30 runs on.*\nerror: baseline with route depot - camp shut, run 0: The simulation failed at day 1 .*supply line 'last' has ordered "
                + "1,000,000 times: .*\n"
            + $"To see it again: supplysim rank {_file} --runs 1 --seed 1 --set 'experiment.rank.what=\\[routes\\]'\n$");
        string.Join(' ', _tool.Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Should()
            .Contain("3 runs × 2 days · 2 of 2 closed in turn")
            .And
            .Contain("Failed: 1 run failed, so the ranking is incomplete. The first is number 0 of baseline with route depot - camp shut: "
                + "The simulation failed")
            .And.Contain("Without a rank, since runs of it failed: route depot - camp (1 of 3 runs).")
            .And.NotContain("left out everywhere");
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "rank.json")))!;
        (document["whole"]!.GetValue<bool>(), document["runs"]!.GetValue<int>()).Should().Be((false, 3));
        document["open"]!["halfWidth"].Should().NotBeNull();
        document["failures"]!.AsArray().Should().ContainSingle().Which!["run"]!.GetValue<int>().Should().Be(0);

        var before = File.ReadAllBytes(Path.Combine(_folder, "rank.json"));
        using var again = new ToolRun();
        again.Run(command).Should().Be(ExitCode.RunFailed);
        again.Error.Should().StartWith(
            "note: 9 runs are there; it goes on from them\nerror: baseline with route depot - camp shut, run 0:");
        File.ReadAllBytes(Path.Combine(_folder, "rank.json")).Should().Equal(before);
    }
}
