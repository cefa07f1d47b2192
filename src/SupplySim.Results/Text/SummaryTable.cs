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
        var estimates = Estimates(column);
        var label = MeasureWords.Label(measure, result.Scenario);
        if (!column.MayBeNever)
        {
            var scale = MeasureWords.Scale(measure, column.Unit, estimates.Select(e => e?.Estimate.Mean ?? double.NaN));
            yield return new(label, measure, column, false, [.. estimates.Select(e => Mean(e, scale))]);
            yield break;
        }
        if (Since(measure, result.Alternatives[0].Layout) is { } since)
        {
            yield return new(MeasureWords.HadTo(label), measure, since, false, Shares(since));
            yield return new("of these, did by the end", measure, column, true, Shares(column));
        }
        else yield return new(label, measure, column, false, Shares(column));
        yield return new(MeasureWords.When(measure, result.IsAlike()), measure, column, true,
            [.. estimates.Select(e => Instant(e?.Estimate, measure))]);

        ImmutableArray<MeasureEstimate?> Estimates(Column of) =>
            [.. result.Alternatives.Select(a => a.Measures.FirstOrDefault(m => m.Column == of))];
        ImmutableArray<SummaryCell> Shares(Column of) =>
            [.. Estimates(of).Zip(result.Alternatives, (e, a) => Share(e?.Estimate, isSure: a.IsSettled || result.Runs == 1))];
    }

    /// <summary>A mean with its interval: by its half-width, or by its ends where that would go beyond what is possible.</summary>
    public static Figure Figure(MeasureEstimate measured, Scale scale)
    {
        var (estimate, (low, high)) = (measured.Estimate, measured.Interval);
        return measured.IntervalMethod != estimate.Method
            ? Text.Figure.Between(estimate.Mean, low, high, scale)
            : Text.Figure.Of(estimate.Mean, estimate.HalfWidth, scale);
    }

    private static SummaryCell Mean(MeasureEstimate? measured, Scale scale)
    {
        if (measured is not { Estimate: var estimate }) return Absent("mean");
        var figure = Figure(measured, scale.ForOne(estimate.Mean, estimate.HalfWidth));
        return new(figure.Main, figure.Aside, "mean", estimate.Mean);
    }

    // That it happened in no run, or in all, does not say that it cannot be otherwise, unless nothing is random.
    private static SummaryCell Share(Estimate? estimate, bool isSure)
    {
        if (estimate?.Share is not { } share) return Absent("share");
        var (low, high) = (estimate.ShareLow ?? share, estimate.ShareHigh ?? share);
        var half = (high - low) / 2;
        var figure = isSure ? Text.Figure.Of(share, 0, Scale.Percent)
            : share - half < 0 || share + half > 1 ? Text.Figure.Between(share, low, high, Scale.Percent)
            : Text.Figure.Of(share, half, Scale.Percent);
        return new("in " + figure.Main, figure.Aside, "share", share);
    }

    private static SummaryCell Instant(Estimate? estimate, Measure measure)
    {
        if (estimate is null || !double.IsFinite(estimate.P50)) return Absent("p50");
        var (low, high) = (End(estimate.P05), End(estimate.P95));
        return new(MeasureWords.Instant(measure, estimate.P50), low == high ? "" : $"({low}–{high})", "p50", estimate.P50);

        string End(double days) => MeasureWords.IsFirstTime(measure)
            ? MeasureWords.Day(days)
            : Text.Figure.Seen(days, Scale.Plain);
    }

    private static SummaryCell Absent(string statistic) => new("–", "", statistic, double.NaN);
}
