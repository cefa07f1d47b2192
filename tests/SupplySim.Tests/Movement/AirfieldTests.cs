using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>What an airfield lends to aircraft: stands, loading crews, fuel, hours; and what they wait for
/// when it has none to spare.</summary>
/// <remarks>Ordered at 0:00, loaded in an hour on the ground, in the air from 1:00 to 2:00, unloaded at 3:00, home at 4:00.</remarks>
public sealed class AirfieldTests
{
    // Two planes land at 2:00 and have their hour on the ground; then one crew unloads 11 t of each in an hour.
    [Theory]
    [InlineData(1, new[] { "d0 04:00 x1", "d0 05:00 x1" }, "lane 1:00")]
    [InlineData(2, new[] { "d0 04:00 x1", "d0 04:00 x1" }, "")]
    public void Planes_wait_on_their_stands_for_a_loading_crew(int crews, string[] home, string waits)
    {
        var run = Play.Of(
            Flown(22).Planes(2).AtCamp(field => field with { Parking = 2, Crews = crews, LoadingRate = PerHour(11) }).Until("6:00"));
        run.Legs("camp", "depot").Should().Equal(home);
        run.Waits("camp").Should().Be(waits);
        run.Waits("depot").Should().BeEmpty();
    }

    // 5 t at 11 t/h take 27 min 16.363636... s, rounded up to the tick.
    [Fact]
    public void A_smaller_cargo_is_handled_sooner() =>
        Play.Of(Flown(5).AtDepot(field => field with { Crews = 1, LoadingRate = PerHour(11) }).Until("4:00"))
            .Legs("depot", "camp").Should().Equal("d0 01:27:16.3636364 x1");

