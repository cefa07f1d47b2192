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
/// <param name="Columns">What is judged together, of which <see cref="IsTold"/> is told.</param>
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
        ComparedColumn[] keys = [.. all.Select(ComparedColumn.Of)];
        var columns = Judged(keys);
        return new(result, alternative.Name, seed, alternative.Replications, columns, [.. columns.Select(column => ValuesAt(Array.IndexOf(keys, column)))])
        {
            Labels = alternative.Scenario.Measures.ToImmutableDictionary(one => one.Id, one => MeasureWords.Label(one, alternative.Scenario)),
        };

        double[] ValuesAt(int column) => [.. Enumerable.Range(0, alternative.Replications.Length).Select(run => alternative.Values[run * all.Length + column])];
    }

    /// <summary>Whether a column is told of: a measure as a whole. The others, such as a wait by its causes, are only judged with it.</summary>
    public bool IsTold(ComparedColumn column) => IsWhole(column, Columns);

    /// <summary>What is judged together: of each measure what is over all its places, or each place where there is no such thing, with its details;
    /// of what may never happen the whole alone.</summary>
    public static ImmutableArray<ComparedColumn> Judged(IEnumerable<ComparedColumn> columns)
    {
        ComparedColumn[] all = [.. columns];
        ComparedColumn[] judged = [.. all.Where(column => column.Place is null || !all.Any(other => other.Measure == column.Measure && other.Place is null))];
        return [.. judged.Where(column => !column.MayBeNever || IsWhole(column, judged))];
    }

    private static bool IsWhole(ComparedColumn column, IReadOnlyList<ComparedColumn> judged) =>
        column == judged.FirstOrDefault(other => other.Measure == column.Measure && other.Detail is null);
}
