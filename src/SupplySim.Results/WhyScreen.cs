using System.Globalization;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of an explanation: plain text, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture.</remarks>
public static class WhyScreen
{
    private const int MostReasons = 6;
    private const string Indent = "          ";

    /// <summary>The screen of a scenario without alternatives.</summary>
    /// <param name="explanation">What was found.</param>
    /// <param name="scenario">The scenario that was run.</param>
    public static string Of(Explanation explanation, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return Of(explanation, scenario, null, new RunChoice(explanation.Run.Replication, ""));
    }

    /// <summary>The screen.</summary>
    /// <param name="explanation">What was found.</param>
    /// <param name="scenario">The scenario, or the alternative of it, that was run.</param>
    /// <param name="alternative">Its name; null where there is only one.</param>
    /// <param name="choice">Which run it is.</param>
    /// <param name="width">[columns] Of the widest line, at least 80; what is less counts as that. Default: 80.</param>
    public static string Of(Explanation explanation, Scenario scenario, string? alternative, RunChoice choice, int width = Screen.Narrowest)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(choice);
        var (words, screen, told) = (new WhyWords(explanation, scenario, MostReasons), new Screen(width),
            new HashSet<string>(StringComparer.Ordinal));
        screen.Add("", words.Title);
        screen.Add("", string.Create(CultureInfo.InvariantCulture,
            $"run {choice.Replication}{(alternative is null ? "" : $" of {Names.Clean(alternative)}")}{(choice.Words.Length == 0 ? "" : $", {Names.Clean(choice.Words)}")} · "
                + $"runs are numbered from 0 · seed {explanation.Run.Seed}"));
        AppendNeeds(screen.EndLine(), words);
        screen.EndLine().Add("", words.Since);
        foreach (var pause in WhyWords.Once(words.Pauses, told)) Append(screen.EndLine(), "", pause);
        if (!words.Lacking.IsEmpty) screen.EndLine();
        foreach (var lack in WhyWords.Once(words.Lacking, told)) Append(screen, "", lack);
        screen.EndLine().Add("", words.Waited);
        foreach (var delay in WhyWords.Once(words.Delays, told)) Append(screen, Lines.PadLeft(delay.Share, 6) + "  ", delay);
        return screen.ToString();
    }

    private static void AppendNeeds(Screen screen, WhyWords words)
    {
        var figures = WhyWords.NeedsHead.Length - 1;
        var rows = words.Needs.Insert(0, WhyWords.NeedsHead);
        var room = screen.Width - Enumerable.Range(1, figures).Sum(column => 2 + rows.Max(row => Lines.Width(row[column])));
        rows = [.. rows.Select(row => row.SetItem(0, Lines.Shorten(row[0], Math.Max(8, room))))];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Lines.Width(row[column]))).ToArray();
        foreach (var row in rows)
            screen.Append(
                (Lines.PadRight(row[0], widths[0])
                    + string.Concat(row.Skip(1).Select((cell, i) => "  " + Lines.PadLeft(cell, widths[i + 1])))).TrimEnd()).EndLine();
    }

    private static void Append(Screen screen, string lead, WhyReason reason)
    {
        screen.Add(lead, reason.Text);
        foreach (var sentence in reason.Because) screen.Add(Indent, sentence);
    }
}
