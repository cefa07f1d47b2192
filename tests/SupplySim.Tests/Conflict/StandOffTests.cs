using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>Ultimatums, talks, ceasefires that are renewed, and pace by day and night: each at an instant worked out by hand. Contact is
/// at 4:30.</summary>
public sealed class StandOffTests
{
    [Fact]
    public void An_ultimatum_runs_out_after_the_beginning_of_the_stand_off() =>
        States(Ultimatum(new Deadline { After = Hours(2), Do = FrontState.StepDown }), "7:00").Should().Equal(
            "d0 00:00 Advance", "d0 04:30 StandOff", "d0 06:30 StepDown", "d0 06:30 red", "d0 06:30 Advance");

    [Fact]
    public void An_ultimatum_runs_out_at_a_moment() =>
        States(Ultimatum(new Deadline { At = At("5:15"), Do = FrontState.Withdrawal }), "7:00").Should().Equal(
            "d0 00:00 Advance", "d0 04:30 StandOff", "d0 05:15 Withdrawal", "d0 05:15 Ended");

    [Fact]
    public void What_comes_before_the_ultimatum_forestalls_it() =>
        States(Ultimatum(new Deadline { After = Hours(3.5), Do = FrontState.StepDown }), "8:00")[2..].Should().Equal("d0 07:30 Fight");

    // Of equals the way out, not the deadline.
    [Fact]
    public void A_way_out_at_the_instant_of_the_ultimatum_goes_before_it() =>
        States(Ultimatum(new Deadline { After = Hours(3), Do = FrontState.StepDown }), "8:00")[2..].Should().Equal("d0 07:30 Fight");

    // The moment passed at 4:00; repelled at 15:30 nobody is bound by it either.
    [Fact]
    public void A_stand_off_that_begins_after_the_moment_is_not_bound_by_it() =>
        States(
            Ultimatum(new Deadline { At = At("4:00"), Do = FrontState.StepDown }) with
            {
                Fight = new Fight { Lasts = Hours(8), AttackerWins = 0 },
            }, "19:00")
            .Should().Equal("d0 00:00 Advance", "d0 04:30 StandOff", "d0 07:30 Fight", "d0 15:30 StandOff", "d0 18:30 Fight");

    [Fact]
    public void An_ultimatum_alone_may_end_a_stand_off_and_one_that_has_passed_leaves_it_for_ever()
    {
        States(Front() with { StandOff = new StandOff { Deadline = new Deadline { After = Hours(1), Do = FrontState.Fight } } },
            "6:00")[2..]
            .Should().Equal("d0 05:30 Fight");
        States(Front() with { StandOff = new StandOff { Deadline = new Deadline { At = At("1:00"), Do = FrontState.Fight } } },
            "99:00")[1..]
            .Should().Equal("d0 04:30 StandOff");
    }

    // Refused at 5:30 and, an hour and two of cooling later, at 8:30.
    [Fact]
    public void Offers_that_are_refused_come_again_after_a_time_of_cooling() =>
        States(Talking(0, cooling: 2), "9:00").Should().Equal(
            "d0 00:00 Advance", "d0 04:30 StandOff", "d0 05:30 refused", "d0 08:30 refused");

    [Fact]
    public void An_offer_that_is_accepted_is_a_ceasefire_and_talks_begin_anew_after_it() =>
        States(Talking(1), "17:00").Should().Equal("d0 00:00 Advance", "d0 04:30 StandOff", "d0 05:30 accepted", "d0 05:30 Ceasefire",
            "d0 15:30 StandOff", "d0 16:30 accepted", "d0 16:30 Ceasefire");

    // The fight from 4:30 would last to 12:30; the offer of 5:30 ends it without a winner.
    [Fact]
    public void They_talk_while_they_fight_only_where_it_is_said()
    {
        var fights = Talking(1) with { OpensWith = FrontState.Fight };
        States(fights, "12:59").Should().Equal("d0 00:00 Advance", "d0 04:30 Fight", "d0 12:30 red", "d0 12:30 Advance");
        States(fights with { Talks = fights.Talks! with { WhileFighting = true } }, "12:59").Should().Equal(
            "d0 00:00 Advance", "d0 04:30 Fight", "d0 05:30 accepted", "d0 05:30 Ceasefire");
    }

