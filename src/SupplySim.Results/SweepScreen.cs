using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of a sweep: plain text, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture but for the seconds it took. Of
/// two things that are varied the values of the one stand below and those of the other beside each other, as far as there is room; of any
/// other number each point has a line, with the share of runs that meet each goal.</remarks>
public static class SweepScreen
{
    private const int MostRows = 60;
    private const int Gap = 2;

    /// <summary>The screen.</summary>
    /// <param name="result">The result.</param>
    /// <param name="written">Where the result lies, shown in the last line. Default: it was not written.</param>
    /// <param name="width">[columns] Of the widest line, at least 80; what is less counts as that. Default: 80.</param>
    public static string Of(SweepResult result, RunDirectory? written = null, int width = Screen.Narrowest)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (words, screen) = (new SweepWords(result), new Screen(width));
        screen.Add("", Names.Clean(result.All.Scenario.Title));
        screen.Add("", words.Headline);
        screen.Add("", words.Question);
        screen.Add("", string.Create(CultureInfo.InvariantCulture,
            $"{Words.Runs(result.All.Runs, result.All.RunsPlanned, result.All.Scenario.Clock.Length)} · {result.Points.Length} points · "
                + $"seed {result.All.Seed} · {result.All.Cost.Elapsed.TotalSeconds:0.0} s"));
        screen.EndLine();
        var table = result.Varied.Count == 2 ? Matrix(result, words) : List(result, words);
        if (result.Varied.Count == 2 && WidthOf(table) > screen.Width) table = List(result, words);
        foreach (var row in Aligned(table)) screen.Append(row).EndLine();
        if (result.Varied.Count != 2 && result.Points.Length > MostRows)
            screen.Add("", $"and {result.Points.Length - MostRows} more, which sweep.csv lists");
        screen.EndLine();
        foreach (var goal in words.Goals) screen.Add("Goal:  ", goal);
        if (result.Points.Any(one => one.MayBeBest)) screen.Add("*  ", result.All.IsSettled() ? "the best, or the same as it"
            : $"the best, or not to be told from it: the one that truly is best is among these "
                + $"({Words.Percent(result.Points[0].Measured.Estimate.Level)}){words.Caution}");
        if (result.Points.Any(one => one.Measured.Estimate.HalfWidth > 0))
            screen.Add("±  ", $"half-width of the {Words.Percent(result.Points[0].Measured.Estimate.Level)} interval of the mean");
        foreach (var failed in result.All.Failures.Take(1))
            screen.Add("Failed: ", $"{result.All.Failures.Length} of the runs; the first: {failed.Message}");
        if (written is not null) screen.Append("\nreport  ").Append(written.Report ?? written.Path).EndLine();
        return screen.ToString();
    }

    private static string Cell(SweptPoint point, SweepWords words) => $"{words.FigureOf(point)}{(point.MayBeBest ? " *" : "  ")}";

    // The first that is varied downwards, the second across: the last changes fastest.
    private static string[][] Matrix(SweepResult result, SweepWords words)
    {
        var (down, across) = (result.Varied[0], result.Varied[1]);
        return
        [
            ["", .. across.Value.Select((value, i) => i == 0 ? $"{words.Called(1)} {Names.Clean(value)}" : Names.Clean(value))],
            .. down.Value.Select((value, row) => (string[])
            [
                $"{words.Called(0)} {Names.Clean(value)}",
                .. Enumerable.Range(0, across.Value.Length)
                    .Select(column => Cell(result.Points[row * across.Value.Length + column], words)),
            ]),
        ];
    }

    private static string[][] List(SweepResult result, SweepWords words)
    {
        var goals = result.Points[0].Alternative.Goals;
        return
        [
            [.. result.Varied.Select((_, i) => words.Called(i)), "", .. goals.Select(goal => Names.Clean(goal.Goal.That.Text))],
            .. result.Points.Take(MostRows).Select(point => (string[])
                [.. point.Values.Select(one => Names.Clean(one.Value)), Cell(point, words),
                    .. point.Alternative.Goals.Select(goal => $"in {Words.PercentOfRuns(goal.Share)}{(goal.Met ? "" : ", missed")}")]),
        ];
    }

    private static int WidthOf(string[][] table) => WidthsOf(table).Sum(width => width + Gap);

    private static int[] WidthsOf(string[][] table) => [.. table[0].Select((_, column) => table.Max(row => Lines.Width(row[column])))];

    private static IEnumerable<string> Aligned(string[][] table)
    {
        var widths = WidthsOf(table);
        foreach (var row in table)
            yield return string.Join(new string(' ', Gap), row.Select((cell, column) => Lines.PadRight(cell, widths[column]))).TrimEnd();
    }
}
