using CsvHelper;
using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>closures.csv: what shutting each place and route in turn does.</summary>
internal static class ClosuresTable
{
    public static Table Of(RankResult result) => Table.Of(
        "closures.csv",
        "What shutting each place and route in turn does, the most harmful first.",
        [
            new("rank", "integer", "From 1; the same for those that cannot be told apart from the most harmful of them."),
            new("kind", "string", "place or route."),
            new("target", "string", "Id of what was shut."),
            new("effect", "number",
                $"Shut minus open, mean over the runs, in {result.Column.Unit}; empty where there is nothing to compare."),
            new("half_width", "number", "Of the interval of the effect; empty from fewer than two runs."),
            new("level", "number", "Confidence of the interval."),
            new("n", "integer", "Pairs of runs."),
            new("distinguishable", "boolean", "Whether shut can be told apart from open, all closures judged together (Holm)."),
            new("protection", "string", "Name of the alternative that surely lowers the effect most; empty where none does."),
        ],
        writer =>
        {
            foreach (var closure in result.Closures) Write(writer, closure);
        });

    private static void Write(CsvWriter writer, RankedClosure closure)
    {
        writer.WriteField(closure.Rank, default);
        writer.WriteField(RankSummary.Kind(closure.IsRoute));
        writer.WriteField(closure.Target);
        Table.Write(writer, closure.Effect);
        writer.WriteField(closure.IsSure ? "true" : "false");
        writer.WriteField(closure.Protection?.Alternative);
        writer.EndRecord();
    }
}