    [Fact]
    public void Every_offer_is_accepted_with_its_chance()
    {
        var told = Enumerable.Range(1, 25)
            .SelectMany(seed => Play.Of(North.Scenario(Talking(0.3), "500:00"), (ulong)seed).Tell(HappeningKind.Offered))
            .Select(told => told.Split(' ')[^1]).ToArray();
        var share = told.Count(one => one == "accepted") / (double)told.Length;
        share.Should().BeApproximately(0.3, 4.42 * Math.Sqrt(0.3 * 0.7 / told.Length));
        told.Length.Should().BeGreaterThan(1000);
    }

    [Fact]
    public void A_ceasefire_that_has_held_is_renewed() => States(Truce(renewed: 1), "36:00").Should().Equal(
        "d0 00:00 Advance", "d0 04:30 Ceasefire", "d0 14:30 renewed", "d1 00:30 renewed", "d1 10:30 renewed");

    [Fact]
    public void A_ceasefire_is_renewed_with_its_chance()
    {
        var runs = Enumerable.Range(1, 400).Select(seed => Play.Of(North.Scenario(Truce(0.6), "600:00"), (ulong)seed)).ToArray();
        var renewed = runs.Sum(run => run.When(HappeningKind.Renewed).Length);
        var ended = runs.Sum(run =>
            run.Tell(HappeningKind.FrontChanged).Count(told => told.EndsWith("StandOff", StringComparison.Ordinal)));
        (renewed / (double)(renewed + ended)).Should().BeApproximately(0.6, 4.42 * Math.Sqrt(0.24 / (renewed + ended)));
    }

    // Violated somewhere within the first ten hours, whatever the chance of renewal.
    [Fact]
    public void A_ceasefire_that_is_violated_is_not_renewed() =>
        States(Truce(renewed: 1) with { Ceasefire = new Ceasefire { Lasts = Hours(10), Renewed = 1, Violated = 1 } }, "14:30")
            .Should().HaveCount(3).And.Subject.Last().Should().EndWith("Fight");

    // Light from 6 to 18, and the front sets out at 12:00: 30 of the first 30 km by 15:00, 60 km by 18:00; 12 hours of night at 1 km/h
    // are 12 km, and the last 23 of 95 km take until 8:18.
    [Fact]
    public void By_night_the_head_keeps_a_share_of_its_pace() => States(Front() with
    {
        Starts = At("12:00"), Along = [East(-100), "bridge"], Pace = new Pace { Advance = Kmh(10), Night = 0.1 },
    }, "40:00")[..2].Should().Equal("d0 12:00 Advance", "d1 08:18 StandOff");

    [Fact]
    public void A_head_that_stands_by_night_goes_on_in_the_morning() => States(Front() with
    {
        Starts = At("17:00"), Pace = new Pace { Advance = Kmh(10), Night = 0 },
    }, "40:00")[..2].Should().Equal("d0 17:00 Advance", "d1 09:30 StandOff");

    // Fighting from 16:30 at 1 km/h it is 3.5 km away at 18:00, and 2 km at 7:30.
    [Fact]
    public void A_fight_comes_on_by_day_alone_where_the_night_leaves_nothing()
    {
        var front = Front() with { Starts = At("12:00"), OpensWith = FrontState.Fight, Pace = new Pace
        {
            Advance = Kmh(10),
            Fighting = Kmh(1),
            Night = 0,
        }, Fight = new Fight { Lasts = Hours(30), AttackerWins = 0 } };
        Play.Of(North.Scenario(front, "40:00").With(
            new Closure("shelling") { Close = "bridge", While = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(2)) }))
            .TellToTheSecond(HappeningKind.Closed).Should().Equal("d1 07:30 shelling");
    }

    private static Front Truce(double renewed) => Front() with
    {
        OpensWith = FrontState.Ceasefire, Ceasefire = new Ceasefire { Lasts = Hours(10), Renewed = renewed },
        StandOff = new StandOff { StepDown = Hours(2000) },
    };

    private static Front Ultimatum(Deadline deadline) => Front() with { StandOff = new StandOff { Fight = Hours(3), Deadline = deadline } };

    private static Front Talking(double accepted, double cooling = 0) => Front() with
    {
        StandOff = new StandOff { StepDown = Hours(90) }, Ceasefire = new Ceasefire { Lasts = Hours(10) },
        Talks = new Talks { Every = Hours(1), Accepted = accepted, Cooling = Hours(cooling) },
    };
}
