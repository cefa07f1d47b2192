using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What the command line prints of what would help: plain text, ending in a line feed.</summary>
/// <remarks>No colours, no control characters, the same in every culture but for the seconds it took. In
/// the tables stands what surely helps, of each kind the first thirty, and what did most good of what cannot be told; all else is named
/// below.</remarks>
public static class HelpsScreen
{
    private const int MostRows = 30;

    /// <summary>The screen.</summary>
    /// <param name="result">The result.</param>
    /// <param name="written">Where the result lies, shown in the last line. Default: it was not written.</param>
    /// <param name="width">[columns] Of the widest line, at least 80; what is less counts as that. Default: 80.</param>
    public static string Of(HelpsResult result, RunDirectory? written = null, int width = Screen.Narrowest)
    {
        var words = new RemedyWords(result);
        var screen = new Screen(width);
        screen.Add("", Names.Clean(result.Scenario.Title));
        screen.Add("", words.Headline);
        screen.Add("", words.Question);
        screen.Add("", Facts(result, words));
        foreach (var (kind, head) in RemedyWords.Tables)
            if (words.Rows(kind, MostRows) is { Length: > 0 } rows) EffectTable.Append(screen.EndLine(), head, "", rows);
        if (words.UntoldRows is { Length: > 0 } untold) EffectTable.Append(screen.EndLine(), words.UntoldHead, "in runs", untold);
        screen.EndLine();
        foreach (var (lead, text) in words.Notes(MostRows)) screen.Add(lead, text);
        foreach (var failed in Incomplete.Sentences(result)) screen.Add("Failed: ", failed);
        if (written is not null) screen.Append("\nresult  ").Append(written.Path).EndLine();
        return screen.ToString();
    }

    private static string Facts(HelpsResult result, RemedyWords words) => string.Create(CultureInfo.InvariantCulture,
        $"{Words.Runs(result.Runs, result.RunsPlanned, result.Scenario.Clock.Length)} · {words.Tried} tried · "
            + $"seed {result.Seed} · {result.Cost.Elapsed.TotalSeconds:0.0} s");
}
