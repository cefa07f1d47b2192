namespace SupplySim.Cli.Explain;

/// <summary>What an error code means.</summary>
/// <param name="Id">Such as <c>SS0304</c>.</param>
/// <param name="Text">A paragraph.</param>
/// <param name="Wrong">Lines of a scenario file that give it; none where a few lines cannot show it.</param>
/// <param name="Right">The same without the mistake.</param>
internal sealed record CodeText(string Id, string Text, IReadOnlyList<string> Wrong, IReadOnlyList<string> Right)
{
    private const string Indent = "    ";

    /// <summary>All codes, in the order of the page.</summary>
    public static IReadOnlyList<CodeText> All()
    {
        var (all, lines, from) = (new List<CodeText>(), Pages.Lines("codes.md"), 1);
        for (var i = 1; i <= lines.Length; i++)
        {
            if (i < lines.Length && !lines[i].StartsWith("## ", StringComparison.Ordinal)) continue;
            if (lines[from].StartsWith("## ", StringComparison.Ordinal)) all.Add(Of(lines[from..i]));
            from = i;
        }
        return all;
    }

    private static CodeText Of(string[] lines) => new(
        lines[0][3..],
        string.Join(' ', lines.Skip(1).TakeWhile(line => line is not ("wrong" or "right")).Where(line => line.Length > 0)),
        Behind("wrong", lines), Behind("right", lines));

    private static string[] Behind(string word, string[] lines) =>
        [.. lines.SkipWhile(line => line != word).Skip(1).TakeWhile(line => line.StartsWith(Indent, StringComparison.Ordinal))
            .Select(line => line[Indent.Length..])];
}
