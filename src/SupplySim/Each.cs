namespace SupplySim;

/// <summary>One value for all, or one for each name: the lanes of a crossing, or those of each direction.</summary>
/// <remarks>In a scenario file <c>lanes: 2</c> or <c>lanes: {in: 1, out: 1}</c>. A plain value converts by itself.
/// Immutable.</remarks>
public sealed record Each<T>
{
    private Each(T? all, ByName<T>? named) => (All, Named) = (all, named);

    /// <summary>The value for all; meaningful where <see cref="Named"/> is null.</summary>
    public T? All { get; }

    /// <summary>The value of each name, or null where one value is for all.</summary>
    public ByName<T>? Named { get; }

    /// <summary>One value for all.</summary>
    public static Each<T> Same(T value) => new(value, null);

    /// <summary>One value for each name.</summary>
    public static Each<T> Of(ByName<T> named) => new(default, named);

    /// <summary>One value for each name.</summary>
    public static Each<T> Of(params ReadOnlySpan<(string Name, T Value)> named) => new(default, ByName.Create(named));

    /// <summary>One value for all.</summary>
    public static implicit operator Each<T>(T value) => Same(value);

    /// <summary>The value that counts for a name, or the fallback where none does.</summary>
    public T? For(string name, T? otherwise = default) =>
        Named is null ? All : Named.TryGet(name, out var value) ? value : otherwise;

    /// <summary>The same with another value in the place of each.</summary>
    internal Each<TOther> To<TOther>(Func<T, TOther> change) => Named is { } named
        ? Each<TOther>.Of(ByName.Create<TOther>([.. named.Select(one => (one.Name, change(one.Value)))]))
        : Each<TOther>.Same(change(All!));

    /// <summary>The value, or the values by name.</summary>
    public override string ToString() => Named?.ToString() ?? All?.ToString() ?? "";
}
