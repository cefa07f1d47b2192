using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SupplySim;

/// <summary>What a disruption strikes: one place or route, or several at once, by id.</summary>
/// <remarks>In a scenario file <c>close: bridge</c> or <c>close: [bridge, ford, depot - town]</c>. A plain id converts by itself.
/// Immutable; two are equal when they name the same in the same order.</remarks>
[CollectionBuilder(typeof(Targets), nameof(Create))]
public sealed class Targets : IReadOnlyList<string>, IEquatable<Targets>
{
    private readonly ImmutableArray<string> _ids;

    private Targets(ImmutableArray<string> ids) => _ids = ids;

    /// <summary>How many there are.</summary>
    public int Count => _ids.Length;

    /// <summary>The id at a position, counted from 0 in the order written.</summary>
    public string this[int index] => _ids[index];

    /// <summary>Several, in the order given.</summary>
    public static Targets Create(ReadOnlySpan<string> ids) => new([.. ids]);

    /// <summary>A single one.</summary>
    public static implicit operator Targets(string id) => new([id]);

    /// <summary>A single place.</summary>
    public static implicit operator Targets(PlaceId id) => new([id.Value]);

    /// <summary>A single place.</summary>
    public static implicit operator Targets(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new([place.Id]);
    }

    /// <summary>A single route.</summary>
    public static implicit operator Targets(Route route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return new([route.Id]);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_ids).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Targets? other) => other is not null && _ids.SequenceEqual(other._ids);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Targets);

    /// <inheritdoc/>
    public override int GetHashCode() => _ids.Length;

    /// <summary>For example <c>bridge, depot - town</c>.</summary>
    public override string ToString() => string.Join(", ", _ids);
}
