using System.Collections.Immutable;
using System.Text.Json;

namespace SupplySim.Results.Comparing;

/// <summary>A comparison as one JSON document, <c>supplysim.compare/1</c>.</summary>
/// <remarks>Fields may be added; renaming or removing one makes <c>supplysim.compare/2</c>. A number that does not exist is null, never NaN. Immutable.</remarks>
internal sealed record CompareDocument(string Schema, string Version, ImmutableArray<ComparedResult> Results, ImmutableArray<CompareEntry> Comparisons)
{
    public static CompareDocument Of(ResultComparison comparison) =>
        new("supplysim.compare/1", ToolVersion.Number, comparison.Results, [.. comparison.Comparisons.Select(CompareEntry.Of)]);

    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.CompareDocument) + "\n";
}

/// <summary>One measure of two alternatives.</summary>
/// <param name="Baseline">What is compared with.</param>
/// <param name="Other">What is compared.</param>
/// <param name="Measure">The measure's id.</param>
/// <param name="Place">Null over all places.</param>
/// <param name="Commodity">Null over all.</param>
/// <param name="Unit">Of mean and difference.</param>
/// <param name="Statistic"><c>mean</c>, or <c>share</c> of the runs in which it happened.</param>
/// <param name="BaselineValue">Of the runs compared.</param>
/// <param name="OtherValue">Likewise.</param>
/// <param name="Difference">Other minus baseline.</param>
/// <param name="HalfWidth">Of its interval.</param>
/// <param name="Level">[share] The confidence of the interval.</param>
/// <param name="Method"><c>paired-t</c> on common random numbers, or <c>welch-t</c>.</param>
/// <param name="N">Pairs, or runs of the baseline.</param>
/// <param name="OtherN">Runs of the other; null where they are paired.</param>
/// <param name="VarianceRatio">How many times as many runs independent draws would need.</param>
/// <param name="Distinguishable">Whether the two can be told apart, all judged together (Holm).</param>
/// <param name="Same">Whether all pairs are the same.</param>
internal sealed record CompareEntry(
    CompareSide Baseline, CompareSide Other, string Measure, string? Place, string? Commodity, string Unit, string Statistic, double? BaselineValue, double? OtherValue,
    double? Difference, double? HalfWidth, double Level, string Method, int N, int? OtherN, double? VarianceRatio, bool Distinguishable, bool Same)
{
    public static CompareEntry Of(Compared one) => new(
        new(one.First.Result, one.First.Alternative), new(one.Other.Result, one.Other.Alternative), one.Column.Measure, one.Column.Place, one.Column.Commodity,
        one.Column.MayBeNever ? "share" : one.Column.Unit, one.Column.MayBeNever ? "share" : "mean", Summary.Finite(one.FirstMean), Summary.Finite(one.OtherMean),
        Summary.Finite(one.Difference), Summary.Finite(one.HalfWidth), Comparison.Level, one.OtherN is null ? "paired-t" : "welch-t", one.N, one.OtherN,
        Summary.Finite(one.VarianceRatio), one.IsSure, one.IsNone);
}

/// <summary>One of the two.</summary>
/// <param name="Result">The letter of the result.</param>
/// <param name="Alternative">Its name.</param>
internal sealed record CompareSide(string Result, string Alternative);
