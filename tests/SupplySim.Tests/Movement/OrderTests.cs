using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>When a supply line orders, and how much.</summary>
public sealed class OrderTests
{
    private static readonly SupplyLine Trucked = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };

    // 20 t at 1 t/h are 10 t at 10:00, which is not below 10 t; one gram later (3.6 ms) they are. Ordered: 30 - 9.999999 =
    // 20.000001 t. The position is 30 t then, and below 10 t again when 20.000001 t more are eaten: 20 h and 3.6 ms later.
    // Delivered in between (loaded 10:30, there 11:30, unloaded 12:00) it is the same position.
    [Fact]
    public void A_line_orders_when_its_position_is_strictly_below_the_level() =>
        Play.Of(Camp().With(Trucked).Until("36:00")).Tell(HappeningKind.Ordered).Should().Equal(
            "d0 10:00:00.0036 20.000001 t food", "d1 06:00:00.0072 20.000001 t food");

    // The same with trucks of 20 t: the gram too many would take a second truck for a day, and is left to
    // the next order. The position is 29.999999 t then, and a gram below 10 t when 20 t more are eaten.
    [Fact]
    public void No_truck_drives_for_one_gram()
    {
        var run = Play.Of(Of20Tonnes().With(Trucked).Until("36:00"));
        run.Tell(HappeningKind.Ordered).Should().Equal("d0 10:00:00.0036 20 t food", "d1 06:00:00.0036 20 t food");
        run.Legs("depot", "camp").Should().Equal("d0 10:30:00.0036 x1", "d1 06:30:00.0036 x1");
    }

    // A thousandth of a load is 20 kg, which go; a gram less does not. 10 t are left when it is ordered, less one gram.
    [Theory]
    [InlineData(30.019999, "d0 10:00:00.0036 20.02 t food")]
    [InlineData(30.019998, "d0 10:00:00.0036 20 t food")]
    public void A_thousandth_of_a_load_is_carried(decimal upTo, string ordered) =>
        Play.Of(Of20Tonnes().With(Trucked with { UpTo = Food(upTo) }).Until("12:00")).Tell(HappeningKind.Ordered).Should().Equal(ordered);

    // Nobody would look again at a position that is below its level already.
    [Fact]
    public void One_gram_is_ordered_where_the_position_is_below_the_level_without_it() =>
        Play.Of(Of20Tonnes().With(Trucked with { WhenBelow = Food(40.000001m), UpTo = Food(40.000001m) }).Until("0:01"))
            .Tell(HappeningKind.Ordered).Should().HaveElementAt(0, "d0 00:00 20.000001 t food");

    // Ten crates are a load, and the eleventh is a tenth of one.
    [Fact]
    public void One_piece_is_carried_where_a_truck_carries_ten()
    {
        var run = Play.Of(Road(2).Commodity("crate", crate => crate with { Weight = Mass.FromTonnes(1) })
            .Line("road", line => line with { UpTo = Crates(11) }).Until("1:00"));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1", "d0 00:30 x1");
    }

    // 10 t on hand are not below 10 t, when they are looked at and nothing has been eaten yet.
    [Fact]
    public void A_position_at_the_level_is_not_below_it() =>
        Play.Of(Camp().Place<Camp>("camp", camp => camp with { Stock = Food(10) }).With(Trucked).Until("1:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d0 00:00:00.0036 20.000001 t food");

    // Both lines see the position; the first to look at it orders for both.
    [Fact]
    public void What_is_on_order_by_road_is_not_ordered_by_air()
    {
        var run = Play.Of(Camp().With(Trucked, Line("air", "planes") with { WhenBelow = Food(10), UpTo = Food(30) }).Until("36:00"));
        run.When(HappeningKind.Ordered, "road").Should().Equal("d0 10:00:00.0036", "d1 06:00:00.0072");
        run.When(HappeningKind.Ordered, "air").Should().BeEmpty();
    }

    // It would be on order for ever, and the road would bring less.
    [Fact]
    public void What_no_vehicle_can_carry_is_not_ordered()
    {
        var air = Line("air", "planes") with { WhenBelow = Food(15), UpTo = Food(30) };
        var none = Camp().Fleet("planes", fleet => fleet with { Count = 0 });
        var run = Play.Of(none.With(Trucked, air).Until("36:00"));
        run.When(HappeningKind.Ordered, "air").Should().BeEmpty();
        run.Result.OutcomeFingerprint.Should().Be(Play.Of(none.With(Trucked).Until("36:00")).Result.OutcomeFingerprint);
        Play.Of(Camp().With(Trucked, air).Until("36:00")).When(HappeningKind.Ordered, "air").Should().NotBeEmpty("one plane can");
    }

    // Medicine is eaten at 0.1 t/h, a gram each 36 ms: 4 t are 10 h's need, 1 t, at 30:00 and below it 36 ms later. Ordered
    // up to 30 h's need: 3 - 0.999999 = 2.000001 t, and no food, of which only every 20 h too little is on hand and on
    // order.
    [Fact]
    public void A_commodity_that_is_not_below_its_own_level_is_not_ordered()
    {
        var medicine = new Commodity("medicine")
        {
            Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.1m)), Priority = 9,
        };
        var scenario = (Camp() with { Commodities = [Camp().Commodities[0], medicine] })
            .Place<Camp>("camp", camp => camp with { Stock = Supply.Of(("food", Quantity.Tonnes(20)), ("medicine", Quantity.Tonnes(4))) })
            .With(Trucked with { WhenBelow = Supply.Of(TimeSpan.FromHours(10)), UpTo = Supply.Of(TimeSpan.FromHours(30)) });
        Play.Of(scenario.Until("40:00")).Tell(HappeningKind.Ordered).Should().Equal(
            "d0 10:00:00.0036 20.000001 t food", "d1 06:00:00.0072 20.000001 t food", "d1 06:00:00.036 2.000001 t medicine");
    }

    // Up to 50 t from 20 t: 30 t are missing at once, one truck's load, and again each 30 h.
    [Fact]
    public void A_line_without_a_level_orders_when_a_whole_vehicle_load_is_missing() =>
        Play.Of(Camp().With(Trucked with { WhenBelow = null, UpTo = Food(50) })).Tell(HappeningKind.Ordered).Should().Equal(
            "d0 00:00 30 t food", "d1 06:00 30 t food");

    // 3 crates, of which the depot has 2.
    [Fact]
    public void No_more_is_ordered_from_a_limited_stock_than_lies_there() =>
        Play.Of(Road(3).Place<Depot>("depot", depot => depot with { Stock = Crates(2) })).Tell(HappeningKind.Ordered).Should()
            .Equal("d0 00:00 2 crate");

    [Fact]
    public void Pieces_are_sent_one_by_one() =>
        Play.Of(Daily().Line("road", line => line with { Send = Rate.PerDay(Quantity.Pieces(2)) }).Until("37:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d0 12:00 1 crate", "d1 00:00 1 crate", "d1 12:00 1 crate");

    // Three in two days: one is due by the end of day 0, three by that of day 1, four, six.
    [Fact]
    public void A_line_sends_what_has_come_due_each_time() =>
        Play.Of(Daily().Line("road", line => line with
            {
                Send = new Rate(Quantity.Pieces(3), TimeSpan.FromDays(2)), Every = TimeSpan.FromDays(1),
            }).Until("97:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d1 00:00 1 crate", "d2 00:00 2 crate", "d3 00:00 1 crate", "d4 00:00 2 crate");

    // 30 t a week: 4,285,714 g on each of the first six days are due by rounding down; a camp that lacks nothing gets it
    // too.
    [Fact]
    public void Masses_are_sent_daily_whatever_the_stock() =>
        Play.Of(Camp().With(Line("road", "trucks") with { Send = Rate.PerWeek(Quantity.Tonnes(30)) }).Until("73:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d1 00:00 4.285714 t food", "d2 00:00 4.285714 t food", "d3 00:00 4.285714 t food");

    // Nobody is told of the flood. Truck 0 stands at the bridge from 1:30 of day 0, and its crate leaves the position a day
    // later; truck 1 follows (laden 2:00, at the bridge 3:00 of day 1). At 48:00 the bridge opens, and truck 0 moves into its
    // lane.
    [Theory]
    [InlineData("25:29", 1, 1)]
    [InlineData("25:31", 2, 1)]
    [InlineData("47:59", 2, 1)]
    [InlineData("48:01", 2, 2)]
    public void A_late_consignment_leaves_the_position_and_returns_when_it_moves_again(string at, int ordered, int onOrder)
    {
        var scenario = Road(2).Line("road", line => line with { UpTo = Crates(1), GivenUpAfter = TimeSpan.FromDays(1) }) with
        {
            Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromDays(30) } },
        };
        var run = Play.Of(scenario.With(Closed("bridge", "1:00", "47:00")).Until(at));
        run.When(HappeningKind.Ordered).Should().Equal(new[] { "d0 00:00", "d1 01:30" }.Take(ordered));
        run.Stock("town", "crate").OnOrder.Should().Be(onOrder);
    }

    // One truck, home at 5:40. The second crate has waited for it for 5 h at 5:00, is withdrawn, and ordered anew.
    [Fact]
    public void What_has_waited_too_long_for_a_vehicle_is_withdrawn_and_ordered_anew() =>
        Play.Of(Road(2).Fleet("trucks", fleet => fleet with { Count = 1 })
            .Line("road", line => line with { WhenBelow = Crates(2), GivenUpAfter = TimeSpan.FromHours(5) }).Until("10:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d0 00:00 2 crate", "d0 05:00 1 crate");

    // No truck comes. Of the position, 5 t are eaten by 5:00; the 10 t of the first order are withdrawn
    // after 6 h, when 14 t lie there and 5.000001 t are on order; the 5.000001 t of the second 6 h after it, just when a gram too much is
    // eaten: 8.999999 t lie there, 10.999999 t are on order.
    [Fact]
    public void Each_order_is_withdrawn_when_it_has_waited_too_long_itself() =>
        Play.Of(Away(Camp())
                .With(Trucked with { WhenBelow = Food(25), UpTo = Food(30), GivenUpAfter = TimeSpan.FromHours(6) }).Until("11:30"))
            .Tell(HappeningKind.Ordered).Should().Equal(
                "d0 00:00 10 t food", "d0 05:00:00.0036 5.000001 t food", "d0 06:00 10.999999 t food", "d0 11:00:00.0036 10.000002 t food");

    // The only crate waits for a truck that never comes, and is withdrawn at 5:00, when the way over the bridge is known to be shut.
    [Fact]
    public void What_is_withdrawn_may_be_ordered_by_another_line()
    {
        var road = Away(Road().Line("road", l => l with { GivenUpAfter = TimeSpan.FromHours(5) }));
        var scenario = (road with { Disruptions = road.Disruptions.Add(Closed("bridge", "1:00", "20:00")) })
            .Place<Depot>("depot", depot => depot with { Stock = Crates(1) })
            .Plus(new Town("aside") { Unloading = Minutes(30) }, Leg("depot", "aside", 60))
            .Plus(new Fleet("vans") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(10) });
        var aside = scenario.SupplyLines[0] with { Id = "aside", To = "aside", By = "vans" };
        Play.Of(scenario with { SupplyLines = scenario.SupplyLines.Add(aside) }).When(HappeningKind.Ordered, "aside").Should()
            .Equal("d0 05:00");
    }

    // It would order at 10:00. The road is shut from 9:00 to 12:00, which is known at once: then 8 t are left, and 22 t are
    // missing.
    [Fact]
    public void A_line_does_not_order_while_its_way_is_known_to_be_shut() =>
        Play.Of(Camp().With(Trucked).With(Closed("depot - camp", "9:00", "3:00")).Until("13:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d0 12:00 22 t food");

    // Its trucks stand where they cannot come from.
    private static Scenario Away(Scenario scenario) =>
        scenario.Plus(new Town("yard"), Leg("yard", "depot", 10)).Fleet("trucks",
            fleet => fleet with { Base = "yard", WorksFrom = ["depot"] }).With(Closed("yard - depot", "0:00", "200:00", id: "ice")) with
        {
            Policies = new Policies { Knowledge = Knowledge.Perfect },
        };

    private static Scenario Of20Tonnes() => Camp().Fleet("trucks", fleet => fleet with { Carries = Mass.FromTonnes(20) });
}
