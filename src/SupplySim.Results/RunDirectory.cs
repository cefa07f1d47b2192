using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

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
        var name = string.Create(CultureInfo.InvariantCulture, $"{started:yyyy-MM-dd'T'HHmmss}-{result.Fingerprint >> 48:x4}");
        var parent = System.IO.Path.Combine(root, source?.Stem ?? "scenario");
        var temporary = System.IO.Path.Combine(parent, $".{name}-{Environment.ProcessId}.partial");
        try
        {
            Directory.CreateDirectory(temporary);
            WriteFiles(temporary, Files(result, source, withReport), result, source, started);
            var path = Publish(temporary, System.IO.Path.Combine(parent, name));
            return new(path, withReport ? System.IO.Path.Combine(path, "report.html") : null);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            RemoveQuietly(temporary);
            throw new ResultWriteException(parent, cause);
        }
    }

    /// <summary>The content of every file but the manifest, by name, in the order in which they are listed.</summary>
    internal static ImmutableArray<ResultFile> Files(ExperimentResult result, ScenarioSource? source, bool withReport)
    {
        var files = ImmutableArray.CreateBuilder<ResultFile>();
        if (withReport) files.Add(Text("report.html", Results.Report.Of(result, source)));
        files.Add(Text("summary.json", Summary.Of(result, source).ToJson()));
        ImmutableArray<Table> tables = [MeasuresTable.Of(result), TimeSeriesTable.Of(result), MovementsTable.Of(result), .. LossesTable.Of(result) is { } losses ? [losses] : Array.Empty<Table>()];
        foreach (var table in tables) files.Add(new(table.FileName, table.Content));
        if (source is { Others.IsEmpty: true }) files.Add(Text("scenario.supply.yaml", source.Text));
        else if (source is not null)
            foreach (var each in source.Others.Insert(0, source)) files.Add(Text($"scenario/{each.FileName}", each.Text));
        files.Add(Text("datapackage.json", DataPackage.Of(result, source, tables).ToJson()));
        return files.ToImmutable();
    }

    private static void WriteFiles(
        string folder, ImmutableArray<ResultFile> files, ExperimentResult result, ScenarioSource? source, DateTimeOffset started)
    {
        foreach (var file in files)
        {
            var path = System.IO.Path.Combine(folder, file.Name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.AsSpan());
        }
        var manifest = Manifest.Of(result, source, started, files);
        File.WriteAllText(System.IO.Path.Combine(folder, "manifest.json"), manifest.ToJson(), Utf8);
    }

    /// <summary>Gives the finished folder its name, or that name with the first number that is free.</summary>
    private static string Publish(string temporary, string wanted)
    {
        for (var attempt = 1; ; attempt++)
        {
            var path = attempt == 1 ? wanted : wanted + "-" + attempt.ToString(CultureInfo.InvariantCulture);
            if (Directory.Exists(path) || File.Exists(path)) continue;
            try
            {
                Directory.Move(temporary, path);
                return path;
            }
            catch (IOException) when (Directory.Exists(path))
            {
                // Another process took the name in between: try the next.
            }
        }
    }

    private static void RemoveQuietly(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // What could not be written may not be removable either; the first failure is the one to report.
        }
    }

    private static ResultFile Text(string name, string content) => new(name, [.. Utf8.GetBytes(content)]);
}

/// <summary>A file of a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ResultFile(string Name, ImmutableArray<byte> Content)
{
    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content.AsSpan()));
}