    // Lands at 2:00, is ready at 3:00; half of the work is done when the airfield closes at 3:30, the rest from midnight on.
    [Fact]
    public void Loading_crews_work_in_opening_hours()
    {
        var hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(3, 30));
        var run = Play.Of(Flown(11).AtCamp(field => field with { Hours = hours, Crews = 1, LoadingRate = PerHour(11) }).Until("30:00"));
        run.Legs("camp", "depot").Should().Equal("d1 00:30 x1");
        run.Stock("camp", "food").Amount.Should().Be(11_000_000);
        run.Waits("camp").Should().Be("hours 20:30");
    }

    // One stand. Kept before take-off: the second sets out when the first has left it, at 3:00. Where it may circle, it lands at
    // 3:00; and so on: the stand is never empty from 2:00 on.
    [Theory]
    [InlineData(0, new[] { "d0 01:00 x1", "d0 03:00 x1", "d0 05:00 x1", "d0 07:00 x1" }, "lane 2:00")]
    [InlineData(60, new[] { "d0 01:00 x1", "d0 02:00 x1", "d0 05:00 x1", "d0 06:00 x1" }, "lane 1:00")]
    public void Where_aircraft_may_circle_they_take_off_so_as_to_land_when_a_stand_is_free(int holding, string[] takeOffs, string waits)
    {
        var run = Play.Of(Flown(44).Planes(2).AtCamp(field => field with { Holding = TimeSpan.FromMinutes(holding) }).Until("7:30"));
        run.Legs("depot", "camp").Should().Equal(takeOffs);
        run.Waits("camp").Should().Be(waits);
    }

    // A helicopter is loaded on the only stand from 0:00 to 5:00, which nobody foresaw. The plane comes at 2:00, circles until
    // 2:45, is back at 3:45 with its load, tries again, comes at 4:45 and lands at 5:00.
    [Fact]
    public void A_plane_that_finds_no_stand_circles_and_then_flies_back_with_its_load()
    {
        var run = Play.Of(WithHelicopter(Flown(11).AtCamp(field => field with { Holding = TimeSpan.FromMinutes(45) })).Until("9:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 03:45 x1");
        run.Legs("camp", "depot").Should().Equal("d0 02:45 x1", "d0 06:00 x1");
        run.Waits("camp").Should().Be("lane 1:00");
        run.Stock("camp", "food").Amount.Should().Be(11_000_000);
    }

    // Unloaded at 3:00, the plane on the only stand may take off at 7:00, when the ban on it ends. The jet is over the camp from 3:00 on,
    // and has circled for as long as it may at that very instant; where it may a minute less, it is home at
    // 7:59 with its load and comes again.
    [Theory]
    [InlineData(240, "d0 01:00 x1", "d0 02:00 x1")]
    [InlineData(239, "d0 01:00 x1", "d0 02:00 x1", "d0 07:59 x1")]
    public void Whose_stand_falls_free_when_it_can_circle_no_longer_lands(int holding, params string[] takeOffs)
    {
        var scenario = Flown(11).AtCamp(field => field with { Holding = TimeSpan.FromMinutes(holding) });
        var jet = scenario.Plus(scenario.Fleets.Single(fleet => fleet.Id == "planes") with { Id = "jets" })
            .With(scenario.SupplyLines[0], scenario.SupplyLines[0] with { Id = "jet", By = "jets", WhenBelow = Food(22), UpTo = Food(22) });
        var ban = new Grounding("ban") { Ground = "planes", At = Moment.After(Span("2:30")), For = Span("4:30") };
        Play.Of(jet.With(ban).Until("9:00")).Legs("depot", "camp").Should().Equal(takeOffs);
    }

    // 2 t an hour, and only the camp has fuel: 4 t at 3:00 and at 7:00, for the way back and the next way there. At 11:00 there are
    // 2 t. At 12:00 10 t are sent by road: laden at 12:30, there at 13:30, unloaded at 14:00.
    [Fact]
    public void A_plane_waits_for_fuel_until_some_comes()
    {
        var run = Play.Of(Refuelled(33, atCamp: 10).Until("15:00"));
        run.Legs("camp", "depot").Should().Contain(["d0 03:00 x1", "d0 07:00 x1", "d0 14:00 x1"]);
        run.Waits("camp").Should().Be("fuel 3:00");
        var fuel = run.Stock("camp", "jet-fuel");
        (fuel.Consumed, fuel.Needed, fuel.Unmet, fuel.Amount).Should().Be((12_000_000, 0, 0, 8_000_000));
    }

    // As above: on the ground from 10:00 on, unloaded at 11:00, with no fuel until 14:00. The airfield shuts at 12:00, or has
    // shut while it was unloaded, and opens at 16:00.
    [Theory]
    [InlineData(12, 0)]
    [InlineData(10, 30)]
    public void A_night_without_fuel_is_waited_for_fuel(int hour, int minute)
    {
        var hours = Hours.Of([new OpeningWindow(new TimeOnly(16, 0), new TimeOnly(hour, minute))]);
        var run = Play.Of(Refuelled(33, atCamp: 10).AtCamp(field => field with { Hours = hours }).Until("17:00"));
        run.Legs("camp", "depot").Should().Contain(["d0 03:00 x1", "d0 07:00 x1", "d0 16:00 x1"]);
        run.Waits("camp").Should().Be("fuel 3:00, hours 2:00");
    }

    // Fuel at both ends: 2 t for each way, from the endless stock of the depot and from that of the camp.
    [Fact]
    public void Where_both_airfields_have_fuel_each_gives_it_for_one_way()
    {
        var run = Play.Of(Refuelled(11, atCamp: 10).AtDepot(field => field with { Fuel = "jet-fuel" }).Until("5:00"));
        run.Stock("camp", "jet-fuel").Amount.Should().Be(8_000_000);
        run.Stock("depot", "jet-fuel").Consumed.Should().Be(2_000_000);
        var books = run.Result.Ledger.Single(total => total.Commodity == "jet-fuel");
        (books.Initial, books.Supplied, books.Stock, books.InTransit, books.Consumed).Should()
            .Be((10_000_000, 2_000_000, 8_000_000, 0, 4_000_000));
    }

    // 11 t over 800 km and nothing over 1,000 km. There and back it is 900 km: half of it.
    [Theory]
    [InlineData(true, false, "5.5 t food")]
    [InlineData(false, true, "5.5 t food")]
    [InlineData(true, true, "11 t food")]
    [InlineData(false, false, "11 t food")]
    public void The_range_between_two_refuellings_counts(bool atDepot, bool atCamp, string load)
    {
        var scenario = Refuelled(11, atCamp: 10).Route("depot - camp (air)", route => route with { Length = Distance.FromKilometres(450) })
            .AtDepot(field => field with { Fuel = atDepot ? "jet-fuel" : null })
            .AtCamp(field => field with { Fuel = atCamp ? "jet-fuel" : null })
            .Type(new() { Burns = atDepot || atCamp ? PerHour(2) : null, PayloadRange = Table((800, 11), (1000, 0)) });
        Play.Of(scenario.Until("2:30")).Tell(HappeningKind.Departed)[0].Should().EndWith($": {load}");
    }

    // Open from 22:00 to 2:00. Laden at 1:00 it would land at 2:00, when it has just closed: it takes off at 21:00. With half an hour on
    // the ground it lands at 1:30, is unloaded at 2:00, and stays until 22:00.
    [Theory]
    [InlineData(60, "d0 21:00 x1", "d0 23:00 x1", "hours 20:00")]
    [InlineData(30, "d0 00:30 x1", "d0 22:00 x1", "hours 20:00")]
    public void Hours_that_cross_midnight_hold_at_take_off_and_landing(int ground, string there, string back, string waits)
    {
        var hours = Hours.Daily(new TimeOnly(22, 0), new TimeOnly(2, 0));
        var run =
            Play.Of(Flown(11).Type(new() { GroundTime = Minutes(ground) }).AtCamp(field => field with { Hours = hours }).Until("24:00"));
        run.Legs("depot", "camp").Should().Equal(there);
        run.Legs("camp", "depot").Should().Equal(back);
        run.Waits("camp").Should().Be(waits);
    }

    // One stand; the camp's runway is shut from 2:30 to 4:00, and the fleet is grounded from 1:30 to 2:00. The first plane is unloaded at
    // 3:00 and leaves at 4:00. The second waits from 1:00 to 4:00: for the stand to 1:30; grounded to 2:00; to 3:00 it would land when the
    // runway is shut; and for the stand to 4:00.
    [Fact]
    public void Each_instant_of_a_wait_is_charged_to_the_first_gate_that_is_shut()
    {
        var dust = new SupplySim.Disruptions.Grounding("dust")
        {
            At = Moment.After(Span("1:30")),
            Ground = "planes",
            For = TimeSpan.FromMinutes(30),
        };
        var hours = Hours.Of([new OpeningWindow(new TimeOnly(4, 0), new TimeOnly(2, 30))]);
        var run = Play.Of(Flown(22).Planes(2).AtCamp(field => field with { Hours = hours }).With(dust).Until("6:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 04:00 x1");
        run.Waits("camp").Should().Be("hours 2:00, lane 1:30");
        run.Waits("depot").Should().Be("physical 0:30");
    }

    private static Rate PerHour(decimal tonnes) => new(Quantity.Tonnes(tonnes), TimeSpan.FromHours(1));

    private static Scenario Refuelled(decimal tonnes, decimal atCamp) => (Flown(tonnes) with
    {
        Commodities = [.. Camp().Commodities, new Commodity("jet-fuel") { Unit = QuantityUnit.Gram }],
    }).With(Flown(tonnes).SupplyLines[0], Line("fuel", "trucks") with
    {
        Commodities = ["jet-fuel"], Send = Rate.PerDay(Quantity.Tonnes(20)), Every = TimeSpan.FromHours(12),
    }).Place<Camp>("camp", camp => camp with { Stock = Supply.Of(("jet-fuel", Quantity.Tonnes(atCamp))) })
        .AtCamp(field => field with { Fuel = "jet-fuel" }).Type(new() { Burns = PerHour(2) });

    // Based at the camp, five hours on the ground to be loaded there, for a strip an hour away.
    private static Scenario WithHelicopter(Scenario scenario) => (scenario with
    {
        Commodities = [.. scenario.Commodities, new Commodity("crate") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(1) }],
    }).Plus(new Town("strip") { Airfield = new() { Parking = 1, GroundTime = Minutes(60) } },
            new Route("camp", "strip") { Mode = Mode.Air, Length = Distance.FromKilometres(400) })
        .Plus(new Fleet("helicopter")
        {
            Mode = Mode.Air, Traffic = "aid", Base = "camp", Count = 1, Carries = Mass.FromTonnes(1), Speed =
                Speed.FromKilometresPerHour(400),
            Aircraft = new() { GroundTime = TimeSpan.FromHours(5) },
        })
        .Place<Camp>("camp", camp => camp with { Stock = Crates(1) })
        .With(scenario.SupplyLines[0], new SupplyLine("crates")
        {
            From = "camp", To = "strip", By = "helicopter", Commodities = ["crate"], WhenBelow = Crates(1), UpTo = Crates(1),
        });
}
