using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>The states of a front, each entered at an instant worked out by hand.</summary>
/// <remarks>Red sets out 50 km from the bridge that blue holds, at 10 km/h, and faces blue 5 km before it, after 45 km: at 4:30.
/// From a capture on it advances the last 5 km in half an hour.</remarks>
public sealed class FrontTests
{
    [Fact]
    public void The_defender_steps_down() =>
        States(Front() with { StandOff = new StandOff { StepDown = Hours(6), Fight = Hours(7) } }, "12:00").Should().Equal(
        "d0 00:00 Advance", "d0 04:30 StandOff", "d0 10:30 StepDown", "d0 10:30 red", "d0 10:30 Advance", "d0 11:00 Ended");

    [Fact]
    public void A_fight_is_won() => States(Front(wins: 1), "18:00").Should().Equal(
        "d0 00:00 Advance", "d0 04:30 StandOff", "d0 07:30 Fight", "d0 15:30 red", "d0 15:30 Advance", "d0 16:00 Ended");

    // Repelled at 15:30, it faces blue for another 3 h.
    [Fact]
    public void A_fight_is_lost_and_begins_again() => States(Front(wins: 0), "20:00").Should().Equal(
        "d0 00:00 Advance", "d0 04:30 StandOff", "d0 07:30 Fight", "d0 15:30 StandOff", "d0 18:30 Fight");

    [Fact]
    public void A_ceasefire_holds_and_ends_in_a_stand_off() => States(Truce(violated: 0), "20:00").Should().Equal(
        "d0 00:00 Advance", "d0 04:30 StandOff", "d0 06:30 Ceasefire", "d0 16:30 StandOff", "d0 18:30 Ceasefire");

    // At a time spread evenly over its 10 h, drawn as a share of them.
    [Fact]
    public void A_ceasefire_is_violated_and_ends_in_a_fight()
    {
        var states = States(Truce(violated: 1), "16:30");
        var share = new Simulation(1, 0).Stream("violated-at/north").Uniform(0);
        states[^1].Should().Be($"{Play.Time(Play.ToTheSecond(SimTime.Start + Span("6:30") + share * TimeSpan.FromHours(10)))} Fight");
        states[..^1].Should().Equal("d0 00:00 Advance", "d0 04:30 StandOff", "d0 06:30 Ceasefire");
    }

    [Fact]
    public void A_violation_falls_on_a_whole_millisecond_as_every_sampled_time()
    {
        var told = Play.Of(Contested(Truce(violated: 1), "16:30")).Result.Story
            .Where(happening => happening.Kind == HappeningKind.FrontChanged).ToArray();
        (told[^1].At.Ticks - told[^2].At.Ticks).Should().BePositive();
        ((told[^1].At.Ticks - told[^2].At.Ticks) % TimeSpan.TicksPerMillisecond).Should().Be(0);
    }

    [Fact]
    public void The_attacker_withdraws() =>
        States(Front() with { StandOff = new StandOff { Withdrawal = Hours(2), Fight = Hours(3) } }, "20:00").Should().Equal(
        "d0 00:00 Advance", "d0 04:30 StandOff", "d0 06:30 Withdrawal", "d0 06:30 Ended");

    [Theory]
    [InlineData(FrontState.StandOff, new[] { "d0 04:30 StandOff", "d0 07:30 Fight" })]
    [InlineData(FrontState.Fight, new[] { "d0 04:30 Fight" })]
    [InlineData(FrontState.Ceasefire, new[] { "d0 04:30 Ceasefire" })]
    [InlineData(FrontState.StepDown, new[] { "d0 04:30 StepDown", "d0 04:30 red", "d0 04:30 Advance", "d0 05:00 Ended" })]
    [InlineData(FrontState.Withdrawal, new[] { "d0 04:30 Withdrawal", "d0 04:30 Ended" })]
    public void A_contact_opens_with_what_is_said(FrontState opens, string[] then) =>
        States(Front() with { OpensWith = opens, Ceasefire = new Ceasefire { Lasts = Hours(10) } }, "8:00").Skip(1).Should().Equal(then);

    // 20 km before the bridge: 30 km at 10 km/h.
    [Fact]
    public void Contact_is_as_near_as_is_said() =>
        States(Front() with { Contact = Distance.FromKilometres(20) }, "4:00").Should().Equal("d0 00:00 Advance", "d0 03:00 StandOff");

