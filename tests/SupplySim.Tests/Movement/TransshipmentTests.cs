using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Loads that change trucks at a crossing.</summary>
/// <remarks>
/// <code>
/// depot ---- 60 km, 1 h ---- bridge ---- 60 km, 1 h ---- town ---- 30 km, 30 min ---- yard
/// trucks                     40 min for a load, one dock                             locals
/// </code>
/// A truck is through the inspection at 1:50 and a local called, which is there at 3:20. The load has changed at 4:00: the truck is home at
/// 5:00; the local is in the town at 5:00, unloaded 5:30, home 6:00.
/// </remarks>
public sealed class TransshipmentTests
{
    [Fact]
    public void A_load_goes_on_with_a_truck_of_the_far_bank_and_both_trucks_go_home()
    {
        var run = Play.Of(Exchanged(1, locals: 1).Until("7:00"));
        run.Legs("bridge", "depot").Should().Equal("d0 04:00 x1");
        run.Legs("bridge", "town").Should().Equal("d0 04:00 x1");
        run.Legs("town", "yard").Should().Equal("d0 05:30 x1");
        run.When(HappeningKind.Arrived, "town").Should().Equal("d0 05:30");
        run.When(HappeningKind.Passed).Should().Equal(new[] { "d0 01:50" }, "nobody is inspected again");
        run.Waits("bridge").Should().Be("fleet 1:30");
        (run.Vehicles("trucks"), run.Vehicles("locals")).Should().Be(("1 0 0 0", "1 0 0 0"));
        run.Result.Ledger[0].Should().Be(new LedgerTotal("crate", 0, 1, 1, 0, 0, 0));
    }

    // The second truck, through at 2:10, waits until the local has been home and back: 6:00, 7:30.
    [Fact]
    public void What_waits_for_a_truck_of_the_far_bank_waits_for_the_fleet()
    {
        var run = Play.Of(Exchanged(2, locals: 1).Until("8:00"));
        run.Legs("bridge", "town").Should().Equal("d0 04:00 x1");
        run.Waits("bridge").Should().Be("fleet 6:50, lane 0:20");
        run.Result.Ledger[0].Should().Be(new LedgerTotal("crate", 0, 2, 1, 1, 0, 0));
    }

    // The second local is there at 3:40 and the dock is free at 4:00, or there are two.
    [Theory]
    [InlineData(1, "d0 04:40 x1", "fleet 3:00, lane 0:40")]
    [InlineData(2, "d0 04:20 x1", "fleet 3:00, lane 0:20")]
    public void Each_dock_takes_one_load(int docks, string second, string waits)
    {
        var run = Play.Of(Exchanged(2, locals: 2, docks).Until("5:00"));
        run.Legs("bridge", "town").Should().Equal("d0 04:00 x1", second);
        run.Waits("bridge").Should().Be(waits);
    }

    // Both are through at 2:10; the loads have changed at 4:20 and 5:00, and then they go home.
    [Fact]
    public void A_column_goes_home_together()
    {
        var run = Play.Of(Exchanged(2, locals: 2).Fleet("trucks", f => f with
        {
            Convoy = new ConvoyRules { Size = new SizeRange(2, 2), Wait = TimeSpan.FromHours(1), Density = 1000 },
        }).Until("5:30"));
        run.Legs("bridge", "town").Should().Equal("d0 04:20 x1", "d0 05:00 x1");
        run.Legs("bridge", "depot").Should().Equal("d0 05:00 x2");
    }

    // The first local, laden at 4:00, waits for the second until 4:40.
    [Fact]
    public void Those_of_the_far_bank_form_columns_of_their_own()
    {
        var run = Play.Of(Exchanged(2, locals: 2).Fleet("locals", f => f with
        {
            Convoy = new ConvoyRules { Size = new SizeRange(2, 5), Wait = TimeSpan.FromHours(3) },
        }).Until("5:00"));
        run.Legs("bridge", "town").Should().Equal("d0 04:40 x2");
        run.Waits("bridge").Should().Be("fleet 3:40, lane 0:40");
    }

    // Shut from 2:00 to 5:00: the local comes all the same, and the dock takes the load at 5:00.
    [Fact]
    public void A_closed_crossing_transships_nothing()
    {
        var run = Play.Of(Exchanged(1, locals: 1).With(Closed("bridge", "2:00", "3:00")).Until("6:00"));
        run.Legs("bridge", "town").Should().Equal("d0 05:40 x1");
        run.Waits("bridge").Should().Be("physical 3:00, fleet 0:10");
    }

