using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
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

    /// <summary>The commit of the SupplySim that made it; null where it did not know.</summary>
    public required string? Commit { get; init; }

    /// <summary>From which all draws followed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>[runs] Of each alternative.</summary>
    public required int Runs { get; init; }

    /// <summary>[runs] Of each alternative, as asked: more than <see cref="Runs"/> where the experiment
    /// ended early, or was stopped.</summary>
    public required int RunsPlanned { get; init; }

    /// <summary>Whether it was stopped before its end, so that its runs are not those of any command.</summary>
    public required bool WasStopped { get; init; }

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
        return SavedFiles.Read(folder, files => ReadFiles(folder, files));
    }

    private static SavedResult ReadFiles(string folder, SavedFiles files)
    {
        var scenario = files.Manifest.GetProperty("scenario");
        if (scenario.GetProperty("file").GetString() is not { } name)
            throw new SavedResultException(
                $"'{folder}' was made from a scenario in code, not from a file, so it cannot be run again from here", null);
        var file = files.Names.Contains("scenario.supply.yaml") ? "scenario.supply.yaml" : $"scenario/{name}";
        foreach (var one in files.Names.Where(path => path == file || path.StartsWith("scenario/", StringComparison.Ordinal)))
            files.Bytes(one);
        return new SavedResult
        {
            Folder = folder,
            Version = files.Manifest.GetProperty("version").GetString()!,
            Commit = files.Manifest.TryGetProperty("commit", out var commit) ? commit.GetString() : null,
            Seed = files.Manifest.GetProperty("seed").GetUInt64(),
            Runs = files.Manifest.GetProperty("runs").GetInt32(),
            RunsPlanned = files.Manifest.GetProperty("runsPlanned").GetInt32(),
            WasStopped = Ended(files) == "cancelled",
            ScenarioFile = Path.Combine(folder, file),
            Settings = [.. scenario.GetProperty("set").EnumerateArray().Select(set => set.GetString()!)],
            Values = ReadValues(files),
        };
    }

    private static string? Ended(SavedFiles files)
    {
        using var summary = JsonDocument.Parse(files.Bytes("summary.json"));
        return summary.RootElement.GetProperty("ended").GetString();
    }

    /// <summary>measures.csv, row by row.</summary>
    internal static ImmutableArray<SavedValue> ReadValues(SavedFiles files)
    {
        using var table = Table.Reader(files.Bytes("measures.csv"));
        var values = ImmutableArray.CreateBuilder<SavedValue>();
        if (!table.Read() || string.Join(',', Cells()) != MeasuresTable.Header)
            throw new FormatException($"the columns of measures.csv are not {MeasuresTable.Header}");
        while (table.Read())
        {
            if (Cells() is not [{ } alternative, { } run, { } measure, var place, var commodity, var value, _, var detail])
                throw new FormatException($"row {values.Count + 2} of measures.csv has {table.FieldCount} cells");
            values.Add(new(
                alternative, int.Parse(run, CultureInfo.InvariantCulture), measure, place, commodity, detail,
                value is null ? double.NaN : double.Parse(value, CultureInfo.InvariantCulture)));
        }
        return values.ToImmutable();

        string?[] Cells() =>
            [.. Enumerable.Range(0, table.FieldCount).Select(column => table.GetString(column) is { Length: > 0 } text ? text : null)];
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
public sealed record SavedValue(string Alternative, int Run, string Measure, string? Place, string? Commodity, string? Detail,
    double Value);

/// <summary>A folder could not be read as a result.</summary>
public sealed class SavedResultException : IOException
{
    internal SavedResultException(string message, Exception? cause) : base(message, cause) { }
}
