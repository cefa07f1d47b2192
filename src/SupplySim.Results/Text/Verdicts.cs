using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>Which of several comparisons are sure, all of them judged together.</summary>
internal static class Verdicts
{
    /// <summary>For each comparison whether its two alternatives can be told apart: its p-value, adjusted by Holm for all
    /// comparisons of the experiment, is at most what the confidence level leaves.</summary>
    public static ImmutableArray<bool> Of(ImmutableArray<MeasureComparison> comparisons)
    {
        return [.. comparisons.Zip(Adjusted(comparisons), (c, p) => p <= 1 - c.Difference.Level)];
    }

    /// <summary>The p-value of each, adjusted by Holm for all of them; 1 where there is none.</summary>
    public static double[] Adjusted(ImmutableArray<MeasureComparison> comparisons) =>
        Holm.Adjust([.. comparisons.Select(c => double.IsNaN(c.Difference.PValue) ? 1 : c.Difference.PValue)]);

    /// <summary>Whether two alternatives are the same in every run in what is compared.</summary>
    public static bool IsNone(this MeasureComparison comparison) =>
        comparison.Difference is { N: > 1, Difference: 0, HalfWidth: 0 };
}
