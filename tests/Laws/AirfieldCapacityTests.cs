using System.Globalization;
using CsCheck;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Testing;

namespace SupplySim.Laws;

/// <summary>What an airlift carries a day against closed forms: the least over its stages of servers x hours / service time x payload,
/// and payload x hours / cycle for each aircraft. With constant times a run hits them exactly.</summary>
public class AirfieldCapacityTests
{
    private const uint Stream = 530;

    // The arithmetic of data/planning_factors (AFPAM 10-1403, second hand): parking x payload x hours / ground time, without the 0.85
    // that stands for queueing there. Over so many days a stand serves a whole number of aircraft.
    [Theory]
    [InlineData("C-17", 2, 20, 9, 1048.889)]
    [InlineData("C-130J-30", 3, 20, 7, 558.857)]
    [InlineData("C-17", 6, 24, 3, 3776.0)]
    [InlineData("A400M", 4, 20, 1, 1120.0)]
    [InlineData("C-5M", 1, 20, 3, 483.733)]
    [InlineData("747-8F", 2, 18, 1, 1200.0)]
    public void An_airfield_bound_by_its_parking_lands_what_planning_arithmetic_says(string type, int parking, int hours, int days,
        double tonnesPerDay)
    {
        var factors = PlanningFactors(type);
        var field = new Field { Stands = parking, Payload = factors.Payload, OnStand = factors.Ground, Hours = hours };
        var grams = Delivered(field, days + 2) - Delivered(field, 2);
        // Exactly, and as the table rounds it.
        ((Int128)grams * factors.Ground.Ticks).Should()
            .Be((Int128)parking * factors.Payload.Grams * TimeSpan.FromHours(hours).Ticks * days);
        Math.Round((double)grams / days / 1e6, 3).Should().Be(tonnesPerDay);
    }

    // Each aircraft by itself: delivered a cycle apart from the first landing and unloading on.
    [Fact]
    public void Aircraft_without_bounds_each_carry_their_payload_once_in_a_cycle()
    {
        var fleets = from aircraft in Gen.Int[1, 7] from minutes in Gen.Int[1, 300].Array[3] from payload in Gen.Int[1,
            90_000] select (aircraft, minutes, payload);
        foreach (var (aircraft, minutes, payload) in SameSamples.Of(fleets, Stream, count: 60))
        {
            var (loading, flight, unloading) = (Minutes(minutes[0]), Minutes(minutes[1]), Minutes(minutes[2]));
            var field = new Field
            {
                Aircraft = aircraft, Stands = aircraft, Payload = Mass.FromKilograms(payload), Loading = loading, Flight = flight, OnStand =
                    unloading, Holding = false,
            };
            var (first, cycle) = (loading + flight + unloading, loading + flight + unloading + flight);
            // The instant at which the run ends belongs to it.
            var times = (TimeSpan.FromDays(5).Ticks - first.Ticks) / cycle.Ticks + 1;
            Delivered(field, 5).Should().Be(times * aircraft * field.Payload.Grams,
                $"{aircraft} aircraft, {string.Join('/', minutes)} minutes");
        }
    }

    // Stands for three hours each, two crews that need half an hour, aircraft that come round in 8 h: whichever is least.
    [Theory]
    [InlineData(1, 9, 9, 1, 8)]
    [InlineData(3, 9, 9, 3, 8)]
    [InlineData(40, 2, 9, 2, 3.5)]
    [InlineData(40, 40, 2, 2, 0.5)]
    [InlineData(40, 40, 1, 1, 0.5)]
    public void The_least_of_the_stages_binds_exactly(int aircraft, int stands, int crews, int servers, double hours)
    {
        var field = new Field
        {
            Aircraft = aircraft, Stands = stands, Crews = crews, Handling = Minutes(30), OnStand = Minutes(180), Flight =
                Minutes(120), Loading = Minutes(30),
            Payload = Mass.FromTonnes(10),
        };
        var tonnes = (Delivered(field, 20) - Delivered(field, 6)) / 1e6;
        tonnes.Should().Be(servers * 10 * (14 * 24 / hours));
    }

