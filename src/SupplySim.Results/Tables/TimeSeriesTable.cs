using CsvHelper;
using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>timeseries.csv: for each day the mean and the quantiles over the runs.</summary>
internal static class TimeSeriesTable
{
    public static Table Of(ExperimentResult result) => Table.Of(
        "timeseries.csv",
        "For each day of each series the mean and the quantiles over the runs.",
        [
            new("alternative", "string", "Name of the alternative."),
            new("day", "integer", "Number of the day; day 0 is the first 24 hours."),
            new("place", "string", "Id of the place; empty over all places of the measure."),
            new("commodity", "string", "Id of the commodity; empty over all."),
            new("measure", "string", "Id of the measure; shut is the share of the day in which the place was physically closed."),
            new("mean", "number",
                "Mean over the runs, in the unit that summary.json gives for the measure; empty where no run has a value."),
            new("p05", "number", "5 % of the runs are at or below."),
            new("p25", "number", "25 % of the runs are at or below."),
            new("p50", "number", "Median of the runs."),
            new("p75", "number", "75 % of the runs are at or below."),
            new("p95", "number", "95 % of the runs are at or below."),
            new("n", "integer", "Runs that have a value that day."),
            new("half_width", "number", "Half the length of the 95 % interval of the mean (t); empty from fewer than two runs."),
        ],
        writer =>
        {
            foreach (var alternative in result.Alternatives)
                foreach (var series in alternative.Series)
                    for (var day = 0; day < series.Days.Length; day++)
                        Write(writer, alternative.Name, series.Column, day, series.Days[day]);
        });

    private static void Write(CsvWriter writer, string alternative, Column column, int day, DayBand band)
    {
        writer.WriteField(alternative);
        writer.WriteField(day, default);
        writer.WriteField(column.Place);
        writer.WriteField(column.Commodity);
        writer.WriteField(column.Measure);
        foreach (var value in (ReadOnlySpan<double>)[band.Mean, band.P05, band.P25, band.P50, band.P75, band.P95])
            Table.Write(writer, value);
        writer.WriteField(band.N, default);
        Table.Write(writer, band.HalfWidth);
        writer.EndRecord();
    }
}
