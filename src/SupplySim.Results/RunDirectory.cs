using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Tables;

namespace SupplySim.Results;

/// <summary>A result on disk: summary, tables, report, the scenario as given, and the hashes that hold them together.</summary>
/// <remarks>
/// A scenario in several files lies in the folder <c>scenario</c>, ready to be run again.
/// Every file but manifest.json is the same, byte by byte, for the same result. All files are written under a temporary
/// folder beside the final one, which is then renamed: a folder with its final name is complete. Nothing is ever
/// overwritten.
/// </remarks>
/// <param name="Path">The folder.</param>
/// <param name="Report">The path of the report; null where none was wanted.</param>
public sealed record RunDirectory(string Path, string? Report)
{
    /// <summary>Writes a result to a new folder <c>root/scenario/time-fingerprint</c>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    /// <param name="root">The folder of all results, such as <c>runs</c>; made where it does not exist.</param>
    /// <param name="started">When the experiment was started, which names the folder and goes into the manifest.</param>
    /// <param name="withReport">Whether report.html is written. Default: yes.</param>
    /// <exception cref="ResultWriteException">Something could not be written; nothing is left behind.</exception>
    public static RunDirectory Write(
        ExperimentResult result, ScenarioSource? source, string root, DateTimeOffset started, bool withReport = true)
    {
        var name = NameOf(result, started);
        var parent = System.IO.Path.Combine(root, source?.Stem ?? "scenario");
        var temporary = System.IO.Path.Combine(parent, $".{name}-{Environment.ProcessId}.partial");
        try
        {
            Directory.CreateDirectory(temporary);
            ResultFiles.Replace(temporary, Files(result, source, withReport), [], files => ManifestOf(result, source, started, files));
            var path = ResultFiles.Publish(temporary, System.IO.Path.Combine(parent, name));
            return new(path, withReport ? System.IO.Path.Combine(path, "report.html") : null);
        }
        catch (Exception cause) when (ResultWriteException.Covers(cause))
        {
            ResultFiles.RemoveQuietly(temporary);
            throw new ResultWriteException(parent, cause);
        }
    }

    /// <summary>When it was started, and the first digits of what came out.</summary>
    internal static string NameOf(ExperimentResult result, DateTimeOffset started) =>
        string.Create(CultureInfo.InvariantCulture, $"{started:yyyy-MM-dd'T'HHmmss}-{result.Fingerprint >> 48:x4}");

    internal static ResultFile ManifestOf(ExperimentResult result, ScenarioSource? source, DateTimeOffset started,
        ImmutableArray<ResultFile> files) =>
        ResultFile.Text("manifest.json",
            Manifest.Of(Summary.Of(result, source), Summary.Hex(result.Fingerprint), result.Cost, started, files).ToJson());

    /// <summary>The content of every file but the manifest, by name, in the order in which they are listed.</summary>
    internal static ImmutableArray<ResultFile> Files(ExperimentResult result, ScenarioSource? source, bool withReport)
    {
        var files = ImmutableArray.CreateBuilder<ResultFile>();
        if (withReport) files.Add(ResultFile.Text("report.html", Results.Report.Of(result, source)));
        files.Add(ResultFile.Text("summary.json", Summary.Of(result, source).ToJson()));
        Table[] tables = [.. new[]
        {
            MeasuresTable.Of(result), TimeSeriesTable.Of(result), MovementsTable.Of(result), LossesTable.Of(result),
            ResolvedTable.Of(result.Scenario, result.Seed),
        }.OfType<Table>()];
        foreach (var table in tables) files.Add(new(table.FileName, table.Content));
        files.AddRange(ResultFiles.Given(source));
        files.Add(
            ResultFile.Text("datapackage.json",
                DataPackage.Of(result.Scenario.Title,
                    $"Results of SupplySim {ToolVersion.Number}, fingerprint {Summary.Hex(result.Fingerprint)}.", source, [.. tables])
                        .ToJson()));
        return files.ToImmutable();
    }
}
