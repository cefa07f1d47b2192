namespace SupplySim.Cli.Explain;

/// <summary>By what something waits or is held up: a word that results, tables and reports blame, and no file holds.</summary>
/// <param name="Name">For example <c>not-ordered</c>.</param>
/// <param name="Text">What it says.</param>
internal sealed record CauseText(string Name, string Text)
{
    private static readonly string[] ForAll = ["cause", "causes", "blame", "blamed", "held up", "held-up", "waiting", "reasons"];

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<CauseText> All()
    {
        var all = new List<CauseText>();
        foreach (var line in Pages.Lines("causes.md"))
            if (line.StartsWith("## ", StringComparison.Ordinal)) all.Add(new(line[3..], ""));
            else if (all.Count > 0 && line.Length > 0) all[^1] = all[^1] with { Text = $"{all[^1].Text} {line}".Trim() };
        return all;
    }

    /// <summary>The one of this name, or all of them where a word asks what causes there are; none of any other.</summary>
    public static IReadOnlyList<CauseText> Of(string word) =>
        ForAll.Contains(word) ? All() : [.. All().Where(one => one.Name == word)];
}