    // Another front of red's takes the bridge at 8:00, in the middle of what would last for days: there is
    // nobody to face or to fight any more.
    [Theory]
    [InlineData(FrontState.StandOff)]
    [InlineData(FrontState.Fight)]
    [InlineData(FrontState.Ceasefire)]
    public void A_contest_for_what_another_front_has_taken_is_over(FrontState opens)
    {
        var front = Front() with
        {
            OpensWith = opens, StandOff = new StandOff { Fight = Hours(200) }, Ceasefire = new Ceasefire { Lasts = Hours(200) },
            Fight = new Fight { Lasts = Hours(200), AttackerWins = 1, Casualties = [("blue", 2400)] },
        };
        var other = new Front("other")
        {
            Attacker = "red", Defender = "blue", Starts = Moment.After(Span("8:00")), Along = [East(1),
                "bridge"], Pace = new Pace { Advance = Kmh(10) },
            OpensWith = FrontState.StepDown, StandOff = new StandOff { StepDown = Hours(1) },
        };
        var run = Play.Of(Contested(front, "18:00") with { Fronts = [front, other],
            Parties = [new Party("red"), new Party("blue") { Strength = 10_000 }] });
        run.When(HappeningKind.Captured).Should().Equal("d0 08:00");
        run.Tell(HappeningKind.FrontChanged, "north")[^2..].Should().Equal("d0 08:00 Advance", "d0 08:30 Ended");
        if (opens == FrontState.Fight)
            run.Result.Strengths[0].Lost.Should().BeInRange(250, 450, "of three and a half hours of fighting 350 are expected");
        else run.Result.Strengths[0].Lost.Should().Be(0);
    }

    // 30 km from the start, passed at 3:00: what is red's already, or green's, is not red's to take, and nobody's is.
    [Theory]
    [InlineData("red", new[] { "d0 00:00 Advance", "d0 04:30 StandOff" })]
    [InlineData("green", new[] { "d0 00:00 Advance", "d0 04:30 StandOff" })]
    [InlineData(null, new[] { "d0 00:00 Advance", "d0 03:00 red", "d0 04:30 StandOff" })]
    public void A_crossing_in_passing_is_taken_from_the_defender_or_from_nobody(string? holder, string[] told)
    {
        var post = new Crossing("post")
        {
            At = East(-20),
            Lanes = 1,
            Inspection = Minutes(20),
            HeldBy = holder is null ? null : (Each<string>)holder,
        };
        var scenario = Contested(Front() with { Along = [East(-50), "post", "bridge"] },
            "5:00") with { Parties = [new Party("red"), new Party("blue"), new Party("green")] };
        Play.Of(scenario.Plus(post)).TellToTheSecond(HappeningKind.Captured, HappeningKind.FrontChanged).Should().Equal(told);
    }

    // The defender's is contested as a crossing is: 5 km before it, at 2:30.
    [Theory]
    [InlineData("red", new[] { "d0 00:00 Advance", "d0 04:30 StandOff" })]
    [InlineData("green", new[] { "d0 00:00 Advance", "d0 04:30 StandOff" })]
    [InlineData("blue", new[] { "d0 00:00 Advance", "d0 02:30 StandOff" })]
    [InlineData(null, new[] { "d0 00:00 Advance", "d0 03:00 red", "d0 04:30 StandOff" })]
    public void A_front_takes_no_force_of_its_own_or_of_others(string? party, string[] told)
    {
        var force = new Force("force") { At = East(-20), Party = party };
        var scenario = Contested(
            Front() with { Along = [East(-50), "force", "bridge"], OnCapture = new OnCapture { Stock = CapturedStock.Seized } }, "5:00");
        Play.Of(scenario.Plus(force) with { Parties = [new Party("red"), new Party("blue"), new Party("green")] })
            .TellToTheSecond(HappeningKind.Captured, HappeningKind.FrontChanged).Should().Equal(told);
    }

    // A town on the way, 30 km from the start, is taken in passing, at 3:00.
    [Fact]
    public void A_place_that_the_defender_does_not_hold_is_taken_in_passing()
    {
        var scenario = Contested(Front() with { Along = [East(-50), "town", "bridge"] }, "5:00");
        var run = Play.Of(scenario.Place<Town>("town", town => town with { At = East(-20) }));
        run.TellToTheSecond(HappeningKind.Captured, HappeningKind.FrontChanged).Should().Equal(
            "d0 00:00 Advance", "d0 03:00 red", "d0 04:30 StandOff");
    }

    // 30 km to the north, and then to the bridge, 40 km to the east of where it set out. On the globe the hypotenuse of 30
    // km and 40 km is 50 km less 12 cm, so that the stand-off is at 3:00 + 4:30 to the second.
    [Fact]
    public void The_head_moves_along_straight_legs()
    {
        var turn = new GeoPoint(East(30).Longitude, East(-40).Longitude);
        States(Front() with { Along = [East(-40), turn, "bridge"] }, "8:00").Should().Equal("d0 00:00 Advance", "d0 07:30 StandOff");
    }

