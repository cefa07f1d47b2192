using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>What a closure does to those who are in what it closes, and how closures compose.</summary>
public sealed class ClosureTests
{
    // At the bridge from 1:30 on. At 2:00 its hours begin and the flood comes: nobody slips in between the two, whichever stands first.
    [Fact]
    public void A_closure_binds_from_the_instant_at_which_hours_begin() =>
        Play.Of(Road().Bridge(bridge => bridge with { Hours = OpenFrom(2) })
            .With(Closed("bridge", "2:00", "1:00"))).Legs("bridge", "town").Should().Equal("d0 03:20 x1");

    // Under inspection from 1:30 to 1:50; shut from 1:40 to 4:40. What has 10 min left goes on with them at 4:40, what has
    // turned back begins anew. What is completed is back at the bridge at 4:20.
    [Theory]
    [InlineData(EnRoute.Complete, "d0 01:50 x1", "physical 0:20")]
    [InlineData(EnRoute.Hold, "d0 04:50 x1", "physical 3:00")]
    [InlineData(EnRoute.Trapped, "d0 04:50 x1", "physical 3:00")]
    [InlineData(EnRoute.TurnBack, "d0 05:00 x1", "physical 3:00")]
    public void What_is_under_inspection_meets_a_closure(EnRoute enRoute, string passed, string waits)
    {
        var run = Play.Of(Road().With(Closed("bridge", "1:40", "3:00", enRoute)).Until("6:00"));
        run.Legs("bridge", "town").Should().Equal(passed);
        run.Waits("bridge").Should().Be(waits);
    }

    // On the way from 1:50 to 2:50, 20 km on; shut from 2:10 to 5:10. Held, it has 40 km to go; turned back, it is at the
    // bridge at 2:30, waits there for 2 h 40 min and has 60 km to go.
    [Theory]
    [InlineData(EnRoute.Complete, "d0 03:20", "")]
    [InlineData(EnRoute.Hold, "d0 06:20", "physical 3:00")]
    [InlineData(EnRoute.Trapped, "d0 06:20", "physical 3:00")]
    [InlineData(EnRoute.TurnBack, "d0 06:40", "physical 2:40")]
    public void What_is_on_a_route_meets_a_closure(EnRoute enRoute, string unloaded, string waits)
    {
        var run = Play.Of(Road().With(Closed("bridge - town", "2:10", "3:00", enRoute)).Until("7:00"));
        run.When(HappeningKind.Arrived).Should().Equal(unloaded);
        run.Waits("bridge").Should().Be(waits);
    }

    // Turned back at 2:10, 20 km on, it would be at the bridge at 2:30; the first closure is over at 2:15.
    // From 2:20 on something else closes the road for an hour, or halves the speed on it: held, it is back at 3:30, slowed at 2:40. From
    // there it is an hour to the town, and half an hour to unload.
    [Theory]
    [InlineData(EnRoute.Complete, "d0 04:50")]
    [InlineData(EnRoute.Hold, "d0 05:00")]
    [InlineData(EnRoute.Trapped, "d0 05:00")]
    [InlineData(EnRoute.TurnBack, "d0 04:50")]
    [InlineData(EnRoute.Lost, null)]
    public void What_turns_back_meets_another_closure(EnRoute enRoute, string? unloaded)
    {
        var run = Play.Of(Road().With(
            Closed("bridge - town", "2:10", "0:05", EnRoute.TurnBack), Closed("bridge - town", "2:20", "1:00", enRoute, "mines"))
                .Until("7:00"));
        run.When(HappeningKind.Arrived).Should().Equal(unloaded is null ? [] : [unloaded]);
        run.Vehicles("trucks").Should().Be(unloaded is null ? "0 0 0 1" : "0 1 0 0");
    }

    [Fact]
    public void What_turns_back_is_slowed_by_what_slows_the_road()
    {
        var slow = new Restriction("rain") { Limit = "bridge - town", Speed = 0.5, At = Moment.After(Span("2:20")), For = Minutes(20) };
        var run = Play.Of(Road().With(Closed("bridge - town", "2:10", "0:05", EnRoute.TurnBack), slow).Until("7:00"));
        run.When(HappeningKind.Arrived).Should().Equal("d0 04:10");
    }

