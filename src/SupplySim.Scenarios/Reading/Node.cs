namespace SupplySim.Scenarios.Reading;

/// <summary>A value of a scenario file with its place. Immutable; a changed copy shares what did not change.</summary>
internal abstract class Node(Span span)
{
    public Span Span { get; } = span;

    /// <summary>How a person would call it.</summary>
    public abstract string Shape { get; }
}

/// <summary>A single value: text, whatever it may mean. Types come from the vocabulary, never from the file.</summary>
/// <param name="text">The text with quotes and escapes resolved.</param>
/// <param name="span">Where it stands, quotes included.</param>
/// <param name="isPlain">Written without quotes and not as a block of text.</param>
internal sealed class ScalarNode(string text, Span span, bool isPlain) : Node(span)
{
    public string Text { get; } = text;

    public bool IsPlain { get; } = isPlain;

    public override string Shape => IsEmpty ? "an empty value" : "a single value";

    /// <summary>Whether nothing stands here: the key alone was written.</summary>
    public bool IsEmpty => IsPlain && Text.Length == 0;

    /// <summary>Where a part of the text stands; the whole value where escapes or line breaks hide it.</summary>
    public Span Part(int start, int length)
    {
        var inner = IsPlain ? Span : Span with { Start = Span.Start + 1, End = Span.End - 1 };
        var isAsWritten = inner.End - inner.Start == Text.Length
            && inner.Source.Text.AsSpan(inner.Start, Text.Length).SequenceEqual(Text);
        return isAsWritten ? inner.Part(start, length) : Span;
    }
}

/// <summary>A list of values.</summary>
internal sealed class SequenceNode(IReadOnlyList<Node> items, Span span) : Node(span)
{
    public IReadOnlyList<Node> Items { get; } = items;

    public override string Shape => "a list";
}

/// <summary>A value that was found to be wrong already: whoever meets it says nothing more about it.</summary>
internal sealed class BrokenNode(Span span) : Node(span)
{
    public override string Shape => "a value that cannot be read";
}

/// <summary>A key with its value.</summary>
internal readonly record struct Entry(ScalarNode Key, Node Value);
