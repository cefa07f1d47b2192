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
        screen.EndLine();
        if (words.Shown(MostRows) is { IsEmpty: false } shown)
        {
            EffectTable.Append(screen, "shut", words.LastHead,
                [.. shown.Select(one => (words.Rank(one), words.Name(one), words.Effect(one), words.Verdict(one)))]);
            screen.EndLine();
        }
        foreach (var (lead, text) in words.Notes(MostRows)) screen.Add(lead, text);
        foreach (var failed in Incomplete.Sentences(result)) screen.Add("Failed: ", failed);
        if (written is not null) screen.Append("\nresult  ").Append(written.Path).EndLine();
        return screen.ToString();
    }

    private static string Facts(RankResult result)
    {
        var closed = result.Closures.Length + result.Unranked.Length;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Words.Runs(result.Runs, result.RunsPlanned, result.Scenario.Clock.Length)} · {closed} of {closed + result.Spared.Length} closed "
                + $"in turn · seed {result.Seed} · {result.Cost.Elapsed.TotalSeconds:0.0} s");
    }
}
