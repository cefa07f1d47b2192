using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>What the type of an aircraft decides: how much it carries how far, how long it takes, what it may carry.</summary>
/// <remarks>The camp is 400 km away, an hour in the air; the plane carries 11 t and stands an hour on the ground at each end.</remarks>
public sealed class AircraftTests
{
    // Half way from 400 km, where it is 12 t, to 800 km, where it is 2 t: 7 t, so that 21 t take three flights, not two.
    [Theory]
    [InlineData(600, new[] { "7 t", "7 t", "7 t" })]
    [InlineData(400, new[] { "11 t", "10 t" })] // the fleet carries 11 t, less than the 12 t of its type
    [InlineData(700, new[] { "4.5 t", "4.5 t", "4.5 t", "4.5 t", "3 t" })]
    public void What_it_carries_depends_on_how_far_it_flies(int kilometres, string[] loads)
    {
        var scenario = Flown(21).Route("depot - camp (air)", route => route with { Length = Distance.FromKilometres(kilometres) })
            .Type(new() { PayloadRange = Table((400, 12), (800, 2)) });
        Play.Of(scenario.Until("40:00")).Tell(HappeningKind.Departed).Select(told => told.Split(": ")[1])
            .Should().Equal(loads.Select(load => $"{load} food"));
    }

    // No 'carries': the table alone says it.
    [Fact]
    public void A_payload_range_is_enough_to_know_what_a_fleet_carries()
    {
        var scenario = Flown(9).Fleet("planes", fleet => fleet with { Carries = null }).Type(new() { PayloadRange = Table((500, 5)) });
        Play.Of(scenario.Until("12:00")).Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 05:00 x1");
    }

    // 1 h loading, 15 min taxiing, 1 h in the air, unloading from 2:15 to 3:15, home at 4:30, and laden again at 5:30.
    [Fact]
    public void A_flight_takes_its_distance_at_its_speed_and_the_time_for_taxiing()
    {
        var run = Play.Of(Flown(22).Type(new() { Taxi = TimeSpan.FromMinutes(15) }).Until("9:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 05:30 x1");
        run.Legs("camp", "depot").Should().Equal("d0 03:15 x1", "d0 07:45 x1");
    }

    // The airfields say an hour, the type half an hour.
    [Fact]
    public void A_type_that_says_its_ground_time_needs_that_and_not_the_airfields()
    {
        var run = Play.Of(Flown(22).Type(new() { GroundTime = Minutes(30) }).Until("7:00"));
        run.Legs("depot", "camp").Should().Equal("d0 00:30 x1", "d0 03:30 x1");
        run.Legs("camp", "depot").Should().Equal("d0 02:00 x1", "d0 05:00 x1");
    }

    // Nothing is named, so the line carries all that the camp needs and the type takes.
    [Theory]
    [InlineData(CargoSize.Bulk, CargoSize.Bulk, null, null, "food, tents")]
    [InlineData(CargoSize.Oversize, CargoSize.Bulk, null, null, "food")]
    [InlineData(CargoSize.Oversize, CargoSize.Oversize, null, null, "food, tents")]
    [InlineData(CargoSize.Oversize, CargoSize.Outsize, null, null, "food, tents")]
    [InlineData(CargoSize.Bulk, CargoSize.Outsize, "explosive", null, "food")]
    [InlineData(CargoSize.Bulk, CargoSize.Outsize, "explosive", "explosive", "food, tents")]
    public void A_line_by_air_carries_what_its_type_of_aircraft_takes(
        CargoSize size, CargoSize hold, string? hazard, string? hazards, string carried)
    {
        var tents = new Commodity("tents")
        {
            Unit = QuantityUnit.Gram,
            PerPerson = Rate.PerDay(Quantity.Kilograms(1)),
            Size = size,
            Hazard = hazard,
        };
        var scenario = Camp() with { Commodities = [Camp().Commodities[0], tents] };
        var run = Play.Of(scenario.Type(new() { Hold = hold, Hazards = hazards is null ? [] : [hazards] })
            .With(Line("air", "planes") with { WhenBelow = Supply.Days(1), UpTo = Supply.Days(2) }).Until("0:30"));
        var ordered = run.Tell(HappeningKind.Ordered).Should().ContainSingle().Subject;
        string.Join(", ", new[] { "food", "tents" }.Where(id => ordered.Contains(id))).Should().Be(carried);
    }

    // Three crates of 2 t fit the payload, and each fits the ramp.
    [Theory]
    [InlineData(2, "6 crate")]
    [InlineData(3, "6 crate")]
    public void A_piece_goes_in_where_the_floor_takes_it(int heaviest, string ordered)
    {
        var scenario = Crated(6).Type(new() { HeaviestPiece = Mass.FromTonnes(heaviest) });
        Play.Of(scenario.Until("1:00")).Tell(HappeningKind.Ordered).Should().Equal($"d0 00:00 {ordered}");
    }

    [Fact]
    public void Of_two_air_routes_the_shorter_is_flown()
    {
        var scenario = Flown(11) with
        {
            Routes = Flown(11).Routes.Add(
                new Route("camp", "depot") { Name = "short", Mode = Mode.Air, Length = Distance.FromKilometres(200) }),
        };
        Play.Of(scenario.Until("9:00")).Legs("camp", "depot").Should().Equal("d0 02:30 x1");
    }

    private static Scenario Crated(int crates) => (Flown(11) with
    {
        Commodities = [new Commodity("crate") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(2) }],
    }).With(Line("air", "planes") with { Commodities = ["crate"], WhenBelow = Crates(crates), UpTo = Crates(crates) });
}
