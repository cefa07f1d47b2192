using System.Collections.Immutable;
using System.Text.Json;
using SupplySim.Experiments;
using SupplySim.Results.Tables;
using SupplySim.Results.Text;

namespace SupplySim.Results.Comparing;

/// <summary>A result read back from its folder to be compared: its summary, and each measure of each run.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Summary">Its summary.json.</param>
/// <param name="Runs">Its measures.csv, by alternative in the order of the summary.</param>
/// <param name="Lines">Its scenario.resolved.csv; null where it has none.</param>
internal sealed record KeptResult(string Folder, Summary Summary, ImmutableArray<ComparedRuns> Runs, ImmutableArray<ScenarioLine>? Lines)
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="letter">What the result is called beside others.</param>
    /// <exception cref="SavedResultException">It is no whole result, or not as it was written.</exception>
    public static KeptResult Read(string folder, string letter) => SavedFiles.Read(folder, files =>
    {
        var summary = SummaryOf(files.Bytes("summary.json"));
        return new KeptResult(folder, summary, RunsOf(SavedResult.ReadValues(files), summary, letter),
            files.Names.Contains(ResolvedTable.FileName) ? ResolvedTable.Read(files.Bytes(ResolvedTable.FileName)) : null);
    });

    private static Summary SummaryOf(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        if (document.RootElement.GetProperty("schema").GetString() is var schema && schema != "supplysim.summary/1")
            throw new FormatException($"its summary has the form {schema}");
        return JsonSerializer.Deserialize(bytes, ResultJson.Written.Summary) is { Scenario.Title: not null, Version: not null,
            Alternatives: { IsDefaultOrEmpty: false } all } summary
            && all.All(one => one is { Name: not null, Measures.IsDefault: false })
            ? summary
            : throw new FormatException("its summary lacks the scenario or an alternative with its measures");
    }

    // Whether a measure may never happen, the summary says.
    private static ImmutableArray<ComparedRuns> RunsOf(ImmutableArray<SavedValue> values, Summary summary, string letter)
    {
        var rows = values.ToLookup(row => row.Alternative);
        return [.. summary.Alternatives.Select(alternative => Runs(alternative, rows[alternative.Name].ToArray()))];

        ComparedRuns Runs(SummaryAlternative alternative, SavedValue[] all)
        {
            var columns = ComparedRuns.Judged(ComparedRuns.Marked(
                [.. alternative.Measures.Select(one =>
                    new ComparedColumn(one.Measure, one.Place, one.Commodity, one.Detail, one.Unit, one.Happened is not null))]));
            var byColumn = all.ToLookup(row => (row.Measure, row.Place, row.Commodity, row.Detail));
            int[] runs = [.. all.Select(row => row.Run).Distinct()];
            if (!columns.IsEmpty && runs.Length != summary.Runs)
                throw new FormatException(
                    $"measures.csv has {Words.Count(runs.Length, "run")} of '{alternative.Name}', and its summary {summary.Runs}");
            return new(letter, alternative.Name, summary.Seed, [.. runs], columns,
                [.. columns.Select(column => ComparedRuns.Numbers(column, columns, Values))])
            {
                IsSettled = alternative.Settled,
                Labels = alternative.Measures.DistinctBy(one => one.Measure).Where(one => one.Label is not null)
                    .ToImmutableDictionary(one => one.Measure, one => one.Label!),
            };

            double[] Values(ComparedColumn column)
            {
                var values = byColumn[(column.Measure, column.Place, column.Commodity, column.Detail)].ToArray();
                return values.Select(row => row.Run).SequenceEqual(runs) ? [.. values.Select(row => row.Value)]
                    : throw new FormatException(
                        $"measures.csv has not one value of '{column.Measure}' for each run of '{alternative.Name}'");
            }
        }
    }
}