    // Open until 3:00; the local is there at 3:20.
    [Fact]
    public void Loads_change_trucks_in_opening_hours()
    {
        var run = Play.Of(
            Exchanged(1, locals: 1).Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(3, 0)) }).Until("25:00"));
        run.Legs("bridge", "town").Should().Equal("d1 00:40 x1");
        run.Waits("bridge").Should().Be("hours 21:00, fleet 1:10");
    }

    // At the dock from 3:20 to 4:00; shut from 3:30 to 6:30.
    [Theory]
    [InlineData(EnRoute.Complete, "d0 04:00 x1", "fleet 1:30")]
    [InlineData(EnRoute.Hold, "d0 07:00 x1", "physical 3:00, fleet 1:30")]
    [InlineData(EnRoute.Trapped, "d0 07:00 x1", "physical 3:00, fleet 1:30")]
    [InlineData(EnRoute.TurnBack, "d0 07:10 x1", "physical 3:00, fleet 1:30")]
    public void What_is_at_a_dock_meets_a_closure(EnRoute enRoute, string left, string waits)
    {
        var run = Play.Of(Exchanged(1, locals: 1).With(Closed("bridge", "3:30", "3:00", enRoute)).Until("7:30"));
        run.Legs("bridge", "town").Should().Equal(left);
        run.Legs("bridge", "depot").Should().Equal(left);
        run.Waits("bridge").Should().Be(waits);
    }

    [Fact]
    public void Both_trucks_at_a_dock_are_lost_with_the_load()
    {
        var run = Play.Of(Exchanged(1, locals: 1).With(Closed("bridge", "3:30", "1:00", EnRoute.Lost)).Until("7:30"));
        run.When(HappeningKind.Lost).Should().Equal("d0 03:30", "d0 03:30");
        (run.Vehicles("trucks"), run.Vehicles("locals")).Should().Be(("0 0 0 1", "0 0 0 1"));
        run.Result.Ledger[0].Should().Be(new LedgerTotal("crate", 0, 1, 0, 0, 0, 1));
    }

    // Called at 1:50, lost on the way at 2:00; the next sets out when the road opens at 2:10 and is there at 3:40.
    [Fact]
    public void Where_a_truck_of_the_far_bank_is_lost_on_its_way_the_next_is_called()
    {
        var run = Play.Of(Exchanged(1, locals: 2).With(Closed("town - yard", "2:00", "0:10", EnRoute.Lost)).Until("5:00"));
        run.Legs("bridge", "town").Should().Equal("d0 04:20 x1");
        run.Waits("bridge").Should().Be("fleet 1:50");
        run.Vehicles("locals").Should().Be("0 1 0 1");
    }

    // It stands still from 1:50 on; another is ordered an hour later. Trapped at the dock from 3:30, it is not given up.
    [Theory]
    [InlineData("1:00", 2)]
    [InlineData("1:45", 1)]
    public void What_waits_for_a_truck_can_be_given_up_for_others_and_what_is_trapped_cannot(string patience, int orders) =>
        Play.Of(Exchanged(2, locals: 2).Line("road", line => line with { UpTo = Crates(1), GivenUpAfter = Span(patience) })
            .With(Closed("bridge", "3:30", "9:00", EnRoute.Trapped)).Until("9:00")).When(HappeningKind.Ordered).Should().HaveCount(orders);

    // The local's base is at the far bank: it fetches empty through the bridge, is loaded at 3:20 and passes without a change at 4:40.
    [Fact]
    public void Trucks_of_the_far_bank_pass_themselves()
    {
        var scenario = Exchanged(1, locals: 1).Fleet("locals", f => f with { WorksFrom = ["depot"] }).Line("road",
            line => line with { By = "locals" });
        var run = Play.Of(scenario.Until("7:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 01:50", "d0 04:40");
        run.When(HappeningKind.Arrived).Should().Equal("d0 06:10");
    }

    [Fact]
    public void Without_a_truck_at_the_far_bank_everything_waits()
    {
        var run = Play.Of(Exchanged(3, locals: 0).Until("5:00"));
        run.Waits("bridge").Should().Be("fleet 8:30, lane 1:00");
        run.Result.Ledger[0].InTransit.Should().Be(3);
    }

    [Fact]
    public void Who_still_waits_for_a_truck_at_the_end_has_waited_until_then() =>
        Play.Of(Exchanged(1, locals: 1).Until("3:00")).Waits("bridge").Should().Be("fleet 1:10");

    // Driving 2 h 30 min a day: an hour out and an hour home, between them 22 h at the bridge, which is rest.
    [Fact]
    public void A_long_wait_for_a_truck_is_rest_for_the_crew()
    {
        var run = Play.Of(Exchanged(1, locals: 1).With(Closed("bridge", "2:00", "30:00")).Fleet("trucks",
            f => f with { Driving = TimeSpan.FromMinutes(90) }).Until("34:00"));
        run.Vehicles("trucks").Should().Be("1 0 0 0");
    }

    private static Scenario Exchanged(int crates, int locals, int docks = 1) => Road(crates)
        .Bridge(b => b with { Transshipment = new Transshipment { Onto = "locals", Takes = Minutes(40), Docks = docks } })
        .Plus(new Town("yard"), Leg("town", "yard", 30))
        .Plus(new Fleet("locals") { Traffic = "aid", Base = "yard", Count = locals, Carries = Mass.FromTonnes(10) });
}
