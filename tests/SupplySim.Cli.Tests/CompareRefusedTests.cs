using System.Text.Json.Nodes;

namespace SupplySim.Cli.Tests;

/// <summary>What cannot be compared is refused, with what to do.</summary>
public sealed class CompareRefusedTests : ComparedResults
{
    [Fact]
    public void One_alternative_alone_is_refused_before_anything_is_run()
    {
        _tool.Run("compare", ToolRun.Scenario).Should().Be(ExitCode.Wrong);

        _tool.Error.Should().Contain("has one alternative alone").And.Contain("`experiment: compare:`");
        (_tool.Out, _tool.Asked, Directory.Exists(_tool.Results)).Should().Be(("", null, false));
    }

    [Fact]
    public void A_folder_with_one_alternative_alone_asks_for_a_second()
    {
        using var tool = new ToolRun { Runner = _tool.Runner };
        var folder = Path.Combine(_tool.Folder, "alone");
        tool.Run("run", ToolRun.Scenario, "--out", folder, "-n", "2", "-q").Should().Be(ExitCode.Done, tool.Error);
        Refused(ExitCode.Wrong, "holds one alternative alone, so there is nothing to compare it with: name a second folder", folder);
    }

    [Fact]
    public void A_folder_that_is_no_result_or_not_as_it_was_written_ends_with_4()
    {
        var whole = Made("one", "-n", "3");
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "empty"));
        Refused(ExitCode.InputOutput, "is no result: it has no manifest.json", whole, Path.Combine(_tool.Folder, "empty"));
        var begun = Made("two", "-n", "3");
        File.Delete(Path.Combine(begun, "manifest.json"));
        Refused(ExitCode.InputOutput, "is not complete", whole, begun);
        File.AppendAllText(Path.Combine(whole, "measures.csv"), "x");
        Refused(ExitCode.InputOutput, "is not as it was written", whole);
    }

    /// <summary>Written by somebody else, with hashes that fit.</summary>
    [Theory]
    [InlineData("measures.csv", "a-day,1,", "a-day,0,", "measures.csv has 2 runs of 'a-day', and its summary 3")]
    [InlineData("measures.csv", "a-week,1,need-met", "a-week,1,other",
        "measures.csv has not one value of 'need-met' for each run of 'a-week'")]
    [InlineData("measures.csv", "a-day", "another", "measures.csv has 0 runs of 'a-day', and its summary 3")]
    [InlineData("summary.json", "\"title\": \"A week for one clearance\"", "\"title\": null", "its summary lacks the scenario")]
    [InlineData("summary.json", "\"measures\": [", "\"measured\": [", "its summary lacks the scenario or an alternative with its measures")]
    [InlineData("summary.json", "supplysim.summary/1", "supplysim.summary/2", "its summary has the form supplysim.summary/2")]
    [InlineData("scenario.resolved.csv", "clock.zone,", "clock.length,", "scenario.resolved.csv says something twice")]
    [InlineData("scenario.resolved.csv", "clock.zone,", "clock.zone,,,", "scenario.resolved.csv has 5 cells")]
    public void A_folder_that_is_whole_and_makes_no_sense_ends_with_4(string file, string before, string after, string words)
    {
        var (whole, forged) = (Made("one", "-n", "3"), Made("forged", "-n", "3"));
        var path = Path.Combine(forged, file);
        File.ReadAllText(path).Should().Contain(before);
        File.WriteAllText(path, File.ReadAllText(path).Replace(before, after, StringComparison.Ordinal));
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(forged, "manifest.json")))!;
        manifest["files"]!.AsArray().Single(one => one!["path"]!.GetValue<string>() == file)!["sha256"] =
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        File.WriteAllText(Path.Combine(forged, "manifest.json"), manifest.ToJsonString());

        Refused(ExitCode.InputOutput, words, whole, forged);
        Refused(ExitCode.InputOutput, words, forged, whole);
    }

    [Fact]
    public void What_is_no_folder_is_a_wrong_command() =>
        Refused(ExitCode.Wrong, "is no folder. Give one scenario file, or folders", Example, Example);

    private void Refused(ExitCode code, string words, params string[] folders)
    {
        using var tool = new ToolRun();
        tool.Run(["compare", .. folders]).Should().Be(code);
        tool.Error.Should().Contain(words);
        tool.Out.Should().BeEmpty();
    }
}
