using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Comparing;

/// <summary>What of a column is compared: its place in a result, without what it is of.</summary>
internal sealed record ComparedColumn(string Measure, string? Place, string? Commodity, string? Detail, string Unit, bool MayBeNever)
{
    /// <summary>Whether it is of those runs alone in which there was something to recover from.</summary>
    public bool IsAmong { get; init; }

    public static ComparedColumn Of(Column column) =>
        new(column.Measure, column.Place, column.Commodity, column.Detail, column.Unit, column.MayBeNever);
}

/// <summary>The runs of one alternative of one result, as they are compared.</summary>
/// <param name="Result">The letter of the result.</param>
/// <param name="Alternative">Its name.</param>
/// <param name="Seed">Runs of the same seed and number are on the same luck.</param>
/// <param name="Replications">The number of each run.</param>
/// <param name="Columns">What is judged together, of which <see cref="IsTold"/> is told.</param>
/// <param name="Values">By column, then by run: what <see cref="Numbers"/> says; NaN where there is none.</param>
internal sealed record ComparedRuns(
    string Result, string Alternative, ulong Seed, ImmutableArray<int> Replications, ImmutableArray<ComparedColumn> Columns,
    ImmutableArray<double[]> Values)
{
    /// <summary>Whether every run came out the same, and nothing is random. Default: no.</summary>
    public bool IsSettled { get; init; }

    /// <summary>What people call each measure, by its id. Default: by its id.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The runs of an alternative of an experiment.</summary>
    public static ComparedRuns Of(AlternativeResult alternative, ulong seed, string result)
    {
        var all = alternative.Layout.Columns;
        ComparedColumn[] keys = Marked([.. all.Select(ComparedColumn.Of)]);
        var columns = Judged(keys);
        return new(result, alternative.Name, seed, alternative.Replications, columns,
            [.. columns.Select(column => Numbers(column, columns, one => ValuesAt(Array.IndexOf(keys, one))))])
        {
            IsSettled = alternative.IsSettled,
            Labels = alternative.Scenario.Measures.ToImmutableDictionary(one => one.Id,
                one => MeasureWords.Label(one, alternative.Scenario)),
        };

        double[] ValuesAt(int column) =>
            [.. Enumerable.Range(0, alternative.Replications.Length).Select(run => alternative.Values[run * all.Length + column])];
    }

    /// <summary>Whether a column is told of: a measure as a whole, and whether there was anything to
    /// recover from. The others, such as a wait by its causes, are only judged with it.</summary>
    public bool IsTold(ComparedColumn column) => column.Detail == Column.Since || IsWhole(column, Columns);

    /// <summary>The same columns, those of a recovery marked as what they are.</summary>
    public static ComparedColumn[] Marked(ComparedColumn[] all)
    {
        var recoveries = all.Where(column => column.Detail == Column.Since).Select(column => column.Measure)
            .ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(column =>
            column is { MayBeNever: true, Detail: null } && recoveries.Contains(column.Measure) ? column with { IsAmong = true } : column)];
    }

    /// <summary>What is judged together: of each measure what is over all its places, or each place where
    /// there is no such thing, with its details; of what may never happen the whole alone, and whether
    /// there was anything to recover from.</summary>
    public static ImmutableArray<ComparedColumn> Judged(ComparedColumn[] all)
    {
        ComparedColumn[] judged = [.. all.Where(column =>
            column.Place is null || !all.Any(other => other.Measure == column.Measure && other.Place is null))];
        return [.. judged.Where(column => !column.MayBeNever || column.Detail == Column.Since || IsWhole(column, judged))];
    }

    /// <summary>The number of each run that is compared: the value itself; of what may never happen 1 where
    /// it did and 0 where it did not, and none where there was nothing to recover from.</summary>
    public static double[] Numbers(ComparedColumn column, ImmutableArray<ComparedColumn> columns, Func<ComparedColumn, double[]> valuesOf)
    {
        var values = valuesOf(column);
        if (!column.MayBeNever) return values;
        double[] happened = [.. values.Select(value => double.IsNaN(value) ? 0.0 : 1.0)];
        return !column.IsAmong ? happened
            : [.. valuesOf(columns.First(other => other.Measure == column.Measure && other.Detail == Column.Since))
                .Select((from, run) => double.IsNaN(from) ? double.NaN : happened[run])];
    }

    private static bool IsWhole(ComparedColumn column, IReadOnlyList<ComparedColumn> judged) =>
        column == judged.FirstOrDefault(other => other.Measure == column.Measure && other.Detail is null);
}
