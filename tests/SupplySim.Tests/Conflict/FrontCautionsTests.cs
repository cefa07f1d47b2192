using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>What is said of a front and can have no effect is told before the run.</summary>
public sealed class FrontCautionsTests
{
    private static readonly Front Far = new("far") { Attacker = "red", Starts = Moment.Day(0), Takes = 0.3 };

    [Fact]
    public void A_front_whose_every_word_acts_is_not_told_of() =>
        Told(Front() with { ForceRatio = new ForceRatio { Fight = 1 } }, Far).Should().BeEmpty();

    [Fact]
    public void Strength_that_nobody_misses() =>
        Told(Far).Should().Equal("fronts.far.takes: no other front hangs on the strength of 'red'");

    [Fact]
    public void Strength_taken_by_an_advance() =>
        Told(Front() with { Takes = 0.3 }).Should()
            .Equal("fronts.north.takes: only a distant front takes strength from others, and this one has an 'along'");

    [Fact]
    public void A_ratio_that_stays_as_it_is() => Told(Front() with { ForceRatio = new ForceRatio { Fight = 1 } }).Should()
        .Equal("fronts.north.force-ratio: nothing changes the strength of either side, so the ratio is 1 all the time");

    [Fact]
    public void A_power_for_what_never_comes() => Told(Front() with { ForceRatio = new ForceRatio { Withdrawal = 1 } }, Far).Should()
        .Equal("fronts.north.force-ratio.withdrawal: a stand-off never ends in that way");

    [Fact]
    public void A_night_that_never_falls() =>
        Told(Front() with { Pace = Front().Pace! with { Night = 0.5 } }, daylight: SupplySim.Quantities.Hours.Always).Should()
            .Equal("fronts.north.pace.night: it is light all the time");

    [Fact]
    public void Talks_for_nothing() =>
        Told(Truce(new Talks { Every = Hours(9), Accepted = 0 })).Should().Equal("fronts.north.talks.accepted: no offer is ever accepted");

    [Fact]
    public void Cooling_that_nobody_needs() =>
        Told(Truce(new Talks { Every = Hours(9), Accepted = 1, Cooling = Hours(1) })).Should()
            .Equal("fronts.north.talks.cooling: no offer is ever refused");

    [Fact]
    public void A_renewal_of_what_never_holds() =>
        Told(Front() with { OpensWith = FrontState.Ceasefire, Ceasefire = new Ceasefire { Lasts = Hours(9), Violated = 1, Renewed = 0.5 } })
            .Should().Equal("fronts.north.ceasefire.renewed: no ceasefire holds, so none is renewed");

    [Fact]
    public void An_ultimatum_after_the_end() =>
        Told(
            Front() with { StandOff = new StandOff
            {
                Fight = Hours(9),
                Deadline = new Deadline { At = Moment.Day(400), Do = FrontState.Fight },
            } })
            .Should().Equal("fronts.north.stand-off.deadline.at: day 400, when the front is not under way");

    [Fact]
    public void A_step_after_the_end() =>
        Told(Front() with { StandOff = null, Fight = null, Script = [new ScriptStep { At = Moment.Day(400), Do = ScriptAct.Fight }] })
            .Should().Equal("fronts.north.script[0].at: day 400 is after the end of the run");

    [Fact]
    public void Influence_on_what_lies_nowhere()
    {
        var far = Far with { Takes = 0, At = East(0),
            Influence = new Influence { Closed = new ShutZone { Within = Distance.FromKilometres(9) } } };
        var scenario = North.Scenario(far, "9:00").Bridge(bridge => bridge with { At = null });
        Told(scenario).Should().Equal("fronts.far.influence: nobody says where any crossing or road lies, so nothing is ever near");
    }

    // A depot has no holder, and falls as the head comes there.
    [Fact]
    public void A_contest_that_never_comes()
    {
        Told(North.Scenario(Front(), "99:00").Bridge(bridge => bridge with { HeldBy = null })).Should().Equal(
            "fronts.north.stand-off: nothing on its way is held by 'blue', so nothing is ever contested and 'stand-off' and 'fight' never "
                + "act: 'bridge' falls as the head comes there");
        var standOff = new StandOff { StepDown = Hours(9) };
        var scenario = North.Scenario(Front() with { Along = [East(-50), "depot"], Fight = null, StandOff = standOff }, "99:00")
            .Place<Depot>("depot", depot => depot with { At = East(0) });
        Told(scenario).Should().Equal("fronts.north.stand-off: nothing on its way is held by 'blue', so nothing is ever contested and "
            + "'stand-off' never acts: 'depot' falls as the head comes there");
        Told(scenario.With(scenario.Fronts[0] with { StandOff = null })).Should().BeEmpty("it needs none");
    }