    // The crate is lost with the truck, and ordered again when the loss is known.
    [Theory]
    [InlineData("bridge", "1:40", "d0 01:40")]
    [InlineData("bridge - town", "2:10", "d0 02:10")]
    public void What_is_lost_is_lost_with_its_load_and_ordered_again(string what, string shut, string lost)
    {
        var run = Play.Of(Road().With(Closed(what, shut, "0:10", EnRoute.Lost)).Until("8:00"));
        run.When(HappeningKind.Lost).Should().Equal(lost);
        run.Vehicles("trucks").Should().Be("0 0 0 1");
        run.Result.Ledger[0].Should().Be(new LedgerTotal("crate", 0, 1, 0, 0, 0, 1));
        run.When(HappeningKind.Ordered).Should().HaveCount(2);
    }

    // Only the vehicle in the lane is lost; the one behind it goes when the bridge opens at 1:50.
    [Fact]
    public void Who_waits_at_a_crossing_is_not_lost_with_what_is_in_it()
    {
        var run = Play.Of(Road(2).With(Closed("bridge", "1:40", "0:10", EnRoute.Lost)).Until("5:00"));
        run.Vehicles("trucks").Should().Be("0 1 0 1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 03:40");
    }

    // A truck that was through before, and one that comes after.
    [Fact]
    public void A_closed_route_stops_nobody_who_is_not_on_it() =>
        Play.Of(Road(2).OneDock().With(Closed("depot - bridge", "2:10", "0:10", EnRoute.Lost)).Until("5:00"))
            .When(HappeningKind.Arrived).Should().Equal("d0 03:20", "d0 03:50");

    // Shut from 0:00 to 1:00: what is so from the start is so before anybody orders.
    [Theory]
    [InlineData("town")]
    [InlineData("bridge - town")]
    public void What_is_shut_from_the_start_is_shut_when_the_first_order_would_be_given(string what) =>
        Play.Of(Road().With(Closed(what, "0:00", "1:00")).Until("5:00")).When(HappeningKind.Ordered).Should().Equal("d0 01:00");

    // At the depot at 0:30, where the road is shut from 0:20 to 5:00.
    [Fact]
    public void Who_comes_to_a_closed_route_waits_at_its_beginning()
    {
        var run = Play.Of(Road().With(Closed("depot - bridge", "0:20", "4:40")).Until("9:00"));
        run.Legs("depot", "bridge").Should().Equal("d0 05:00 x1");
        run.Waits("depot").Should().Be("physical 4:30");
    }

    // A route that is still shut to some is not open again, nor is a place where something is still stopped.
    [Theory]
    [InlineData("bridge - town", "3:00", "2:00", "3:00")]
    [InlineData("town", "3:00", "2:00", "3:00")]
    [InlineData("town", "4:00", "2:00", "1:00")]
    public void Of_two_closures_of_a_route_or_place_the_last_to_go_is_told_to_open(string what, string first, string from, string second)
    {
        var run = Play.Of(Road().With(Closed(what, "1:00", first, id: "one"), Closed(what, from, second, id: "two")).Until("6:00"));
        run.When(HappeningKind.Opened).Should().Equal("d0 05:00");
    }

    // From 1:00 to 3:00 and from 2:00 to 5:00, or the second within the first: shut until the last is over.
    [Theory]
    [InlineData("2:00", "2:00", "3:00")]
    [InlineData("4:00", "2:00", "1:00")]
    public void Of_two_closures_the_last_to_go_opens(string first, string from, string second)
    {
        var run = Play.Of(Road().With(Closed("bridge", "1:00", first, id: "one"), Closed("bridge", from, second, id: "two")).Until("6:00"));
        run.When(HappeningKind.Closed).Should().Equal("d0 01:00");
        run.When(HappeningKind.Opened).Should().Equal("d0 05:00");
        run.Legs("bridge", "town").Should().Equal("d0 05:20 x1");
    }

