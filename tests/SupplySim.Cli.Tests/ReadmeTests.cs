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
    public void They_show_what_run_and_why_print_and_pictures_of_the_report()
    {
        _tool.Run("run", Path.Combine(Flagship, "fishkhabour-2017.supply.yaml")).Should().Be(ExitCode.GoalMissed);
        Shown(Path.Combine(DataFolder.Checkout(), "README.md"), "transcript",
            _tool.Out.Replace(_tool.Results, "runs", StringComparison.Ordinal));

        var result = Directory.GetDirectories(Path.Combine(_tool.Results, "fishkhabour-2017")).Single();
        var report = File.ReadAllText(Path.Combine(result, "report.html"));
        Pictured("map.svg", report, "map-wide");
        Pictured("one-run.svg", report, "glance-wide");

        using var why = new ToolRun();
        why.Run("why", result, "--place", "areesha").Should().Be(ExitCode.Done);
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

    // A picture of the report by itself, with what the page's style sheet says of pictures.
    private static void Pictured(string file, string report, string id)
    {
        var picture = Regex.Match(report, $"<svg id=\"{id}\".*?</svg>\n", RegexOptions.Singleline).Value;
        var style = string.Join('\n', Regex.Match(report, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value.Split('\n')
            .Where(line => OfPictures().IsMatch(line)));
        var (path, drawn) = (Path.Combine(Flagship, file), picture.Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
            .Insert(picture.IndexOf('>') + " xmlns=\"http://www.w3.org/2000/svg\"".Length + 1, $"\n<style>\n{style}\nsvg{{background:var(--paper)}}\n</style>"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, drawn);
        else File.ReadAllText(path).Should().Be(drawn, "the first page shows it; if the change is meant, run once with UPDATE_GOLDEN=1");
    }

    [GeneratedRegex(@"^(:root|@media \(prefers|\.l-|svg\{|\.map|\.chart|\.place|\.cross|\.name|\.minor)")]
    private static partial Regex OfPictures();

    private static string Lasting(string transcript) => ReportPath().Replace(Speed().Replace(transcript, ""), "");

    [GeneratedRegex(@" · [0-9.]+ s \([0-9.,]+ runs/s\)")]
    private static partial Regex Speed();

    [GeneratedRegex(@"[^/]+/report\.html")]
    private static partial Regex ReportPath();
}
