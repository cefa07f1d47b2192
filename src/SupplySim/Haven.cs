namespace SupplySim;

/// <summary>A camp that people flee to and, where they are split by shares, how many of them.</summary>
/// <remarks>In a scenario file <c>to: [arisha, ain-issa]</c> or <c>to: {arisha: 60 %, ain-issa: 40 %}</c>; in code
/// <c>To = ["arisha", "ain-issa"]</c> or <c>To = [("arisha", 0.6), ("ain-issa", 0.4)]</c>.</remarks>
/// <param name="Id">That of the camp.</param>
/// <param name="Share">[share] Of each batch, 0 to 1; those of one displacement add up to 1. Default: none, all go by what is near.</param>
public readonly record struct Haven(PlaceId Id, double? Share = null)
{
    /// <summary>A camp by its id.</summary>
    public static implicit operator Haven(string id) => new(id);

    /// <summary>A camp by its id.</summary>
    public static implicit operator Haven(PlaceId id) => new(id);

    /// <summary>A camp.</summary>
    public static implicit operator Haven(Place place) => new(place);

    /// <summary>A camp by its id, and its share.</summary>
    public static implicit operator Haven((string Id, double Share) one) => new(one.Id, one.Share);

    /// <summary>A camp and its share.</summary>
    public static implicit operator Haven((Place Place, double Share) one) => new(one.Place, one.Share);

    /// <summary>For example <c>arisha</c> or <c>arisha: 60 %</c>.</summary>
    public override string ToString() => Share is { } share ? FormattableString.Invariant($"{Id}: {share * 100:0.######} %") : Id.ToString();
}
