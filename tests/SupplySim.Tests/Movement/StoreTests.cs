using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Stores that are full, and places with docks where work is stopped.</summary>
public sealed class StoreTests
{
    private static readonly SupplyLine Trucked = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };

    // 30 t are ordered at 0:00 and there at 1:30, when 18.5 t lie there. They fit into 40 t when 10 t do,
    // at 10:00, and are unloaded by 10:30.
    [Fact]
    public void What_does_not_fit_waits_until_enough_is_eaten()
    {
        var run = Play.Of(Full(Food(40)).Until("11:00"));
        run.When(HappeningKind.Arrived).Should().Equal("d0 10:30");
        run.Tell(HappeningKind.StoreFull).Should().Equal("d0 01:30 30 t food");
        run.Waits("camp").Should().Be("physical 8:30");
        run.Stock("camp", "food").Amount.Should().Be(39_000_000);
    }

    // The same of one mass for all commodities.
    [Fact]
    public void One_mass_may_be_the_limit_of_all_commodities_together() =>
        Play.Of(Full(Supply.Of(Quantity.Tonnes(40))).Until("11:00")).TellToTheSecond(HappeningKind.Arrived).Should()
            .Equal("d0 10:30 1 vehicle of trucks");

    // Two trucks of 30 t; 20 t lie there and nothing is eaten: of 55 t of room the first takes 30, and the second waits for ever.
    [Fact]
    public void Room_is_kept_for_what_is_being_unloaded()
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { People = 0, Storage = Food(55) })
            .With(Trucked with { WhenBelow = Food(80), UpTo = Food(80) }).Until("10:00");
        var run = Play.Of(scenario);
        (run.Stock("camp", "food").Amount, run.Vehicles("trucks")).Should().Be((50_000_000, "1 1 0 0"));
        run.Waits("camp").Should().Be("physical 8:30");
    }

    // Two flights of 11 t land at 2:00 where 15 t fit: the second stands laden, and nothing is shut.
    [Fact]
    public void A_flight_too_waits_for_room_and_a_story_tells_it()
    {
        var flown = Flown(22).Planes(2).AtDepot(field => field with { Parking = 2 }).AtCamp(field => field with { Parking = 2 });
        var run = Play.Of(flown.Place<Camp>("camp", camp => camp with { Storage = Food(15) }).Until("10:00"));
        run.Tell(HappeningKind.StoreFull).Should().Equal("d0 02:00 11 t food");
        run.Waits("camp").Should().Be("physical 8:00");
        run.Result.HeldUp.Where(one => one.Where == "camp").Should().ContainSingle().Which.Cause.Should().Be("room");
    }

    // One dock, and food for which there is no room before 10:00: medicine that comes behind it is unloaded at once.
    [Fact]
    public void What_fits_goes_before_what_does_not()
    {
        var scenario = Full(Food(40)).Place<Camp>("camp", camp => camp with { Docks = 1 });
        scenario = (scenario with { Commodities = scenario.Commodities.Add(new Commodity("medicine") { Unit = QuantityUnit.Gram }) })
            .Fleet("trucks", fleet => fleet with { Count = 5 });
        var medicine = Line("medicine", "trucks") with
        {
            Commodities = ["medicine"], WhenBelow = Supply.Of(("medicine", Quantity.Tonnes(1))),
            UpTo = Supply.Of(("medicine", Quantity.Tonnes(1))),
        };
        Play.Of((scenario with { SupplyLines = [.. scenario.SupplyLines, medicine] }).Until("11:00")).When(HappeningKind.Arrived).Should()
            .Equal("d0 02:00", "d0 10:30");
    }

    // Nobody eats at a depot: room is made when a truck is loaded. One crate lies in a store for one; a
    // second comes at 2:50 and is unloaded when the first has left at 6:00, by 6:30.
    [Fact]
    public void Room_is_made_by_what_is_taken_away()
    {
        var scenario = Road().Place<Town>("town", town => town with { Stock = Crates(1), Storage = Crates(1), Loading = Minutes(60) })
            .Line("road", line => line with { WhenBelow = Crates(2), UpTo = Crates(2) })
            .Plus(new Town("aside") { Unloading = Minutes(30) }, Leg("town", "aside", 60))
            .Plus(new Fleet("vans") { Traffic = "aid", Base = "town", Count = 1, Carries = Mass.FromTonnes(10) });
        var away = new SupplyLine("away")
        {
            From = "town",
            To = "aside",
            By = "vans",
            Commodities = ["crate"],
            Send = Each("5:00"),
            Every = Span("5:00"),
        };
        Play.Of((scenario with { SupplyLines = scenario.SupplyLines.Add(away) }).Until("8:00")).When(HappeningKind.Arrived, "town").Should()
            .Equal("d0 06:30");
    }

    // 11 t flown in an hour, loaded and unloaded in one each: there at 2:00 with 18 t in a store for 25, which fit at 6:00, out at 7:00.
    [Fact]
    public void Aircraft_wait_for_room_as_trucks_do()
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { Storage = Food(25) })
            .With(Line("air", "planes") with { WhenBelow = Food(21), UpTo = Food(31) }).Until("7:30");
        Play.Of(scenario).Stock("camp", "food").Amount.Should().Be(20_000_000 - 7_500_000 + 11_000_000);
        Play.Of(scenario.Until("6:59")).Stock("camp", "food").Amount.Should().BeLessThan(20_000_000 - 6_900_000);
    }

    // Sent at 24:00. Shut from 24:10 to 29:00: what is being loaded is finished. From 23:00 on: laden 29:00 to 29:30.
    [Theory]
    [InlineData("24:10", "4:50", "d1 00:30 x1", "")]
    [InlineData("23:00", "6:00", "d1 05:30 x1", "physical 5:00")]
    public void A_depot_that_is_shut_loads_nobody_else(string from, string lasts, string departs, string waits)
    {
        var run = Play.Of(Daily().With(Closed("depot", from, lasts) with { Stops = [SiteWork.Loading] }).Until("30:00"));
        run.Legs("depot", "bridge").Should().Equal(departs);
        run.Waits("depot").Should().Be(waits);
    }

    // There at 2:50, unloaded from 9:00 on.
    [Fact]
    public void A_town_that_is_shut_unloads_nobody()
    {
        var run = Play.Of(Road().With(Closed("town", "2:00", "7:00")).Until("10:00"));
        run.When(HappeningKind.Arrived).Should().Equal("d0 09:30");
        run.Waits("town").Should().Be("physical 6:10");
    }

    // It would order at 10:00; at 15:00 5 t are left. What is on its way is not stopped.
    [Theory]
    [InlineData(SiteWork.Orders, "d0 15:00 25 t food")]
    [InlineData(SiteWork.Unloading, "d0 10:00:00.0036 20.000001 t food")]
    public void A_camp_that_is_shut_orders_nothing_if_orders_are_stopped(SiteWork stops, string ordered) =>
        Play.Of(Camp().With(Trucked).With(Closed("camp", "9:00", "6:00") with { Stops = [stops] }).Until("16:00"))
            .Tell(HappeningKind.Ordered).Should().Equal(ordered);

    // Two closures of the same work: it goes on when the last has ended.
    [Fact]
    public void Closures_of_a_place_overlap()
    {
        var run =
            Play.Of(Camp().With(Trucked).With(Closed("camp", "9:00", "6:00"), Closed("camp", "14:00", "3:00", id: "fire")).Until("18:00"));
        run.Tell(HappeningKind.Ordered).Should().Equal("d0 17:00 27 t food");
    }

    // One is due at the end of each day; that of day 0 falls into the closure.
    [Fact]
    public void What_comes_due_while_orders_are_stopped_is_not_sent() =>
        Play.Of(Daily().With(Closed("town", "20:00", "10:00")).Until("60:00")).Tell(HappeningKind.Ordered).Should()
            .Equal("d2 00:00 1 crate");

    // Ground time from 5:00 on; in the air at 6:00, landed at 7:00, unloaded at 8:00.
    [Fact]
    public void Aircraft_are_not_loaded_at_a_depot_that_is_shut()
    {
        var scenario = Camp().With(Line("air", "planes") with { WhenBelow = Food(21), UpTo = Food(31) })
            .With(Closed("depot", "0:00", "5:00"));
        Play.Of(scenario.Until("7:30")).Stock("camp", "food").Amount.Should().Be(12_500_000);
        Play.Of(scenario.Until("8:30")).Stock("camp", "food").Amount.Should().Be(22_500_000);
    }

    private static Scenario Full(Supply storage) => Camp().Place<Camp>("camp", camp => camp with { Storage = storage })
        .With(Trucked with { WhenBelow = Food(30), UpTo = Food(50) });
}
