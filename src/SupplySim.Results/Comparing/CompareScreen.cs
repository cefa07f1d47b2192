using System.Globalization;
using System.Text;
using SupplySim.Results.Text;

namespace SupplySim.Results.Comparing;

/// <summary>A comparison as plain text of at most 80 columns: what is compared, how, and a block for each pair.</summary>
internal static class CompareScreen
{
    private const int Width = 80;
    private const int MostLabel = 24;
    private const int MostHead = 10;

    /// <summary>The screen.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="written">Where the result lies that was run for it; null where none was.</param>
    public static string Of(ResultComparison comparison, RunDirectory? written)
    {
        var screen = new StringBuilder();
        foreach (var one in comparison.Results) Append(screen, one.Result + "  ", Facts(one));
        foreach (var pair in comparison.Comparisons.GroupBy(one => (one.First, one.Other))) AppendBlock(screen.Append('\n'), [.. pair], comparison.Results.Length);
        if (comparison.Comparisons.IsEmpty) Append(screen.Append('\n'), "", "There is nothing that two of them both measure.");
        else Append(screen.Append('\n'), "", How(comparison));
        if (written is not null) screen.Append("\nresult  ").Append(written.Path).Append('\n');
        return screen.ToString();
    }

    private static string Facts(ComparedResult one)
    {
        var runs = one.Runs == one.RunsPlanned ? Words.Count(one.Runs, "run") : string.Create(CultureInfo.InvariantCulture, $"{one.Runs} of {one.RunsPlanned} runs ({one.Ended})");
        var facts = string.Create(CultureInfo.InvariantCulture, $"{Names.Clean(one.Scenario.Title)} · {runs} · seed {one.Seed} · SupplySim {one.Version}");
        return one.Folder is null ? facts : $"{facts} · {Names.Clean(one.Folder)}";
    }

    private static void AppendBlock(StringBuilder screen, Compared[] block, int results)
    {
        var (first, other) = (block[0].First, block[0].Other);
        var (one, two) = results == 1 ? (Names.Clean(first.Alternative), Names.Clean(other.Alternative)) : (first.Result, other.Result);
        if (results > 1 && first.Alternative == other.Alternative) Append(screen, "", Names.Clean(first.Alternative));
        else Append(screen, "", results == 1 ? $"{two} against {one}" : $"{two} {Names.Clean(other.Alternative)} against {one} {Names.Clean(first.Alternative)}");
        var rows = block.Select(Row).Prepend(["", Lines.Shorten(one, MostHead), Lines.Shorten(two, MostHead), "difference", ""]).ToArray();
        int Widest(int column) => rows.Max(row => Lines.Width(row[column]));
        var label = Math.Min(MostLabel, Widest(0));
        foreach (var row in rows)
        {
            var labels = Lines.Wrap(row[0], label);
            screen.Append("  ").Append(Lines.PadRight(labels[0], label));
            for (var i = 1; i < 3; i++) screen.Append("  ").Append(Lines.PadLeft(row[i], Widest(i)));
            screen.Append("  ").Append(Lines.PadRight(row[3], Widest(3)));
            screen.Append(row[4].Length > 0 ? "  " + row[4] : "").Replace(" \n", "\n").Append('\n');
            foreach (var more in labels.Skip(1)) screen.Append("    ").Append(more).Append('\n');
        }
    }

    private static string[] Row(Compared one)
    {
        var isShare = one.Column.MayBeNever || one.Column.Unit == "share";
        var scale = isShare ? Scale.Percent : Scale.For([one.FirstMean, one.OtherMean]);
        var difference = Figure.Of(one.Difference, one.HalfWidth, isShare ? scale with { Suffix = " points" } : scale);
        var label = Names.Clean(string.Join(' ', new[] { one.Column.Measure, one.Column.Place }.OfType<string>())) + (one.Column.MayBeNever ? ", in runs" : isShare ? "" : $" ({one.Column.Unit})");
        return [label, Value(one.FirstMean), Value(one.OtherMean), (one.Difference > 0 ? "+" : "") + difference, one.Verdict];

        string Value(double mean) => Figure.Of(mean, one.HalfWidth > 0 ? one.HalfWidth : double.NaN, scale).Main;
    }

    private static string How(ResultComparison comparison)
    {
        if (comparison.IsIncomplete) return "Runs of one of them have failed, and runs that fail need not be like the others: no interval is given and nothing is told apart.";
        var paired = comparison.Comparisons.Where(one => one.OtherN is null).ToArray();
        var level = Words.Percent(Comparison.Level);
        var how = paired.Length == comparison.Comparisons.Length ? $"Paired by run on the same luck ({Pairs(paired)})"
            : paired.Length == 0 ? "Not paired, since the seeds are not the same: each result has luck of its own (Welch)"
            : $"Paired by run on the same luck where the seed is the same ({Pairs(paired)}), else not (Welch)";
        return $"{how}. ± is the half-width of the {level} interval of the difference; what is told apart would be so with all {comparison.Comparisons.Length} comparisons judged together (Holm).";
    }

    private static string Pairs(Compared[] paired)
    {
        var (least, most) = (paired.Min(one => one.N), paired.Max(one => one.N));
        return least == most ? Words.Count(least, "pair") : $"{least} to {most} pairs";
    }

    private static void Append(StringBuilder screen, string lead, string text)
    {
        var indent = lead;
        foreach (var line in Lines.Wrap(text, Width - lead.Length))
        {
            screen.Append(indent).Append(line).Append('\n');
            indent = new string(' ', lead.Length);
        }
    }
}
