using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Tables;

namespace SupplySim.Results;

/// <summary>The files of a ranking: the document, the table of closures, the scenario as given. All but the manifest are the same, byte by byte, for
/// the same ranking.</summary>
internal static class RankFiles
{
    /// <summary>All but the manifest.</summary>
    public static ImmutableArray<ResultFile> Of(RankResult result, ScenarioSource? source)
    {
        var closures = ClosuresTable.Of(result);
        var package = DataPackage.Of(result.Scenario.Title, $"A ranking of closures by SupplySim {ToolVersion.Number}.", source, [closures]);
        return
        [
            ResultFile.Text("rank.json", RankSummary.Of(result, source).ToJson()),
            new(closures.FileName, closures.Content),
            .. ResultFiles.Given(source),
            ResultFile.Text("datapackage.json", package.ToJson()),
        ];
    }

    public static ResultFile ManifestOf(RankResult result, ScenarioSource? source, DateTimeOffset started, ImmutableArray<ResultFile> files) =>
        ResultFile.Text("manifest.json", Manifest.Of(RankSummary.Of(result, source), fingerprint: null, result.Cost, started, files).ToJson());

    /// <summary>When it was started.</summary>
    public static string NameOf(DateTimeOffset started) => string.Create(CultureInfo.InvariantCulture, $"{started:yyyy-MM-dd'T'HHmmss}-rank");
}
