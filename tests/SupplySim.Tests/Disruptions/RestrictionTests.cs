using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Tests.Movement;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>Partial loss acts in proportion: of lanes, of speed, of the weight that may pass.</summary>
public sealed class RestrictionTests
{
    // Four trucks from 1:30 on, 20 min each: with 1.5 of 2 lanes each inspection takes 26:40, with 0.8 of 1 it takes 25.
    [Theory]
    [InlineData(2, 0.5, "01:50,02:10,02:30,02:50")]
    [InlineData(2, 0.75, "01:56:40,01:56:40,02:23:20,02:23:20")]
    [InlineData(1, 0.8, "01:55,02:20,02:45,03:10")]
    [InlineData(4, 0.75, "01:50,01:50,01:50,02:10")]
    [InlineData(2, 1, "01:50,01:50,02:10,02:10")]
    public void Lanes_left_pass_their_share(int lanes, double share, string through) => Play.Of(Road(4)
        .Bridge(bridge => bridge with { Lanes = lanes }).With(Limited("1:00", "9:00") with { Lanes = share })).Legs("bridge",
            "town").Should()
        .Equal(through.Split(',').Select(time => $"d0 {time} x1"));

    // Each direction has lanes of its own.
    [Fact]
    public void A_share_is_left_in_each_direction()
    {
        var run = Play.Of(Road(2).Bridge(bridge => bridge with { Lanes = Each<int>.Of(("in", 2), ("out", 1)) })
            .With(Limited("1:00", "9:00") with { Lanes = 0.5 }));
        run.Legs("bridge", "town").Should().Equal("d0 01:50 x1", "d0 02:10 x1");
        run.Legs("bridge", "depot").Should().Equal("d0 05:00 x1", "d0 05:40 x1");
    }

    [Fact]
    public void Nothing_left_is_a_closure()
    {
        var closed = Play.Of(Road(4).With(Closed("bridge", "1:00", "9:00"))).Result.OutcomeFingerprint;
        Play.Of(Road(4).With(Limited("1:00", "9:00") with { Lanes = 0 })).Result.OutcomeFingerprint.Should().Be(closed);
        closed = Play.Of(Road().With(Closed("bridge - town", "2:20", "9:00", EnRoute.Hold))).Result.OutcomeFingerprint;
        Play.Of(Road().With(Limited("2:20", "9:00", "bridge - town") with { Speed = 0 })).Result.OutcomeFingerprint.Should().Be(closed);
    }

    // Two lanes are taken at 1:30; from 1:35 one works: both finish at 1:50, and then one goes at a time. All are back at 2:20.
    [Fact]
    public void Those_in_a_lane_that_falls_away_finish() => Play.Of(Road(5).Bridge(bridge => bridge with { Lanes = 2 })
        .With(Limited("1:35", "0:45") with { Lanes = 0.5 })).Legs("bridge", "town").Should()
        .Equal("d0 01:50 x1", "d0 01:50 x1", "d0 02:10 x1", "d0 02:30 x1", "d0 02:40 x1");

    // Half and half of four lanes is one; when one goes at 2:00 two work, and from 3:00 on four.
    [Fact]
    public void Shares_multiply_and_the_last_to_go_restores()
    {
        var (one, two) = (Limited("1:00", "1:00") with { Lanes = 0.5 }, Limited("1:10", "1:50", id: "two") with { Lanes = 0.5 });
        Play.Of(Road(12).Bridge(bridge => bridge with { Lanes = 4 }).With(one, two)).Legs("bridge", "town").Should().Equal(
            "d0 01:50 x1", "d0 02:10 x1", "d0 02:20 x1", "d0 02:30 x1", "d0 02:40 x1", "d0 02:50 x1", "d0 03:00 x1", "d0 03:10 x1",
            "d0 03:20 x1", "d0 03:20 x1", "d0 03:20 x1", "d0 03:30 x1");
    }

    // On the road from 1:50; half the speed from 2:20 on, 30 km from the town; or for half an hour; or twice half.
    [Theory]
    [InlineData("9:00", false, "d0 03:50")]
    [InlineData("0:30", false, "d0 03:35")]
    [InlineData("9:00", true, "d0 04:50")]
    public void Those_on_a_route_go_on_at_the_speed_that_is_left(string lasts, bool twice, string arrived)
    {
        var limit = Limited("2:20", lasts, "bridge - town") with { Speed = 0.5 };
        Play.Of(Road().With(twice ? [limit, limit with { Id = "two" }] : [limit])).When(HappeningKind.Arrived).Should().Equal(arrived);
    }

    // A share of a thousand-millionth is more than nothing: what begins lasts beyond the run, and nothing fails.
    [Theory]
    [InlineData("bridge")]
    [InlineData("bridge - town")]
    public void Next_to_nothing_left_is_no_failure(string what)
    {
        var limit = Limited("1:35", "1:00", what);
        Play.Of(Road(2).Route("bridge - town", route => route with { Length = Distance.FromKilometres(20_000) })
            .With(what == "bridge" ? limit with { Lanes = 1e-9 } : limit with { Speed = 1e-9 })).When(HappeningKind.Arrived)
            .Should().BeEmpty();
    }

