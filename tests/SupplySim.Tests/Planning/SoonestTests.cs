using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>Routing that reckons with the queues that are known: two crossings side by side share what comes.</summary>
/// <remarks>
/// <code>
/// depot --- 50 km, 50 min --- bridge --- 60 km, 1 h --- town       inspection 45 min in either, one lane each way
///       --- 51 km, 51 min --- ford   --- 60 km, 1 h ---
/// </code>
/// One dock at the depot: trucks set out at 0:30, 1:00, 1:30 and so on, two in the time in which a lane is done with one and a half.
/// </remarks>
public sealed class SoonestTests
{
    // 0:30 at 1:20, inspected to 2:05; 1:00 at 1:50, to 2:50; 1:30 at 2:20, to 3:35: nobody waited when they set out. At 2:00 and 2:30 one
    // waits at the bridge, which is 45 min for a minute: to the ford, at 2:51, to 3:36, and at 3:21. At 3:00 nobody waits at the bridge, as
    // at 3:30; at the ford one does.
    [Fact]
    public void Who_sets_out_goes_where_it_is_expected_to_be_through_first()
    {
        var run = Play.Of(Bridges(7));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1", "d0 01:00 x1", "d0 01:30 x1", "d0 03:00 x1", "d0 03:30 x1");
        run.Legs("depot", "ford").Should().Equal("d0 02:00 x1", "d0 02:30 x1");
        // Through at 2:05, 2:50, 3:35, 3:36, 4:21, 4:35 (came at 3:50), 5:20 (came at 4:20); then an hour, and half an hour of unloading.
        run.When(HappeningKind.Arrived, "town").Should().Equal(
            "d0 03:35", "d0 04:20", "d0 05:05", "d0 05:06", "d0 05:51", "d0 06:05", "d0 06:50");
        // 15 + 30 + 15 at the bridge, and 15 at the ford.
        (run.Waits("bridge"), run.Waits("ford")).Should().Be(("lane 1:00", "lane 0:15"));
    }

    [Fact]
    public void The_fastest_way_knows_no_queues()
    {
        var run = Play.Of(Bridges(7, routing: new Fastest()));
        run.Legs("depot", "bridge").Should().HaveCount(7);
        run.Waits("bridge").Should().Be("lane 5:15", "each waits 15 min longer than the one before");
    }

    // Known an hour late: at 2:00 and 2:30 nobody waited an hour ago. At 3:00, 3:30 and 4:00 one did at the bridge, and at the ford
    // nobody has been seen yet: all go there.
    [Fact]
    public void With_a_lag_more_go_before_the_queue_is_known_and_turn_to_the_other_way_together()
    {
        var run = Play.Of(Bridges(8, "1:00"));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1", "d0 01:00 x1", "d0 01:30 x1", "d0 02:00 x1", "d0 02:30 x1");
        run.Legs("depot", "ford").Should().Equal("d0 03:00 x1", "d0 03:30 x1", "d0 04:00 x1");
    }

    [Fact]
    public void Who_knows_everything_knows_the_queue_of_this_instant()
    {
        var scenario = Bridges(7, "1:00");
        var run = Play.Of(scenario with { Policies = scenario.Policies with { Knowledge = Knowledge.Perfect } });
        run.Legs("depot", "ford").Should().Equal("d0 02:00 x1", "d0 02:30 x1");
    }

    // One who waits is worth 45 min. At 2:00 the ford costs as much more.
    [Theory]
    [InlineData(94, 1)]
    [InlineData(95, 0)]
    [InlineData(96, 0)]
    public void A_way_is_taken_for_a_queue_where_it_is_shorter_than_the_wait(int minutesToFord, int legs) =>
        Play.Of(Bridges(4, toFord: minutesToFord)).Legs("depot", "ford").Should().HaveCount(legs);

    // The way over the bridge is 155 min without waits, the one over the ford 1 min longer.
    [Theory]
    [InlineData(1.01, 1)]
    [InlineData(1.0, 0)]
    public void No_way_is_taken_that_is_longer_than_the_longest(double longest, int legs)
    {
        var scenario = Bridges(4);
        scenario = scenario with { Policies = scenario.Policies with { Reroute = new Reroute { Longest = longest } } };
        Play.Of(scenario).Legs("depot", "ford").Should().HaveCount(legs);
    }

