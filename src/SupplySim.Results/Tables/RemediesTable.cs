using System.Globalization;
using CsvHelper;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tables;

/// <summary>remedies.csv: what lifting each obstacle in turn does.</summary>
internal static class RemediesTable
{
    public static Table Of(HelpsResult result) => Table.Of(
        "remedies.csv",
        "What lifting each obstacle in turn does: what could be changed, what others could change, what might not have happened, and all "
            + "of that at once; what helps first.",
        [
            new("remedy", "string", "Id of what was lifted."),
            new("what", "string", "The same in words."),
            new("kind", "string", "doable, of-others, had-it-not-happened, or nothing-happens."),
            new("verdict", "string", "helps, harms, untold or same: all judged together (Holm)."),
            new("rank", "integer",
                "Of what helps and is not negligible, from 1 among those of its kind; the same for those that cannot be told apart from "
                    + "the strongest of them, or by next to nothing. Empty of all else."),
            new("effect", "number",
                $"With it minus as it is, mean over the runs, in {result.Column.Unit}; empty where there is nothing to compare."),
            new("half_width", "number", "Of the interval of the effect; empty from fewer than two runs."),
            new("level", "number", "Confidence of the interval."),
            new("n", "integer", "Pairs of runs."),
            new("may_be_most", "boolean", "Whether it is the strongest of its kind that surely helps, or cannot be told apart from that."),
            new("negligible", "boolean", "Whether it surely helps or harms, by less than 0.5 % of the value as it is: next to nothing."),
            new("better_in", "integer", "Runs in which it is better with it; empty where there is nothing to compare."),
            new("worse_in", "integer", "Runs in which it is worse; in the rest it is the same."),
        ],
        writer =>
        {
            foreach (var one in result.Remedies) Write(writer, one, result);
        });

    private static void Write(CsvWriter writer, TriedRemedy one, HelpsResult result)
    {
        foreach (var text in new[] { one.Remedy.Id, one.Remedy.What, HelpsSummary.Kind(one.Remedy), HelpsSummary.Verdict(one.Verdict) })
            writer.WriteField(text);
        if (one.Rank is { } rank) writer.WriteField(rank, default);
        else writer.WriteField((string?)null);
        Table.Write(writer, one.Effect);
        writer.WriteField(one.MayBeMost ? "true" : "false");
        writer.WriteField(result.IsNegligible(one) ? "true" : "false");
        (int Better, int Worse)? moved = one.Effect is { } effect ? Betters.Of(effect, HelpsSummary.WishOf(result)) : null;
        foreach (var runs in new[] { moved?.Better, moved?.Worse }) writer.WriteField(runs?.ToString(CultureInfo.InvariantCulture));
        writer.EndRecord();
    }
}
