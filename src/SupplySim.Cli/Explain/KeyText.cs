namespace SupplySim.Cli.Explain;

/// <summary>What a key of the scenario language means in one kind of block.</summary>
/// <param name="Name">The key.</param>
/// <param name="Block">The block it stands in, as the page of keys heads it: <c>A crossing</c>.</param>
/// <param name="Behind">What stands behind it.</param>
/// <param name="Text">What it says, with its default.</param>
/// <param name="IsRequired">Whether it has to be given.</param>
internal sealed record KeyText(string Name, string Block, string Behind, string Text, bool IsRequired)
{
    /// <summary>All keys, in the order of the page that the vocabulary writes.</summary>
    public static IReadOnlyList<KeyText> All()
    {
        var (all, block) = (new List<KeyText>(), "");
        foreach (var line in Pages.Lines("keys.md"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) block = line[3..];
            if (Cells(line) is [var key, var behind, var text] && Key(key) is { } name)
                all.Add(new(name, block, Plain(behind), Plain(text), key.StartsWith("**", StringComparison.Ordinal)));
        }
        return all;
    }

    /// <summary>A line of an example in which the key is used, and the file it stands in; null where none uses it.</summary>
    public static (string File, string Line)? Example(string name)
    {
        foreach (var file in Pages.Examples())
            foreach (var line in Pages.Lines(file))
                if (IsUsed(name, line)) return (file["examples/".Length..], WithoutComment(line).Trim());
        return null;
    }

    private static string WithoutComment(string line) => line.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line;

    private static bool IsUsed(string name, string line)
    {
        var at = line.IndexOf(name + ":", StringComparison.Ordinal);
        return at >= 0 && (at == 0 || line[at - 1] is ' ' or '{') && !line[..at].Contains('#', StringComparison.Ordinal);
    }

    // A bar that belongs to a cell is written with a backslash before it.
    private static string[] Cells(string line) => line is ['|', ' ', .. var inner, '|']
        ? [.. inner.Replace("\\|", "\0", StringComparison.Ordinal).Split('|').Select(cell => cell.Replace('\0', '|').Trim())]
        : [];

    private static string? Key(string cell) => cell.Trim('*') is ['`', .. var name, '`'] && !name.Contains('`', StringComparison.Ordinal) ? name : null;

    private static string Plain(string cell) => cell.Replace("<br>", " ", StringComparison.Ordinal);
}
