using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>What is told and false: it is believed until it is taken back or somebody sees the truth.</summary>
/// <remarks>The truck sets out at 0:30; the bridge is an hour away, round it takes three.</remarks>
public sealed class RumourTests
{
    private static readonly Closure Flood = Closed("bridge", "0:10", "90:00");

    // Shut since 0:10 and said to be open from 0:20 on. It is at the bridge at 1:30, sees and tells the truth, is back at 2:30, and
    // round it by 5:30. Who knows better goes round at once.
    [Theory]
    [InlineData(Knowledge.Reported, "d0 06:00")]
    [InlineData(Knowledge.Perfect, "d0 04:00")]
    public void Who_believes_that_it_is_open_meets_the_truth_on_the_road(Knowledge knowledge, string arrived) =>
        Play.Of(Round(knowledge).With(Flood, Told(Said.Open, "0:20", "50:00"))).When(HappeningKind.Arrived).Should().Equal(arrived);

    // Confirmed at 0:20, taken back at 0:50, on its way: it turns round half-way, at 1:00, is back at 1:30 and round it by 4:30.
    [Fact]
    public void What_is_taken_back_is_told_and_what_was_heard_last_is_believed()
    {
        var scenario = Round().Plus(new Town("half-way"), Leg("depot", "half-way", 30), Leg("half-way", "bridge", 30));
        scenario = scenario with { Routes = scenario.Routes.RemoveAt(0) };
        var run = Play.Of(scenario.With(Flood, Told(Said.Open, "0:20", "0:30")));
        run.Tell(HappeningKind.Reported, "bridge").Should().Equal("d0 00:20 open", "d0 00:50 taken back, it is shut");
        run.When(HappeningKind.Arrived).Should().Equal("d0 05:00");
        Play.Of(Round().With(Flood, Told(Said.Open, "0:20", "0:09"))).When(HappeningKind.Arrived).Should().Equal("d0 04:00");
    }

    // Open, and said to be shut from 0:20 to 1:20: who does not set out towards what is shut stays so long.
    [Fact]
    public void Who_believes_that_it_is_shut_stays_until_that_is_taken_back()
    {
        var scenario = Road() with { Policies = new Policies { Dispatch = new StayAtBase() } };
        Play.Of(scenario.With(Told(Said.Shut, "0:20", "1:00"))).Legs("depot", "bridge").Should().Equal("d0 01:20 x1");
        Play.Of(scenario.With(Told(Said.Shut, "0:20", "1:00"), Told(Said.Open, "0:25", "9:00", id: "later"))).Legs("depot", "bridge")
            .Should().Equal("d0 00:30 x1");
    }

    // Said to be shut from 0:20 to 2:00, truly shut from 0:40 to 9:00, which is heard and kept for later.
    [Fact]
    public void What_is_heard_meanwhile_counts_once_it_is_taken_back()
    {
        var scenario = Road() with { Policies = new Policies { Dispatch = new StayAtBase() } };
        Play.Of(scenario.With(Told(Said.Shut, "0:20", "1:40"), Closed("bridge", "0:40", "8:20"))).Legs("depot", "bridge").Should()
            .Equal("d0 09:00 x1");
        Play.Of(scenario.With(Told(Said.Open, "0:05", "2:00"), Closed("bridge", "0:10", "8:50"))).Legs("depot", "bridge").Should()
            .Equal("d0 00:30 x1");
    }

    // News of the closure of 0:10 comes at 6:10; the truck has seen and told it at 1:30, and the opening at 2:00 comes at 8:00.
    [Fact]
    public void News_from_before_somebody_saw_for_himself_counts_no_longer()
    {
        var late = Round() with { Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(6) } } };
        var run = Play.Of(late.With(Closed("bridge", "0:10", "1:50"), Told(Said.Shut, "0:12", "0:03")));
        run.When(HappeningKind.Arrived).Should().Equal("d0 06:00");
    }

    [Fact]
    public void A_route_is_misreported_like_a_crossing() =>
        Play.Of(Round().With(Closed("depot - bridge", "0:10", "90:00"), Told(Said.Open, "0:20", "50:00", "depot - bridge")))
            .When(HappeningKind.Arrived).Should().Equal(["d0 04:00"], "it sees at the depot that the road is shut");

    // Each closing is denied with a chance; each denial costs a journey.
    [Fact]
    public void Closings_are_denied_by_chance()
    {
        var scenario = Daily().Detour(180) with { Clock = new Clock { Length = TimeSpan.FromDays(60) } };
        Scenario With(double chance) => scenario.With(
            new Closure("flood") { Close = "bridge", Every = TimeSpan.FromHours(12), For = TimeSpan.FromHours(12) },
            new Rumour("denial") { Report = "bridge", Says = Said.Open, When = Condition.Open("bridge").Not(), Chance = chance,
                For = TimeSpan.FromHours(6) });
        int Denials(double chance) =>
            Play.Of(With(chance)).Tell(HappeningKind.Reported).Count(told => told.EndsWith(" open") && !told.Contains("back"));
        Denials(0).Should().Be(0);
        Denials(1).Should().Be(60);
        Denials(0.5).Should().BeInRange(15, 45);
    }

    // It says what is so, or nothing for no time, or nobody listens.
    [Fact]
    public void A_rumour_that_is_true_or_not_believed_changes_nothing()
    {
        var plain = Play.Of(Round().With(Flood)).Result.OutcomeFingerprint;
        Play.Of(Round().With(Flood, Told(Said.Shut, "0:20", "50:00"))).Result.OutcomeFingerprint.Should().Be(plain);
        Play.Of(Round().With(Flood, Told(Said.Open, "0:20", "0:00"))).Result.OutcomeFingerprint.Should().Be(plain);
        Play.Of(Round(Knowledge.Perfect).With(Flood, Told(Said.Open, "0:20", "50:00"))).Result.OutcomeFingerprint.Should().Be(plain);
        Play.Of(Round().With(Flood, Told(Said.Open, "0:20", "50:00") with { To = ["military"] })).Result.OutcomeFingerprint
            .Should().Be(plain);
    }

    // Learned at once instead of ten hours later.
    [Fact]
    public void Perfect_knowledge_is_not_late()
    {
        var late = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(10) } };
        var scenario = Road().Detour(180).With(Flood);
        Play.Of(scenario with { Policies = late with { Knowledge = Knowledge.Perfect } }).When(HappeningKind.Arrived).Should()
            .Equal("d0 04:00");
        Play.Of(scenario with { Policies = late }).When(HappeningKind.Arrived).Should().Equal("d0 14:40");
    }

    private static Scenario Round(Knowledge knowledge = Knowledge.Reported) =>
        Road().Detour(180) with { Policies = new Policies { Knowledge = knowledge } };

    private static Rumour Told(Said says, string at, string lasts, string what = "bridge", string id = "truce") =>
        new(id) { Report = what, Says = says, At = Moment.After(Span(at)), For = Span(lasts) };
}
