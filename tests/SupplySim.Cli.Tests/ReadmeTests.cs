using System.Text.RegularExpressions;
using SupplySim.Experiments;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

/// <summary>The first page, and that of the example it begins with, show what their commands print.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Flagship = Path.Combine(DataFolder.Checkout(), "examples", "fishkhabour-2017");
    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };

    public void Dispose() => _tool.Dispose();

    // How long it took and where the report lies are another matter. UPDATE_GOLDEN=1 writes what they print now.
    [Fact]
    public void They_show_what_run_and_why_print()
    {
        _tool.Run("run", Path.Combine(Flagship, "fishkhabour-2017.supply.yaml")).Should().Be(ExitCode.GoalMissed);
        Shown(Path.Combine(DataFolder.Checkout(), "README.md"), "transcript",
            _tool.Out.Replace(_tool.Results, "runs", StringComparison.Ordinal));

        using var why = new ToolRun();
        why.Run("why", Directory.GetDirectories(Path.Combine(_tool.Results, "fishkhabour-2017")).Single(), "--place", "areesha").Should()
            .Be(ExitCode.Done);
        Shown(Path.Combine(Flagship, "README.md"), "why", why.Out);
    }

    private static void Shown(string page, string what, string printed)
    {
        var (begin, end, text) = ($"<!-- {what}:begin -->\n```text\n", $"```\n<!-- {what}:end -->", File.ReadAllText(page));
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(page, text[..from] + printed + text[to..]);
        else
            Lasting(text[from..to]).Should().Be(Lasting(printed),
                "the page shows it; if the change is meant, run once with UPDATE_GOLDEN=1");
    }

    private static string Lasting(string transcript) => ReportPath().Replace(Speed().Replace(transcript, ""), "");

    [GeneratedRegex(@" · [0-9.]+ s \([0-9.,]+ runs/s\)")]
    private static partial Regex Speed();

    [GeneratedRegex(@"[^/]+/report\.html")]
    private static partial Regex ReportPath();
}
