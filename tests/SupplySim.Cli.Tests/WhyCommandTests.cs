using System.Text.Json.Nodes;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

public sealed class WhyCommandTests : IDisposable
{
    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };
    private readonly string _result;

    public WhyCommandTests()
    {
        _tool.Run("run", Flood, "-n", "5", "--no-report", "-q");
        _result = Directory.GetDirectories(Path.Combine(_tool.Results, "semalka-flood")).Single();
    }

    private static string Flood => Path.Combine(Testing.DataFolder.Checkout(), "examples", "semalka-flood", "semalka-flood.supply.yaml");

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_flood_is_named_as_what_held_up_the_trucks()
    {
        var told = Why("--place", "areesha", "--at", "day 25", "--alternative", "nobody-goes-round");

        told.Should().StartWith("Areesha camp on day 25, 4 Apr 00:00\nrun ").And
            .MatchRegex("the one in the middle by\\sneed\\smet, camps\\s\\(need-met\\)")
            .And.Contain("Supply line areesha-road ordered nothing for 15 d").And
            .Contain("day 10, 20 Mar 06:00: Fishkhabour (Semalka) is shut: flood")
            .And.EndWith("\n");
        told.Split('\n').Should().OnlyContain(line => line.Length <= 80);
    }

    [Fact]
    public void Json_is_one_document_and_the_same_each_time()
    {
        var document = JsonNode.Parse(Why("--place", "areesha", "--at", "2024-04-04", "--json"))!;
        document["schema"]!.GetValue<string>().Should().Be("supplysim.why/1");
        document["delays"]!.AsArray().Sum(one => one!["share"]!.GetValue<double>()).Should().BeApproximately(1, 1e-9);
        document["atDay"]!.GetValue<double>().Should().BeApproximately(24.9, 0.2);
        Why("--place", "areesha", "--at", "2024-04-04", "--json").Should()
            .Be(document.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");
    }

    // Of need met less is worse, of people-days without food more.
    [Theory]
    [InlineData("need-met")]
    [InlineData("hungry")]
    [InlineData("need-met/areesha")]
    public void The_worst_run_is_the_one_with_the_worst_value(string by)
    {
        var document = JsonNode.Parse(Why("--place", "areesha", "--at", "day 25", "--json", "--replication", "worst", "--by", by))!;
        var parts = by.Split('/');
        var rows = File.ReadAllLines(Path.Combine(_result, "measures.csv")).Select(line => line.Split(','))
            .Where(cells => cells[0] == "diverted" && cells[2] == parts[0] && cells[3] == (parts.Length > 1 ? parts[1] : cells[3])
                && cells[7].Length == 0)
            .GroupBy(cells => (cells[3], cells[4])).First().ToDictionary(cells => int.Parse(cells[1]),
                cells => double.Parse(cells[5], System.Globalization.CultureInfo.InvariantCulture));
        var worst = by == "hungry" ? rows.Values.Max() : rows.Values.Min();
        rows[document["replication"]!.GetValue<int>()].Should().Be(worst);
    }

    [Theory]
    [InlineData("--place", "aresha", "there is no place 'aresha'; allowed: areesha, al-hol")]
    [InlineData("--place", "dahuk", "needs nothing")]
    [InlineData("--at", "day 900", "before day 60")]
    [InlineData("--at", "tomorrow", "is no moment: write \"day 19\"")]
    [InlineData("--at", "day 12 12:00",
        "'day 12 12:00' is no moment: write \"day 12.5\", which counts from the start; or else write \"day 19\"")]
    [InlineData("--at", "Day 12, 13 Mar 06:00", "write \"day 12.25\"")]
    [InlineData("--replication", "5", "has runs 0 to 4")]
    [InlineData("--replication", "mean", "a run is `median`, `worst` or a number")]
    [InlineData("--by", "hungri", "there is no measure 'hungri'; there are need-met")]
    [InlineData("--alternative", "flooded", "there is no alternative 'flooded'; there are diverted")]
    public void What_is_wrong_with_the_question_is_told_and_ends_with_2(string flag, string value, string message)
    {
        var question = new Dictionary<string, string> { ["--place"] = "areesha", ["--at"] = "day 25", [flag] = value };
        _tool.Run(["why", _result, .. question.SelectMany(one => new[] { one.Key, one.Value })]).Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain(message);
    }

    // The same as the report: the longest shortage of the run in the middle.
    [Fact]
    public void Without_a_place_the_longest_shortage_is_explained()
    {
        var document = JsonNode.Parse(Why("--json", "--alternative", "nobody-goes-round"))!;
        document["place"]!.GetValue<string>().Should().BeOneOf("areesha", "al-hol");
        document["delays"]!.AsArray().Concat(document["pauses"]!.AsArray()).Should().NotBeEmpty();
        Why("--alternative", "nobody-goes-round", "--place", document["place"]!.GetValue<string>(), "--at", "day 25").Should()
            .Contain("flood");
    }

    [Theory]
    [InlineData("--at", "day 25", "of which place? add --place and one of ")]
    [InlineData("--alternative", "no-flood", "no place fell below its warning level")]
    public void Half_a_question_or_one_without_an_answer_ends_with_2(string flag, string value, string message)
    {
        _tool.Run("why", _result, flag, value).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain(message);
    }

    // The last instant of a shortage: nothing of something was left, or it was below its warning level.
    [Theory]
    [InlineData("areesha")]
    [InlineData("al-hol")]
    public void Of_a_place_without_a_moment_its_longest_shortage_is_explained(string place)
    {
        var document = JsonNode.Parse(Why("--json", "--alternative", "nobody-goes-round", "--place", place))!;
        document["place"]!.GetValue<string>().Should().Be(place);
        Why("--alternative", "nobody-goes-round", "--place", place).Should().Contain("longest shortage there").And
            .Contain($"day {Math.Floor(document["atDay"]!.GetValue<double>())}");
        _tool.Run("why", _result, "--alternative", "no-flood", "--place", place).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain($"{place} did not fall below a warning level or run out of anything");
    }

    [Theory]
    [InlineData("Areesha")]
    [InlineData("Areesha camp")]
    [InlineData("AREESHA CAMP")]
    public void A_place_may_be_called_by_its_name(string place) =>
        Why("--place", place, "--at", "day 25").Should().Be(Why("--place", "areesha", "--at", "day 25"));

    [Fact]
    public void What_is_no_result_but_leads_to_one_is_answered_with_that()
    {
        // What a sweep wrote later cannot be run again.
        var swept = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_result)!, "9999-sweep")).FullName;
        File.WriteAllText(Path.Combine(swept, "manifest.json"), "{}");
        _tool.Run("why", Path.GetDirectoryName(_result)!).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain($"the newest is {_result}");
        _tool.Run("why", Flood).Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain($"run it first, `supplysim run {Flood}`");
    }

    [Fact]
    public void A_folder_that_is_no_result_ends_with_4()
    {
        _tool.Run("why", _tool.Folder, "--place", "areesha", "--at", "day 25").Should().Be(ExitCode.InputOutput);
        _tool.Error.Should().Contain("is no result").And.Contain("supplysim run");
    }

    [Theory]
    [InlineData("scenario.supply.yaml")]
    [InlineData("measures.csv")]
    public void What_somebody_has_changed_since_is_not_explained(string file)
    {
        File.AppendAllText(Path.Combine(_result, file), "#\n");
        _tool.Run("why", _result, "--place", "areesha", "--at", "day 25").Should().Be(ExitCode.InputOutput);
        _tool.Error.Should().Contain(file).And.Contain("not as it was written");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"scenario\":{\"file\":\"a\"},\"files\":7}")]
    public void A_manifest_that_is_none_ends_with_4(string text)
    {
        File.WriteAllText(Path.Combine(_result, "manifest.json"), text);
        _tool.Run("why", _result, "--place", "areesha", "--at", "day 25").Should().Be(ExitCode.InputOutput);
        _tool.Error.Should().Contain("holds no result");
    }

    private string Why(params string[] flags)
    {
        using var tool = new ToolRun();
        tool.Run(["why", _result, .. flags]).Should().Be(ExitCode.Done, tool.Error);
        return tool.Out;
    }
}
