using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>Vehicles or aircraft of one kind; or, with <see cref="Through"/>, a stream of strangers that merely pass.</summary>
/// <param name="Id">Unique among fleets.</param>
public sealed record Fleet(string Id)
{
    /// <summary>Default: road; air where a <see cref="Type"/> is given.</summary>
    public Mode Mode { get; init; } = Mode.Road;

    /// <summary>Aircraft of this type, which says what the fleet does not say itself: payload, speed, runway, time on the ground and hold.
    /// c-130j: 16.3 t, 530 km/h, 0.915 km, 105 min, oversize (AFPAM 10-1403; hold assumed). c-17: 59 t, 650
    /// km/h, 1.067 km, 135 min, outsize (AFPAM 10-1403; speed assumed). a400m: 28 t, 600 km/h, 0.915 km, 120 min, oversize (three quarters
    /// of the manufacturer's payload; speed, time and hold assumed). il-76: 36 t (WFP 2009), 650 km/h, 1.5 km, 120 min, oversize (assumed).
    /// an-12: 15 t (IRIN), 500 km/h, 1 km, 90 min, oversize (assumed). mi-8: 3 t (WFP), 200 km/h, any runway, 30 min, bulk (assumed). The
    /// payload is for planning, whatever the distance. Default: none.</summary>
    public AircraftType? Type { get; init; }

    /// <summary>The kind of traffic its movements are: aid, military, commercial, or a word of one's own. No default.</summary>
    public required string Traffic { get; init; }

    /// <summary>Where its vehicles are when they do nothing. Needed unless <see cref="Through"/> is given.</summary>
    public PlaceId? Base { get; init; }

    /// <summary>Further places whose supply lines it may serve. Its trucks come there empty from their base
    /// for each load, and go home after it; aircraft carry what waits there for as long as their crew's day
    /// lasts. Default: only its base.</summary>
    public ImmutableArray<PlaceId> WorksFrom { get; init; } = [];

    /// <summary>[vehicles] Not negative. Needed unless <see cref="Through"/> is given.</summary>
    public int Count { get; init; }

    /// <summary>Payload of one vehicle, above zero; needed by a fleet that a supply line uses, unless its
    /// <see cref="Aircraft"/> have a <see cref="Aircraft.PayloadRange"/>. Of the two the lesser counts.</summary>
    public Mass? Carries { get; init; }

    /// <summary>Gross mass of one vehicle laden to the full, above what it <see cref="Carries"/>; less that, it is what it weighs empty. A
    /// weight limit binds what it weighs with what lies on it. Default: nothing says what it weighs, and
    /// its payload stands for that, laden or empty.</summary>
    public Mass? Gross { get; init; }

    /// <summary>What it weighs laden to the full; null where nothing is known.</summary>
    internal Mass? Heaviest => Gross ?? Carries;

    /// <summary>[g] What a vehicle weighs that carries so much; 0 where nothing is known.</summary>
    internal long GramsWith(long cargo) =>
        Gross is { } gross && Carries is { } payload ? gross.Grams - payload.Grams + cargo : Heaviest?.Grams ?? 0;

    /// <summary>The fastest it goes. Needed by aircraft; for trucks the default is what the road allows.</summary>
    public Speed? Speed { get; init; }

    /// <summary>How vehicles gather to a column. Default: each goes alone as soon as it is laden.</summary>
    public ConvoyRules? Convoy { get; init; }

    /// <summary>[time per day] How long a crew drives before it stops for the night; above zero, at most 24
    /// h. A stop lasts 24 h less this. Whoever has stood still for as long, in a queue, at a dock, before or on a closed road or for a
    /// repair, has rested, and who has stood for a part of it stops for the rest; so has who stops at night (<see cref="Night"/>) when it
    /// grows light. Crews are fresh at their base and where they have been loaded. In a column the shortest of all its vehicles binds,
    /// escorts among them. Default: day and night.</summary>
    public TimeSpan? Driving { get; init; }

    /// <summary>What its columns do on the road when it is not light. Default: they drive.</summary>
    public NightRule Night { get; init; }

    /// <summary>[time] How long a crew flies and serves in a day before it rests, from the loading for its
    /// first flight on; above zero, at most 24 h; it sets out on none from which it would be home later. A rest lasts 24 h less this, from
    /// when the last flight is home. Default: no limit.</summary>
    public TimeSpan? CrewDay { get; init; }

    /// <summary>What these aircraft can do, by their type. Default: they carry the same however far they fly, land at any
    /// airfield, and take no fuel that is counted.</summary>
    public Aircraft? Aircraft { get; init; }

    /// <summary>What they burn on the road. They fill up before they set out, for the way there and home, from what lies where they are
    /// loaded, or else at their base; where there is too little the column waits. Aircraft say it by <see cref="Aircraft.Burns"/>.
    /// Default: they need no fuel that is counted.</summary>
    public FleetFuel? Fuel { get; init; }

    /// <summary>How vehicles fail on the road. Default: they do not.</summary>
    public Breakdown? Breakdown { get; init; }

    /// <summary>The crossing that these strangers pass, in both directions in turn. Default: an own fleet.</summary>
    public PlaceId? Through { get; init; }

