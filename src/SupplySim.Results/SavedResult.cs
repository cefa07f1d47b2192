using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CsvHelper;
using SupplySim.Results.Tables;

namespace SupplySim.Results;

/// <summary>A result read back from its folder: what it was made from, and every value of every run.</summary>
/// <remarks>Immutable. What is read is held to the hashes of the manifest first, so that nothing is told of a result that somebody has
/// changed since.</remarks>
public sealed record SavedResult
{
    private SavedResult() { }

    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Of the SupplySim that made it.</summary>
    public required string Version { get; init; }

    /// <summary>From which all draws followed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>[runs] Of each alternative.</summary>
    public required int Runs { get; init; }

    /// <summary>The path of the scenario file in the folder.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>What the command line set, each as <c>KEY=VALUE</c>.</summary>
    public required ImmutableArray<string> Settings { get; init; }

    /// <summary>Every value, in the order of the table.</summary>
    public required ImmutableArray<SavedValue> Values { get; init; }

    /// <summary>The names of the alternatives, in their order.</summary>
    public ImmutableArray<string> Alternatives => [.. Values.Select(one => one.Alternative).Distinct()];

    /// <summary>Reads a folder that <see cref="RunDirectory"/> has written.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="SavedResultException">It is not such a folder, something in it has been changed, or it cannot be read; the message
    /// says what and what to do.</exception>
    public static SavedResult Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return ReadFiles(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new SavedResultException($"cannot read the result '{folder}': {cause.Message}", cause);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CsvFormatException)
        {
            throw new SavedResultException($"'{folder}' holds no result as SupplySim {ToolVersion.Number} writes it: {cause.Message.Split('\n')[0]}", cause);
        }
    }

    private static SavedResult ReadFiles(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "manifest.json")))
            throw new SavedResultException($"'{folder}' is no result: it has no manifest.json; name the folder that `supplysim run` has written", null);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        var root = manifest.RootElement;
        var scenario = root.GetProperty("scenario");
        if (scenario.GetProperty("file").GetString() is not { } name)
            throw new SavedResultException($"'{folder}' was made from a scenario in code, not from a file, so it cannot be run again from here", null);
        var hashes = root.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("sha256").GetString()!);
        var file = hashes.ContainsKey("scenario.supply.yaml") ? "scenario.supply.yaml" : $"scenario/{name}";
        foreach (var one in hashes.Keys.Where(path => path == file || path == "measures.csv" || path.StartsWith("scenario/", StringComparison.Ordinal)))
            Check(folder, one, hashes[one]);
        return new SavedResult
        {
            Folder = folder,
            Version = root.GetProperty("version").GetString()!,
            Seed = root.GetProperty("seed").GetUInt64(),
            Runs = root.GetProperty("runs").GetInt32(),
            ScenarioFile = Path.Combine(folder, file),
            Settings = [.. scenario.GetProperty("set").EnumerateArray().Select(set => set.GetString()!)],
            Values = ReadValues(Path.Combine(folder, "measures.csv")),
        };
    }

    private static void Check(string folder, string file, string sha256)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))) != sha256)
            throw new SavedResultException($"'{file}' in '{folder}' is not as it was written: its hash is not the one in manifest.json; run the scenario anew", null);
    }

    private static ImmutableArray<SavedValue> ReadValues(string path)
    {
        using var table = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions
        {
            HasHeader = false,
            DetectSeparatorHint = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        var values = ImmutableArray.CreateBuilder<SavedValue>();
        if (!table.Read() || string.Join(',', Cells()) != MeasuresTable.Header) throw new FormatException($"the columns of measures.csv are not {MeasuresTable.Header}");
        while (table.Read())
        {
            if (Cells() is not [{ } alternative, { } run, { } measure, var place, var commodity, var value, _, var detail])
                throw new FormatException($"row {values.Count + 2} of measures.csv has {table.FieldCount} cells");
            values.Add(new(
                alternative, int.Parse(run, CultureInfo.InvariantCulture), measure, place, commodity, detail,
                value is null ? double.NaN : double.Parse(value, CultureInfo.InvariantCulture)));
        }
        return values.ToImmutable();

        string?[] Cells() => [.. Enumerable.Range(0, table.FieldCount).Select(column => table.GetString(column) is { Length: > 0 } text ? text : null)];
    }
}

/// <summary>One value of one run.</summary>
/// <param name="Alternative">The alternative's name.</param>
/// <param name="Run">The replication, from 0.</param>
/// <param name="Measure">The measure's id.</param>
/// <param name="Place">The place's id; null over all.</param>
/// <param name="Commodity">The commodity's id; null over all.</param>
/// <param name="Detail">The cause of a wait, or a quantile; null for the measure itself.</param>
/// <param name="Value">In the unit of the measure; NaN where what is measured never happened.</param>
public sealed record SavedValue(string Alternative, int Run, string Measure, string? Place, string? Commodity, string? Detail, double Value);

/// <summary>A folder could not be read as a result.</summary>
public sealed class SavedResultException : IOException
{
    internal SavedResultException(string message, Exception? cause) : base(message, cause) { }
}
