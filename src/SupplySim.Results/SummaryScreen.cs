using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of a result: plain text, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture. Alternatives that do not fit side by side
/// follow in further blocks.</remarks>
public static class SummaryScreen
{
    private const int Gap = 2;
    private const int Indent = 8; // behind a lead

    /// <summary>The screen.</summary>
    /// <param name="result">The result.</param>
    /// <param name="written">Where the result lies, shown in the last line; null where it was not written.</param>
    /// <param name="width">[columns] Of the widest line, at least 80; what is less counts as that. Default: 80.</param>
    public static string Of(ExperimentResult result, RunDirectory? written, int width = Screen.Narrowest)
    {
        var screen = new Screen(width);
        screen.Add("", Names.Clean(result.Scenario.Title));
        screen.Add("", Facts(result));
        screen.EndLine().Add("", Headline.Of(result));
        var rows = SummaryTable.Of(result);
        foreach (var block in Blocks(rows, result, screen.Width)) AppendBlock(screen.EndLine(), rows, result, block);
        if ((result.Runs > 1 || result.IsSettled()) && !rows.IsEmpty) AppendNote(screen, result, rows);
        screen.EndLine();
        var first = result.Alternatives[0];
        if (RunOutWords.Of(first, result.Runs) is { } runOuts) Add(screen, runOuts, In(result));
        if (Reasons.Of(result) is { } reasons) Add(screen, reasons, In(result));
        if (HelpWords.Sentence(result) is { } helps) screen.Add("Helps:  ", Words.Sentence(helps));
        foreach (var goal in GoalWords.Sentences(result)) screen.Add("Goal:   ", goal);
        foreach (var judged in Judged.Sentences(result)) screen.Add("Judged: ", judged);
        foreach (var spread in Spreads.Sentences(result)) screen.Add("Spread: ", Words.Sentence(spread));
        if (Air.Sentence(first) is { } air) screen.Add("Air:    ", Words.Sentence(In(result) + air));
        foreach (var line in Toll.Sentences(first, result.Runs)) screen.Add("Lost:   ", Words.Sentence(In(result) + line));
        if (!rows.IsEmpty) screen.Add("Ids:    ", MeasureIds.Sentence([.. rows.Select(row => row.Measure.Id).Distinct()]));
        if (Ending.Sentence(result) is { } ended) screen.Add(result.Ended == ExperimentEnd.HalfWidth ? "Ended:  " : "Note:   ", ended);
        if (Incomplete.Sentence(result) is { } incomplete) screen.Add("Failed: ", incomplete);
        if (result.Audit is { } audit)
            screen.Append(string.Create(CultureInfo.InvariantCulture,
                $"\naudit  "
                    + $" {audit.Events:N0} events, {audit.Recounts:N0} {(audit.Recounts == 1 ? "recount" : "recounts")}: {audit.Invariants} invariants "
                    + $"held\n"));
        if (written is not null)
            screen.Append(written.Report is null ? "\nresult  " : "\nreport  ").Append(written.Report ?? written.Path).EndLine();
        return screen.ToString();
    }

    private static void Add(Screen screen, RunOutWords runOuts, string under)
    {
        screen.Add("Out:    ", Words.Sentence(under + runOuts.Title));
        screen.AddRows(Indent, broken: 0, [.. runOuts.Rows.Select(row => new[] { row.Place, row.What, row.Often, row.When })]);
        if (runOuts.More is { } more) screen.Add(new string(' ', Indent), more);
    }

    private static void Add(Screen screen, Reasons reasons, string under)
    {
        screen.Add("Why:    ", Words.Sentence(under + (reasons.Title ?? Words.Sentences(reasons.Sentences))));
        if (reasons.Title is null) return;
        screen.AddRows(Indent, broken: 1, [.. reasons.Shares.Select(one => new[] { one.Share, one.What })]);
        if (!reasons.Sentences.IsEmpty) screen.Add(new string(' ', Indent), Words.Sentence(Words.Sentences(reasons.Sentences)));
    }

    // Which alternative is spoken of, where there are several.
    internal static string In(ExperimentResult result) =>
        result.Alternatives.Length > 1 ? $"in {Names.Clean(result.Alternatives[0].Name)}, " : "";

    private static string Facts(ExperimentResult result)
    {
        var runs = result.Runs == result.RunsPlanned ? Words.Count(result.Runs, "run") : $"{result.Runs} of {result.RunsPlanned} runs";
        var days = Figure.Of(result.Scenario.Clock.Length.TotalDays, 0, Scale.Plain).Main;
        var seconds = result.Cost.Elapsed.TotalSeconds;
        var now = result.Runs * result.Alternatives.Length - result.Cost.RunsFound;
        var speed = now <= 0 ? "none run anew" : $"{Figure.Seen(now / Math.Max(seconds, 1e-6), Scale.Plain)} runs/s";
        return string.Create(CultureInfo.InvariantCulture,
            $"{runs} × {days} {(days == "1" ? "day" : "days")} · {Words.Count(result.Alternatives.Length, "alternative")} · "
                + $"seed {result.Seed} · {seconds:0.0} s ({speed})");
    }

