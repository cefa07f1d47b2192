namespace SupplySim;

/// <summary>The id of a place, by which everything else refers to it.</summary>
/// <remarks>Places are referred to by id and not by reference, so that one can be replaced by a changed copy.
/// Converts from a string and from a <see cref="Place"/>. <c>default</c> names no place.</remarks>
public readonly record struct PlaceId(string Value)
{
    /// <summary>The id written as text.</summary>
    public static implicit operator PlaceId(string id) => new(id);

    /// <summary>The id of a place.</summary>
    public static implicit operator PlaceId(Place place) => new(place.Id);

    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}
