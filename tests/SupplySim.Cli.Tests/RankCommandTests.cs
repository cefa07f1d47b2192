using System.Text.Json.Nodes;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

public sealed class RankCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_table_fits_80_columns_and_nothing_else_is_printed()
    {
        _tool.Run("rank", ToolRun.Scenario, "--what", "places").Should().Be(ExitCode.Done);

        _tool.Out.Should().StartWith("A corridor, worked out by hand\n").And.Contain("closed in turn").And.EndWith("\n");
        _tool.Out.Split('\n').Where(line => !line.StartsWith("result  ", StringComparison.Ordinal)).Should()
            .OnlyContain(line => line.Length <= 80);
        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void It_leaves_a_folder_with_the_document_and_the_table()
    {
        _tool.Run("rank", ToolRun.Scenario, "--json", "-n", "2").Should().Be(ExitCode.Done);

        var folder = Directory.GetDirectories(Path.Combine(_tool.Results, "corridor-by-hand")).Single();
        Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Should().Equal(
            "closures.csv", "datapackage.json", "experiment.db", "manifest.json", "rank.json", "scenario.supply.yaml");
        File.ReadAllText(Path.Combine(folder, "rank.json")).Should().Be(_tool.Out);
        File.ReadAllLines(Path.Combine(folder, "closures.csv")).Should()
            .HaveCount(1 + JsonNode.Parse(_tool.Out)!["closures"]!.AsArray().Count);
    }

    [Fact]
    public void It_goes_on_where_it_was_stopped_to_the_same_bytes()
    {
        string[] command = ["rank", ToolRun.Scenario, "--json", "-n", "40"];
        _tool.Ranker = (scenario, options, _) =>
        {
            using var stop = new CancellationTokenSource();
            return Experiment.Rank(scenario, null, options with { Workers = 2, Progress = new After(100, stop) }, stop.Token);
        };
        _tool.Run([.. command, "--out", _tool.Results]).Should().Be(ExitCode.Stopped);
        using var again = new ToolRun();
        again.Run([.. command, "--out", _tool.Results]).Should().Be(ExitCode.Done);
        again.Error.Should().MatchRegex("^note: [0-9,]+ runs are there; it goes on from them\n$");
        using var whole = new ToolRun();
        whole.Run(command);
        again.Out.Should().Be(whole.Out);
    }

    [Fact]
    public void Json_prints_one_document_and_jobs_change_no_byte_of_it()
    {
        _tool.Run("rank", ToolRun.Scenario, "--json", "-n", "3", "--jobs", "1").Should().Be(ExitCode.Done);
        var document = JsonNode.Parse(_tool.Out)!;
        document["schema"]!.GetValue<string>().Should().Be("supplysim.rank/1");
        document["closures"]!.AsArray().Should().NotBeEmpty();
        using var other = new ToolRun();
        other.Run("rank", ToolRun.Scenario, "--json", "-n", "3", "--jobs", "4");
        other.Out.Should().Be(_tool.Out);
    }

    // The file has no experiment at all; what it says by itself has defaults.
    [Fact]
    public void Flags_are_read_like_the_file()
    {
        _tool.Run("rank", ToolRun.Scenario, "--json", "-n", "2", "--seed", "9", "--what", "routes", "--shut-for", "2 d", "--at", "day 1",
            "--by", "hungry").Should().Be(ExitCode.Done);

        var document = JsonNode.Parse(_tool.Out)!;
        (document["runs"]!.GetValue<int>(), document["seed"]!.GetValue<ulong>()).Should().Be((2, 9));
        (document["shutForDays"]!.GetValue<double>(), document["at"]!.GetValue<string>(), document["by"]!.GetValue<string>()).Should()
            .Be((2, "day 1", "hungry"));
        document["what"]!.AsArray().Select(one => one!.GetValue<string>()).Should().Equal("routes");
        document["closures"]!.AsArray().Should().OnlyContain(one => one!["kind"]!.GetValue<string>() == "route");
    }

    [Theory]
    [InlineData("--by", "hungri", "there is no measure `hungri`")]
    [InlineData("--what", "place", "did you mean `places`?")]
    [InlineData("--shut-for", "14", "a time needs a unit")]
    [InlineData("--at", "day 900", "when the run has ended: nothing would be shut")]
    [InlineData("--set", "lanse=2", "there is no parameter `lanse`")]
    [InlineData("--jobs", "0", "--jobs is a whole number")]
    public void What_is_wrong_with_a_flag_is_told_and_ends_with_2(string flag, string value, string message)
    {
        _tool.Run("rank", ToolRun.Scenario, flag, value).Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain(message);
        _tool.Out.Should().BeEmpty();
    }

    [Fact]
    public void A_mistake_in_a_flag_is_shown_as_it_was_typed()
    {
        _tool.Run("rank", ToolRun.Scenario, "--by", "hungri", "--shut-for", "3", "--what", "place");
        _tool.Error.Should().Contain("| --by hungri\n   |      ^^^^^^\n").And.Contain("| --shut-for 3\n   |            ^\n").And
            .Contain("| --what place\n   |        ^^^^^\n").And.NotContain("experiment.rank");
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_2() =>
        _tool.Run("rank", Path.Combine(_tool.Folder, "none.yaml")).Should().Be(ExitCode.Wrong);

    [Fact]
    public void Ctrl_C_before_there_is_anything_to_tell_ends_with_130()
    {
        _tool.Stop();
        _tool.Run("rank", ToolRun.Scenario).Should().Be(ExitCode.Stopped);

        _tool.Error.Should().StartWith("error: stopped before there was a run of everything");
        _tool.Out.Should().BeEmpty();
    }

    [Fact]
    public void Ctrl_C_later_prints_what_is_done_and_ends_with_130()
    {
        _tool.Ranker = (scenario, options, _) =>
        {
            using var stop = new CancellationTokenSource();
            return Experiment.Rank(scenario, null, options with { Runs = 50, Workers = 1, Progress = new After(100, stop) }, stop.Token);
        };
        _tool.Run("rank", ToolRun.Scenario).Should().Be(ExitCode.Stopped);

        _tool.Out.Should().MatchRegex(@"\d+ of 50 runs").And.Contain("what would protect was not asked");
        _tool.Error.Should().MatchRegex(
            @"^stopped: \d+ of 50 runs with each of them closed were finished and are kept; the same command goes on from there\n$");
    }

    private sealed class After(int runs, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.RunsDone == runs) stop.Cancel();
        }
    }
}
