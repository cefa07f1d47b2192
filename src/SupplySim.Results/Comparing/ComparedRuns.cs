using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Comparing;

/// <summary>What of a column is compared: its place in a result, without what it is of.</summary>
internal sealed record ComparedColumn(string Measure, string? Place, string? Commodity, string? Detail, string Unit, bool MayBeNever)
{
    public static ComparedColumn Of(Column column) => new(column.Measure, column.Place, column.Commodity, column.Detail, column.Unit, column.MayBeNever);
}

/// <summary>The runs of one alternative of one result, as they are compared.</summary>
/// <param name="Result">The letter of the result.</param>
/// <param name="Alternative">Its name.</param>
/// <param name="Seed">Runs of the same seed and number are on the same luck.</param>
/// <param name="Replications">The number of each run.</param>
/// <param name="Columns">What is compared: each measure as a whole.</param>
/// <param name="Values">By column, then by run; NaN where what is measured never happened.</param>
internal sealed record ComparedRuns(
    string Result, string Alternative, ulong Seed, ImmutableArray<int> Replications, ImmutableArray<ComparedColumn> Columns, ImmutableArray<double[]> Values)
{
    /// <summary>What people call each measure, by its id. Default: by its id.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The runs of an alternative of an experiment.</summary>
    public static ComparedRuns Of(AlternativeResult alternative, ulong seed, string result)
    {
        var all = alternative.Layout.Columns;
        var compared = Enumerable.Range(0, all.Length).Where(i => IsWhole(all[i], all)).ToArray();
        return new(result, alternative.Name, seed, alternative.Replications, [.. compared.Select(i => ComparedColumn.Of(all[i]))],
            [.. compared.Select(i => Enumerable.Range(0, alternative.Replications.Length).Select(run => alternative.Values[run * all.Length + i]).ToArray())])
        {
            Labels = alternative.Scenario.Measures.ToImmutableDictionary(one => one.Id, one => MeasureWords.Label(one, alternative.Scenario)),
        };

        // Over all places of the measure, or of the one that it has.
        static bool IsWhole(Column column, ImmutableArray<Column> all) =>
            column.Detail is null && (column.Place is null || !all.Any(other => other.Measure == column.Measure && other.Place is null))
            && column == all.First(other => other.Measure == column.Measure && other.Detail is null);
    }
}