    // Held from 1:40 with 10 min to go and shut for another reason from 2:40, open again at 5:40: turned
    // back at any time, it begins anew, as who is turned back on a road has all of it to go.
    [Theory]
    [InlineData(EnRoute.Hold, EnRoute.Hold, "d0 05:50 x1")]
    [InlineData(EnRoute.Hold, EnRoute.Complete, "d0 05:50 x1")]
    [InlineData(EnRoute.Hold, EnRoute.TurnBack, "d0 06:00 x1")]
    [InlineData(EnRoute.TurnBack, EnRoute.Hold, "d0 06:00 x1")]
    public void A_second_closure_over_an_inspection_that_is_held(EnRoute one, EnRoute two, string passed)
    {
        var run =
            Play.Of(Road().Until("7:00").With(Closed("bridge", "1:40", "2:00", one, "one"), Closed("bridge", "2:40", "3:00", two, "two")));
        run.Legs("bridge", "town").Should().Equal(passed);
        run.Result.Blamed.Select(blamed => $"{blamed.Disruption} {blamed.Waited}").Should().Equal("one 02:00:00", "two 02:00:00");
    }

    // Shut from 1:40 to 2:40, and open until 2:00 only: what was under inspection is finished at night,
    // what begins anew waits for the morning.
    [Theory]
    [InlineData(EnRoute.Hold, "d0 02:50 x1")]
    [InlineData(EnRoute.TurnBack, "d1 00:20 x1")]
    public void What_was_turned_back_begins_anew_in_opening_hours(EnRoute enRoute, string passed) =>
        Play.Of(Road().Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(2, 0)) })
            .With(Closed("bridge", "1:40", "1:00", enRoute))
            .Until("30:00")).Legs("bridge", "town").Should().Equal(passed);

    // Held up from 1:40 until 2:40, at which instant it is shut again, by what lets those under inspection
    // finish: it is under none, whether the end or the beginning is told of first.
    [Theory]
    [InlineData(EnRoute.Hold, "d0 03:50 x1")]
    [InlineData(EnRoute.TurnBack, "d0 04:00 x1")]
    public void What_is_held_up_does_not_slip_out_between_two_closures(EnRoute enRoute, string passed)
    {
        var (one, two) = (Closed("bridge", "1:40", "1:00", enRoute, "one"), Closed("bridge", "2:40", "1:00", EnRoute.Complete, "two"));
        Play.Of(Road().With(one, two)).Legs("bridge", "town").Should().Equal(passed);
        Play.Of(Road().With(one, two with { At = null, From = Moment.After(Span("2:00")), Every = Minutes(40) })).Legs("bridge", "town")
            .Should().Equal(passed);
    }

    // A trader comes each half hour; not one more passes while it is shut, whatever the kind, and then all wait.
    [Theory]
    [InlineData(EnRoute.Hold)]
    [InlineData(EnRoute.TurnBack)]
    [InlineData(EnRoute.Trapped)]
    [InlineData(EnRoute.Complete)]
    public void A_closed_crossing_passes_nothing(EnRoute enRoute)
    {
        var scenario = Road().Idle().Plus(Traders(Each("0:30"))) with
        {
            Measures = PassedAndShut,
        };
        var run = Play.Of(scenario.With(Closed("bridge", "0:00", "100:00", enRoute)).Until("48:00"));
        run.Result["passed", "bridge"].Should().Be(0);
        run.Result["shut-days", "bridge"].Should().Be(2);
    }

    // Shut for aid alone: traders at 1:00, 2:00, ... are through 20 min later; it does not count as shut.
    [Fact]
    public void A_closure_binds_only_the_traffic_it_names()
    {
        var scenario = Road().Plus(Traders(Each("1:00"))) with
        {
            Measures = PassedAndShut,
        };
        var run = Play.Of(scenario.With(Closed("bridge", "1:10", "5:00") with { To = ["aid"] }).Until("3:30"));
        run.Result["passed", "bridge"].Should().Be(3);
        run.Result["shut-days", "bridge"].Should().Be(0);
        run.Waits("bridge").Should().Be("physical 2:00");
    }

    // In the middle of an inspection, and of a leg.
    [Theory]
    [InlineData("bridge", "1:40")]
    [InlineData("bridge - town", "2:10")]
    public void A_closure_of_no_length_changes_nothing(string what, string at)
    {
        // A closure far beyond the end lets routes be closed without closing one.
        var without = Play.Of(Road().With(Closed(what, "500:00", "1:00")).Until("9:00"));
        foreach (var enRoute in Enum.GetValues<EnRoute>().Where(one => one != EnRoute.Divert))
            Play.Of(Road().With(Closed(what, at, "0:00", enRoute)).Until("9:00")).Result.OutcomeFingerprint.Should()
                .Be(without.Result.OutcomeFingerprint, enRoute.ToString());
    }

    // What is held can be given up for others a day after it came to a stop; what is trapped cannot: no second crate is
    // ordered.
    [Theory]
    [InlineData("bridge", "1:40", EnRoute.Hold, 2)]
    [InlineData("bridge", "1:40", EnRoute.Trapped, 1)]
    [InlineData("bridge - town", "2:10", EnRoute.Hold, 2)]
    [InlineData("bridge - town", "2:10", EnRoute.Trapped, 1)]
    public void What_is_trapped_cannot_be_given_up_for_others(string what, string from, EnRoute enRoute, int orders)
    {
        var scenario = Road().Line("road", line => line with { GivenUpAfter = TimeSpan.FromDays(1) }) with
        {
            Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromDays(9) } },
        };
        Play.Of(scenario.With(Closed(what, from, "100:00", enRoute)).Until("30:00")).When(HappeningKind.Ordered).Should().HaveCount(orders);
    }

    // Held on the road at 2:10, and trapped there from 2:30 on; or trapped for an hour, and held for the rest.
    [Theory]
    [InlineData("100:00", EnRoute.Hold, "100:00", EnRoute.Trapped, 1)]
    [InlineData("1:00", EnRoute.Trapped, "100:00", EnRoute.Hold, 2)]
    public void What_is_held_and_trapped_can_be_given_up_when_it_is_trapped_no_longer(string first, EnRoute one, string second,
        EnRoute two, int orders)
    {
        var scenario = Road().Line("road", line => line with { GivenUpAfter = TimeSpan.FromDays(1) }) with
        {
            Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromDays(9) } },
        };
        var closures = new Disruption[] { Closed("bridge - town", "2:10", first, one, "one"),
            Closed("bridge - town", "2:30", second, two, "two") };
        Play.Of(scenario.With(closures).Until("30:00")).When(HappeningKind.Ordered).Should().HaveCount(orders);
    }

    // Inspections that begin from 1:00 on last 2.5 times as long.
    [Fact]
    public void A_slowdown_stretches_inspections() =>
        Play.Of(Road().With(new Slowdown("searches")
            {
                At = Moment.After(Span("1:00")), Slow = "bridge", Inspection = 2.5, For = TimeSpan.FromHours(2),
            }))
            .When(HappeningKind.Passed).Should().Equal("d0 02:20", "d0 05:10");

    // Shut at night until 6:00; opened from 1:00 to 3:00 for aid.
    [Fact]
    public void An_opening_opens_in_hours_in_which_it_would_be_shut() =>
        Play.Of(Road().Bridge(b => b with { Hours = OpenFrom(6) })
            .With(new Opening("corridor") { At = Moment.After(Span("1:00")), Open = "bridge", For = TimeSpan.FromHours(2), To = ["aid"] })
            .Until("6:00"))
            .Legs("bridge", "town").Should().Equal("d0 01:50 x1");

    // Nobody gives it any hours: shut for all of ten days but the two hours for which somebody opens it,
    // and an hour more, in which it is flooded besides, counts once.
    [Fact]
    public void A_crossing_without_any_hours_is_shut()
    {
        var never = Road().Idle().Bridge(b => b with { Hours = Hours.Never }) with { Measures = PassedAndShut };
        never.Run(seed: 1)["shut-days", "bridge"].Should().Be(10);
        never.With(new Opening("corridor") { At = Moment.After(Span("1:00")), Open = "bridge", For = TimeSpan.FromHours(2), To = ["aid"] },
            Closed("bridge", "6:00", "1:00"))
            .Run(seed: 1, audit: true)["shut-days", "bridge"].Should().BeApproximately(10 - 2 / 24.0, 1e-9);
    }

    private static readonly ImmutableArray<Measure> PassedAndShut =
    [
        new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }, new Measure("shut-days") { Of = "bridge", Is = MeasureKind.Shut },
    ];
}