    // At random: never more than the least of the stages over all the time from the first landing on.
    [Fact]
    public void No_airlift_carries_more_than_the_least_of_its_stages()
    {
        var fields = from n in Gen.Int[1, 12].Array[3] from minutes in Gen.Int[5,
            240].Array[4] from holding in Gen.Bool select (n, minutes, holding);
        foreach (var (n, minutes, holding) in SameSamples.Of(fields, Stream, count: 60))
        {
            var field = new Field
            {
                Aircraft = n[0], Stands = n[1], Crews = n[2], Loading = Minutes(minutes[0]), Flight = Minutes(minutes[1]), OnStand =
                    Minutes(minutes[2]),
                Handling = Minutes(minutes[3]), Payload = Mass.FromTonnes(9), Holding = holding,
            };
            var (onStand, cycle) = (minutes[2] + minutes[3], minutes[0] + 2 * minutes[1] + minutes[2] + minutes[3]);
            var time = 10 * 1440 - minutes[0] - minutes[1];
            var most = new[] { n[0] * ((time - onStand) / cycle + 1), n[1] * (time / onStand),
                n[2] * ((time - minutes[2]) / minutes[3]) }.Min();
            (Delivered(field, 10) / 9_000_000).Should().BeInRange(1, most);
        }
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static long Delivered(Field field, int days) =>
        Replication.Run(new CompiledScenario(field.Scenario(days)), 1, 0).Ledger.Single().Stock;

    private static (Mass Payload, TimeSpan Ground) PlanningFactors(string type)
    {
        var row = File.ReadLines(DataFolder.Find("planning_factors/airlift_planning.csv")).Select(line => line.Split(','))
            .Single(cells => cells[0] == type);
        return (Mass.FromTonnes(decimal.Parse(row[3], CultureInfo.InvariantCulture)),
            TimeSpan.FromHours(double.Parse(row[4], CultureInfo.InvariantCulture)));
    }

    // An endless depot with room for all, and an airfield to which everything is flown. Where hours are given, what an aircraft needs on
    // its stand is the work of a crew, one to each stand, for crews work in opening hours.
    private sealed record Field
    {
        public int Aircraft { get; init; } = 40;

        public required int Stands { get; init; }

        public required Mass Payload { get; init; }

        public required TimeSpan OnStand { get; init; }

        public TimeSpan Loading { get; init; } = TimeSpan.FromMinutes(30);

        public TimeSpan Flight { get; init; } = TimeSpan.FromHours(1);

        public int Hours { get; init; } = 24;

        public int? Crews { get; init; }

        public TimeSpan Handling { get; init; }

        public bool Holding { get; init; } = true;

        public Scenario Scenario(int days)
        {
            var (crews, handling, ground) = Hours < 24 ? (Stands, OnStand, TimeSpan.Zero) : (Crews, Handling, OnStand);
            return new()
            {
                Title = "An airlift",
                Clock = new Clock { Length = TimeSpan.FromDays(days) },
                Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram }],
                Places =
                [
                    new Depot("depot") { Stock = Supply.Unlimited, Airfield = new() { Parking = Aircraft, GroundTime = Loading } },
                    new Town("strip")
                    {
                        Airfield = new()
                        {
                            Parking = Stands, GroundTime = ground, Crews = crews, LoadingRate = crews is null
                                ? null
                                : new Rate(new(Payload.Grams, QuantityUnit.Gram), handling),
                            Hours = Hours < 24
                                ? Quantities.Hours.Daily(new TimeOnly(0, 0), new TimeOnly(Hours, 0))
                                : Quantities.Hours.Always,
                            Holding = Holding ? TimeSpan.FromDays(1) : TimeSpan.Zero,
                        },
                    },
                ],
                Routes = [new Route("depot", "strip")
                {
                    Mode = Mode.Air,
                    Length = Distance.FromMetres(Flight.Ticks / TimeSpan.TicksPerSecond * 100),
                }],
                Fleets = [new Fleet("planes") { Mode = Mode.Air, Traffic = "aid", Base = "depot", Count = Aircraft, Carries = Payload,
                    Speed = Speed.FromKilometresPerHour(360) }],
                SupplyLines =
                [
                    new SupplyLine("air")
                    {
                        From = "depot", To = "strip", By = "planes", Commodities = ["food"], GivenUpAfter = TimeSpan.FromDays(3650),
                        WhenBelow = Endless, UpTo = Endless,
                    },
                ],
            };
        }

        // More than is ever carried.
        private Supply Endless => Supply.Of(("food", new Quantity(Payload.Grams * 20_000, QuantityUnit.Gram)));
    }
}
