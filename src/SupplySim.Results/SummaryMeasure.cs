using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupplySim.Experiments;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Results;

/// <summary>What the runs say about one value.</summary>
/// <remarks>For what may never happen, mean and quantiles are of the runs in which it happened, null if it never did.</remarks>
public sealed record SummaryMeasure
{
    /// <summary>The measure's id.</summary>
    public required string Measure { get; init; }

    /// <summary>What the measure is called where people read: the words of the summary screen. Null in results of earlier builds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <summary>The place's id; null over all places of the measure.</summary>
    public required string? Place { get; init; }

    /// <summary>The commodity's id; null over all.</summary>
    public required string? Commodity { get; init; }

    /// <summary>The cause of a wait, a quantile such as <c>p95</c>, or <c>since</c>: from when a recovery
    /// is counted; null for the measure itself.</summary>
    public required string? Detail { get; init; }

    /// <summary>For example <c>person-day</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>[runs] Looked at: of a recovery those in which there was something to recover from.</summary>
    public required int N { get; init; }

    /// <summary>The mean over the runs.</summary>
    public required double? Mean { get; init; }

    /// <summary>Of the interval of the mean; null from fewer than two runs.</summary>
    public required double? HalfWidth { get; init; }

    /// <summary>The lower end of the interval of the mean; never below zero, as nothing measured is.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end; of a share of a whole never above one.</summary>
    public double? High { get; init; }

    /// <summary>How these ends were made: <c>t</c>, mean ± half-width; or <c>t for skewness (Hall), cut</c> where that would go beyond what
    /// is possible. Null in results of earlier builds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IntervalMethod { get; init; }

    /// <summary>[share] The confidence of the interval.</summary>
    public required double Level { get; init; }

    /// <summary>How the interval was made: <c>t</c>, or <c>t, sequential</c> where runs ended when a
    /// half-width was reached, so that the level is nominal.</summary>
    public required string Method { get; init; }

    /// <summary>The least value.</summary>
    public required double? Min { get; init; }

    /// <summary>5 % of the runs are at or below.</summary>
    public required double? P05 { get; init; }

    /// <summary>The median.</summary>
    public required double? P50 { get; init; }

    /// <summary>95 % of the runs are at or below.</summary>
    public required double? P95 { get; init; }

    /// <summary>The greatest value.</summary>
    public required double? Max { get; init; }

    /// <summary>[runs] In which it happened, which mean and quantiles are of; only for what may never happen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Happened { get; init; }

    /// <summary>[share] Of the runs in which it happened; only for what may never happen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Share { get; init; }

    /// <summary>[share] The lower end of the Wilson interval of <see cref="Share"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ShareLow { get; init; }

    /// <summary>[share] The upper end of the Wilson interval of <see cref="Share"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ShareHigh { get; init; }

    /// <summary>How much of the spread is not knowing something; left out where that cannot be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SummarySpread? Spread { get; init; }

    /// <summary>How quantiles and their intervals were made.</summary>
    public string QuantileMethod { get; } = "Hyndman-Fan type 7, order statistics";

    /// <summary>The intervals of the quantiles; empty from fewer than two values.</summary>
    public required ImmutableArray<SummaryQuantile> Quantiles { get; init; }

    internal static SummaryMeasure Of(MeasureEstimate measured, Scenario scenario, bool isSequential)
    {
        var (column, estimate) = measured;
        var measure = scenario.Measures.FirstOrDefault(one => one.Id == column.Measure);
        return new()
        {
            Measure = column.Measure,
            Label = measure is null ? null : MeasureWords.Label(measure, scenario),
            Place = column.Place,
            Commodity = column.Commodity,
            Detail = column.Detail,
            Unit = column.Unit,
            N = estimate.N,
            Mean = Summary.Finite(estimate.Mean),
            HalfWidth = Summary.Finite(estimate.HalfWidth),
            Low = Summary.Finite(measured.Interval.Low),
            High = Summary.Finite(measured.Interval.High),
            IntervalMethod = isSequential ? measured.IntervalMethod + ", sequential" : measured.IntervalMethod,
            Level = estimate.Level,
            Method = isSequential ? estimate.Method + ", sequential" : estimate.Method,
            Min = Summary.Finite(estimate.Min),
            P05 = Summary.Finite(estimate.P05),
            P50 = Summary.Finite(estimate.P50),
            P95 = Summary.Finite(estimate.P95),
            Max = Summary.Finite(estimate.Max),
            Quantiles = [.. SummaryQuantile.Of(estimate)],
            Happened = column.MayBeNever ? estimate.Happened : null,
            Share = column.MayBeNever ? estimate.Share : null,
            ShareLow = column.MayBeNever ? estimate.ShareLow : null,
            ShareHigh = column.MayBeNever ? estimate.ShareHigh : null,
            Spread = SummarySpread.Create(measured.Spread),
        };
    }
}

/// <summary>An interval between two order statistics for a quantile.</summary>
/// <param name="P">[share] Of which quantile.</param>
/// <param name="Low">Its lower end; null where there are too few runs to bound it.</param>
/// <param name="High">Its upper end; null where there are too few runs to bound it.</param>
/// <param name="Coverage">[share] How probably it covers, exactly, whatever the law of a continuous value.</param>
public sealed record SummaryQuantile(double P, double? Low, double? High, double Coverage)
{
    internal static IEnumerable<SummaryQuantile> Of(Estimate estimate)
    {
        foreach (var (p, interval) in new[] { (0.05, estimate.P05Interval), (0.5, estimate.P50Interval), (0.95, estimate.P95Interval) })
            if (interval is { } found) yield return Of(p, found);
    }

    private static SummaryQuantile Of(double p, QuantileInterval interval) => new(
        p, Summary.Finite(interval.Low), Summary.Finite(interval.High), interval.Coverage);
}
