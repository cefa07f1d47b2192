using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A node of the network: a town, a depot, a crossing, a camp or a force.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens, beginning with a letter; unique among places.</param>
public abstract record Place(string Id)
{
    /// <summary>The name shown to people. Default: the id.</summary>
    public string? Name { get; init; }

    /// <summary>Where it lies; needed by fronts, distances and the map. Default: unknown.</summary>
    public GeoPoint? At { get; init; }

    /// <summary>Where the figures come from: the name of one of the scenario's sources. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>The name, or the id where there is none.</summary>
    public string Shown => Name ?? Id;

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public sealed override string ToString() => Brief.Of(Id, this, Likeness.Kebab(GetType().Name));
}

/// <summary>A place with docks and a store: everything but a crossing.</summary>
/// <param name="Id">Unique among places.</param>
public abstract record Site(string Id) : Place(Id)
{
    /// <summary>[vehicles] How many are loaded or unloaded at once, at least 1. Default 1.</summary>
    public int Docks { get; init; } = 1;

    /// <summary>[time per vehicle] Default: the scenario's default; where there is none, loading here is an error.</summary>
    public Duration? Loading { get; init; }

    /// <summary>[time per vehicle] Default: the scenario's default; where there is none, unloading here is an error.</summary>
    public Duration? Unloading { get; init; }

    /// <summary>What lies here at the start: days of supply, an amount, or either of each commodity, such as <c>{food: 15 d, medicine: 2
    /// t}</c>. <c>unknown(a, b)</c> is drawn once per run. Default: nothing.</summary>
    public Supply Stock { get; init; } = Supply.None;

    /// <summary>How much may lie here: one mass of all commodities together, or an amount of each commodity
    /// named. What does not fit waits on its vehicle. Default: any amount.</summary>
    public Supply Storage { get; init; } = Supply.Unlimited;

    /// <summary>Makes the place an airfield. Default: aircraft cannot land.</summary>
    public Airfield? Airfield { get; init; }
}

/// <summary>A place that roads pass through; goods may lie there.</summary>
/// <param name="Id">Unique among places.</param>
public sealed record Town(string Id) : Site(Id);

/// <summary>A place that goods come from.</summary>
/// <param name="Id">Unique among places.</param>
public sealed record Depot(string Id) : Site(Id);

/// <summary>Where aircraft land at a place.</summary>
public sealed record Airfield
{
    /// <summary>[aircraft] How many stand on the ground at once to be loaded, unloaded and served, at least 1; those that are based here
    /// and do nothing stand aside. No default: it decides how much is flown.</summary>
    public required int Parking { get; init; }

    /// <summary>[time] From landing to being ready to take off again, loading or unloading included, of aircraft whose type or fleet does
    /// not say it. No default.</summary>
    public required Duration GroundTime { get; init; }

    /// <summary>When aircraft may land and take off, in the scenario's zone. Default: always.</summary>
    public Hours Hours { get; init; } = Hours.Always;

    /// <summary>The length of its runway, above zero. Default: not said, and any aircraft can land.</summary>
    public Distance? Runway { get; init; }

    /// <summary>[crews] How many aircraft are loaded or unloaded at once, at least 1; they work in opening hours. Needs
    /// <see cref="LoadingRate"/>. Default: loading and unloading are part of the ground time, and need nobody who could be busy.</summary>
    public int? Crews { get; init; }

    /// <summary>[mass per time] What one of <see cref="Crews"/> loads or unloads, after the ground time. Needed with them.</summary>
    public Rate? LoadingRate { get; init; }

    /// <summary>[time] How long an aircraft circles when it finds no stand free, before it flies back with its load. Above zero it takes
    /// off so as to land when a stand is expected to be free. Default zero: it takes off only when a stand is kept for it.</summary>
    public TimeSpan Holding { get; init; } = TimeSpan.Zero;

    /// <summary>The commodity that aircraft are refuelled with, from what lies here; where there is too little they wait.
    /// Default: nobody is refuelled here, unless fuel is counted at neither end of a flight.</summary>
    public string? Fuel { get; init; }

    /// <summary>[time] That one of <see cref="Crews"/> handles a cargo [g]; none where they are not counted.</summary>
    internal TimeSpan HandlingTime(long grams) => LoadingRate is { } rate
        ? new TimeSpan(Ratio.Up(grams, rate.Per.Ticks, rate.Amount.Amount))
        : TimeSpan.Zero;

    /// <summary>How far an aircraft flies between two refuellings if it flies from one airfield to another and back.</summary>
    internal static Distance BetweenRefuellings(Airfield here, Airfield there, Distance length) =>
        here.Fuel is null == there.Fuel is null ? length : Distance.FromMetres(length.Metres * 2);
}
