using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Comparing;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>Which of several comparisons are sure, all of them judged together.</summary>
internal static class Verdicts
{
    /// <summary>Of each comparison of a result its p-value, adjusted by Holm for all that
    /// <see cref="Comparing.Comparison"/> judges together: these, and the shares of runs in which something
    /// happened; 1 where there is none.</summary>
    public static ImmutableArray<double> Adjusted(ExperimentResult result) =>
        [.. Holm.Adjust(PValues(result)).Take(result.Comparisons.Length)];

    /// <summary>How many comparisons of a result are judged together.</summary>
    public static int Judged(ExperimentResult result) => PValues(result).Length;

    // The result's own first, then what is judged besides.
    private static double[] PValues(ExperimentResult result)
    {
        var own = result.Comparisons.Select(one => (one.Alternative, ComparedColumn.Of(one.Column))).ToHashSet();
        var besides = Comparing.Comparison.Of(result).Where(one => !own.Contains((one.Other.Alternative, one.Column)))
            .Select(one => one.PValue);
        return [.. result.Comparisons.Select(one => one.Difference.PValue).Concat(besides).Select(p => double.IsNaN(p) ? 1 : p)];
    }

    /// <summary>Whether two alternatives are the same in every run in what is compared.</summary>
    public static bool IsNone(this MeasureComparison comparison) =>
        comparison.Difference is { Difference: 0, HalfWidth: 0 };
}
