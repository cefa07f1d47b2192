using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

public sealed class SweepCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    // A truck brings 1 t in 5 h 20 min, 4.5 t of the 10 t a day; a flood shuts the gate for five days.
    private const string Gate = """
        supplysim: 1
        title: Few trucks and a flood
        clock: {start: 2026-03-01, length: 20 d}
        commodities: {food: {unit: kg, per-person: 1 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, docks: 10, loading: 30 min}
          gate: {kind: crossing, name: The gate, lanes: 4, inspection: 10 min}
          camp: {kind: camp, people: 10 000, docks: 10, stock: "${stock}", unloading: 30 min}
        routes: {depot - gate: {length: 40 km, speed: 40 km/h}, gate - camp: {length: 40 km, speed: 40 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: "${trucks}", carries: 1 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 4 d, up-to: 5 d}}
        disruptions: {flood: {close: gate, at: day 9, for: 5 d}}
        parameters: {trucks: {value: 1, from: 1, to: 20}, stock: {value: 1 d}}
        measures: {hungry: {of: camps, is: unmet person-days, commodity: food}, met: {of: camps, is: consumed / need}}
        goals: [{that: hungry < 15 000, in: 90 %}]
        experiment: {runs: 2, sweep: {trucks: [1, 2, 3, 4], stock: [1 d, 6 d]}}
        """;

    private string Screen =>
        Regex.Replace(_tool.Out[.._tool.Out.IndexOf("\nreport  ", StringComparison.Ordinal)], @"seed 1 · \d+\.\d s", "seed 1 · 0.0 s");

    [Fact]
    public void Two_things_stand_below_and_beside_each_other()
    {
        _tool.Run("sweep", _tool.File("gate.supply.yaml", Gate), "-q").Should().Be(ExitCode.Done, _tool.Error);

        _tool.Error.Should().BeEmpty();
        Screen.Should().Be("""
            Few trucks and a flood
            Best in person-days without food: trucks 3, stock 1 d (11,319); the same: trucks
            3, stock 6 d; trucks 4, stock 1 d; trucks 4, stock 6 d. The least of these, in
            the order tried: trucks 3, stock 1 d.
            trucks 1, 2, 3, 4 and stock 1 d, 6 d tried: person-days without food (--by
            hungry)
            2 runs × 20 days · 8 points · seed 1 · 0.0 s

                      stock 1 d  6 d
            trucks 1  122,583    81,583
            trucks 2  55,583     23,583
            trucks 3  11,319 *   11,319 *
            trucks 4  11,319 *   11,319 *

            Goal:  hungry < 15 000 in 90 % of runs: met at 4 of 8 points: trucks 3, stock
                   1 d; trucks 3, stock 6 d; trucks 4, stock 1 d; trucks 4, stock 6 d. The
                   least of these, in the order tried: trucks 3, stock 1 d.
            *  the best, or the same as it

            """);
    }

    // Where something is random the mark rests on runs, and the screen says so as the page does.
    [Fact]
    public void On_how_few_runs_the_mark_rests_is_told()
    {
        _tool.Run("sweep",
            _tool.File("gate.supply.yaml",
                Gate.Replace("inspection: 10 min", "inspection: \"exponential(10 min)\"", StringComparison.Ordinal)), "-q", "--vary",
                "trucks=1,2").Should().Be(ExitCode.Done, _tool.Error);

        var told = "among these (95 %), where runs are many for what is rare: of points whose few runs differ by something that comes in "
            + "one of twenty, less often";
        string.Join(' ', Screen.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Should().Contain(told);
        System.IO.File.ReadAllText(Directory.GetFiles(_tool.Results, "report.html", SearchOption.AllDirectories).Single()).Should()
            .Contain(told.Replace("(95 %)", "at the level of 95 %", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_one_thing_each_value_has_a_line_with_the_goals()
    {
        _tool.Run("sweep", _tool.File("gate.supply.yaml", Gate), "-q", "--vary", "fleets.trucks.count=1..3/1", "--set", "stock=6 d")
            .Should().Be(ExitCode.Done, _tool.Error);

        Screen.Should().Be("""
            Few trucks and a flood
            Best in person-days without food: trucks count 3 (11,319).
            trucks count 1, 2, 3 tried: person-days without food (--by hungry)
            2 runs × 20 days · 3 points · seed 1 · 0.0 s

            trucks count            hungry < 15 000
            1             81,583    in 0 %, missed
            2             23,583    in 0 %, missed
            3             11,319 *  in 100 %

            Goal:  hungry < 15 000 in 90 % of runs: met at 1 of 3 points: trucks count 3.
            *  the best, or the same as it

            """);
    }

    [Fact]
    public void It_leaves_a_folder_with_the_document_and_the_table_and_a_point_is_what_run_says_of_it()
    {
        var file = _tool.File("gate.supply.yaml", Gate);
        _tool.Run("sweep", file, "--json", "-q").Should().Be(ExitCode.Done, _tool.Error);

        var folder = Directory.GetDirectories(Path.Combine(_tool.Results, "gate")).Single();
        folder.Should().EndWith("-sweep");
        Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Should().Equal(
            "datapackage.json", "experiment.db", "manifest.json", "report.html", "scenario.supply.yaml", "sweep.csv", "sweep.json");
        File.ReadAllText(Path.Combine(folder, "sweep.json")).Should().Be(_tool.Out);
        var document = JsonNode.Parse(_tool.Out)!;
        (document["schema"]!.GetValue<string>(), document["by"]!.GetValue<string>(), document["wish"]!.GetValue<int>(),
            document["points"]!.AsArray().Count).Should().Be(("supplysim.sweep/1", "hungry", -1, 8));
        var alone = Experiment.Run(SupplySim.Scenarios.ScenarioFile.Read(file, "trucks=3", "stock=6 d")).Alternatives[0];
        var point = document["points"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "trucks-3-stock-6-d")!;
        point["measures"]![0]!["mean"]!.GetValue<double>().Should().Be(alone.Measure("hungry").Estimate.Mean);
        var rows = Rows(Path.Combine(folder, "sweep.csv"));
        rows[0].Should().StartWith(["point", "trucks", "stock", "measure"]);
        rows.Should().HaveCount(1 + 8 * 3).And.OnlyContain(row => row.Length == rows[0].Length);
        document["points"]!.AsArray().Should().OnlyContain(one => one!["measures"]!.AsArray().Count == 2,
            "each measure stands for all its places");
        rows.Where(row => row[3] == "hungry").Select(row => (row[^2], row[^1])).Should().Equal(
            document["points"]!.AsArray().Select(one => (one!["fromBest"]!["mean"]!.ToJsonString(), one["mayBeBest"]!.ToJsonString())));
        rows.Where(row => row[3] == "hungry").Select(row => row[^1]).Should().Equal("false", "false", "false", "false", "true", "true",
            "true", "true");
        rows.Single(row => row[0] == "trucks-3-stock-6-d" && row[3] == "hungry")[8].Should()
            .Be(point["measures"]![0]!["mean"]!.ToJsonString());
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")))!["resources"]![0]!["schema"]!["fields"]!.AsArray()
            .Select(one => one!["name"]!.GetValue<string>()).Should().Equal(rows[0]);
    }

    // A measure of one place has no sum over all: its only figure is told.
    [Fact]
    public void A_measure_of_one_place_is_told_at_each_point()
    {
        _tool.Run("sweep",
            _tool.File("gate.supply.yaml", Gate.Replace("of: camps, is: unmet", "of: camp, is: unmet", StringComparison.Ordinal)), "--json",
            "-q", "--vary", "trucks=1,2").Should().Be(ExitCode.Done, _tool.Error);

        JsonNode.Parse(_tool.Out)!["points"]!.AsArray().Should().HaveCount(2).And
            .OnlyContain(one => one!["measures"]!.AsArray().Any(measure => measure!["measure"]!.GetValue<string>() == "hungry"));
        Rows(Directory.GetFiles(_tool.Results, "sweep.csv", SearchOption.AllDirectories).Single()).Where(row => row[2] == "hungry").Should()
            .HaveCount(2);
    }

    [Fact]
    public void The_same_command_again_goes_on_to_the_same_bytes()
    {
        string[] command = ["sweep", _tool.File("gate.supply.yaml", Gate), "--json", "-n", "4"];
        _tool.Run([.. command, "--out", Path.Combine(_tool.Folder, "kept")]).Should().Be(ExitCode.Done, _tool.Error);
        var first = _tool.Out;
        using var again = new ToolRun();
        again.Run([.. command, "--out", Path.Combine(_tool.Folder, "kept")]).Should().Be(ExitCode.Done, again.Error);
        again.Error.Should().Contain("note: all 4 replications are there; none is run again");
        again.Out.Should().Be(first);
        using var other = new ToolRun();
        other.Run([.. command, "--vary", "trucks=1,2", "--out", Path.Combine(_tool.Folder, "kept")]).Should().Be(ExitCode.Wrong);
        other.Error.Should().Contain("compare");
        using var fewer = new ToolRun();
        fewer.Run(["sweep", command[1], "--json", "-n", "2", "--out", Path.Combine(_tool.Folder, "kept")]).Should().Be(ExitCode.Wrong);
        fewer.Error.Should().Contain("holds a finished result of 4 runs, and 2 are asked for");
        using var read = new ToolRun();
        read.Run("verify", Path.Combine(_tool.Folder, "kept")).Should().Be(ExitCode.InputOutput);
        read.Error.Should().Contain("has no summary.json: `supplysim sweep` has written it");
    }

    [Fact]
    public void Many_values_are_not_all_listed()
    {
        _tool.Run("sweep", _tool.File("gate.supply.yaml", Gate), "-q", "--vary", "trucks=1..20/1").Should().Be(ExitCode.Done, _tool.Error);

        Screen.Should().Contain("trucks 1, 2, 3, 4, ..., 20 (20 values) tried:");
    }

    [Theory]
    [InlineData("nothing is varied", "--set", "experiment.sweep=off")]
    [InlineData("there is no parameter `trcks`", "--vary", "trcks=1,2")]
    [InlineData("there is no measure `nobody`", "--by", "nobody")]
    public void What_cannot_be_swept_is_refused_before_anything_is_run(string message, params string[] flags)
    {
        _tool.Run(["sweep", _tool.File("gate.supply.yaml", Gate), .. flags]).Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain(message).And.Contain("Nothing was run.");
        _tool.Out.Should().BeEmpty();
    }

    private static string[][] Rows(string path) => [.. File.ReadAllLines(path).Select(line => line.Split(','))];
}
