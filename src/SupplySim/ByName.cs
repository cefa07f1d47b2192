using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SupplySim;

/// <summary>Values by name, in the order written: <c>[("aid", twelve), ("military", eight)]</c>.</summary>
/// <remarks>Immutable; two are equal when they hold the same names and values in the same order. A handful of entries
/// is expected: looking one up is a walk along the list.</remarks>
[CollectionBuilder(typeof(ByName), nameof(ByName.Create))]
public sealed class ByName<T> : IReadOnlyList<(string Name, T Value)>, IEquatable<ByName<T>>
{
    internal ByName(ImmutableArray<(string, T)> entries) => _entries = entries;

    private readonly ImmutableArray<(string Name, T Value)> _entries;

    /// <summary>No entries.</summary>
    public static ByName<T> Empty { get; } = new([]);

    /// <summary>How many names there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The entry at a position, counted from 0 in the order written.</summary>
    public (string Name, T Value) this[int index] => _entries[index];

    /// <summary>The value of a name; false where the name is not there.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        foreach (var entry in _entries)
        {
            if (entry.Name != name) continue;
            value = entry.Value;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>Whether the name is there.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <inheritdoc/>
    public IEnumerator<(string Name, T Value)> GetEnumerator() => ((IEnumerable<(string, T)>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ByName<T>? other) => other is not null && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ByName<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Length;

    /// <summary>For example <c>{aid: 12 min, military: 8 min}</c>.</summary>
    public override string ToString() => "{" + string.Join(", ", _entries.Select(e => $"{e.Name}: {e.Value}")) + "}";
}

/// <summary>Makes <see cref="ByName{T}"/> from a collection expression.</summary>
public static class ByName
{
    /// <summary>Values by name, in the order given.</summary>
    public static ByName<T> Create<T>(ReadOnlySpan<(string Name, T Value)> entries) => new([.. entries]);
}
