using System.Globalization;
using SupplySim.Quantities;
using SupplySim.Testing;
using static SupplySim.Tests.Rules.RulesScenario;

namespace SupplySim.Tests;

/// <summary>The types of aircraft that the library knows, against the published figures, on the runways of real airfields.</summary>
public sealed class AircraftTypesTests
{
    [Theory]
    [InlineData("C-130J-30")]
    [InlineData("C-17")]
    [InlineData("A400M")]
    public void Payload_runway_and_ground_time_are_those_published(string type)
    {
        var row = Rows("planning_factors/airlift_planning.csv").Single(cells => cells[0] == type);
        var fleet = Fleet(type);
        fleet.Carries.Should().Be(Mass.FromTonnes(Number(row[3])));
        fleet.Aircraft!.Runway!.Value.Metres.Should().Be((long)Math.Ceiling(Number(row[1]) * 0.3048m));
        fleet.Aircraft.GroundTime!.Mean.Should().Be(TimeSpan.FromHours((double)Number(row[4])));
    }

    // domain.md 3.3: 584 km from Damascus to Qamishli, great circle.
    [Fact]
    public void Damascus_and_Qamishli_are_as_far_apart_as_published() =>
        (Airport("OSDI").DistanceTo(Airport("OSKL")) / 1000).Should().BeApproximately(584, 0.5);

    // Their longest open runways: 11,860 ft at Qamishli, 3,283 ft at Bursa Yunuseli, 1,755 ft at LTBW in Istanbul (OurAirports).
    [Theory]
    [InlineData("OSKL", "C-130J-30 C-17 A400M Il-76 An-12 Mi-8")]
    [InlineData("LTBM", "C-130J-30 A400M An-12 Mi-8")]
    [InlineData("LTBW", "Mi-8")]
    public void Which_types_can_land_depends_on_the_runway(string icao, string types)
    {
        var runway = Distance.FromMetres(LongestRunwayFeet(icao) * 3048L / 10_000);
        var strip = Valid().Place<Depot>("strip", depot => depot with { Airfield = depot.Airfield! with { Runway = runway } });
        All.Where(type => !strip.Fleet("planes", _ => Fleet(type)).Problems().Any(problem => problem.Message.Contains("need a runway of")))
            .Should().Equal(types.Split(' '));
    }

    // Straight lines between the two: 584 km. A C-130J flies it in 1 h 6 min.
    [Fact]
    public void A_type_flies_a_real_route()
    {
        var metres = (long)Math.Round(Airport("OSDI").DistanceTo(Airport("OSKL")));
        var time = Fleet("C-130J-30").BlockTime(Distance.FromMetres(metres));
        time.Should().BeCloseTo(TimeSpan.FromHours(584 / 530.0), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_type_that_there_is_not_is_told() =>
        Valid().Fleet("planes", fleet => fleet with { Type = (AircraftType)9 }).Problems().Should().ContainSingle().Which.ToString()
            .Should().StartWith("fleets.planes.type: 9 is no type of aircraft");

    private static readonly string[] All = ["C-130J-30", "C-17", "A400M", "Il-76", "An-12", "Mi-8"];

    private static Fleet Fleet(string type) => type switch
    {
        "C-130J-30" => AircraftTypes.C130J("planes", "aid", "depot", 2),
        "C-17" => AircraftTypes.C17("planes", "aid", "depot", 2),
        "A400M" => AircraftTypes.A400M("planes", "aid", "depot", 2),
        "Il-76" => AircraftTypes.Il76("planes", "aid", "depot", 2),
        "An-12" => AircraftTypes.An12("planes", "aid", "depot", 2),
        _ => AircraftTypes.Mi8("planes", "aid", "depot", 2),
    };

    private static GeoPoint Airport(string icao)
    {
        var row = Rows("airports/airports_region.csv").Single(cells => cells[0] == icao);
        return new GeoPoint((double)Number(row[3]), (double)Number(row[4]));
    }

    private static int LongestRunwayFeet(string icao) => Rows("airports/ourairports_runways_region.csv")
        .Where(cells => cells[1] == icao && cells[6] == "0").Max(cells => (int)Number(cells[2]));

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(DataFolder.Find(path)).Skip(1).Select(line => line.Split(','));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
