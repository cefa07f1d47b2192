using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of a ranking: plain text of at most 80 columns, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture but for the seconds it took. Closures without any effect
/// are named below the table; of those with one the first thirty are shown.</remarks>
public static class RankScreen
{
    private const int Width = 80;
    private const int MostRows = 30;
    private const int MostVerdict = 28;
    private const int Gap = 2;

    /// <summary>The screen.</summary>
    /// <param name="result">The result.</param>
    /// <param name="written">Where the result lies, shown in the last line. Default: it was not written.</param>
    public static string Of(RankResult result, RunDirectory? written = null)
    {
        var words = new RankWords(result);
        var screen = new StringBuilder();
        Append(screen, "", Names.Clean(result.Scenario.Title));
        Append(screen, "", words.Question);
        Append(screen, "", Facts(result));
        AppendTable(screen.Append('\n'), words);
        if (!words.Shown(MostRows).IsEmpty) screen.Append('\n');
        foreach (var (lead, text) in words.Notes(MostRows)) Append(screen, lead, text);
        foreach (var failed in Incomplete.Sentences(result)) Append(screen, "Failed: ", failed);
        if (written is not null) screen.Append("\nresult  ").Append(written.Path).Append('\n');
        return screen.ToString();
    }

    private static string Facts(RankResult result)
    {
        var runs = result.Runs == result.RunsPlanned ? Words.Count(result.Runs, "run") : $"{result.Runs} of {result.RunsPlanned} runs";
        var closed = result.Closures.Length + result.Unranked.Length;
        var days = Figure.Of(result.Scenario.Clock.Length.TotalDays, 0, Scale.Plain).Main;
        return string.Create(CultureInfo.InvariantCulture,
            $"{runs} × {days} {(days == "1" ? "day" : "days")} · {closed} of {closed + result.Spared.Length} closed in turn · seed {result.Seed} · {result.Cost.Elapsed.TotalSeconds:0.0} s");
    }

    private static void AppendTable(StringBuilder screen, RankWords words)
    {
        var shown = words.Shown(MostRows);
        if (shown.IsEmpty) return;
        var figures = shown.Select(words.Effect).ToArray();
        var main = figures.Select(figure => Lines.Width(figure.Main)).Max();
        var rows = shown.Select((one, i) => new[]
        {
            words.Rank(one), words.Name(one),
            Lines.PadLeft(figures[i].Main, main) + (figures[i].Margin.Length > 0 ? " ±" + figures[i].Margin : ""), words.Verdict(one),
        }).Prepend(["", "shut", Lines.PadRight("", main - "effect".Length) + "effect", words.LastHead]).ToArray();
        int Widest(int column, int most) => Math.Min(most, rows.Select(row => Lines.Width(row[column])).Max());
        var (rank, effect, verdict) = (Widest(0, Width), Widest(2, Width), Widest(3, Width));
        verdict = Math.Min(verdict, Math.Max(MostVerdict, Width - rank - effect - Widest(1, Width) - 3 * Gap));
        int[] widths = [rank, Math.Min(Widest(1, Width), Width - rank - effect - verdict - 3 * Gap), effect, verdict];
        foreach (var row in rows) AppendRow(screen, row, widths);
    }

    private static void AppendRow(StringBuilder screen, string[] cells, int[] widths)
    {
        var wrapped = cells.Select((cell, column) => column == 2 ? [cell] : Lines.Wrap(cell, widths[column])).ToArray();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
            screen.Append(string.Join(new string(' ', Gap), wrapped.Select((cell, column) => Lines.PadRight(line < cell.Count ? cell[line] : "", widths[column]))).TrimEnd())
                .Append('\n');
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
