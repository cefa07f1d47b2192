using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Clearance: asked, granted, expired, unreachable.</summary>
public sealed class ClearanceTests
{
    // Asked at 0:30, granted at 5:30; the truck is at the bridge at 1:30. For the way back it is asked at 7:20 and granted
    // at 12:20; at the bridge 8:20.
    [Fact]
    public void Clearance_is_asked_when_the_column_sets_out_for_each_direction()
    {
        var run = Play.Of(Cleared(grantedIn: 5, valid: 24));
        run.When(HappeningKind.Passed).Should().Equal("d0 05:50", "d0 12:40");
        run.Waits("bridge").Should().Be("clearance 8:00");
    }

    // Each channel draws its own time; both must grant. The draw is the first truck's first after its loading.
    [Fact]
    public void All_channels_must_grant()
    {
        var law = Duration.Exponential(TimeSpan.FromHours(30));
        var times = new[] { "one", "two" }
            .Select(channel =>
                law.Sample(new Simulation(5, 0).Stream($"clearance/bridge/{channel}").Uniform(Draw.Occasion(0, 1)))).ToArray();
        times[0].Should().NotBe(times[1]);
        times.Max().Should().BeGreaterThan(TimeSpan.FromHours(1));
        var scenario = Cleared(5, 24).Bridge(b => b with { Clearance = b.Clearance! with { Channels = ["one", "two"], GrantedIn = law } });
        Play.Of(scenario, seed: 5).Legs("bridge", "town").Should().Equal(Play.Time(SimTime.Start + Span("0:50") + times.Max()) + " x1");
    }

