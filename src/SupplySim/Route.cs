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

    /// <summary>What a vehicle may weigh that uses it, with what lies on it: its weight class; a column
    /// goes by its heaviest. Default: none.</summary>
    public Mass? WeightLimit { get; init; }

    /// <summary>[attacks per hour of driving on it] How often a column is attacked; 0 to 1000. What an attack does is said by
    /// <see cref="Scenario.Attacks"/>; the safest way is sought by it. Only of roads. Default: never.</summary>
    public Rate? Hazard { get; init; }

    /// <summary>The mean distance between two attacks on a column, beside <see cref="Hazard"/>; above zero. Only of roads. Default: there
    /// are none.</summary>
    public Distance? AttackedEvery { get; init; }

    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>[attacks per hour] On a vehicle that goes along it at a speed.</summary>
    internal double AttacksPerHour(Speed speed) => (Hazard is { } hazard ? PerHour(hazard) : 0)
        + (AttackedEvery is { } every ? (double)speed.MetresPerHour / every.Metres : 0);

    internal static double PerHour(Rate hazard) => (double)hazard.Amount.Amount * TimeSpan.TicksPerHour / hazard.Per.Ticks;

    /// <summary>How a scenario file names it: <c>a - b</c>, or <c>a - b (name)</c>.</summary>
    public string Id => Name is null ? $"{From} - {To}" : $"{From} - {To} ({Name})";

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
