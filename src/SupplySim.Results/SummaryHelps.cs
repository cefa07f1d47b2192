using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Comparing;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>How the other alternatives stand against the first by one measure: which do better, in what order.</summary>
/// <param name="Measure">The measure's id.</param>
/// <param name="Baseline">The first alternative.</param>
/// <param name="Statistic"><c>mean</c>, or <c>share</c> of the runs in which it happened.</param>
/// <param name="Judged">How many comparisons were judged together (Holm).</param>
/// <param name="Alternatives">Those that do better first, by rank, then those that do worse, then those that cannot be told.</param>
public sealed record SummaryHelps(string Measure, string Baseline, string Statistic, int Judged, ImmutableArray<SummaryHelp> Alternatives)
{
    internal static ImmutableArray<SummaryHelps> Of(ExperimentResult result) => [.. Helping.All(result).Select(helping => new SummaryHelps(
        helping.Measure.Id, result.Alternatives[0].Name, helping.Measure.Is == MeasureKind.FirstTimeBelowWarning
            ? "share"
            : "mean", helping.Judged,
        [
            .. helping.Better.SelectMany((group, i) => group.Select(one =>
                SummaryHelp.Of(one, "better", 1 + helping.Better.Take(i).Sum(before => before.Length), group.Length > 1))),
            .. helping.Worse.Select(one => SummaryHelp.Of(one, "worse")),
            .. helping.Untold.Select(one => SummaryHelp.Of(one, "untold")),
            .. helping.Same.Select(one => SummaryHelp.Of(one, "same")),
        ]))];
}

/// <summary>How one alternative stands against the first.</summary>
/// <param name="Alternative">Its name.</param>
/// <param name="Verdict"><c>better</c>, <c>worse</c>, <c>untold</c>, or <c>same</c> in every run.</param>
/// <param name="Rank">Of those that do better, from 1; those that cannot be told from the first of their
/// group have its rank. Null of the others.</param>
/// <param name="Tied">Whether others have the same rank.</param>
/// <param name="Difference">Its mean, or share, minus that of the first.</param>
/// <param name="HalfWidth">Of the 95 % interval of the difference: paired t, on common random numbers.</param>
/// <param name="N">[pairs of runs] That the difference is of.</param>
/// <param name="AdjustedPValue">By which it is told: that of the difference, all judged together.</param>
public sealed record SummaryHelp(string Alternative, string Verdict, int? Rank, bool Tied, double? Difference, double? HalfWidth, int N,
    double AdjustedPValue)
{
    internal static SummaryHelp Of(Comparing.Compared one, string verdict, int? rank = null, bool tied = false) => new(
        one.Other.Alternative, verdict, rank, tied, Summary.Finite(one.Difference), Summary.Finite(one.HalfWidth), one.N,
        one.AdjustedPValue);
}
