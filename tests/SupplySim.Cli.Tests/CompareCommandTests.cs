using System.Text.Json.Nodes;
using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

/// <summary>Results are compared with one another, run by run where they are on the same luck.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private static readonly string Example = Path.Combine(DataFolder.Checkout(), "examples", "clearance-delay", "clearance-delay.supply.yaml");
    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };

    public void Dispose() => _tool.Dispose();

    private string Made(string name, params string[] flags)
    {
        var folder = Path.Combine(_tool.Folder, name);
        using var tool = new ToolRun { Runner = _tool.Runner };
        tool.Run(["run", Example, "--out", folder, "--no-report", "-q", .. flags]).Should().BeOneOf([ExitCode.Done, ExitCode.GoalMissed], tool.Error);
        return folder;
    }

    private JsonArray Compared(params string[] folders)
    {
        using var tool = new ToolRun();
        tool.Run(["compare", .. folders, "--json"]).Should().Be(ExitCode.Done, tool.Error);
        var document = JsonNode.Parse(tool.Out)!;
        document["schema"]!.GetValue<string>().Should().Be("supplysim.compare/1");
        return document["comparisons"]!.AsArray();
    }

    [Fact]
    public void Results_on_the_same_luck_are_paired_by_run()
    {
        var (one, other) = (Made("one", "-n", "40"), Made("other", "-n", "60"));

        var compared = Compared(one, other);

        compared.Should().NotBeEmpty();
        compared.Should().OnlyContain(entry => entry!["method"]!.GetValue<string>() == "paired-t" && entry["n"]!.GetValue<int>() >= 39 && entry["same"]!.GetValue<bool>()
            && !entry["distinguishable"]!.GetValue<bool>() && entry["baseline"]!["result"]!.GetValue<string>() == "A" && entry["other"]!["result"]!.GetValue<string>() == "B");
        _tool.Run("compare", one, other).Should().Be(ExitCode.Done);
        _tool.Out.Should().Contain("Paired by run on the same luck (39 to 40 pairs)").And.Contain("the same in every run");
        _tool.Out.Split('\n').Where(line => !line.Contains(_tool.Folder, StringComparison.Ordinal)).Should().OnlyContain(line => line.Length <= 80);
    }

    [Fact]
    public void Results_with_other_seeds_are_not_paired_and_that_is_said()
    {
        var (one, other) = (Made("one", "-n", "60"), Made("other", "-n", "50", "--seed", "4"));

        Compared(one, other).Should().OnlyContain(entry => entry!["method"]!.GetValue<string>() == "welch-t" && entry["n"]!.GetValue<int>() >= 59 && entry["otherN"]!.GetValue<int>() >= 49
            && entry["varianceRatio"] == null && !entry["distinguishable"]!.GetValue<bool>());
        _tool.Run("compare", one, other);
        _tool.Out.Should().Contain("Not paired, since the seeds are not the").And.Contain("cannot be told apart");
    }

    // What a file's alternatives come to is the same, whether they are run for it or read back.
    [Fact]
    public void One_folder_and_its_file_are_compared_alike()
    {
        var folder = Made("one", "-n", "40");
        var read = Compared(folder);
        read.Should().Contain(entry => entry!["distinguishable"]!.GetValue<bool>());

        _tool.Run("compare", Example, "-n", "40", "--json").Should().Be(ExitCode.GoalMissed, _tool.Error);
        var run = JsonNode.Parse(_tool.Out)!;
        JsonNode.DeepEquals(run["comparisons"], read).Should().BeTrue();
        run["results"]![0]!["folder"].Should().BeNull();
    }

    [Fact]
    public void What_differs_surely_is_told_with_its_direction()
    {
        var (one, other) = (Made("one", "-n", "40"), Made("other", "-n", "40", "--set", "clock.length=20 d"));

        var compared = Compared(one, other);

        compared.Should().Contain(entry => entry!["distinguishable"]!.GetValue<bool>());
        foreach (var entry in compared.Where(entry => entry!["distinguishable"]!.GetValue<bool>()))
            Math.Abs(entry!["difference"]!.GetValue<double>()).Should().BeGreaterThan(entry["halfWidth"]!.GetValue<double>());
        _tool.Run("compare", one, other);
        _tool.Out.Should().MatchRegex("  (more|less)\n");
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

    [Fact]
    public void What_is_no_folder_is_a_wrong_command() => Refused(ExitCode.Wrong, "is no folder. Give one scenario file, or folders", Example, Example);

    private void Refused(ExitCode code, string words, params string[] folders)
    {
        using var tool = new ToolRun();
        tool.Run(["compare", .. folders]).Should().Be(code);
        tool.Error.Should().Contain(words);
        tool.Out.Should().BeEmpty();
    }
}