    // A second front from 2:00 to 6:00 takes half: 20 km by 2:00, 20 km more by 6:00, the last 5 km by 6:30.
    [Fact]
    public void A_second_front_slows_the_first()
    {
        var far = new Front("far") { Attacker = "red", Starts = Moment.After(Span("2:00")), Lasts = Hours(4), Takes = 0.5 };
        var run = Play.Of(Contested(Front(), "8:00") with { Fronts = [Front(), far] });
        run.Tell(HappeningKind.FrontChanged, "far").Should().Equal("d0 02:00 Fight", "d0 06:00 Ended");
        run.TellToTheSecond(HappeningKind.FrontChanged).Should().Contain("d0 06:30 StandOff");
    }

    // Certain to win with all its strength, it wins with half when the draw is below a half.
    [Fact]
    public void A_second_front_scales_the_chance_to_win()
    {
        var far = new Front("far") { Attacker = "red", Starts = Moment.After(Span("5:00")), Takes = 0.5 };
        var scenario = Contested(Front(wins: 1), "15:31") with { Fronts = [Front(wins: 1), far] };
        var captured = Enumerable.Range(1, 40).Select(seed => Play.Of(scenario, (ulong)seed).When(HappeningKind.Captured).Length).ToArray();
        captured.Should().Equal(Enumerable.Range(1, 40).Select(seed =>
            new Simulation((ulong)seed, 0).Stream("attacker-wins/north").Uniform(0) < 0.5 ? 1 : 0));
        captured.Should().Contain(0).And.Contain(1);
    }

    [Fact]
    public void Another_partys_front_takes_nothing_from_it()
    {
        var far = new Front("far") { Attacker = "blue", Starts = Moment.Day(0), Takes = 0.9 };
        Play.Of(Contested(Front(), "5:00") with { Fronts = [Front(), far] }).TellToTheSecond(HappeningKind.FrontChanged).Should()
            .Contain("d0 04:30 StandOff");
    }

    // Nearer than 20 km after 30 km: at 3:00, and from then on.
    [Fact]
    public void Front_distance_turns_when_the_head_is_so_near() =>
        Shut(Front(), FrontWithin(20), "16:00").Should().Equal("d0 03:00 shelling");

    // It withdraws at 6:30, and there is no front any more.
    [Fact]
    public void Front_distance_is_infinite_when_there_is_no_front() =>
        Shut(Front() with { StandOff = new StandOff { Withdrawal = Hours(2) } }, FrontWithin(20), "16:00")
            .Should().Equal("d0 03:00 shelling", "d0 06:30 shelling");

    // 5 km away all the while, it fights from 7:30 to 15:30.
    [Fact]
    public void Fight_distance_is_finite_only_while_it_fights() =>
        Shut(Front(wins: 0), FightWithin(6), "18:00").Should()
            .Equal("d0 07:30 shelling", "d0 15:30 shelling");

    // During the fight it comes on at 1 km/h: from 5 km at 7:30 to 2 km at 10:30.
    [Fact]
    public void Fight_distance_falls_as_the_fight_comes_on() =>
        Shut(Front(wins: 0) with { Pace = new Pace { Advance = Kmh(10), Fighting = Kmh(1) } }, FightWithin(2), "14:00")
            .Should().Equal("d0 10:30 shelling");

    private static string[] States(Front front, string until) =>
        Play.Of(Contested(front, until)).TellToTheSecond(HappeningKind.FrontChanged, HappeningKind.Captured);

    private static string[] Shut(Front front, Condition condition, string until) =>
        Play.Of(Contested(front, until).With(new Closure("shelling") { Close = "bridge", While = condition }))
            .TellToTheSecond(HappeningKind.Closed, HappeningKind.Opened);

    private static Scenario Contested(Front front, string until) =>
        Road().Idle().Bridge(b => b with { HeldBy = "blue" }).With(front).Until(until);

    private static Front Truce(double violated) => Front() with
    {
        StandOff = new StandOff { Ceasefire = Hours(2) }, Ceasefire = new Ceasefire { Lasts = Hours(10), Violated = violated },
    };

    private static Front Front(double wins = 1) => new("north")
    {
        Attacker = "red", Defender = "blue", Starts = Moment.Day(0), Along = [East(-50), "bridge"], Pace = new Pace { Advance = Kmh(10) },
        StandOff = new StandOff { Fight = Hours(3) }, Fight = new Fight { Lasts = Hours(8), AttackerWins = wins },
    };

    private static Condition FrontWithin(int kilometres) => Condition.FrontDistance("bridge").IsBelow(Distance.FromKilometres(kilometres));

    private static Condition FightWithin(int kilometres) => Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(kilometres));

    private static Speed Kmh(int speed) => Speed.FromKilometresPerHour(speed);

    private static Duration Hours(double hours) => TimeSpan.FromHours(hours);
}
