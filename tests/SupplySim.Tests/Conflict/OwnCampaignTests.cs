using SupplySim.Conflict;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>A record of one's own in place of the rules built in.</summary>
public sealed class OwnCampaignTests
{
    [Fact]
    public void It_does_what_it_says_at_the_instants_it_says() => States(Owned(new Raid("north", Hours: 2)), 1).Should().Equal(
        "d0 01:00 Advance", "d0 05:30 Fight", "d0 07:30 red", "d0 07:30 Ended");

    // What it does is told to conditions and to what is near, as with the rules built in: the bridge and its two roads are shut at 4:00 by
    // the front and, in the fight, the bridge by shelling too, which is the last to go.
    [Fact]
    public void Conditions_and_influence_follow_it()
    {
        var scenario = Owned(new Raid("north", Hours: 2));
        scenario = scenario.With(
            scenario.Fronts[0] with { Influence = new Influence { Closed = new ShutZone { Within = Distance.FromKilometres(20) } } })
            .With(new Closure("shelling")
            {
                Close = "bridge",
                While = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(6)),
            });
        Play.Of(scenario).TellToTheSecond(HappeningKind.Closed, HappeningKind.Opened).Should().Equal(
            "d0 04:00 north", "d0 04:00 north", "d0 04:00 north", "d0 07:30 north", "d0 07:30 north", "d0 07:30 shelling");
    }

    [Fact]
    public void Losses_beyond_what_there_is_are_no_losses()
    {
        var scenario = Owned(new Massacre("north")) with
        {
            Parties = [new Party("red") { Equipment = [("tank", 3)], Strength = 10 }, new Party("blue")],
        };
        var run = Play.Of(scenario);
        run.Result.Equipment.Should().Equal(new EquipmentTotal("red", "tank", 3, 0, 3, null));
        run.Result.Strengths.Should().Equal(new StrengthTotal("red", 10, 10));
    }

    [Fact]
    public void A_campaign_has_a_front_of_its_own()
    {
        var scenario = Owned(new Raid("north", 1));
        Told(scenario with { Campaigns = [new Raid("south", 1)] }).Should().Contain("campaigns[0].front: there is no front 'south'");
        Told(scenario with { Campaigns = [new Raid("north", 1), new Raid("north", 2)] }).Should()
            .Contain("campaigns[1].front: 'north' has a campaign already");
    }

    // A campaign of an hour at a distant front takes half of red's strength from 1:00 to 2:00: the other's head is half an hour late.
    [Fact]
    public void What_a_distant_front_takes_it_takes_whoever_fights_it()
    {
        var far = new Front("far") { Attacker = "red", Starts = At("1:00"), Takes = 0.5 };
        var scenario = North.Scenario(Front(), "6:00") with { Fronts = [Front(), far], Campaigns = [new Skirmish("far")] };
        Play.Of(scenario).TellToTheSecond(HappeningKind.FrontChanged).Should().Equal(
            "d0 00:00 Advance", "d0 01:00 Fight", "d0 02:00 Ended", "d0 05:00 StandOff");
    }

    // Two runs of one record do not know of each other.
    [Fact]
    public void The_same_seed_gives_the_same_run() => Play.Of(Owned(new Raid("north", 2))).Result.OutcomeFingerprint.Should()
        .Be(Play.Of(Owned(new Raid("north", 2))).Result.OutcomeFingerprint);

    private static string[] Told(Scenario scenario) => [.. scenario.Problems().Select(problem => $"{problem.Path}: {problem.Message}")];

    private static string[] States(Scenario scenario, ulong seed) => North.States(scenario, seed);

    private static Scenario Owned(Campaign campaign) =>
        North.Scenario(Front() with { Starts = At("1:00"), StandOff = null, Fight = null }, "12:00") with { Campaigns = [campaign] };

    private sealed record Raid(string Front, double Hours) : Campaign(Front)
    {
        public override async Process Unfold(FrontCourse course)
        {
            course.StandAt(course.Front.Along[0]);
            course.Enter(FrontState.Advance);
            await course.Advance("bridge", course.Front.Contact);
            course.Enter(FrontState.Fight);
            await course.Wait(TimeSpan.FromHours(Hours));
            course.Capture("bridge");
            course.Vanish();
            course.Enter(FrontState.Ended);
        }
    }

    private sealed record Skirmish(string Front) : Campaign(Front)
    {
        public override async Process Unfold(FrontCourse course)
        {
            course.Enter(FrontState.Fight);
            await course.Wait(TimeSpan.FromHours(1));
            course.Enter(FrontState.Ended);
        }
    }

    private sealed record Massacre(string Front) : Campaign(Front)
    {
        public override async Process Unfold(FrontCourse course)
        {
            await course.Wait(TimeSpan.FromHours(1));
            course.Lose("red", "tank", 2).Should().Be(2);
            course.Lose("red", "tank", 2).Should().Be(1);
            course.Casualties("red", 100).Should().Be(10);
            course.AttackerStrength.Should().Be(0);
            course.ForceRatio.Should().Be(0.01);
        }
    }
}
