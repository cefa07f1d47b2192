using System.Globalization;
using System.Text;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Results.Comparing;

/// <summary>A comparison as plain text: what is compared, how, and a block for each pair.</summary>
internal static class CompareScreen
{
    private const int MostLabel = 24;
    private const int LeastLabel = 14;
    private const int LeastHead = 10;
    private const int MostDifferences = 12;
    private const int MostValue = 40;

    /// <summary>The screen.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="written">Where the result lies that was run for it; null where none was.</param>
    /// <param name="width">[columns] Of the widest line, at least 80.</param>
    public static string Of(ResultComparison comparison, RunDirectory? written, int width)
    {
        var screen = new Screen(width);
        foreach (var one in comparison.Results) screen.Add(one.Result + "  ", Facts(one, comparison));
        foreach (var one in comparison.Differences) AppendDifferences(screen.EndLine(), one);
        foreach (var pair in comparison.Comparisons.GroupBy(one => (one.First, one.Other)))
            AppendBlock(screen.EndLine(), [.. pair], comparison.Results.Length);
        if (comparison.Comparisons.IsEmpty) screen.EndLine().Add("", "There is nothing that two of them both measure.");
        else
        {
            screen.EndLine().Add("", How(comparison));
            screen.Add("", MeasureIds.Sentence(comparison.Measures));
        }
        if (written is not null) screen.Append("\nresult  ").Append(written.Path).EndLine();
        return screen.ToString();
    }

    private static string Facts(ComparedResult one, ResultComparison comparison)
    {
        var runs = one.Runs == one.RunsPlanned
            ? Words.Count(one.Runs, "run")
            : string.Create(CultureInfo.InvariantCulture, $"{one.Runs:N0} of {one.RunsPlanned:N0} runs ({one.Ended})");
        var facts = string.Create(CultureInfo.InvariantCulture,
            $"{Names.Clean(one.Scenario.Title)} · {runs}{Partners(one, comparison)} · seed {one.Seed} · SupplySim {one.Version}");
        return one.Folder is null ? facts : $"{facts} · {Names.Clean(one.Folder)}";
    }

    // Of runs on the same luck as many are compared as both have.
    private static string Partners(ComparedResult one, ResultComparison comparison)
    {
        var paired = comparison.Comparisons.Where(other =>
            other.Other.Result == one.Result && other.First.Result != one.Result && other.OtherN is null)
            .Select(other => other.First.Replications.Intersect(other.Other.Replications).Count()).DefaultIfEmpty(one.Runs).Max();
        return paired == one.Runs ? "" : string.Create(CultureInfo.InvariantCulture, $", {paired:N0} of them compared");
    }

    private static void AppendDifferences(Screen screen, ResultDifference one)
    {
        foreach (var warning in one.Warnings) screen.Add("Warning: ", Words.Sentence(warning) + ".");
        if (one.Warnings.Length > 0) screen.EndLine();
        if (!one.AreScenariosKnown)
            screen.Add("",
                $"What differs between the scenarios of {one.Baseline} and {one.Other} is not known: one of the folders has no "
                    + $"scenario.resolved.csv.");
        if (one.Values.IsEmpty)
            screen.Add("", one.AreScenariosKnown ? $"{one.Other} is of the same scenario, seed, runs and version as {one.Baseline}." : "");
        else screen.Add("", $"What differs, in {one.Baseline} → in {one.Other}:");
        // What is shown of a party or place is its name, or its id.
        var told = one.Values.Where(value => !value.Path.EndsWith(".shown", StringComparison.Ordinal)).ToArray();
        foreach (var value in told.Take(MostDifferences))
            screen.Add("  ", $"{Names.Clean(one.Keys.Of(value.Path))}: {Change(value.One, value.Other)}");
        if (told.Length > MostDifferences)
            screen.Add("  ",
                string.Create(CultureInfo.InvariantCulture, $"and {told.Length - MostDifferences:N0} more, which --json lists"));

        string Change(string? here, string? there) => here is null ? $"{Value(there!)}, in {one.Other} only"
            : there is null ? $"{Value(here)}, in {one.Baseline} only"
            : $"{Value(here)} → {Value(there)}";

        static string Value(string text) => Lines.Shorten(Names.Clean(text), MostValue);
    }

    private static void AppendBlock(Screen screen, Compared[] block, int results)
    {
        var (first, other) = (block[0].First, block[0].Other);
        var (one, two) = results == 1 ? (Names.Clean(first.Alternative), Names.Clean(other.Alternative)) : (first.Result, other.Result);
        if (results > 1 && first.Alternative == other.Alternative) screen.Add("", Names.Clean(first.Alternative));
        else
            screen.Add("", results == 1
                ? $"{two} against {one}"
                : $"{two} {Names.Clean(other.Alternative)} against {one} {Names.Clean(first.Alternative)}");
        // First in how many runs there was anything to recover from.
        var rows = block.GroupBy(one => one.Column.Measure).SelectMany(alike => alike.OrderBy(one => one.Column.Detail is null))
            .Select(Row).ToArray();
        int Widest(int column) =>
            Math.Max(column == 3 ? "difference".Length : column == 4 ? 1 : 0, rows.Max(row => Lines.Width(row[column])));
        var most = MostLabel + screen.Width - Screen.Narrowest;
        // Heads are as wide as there is room for beside a label, and broken where there is none.
        var room = Math.Max(LeastHead,
            (screen.Width - 2 - Math.Min(most, Widest(0)) - Enumerable.Range(3, 3).Sum(column => 2 + Widest(column))) / 2 - 2);
        var heads = new[] { one, two }.Select((name, i) =>
            Lines.WrapName(name, Math.Max(Widest(i + 1), Math.Min(Lines.Width(name), room)))).ToArray();
        int Wide(int column) => column is 1 or 2 ? Math.Max(Widest(column), heads[column - 1].Max(Lines.Width)) : Widest(column);
        var label = Math.Clamp(screen.Width - 2 - Enumerable.Range(1, 5).Sum(column => 2 + Wide(column)), LeastLabel,
            Math.Min(most, Widest(0)));
        for (var line = 0; line < heads.Max(head => head.Count); line++)
        {
            var names = heads.Select(head => head.ElementAtOrDefault(line) ?? "").ToArray();
            AppendRow(screen, label, ["", names[0], names[1], line == 0 ? "difference" : "", line == 0 ? "n" : "", ""], Wide);
        }
        foreach (var row in rows)
        {
            var labels = Lines.Wrap(row[0], label);
            AppendRow(screen, label, [labels[0], .. row[1..]], Wide);
            foreach (var more in labels.Skip(1)) screen.Append("    ").Append(more).EndLine();
        }
    }

