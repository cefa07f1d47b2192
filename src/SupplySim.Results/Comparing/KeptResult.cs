using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CsvHelper;

namespace SupplySim.Results.Comparing;

/// <summary>A result directory, read back: its summary, and each measure of each run.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Summary">Its summary.json.</param>
/// <param name="Runs">Its measures.csv, by alternative in the order of the summary.</param>
internal sealed record KeptResult(string Folder, Summary Summary, ImmutableArray<ComparedRuns> Runs)
{
    private static readonly string[] Head = ["alternative", "run", "measure", "place", "commodity", "value", "unit", "detail"];

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="letter">What the result is called beside others.</param>
    /// <exception cref="ResultReadException">It is no whole result, or not as it was written.</exception>
    public static KeptResult Read(string folder, string letter)
    {
        try
        {
            var hashes = Hashes(folder);
            var summary = SummaryOf(folder, Bytes(folder, "summary.json", hashes));
            return new(folder, summary, RunsOf(folder, Bytes(folder, "measures.csv", hashes), summary, letter));
        }
        catch (Exception cause) when (cause is IOException and not ResultReadException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ResultReadException(folder, "cannot be read: " + cause.Message, cause);
        }
    }

    private static Dictionary<string, string> Hashes(string folder)
    {
        var path = Path.Combine(folder, "manifest.json");
        if (!File.Exists(path))
            throw new ResultReadException(folder, File.Exists(Path.Combine(folder, Keeping.ExperimentFile.FileName))
                ? "is not complete: the experiment was stopped before its end. The command that began it goes on from there."
                : "is no result: there is no manifest.json in it. Give a folder that `run` has written.");
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        return manifest.RootElement.GetProperty("files").EnumerateArray()
            .ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("sha256").GetString()!);
    }

    private static byte[] Bytes(string folder, string name, Dictionary<string, string> hashes)
    {
        if (!hashes.TryGetValue(name, out var hash)) throw new ResultReadException(folder, $"has no {name}. Give a folder that `run` has written.");
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash
            ? bytes
            : throw new ResultReadException(folder, $"is not as it was written: {name} has another hash than manifest.json says. Make it anew.");
    }

    private static Summary SummaryOf(string folder, byte[] bytes)
    {
        using (var document = JsonDocument.Parse(bytes))
            if (document.RootElement.GetProperty("schema").GetString() is var schema && schema != "supplysim.summary/1")
                throw new ResultReadException(folder, $"has a summary of the form {schema}; this SupplySim, {ToolVersion.Number}, reads supplysim.summary/1.");
        return JsonSerializer.Deserialize(bytes, ResultJson.Written.Summary) ?? throw new ResultReadException(folder, "has an empty summary.json.");
    }

    // Of each measure the whole: its first column. Whether it may never happen, the summary says.
    private static ImmutableArray<ComparedRuns> RunsOf(string folder, byte[] bytes, Summary summary, string letter)
    {
        var rows = Rows(folder, bytes);
        return [.. summary.Alternatives.Select(alternative => Runs(alternative, rows.GetValueOrDefault(alternative.Name) ?? []))];

        ComparedRuns Runs(SummaryAlternative alternative, List<Row> all)
        {
            var columns = alternative.Measures.Where(one => one.Detail is null).DistinctBy(one => one.Measure)
                .Select(one => new ComparedColumn(one.Measure, one.Place, one.Commodity, one.Detail, one.Unit, one.Happened is not null)).ToImmutableArray();
            var values = all.ToLookup(row => (row.Measure, row.Place, row.Commodity, row.Detail));
            return new(letter, alternative.Name, summary.Seed, [.. all.Select(row => row.Run).Distinct()], columns,
                [.. columns.Select(one => values[(one.Measure, one.Place, one.Commodity, one.Detail)].Select(row => row.Value).ToArray())]);
        }
    }

    private static Dictionary<string, List<Row>> Rows(string folder, byte[] bytes)
    {
        var rows = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = false, DetectSeparatorHint = false, FieldCountMismatch = CsvFieldCountHandling.Allow });
        if (!reader.Read() || !Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).SequenceEqual(Head))
            throw new ResultReadException(folder, "has a measures.csv with other columns than this SupplySim writes.");
        while (reader.Read())
        {
            string? Text(int i) => reader.GetString(i) is { Length: > 0 } text ? text : null;
            var value = Text(5) is { } number ? double.Parse(number, CultureInfo.InvariantCulture) : double.NaN;
            if (!rows.TryGetValue(Text(0) ?? "", out var ofAlternative)) rows.Add(Text(0) ?? "", ofAlternative = []);
            ofAlternative.Add(new(int.Parse(reader.GetString(1), CultureInfo.InvariantCulture), Text(2)!, Text(3), Text(4), Text(7), value));
        }
        return rows;
    }

    private readonly record struct Row(int Run, string Measure, string? Place, string? Commodity, string? Detail, double Value);
}

/// <summary>A result could not be read back. The message says what and what to do.</summary>
public sealed class ResultReadException : IOException
{
    internal ResultReadException(string folder, string what, Exception? cause = null)
        : base($"'{folder}' {what}", cause)
    {
    }
}
