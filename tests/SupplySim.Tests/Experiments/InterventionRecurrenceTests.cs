using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Tests.Conflict;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>What is under way, or comes again and again, when an intervention says something else of it:
/// what goes on, and what is counted from when.</summary>
public sealed class InterventionRecurrenceTests
{
    // At 10:00, 21:00, 32:00 and 43:00, for an hour each.
    private static readonly Closure Rain = new("rain") { Close = "bridge", Every = TimeSpan.FromHours(10), For = TimeSpan.FromHours(1) };

    [Fact]
    public void What_concerns_neither_when_it_comes_nor_how_long_changes_neither()
    {
        Begun(Rain, Rain with { To = ["aid"] }, "12:00").Should().Equal("d0 10:00", "d0 21:00", "d1 08:00", "d1 19:00");
        Ended(Rain, Rain with { EnRoute = EnRoute.Hold }, "12:00").Should().Equal("d0 11:00", "d0 22:00", "d1 09:00", "d1 20:00");
    }

    // The last one has ended at 11:00: five hours after it, and so on; one that would have been due by then begins at once.
    [Fact]
    public void Another_time_between_is_counted_from_the_last_end()
    {
        Begun(Rain, Rain with { Every = TimeSpan.FromHours(5) }, "12:00").Take(4).Should().Equal("d0 10:00", "d0 16:00", "d0 22:00",
            "d1 04:00");
        Begun(Rain, Rain with { Every = Minutes(30) }, "12:00").Take(3).Should().Equal("d0 10:00", "d0 12:00", "d0 13:30");
        Begun(Rain, Rain with { Every = TimeSpan.FromHours(5) }, "10:30").Take(3).Should().Equal("d0 10:00", "d0 16:00", "d0 22:00");
    }

    // With a chance it is counted from the last beginning, at 10:00.
    [Fact]
    public void And_with_a_chance_from_the_last_beginning() =>
        Begun(Rain with { Chance = 1 }, Rain with { Chance = 1, Every = TimeSpan.FromHours(5) }, "12:00").Take(4).Should().Equal("d0 10:00",
            "d0 15:00", "d0 20:00", "d1 01:00");

