using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>A front whose states are told: each comes at its instant, and nothing else happens.</summary>
public sealed class ScriptTests
{
    [Fact]
    public void Each_state_comes_at_its_instant() => States(Scripted(
        Step("1:00", ScriptAct.Advance), Step("7:00", ScriptAct.Fight), Step("9:30", ScriptAct.Ceasefire), Step("20:00",
            ScriptAct.StandOff),
        Step("22:00", ScriptAct.StepDown)), "30:00").Should().Equal(
        "d0 01:00 Advance", "d0 07:00 Fight", "d0 09:30 Ceasefire", "d0 20:00 StandOff", "d0 22:00 StepDown", "d0 22:00 red");

    // Advancing from 1:00 it is in contact at 5:30 and goes no farther, however long the script says nothing.
    [Fact]
    public void The_head_advances_to_contact_and_stands() =>
        Shut(Scripted(Step("1:00", ScriptAct.Advance)), Condition.FrontDistance("bridge").IsBelow(Distance.FromKilometres(20))).Should()
            .Equal("d0 04:00 far");

    // At 3:00 it has come 20 km, and stands.
    [Fact]
    public void The_head_stands_where_a_stand_off_finds_it()
    {
        var script = Scripted(Step("1:00", ScriptAct.Advance), Step("3:00", ScriptAct.StandOff));
        Shut(script, Condition.FrontDistance("bridge").IsBelow(Distance.FromKilometres(31))).Should().Equal("d0 02:54 far");
        Shut(script, Condition.FrontDistance("bridge").IsBelow(Distance.FromKilometres(29))).Should().BeEmpty();
    }

    // After the capture at 8:00 it goes on: 5 km, to the bridge itself, and 20 km beyond, at 10:30.
    [Fact]
    public void After_a_capture_the_head_goes_on_when_it_is_told_to()
    {
        var script = Scripted(Step("0:00", ScriptAct.Advance), Step("6:00", ScriptAct.Fight), Step("8:00", ScriptAct.Capture),
            Step("8:00", ScriptAct.Advance));
        States(script, "20:00").Should().Equal("d0 00:00 Advance", "d0 06:00 Fight", "d0 08:00 red", "d0 08:00 StandOff",
            "d0 08:00 Advance");
        Shut(script with { Along = [.. script.Along, East(20)] },
            Condition.FrontDistance("bridge").IsBelow(Distance.FromKilometres(10)).Not())
            .Should().Equal("d0 00:00 far", "d0 04:00 far", "d0 09:30 far");
    }

    [Fact]
    public void A_fight_comes_on_at_its_own_pace() =>
        Shut(Scripted(Step("0:00", ScriptAct.Advance),
            Step("6:00", ScriptAct.Fight)) with { Pace = new Pace { Advance = Kmh(10), Fighting = Kmh(1) } },
            Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(2))).Should().Equal("d0 09:00 far");

    [Fact]
    public void A_withdrawal_ends_it_and_takes_the_head_away()
    {
        var script = Scripted(Step("0:00", ScriptAct.Fight), Step("2:00", ScriptAct.Withdrawal));
        States(script, "9:00").Should().Equal("d0 00:00 Fight", "d0 02:00 Withdrawal", "d0 02:00 Ended");
        Shut(script, Condition.FrontDistance("bridge").IsBelow(Distance.FromKilometres(60))).Should().Equal("d0 00:00 far", "d0 02:00 far");
    }

    // What the script names falls, wherever the head is; the other bank's holder stays.
    [Fact]
    public void A_named_place_falls_out_of_turn()
    {
        var script = Scripted(new ScriptStep { At = At("1:00"), Do = ScriptAct.Capture, Place = "town" });
        var scenario = North.Scenario(script with { Along = [East(-50), "bridge", "town"] }, "5:00").Place<Town>("town",
            town => town with { At = East(30) });
        Play.Of(scenario).Result.Story.Where(h => h.Kind == HappeningKind.Captured).Select(h => h.Subject).Should().Equal("town");
    }

    [Fact]
    public void Steps_at_or_beyond_the_end_never_happen() =>
        States(Scripted(Step("1:00", ScriptAct.Fight), Step("5:00", ScriptAct.StepDown), Step("90:00", ScriptAct.Withdrawal)), "5:00")
            .Should().Equal("d0 01:00 Fight");

    [Fact]
    public void Two_steps_at_one_instant_come_in_their_order() =>
        States(Scripted(Step("1:00", ScriptAct.Fight), Step("1:00", ScriptAct.Ceasefire)), "5:00").Should().Equal("d0 01:00 Fight",
            "d0 01:00 Ceasefire");

    // Another front has taken what was left: the step finds nothing, and the run goes on.
    [Fact]
    public void Where_nothing_is_left_a_capture_takes_nothing()
    {
        var first = Scripted(Step("1:00", ScriptAct.Capture));
        var second = new Front("south")
        {
            Attacker = "red", Defender = "blue", Starts = first.Starts, Along = first.Along, Pace =
                first.Pace, Script = [Step("2:00", ScriptAct.Capture)],
        };
        Play.Of(North.Scenario(first, "5:00") with { Fronts = [first, second] }).When(HappeningKind.Captured).Should().Equal("d0 01:00");
    }

    // As an alternative may say of it.
    [Fact]
    public void A_front_that_never_starts_says_nothing() =>
        States(Scripted(Step("1:00", ScriptAct.Fight)) with { Starts = Moment.Never }, "5:00").Should().BeEmpty();

    [Fact]
    public void Local_times_in_a_zone_that_does_not_exist_are_no_crash()
    {
        var step = new ScriptStep { At = Moment.At(new DateTime(2000, 1, 1)), Do = ScriptAct.Fight };
        var scenario = North.Scenario(Scripted(step), "5:00");
        scenario = scenario with { Clock = scenario.Clock with { Zone = "Asia/Nowhere" } };
        scenario.Problems().Select(problem => problem.Path).Should().Equal("clock.zone");
    }

    private static ScriptStep Step(string at, ScriptAct act) => new() { At = At(at), Do = act };

    private static Front Scripted(params ScriptStep[] steps) => Front() with { StandOff = null, Fight = null, Script = [.. steps] };

    private static string[] Shut(Front front, Condition condition) =>
        Play.Of(North.Scenario(front, "16:00").With(new Closure("far") { Close = "bridge", While = condition }))
            .TellToTheSecond(HappeningKind.Closed, HappeningKind.Opened);
}
