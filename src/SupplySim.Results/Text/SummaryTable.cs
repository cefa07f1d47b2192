using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>The table that compares alternatives: one line, or two, for each measure of the scenario, in its order.</summary>
/// <remarks>Screen and report show the same lines. A measure that is known only by cause or place has none.</remarks>
internal static class SummaryTable
{
    /// <summary>The lines.</summary>
    public static ImmutableArray<SummaryRow> Of(ExperimentResult result) =>
        [.. result.Scenario.Measures.SelectMany(measure => Rows(measure, result))];

    /// <summary>The column that stands for a measure as a whole; null where there is none.</summary>
    public static Column? Main(Measure measure, ResultLayout layout)
    {
        var columns = layout.Columns.Where(c => c.Measure == measure.Id && c.Detail is null && c.Commodity == measure.Commodity);
        return columns.OrderBy(c => c.Place is null ? 0 : c.Place == measure.Of ? 1 : 2)
            .FirstOrDefault(c => c.Place is null || c.Place == measure.Of);
    }

    // What says in which runs there was something to recover from.
    private static Column? Since(Measure measure, ResultLayout layout) => measure.Is == MeasureKind.TimeToRecover
        ? layout.Columns.FirstOrDefault(column => column.Measure == measure.Id && column.Detail == Column.Since)
        : null;

    private static IEnumerable<SummaryRow> Rows(Measure measure, ExperimentResult result)
    {
        if (Main(measure, result.Alternatives[0].Layout) is not { } column) yield break;
        var estimates = result.Alternatives
            .Select(a => a.Measures.FirstOrDefault(m => m.Column == column)?.Estimate).ToImmutableArray();
        var label = MeasureWords.Label(measure, result.Scenario);
        if (!column.MayBeNever)
        {
            var scale = MeasureWords.Scale(measure, column.Unit, estimates.Select(e => e?.Mean ?? double.NaN));
            yield return new(label, measure, column, false, [.. estimates.Select(e => Mean(e, scale))]);
            yield break;
        }
        if (Since(measure, result.Alternatives[0].Layout) is { } since)
        {
            var had = result.Alternatives.Select(a => a.Measures.FirstOrDefault(m => m.Column == since)?.Estimate);
            yield return new(MeasureWords.HadTo(label), measure, since, false, [.. had.Select(Share)]);
            yield return new("of these, did by the end", measure, column, true, [.. estimates.Select(Share)]);
        }
        else yield return new(label, measure, column, false, [.. estimates.Select(Share)]);
        yield return new(MeasureWords.When(measure, result.IsSettled()), measure, column, true, [.. estimates.Select(e => Instant(e, measure))]);
    }

    private static SummaryCell Mean(Estimate? estimate, Scale scale)
    {
        if (estimate is null) return Absent("mean");
        var figure = Figure.Of(estimate.Mean, estimate.HalfWidth, scale.ForOne(estimate.Mean, estimate.HalfWidth));
        return new(figure.Main, figure.Margin.Length > 0 ? "±" + figure.Margin : "", "mean", estimate.Mean);
    }

    private static SummaryCell Share(Estimate? estimate)
    {
        if (estimate?.Share is not { } share) return Absent("share");
        var half = (estimate.ShareHigh - estimate.ShareLow) / 2 ?? 0;
        var figure = Figure.Of(share, share is 0 or 1 ? 0 : half, Scale.Percent);
        return new("in " + figure.Main, figure.Margin.Length > 0 ? "±" + figure.Margin : "", "share", share);
    }

    private static SummaryCell Instant(Estimate? estimate, Measure measure)
    {
        if (estimate is null || !double.IsFinite(estimate.P50)) return Absent("p50");
        var (low, high) = (End(estimate.P05), End(estimate.P95));
        return new(MeasureWords.Instant(measure, estimate.P50), low == high ? "" : $"({low}–{high})", "p50", estimate.P50);

        string End(double days) => measure.Is == MeasureKind.FirstTimeBelowWarning
            ? MeasureWords.Day(days)
            : Figure.Seen(days, Scale.Plain);
    }

    private static SummaryCell Absent(string statistic) => new("–", "", statistic, double.NaN);
}
