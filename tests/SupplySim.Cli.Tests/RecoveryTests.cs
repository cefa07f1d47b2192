using System.Globalization;
using System.Text.Json.Nodes;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

/// <summary>How often what fell short recovered is told of the runs in which it had to, by the screen, the document, the comparison and the
/// choice of a run alike.</summary>
public sealed class RecoveryTests : IDisposable
{
    private static readonly string Example = Path.Combine(Testing.DataFolder.Checkout(), "examples", "fishkhabour-2017",
        "fishkhabour-2017.supply.yaml");
    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };
    private readonly string _folder;
    private readonly ILookup<(string Alternative, string Detail), (int Run, double Value)> _values;

    public RecoveryTests()
    {
        _folder = Path.Combine(_tool.Folder, "result");
        _tool.Run("run", Example, "-n", "30", "--set", "clock.length=45 d", "--out", _folder, "--no-report").Should()
            .Be(ExitCode.GoalMissed, _tool.Error);
        _values = File.ReadAllLines(Path.Combine(_folder, "measures.csv")).Select(line => line.Split(','))
            .Where(cells => cells[2] == "recovery" && cells[3].Length == 0)
            .ToLookup(cells => (cells[0], cells[7]),
                cells => (int.Parse(cells[1], CultureInfo.InvariantCulture),
                    cells[5].Length == 0 ? double.NaN : double.Parse(cells[5], CultureInfo.InvariantCulture)));
    }

    public void Dispose() => _tool.Dispose();

    private int[] Had(string alternative) =>
        [.. _values[(alternative, "since")].Where(one => !double.IsNaN(one.Value)).Select(one => one.Run)];

    private int[] Did(string alternative) => [.. _values[(alternative, "")].Where(one => !double.IsNaN(one.Value)).Select(one => one.Run)];

    [Fact]
    public void The_summary_tells_how_many_had_to_and_how_many_of_these_did()
    {
        var (had, did) = (Had("contested"), Did("contested"));
        (had.Length, did.Length).Should().Match<(int Had, int Did)>(one => one.Had < 30 && one.Did > 10 && one.Did < one.Had);
        did.Should().BeSubsetOf(had);

        var recovery = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "summary.json")))!["alternatives"]![0]!["measures"]!.AsArray()
            .Where(one => one!["measure"]!.GetValue<string>() == "recovery" && one["place"] is null)
            .ToDictionary(one => one!["detail"]?.GetValue<string>() ?? "");
        (recovery[""]!["n"]!.GetValue<int>(), recovery[""]!["happened"]!.GetValue<int>(),
            recovery[""]!["share"]!.GetValue<double>()).Should().Be((had.Length, did.Length, (double)did.Length / had.Length));
        (recovery["since"]!["n"]!.GetValue<int>(), recovery["since"]!["happened"]!.GetValue<int>()).Should().Be((30, had.Length));
        _tool.Out.Should().MatchRegex(
            $"had to recover, camps +in {Percent(had.Length, 30)} % .*\n  of these, did by the end +in {Percent(did.Length, had.Length)} % "
                + $".*\n  days until then");

        static string Percent(int some, int all) => (100.0 * some / all).ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>How many had to is compared over all runs; how many of these did, over the pairs in which both had to.</summary>
    [Fact]
    public void Compared_are_the_runs_in_which_both_had_to()
    {
        using var tool = new ToolRun();
        tool.Run("compare", _folder, "--json").Should().Be(ExitCode.Done, tool.Error);
        var entries = JsonNode.Parse(tool.Out)!["comparisons"]!.AsArray().Where(one =>
            one!["measure"]!.GetValue<string>() == "recovery" && one["other"]!["alternative"]!.GetValue<string>() == "as-it-was")
            .ToDictionary(one => one!["detail"]?.GetValue<string>() ?? "");
        int[] both = [.. Had("contested").Intersect(Had("as-it-was"))];

        (entries["since"]!["n"]!.GetValue<int>(), entries["since"]!["baselineValue"]!.GetValue<double>()).Should()
            .Be((30, Had("contested").Length / 30.0));
        entries[""]!["n"]!.GetValue<int>().Should().Be(both.Length);
        entries[""]!["baselineValue"]!.GetValue<double>().Should()
            .BeApproximately((double)both.Intersect(Did("contested")).Count() / both.Length, 1e-12);
        entries[""]!["otherValue"]!.GetValue<double>().Should()
            .BeApproximately((double)both.Intersect(Did("as-it-was")).Count() / both.Length, 1e-12);
        using var screen = new ToolRun();
        screen.Run("compare", _folder);
        screen.Out.Should().MatchRegex("had to recover,\\s.*\n(.*\n)?.*of these, did by").And
            .MatchRegex("Runs\\s+without\\s+a\\s+partner\\s+or\\s+a\\s+value\\s+are\\s+left\\s+aside");
    }

    /// <summary>Who never recovered is worse off than who took long; where there was nothing to recover
    /// from there is nothing to choose.</summary>
    [Fact]
    public void The_worst_run_is_one_that_had_to_and_did_not()
    {
        using var tool = new ToolRun();
        tool.Run("why", _folder, "--replication", "worst", "--by", "recovery", "--json").Should().Be(ExitCode.Done, tool.Error);
        JsonNode.Parse(tool.Out)!["replication"]!.GetValue<int>().Should().Be(Had("contested").Except(Did("contested")).Min());
    }
}
