using System.Collections.Immutable;
using System.Text.Json;

namespace SupplySim.Results.Comparing;

/// <summary>A comparison as one JSON document, <c>supplysim.compare/1</c>.</summary>
/// <remarks>Fields may be added; renaming or removing one makes <c>supplysim.compare/2</c>. A number that
/// does not exist is null, never NaN. Immutable.</remarks>
/// <param name="Schema">The name of this form.</param>
/// <param name="Version">Of the SupplySim that compares.</param>
/// <param name="Results">What is compared, A first.</param>
/// <param name="Differences">Between each other result and A; empty where there is one result.</param>
/// <param name="Comparisons">In the order of the first result.</param>
internal sealed record CompareDocument(
    string Schema, string Version, ImmutableArray<ComparedResult> Results, ImmutableArray<CompareDifference> Differences,
    ImmutableArray<CompareEntry> Comparisons)
{
    public static CompareDocument Of(ResultComparison comparison) => new(
        "supplysim.compare/1", ToolVersion.Number, comparison.Results, [.. comparison.Differences.Select(CompareDifference.Of)],
        [.. comparison.Comparisons.Select(CompareEntry.Of)]);

    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.CompareDocument) + "\n";
}

/// <summary>What differs between two results.</summary>
/// <param name="Baseline">The letter of the first.</param>
/// <param name="Other">The letter of the other.</param>
/// <param name="Warnings">What makes them hard to compare, each a sentence; empty where nothing does.</param>
/// <param name="ScenariosKnown">Whether both folders tell what their scenarios say.</param>
/// <param name="Values">How they were run (title, version, seed, runs, ended), then what their scenarios say, by path; all of it.</param>
internal sealed record CompareDifference(string Baseline, string Other, ImmutableArray<string> Warnings, bool ScenariosKnown,
    ImmutableArray<CompareValue> Values)
{
    public static CompareDifference Of(ResultDifference one) => new(
        one.Baseline, one.Other, one.Warnings, one.AreScenariosKnown,
        [.. one.Values.Select(value => new CompareValue(value.Path, value.One, value.Other))]);
}

/// <summary>What two results say otherwise.</summary>
/// <param name="Path">For example <c>fleets.trucks.count</c>.</param>
/// <param name="Baseline">What the first says; null where it says nothing.</param>
/// <param name="Other">What the other says; null where it says nothing.</param>
internal sealed record CompareValue(string Path, string? Baseline, string? Other);

/// <summary>One measure of two alternatives.</summary>
/// <param name="Baseline">What is compared with.</param>
/// <param name="Other">What is compared.</param>
/// <param name="Measure">The measure's id.</param>
/// <param name="Place">Null over all places.</param>
/// <param name="Commodity">Null over all.</param>
/// <param name="Detail"><c>since</c> of the share of runs in which there was something to recover from; null else.</param>
/// <param name="Unit">Of mean and difference.</param>
/// <param name="Statistic"><c>mean</c>, or <c>share</c> of the runs in which it happened; of a recovery of those in which there was
/// something to recover from.</param>
/// <param name="BaselineValue">Of the runs compared.</param>
/// <param name="OtherValue">Likewise.</param>
/// <param name="Difference">Other minus baseline.</param>
/// <param name="HalfWidth">Of its interval.</param>
/// <param name="Level">[share] The confidence of the interval.</param>
/// <param name="Method">How the interval was made: <c>paired-t</c> on common random numbers, or <c>welch-t</c>.</param>
/// <param name="N">Pairs, or runs of the baseline.</param>
/// <param name="OtherN">Runs of the other; null where they are paired.</param>
/// <param name="LeftAside">Runs of the baseline that have no partner, or no value.</param>
/// <param name="OtherLeftAside">Runs of the other, likewise.</param>
/// <param name="VarianceRatio">How many times as many runs independent draws would need.</param>
/// <param name="Distinguishable">Whether the two can be told apart, all judged together (Holm).</param>
/// <param name="Same">Whether all pairs are the same.</param>
/// <param name="AdjustedPValue">By which they can: that of the difference, all judged together; as in the summary.</param>
/// <param name="Test">By which that p-value was found: as in the summary.</param>
internal sealed record CompareEntry(
    CompareSide Baseline, CompareSide Other, string Measure, string? Place, string? Commodity, string? Detail, string Unit,
    string Statistic, double? BaselineValue, double? OtherValue,
    double? Difference, double? HalfWidth, double Level, string Method, int N, int? OtherN, int LeftAside, int OtherLeftAside,
    double? VarianceRatio, bool Distinguishable, bool Same, double AdjustedPValue, string Test)
{
    public static CompareEntry Of(Compared one) => new(
        new(one.First.Result, one.First.Alternative), new(one.Other.Result, one.Other.Alternative), one.Column.Measure, one.Column.Place,
        one.Column.Commodity, one.Column.Detail,
        one.Column.MayBeNever ? "share" : one.Column.Unit, one.Column.MayBeNever
            ? "share"
            : "mean", Summary.Finite(one.FirstMean), Summary.Finite(one.OtherMean),
        Summary.Finite(one.Difference), Summary.Finite(one.HalfWidth), Comparison.Level, one.OtherN is null
            ? "paired-t"
            : "welch-t", one.N, one.OtherN,
        one.LeftAside.First, one.LeftAside.Other, Summary.Finite(one.VarianceRatio), one.IsSure, one.IsNone, one.AdjustedPValue,
        SummaryComparison.TestName(one.Test));
}

/// <summary>One of the two.</summary>
/// <param name="Result">The letter of the result.</param>
/// <param name="Alternative">Its name.</param>
internal sealed record CompareSide(string Result, string Alternative);
