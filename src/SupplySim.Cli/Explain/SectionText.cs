namespace SupplySim.Cli.Explain;

/// <summary>A kind of block of the scenario language with its keys, such as a crossing, a closure, or a policy's rule.</summary>
/// <param name="Title">As the page of keys heads it: <c>A crossing</c>.</param>
/// <param name="Text">What it is; empty where the page says nothing.</param>
/// <param name="Keys">Its keys, in the order of the page.</param>
internal sealed record SectionText(string Title, string Text, IReadOnlyList<KeyText> Keys)
{
    private static readonly string[] Articles = ["a ", "an ", "the "];

    private static readonly Lazy<IReadOnlyList<SectionText>> Sections = new(Read);

    /// <summary>All of them, in the order of the page that the vocabulary writes.</summary>
    public static IReadOnlyList<SectionText> All() => Sections.Value;

    private static IReadOnlyList<SectionText> Read()
    {
        var (lines, keys) = (Pages.Lines("keys.md"), KeyText.All().ToLookup(key => key.Block));
        return
        [
            .. lines.Index().Where(one => one.Item.StartsWith("## ", StringComparison.Ordinal) && keys.Contains(one.Item[3..]))
                .Select(one => new SectionText(one.Item[3..], Plain(lines, one.Index), [.. keys[one.Item[3..]]]))
                .Where(one => one.Keys[0].Block != Files),
        ];
    }

    /// <summary>Those that a word names: by their heading, with its article or without, or by what stands
    /// behind their <c>kind</c> or <c>rule</c>; with hyphens for spaces as well, as <c>supply-line</c>. Where none is
    /// called so, those of which it is the first word, as <c>step</c> is of a step of a script.</summary>
    public static IReadOnlyList<SectionText> Of(string word) =>
        All().Where(one => one.Names.Any(name => IsCalled(name, Bare(word)))).ToArray() is { Length: > 0 } called
            ? called
            : [.. All().Where(one => Bare(one.Title).StartsWith(word + " of ", StringComparison.OrdinalIgnoreCase))];

    private static bool IsCalled(string name, string word) =>
        name.Equals(word, StringComparison.OrdinalIgnoreCase)
            || name.Equals(word.Replace('-', ' '), StringComparison.OrdinalIgnoreCase);

    /// <summary>The rules that may stand behind a key: their headings begin with what the page says there, as <c>Routing by the fastest
    /// way</c> with <c>routing</c>.</summary>
    public static IReadOnlyList<SectionText> RulesBehind(KeyText key) =>
        [.. All().Where(one => one.Says?.Name == "rule" && one.Title.StartsWith(key.Behind + " ", StringComparison.OrdinalIgnoreCase))];

    /// <summary>The key behind which such a block stands, alone, in a list or with others under their ids;
    /// null where there is none, or several.</summary>
    public KeyText? Owner => KeyText.All().FirstOrDefault(key => key.Behind.Equals(Title, StringComparison.OrdinalIgnoreCase)
        || key.Behind == $"a list of {Several}" || (key.Block == "A scenario" && key.Behind == Several));

    /// <summary>Where the examples use it: the file, and the lines; null where none does, or nothing tells
    /// which key it stands behind.</summary>
    public (string File, IReadOnlyList<string> Lines)? Use => Says is not null || UsedBy is not { } owner ? null
        : KeyText.Uses(owner).Select(use => ((string, IReadOnlyList<string> Lines)?)use)
            .FirstOrDefault(use => IsIn(use!.Value.Lines, owner));

    /// <summary>How it is written on the page of what no example uses; none where it is not there.</summary>
    public IReadOnlyList<string> Rare =>
        Says is null && UsedBy is { } owner ? KeyText.Rare(owner).FirstOrDefault(lines => IsIn(lines, owner)) ?? [] : [];

    /// <summary>The key by which one finds it in a file: the one that tells it of others of its sort, as <c>close</c> does a closure, or
    /// the one that it stands behind; null where there is none.</summary>
    public string? UsedBy => BlocksBehind.Telling(Title) ?? Owner?.Name ?? BlocksBehind.Owner(Title);

    private bool IsIn(IReadOnlyList<string> lines, string owner) =>
        Keys.Any(key =>
            (key.Name != owner || key.Name == BlocksBehind.Telling(Title)) && lines.Any(line => KeyText.IsUsed(key.Name, line)));

    private string Several => Bare(Title).ToLowerInvariant() is var one && one.EndsWith('y') ? one[..^1] + "ies" : one + "s";

    /// <summary>How it would be written, with the keys that it must have; null where none must be, or one
    /// of which nobody can tell how it would be.</summary>
    public string? Sketch =>
        (Says?.Name == "rule" ? KeyText.All().FirstOrDefault(key => RulesBehind(key).Contains(this))
            : Says is null ? Owner
            : null) is { } owner
            && Keys.Where(key => key.IsRequired && key != Says).Select(key => key.Sketch).ToArray() is var needed && !needed.Contains(null)
            && (Says is not null || needed.Length > 0)
            ? $"{owner.Name}: {{{string.Join(", ", Says is null ? needed : needed.Prepend($"rule: {Word}"))}}}" : null;

    /// <summary>The words that name it.</summary>
    public IEnumerable<string> Names => Says is null ? [Bare(Title)] : [Bare(Title), Word];

    /// <summary>The key that says which of several it is, with its word behind it; null where nothing has to.</summary>
    public KeyText? Says => Keys.FirstOrDefault(key => key.Name is "kind" or "rule" && key.Behind.StartsWith('`'));

    /// <summary>What stands behind <see cref="Says"/>; empty where it is null.</summary>
    public string Word => Says?.Behind.Trim('`') ?? "";

    // Lists of keys are not equal by what they hold.
    public bool Equals(SectionText? other) => Title == other?.Title;

    public override int GetHashCode() => Title.GetHashCode(StringComparison.Ordinal);

    private const string Files = "In several files";

    private static string Bare(string title) =>
        Articles.FirstOrDefault(article => title.StartsWith(article, StringComparison.OrdinalIgnoreCase)) is { } one
            ? title[one.Length..]
            : title;

    // What stands between the heading and the table.
    private static string Plain(string[] lines, int at) =>
        string.Join(' ', lines.Skip(at + 1).TakeWhile(line => !line.StartsWith('|') && !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.Length > 0));
}
