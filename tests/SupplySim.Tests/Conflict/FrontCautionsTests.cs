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