    private static void AppendNote(Screen screen, ExperimentResult result, ImmutableArray<SummaryRow> rows)
    {
        screen.Append(Lines.PadLeft(Spread(result), screen.Width)).EndLine();
        if (Cut(rows) is { } cut) screen.Append(Lines.PadLeft(cut, screen.Width)).EndLine();
    }

    /// <summary>What brackets mean; null where there are none.</summary>
    internal static string? Cut(ImmutableArray<SummaryRow> rows) => rows.Any(row => row.Cells.Any(cell => cell.Aside.StartsWith('[')))
        ? "[ ] are its two ends, where ± would go beyond what is possible"
        : null;

    /// <summary>What stands behind the figures of several runs: an interval, or none that can be told.</summary>
    internal static string Spread(ExperimentResult result)
    {
        if (result.IsSettled() && result.Runs == 1) return "nothing in it is random: every other run would come out the same";
        if (result.IsSettled()) return $"all {Words.Count(result.Runs, "run")} came out the same: nothing in them is random";
        if (result.IsAlike()) return $"all {Words.Count(result.Runs, "run")} came out the same; what is rare may come in others";
        if (!result.Failures.IsEmpty) return "no intervals: runs have failed";
        var level = result.Alternatives[0].Measures.Select(m => m.Estimate.Level).FirstOrDefault(0.95);
        return $"± is the half-width of the {Words.Percent(level)} interval of the mean";
    }

    /// <summary>Which alternatives stand side by side: as few blocks as possible, as even as possible.</summary>
    private static IEnumerable<Range> Blocks(ImmutableArray<SummaryRow> rows, ExperimentResult result, int width)
    {
        if (rows.IsEmpty) yield break;
        var alternatives = result.Alternatives.Length;
        var fit = Math.Max(1, (width - LabelWidth(rows)) / (CellWidth(rows) + Gap));
        var blocks = (alternatives + fit - 1) / fit;
        for (var block = 0; block < blocks; block++)
            yield return (alternatives * block / blocks)..(alternatives * (block + 1) / blocks);
    }

    private static void AppendBlock(Screen screen, ImmutableArray<SummaryRow> rows, ExperimentResult result, Range block)
    {
        var names = result.Alternatives[block].Select(a => Names.Clean(a.Name)).ToArray();
        var (label, main) = (LabelWidth(rows), MainWidth(rows));
        // Wide enough for the names where there is room for that.
        var room = (screen.Width - label) / names.Length - Gap;
        var cell = Math.Max(CellWidth(rows), Math.Min(room, names.Max(Lines.Width)));
        var heads = names.Select(name => Lines.WrapName(name, cell)).ToArray();
        for (var line = 0; line < heads.Max(head => head.Count); line++)
        {
            var head = new StringBuilder(Lines.PadRight("", label));
            foreach (var lines in heads) head.Append(' ', Gap).Append(Lines.PadRight(lines.ElementAtOrDefault(line) ?? "", cell));
            screen.Append(head.ToString().TrimEnd()).EndLine();
        }
        foreach (var row in rows)
        {
            var labels = Lines.Wrap(row.Label, label - Gap);
            var line = new StringBuilder(Lines.PadRight((row.IsDetail ? "  " : "") + labels[0], label));
            foreach (var c in row.Cells[block])
                line.Append(' ', Gap).Append(Lines.PadRight(Lines.PadLeft(c.Main, main) + " " + c.Aside, cell));
            screen.Append(line.ToString().TrimEnd()).EndLine();
            foreach (var more in labels.Skip(1)) screen.Append("  ").Append(more).EndLine();
        }
    }

    private static int LabelWidth(ImmutableArray<SummaryRow> rows) =>
        Math.Min(28, rows.Select(r => Lines.Width(r.Label) + Gap).DefaultIfEmpty(0).Max());

    private static int MainWidth(ImmutableArray<SummaryRow> rows) =>
        rows.SelectMany(r => r.Cells).Select(c => Lines.Width(c.Main)).DefaultIfEmpty(0).Max();

    private static int CellWidth(ImmutableArray<SummaryRow> rows) =>
        MainWidth(rows) + 1 + rows.SelectMany(r => r.Cells).Select(c => Lines.Width(c.Aside)).DefaultIfEmpty(0).Max();
}
