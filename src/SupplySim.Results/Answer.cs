using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Pages;
using SupplySim.Results.Tables;

namespace SupplySim.Results;

/// <summary>What lies in the folder of a question that is no experiment, a ranking, what would help or a sweep: a document, a table, the
/// scenario as given. All but the manifest are the same, byte by byte, for the same answer.</summary>
/// <param name="Name">Of the document, and in that of the folder.</param>
/// <param name="What">It is, for whoever finds the package of data.</param>
/// <param name="Document">Its numbers.</param>
/// <param name="Table">The same for a spreadsheet.</param>
/// <param name="Report">A page for people; null where there is none.</param>
/// <param name="Cost">What it took.</param>
/// <param name="IsWhole">Whether it came to its end and nothing failed.</param>
internal sealed record Answer(string Name, string What, ResultDocument Document, Table Table, string? Report, ExperimentCost Cost,
    bool IsWhole)
{
    public static Answer Of(RankResult result, ScenarioSource? source) => new(
        "rank", "A ranking of closures", RankSummary.Of(result, source), ClosuresTable.Of(result), null, result.Cost,
        result.IsWhole && result.Failures.IsEmpty);

    public static Answer Of(HelpsResult result, ScenarioSource? source) => new(
        "helps", "What would help", HelpsSummary.Of(result, source), RemediesTable.Of(result), null, result.Cost,
        result.IsWhole && result.Failures.IsEmpty);

    public static Answer Of(SweepResult result, ScenarioSource? source) => new(
        "sweep", "A sweep", SweepSummary.Of(result, source), SweepTable.Of(result), SweepPage.Of(result, source), result.All.Cost,
        SweepSummary.IsWhole(result));

    /// <summary>All but the manifest.</summary>
    public ImmutableArray<ResultFile> Files(ScenarioSource? source) =>
    [
        ResultFile.Text($"{Name}.json", Document.ToJson()),
        new(Table.FileName, Table.Content),
        .. Report is null ? Array.Empty<ResultFile>() : [ResultFile.Text("report.html", Report)],
        .. ResultFiles.Given(source),
        ResultFile.Text("datapackage.json",
            DataPackage.Of(Document.Scenario.Title, $"{What} by SupplySim {ToolVersion.Number}.", source, [Table]).ToJson()),
    ];

    public ResultFile Manifest(DateTimeOffset started, ImmutableArray<ResultFile> files) =>
        ResultFile.Text("manifest.json", Tables.Manifest.Of(Document, fingerprint: null, Cost, started, files).ToJson());

    /// <summary>Of its folder: when it was started; null where it has not come to its end.</summary>
    public string? Folder(DateTimeOffset started) =>
        IsWhole ? string.Create(CultureInfo.InvariantCulture, $"{started:yyyy-MM-dd'T'HHmmss}-{Name}") : null;
}
