using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>sweep.csv: what came of each point by each measure, and how often it meets each goal.</summary>
internal static class SweepTable
{
    public static Table Of(SweepResult result) => Table.Of(
        "sweep.csv",
        "What came of each point of the grid: a row for each measure, over all that it is of, and for each goal.",
        [
            new("point", "string", "Name of the point."),
            .. result.Varied.Select(one => new TableColumn(one.Name, "string", "What the point has of it, as it stands in the scenario.")),
            new("measure", "string", "Id of the measure, or the goal as it is written."),
            new("commodity", "string", "Id of the commodity; empty over all, and of a goal."),
            new("detail", "string", "Cause of a wait, or a quantile such as p95; goal, of a goal; empty for the measure itself."),
            new("unit", "string", "Unit of the values; share runs from 0 to 1."),
            new("n", "integer", "Runs that mean and quantiles are of."),
            new("mean", "number",
                "Mean over the runs; of a goal the share of runs that meet it. Empty where what is measured never happened."),
            new("low", "number", "Lower end of the interval of the mean; of a goal by Wilson. Empty from fewer than two runs."),
            new("high", "number", "Upper end."),
            new("level", "number", "Confidence of the interval."),
            new("p05", "number", "5 % of the runs are at or below."),
            new("p50", "number", "The median."),
            new("p95", "number", "95 % of the runs are at or below."),
            new("share", "number", "Of what may never happen, the share of runs in which it did; empty of all else."),
            new("from_best", "number",
                "Of the measure that judges: this point minus the best, run by run on the same luck; empty of all else."),
            new("may_be_best", "boolean",
                "Of the measure that judges: whether the point is the best or cannot be told apart from it; of a goal whether it is met; "
                    + "empty of all else."),
        ],
        writer =>
        {
            foreach (var point in result.Points)
            {
                foreach (var measured in point.Alternative.Measures.Where(one => point.Alternative.Layout.IsTold(one.Column)))
                    Write(writer, result, point, measured);
                foreach (var goal in point.Alternative.Goals) Write(writer, result, point, goal);
            }
        });

    private static void Write(CsvHelper.CsvWriter writer, SweepResult result, SweptPoint point, MeasureEstimate measured)
    {
        var (column, estimate, judges) = (measured.Column, measured.Estimate, measured.Column == result.Column);
        Begin(writer, point, [column.Measure, column.Commodity, column.Detail, column.Unit], estimate.Happened);
        foreach (var value in new[] { estimate.Mean, measured.Interval.Low, measured.Interval.High, estimate.Level, estimate.P05,
            estimate.P50, estimate.P95, (column.MayBeNever ? estimate.Share : null) ?? double.NaN,
            judges ? point.FromBest?.Difference ?? double.NaN : double.NaN })
            Table.Write(writer, value);
        writer.WriteField(!judges || result.Best is null ? null : point.MayBeBest ? "true" : "false");
        writer.EndRecord();
    }

    private static void Write(CsvHelper.CsvWriter writer, SweepResult result, SweptPoint point, GoalResult goal)
    {
        Begin(writer, point, [goal.Goal.That.Text, null, "goal", "share"], result.All.Runs);
        foreach (var value in new[] { goal.Share, goal.Interval?.Low ?? double.NaN, goal.Interval?.High ?? double.NaN,
            point.Measured.Estimate.Level, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN }) Table.Write(writer, value);
        writer.WriteField(goal.Met ? "true" : "false");
        writer.EndRecord();
    }

    private static void Begin(CsvHelper.CsvWriter writer, SweptPoint point, string?[] texts, int runs)
    {
        writer.WriteField(point.Alternative.Name);
        foreach (var (_, value) in point.Values) writer.WriteField(value);
        foreach (var text in texts) writer.WriteField(text);
        writer.WriteField(runs, default);
    }
}