    // Granted from 1:30 to 3:30, asked again, from 4:30 to 6:30, from 7:30 to 9:30. The bridge opens at 7:00: while it is granted
    // by night the morning is waited for, and once it has expired clearance again.
    [Fact]
    public void What_has_expired_is_asked_again()
    {
        var run = Play.Of(Cleared(grantedIn: 1, valid: 2).Bridge(b => b with { Hours = OpenFrom(7) }).Until("9:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 07:50");
        run.Waits("bridge").Should().Be("clearance 2:00, hours 4:00");
    }

    // At the bridge at 1:30, granted at 5:30; it opens at 7:00.
    [Fact]
    public void The_hours_have_what_is_left_of_the_night_when_it_is_granted()
    {
        var run = Play.Of(Cleared(grantedIn: 5, valid: 24).Bridge(b => b with { Hours = OpenFrom(7) }).Until("9:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 07:20");
        run.Waits("bridge").Should().Be("clearance 4:00, hours 1:30");
    }

    // Asked at 0:30, granted ten days later at 0:30; open from 7:00 to 17:00. Of 239 h at the bridge the last 6:30 are the hours'.
    [Fact]
    public void The_nights_within_a_wait_for_a_permit_are_the_permits()
    {
        var run = Play.Of(Cleared(grantedIn: 240, valid: 24)
            .Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(7, 0), new TimeOnly(17, 0)) })
            .Line("road", line => line with { GivenUpAfter = TimeSpan.FromDays(30) }).Until("248:00"));
        run.When(HappeningKind.Passed).Should().Equal("d10 07:20");
        run.Waits("bridge").Should().Be("clearance 239:00, hours 6:30");
    }

    // Granted at 1:30 for half an hour, and the first is inspected; the second begins at 1:50, and at 2:00 the bridge shuts until
    // 7:00. What has expired by then covers the third. They come 6 s apart, 100 m at 60 km/h.
    [Fact]
    public void By_night_a_column_of_which_some_are_through_waits_for_the_hours()
    {
        var column = new ConvoyRules { Size = new SizeRange(3, 3), Wait = TimeSpan.FromHours(9) };
        var hours = Hours.Of([new OpeningWindow(new TimeOnly(7, 0), new TimeOnly(2, 0))]);
        var run = Play.Of(Cleared(1, 0.5, crates: 3).Fleet("trucks", fleet => fleet with { Convoy = column })
            .Bridge(b => b with { Hours = hours }).Until("8:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 07:20");
        run.Waits("bridge").Should().Be("hours 5:00, lane 0:49:42");
    }

    // Nobody clears strangers: those of 1:00 to 8:00 wait for 8 h to 1 h, by night and by day.
    [Fact]
    public void Strangers_who_are_to_be_cleared_wait_for_that_by_night_too()
    {
        var strangers = Cleared(1, 24).Idle().Plus(Traders(Each("1:00")))
            .Bridge(b => b with { Hours = OpenFrom(7), Passage = [("blue", [("commercial", Permission.WithClearance)])] });
        Play.Of(strangers.Until("9:00")).Waits("bridge").Should().Be("clearance 36:00");
    }

    // Trucks 0 to 3 set out at 0:30, 1:00, 1:30, 2:00 and hold grants for 2 h of every 3: truck 0 from 1:30, 4:30, 7:30;
    // truck 1 from 5:00, 8:00; truck 2 from 5:30 to 7:30; truck 3 from 6:00 to 8:00. The bridge opens at 7:10: truck 2
    // goes. At 7:30 trucks 0 and 3 are cleared, and truck 0 is first, although it asked again after truck 3; then truck 3
    // at 7:50; truck 1 at 8:10.
    [Fact]
    public void Who_asks_again_keeps_its_place()
    {
        var run = Play.Of(Cleared(1, 2, crates: 4).OneDock().Bridge(b => b with { Hours = OpenFrom(7, 10) }).Until("9:00"));
        run.Tell(HappeningKind.Passed).Should().Equal(
            "d0 07:30 trucks 2 to town", "d0 07:50 trucks 0 to town", "d0 08:10 trucks 3 to town", "d0 08:30 trucks 1 to town");
    }

    // Granted at 1:30 for 30 min; the three are inspected from 1:30, 1:50 and 2:10.
    [Fact]
    public void A_grant_that_is_good_for_the_first_vehicle_covers_the_column()
    {
        var column = new ConvoyRules { Size = new SizeRange(3, 3), Wait = TimeSpan.FromHours(9) };
        var run = Play.Of(Cleared(1, 0.5, crates: 3).Fleet("trucks", fleet => fleet with { Convoy = column }).Until("3:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 02:30");
    }

    // The channels are down from 3:00 to 5:00. A request of 5 h made at 0:30 has 2 h 30 min to go at 3:00, and is granted
    // at 7:30.
    [Fact]
    public void A_channel_that_goes_down_freezes_a_request()
    {
        var run = Play.Of(Jammed(Cleared(grantedIn: 5, valid: 24)).Until("9:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 07:50");
        run.Waits("bridge").Should().Be("clearance 6:00");
    }

    // Granted at 1:30 for a day, void at 3:00, asked again when the channels are back at 5:00, granted at 6:00; the bridge
    // opens at 5:30.
    [Fact]
    public void A_channel_that_goes_down_voids_what_was_granted()
    {
        var run = Play.Of(Jammed(Cleared(grantedIn: 1, valid: 24)).Bridge(b => b with { Hours = OpenFrom(5, 30) }).Until("9:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 06:20");
        run.Waits("bridge").Should().Be("clearance 3:00, hours 1:30");
    }

    // Asked at 0:30 for the bridge, which floods; the truck comes to it at 1:30, turns round and is home by 9:00. A request left
    // behind would be granted and expire every two hours to the end of the run.
    [Fact]
    public void What_was_asked_for_a_way_not_taken_ends_with_the_journey()
    {
        var scenario = Cleared(grantedIn: 1, valid: 1).Detour(180).With(Closed("depot - bridge", "0:40", "999:00", EnRoute.TurnBack));
        var (oneDay, nineDays) = (Play.Of(scenario.Until("24:00")), Play.Of(scenario.Until("216:00")));
        oneDay.Vehicles("trucks").Should().Be("1 0 0 0");
        (nineDays.Result.Events - oneDay.Result.Events).Should().BeLessThan(2 * 8);
    }

    // Asked at 0:30 for the bridge, granted at 5:30. The way there floods at 0:40: back at the depot at 0:50, at the ford, which
    // opens at 8:00, at 1:50. What is granted for the bridge concerns nobody at the ford.
    [Fact]
    public void What_is_granted_for_another_crossing_leaves_the_wait_where_it_is()
    {
        var ford = new Crossing("ford") { Lanes = 1, Inspection = Minutes(30), Hours = OpenFrom(8) };
        var run = Play.Of(Cleared(grantedIn: 5, valid: 24).Plus(ford, Leg("depot", "ford", 60), Leg("ford", "town", 60))
            .With(Closed("depot - bridge", "0:40", "99:00", EnRoute.TurnBack)).Until("9:00"));
        run.Waits("ford").Should().Be("hours 6:10");
        run.Waits("bridge").Should().BeEmpty();
    }

    private static Scenario Cleared(double grantedIn, double valid, int crates = 1) => Road(crates).Bridge(bridge => bridge with
    {
        HeldBy = "blue", Passage = [("blue", [("aid", Permission.WithClearance)])],
        Clearance = new Clearance { Channels = ["one"], GrantedIn = TimeSpan.FromHours(grantedIn), Valid = TimeSpan.FromHours(valid) },
    });

    // A mast that is shut stands for channels that are down.
    private static Scenario Jammed(Scenario scenario) => scenario
        .Bridge(b => b with { Clearance = b.Clearance! with { DownWhile = Condition.Open("mast").Not() } })
        .Plus(new Crossing("mast") { Lanes = 1, Inspection = Minutes(1) })
        .With(Closed("mast", "3:00", "2:00"));
}