    // Another front may give the bridge to blue before this one comes; and a force of blue's is contested.
    [Fact]
    public void A_contest_that_may_come_is_not_told_of()
    {
        var scenario = North.Scenario(Front(), "99:00").Bridge(bridge => bridge with { HeldBy = "red" });
        var other = Front() with { Id = "other", Attacker = "blue", Defender = "red" };
        Told(scenario.With(Front(), other)).Should().BeEmpty();
        Told(scenario).Should().ContainSingle();
        Told(scenario.Plus(new Force("post") { At = East(-9), Party = "blue" })
            .With(Front() with { Along = [East(-50), "post"] })).Should().BeEmpty();
    }

    [Fact]
    public void A_captor_of_whom_nobody_says_whom_it_lets_pass()
    {
        var scenario = Supplied().Bridge(bridge => bridge with { Passage = [("blue", [("military", Permission.Yes)])] });
        Said(scenario).Should().Equal("places.bridge.passage: 'red' holds 'bridge' once 'north' has taken it, and nothing is said of whom "
            + "it lets pass: everybody > give 'passage' an entry for it, such as 'red: {military: no}'; traffic that an entry does not "
            + "name does not pass");
        Said(scenario.Bridge(bridge => bridge with { Passage = [("blue", [("military", Permission.Yes)]),
            ("red", [("military", Permission.No)])] })).Should().BeEmpty();
    }

    // Without any passage only where it is the one way for a force of the defender.
    [Fact]
    public void A_captured_bridge_behind_which_the_defender_stands()
    {
        Said(Supplied()).Should().ContainSingle().Which.Should().Contain("everybody, supply for 'post' of 'blue' too >");
        Said(Supplied().Detour("post", 300)).Should().BeEmpty();
        Said(Supplied().Place<Force>("post", post => post with { Party = "red" })).Should().BeEmpty();
    }

    [Fact]
    public void A_captured_depot_that_goes_on_serving_the_other_side()
    {
        var front = Front() with { Along = [East(-50), "depot"], StandOff = null, Fight = null };
        var scenario = Supplied().Place<Depot>("depot", depot => depot with { At = East(0) }).With(front);
        Told(scenario).Should().Equal("fronts.north.on-capture: what lies at 'depot' is kept when the front has taken it, so 'road' goes "
            + "on bringing it from there to 'post', a force of 'blue'");
        Told(scenario.With(front with { OnCapture = new OnCapture { Stock = CapturedStock.Seized } })).Should().BeEmpty();
        Told(scenario.Place<Force>("post", post => post with { Party = "red" })).Should().BeEmpty();
    }

    // A post of blue's is supplied over the bridge that blue holds.
    private static Scenario Supplied()
    {
        var road = Road();
        return North.Scenario(Front(), "99:00") with
        {
            Places = [road.Places[0], road.Places[1], new Force("post") { Party = "blue", Needs = [("crate", Each("9:00"))], Docks = 10,
                Unloading = Minutes(30) }],
            Routes = [Leg("depot", "bridge", 60), Leg("bridge", "post", 60)],
            Fleets = [road.Fleets[0] with { Traffic = "military" }],
            SupplyLines = [road.SupplyLines[0] with { To = "post" }],
        };
    }

    private static string[] Said(Scenario scenario)
    {
        scenario = scenario.Bridge(bridge => bridge with { HeldBy = "blue" });
        scenario.Problems().Should().BeEmpty();
        return [.. scenario.Cautions().Where(one => one.Path.EndsWith("passage", StringComparison.Ordinal))
            .Select(one => $"{one.Path}: {one.Message} > {one.Help}")];
    }

    private static Front Truce(Talks talks) => Front() with { Ceasefire = new Ceasefire { Lasts = Hours(9) }, Talks = talks };

    private static string[] Told(Front front, Front? other = null, SupplySim.Quantities.Hours? daylight = null)
    {
        var scenario = North.Scenario(front, "99:00");
        return Told(scenario with
        {
            Fronts = other is null ? scenario.Fronts : scenario.Fronts.Add(other),
            Defaults = daylight is null ? scenario.Defaults : scenario.Defaults with { Daylight = daylight },
        });
    }

    private static string[] Told(Scenario scenario)
    {
        scenario.Problems().Should().BeEmpty();
        return [.. scenario.Cautions().Where(one => one.Path.StartsWith("fronts", StringComparison.Ordinal))
            .Select(one => $"{one.Path}: {one.Message}")];
    }
}
