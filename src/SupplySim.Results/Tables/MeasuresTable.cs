using CsvHelper;
using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>measures.csv: every value of every run.</summary>
internal static class MeasuresTable
{
    /// <summary>Its first line.</summary>
    public const string Header = "alternative,run,measure,place,commodity,value,unit,detail";

    public static Table Of(ExperimentResult result) => Table.Of(
        "measures.csv",
        "Every value that each run yielded.",
        [
            new("alternative", "string", "Name of the alternative."),
            new("run", "integer", "Number of the replication, from 0; the same number draws the same luck in each alternative."),
            new("measure", "string", "Id of the measure."),
            new("place", "string", "Id of the place; empty over all places of the measure."),
            new("commodity", "string", "Id of the commodity; empty over all."),
            new("value", "number", "The value, in the unit beside it; empty where what is measured never happened."),
            new("unit", "string", "Unit of the value; share runs from 0 to 1."),
            new("detail", "string",
                "Cause of a wait, a quantile such as p95, or since: from when a recovery is counted, empty where there was nothing to "
                    + "recover from; empty for the measure itself."),
        ],
        writer =>
        {
            foreach (var alternative in result.Alternatives) Write(writer, alternative);
        });

    private static void Write(CsvWriter writer, AlternativeResult alternative)
    {
        var (columns, replications) = (alternative.Layout.Columns, alternative.Replications);
        for (var i = 0; i < alternative.Values.Length; i++)
        {
            var (run, column) = (replications[i / columns.Length], columns[i % columns.Length]);
            writer.WriteField(alternative.Name);
            writer.WriteField(run, default);
            writer.WriteField(column.Measure);
            writer.WriteField(column.Place);
            writer.WriteField(column.Commodity);
            Table.Write(writer, alternative.Values[i]);
            writer.WriteField(column.Unit);
            writer.WriteField(column.Detail);
            writer.EndRecord();
        }
    }
}