    // From 0:01 on an inspection takes three times as long: one who waits at 2:00 is worth 135 min, and the ford is 100 min longer.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    public void What_slows_inspections_counts(int times, int legs) => Play.Of(Bridges(4, toFord: 150).With(
        new Slowdown("slow") { Slow = "bridge", At = Moment.After(Span("0:01")), For = Span("200:00"), Inspection = times }))
        .Legs("depot", "ford").Should().HaveCount(legs);

    // Inspected for a minute, and then searched for two hours in the one bay, which takes the first at 1:21; the second waits for it
    // from 1:51 on, and the third from 2:21 on: whoever sets out from 2:00 on goes to the ford, which is 50 min longer.
    [Theory]
    [InlineData(1, 4)]
    [InlineData(9, 0)]
    public void Who_waits_for_a_search_counts(int bays, int legs)
    {
        var search = new SecondarySearch { Share = 1, Takes = Minutes(120), Bays = bays };
        var scenario = Bridges(7, toFord: 100).Place<Crossing>("bridge", bridge => bridge with { Inspection = Minutes(1), Secondary = search });
        Play.Of(scenario).Legs("depot", "ford").Should().HaveCount(legs);
    }

    // Its hours begin at six, and for some days it is open all the time.
    [Fact]
    public void Hours_that_are_extended_count()
    {
        var scenario = Bridges(7).Place<Crossing>("ford", ford => ford with { Hours = OpenFrom(6) });
        Play.Of(scenario.With(new Opening("night") { Open = "ford", At = Moment.After(Span("0:01")), For = Span("99:00") }))
            .Legs("depot", "ford").Should().Equal("d0 02:00 x1", "d0 02:30 x1");
    }

    // News comes at once from 1:45 on, and not after an hour.
    [Fact]
    public void Queues_are_known_sooner_once_news_comes_sooner()
    {
        var (before, after) = (Bridges(7, "1:00"), Bridges(7));
        Play.Of(before, after, Moment.After(Span("1:45"))).Legs("depot", "ford").Should().Equal("d0 02:00 x1", "d0 02:30 x1");
    }

    // A lane of two is lost: one who waits is worth 45 min and not half of that.
    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(0.5, 1)]
    public void The_lanes_that_work_count(double lanes, int legs)
    {
        var scenario = Bridges(6, toFord: 80).Place<Crossing>("bridge", bridge => bridge with { Lanes = Each<int>.Of(("in", 2), ("out", 9)) })
            .Place<Depot>("depot", depot => depot with { Docks = 3 })
            .With(new Restriction("jam") { Limit = "bridge", At = Moment.After(Span("0:01")), For = Span("200:00"), Lanes = lanes });
        // Three set out at 0:30 and three at 1:00, when nobody has come yet; at 1:30 one or two wait.
        Play.Of(scenario.Line("road", line => line with { UpTo = Crates(7) }).Fleet("trucks", fleet => fleet with { Count = 7 }))
            .Legs("depot", "ford").Should().HaveCount(legs);
    }

    // Shut from the start and known: whoever waits, all go over the bridge.
    [Fact]
    public void Nobody_goes_to_a_crossing_that_is_known_to_be_shut_for_want_of_a_queue() =>
        Play.Of(Bridges(7).With(Closed("ford", "0:10", "200:00"))).Legs("depot", "ford").Should().BeEmpty();

    // Shut from 1:10 to 4:00, as announced. At 2:00 two wait there, from 1:20 and 1:50: beyond the bridge at 4:00 and 3 x 45 min, 6:15; the
    // ford is as soon 210 min away. Who set out at 1:30, when one waited, is beyond the bridge at 5:30: as soon as by a ford 195 min away.
    [Theory]
    [InlineData(209, 1)]
    [InlineData(211, 0)]
    public void At_a_crossing_that_opens_as_announced_those_go_first_who_wait_there_already(int minutesToFord, int legs)
    {
        var closure = Closed("bridge", "1:10", "2:50") with { Announced = Span("2:50") };
        Play.Of(Far(Bridges(4, toFord: minutesToFord)).With(closure)).Legs("depot", "ford").Should().HaveCount(legs);
    }

    // Open from six. At 4:00 two wait at the bridge: 4:50 and 90 min, 6:20. At 4:30 two, at 5:00 two: 6:50, 7:20; at the ford one,
    // 6:45.
    [Fact]
    public void The_wait_for_opening_hours_counts() => Play.Of(Bridges(10).Place<Crossing>("ford", ford => ford with { Hours = OpenFrom(6) }))
        .Legs("depot", "ford").Should().Equal("d0 04:00 x1", "d0 04:30 x1", "d0 05:00 x1");

    // The bridge shuts from three to six. At 2:00 one waits: at 2:50 there, 10 min of its 45 until three, and 35 from six on.
    [Theory]
    [InlineData(274, 1)]
    [InlineData(276, 0)]
    public void A_queue_stands_while_the_crossing_is_shut_for_the_night(int minutesToFord, int legs) =>
        Play.Of(Far(Bridges(4, toFord: minutesToFord)).Place<Crossing>("bridge", bridge => bridge with { Hours = NotFromThreeToSix }))
            .Legs("depot", "ford").Should().HaveCount(legs);

    // Traders at 0:25, 1:15 and 2:05, 100 min each. At 1:30 one of them waits, and a truck that has come at 1:20. Where traders
    // may not pass the truck is inspected and nobody is in the way.
    [Theory]
    [InlineData(Permission.Yes, 194, 1)]
    [InlineData(Permission.Yes, 196, 0)]
    [InlineData(Permission.No, 51, 0)]
    public void Strangers_in_the_queue_count_where_they_may_pass(Permission traders, int minutesToFord, int legs)
    {
        var scenario = Far(Bridges(3, toFord: minutesToFord)).Plus(Traders(Each("0:25"))).Place<Crossing>("bridge", bridge => bridge with
        {
            HeldBy = "red",
            Inspection = Each<Duration>.Of(("aid", Minutes(45)), ("commercial", Minutes(100))),
            Passage = [("red", [("aid", Permission.Yes), ("commercial", traders)])],
        });
        Play.Of(scenario).Legs("depot", "ford").Should().HaveCount(legs);
    }

    // Inspected for 90 min on the way back. At 5:51 one waits there, from 5:20 on; at 6:05 two, at 6:50 two. In the lane in all is the
    // same.
    [Fact]
    public void Who_comes_back_empty_reckons_with_those_in_his_own_lane()
    {
        var scenario = Bridges(7);
        foreach (var id in new[] { "bridge", "ford" })
            scenario = scenario.Place<Crossing>(id, crossing => crossing with
            {
                Lanes = Each<int>.Of(("in", 1), ("out", 1)), Inspection = Each<Duration>.Of(("aid", Minutes(45)), ("empty", Minutes(90))),
            });
        var run = Play.Of(scenario);
        run.Legs("depot", "ford").Should().Equal("d0 02:00 x1", "d0 02:30 x1");
        run.Legs("town", "bridge").Should().Equal("d0 03:35 x1", "d0 04:20 x1", "d0 05:05 x1", "d0 05:06 x1");
        run.Legs("town", "ford").Should().Equal("d0 05:51 x1", "d0 06:05 x1", "d0 06:50 x1");
    }

    // Shut from 2:55, as announced for so long, with one before it since 2:50: it waits, or is back at 3:45, at the ford at 5:45. Another
    // comes at 3:20; behind the first its turn is 45 min after the opening; back at 4:10, it is at the ford at 6:10. Who turns back first
    // makes room.
    [Theory]
    [InlineData(145)]
    [InlineData(165, "d0 04:10 x1")]
    [InlineData(175, "d0 03:45 x1")]
    public void Who_stands_before_a_crossing_that_is_shut_reckons_with_those_before_him(int minutes, params string[] legs)
    {
        var closure = Closed("bridge", "2:55", "20:00") with { Announced = TimeSpan.FromMinutes(minutes) };
        Play.Of(Far(Bridges(5, toFord: 120)).With(closure).Until("5:00")).Legs("depot", "ford").Should().Equal(legs);
    }

    // An hour to the fork; at 3:00 one waits at the bridge, when the fourth comes by.
    [Fact]
    public void It_is_asked_again_wherever_one_gets_to()
    {
        var scenario = Bridges(4);
        scenario = scenario with
        {
            Places = [.. scenario.Places, new Town("fork")],
            Routes = [Leg("depot", "fork", 60), Leg("fork", "bridge", 50), Leg("bridge", "town", 60), Leg("fork", "ford", 51),
                Leg("ford", "town", 60)],
        };
        var run = Play.Of(scenario);
        run.Legs("fork", "bridge").Should().Equal("d0 01:30 x1", "d0 02:00 x1", "d0 02:30 x1");
        run.Legs("fork", "ford").Should().Equal("d0 03:00 x1");
    }

    // Fastest until 2:15: the fourth goes over the bridge although one waits, the fifth does not.
    [Fact]
    public void It_may_begin_at_a_moment()
    {
        var before = Bridges(7, routing: new Fastest());
        var run = Play.Of(before, Bridges(7), Moment.After(Span("2:15")));
        run.Legs("depot", "bridge").Should().StartWith(["d0 00:30 x1", "d0 01:00 x1", "d0 01:30 x1", "d0 02:00 x1"]);
        run.Legs("depot", "ford").Should().StartWith(["d0 02:30 x1"]);
    }

    [Fact]
    public void A_policy_of_ones_own_reads_the_queues_and_is_asked_as_often()
    {
        var (mine, theirs) = (Play.Of(Bridges(12, routing: new Mine())), Play.Of(Bridges(12)));
        mine.Legs("depot", "ford").Should().Equal(theirs.Legs("depot", "ford")).And.NotBeEmpty();
        mine.Legs("town", "ford").Should().Equal(theirs.Legs("town", "ford"));
        Play.Of(Bridges(7, routing: new ShortestQueue())).Legs("depot", "ford").Should().Equal("d0 02:00 x1", "d0 02:30 x1");
    }

    // Two go over the ford, each 30 min longer on the road, for the queue at the bridge; asked again at a village on the way, they go on.
    [Fact]
    public void What_is_longer_for_a_queue_is_charged_to_it_once()
    {
        var scenario = Bridges(7);
        scenario = scenario with
        {
            Places = [.. scenario.Places, new Town("village")],
            Routes = [Leg("depot", "bridge", 50), Leg("bridge", "town", 60), Leg("depot", "village", 30), Leg("village", "ford", 50),
                Leg("ford", "town", 60)],
        };
        var run = Play.Of(scenario);
        run.Legs("village", "ford").Should().Equal("d0 02:30 x1", "d0 03:00 x1");
        run.Result.HeldUp.Where(one => one.Cause == "around-queue").Select(one => (one.Where, one.Awaited, one.Time)).Should()
            .Equal(("bridge", null, TimeSpan.FromMinutes(60)));
        Play.Of(scenario with { Policies = new Policies() }).Result.HeldUp.Should().NotContain(one => one.Cause == "around-queue");
    }

    [Fact]
    public void Where_nobody_looks_at_queues_nothing_is_noted_of_them() =>
        new Policies { Routing = new Fastest() }.LookAtQueues.Should().BeFalse();

    private static Hours NotFromThreeToSix => Hours.Of([.. Hours.Daily(new(0, 0), new(3, 0)).Windows, .. OpenFrom(6).Windows]);

    private static Scenario Far(Scenario scenario) =>
        scenario with { Policies = scenario.Policies with { Reroute = new Reroute { Longest = 100 } } };

    private sealed record Mine : RoutingPolicy
    {
        public override Way? Choose(Situation situation, RoutingQuestion question)
        {
            if (question.Fastest() is not { } fastest) return null;
            var isOut = question.From == "depot";
            var other = isOut || question.From == "town" ? question.Along(isOut ? ["depot - ford", "ford - town"] : ["ford - town", "depot - ford"])
                : fastest;
            return question.TimeWithQueues(other, default) < question.TimeWithQueues(fastest, default) ? other : fastest;
        }
    }

    private sealed record ShortestQueue : RoutingPolicy
    {
        public override Way? Choose(Situation situation, RoutingQuestion question) =>
            question.From == "depot" && situation.Waiting("ford", "aid").Value < situation.Waiting("bridge", "aid").Value
                ? question.Along("depot - ford", "ford - town")
                : question.Fastest();
    }

    private static Scenario Bridges(int crates, string lag = "0:00", RoutingPolicy? routing = null, int toFord = 51)
    {
        var lanes = Each<int>.Of(("in", 1), ("out", 9));
        var road = Road(crates).OneDock().Until("24:00")
            .Place<Crossing>("bridge", bridge => bridge with { Lanes = lanes, Inspection = Minutes(45) });
        return road with
        {
            Places = [.. road.Places, new Crossing("ford") { Lanes = lanes, Inspection = Minutes(45) }],
            Routes = [Leg("depot", "bridge", 50), Leg("bridge", "town", 60), Leg("depot", "ford", toFord), Leg("ford", "town", 60)],
            Policies = new Policies { Routing = routing ?? new Soonest(), Reroute = new Reroute { LearnsAfter = Span(lag) } },
        };
    }
}