    [Fact]
    public void Who_sets_out_on_a_slow_route_goes_slowly() =>
        Play.Of(Road().With(Limited("0:00", "99:00", "depot - bridge") with { Speed = 0.25 })).Legs("bridge", "town").Should()
            .Equal("d0 04:50 x1");

    // Trucks of 10 t, and traders of whom nobody knows what they weigh.
    [Theory]
    [InlineData(9, "d0 06:20 x1")]
    [InlineData(10, "d0 01:50 x1")]
    public void A_weight_limit_stops_those_who_are_heavier(int tonnes, string through)
    {
        var scenario = Road().Plus(Traders(Each("2:00"))) with
        {
            Measures = [new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }],
        };
        var run = Play.Of(scenario.With(Limited("1:00", "5:00") with { WeightLimit = Mass.FromTonnes(tonnes) }).Until("7:00"));
        run.Legs("bridge", "town").Should().Equal(through);
        run.Waits("bridge").Contains("physical 4:30").Should().Be(tonnes == 9);
        run.Result["passed", "bridge"].Should().BeGreaterThan(3, "traders of 2:00 to 6:00 are through");
    }

    // Known at once: round it, 150 km, there at 3:00 and unloaded 3:30. Lighter trucks of the same traffic go over it.
    [Fact]
    public void Those_who_are_too_heavy_look_for_another_way()
    {
        var scenario = Road().Detour(150).With(Limited("0:10", "50:00") with { WeightLimit = Mass.FromTonnes(19) });
        Play.Of(scenario.Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(20) })).When(HappeningKind.Arrived).Should()
            .Equal("d0 03:30");
        Play.Of(scenario.Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(19) }).Until("9:00"))
            .Legs("bridge", "town").Should().HaveCount(1);
    }

    // Both from 1:00: what is heavier than 18 t until 3:00, than 19 t until 5:00.
    [Fact]
    public void Of_several_weight_limits_the_least_binds()
    {
        var (low, high) = (Limited("1:00", "2:00") with { WeightLimit = Mass.FromTonnes(18) },
            Limited("1:00", "4:00", id: "two") with { WeightLimit = Mass.FromTonnes(19) });
        string[] Through(decimal gross) =>
            Play.Of(Road().Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(gross) }).With(low, high)).Legs("bridge", "town");
        Through(18).Should().Equal("d0 01:50 x1");
        Through(18.5m).Should().Equal("d0 03:20 x1");
        Through(19.5m).Should().Equal("d0 05:20 x1");
    }

    // At the bridge from 1:30 on, with 26 t. At 2:00 its hours begin, of its lanes half is left, and it
    // bears 25 t: nobody is let in between the two. At 3:00 both end: nobody is inspected at the pace that has just ended.
    [Theory]
    [InlineData(25, "d0 03:20 x1")]
    [InlineData(26, "d0 02:40 x1")]
    public void What_is_limited_at_once_binds_at_once(int tonnes, string through) => Play.Of(WeightRoads.Trucks(1)
        .Bridge(bridge => bridge with { Hours = OpenFrom(2) })
        .With(Limited("2:00", "1:00") with { Lanes = 0.5, WeightLimit = Mass.FromTonnes(tonnes) })).Legs("bridge", "town").Should()
        .Equal(through);

    [Theory]
    [InlineData("lanes")]
    [InlineData("speed")]
    [InlineData("weight")]
    public void A_restriction_of_no_length_changes_nothing(string what)
    {
        Scenario At(string time, string lasts) =>
            Road(3).With((what == "speed" ? Limited(time, lasts, "bridge - town") : Limited(time, lasts)) with
            {
                Lanes = what == "lanes" ? 0.5 : null, Speed = what == "speed" ? 0.5 : null, WeightLimit = what == "weight"
                    ? Mass.FromTonnes(1)
                    : null,
            });
        Play.Of(At("1:40", "0:00")).Result.OutcomeFingerprint.Should().Be(Play.Of(At("500:00", "1:00")).Result.OutcomeFingerprint);
    }

    // One occurrence, one length, for all that is named: both shut and open at the same instants.
    [Fact]
    public void What_strikes_several_strikes_them_at_once_and_as_long()
    {
        var storm = new Closure("storm")
        {
            Close = ["bridge", "bridge - town",
                "town"], Every = Duration.Exponential(TimeSpan.FromHours(20)), For = Duration.Exponential(TimeSpan.FromHours(3)),
        };
        var run = Play.Of(Daily().With(storm));
        run.When(HappeningKind.Closed, "bridge").Should().HaveCountGreaterThan(3).And
            .Equal(run.When(HappeningKind.Closed, "bridge - town"));
        run.When(HappeningKind.Opened, "bridge").Should().Equal(run.When(HappeningKind.Opened, "bridge - town")).And
            .Equal(run.When(HappeningKind.Opened, "town"));
    }

    [Fact]
    public void A_list_of_one_is_the_same_as_one() =>
        Play.Of(Road().With(Closed("bridge", "1:40", "3:00") with { Close = ["bridge"] })).Result.EventFingerprint
            .Should().Be(Play.Of(Road().With(Closed("bridge", "1:40", "3:00"))).Result.EventFingerprint);

    private static Restriction Limited(string from, string lasts, string what = "bridge", string id = "one") =>
        new(id) { Limit = what, At = Moment.After(Span(from)), For = Span(lasts) };
}