    // What has no memory has none: what was left of it is halved, and none comes at the instant of the change.
    [Fact]
    public void What_is_drawn_is_as_lucky_as_it_was()
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var before = Rain with { Every = Duration.Exponential(TimeSpan.FromHours(10)) };
            var (plain, branched) = (First(before, before, seed),
                First(before, before with { Every = Duration.Exponential(TimeSpan.FromHours(5)) }, seed));
            if (plain < TimeSpan.FromHours(12)) branched.Should().Be(plain);
            else (branched - TimeSpan.FromHours(12)).Should().BeCloseTo((plain - TimeSpan.FromHours(12)) / 2, TimeSpan.FromMilliseconds(2));
        }
    }

    // Between 10 and 20 h by the one law, and between 0 and 30 h by the other: after 12 h, those above 12
    // of both, and those at the same share of the way.
    [Fact]
    public void Of_other_laws_what_has_lasted_so_long_counts_alone()
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var before = Rain with { Every = Duration.Uniform(TimeSpan.FromHours(10), TimeSpan.FromHours(20)) };
            var (plain, branched) = (First(before, before, seed).TotalHours,
                First(before, before with { Every = Duration.Uniform(TimeSpan.Zero, TimeSpan.FromHours(30)) }, seed).TotalHours);
            branched.Should().BeApproximately(plain < 12 ? plain : 12 + (plain - 12) / 8 * 18, 2e-6);
        }
    }

    // Two thirds of the occasions are another after the change; the others are those that were.
    [Fact]
    public void Who_is_struck_by_a_smaller_chance_is_struck_by_a_greater_one()
    {
        var (often, seldom) = (Rain with { Chance = 0.9, Every = TimeSpan.FromHours(2) },
            Rain with { Chance = 0.3, Every = TimeSpan.FromHours(2) });
        Begun(seldom, often, "12:00").Should().Contain(Begun(seldom, seldom, "12:00"));
        Begun(often, often, "12:00").Should().Contain(Begun(often, seldom, "12:00"));
    }

    [Theory]
    [InlineData("3:00", "d0 13:00")]
    [InlineData("0:20", "d0 10:30")]
    [InlineData("1:00", "d0 11:00")]
    public void Another_length_is_counted_from_the_beginning(string lasts, string ends) =>
        Ended(Rain, Rain with { For = Span(lasts), Source = null }, "10:30")[0].Should().Be(ends);

    [Fact]
    public void What_lasts_a_time_that_is_drawn_lasts_as_long_where_something_else_is_said()
    {
        var storm = Rain with { Every = TimeSpan.FromHours(3), Chance = 1, For = Duration.Exponential(TimeSpan.FromHours(8)) };
        Ended(storm, storm with { To = ["aid"] }, "12:00").Where(at => at != "d0 12:00").Should().Equal(Ended(storm, storm, "12:00"));
    }

    // From 3:00 to 6:00, and then to 9:00; it was open again from 5:00 on.
    [Theory]
    [InlineData("5:00", "9:00", "d0 09:00")]
    [InlineData("5:00", "4:00", "d0 05:00")]
    [InlineData("7:00", "9:00", "d0 06:00")]
    public void What_has_begun_at_a_moment_ends_at_another(string at, string until, string ends)
    {
        var flood = new Closure("flood") { Close = "bridge", At = Moment.After(Span("3:00")), Until = Moment.After(Span("6:00")) };
        var longer = flood with { Until = Moment.After(Span(until)) };
        (Road().With(flood) with { Experiment = new() { Compare = [new("later", Road().With(longer)) { From = Moment.After(Span(at)) }] } })
            .Problems().Should().BeEmpty();
        Ended(flood, longer, at).Should().Equal(ends);
    }

    // Out of season it is counted on: at 10:00, and at 21:00, when it was over; the next one is due ten hours later.
    [Theory]
    [InlineData("30:00", "d1 07:00")]
    [InlineData("20:00", "d0 21:00")]
    [InlineData("45:00", "d2 03:00")]
    public void A_season_that_is_prolonged_goes_on(string at, string next)
    {
        var season = Rain with { Until = Moment.After(Span("15:00")) };
        Begun(season, season with { Until = null }, at)[1].Should().Be(next);
        Begun(season, season, at).Should().Equal("d0 10:00");
    }

    // Open since 0:00, so it was slow for an hour then.
    [Fact]
    public void What_began_when_something_became_true_does_not_begin_again()
    {
        var slow = new Slowdown("slow") { Slow = "bridge", Inspection = 2, When = Condition.Open("bridge"), For = TimeSpan.FromHours(1) };
        Begun(slow, slow with { Inspection = 3 }, "12:00").Should().Equal("d0 00:00");
    }

    // At the bridge since 1:30; shut from 1:00 on for a day, from 5:00 on for others: 20 min there.
    [Fact]
    public void What_is_under_way_goes_on_in_its_other_form()
    {
        var shut = Closed("bridge", "1:00", "24:00");
        Onward(shut, shut with { To = ["military"] }, "5:00").Should().Equal("d0 05:20");
        Onward(shut, shut with { Close = "depot - bridge" }, "5:00").Should().Equal("d0 05:20");
        Onward(shut with { To = ["military"] }, shut, "1:00").Should().Equal("d1 01:20");
        Ended(shut, shut with { To = ["military"] }, "5:00").Should().Equal("d0 05:00", "d1 01:00");
    }

    // Shut from 1:00 to 3:00, and mended from then to 6:00, whatever is said of it at 4:00.
    [Fact]
    public void A_repair_that_has_begun_goes_on()
    {
        var shut = Closed("bridge", "1:00", "2:00") with { Repair = new Repair { By = "sappers", Takes = TimeSpan.FromHours(3) } };
        Onward(shut, shut with { EnRoute = EnRoute.Hold }, "4:00").Should().Equal("d0 06:20");
        Onward(shut, shut with { Repair = new Repair { By = "sappers", Takes = TimeSpan.FromHours(9) } }, "4:00").Should()
            .Equal("d0 06:20");
        Onward(shut, shut with { Repair = new Repair { By = "sappers", Takes = TimeSpan.FromHours(9) } }, "2:00").Should()
            .Equal("d0 12:20");
    }

    // What begins anew goes on counting: the second length that is drawn, and not the first again.
    [Fact]
    public void What_begins_anew_draws_what_was_not_drawn()
    {
        var once = new Closure("rain")
        {
            Close = "bridge",
            At = Moment.After(Span("1:00")),
            For = Duration.Exponential(TimeSpan.FromHours(5)),
        };
        var (first, then) = (Ended(once, once, "2:00"), Ended(once, once with { At = Moment.After(Span("40:00")) }, "30:00"));
        then.Should().HaveCount(2).And.StartWith(first);
        var lasted = Span(Clock(then[1])) - Span("40:00");
        lasted.Should().NotBeCloseTo(Span(Clock(first[0])) - Span("1:00"), TimeSpan.FromMinutes(1));
    }

    // They face each other since 4:30, and fight from 24:30 on, however long that lasts and whoever wins.
    [Fact]
    public void A_stand_off_of_which_nothing_is_said_goes_on()
    {
        var front = North.Front() with { StandOff = new StandOff { Fight = TimeSpan.FromHours(20) } };
        States(front, front with { Fight = front.Fight! with { Lasts = TimeSpan.FromHours(1) } }).Should().Equal(
            "d0 00:00 Advance", "d0 04:30 StandOff", "d1 00:30 Fight", "d1 01:30 red", "d1 01:30 Advance", "d1 02:00 Ended");
        States(front, front with { StandOff = new StandOff { Fight = TimeSpan.FromHours(20), Withdrawal = TimeSpan.FromHours(9) } })
            .Should().Equal(
            "d0 00:00 Advance", "d0 04:30 StandOff", "d0 21:00 Withdrawal", "d0 21:00 Ended");
        States(front, front with { StandOff = new StandOff { Fight = TimeSpan.FromHours(20), Withdrawal = TimeSpan.FromHours(13) } })[2]
            .Should().Be("d1 00:30 Fight");
    }

    // Offers every five hours from 4:30 on, all refused; from noon on all are accepted: at 14:30. Every two hours from noon on: at 14:00.
    [Fact]
    public void Offers_go_on_where_others_are_accepted()
    {
        var front = North.Front() with
        {
            StandOff = new StandOff { Fight = TimeSpan.FromHours(20) }, Talks = new Talks { Every = TimeSpan.FromHours(5), Accepted = 0 },
            Ceasefire = new Ceasefire { Lasts = TimeSpan.FromDays(9) },
        };
        States(front, front with { Talks = front.Talks! with { Accepted = 1 } }).Should().EndWith("d0 14:30 Ceasefire");
        States(front, front with { Talks = new Talks { Every = TimeSpan.FromHours(2), Accepted = 1 } }).Should()
            .EndWith("d0 14:00 Ceasefire");
    }

    // 20 km of 45 by 2:00; the other 25 at half the pace. Or as far as 15 km before the bridge.
    [Fact]
    public void A_head_on_its_way_goes_on_at_another_pace_and_stops_at_another_distance()
    {
        var front = North.Front();
        States(front, front with { Pace = new Pace { Advance = North.Kmh(5) } }, "2:00")[1].Should().Be("d0 07:00 StandOff");
        States(front, front with { Contact = Distance.FromKilometres(15) }, "2:00")[1].Should().Be("d0 03:30 StandOff");
    }

    private static string[] States(Front before, Front after, string at = "12:00") =>
        Of(North.Scenario(before, "48:00"), North.Scenario(after, "48:00"), at).Story
            .Where(one => one.Kind is HappeningKind.FrontChanged or HappeningKind.Captured)
            .Select(one => $"{Play.Time(Play.ToTheSecond(one.At))} {one.Detail}").ToArray();

    private static string[] Begun(Disruption before, Disruption after, string at) =>
        Times(before, after, at, HappeningKind.DisruptionBegan);

    private static string[] Ended(Disruption before, Disruption after, string at) =>
        Times(before, after, at, HappeningKind.DisruptionEnded);

    private static string[] Times(Disruption before, Disruption after, string at, HappeningKind kind) =>
        [.. Of(Mended(before), Mended(after), at).Story.Where(one => one.Kind == kind).Select(one => Play.Time(one.At))];

    private static TimeSpan First(Disruption before, Disruption after, ulong seed) =>
        Of(Mended(before), Mended(after), "12:00", seed).Story.First(one => one.Kind == HappeningKind.DisruptionBegan).At - SimTime.Start;

    private static string[] Onward(Disruption before, Disruption after, string at)
    {
        var scenario = Mended(before);
        return [.. Of(scenario, Mended(after), at).Trips.Where(trip => trip.Forward && scenario.Routes[trip.Route].Id == "bridge - town")
            .Select(trip => Play.Time(trip.Departs))];
    }

    private static Scenario Mended(Disruption disruption) =>
        Road().With(disruption).Until(disruption.Id == "rain" ? "52:00" : "200:00") with { Crews = [("sappers", 1)] };

    // "d4 05:30:12.5" as hours and minutes.
    private static string Clock(string time) =>
        $"{24 * int.Parse(time.Split(' ')[0][1..]) + int.Parse(time.Split(' ')[1].Split(':')[0])}:{time.Split(' ')[1].Split(':')[1]}";

    private static RunResult Of(Scenario before, Scenario after, string at, ulong seed = 7) =>
        Replication.Run(CompiledScenario.Of(before, new Alternative("later", after) { From = Moment.After(Span(at)) }), seed, 0, tell: true,
            audit: true);
}
