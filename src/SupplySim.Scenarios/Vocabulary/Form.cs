namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What something behind a key looks like in a file, apart from what it means: whoever tells of
/// the language, such as its JSON Schema, reads it here.</summary>
internal abstract record Form
{
    /// <summary>A single value of any sort: a word, a number, an amount, a law.</summary>
    public static readonly Form Value = new Words([]);

    /// <summary>A block whose keys are named by who writes it, and hold what the language does not foresee, such as settings.</summary>
    public static readonly Form Free = new Anything();

    /// <summary>A single value that is one of these words; of any sort where there are none.</summary>
    public sealed record Words(IReadOnlyList<string> Allowed) : Form;

    /// <summary>A block of keys.</summary>
    public sealed record Block(IShape Shape) : Form;

    /// <summary>A block that is one of several, told apart by one of its keys.</summary>
    public sealed record OneOf(IReadOnlyList<Case> Cases) : Form;

    /// <summary>Blocks by id, which may stand in a table.</summary>
    public sealed record Section(Form Each) : Form;

    /// <summary>Values by name.</summary>
    public sealed record ByName(Form Each) : Form;

    /// <summary>A list.</summary>
    public sealed record List(Form Each) : Form;

    /// <summary>Any of these.</summary>
    public sealed record Either(params IReadOnlyList<Form> Forms) : Form;

    private sealed record Anything : Form;

    /// <summary>A block that is told by one of its keys.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Word">What it says; null where it is enough that it is there.</param>
    /// <param name="Shape">The block.</param>
    public sealed record Case(string Key, string? Word, IShape Shape);
}
