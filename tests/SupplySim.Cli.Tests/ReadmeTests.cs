using System.Text.RegularExpressions;
using SupplySim.Experiments;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

public sealed partial class ReadmeTests : IDisposable
{
    private const string Begin = "<!-- transcript:begin -->\n```text\n";
    private const string End = "```\n<!-- transcript:end -->";
    private static readonly string Readme = Path.Combine(DataFolder.Checkout(), "README.md");
    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };

    public void Dispose() => _tool.Dispose();

    // How long it took and where the report lies are another matter. UPDATE_GOLDEN=1 writes what it prints now.
    [Fact]
    public void It_shows_what_its_first_command_prints()
    {
        var scenario = Path.Combine(DataFolder.Checkout(), "examples", "fishkhabour-2017", "fishkhabour-2017.supply.yaml");
        _tool.Run("run", scenario).Should().Be(ExitCode.GoalMissed);
        var printed = _tool.Out.Replace(_tool.Results, "runs", StringComparison.Ordinal);
        var readme = File.ReadAllText(Readme);
        var (from, to) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Readme, readme[..from] + printed + readme[to..]);
        else Lasting(readme[from..to]).Should().Be(Lasting(printed), "the README shows it; if the change is meant, run once with UPDATE_GOLDEN=1");
    }

    private static string Lasting(string transcript) => ReportPath().Replace(Speed().Replace(transcript, ""), "");

    [GeneratedRegex(@" · [0-9.]+ s \([0-9.,]+ runs/s\)")]
    private static partial Regex Speed();

    [GeneratedRegex(@"[^/]+/report\.html")]
    private static partial Regex ReportPath();
}
