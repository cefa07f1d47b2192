namespace SupplySim.Cli.Explain;

/// <summary>What a key of the scenario language means in one kind of block.</summary>
/// <param name="Name">The key.</param>
/// <param name="Block">The block it stands in, as the page of keys heads it: <c>A crossing</c>.</param>
/// <param name="Behind">What stands behind it.</param>
/// <param name="Text">What it says, with its default.</param>
/// <param name="IsRequired">Whether it has to be given.</param>
internal sealed record KeyText(string Name, string Block, string Behind, string Text, bool IsRequired)
{
    private static readonly Lazy<IReadOnlyList<KeyText>> Keys = new(Read);

    /// <summary>All keys, in the order of the page that the vocabulary writes.</summary>
    public static IReadOnlyList<KeyText> All() => Keys.Value;

    private static IReadOnlyList<KeyText> Read()
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

    /// <summary>The words one of which stands behind it; none where it is no such key.</summary>
    public IReadOnlyList<string> Choices =>
        Behind.Replace("\\|", "|", StringComparison.Ordinal) is var behind && behind.Contains(" | ", StringComparison.Ordinal)
            ? behind.Split(" | ", StringSplitOptions.TrimEntries) : [];

    /// <summary>How it would be written, as far as the kind of its value says; null where that is a block of its own.</summary>
    public string? Sketch => Behind switch
    {
        "text" => $"{Name}: some text",
        "yes \\| no" or "yes | no" => $"{Name}: yes",
        _ when Behind.Contains(" | ", StringComparison.Ordinal) => $"{Name}: {Behind.Split(" | ")[0]}",
        _ when Values.FirstOrDefault(one => Behind.StartsWith(one.Behind, StringComparison.Ordinal)) is { Written: { } written } =>
            $"{Name}: {written}",
        _ => null,
    };

    private static readonly (string Behind, string Written)[] Values =
    [
        ("a time", "36 h"), ("a date or time", "day 5"), ("a number", "4"), ("a whole number", "4"), ("a share", "35 %"),
        ("a mass", "22 t"), ("a length", "80 km"), ("a distance", "80 km"),
        ("a speed", "40 km/h"), ("a rate", "3 /week"), ("an amount", "24 t"), ("opening hours", "08:00-17:00"), ("hours", "08:00-17:00"),
        ("a condition", "any(camp.stock) < 5 d"),
        ("a point", "37.07 N 42.38 E"), ("the id", "some-id"), ("an id", "some-id"),
    ];

    /// <summary>Uses of the key in the examples, at most so many, each from another file where there are as
    /// many: the file, and the line with the lines that belong to it.</summary>
    public static IReadOnlyList<(string File, IReadOnlyList<string> Lines)> Examples(string name, int most) =>
        [.. Uses(name).DistinctBy(use => use.File).Take(most)];

    /// <summary>All uses of the key in the examples, file by file.</summary>
    public static IEnumerable<(string File, IReadOnlyList<string> Lines)> Uses(string name) =>
        Pages.Examples().SelectMany(file => UsesIn(file, name).Select(lines => (file["examples/".Length..], lines)));

    /// <summary>How a key that no example uses is written: its lines on the page of rare keys, each with those that belong to it.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rare(string name) => UsesIn("rare.supply.yaml", name);

    private static IEnumerable<IReadOnlyList<string>> UsesIn(string file, string name)
    {
        var lines = Pages.Lines(file);
        return lines.Index().Where(one => IsUsed(name, one.Item) && KeyPlaces.Has(file, name, one.Index))
            .Select(one => WithBlock(lines, one.Index));
    }

    /// <summary>A block of an example that says what it is, as <c>kind: crossing</c> does, or just by
    /// having the key, where there is no word: the file and the block; null where none does.</summary>
    public static (string File, IReadOnlyList<string> Lines)? ExampleOf(string key, string? word)
    {
        foreach (var file in Pages.Examples())
        {
            var lines = Pages.Lines(file);
            var at = lines.Index().Where(one => IsUsed(key, one.Item) && KeyPlaces.Has(file, key, one.Index)
                && (word is null || Word(one.Item, key) == word)).Select(one => one.Index).FirstOrDefault(-1);
            if (at < 0) continue;
            var owner = lines[at].Contains('{', StringComparison.Ordinal) ? at : Above(lines, at);
            return (file["examples/".Length..], WithBlock(lines, owner));
        }
        return null;
    }

    private static string Word(string line, string key) =>
        line[(line.IndexOf(key + ":", StringComparison.Ordinal) + key.Length + 1)..].Split(',', '}', '#')[0].Trim();

    // The line of the block in which a line stands; itself where it stands in none.
    private static int Above(string[] lines, int at)
    {
        var above = Array.FindLastIndex(lines, at, at + 1,
            line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#') && Depth(line) < Depth(lines[at]));
        return above < 0 ? at : above;
    }

    // What stands deeper behind a key with nothing beside it belongs to it; of a long block the beginning.
    private static IReadOnlyList<string> WithBlock(string[] lines, int at)
    {
        var first = WithoutComment(lines[at]);
        var depth = Depth(first);
        if (!first.TrimEnd().EndsWith(':')) return [first.Trim()];
        var block = lines.Skip(at + 1).TakeWhile(line => line.Trim().Length > 0 && Depth(line) > depth)
            .Where(line => !line.TrimStart().StartsWith('#')).Take(MostLines + 1).ToArray();
        return [first.Trim(), .. block.Take(MostLines).Select(line => WithoutComment(line)[depth..].TrimEnd()),
            .. block.Length > MostLines ? new[] { "  ..." } : []];
    }

    private const int MostLines = 4;

    private static int Depth(string line) => line.Length - line.TrimStart().Length;

    private static string WithoutComment(string line) =>
        line.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line;

    /// <summary>Whether a line has the key, and not in a comment.</summary>
    public static bool IsUsed(string name, string line)
    {
        var at = line.IndexOf(name + ":", StringComparison.Ordinal);
        return at >= 0 && (at == 0 || line[at - 1] is ' ' or '{') && !line[..at].Contains('#', StringComparison.Ordinal);
    }

    // A bar that belongs to a cell is written with a backslash before it.
    private static string[] Cells(string line) => line is ['|', ' ', .. var inner, '|']
        ? [.. inner.Replace("\\|", "\0", StringComparison.Ordinal).Split('|').Select(cell => cell.Replace('\0', '|').Trim())]
        : [];

    private static string? Key(string cell) =>
        cell.Trim('*') is ['`', .. var name, '`'] && !name.Contains('`', StringComparison.Ordinal) ? name : null;

    private static string Plain(string cell) => cell.Replace("<br>", " ", StringComparison.Ordinal);
}
