using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of a ranking: plain text, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture but for the seconds it took. Closures without any effect
/// are named below the table; of those with one the first thirty are shown.</remarks>
public static class RankScreen
{
    private const int MostRows = 30;
    private const int MostVerdict = 30;
    private const int Gap = 2;

    /// <summary>The screen.</summary>
    /// <param name="result">The result.</param>
    /// <param name="written">Where the result lies, shown in the last line. Default: it was not written.</param>
    /// <param name="width">[columns] Of the widest line, at least 80; what is less counts as that. Default: 80.</param>
    public static string Of(RankResult result, RunDirectory? written = null, int width = Screen.Narrowest)
    {
        var words = new RankWords(result);
        var screen = new Screen(width);
        screen.Add("", Names.Clean(result.Scenario.Title));
        screen.Add("", words.Question);
        screen.Add("", Facts(result));
        AppendTable(screen.EndLine(), words);
        if (!words.Shown(MostRows).IsEmpty) screen.EndLine();
        foreach (var (lead, text) in words.Notes(MostRows)) screen.Add(lead, text);
        foreach (var failed in Incomplete.Sentences(result)) screen.Add("Failed: ", failed);
        if (written is not null) screen.Append("\nresult  ").Append(written.Path).EndLine();
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

    private static void AppendTable(Screen screen, RankWords words)
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
        var (rank, effect, verdict) = (Widest(0, screen.Width), Widest(2, screen.Width), Widest(3, screen.Width));
        verdict = Math.Min(verdict, Math.Max(MostVerdict, screen.Width - rank - effect - Widest(1, screen.Width) - 3 * Gap));
        int[] widths = [rank, Math.Min(Widest(1, screen.Width), screen.Width - rank - effect - verdict - 3 * Gap), effect, verdict];
        foreach (var row in rows) AppendRow(screen, row, widths);
    }

    private static void AppendRow(Screen screen, string[] cells, int[] widths)
    {
        var wrapped = cells.Select((cell, column) => column == 2 ? [cell] : Lines.Wrap(cell, widths[column])).ToArray();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
            screen.Append(string.Join(new string(' ', Gap), wrapped.Select((cell, column) => Lines.PadRight(line < cell.Count ? cell[line] : "", widths[column]))).TrimEnd())
                .EndLine();
    }
}
