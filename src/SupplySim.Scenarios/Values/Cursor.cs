using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Values;

/// <summary>The text of one value, how far the grammar has read it, and where in the file each part of it
/// stands.</summary>
/// <remarks>What the grammar finds wrong is reported here at once; its functions then return false or null.</remarks>
/// <param name="text">The value, parameters put in.</param>
/// <param name="node">Where it stands.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class Cursor(string text, ScalarNode node, DiagnosticBag diagnostics)
{
    private readonly bool _isAsWritten = ReferenceEquals(text, node.Text);

    public string Text { get; } = text;

    /// <summary>Where it is written; for a value that is one parameter, where the parameter's value is.</summary>
    public ScalarNode Node { get; } = node;

    /// <summary>The offset of the next character.</summary>
    public int Position { get; set; }

    /// <summary>The next character, or the null character at the end.</summary>
    public char Next => this[Position];

    /// <summary>The character at an offset, or the null character at the end.</summary>
    public char this[int offset] => offset < Text.Length ? Text[offset] : '\0';

    public bool AtEnd
    {
        get
        {
            SkipSpaces();
            return Position >= Text.Length;
        }
    }

    /// <summary>What goes with every mistake in this value.</summary>
    public string? Remark { get; init; }

    /// <summary>Where a parameter stands whose value this is; null where it stands for itself.</summary>
    public Span? UsedAt { get; init; }

    /// <summary>Whether it is a cell of a table, which a program may have written.</summary>
    public bool IsOfTable => Node.Span.Source.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    public void SkipSpaces()
    {
        while (char.IsWhiteSpace(Next)) Position++;
    }

    /// <summary>Takes a character, spaces before it left out.</summary>
    public bool TryTake(char c)
    {
        SkipSpaces();
        if (Next != c) return false;
        Position++;
        return true;
    }

    /// <summary>Takes a text of signs, spaces before it left out.</summary>
    public bool TryTake(string signs)
    {
        SkipSpaces();
        if (string.CompareOrdinal(Text, Position, signs, 0, signs.Length) != 0) return false;
        Position += signs.Length;
        return true;
    }

    /// <summary>Takes a word where the next one is this.</summary>
    public bool TryTakeWord(string word)
    {
        var start = Position;
        if (TakeWord() == word) return true;
        Position = start;
        return false;
    }

    /// <summary>Takes the next word: letters, digits, hyphens and dots, beginning with a letter. Empty where none
    /// stands here.</summary>
    public string TakeWord()
    {
        SkipSpaces();
        var start = Position;
        if (!char.IsLetter(Next)) return "";
        while (char.IsLetterOrDigit(Next) || Next is '-' or '.') Position++;
        return Text[start..Position];
    }

    /// <summary>What stands from here to the next space, comma or bracket, for a message: at least one
    /// character.</summary>
    public string PieceAhead()
    {
        var end = Position;
        while (end < Text.Length && !char.IsWhiteSpace(Text[end]) && Text[end] is not (',' or '(' or ')' or '[' or ']'))
            end++;
        return Text[Position..Math.Min(Text.Length, Math.Max(end, Position + 1))];
    }

    public Span Part(int start, int end) => _isAsWritten ? Node.Part(start, Math.Max(1, end - start)) : Node.Span;

    public void Report(DiagnosticCode code, int start, int end, string message, string? help = null)
    {
        diagnostics.Add(code, Part(start, end), message, help, note: Substituted());
        Spoil(code);
    }

    /// <summary>The same, with help that costs something to find.</summary>
    public void Report(DiagnosticCode code, int start, int end, string message, Func<string?> help)
    {
        diagnostics.Add(code, Part(start, end), message, help, Substituted());
        Spoil(code);
    }

    public void Report(DiagnosticCode code, string message, string? help = null) =>
        Report(code, 0, Text.Length, message, help);

    /// <summary>Whether nothing is left; what is left is reported.</summary>
    /// <param name="code">As what.</param>
    /// <param name="what">What has ended, with its article.</param>
    /// <param name="range">How one from one to another is written here. Default: as a law.</param>
    public bool Ends(DiagnosticCode code, string what, string? range = null)
    {
        if (AtEnd) return true;
        Report(code, Position, Text.Length, $"`{Text[Position..]}` does not belong to {what}", IsRange()
            ? range ?? $"where it is drawn, write a law such as {(Text[Position] is '±' or '+'
                ? "`lognormal(9 d, 2 d)`, by mean and spread"
                : "`uniform(5 d, 10 d)`, by its two ends")}; else write one figure"
            : $"leave it out: {what} ends before it");
        return false;
    }

    // From one to another, or one more or less another.
    private bool IsRange()
    {
        var rest = Text.AsSpan(Position);
        foreach (var sign in (ReadOnlySpan<string>)["to ", "-", "–", "±", "+/-", "+-", "or "])
            if (rest.StartsWith(sign, StringComparison.Ordinal) && rest[sign.Length..].TrimStart() is [var digit, ..]
                && char.IsAsciiDigit(digit)) return true;
        return false;
    }

    // Told where the value is written, it is as wrong where it is put in.
    private void Spoil(DiagnosticCode code)
    {
        if (UsedAt is { } used) diagnostics.Spoil(code, used);
    }

    private string? Substituted() => _isAsWritten ? Remark : $"with its parameters put in, the value is `{Text}`";
}
