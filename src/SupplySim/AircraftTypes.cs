using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>Fleets of aircraft types that fly relief and supplies, with the figures that planners publish.</summary>
/// <remarks>
/// <para>A start, not a manual: each figure says where it comes from, and what is assumed says so. Change what you know better:
/// <c>AircraftTypes.C17("flights", "aid", "erbil", 2) with { CrewDay = TimeSpan.FromHours(14) }</c>. A fleet that names its
/// <see cref="Fleet.Type"/> takes from here whatever it does not say itself.</para>
/// <para>AFPAM means Air Force Pamphlet 10-1403 (2018), tables 1, 3 (planning payload), 4 (block speed) and 5 (ground time, expedited),
/// second hand: as quoted by a public airlift calculator. IRIN means its "How to do a food airdrop"; WFP its airlifts of 2009.
/// Payloads are planning payloads, whatever the distance: give a <see cref="Aircraft.PayloadRange"/> where a flight is long.</para>
/// </remarks>
public static class AircraftTypes
{
    /// <summary>C-130J-30: 16.3 t, 530 km/h block speed over 500 nautical miles, 3,000 ft of runway, 1 h 45 min on the ground (AFPAM).
    /// Oversize cargo: assumed.</summary>
    public static Fleet C130J(string id, string traffic, PlaceId home, int count) =>
        Of(AircraftType.C130J, id, traffic, home, count);

    /// <summary>C-17: 59 t, 3,500 ft of runway, 2 h 15 min on the ground (AFPAM); outsize cargo, one main battle tank (c17pilot.com).
    /// 650 km/h block speed: assumed.</summary>
    public static Fleet C17(string id, string traffic, PlaceId home, int count) =>
        Of(AircraftType.C17, id, traffic, home, count);

    /// <summary>A400M: 28 t, three quarters of the manufacturer's greatest, and 2 h on the ground, both judgement of that calculator;
    /// 3,000 ft of runway. 600 km/h and oversize cargo: assumed.</summary>
    public static Fleet A400M(string id, string traffic, PlaceId home, int count) =>
        Of(AircraftType.A400M, id, traffic, home, count);

    /// <summary>Il-76: 36 t (WFP). 1,500 m of runway, 650 km/h, 2 h on the ground and oversize cargo: assumed; loading by hand takes
    /// 45 min of them (IRIN).</summary>
    public static Fleet Il76(string id, string traffic, PlaceId home, int count) =>
        Of(AircraftType.Il76, id, traffic, home, count);

    /// <summary>An-12: 15 t (IRIN). 1,000 m of runway, 500 km/h, 90 min on the ground and oversize cargo: assumed.</summary>
    public static Fleet An12(string id, string traffic, PlaceId home, int count) =>
        Of(AircraftType.An12, id, traffic, home, count);

    /// <summary>Mi-8: 3 t, the middle of the 2 to 4 t of WFP in South Sudan; lands anywhere. 200 km/h and 30 min on the ground:
    /// assumed.</summary>
    public static Fleet Mi8(string id, string traffic, PlaceId home, int count) =>
        Of(AircraftType.Mi8, id, traffic, home, count);

    /// <summary>The fleets of a scenario, each with what its type says where it says nothing itself.</summary>
    internal static ImmutableArray<Fleet> Fill(ImmutableArray<Fleet> fleets) =>
        fleets.Any(fleet => fleet.Type is not null) ? [.. fleets.Select(Filled)] : fleets;

    private static Fleet Filled(Fleet fleet)
    {
        if (fleet.Type is not { } type || !Enum.IsDefined(type)) return fleet;
        var (known, said) = (Figures(type), fleet.Aircraft ?? new());
        return fleet with
        {
            Mode = Mode.Air,
            Carries = fleet.Carries ?? (said.PayloadRange is null ? Mass.FromTonnes(known.Tonnes) : null),
            Speed = fleet.Speed ?? Speed.FromKilometresPerHour(known.KilometresPerHour),
            Aircraft = said with
            {
                Runway = said.Runway ?? known.Runway, GroundTime = said.GroundTime
                    ?? TimeSpan.FromMinutes(known.GroundMinutes), Hold = said.Hold ?? known.Hold,
            },
        };
    }

    private static Fleet Of(AircraftType type, string id, string traffic, PlaceId home, int count) =>
        Filled(new(id) { Type = type, Traffic = traffic, Base = home, Count = count }) with { Type = null };

    private static (decimal Tonnes, int KilometresPerHour, Distance? Runway, int GroundMinutes, CargoSize Hold) Figures(
        AircraftType type) => type switch
    {
        AircraftType.C130J => (16.3m, 530, Feet(3000), 105, CargoSize.Oversize),
        AircraftType.C17 => (59m, 650, Feet(3500), 135, CargoSize.Outsize),
        AircraftType.A400M => (28m, 600, Feet(3000), 120, CargoSize.Oversize),
        AircraftType.Il76 => (36m, 650, Distance.FromMetres(1500), 120, CargoSize.Oversize),
        AircraftType.An12 => (15m, 500, Distance.FromMetres(1000), 90, CargoSize.Oversize),
        AircraftType.Mi8 => (3m, 200, null, 30, CargoSize.Bulk),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "there is no such type of aircraft"),
    };

    // In whole metres, rounded up.
    private static Distance Feet(int feet) => Distance.FromMetres((long)Math.Ceiling(feet * 0.3048m));
}
