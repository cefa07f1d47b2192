using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>What those do who wait at a crossing that is closed, and those who come to it.</summary>
/// <remarks>Two trucks are at the bridge at 1:30; the first is in the lane until 1:50.</remarks>
public sealed class QueueRuleTests
{
    [Fact]
    public void Who_keeps_its_place_goes_on_when_it_opens() =>
        Play.Of(Two().With(Closed("bridge", "1:40", "3:00") with { Queue = QueueRule.Keep })).When(HappeningKind.Arrived, "town").Should()
            .Equal("d0 03:20", "d0 06:30");

    // The second leaves at 1:40, is at the depot at 2:40 and unloaded at 3:10; its crate lies there, and is at the town no longer
    // expected.
    [Fact]
    public void Who_disperses_brings_back_what_it_carries_and_it_is_stock_again()
    {
        var run = Play.Of(Two().With(Closed("bridge", "1:40", "3:00") with { Queue = QueueRule.Disperse }).Until("9:00"));
        run.When(HappeningKind.Dispersed).Should().Equal("d0 01:40");
        run.When(HappeningKind.Arrived, "depot").Should().Equal("d0 03:10");
        run.When(HappeningKind.Arrived, "town").Should().Equal("d0 03:20");
        run.Stock("depot", "crate").Amount.Should().Be(1);
        run.Stock("town", "crate").OnOrder.Should().Be(0);
        run.Vehicles("trucks").Should().Be("2 0 0 0");
        run.Waits("bridge").Should().Be("physical 0:20, lane 0:10",
            "one waited from 1:30 to 1:40 for the lane, the other on its way home, from 4:20 to 4:40");
    }

    // Already gone back when it opens again: what it brings is not turned round on the way.
    [Fact]
    public void Who_has_dispersed_does_not_turn_round_when_it_opens()
    {
        foreach (var policy in (DivertPolicy[])[new Hold(), new ToNeed(), new Return()])
        {
            var scenario = Two().With(Closed("bridge", "1:40", "0:10") with { Queue = QueueRule.Disperse }).Until("9:00");
            Play.Of(scenario with { Policies = new Policies { Divert = policy } }).When(HappeningKind.Arrived, "depot").Should()
                .Equal(["d0 03:10"], policy.GetType().Name);
        }
    }

    // Shut from 1:00: both are sent away as they come; the column as a whole.
    [Fact]
    public void Who_comes_while_it_is_shut_disperses_too()
    {
        var run = Play.Of(Two().With(Closed("bridge", "1:00", "3:00") with { Queue = QueueRule.Disperse }).Until("3:30"));
        run.When(HappeningKind.Dispersed).Should().Equal("d0 01:30", "d0 01:30");
        run.When(HappeningKind.Arrived, "depot").Should().Equal("d0 03:00", "d0 03:00");
        run.Stock("depot", "crate").Amount.Should().Be(2);
    }

    // Of a column one vehicle is in the lane: it does not part.
    [Fact]
    public void A_column_that_has_begun_to_pass_keeps_its_place()
    {
        var column = Two().Fleet("trucks",
            fleet => fleet with { Convoy = new ConvoyRules { Size = new SizeRange(2, 2), Wait = TimeSpan.FromDays(1) } });
        Play.Of(column.With(Closed("bridge", "1:40", "3:00") with { Queue = QueueRule.Disperse })).When(HappeningKind.Dispersed)
            .Should().BeEmpty();
    }

    // On its way home it brings nothing, and waits.
    [Fact]
    public void Who_carries_nothing_keeps_its_place() =>
        Play.Of(Road().Place<Depot>("depot", depot => depot with { Unloading = Minutes(30) })
            .With(Closed("bridge", "4:10", "3:00") with { Queue = QueueRule.Disperse })).When(HappeningKind.Dispersed).Should().BeEmpty();

    // Strangers of one traffic come each half hour and are gone, from 1:00 to 2:55; the others wait.
    [Fact]
    public void Only_the_traffic_it_binds_disperses()
    {
        var scenario = Road().Idle()
            .Plus(Traders(Each("0:30"))) with { Measures = [new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }] };
        var run =
            Play.Of(scenario.With(Closed("bridge", "0:55", "2:00") with { Queue = QueueRule.Disperse, To = ["commercial"] }).Until("5:15"));
        run.When(HappeningKind.Dispersed).Should().Equal("d0 01:00", "d0 01:30", "d0 02:00", "d0 02:30");
        run.Result["passed", "bridge"].Should().Be(5, "one at 0:30 and those from 3:00 to 4:30 are through; the one of 5:00 is not");
        Play.Of(scenario.With(Closed("bridge", "0:55", "2:00") with { Queue = QueueRule.Disperse, To = ["aid"] }).Until("5:15"))
            .When(HappeningKind.Dispersed).Should().BeEmpty();
    }

    // News takes ten hours. Who keeps its place is diverted when they come; who is told to divert tells it himself, at 1:30.
    [Theory]
    [InlineData(QueueRule.Keep, "d0 11:00")]
    [InlineData(QueueRule.Divert, "d0 01:30")]
    public void Who_is_to_divert_tells_what_it_sees_and_asks_the_policy(QueueRule rule, string diverted)
    {
        var scenario = Two().Plus(new Depot("store") { Docks = 10, Unloading = Minutes(30) }, Leg("depot", "store", 30)) with
        {
            Policies = new Policies { Divert = new ToNeed(), Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(10) } },
        };
        var run = Play.Of(scenario.With(Closed("bridge", "1:00", "40:00") with { Queue = rule }).Until("20:00"));
        run.Tell(HappeningKind.Diverted).Should().Equal($"{diverted} town to depot: 1 crate", $"{diverted} town to depot: 1 crate");
        run.Stock("depot", "crate").Amount.Should().Be(2);
    }

    [Fact]
    public void What_is_sent_away_needs_a_time_for_unloading_where_it_was_loaded() =>
        Road().With(Closed("bridge", "1:00", "3:00") with { Queue = QueueRule.Disperse }).Problems().Should().ContainSingle().Which
            .ToString().Should()
            .Contain("disruptions.flood.queue").And
            .Contain("nothing says how long unloading takes there; give 'depot' a time for 'unloading'");

    [Fact]
    public void Of_a_traffic_that_is_not_sent_away_nothing_is_asked() =>
        Road().Plus(new Fleet("lorries") { Traffic = "military", Base = "depot", Count = 1, Carries = Mass.FromTonnes(10) })
            .With(Closed("bridge", "1:00", "3:00") with { Queue = QueueRule.Disperse, To = ["military"] }).Problems().Should().BeEmpty();

    private static Scenario Two() =>
        Road(2).Place<Depot>("depot", depot => depot with { Unloading = Minutes(30), Stock = Crates(2) });
}
