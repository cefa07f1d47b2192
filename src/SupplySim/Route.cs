using SupplySim.Quantities;

namespace SupplySim;

/// <summary>How one travels along a route.</summary>
public enum Mode
{
    /// <summary>By truck.</summary>
    Road,

    /// <summary>By aircraft, between two airfields.</summary>
    Air,
}

/// <summary>An edge between two places.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
public sealed record Route(PlaceId From, PlaceId To)
{
    /// <summary>Tells parallel routes between the same places apart. Default: none.</summary>
    public string? Name { get; init; }

    /// <summary>Default: road.</summary>
    public Mode Mode { get; init; } = Mode.Road;

    /// <summary>Above zero. No default: it decides the result.</summary>
    public required Distance Length { get; init; }

    /// <summary>The speed that the road allows; above zero, needed for roads. In the air the aircraft's own counts.</summary>
    public Speed? Speed { get; init; }

    /// <summary>Whether it leads only from <see cref="From"/> to <see cref="To"/>. Default: both ways.</summary>
    public bool OneWay { get; init; }

    /// <summary>Whether one moves on it only by daylight. Who would not be through with the whole column by nightfall waits before
    /// it; who is on it at nightfall all the same, after a halt, stands there until it is light. Default: no.</summary>
    public bool DaylightOnly { get; init; }

    /// <summary>Gross mass of the heaviest vehicle that may use it: its weight class. Default: none.</summary>
    public Mass? WeightLimit { get; init; }

    /// <summary>[attacks per hour on it] How often a column has to expect to be attacked, as planners reckon; not negative. The
    /// safest way is sought by it. Default: nobody is attacked there.</summary>
    public Rate? Hazard { get; init; }

    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>How a scenario file names it: <c>a - b</c>, or <c>a - b (name)</c>.</summary>
    public string Id => Name is null ? $"{From} - {To}" : $"{From} - {To} ({Name})";
}