    private static string[] Row(Compared one)
    {
        var isShare = one.Column.MayBeNever || one.Column.Unit == "share";
        var scale = isShare ? Scale.Percent : Scale.For([one.FirstMean, one.OtherMean]);
        var difference = Figure.Signed(one.Difference, one.HalfWidth, isShare ? scale with { Suffix = " pt" } : scale);
        var words = Names.Clean(one.First.Labels.GetValueOrDefault(one.Column.Measure)
            ?? string.Join(' ', new[] { one.Column.Measure, one.Column.Place }.OfType<string>()));
        var label = one.Column.Detail == Column.Since ? MeasureWords.HadTo(words) + ", in runs"
            : one.Column.IsAmong ? "of these, did by the end"
            : words + (one.Column.MayBeNever ? ", in runs" : isShare || SaysUnit(words) ? "" : $" ({one.Column.Unit})");
        return [label, Value(one.FirstMean), Value(one.OtherMean), difference.ToString(), N(one), one.Verdict];

        string Value(double mean) => Figure.Of(mean, one.HalfWidth > 0 ? one.HalfWidth : double.NaN, scale).Main;
    }

    private static void AppendRow(Screen screen, int label, string[] row, Func<int, int> width)
    {
        var line = new StringBuilder("  ").Append(Lines.PadRight(row[0], label));
        for (var i = 1; i < row.Length; i++)
            line.Append("  ").Append(i is 1 or 2 or 4 ? Lines.PadLeft(row[i], width(i)) : Lines.PadRight(row[i], width(i)));
        screen.Append(line.ToString().TrimEnd()).EndLine();
    }

    // Pairs; or where there are none, the runs of each.
    private static string N(Compared one) => string.Create(CultureInfo.InvariantCulture, $"{one.N:N0}")
        + (one.OtherN is { } other ? string.Create(CultureInfo.InvariantCulture, $"/{other:N0}") : "");

    private static string By(DifferenceTest[] tests) =>
        (tests.Contains(DifferenceTest.Student), tests.Contains(DifferenceTest.Fisher)) switch
        {
            (true, true) => "means by Welch's test, shares of runs by Fisher's",
            (true, false) => "Welch's test",
            (false, true) => "Fisher's test",
            _ => "",
        };

    private static bool SaysUnit(string words) =>
        words.Split(' ')[0] is "days" or "hours" or "person-days" or "vehicle-days" or "vehicles" or "people" or "attacks";

    private static string How(ResultComparison comparison)
    {
        if (comparison.IsIncomplete)
            return "Runs of one of them have failed, and runs that fail need not be like the others: no interval is given and nothing is "
                + "told apart.";
        if (comparison.Comparisons.All(one => one.Test == DifferenceTest.None))
            return "Nothing in the runs is random: every other run would come out the same.";
        var paired = comparison.Comparisons.Where(one => one.OtherN is null).ToArray();
        var level = Words.Percent(Comparison.Level);
        var by = By([.. comparison.Comparisons.Where(one => one.OtherN is not null).Select(one => one.Test)]);
        var isFew = comparison.Comparisons.Any(one => one is { Test: DifferenceTest.TooFew, IsNone: false });
        var how = paired.Length == comparison.Comparisons.Length ? "Paired by run on the same luck: n is the number of pairs"
            : paired.Length == 0
                ? $"Not paired, since the seeds are not the same: each result has luck of its own{(by.Length > 0 ? $" ({by})" : "")}, and n is "
                    + $"the runs of both"
            : $"Paired by run on the same luck where the seed is the same (n is the number of pairs), else not "
                + $"({(by.Length > 0 ? by + "; " : "")}n is the runs of both)";
        var isAside = comparison.Comparisons.Any(one => one.LeftAside is not (0, 0));
        return $"{how}.{(isAside ? " Runs without a partner or a value are left aside, and both figures are of the rest." : "")}"
            + (isFew
                ? $" Of fewer than {FewestRuns.ForAMean} runs no mean is judged: what is rare may be in none of them, and "
                    + $"outweigh them all."
                : "")
            + $" ± is the half-width of the {level} interval of the "
            + $"difference{(comparison.Judged == 1 ? "" : $"; what is told apart would be so with all {comparison.Judged} comparisons judged together (Holm)")}{(comparison.Judged > comparison.Comparisons.Length ? $", of which {comparison.Comparisons.Length} are told here" : "")}.";
    }
}
