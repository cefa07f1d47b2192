using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>What planners do with what they know, and when they know it.</summary>
public sealed class DetourTests
{
    // The way over the bridge is reckoned as 2 h and a 20 min inspection, 140 min. A detour of 168 km takes 168 min, 1.2
    // times as long: unloaded at 0:30 + 2:48 + 0:30. Where that is too long, the truck waits at the bridge until 10:00:
    // 10:20, 11:20, 11:50.
    [Theory]
    [InlineData(1.21, "d0 03:48")]
    [InlineData(1.2, "d0 03:48")]
    [InlineData(1.19, "d0 11:50")]
    public void A_detour_is_taken_up_to_the_longest(double longest, string unloaded) =>
        Play.Of(Known(Road().Detour(168), "0:00", longest).With(Closed("bridge", "0:10", "9:50"))).When(HappeningKind.Arrived).Should()
            .Equal(unloaded);

    // Of two ways round the shorter is taken.
    [Fact]
    public void The_shorter_detour_is_taken()
    {
        var scenario = Road().Detour(180)
            .Plus(new Crossing("ford") { Lanes = 1, Inspection = Minutes(10) }, Leg("depot", "ford", 60), Leg("ford", "town", 90));
        // 3 h, or 2 h 30 min and 10 min at the ford.
        Play.Of(Known(scenario, "0:00", 3).With(Closed("bridge", "0:10", "9:50"))).When(HappeningKind.Arrived).Should().Equal("d0 03:40");
    }

    // Known at once, the truck goes round from 0:10 to 10:00: out 0:30, there 3:30, unloaded 4:00, home 7:00; laden 7:30, there
    // 10:30, unloaded 11:00. Now the bridge is open: back over it, 12:00 to 12:20.
    [Fact]
    public void When_it_opens_again_the_way_is_planned_anew()
    {
        var scenario = Known(Road(2).Detour(180).Fleet("trucks", fleet => fleet with { Count = 1 }), "0:00", 3);
        var run = Play.Of(scenario.With(Closed("bridge", "0:10", "9:50")).Until("14:00"));
        run.Legs("depot", "town").Should().Equal("d0 00:30 x1", "d0 07:30 x1");
        run.Legs("town", "depot").Should().Equal("d0 04:00 x1");
        run.Legs("town", "bridge").Should().Equal("d0 11:00 x1");
        run.Legs("bridge", "depot").Should().Equal("d0 12:20 x1");
    }

    // Shut at 1:00, known at 4:00. At the bridge at 1:30 the truck meets the truth and waits; at 4:00 it turns back, is at
    // the depot at 5:00 and at the town at 8:00.
    [Fact]
    public void Planners_learn_of_a_closure_after_the_lag()
    {
        var run = Play.Of(Known(Road().Detour(180), "3:00", 3).With(Closed("bridge", "1:00", "100:00")).Until("9:00"));
        run.Waits("bridge").Should().Be("physical 2:30");
        run.Legs("depot", "town").Should().Equal("d0 05:00 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 08:30");
    }

    // Shut at 1:00 and known at 1:15, with the bridge in sight: at 1:30 the truck knows another way and does not wait there. Back at the
    // depot at 2:30, at the town at 5:30.
    [Fact]
    public void Who_learns_on_the_road_that_the_crossing_ahead_is_shut_does_not_wait_at_it()
    {
        var run = Play.Of(Known(Road().Detour(180), "0:15", 3).With(Closed("bridge", "1:00", "100:00")).Until("9:00"));
        run.Legs("depot", "town").Should().Equal("d0 02:30 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 06:00");
    }

    // The road to the bridge is shut at 0:20, which is known at 3:20. Until then the truck stands at its beginning; there
    // at 6:20.
    [Fact]
    public void Who_waits_at_a_closed_route_takes_a_detour_when_it_is_known()
    {
        var run = Play.Of(Known(Road().Detour(180), "3:00", 3).With(Closed("depot - bridge", "0:20", "100:00")).Until("9:00"));
        run.Waits("depot").Should().Be("physical 2:50");
        run.Legs("depot", "town").Should().Equal("d0 03:20 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 06:50");
    }

    // Open again at 2:00, known at 5:00: a truck laden at 4:30 still goes round.
    [Theory]
    [InlineData("3:00", "town")]
    [InlineData("0:00", "bridge")]
    public void Planners_learn_of_an_opening_after_the_lag(string lag, string by)
    {
        var scenario = Known(Road().Detour(180), lag, 3).Place<Depot>("depot", depot => depot with { Loading = Minutes(270) });
        Play.Of(scenario.With(Closed("bridge", "0:10", "1:50")).Until("5:00")).Legs("depot", by).Should().Equal("d0 04:30 x1");
    }

    // There is no way but over the bridge, which is known to be shut from 0:10 to 10:00: the truck sets out, stands at the
    // bridge, and goes on.
    [Fact]
    public void Who_has_no_way_left_raises_an_alarm_waits_and_goes_on()
    {
        var run = Play.Of(Known(Road(), "0:00", 3).With(Closed("bridge", "0:10", "9:50")).Until("12:00"));
        run.Tell(HappeningKind.Stranded).Should().Equal("d0 00:30 depot to town");
        run.Waits("bridge").Should().Be("physical 8:30");
        run.When(HappeningKind.Arrived).Should().Equal("d0 11:50");
    }

    // It is at the bridge at 1:30, and learns at 3:00 what it has met.
    [Fact]
    public void Who_waits_and_learns_that_no_way_is_left_raises_an_alarm()
    {
        var run = Play.Of(Known(Road(), "2:00", 3).With(Closed("bridge", "1:00", "9:00")).Until("12:00"));
        run.When(HappeningKind.Stranded).Should().Equal("d0 03:00");
        run.When(HappeningKind.Arrived).Should().Equal("d0 11:50");
    }

    // A night is no closure: hours from 8:00, and no alarm.
    [Fact]
    public void A_night_is_no_reason_to_go_another_way()
    {
        var run = Play.Of(Road().Detour(180).Bridge(b => b with { Hours = OpenFrom(8) }).Until("11:00"));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1");
        run.When(HappeningKind.Stranded).Should().BeEmpty();
    }

    private static Scenario Known(Scenario scenario, string after, double longest) => scenario with
    {
        Policies = new Policies { Reroute = new Reroute { LearnsAfter = Span(after), Longest = longest } },
    };
}