    /// <summary>How often one of them comes. <c>unknown(a, b)</c> is drawn once per run. Needed with <see cref="Through"/>.</summary>
    public Arrivals? Arrivals { get; init; }

    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>[time] In the air over a distance, taxiing and climbing included; only of aircraft, which have a speed.</summary>
    internal TimeSpan BlockTime(Distance distance) => Speed!.Value.TimeFor(distance) + (Aircraft?.Taxi ?? TimeSpan.Zero);

    /// <summary>What one vehicle carries over a distance between two refuellings; null where nothing says so.</summary>
    internal Mass? Payload(Distance distance) => (Carries, Aircraft?.PayloadRange) switch
    {
        (var carries, null) => carries,
        (null, { } table) => table.At(distance),
        ({ } carries, { } table) => table.At(distance) < carries ? table.At(distance) : carries,
    };

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}

/// <summary>What a column does at night.</summary>
public enum NightRule
{
    /// <summary>It goes on.</summary>
    Drive,

    /// <summary>It stands where it is, or does not set out, until it is light. Its crews have had their rest then.</summary>
    Stop,
}

/// <summary>How vehicles gather to a column and move.</summary>
public sealed record ConvoyRules
{
    /// <summary>[vehicles] It goes when the greatest size is reached, or when the least is there and nothing more waits to
    /// be loaded. No default.</summary>
    public required SizeRange Size { get; init; }

    /// <summary>[time] After this it goes even below the least size. No default.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>[vehicles per km] How close they follow one another; above zero. Default 10: an interval of 100 m.</summary>
    public int Density { get; init; } = 10;

    /// <summary>How the column is cut into march units. Default: it is one.</summary>
    public MarchUnits? MarchUnits { get; init; }

    /// <summary>Vehicles that must go along. Default: none.</summary>
    public Escort? Escort { get; init; }

    /// <summary>[time] How long a column takes to pass a point: vehicles / (density x speed), and the gaps between its
    /// march units. It ends with the interval behind the last vehicle.</summary>
    /// <param name="vehicles">Not negative.</param>
    /// <param name="speed">Above zero.</param>
    /// <exception cref="InvalidOperationException">The speed is not above zero.</exception>
    public TimeSpan PassTime(int vehicles, Speed speed) => IntervalAt(speed) * vehicles
        + (MarchUnits is { } units && vehicles > 0 ? units.Gap * ((vehicles - 1) / units.Of) : TimeSpan.Zero);

    /// <summary>[time] Between one vehicle and the next: what a kilometre takes at this speed, shared by those on it.</summary>
    internal TimeSpan IntervalAt(Speed speed) =>
        Speed.FromMetresPerHour(speed.MetresPerHour * Density).TimeFor(Distance.FromKilometres(1));
}

/// <summary>How a column is cut into march units, so that others can pass between them and no halt runs through it all.</summary>
public sealed record MarchUnits
{
    /// <summary>[vehicles] The greatest size of one, escorts included; at least 1. No default; field manuals say at most 20
    /// (FM 55-65, chapter 5).</summary>
    public required int Of { get; init; }

    /// <summary>[time] Between the last vehicle of one and the first of the next, beside their interval. No default.</summary>
    public required TimeSpan Gap { get; init; }
}

/// <summary>From a least to a greatest number of vehicles.</summary>
/// <param name="Least">At least 1.</param>
/// <param name="Greatest">Not below <paramref name="Least"/>.</param>
public readonly record struct SizeRange(int Least, int Greatest)
{
    /// <summary>For example <c>5 to 20</c>.</summary>
    public override string ToString() => $"{Least} to {Greatest}";
}

/// <summary>Vehicles of another fleet that must go along with every column.</summary>
public sealed record Escort
{
    /// <summary>The fleet they come from. No default.</summary>
    public required string From { get; init; }

    /// <summary>[vehicles] At least 1. No default.</summary>
    public required int Count { get; init; }
}

/// <summary>How vehicles fail on the road.</summary>
public sealed record Breakdown
{
    /// <summary>The mean distance between two failures of one vehicle; failures are a Poisson process along the way.
    /// Above zero. No default.</summary>
    public required Distance Every { get; init; }

    /// <summary>[time] Until the vehicle goes on, alone, after it was left behind. No default.</summary>
    public required Duration Repair { get; init; }

    /// <summary>[time] How long the column halts before it leaves the vehicle behind. Default: it does not halt.</summary>
    public Duration RecoveryHalt { get; init; } = TimeSpan.Zero;
}

/// <summary>The fuel of vehicles on the road.</summary>
/// <remarks>
/// They fill up before they set out, from what lies there of the commodity: where they are loaded, and at their base. They take what
/// they need until they fill up next: there and home on the way that they take; empty from their base to where they are loaded, and
/// where no fuel is kept there, for the whole of their round. All of a column fill up, escorts that burn any among them, or none does
/// and it waits (cause <c>fuel</c>) until some has come. A place keeps fuel that has a stock of it at the start, or an unlimited one, or
/// to which a supply line brings it. Tanks have no size, and are full for no way at the start.
/// </remarks>
public sealed record FleetFuel
{
    /// <summary>What they are refuelled with. It is consumed when it is taken, and is nobody's need. No default.</summary>
    public required string Commodity { get; init; }

    /// <summary>What one vehicle burns over a distance, laden or empty, in the unit of the commodity; above zero. Each has in its tank
    /// what it took and has not driven: a detour or a turning back makes it owe what it drove further, which it takes at its next
    /// filling, and does not stop it on the road. No default.</summary>
    public required Consumption Burns { get; init; }
}
