using System.Globalization;
using System.Text;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of an explanation: plain text of at most 80 columns, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture.</remarks>
public static class WhyScreen
{
    private const int Width = 80;
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
    public static string Of(Explanation explanation, Scenario scenario, string? alternative, RunChoice choice)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(choice);
        var (words, screen, told) = (new WhyWords(explanation, scenario, MostReasons), new StringBuilder(), new HashSet<string>(StringComparer.Ordinal));
        Append(screen, "", words.Title);
        Append(screen, "", string.Create(CultureInfo.InvariantCulture,
            $"run {choice.Replication}{(alternative is null ? "" : $" of {Names.Clean(alternative)}")}{(choice.Words.Length == 0 ? "" : $", {Names.Clean(choice.Words)}")} · runs are numbered from 0 · seed {explanation.Run.Seed}"));
        AppendNeeds(screen.Append('\n'), words);
        Append(screen.Append('\n'), "", words.Since);
        foreach (var pause in WhyWords.Once(words.Pauses, told)) Append(screen.Append('\n'), "", pause);
        if (!words.Lacking.IsEmpty) screen.Append('\n');
        foreach (var lack in WhyWords.Once(words.Lacking, told)) Append(screen, "", lack);
        Append(screen.Append('\n'), "", words.Waited);
        foreach (var delay in WhyWords.Once(words.Delays, told)) Append(screen, Lines.PadLeft(delay.Share, 6) + "  ", delay);
        return screen.ToString();
    }

    private static void AppendNeeds(StringBuilder screen, WhyWords words)
    {
        var figures = WhyWords.NeedsHead.Length - 1;
        var rows = words.Needs.Insert(0, WhyWords.NeedsHead);
        var room = Width - Enumerable.Range(1, figures).Sum(column => 2 + rows.Max(row => Lines.Width(row[column])));
        rows = [.. rows.Select(row => row.SetItem(0, Lines.Shorten(row[0], Math.Max(8, room))))];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Lines.Width(row[column]))).ToArray();
        foreach (var row in rows)
            screen.Append((Lines.PadRight(row[0], widths[0]) + string.Concat(row.Skip(1).Select((cell, i) => "  " + Lines.PadLeft(cell, widths[i + 1])))).TrimEnd()).Append('\n');
    }

    private static void Append(StringBuilder screen, string lead, WhyReason reason)
    {
        Append(screen, lead, reason.Text);
        foreach (var sentence in reason.Because) Append(screen, Indent, sentence);
    }

    private static void Append(StringBuilder screen, string lead, string text)
    {
        var indent = new string(' ', lead.Length);
        foreach (var (i, line) in Lines.Wrap(text, Width - lead.Length).Index()) screen.Append(i == 0 ? lead : indent).Append(line).Append('\n');
    }
}
