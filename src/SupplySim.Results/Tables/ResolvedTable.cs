using System.Collections.Immutable;
using CsvHelper;
using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>scenario.resolved.csv: what the scenario says once all is put in, line by line; by it two
/// results are asked what differs between their scenarios.</summary>
internal static class ResolvedTable
{
    public const string FileName = "scenario.resolved.csv";

    /// <summary>Null where it cannot be told, since a record of the user's own holds itself.</summary>
    public static Table? Of(Scenario scenario, ulong seed)
    {
        try
        {
            return Of(ExperimentIdentity.Of(scenario, seed).Lines);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Table Of(ImmutableArray<ScenarioLine> lines) => Table.Of(
        FileName,
        "What the scenario and its alternatives say with defaults, parameters and all that was put in; what changes no run is left out.",
        [
            new("path", "string", "Where it stands: fleets.trucks.count; what an alternative changes, below compare."),
            new("value", "string", "What it says."),
            new("exact", "string", "What it says to the last bit, where the value is a text of it."),
        ],
        writer =>
        {
            foreach (var line in lines)
            {
                writer.WriteField(line.Path);
                writer.WriteField(line.Value);
                writer.WriteField(line.Exact);
                writer.EndRecord();
            }
        });

    /// <summary>The lines of a file that was written.</summary>
    public static ImmutableArray<ScenarioLine> Read(byte[] content)
    {
        using var table = Table.Reader(content);
        var lines = ImmutableArray.CreateBuilder<ScenarioLine>();
        for (var isHeader = true; table.Read(); isHeader = false)
        {
            if (table.FieldCount != 3) throw new FormatException($"row {lines.Count + 1} of {FileName} has {table.FieldCount} cells");
            if (!isHeader) lines.Add(new(table.GetString(0) ?? "", table.GetString(1) ?? "", table.GetString(2) ?? ""));
        }
        return lines.DistinctBy(line => line.Path).Count() == lines.Count
            ? lines.ToImmutable()
            : throw new FormatException($"{FileName} says something twice");
    }
}
