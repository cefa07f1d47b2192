namespace SupplySim.Scenarios.Values;

/// <summary>A sort of amount that a key can ask for: a speed, a mass. Says how it is called and which units it
/// takes.</summary>
/// <param name="What">With its article, such as <c>a speed</c>.</param>
/// <param name="Over">What its units count.</param>
/// <param name="Per">What they count by, or null.</param>
/// <param name="Units">Units that may be written, the commonest first; empty where a bare number is meant.</param>
internal sealed record Sort(string What, Base Over, Base? Per, params string[] Units)
{
    public static readonly Sort Number = new("a number", Base.Count, null) { TakesBare = true };

    public static readonly Sort Share = new("a share", Base.Share, null, "%") { TakesBare = true };

    public static readonly Sort Factor = new("a factor", Base.Factor, null, "x") { TakesBare = true };

    public static readonly Sort Mass = new Sort("a mass", Base.Mass, null, "t", "kg", "g", "lb").Shown("t", 1_000_000);

    public static readonly Sort Distance =
        new Sort("a distance", Base.Length, null, "km", "m", "mi", "nmi").Shown("km", 1_000);

    public static readonly Sort Time =
        new Sort("a time", Base.Time, null, "h", "s", "min", "d", "week").Shown("h", TimeSpan.TicksPerHour);

    public static readonly Sort Volume = new Sort("a volume", Base.Volume, null, "l", "m3").Shown("l", 1_000);

    public static readonly Sort Speed =
        new Sort("a speed", Base.Length, Base.Time, "km/h", "m/s", "mph", "kn").Shown("km/h", 1_000);

    public static readonly Sort Density = new Sort("a density", Base.Count, Base.Length, "/km").Shown("/km", 1);

    public static readonly Sort TimePerDay =
        new Sort("a time per day", Base.Time, Base.Time, "h/d").Shown("h/d", TimeSpan.TicksPerHour);

    public static readonly Sort CountRate = new("a number per time", Base.Count, Base.Time, "/d", "/h", "/week");

    public static readonly Sort MassRate = new("a mass per time", Base.Mass, Base.Time, "t/d", "kg/d", "t/week");

    public static readonly Sort VolumeRate = new("a volume per time", Base.Volume, Base.Time, "l/d", "m3/d");

    public static readonly Sort VolumePerDistance = new("a volume per distance", Base.Volume, Base.Length, "l/100 km", "l/km");

    public static readonly Sort MassPerDistance = new("a mass per distance", Base.Mass, Base.Length, "kg/100 km", "kg/km");

    private static readonly Sort[] All =
    [
        Number, Share, Factor, Mass, Distance, Time, Volume, Speed, Density, TimePerDay, CountRate, MassRate,
        VolumeRate, VolumePerDistance, MassPerDistance,
    ];

    /// <summary>Whether a number without a unit will do.</summary>
    public bool TakesBare { get; private init; }

    /// <summary>The unit in which bounds are told; empty for none.</summary>
    public string ShownUnit { get; private init; } = "";

    /// <summary>How many base units that is.</summary>
    public decimal ShownFactor { get; private init; } = 1;

    /// <summary>Whether a unit is of this sort.</summary>
    public bool Takes(Unit unit) => (unit.Over == Over && unit.Per == Per) || (TakesBare && IsBare(unit));

    /// <summary>What a unit is of, with its article.</summary>
    public static string Of(Unit unit) =>
        Array.Find(All, s => s.Over == unit.Over && s.Per == unit.Per)?.What ?? $"something in {unit.Text}";

    /// <summary>A bare number with a unit; of a time and a mass with each that is likely, for nobody can guess whether it is days or hours,
    /// kilograms or tonnes.</summary>
    public string Example(string number) => this == Time ? $"`{number} d`, `{number} h` or `{number} min`"
        : this == Mass ? $"`{number} kg` or `{number} t`"
        : $"`{number} {Units[0]}`";

    private Sort Shown(string unit, decimal factor) => this with { ShownUnit = unit, ShownFactor = factor };

    public static bool IsBare(Unit unit) => unit is { Over: Base.Count, Per: null };
}
