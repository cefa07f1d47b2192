using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What may stand behind a key, its type left open.</summary>
internal interface IKind
{
    /// <summary>How a person would call it, with its article: <c>a time</c>.</summary>
    string What { get; }

    /// <summary>What it looks like in a file.</summary>
    Form Form { get; }

    /// <summary>See <see cref="Kind{T}.TryRead"/>.</summary>
    bool TryReadAny(Node node, Span owner, BindingContext context, out object? value);
}

/// <summary>What may stand behind a key, and how it becomes a value of the model.</summary>
internal abstract class Kind<T>(string what) : IKind
{
    public string What { get; } = what;

    public abstract Form Form { get; }

    /// <summary>The value, or what stands in for one that cannot be read; what is wrong with it is reported.</summary>
    /// <remarks>A stand-in is harmless: it lets the rest of the file be looked at without mistakes that would not be
    /// there were this one mended. Nothing that holds one is ever run.</remarks>
    /// <returns>Whether there is a value or a stand-in; where there is none, the key counts as left out.</returns>
    /// <param name="node">What stands behind the key.</param>
    /// <param name="owner">The key, or what else the value belongs to.</param>
    /// <param name="context">What is known while the tree is bound.</param>
    /// <param name="value">The value.</param>
    public abstract bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out T value);

    public bool TryReadAny(Node node, Span owner, BindingContext context, out object? value)
    {
        var isRead = TryRead(node, owner, context, out var typed);
        value = typed;
        return isRead;
    }
}

/// <summary>Reads a single value from its text; what is wrong with it is reported at the cursor.</summary>
internal delegate bool ReadValue<T>(Cursor cursor, BindingContext context, [MaybeNullWhen(false)] out T value);

/// <summary>A single value.</summary>
internal sealed class ValueKind<T>(string what, ReadValue<T> read, int longest = Limits.ValueLength) : Kind<T>(what)
{
    private bool _hasStandIn;
    private T? _standIn;

    /// <summary>The words that it may be. Default: it is no word of a few.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public override Form Form => Words.Count == 0 ? Form.Value : new Form.Words(Words);

    /// <summary>The same kind with a stand-in.</summary>
    public ValueKind<T> Or(T standIn) => new(What, read, longest) { Words = Words, _hasStandIn = true, _standIn = standIn };

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out T value)
    {
        if (context.Open(node, owner, What, longest) is { } cursor && read(cursor, context, out value)) return true;
        value = _standIn;
        return _hasStandIn && value is not null;
    }
}
