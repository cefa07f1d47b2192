using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Planning;

/// <summary>What is known of one queue and when, and the way that is sought by it.</summary>
public sealed class KnownQueueTests
{
    // Noted at each minute, known an hour later, with far more on the way than there was room for.
    [Fact]
    public void What_is_noted_is_known_in_its_order_and_no_sooner()
    {
        var queue = Queue(Duration.Fixed(TimeSpan.FromMinutes(5)));
        for (var minute = 0; minute < 500; minute++)
        {
            queue.Note(At(minute), 0, minute % 3 == 2 ? -2 : 1, isLaden: true);
            queue.Hear(At(Math.Max(0, minute - 60)));
            queue.Of(0).Should().Be(minute < 60 ? 1 : new[] { 1, 2, 0 }[(minute - 60) % 3]);
        }
        // News that would come later from now on leaves what is known.
        queue.Hear(At(100));
        (queue.AsOf, queue.Of(0)).Should().Be((At(439), 2));
    }

    [Fact]
    public void Empty_vehicles_take_their_own_time_and_each_lane_its_own()
    {
        var queue = Queue(Each<Duration>.Of(("aid", Minutes(45)), ("empty", Minutes(5))));
        queue.Note(At(0), 0, 2, isLaden: true);
        queue.Note(At(0), 0, 3, isLaden: false);
        queue.Note(At(0), 1, 4, isLaden: false);
        queue.Hear(At(0));
        (queue.Work(0, 0), queue.Work(1, 0), queue.Work(0, without: 1)).Should()
            .Be((TimeSpan.FromMinutes(105).Ticks, TimeSpan.FromMinutes(20).Ticks, 0));
    }

    // One in four is searched for two hours, in the lane.
    [Theory]
    [InlineData(null, 75)]
    [InlineData(3, 45)]
    public void A_search_in_the_lane_counts(int? bays, int minutes)
    {
        var search = new SecondarySearch { Share = 0.25, Takes = Minutes(120), Bays = bays };
        var queue = Queue(Minutes(45), search);
        queue.Note(At(0), 0, 1, isLaden: true);
        queue.Hear(At(0));
        queue.Work(0, 0).Should().Be(TimeSpan.FromMinutes(minutes).Ticks);
    }

    // Two wait for one of three bays, for two hours each: 80 min for one who is searched, which is one in four; of the empty nobody.
    [Fact]
    public void Who_waits_for_a_search_bay_is_waited_for_by_those_who_are_searched()
    {
        var search = new SecondarySearch
        {
            Share = Each<double>.Of(("aid", 0.25), ("empty", 0)), Takes = Each<Duration>.Of(("aid", Minutes(120)), ("empty", Minutes(1))),
            Bays = 3,
        };
        var queue = Queue(Minutes(45), search);
        queue.NoteForBay(At(0), 1, 0);
        queue.NoteForBay(At(0), 1, 0);
        queue.Hear(At(0));
        (queue.ForBay(0, isLaden: true), queue.ForBay(0, isLaden: false)).Should().Be((TimeSpan.FromMinutes(20).Ticks, 0));
        queue.NoteForBay(At(1), -1, 0);
        queue.Hear(At(1));
        queue.ForBay(0, isLaden: true).Should().Be(TimeSpan.FromMinutes(10).Ticks);
    }

    [Fact]
    public void Nothing_is_allocated_to_note_hear_and_choose()
    {
        var (situation, router) = Asked(Two(), new Soonest());
        var before = 0L;
        for (var i = 0; i < 3000; i++)
        {
            if (i == 1000) before = GC.GetAllocatedBytesForCurrentThread();
            situation.NoteWaiting(1, 0, i % 20 < 10 ? 1 : -1, isLaden: true);
            router.Choose(0, 3, 0);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    // 70 and 60 km against 60 and 60; one who waits is 20 min.
    [Fact]
    public void What_changes_within_an_instant_is_known_within_it_where_news_comes_at_once()
    {
        var (situation, router) = Asked(Two(), new Soonest());
        router.Choose(0, 3, 0)!.Routes.Should().StartWith(["depot - bridge"]);
        situation.NoteWaiting(1, 0, 1, isLaden: true);
        router.Choose(0, 3, 0)!.Routes.Should().StartWith(["depot - ford"]);
        situation.NoteWaiting(1, 0, -1, isLaden: true);
        router.Choose(0, 3, 0)!.Routes.Should().StartWith(["depot - bridge"]);
    }

    // Whoever goes to a crossing and no further does not pass it.
    [Fact]
    public void Nobody_queues_where_he_only_goes_to()
    {
        var (situation, router) = Asked(Two(), new Soonest());
        situation.NoteWaiting(1, 0, 9, isLaden: true);
        router.TimeWithQueues(router.Along(0, 0, ["depot - bridge"]), 0, default).Should().Be(TimeSpan.FromMinutes(80));
    }

    [Fact]
    public void Where_it_opens_no_more_one_waits_to_the_end()
    {
        var scenario = Two().Until("5:00").Place<Crossing>("bridge", bridge => bridge with { Hours = Hours.Never });
        var (_, router) = Asked(scenario, new Soonest());
        router.TimeWithQueues(router.Along(0, 0, ["depot - bridge", "bridge - town"]), 0, default).Should()
            .Be(TimeSpan.FromMinutes(300 + 20 + 60));
    }

    // Against all ways without a circle, with queues, hours and closures drawn.
    [Fact]
    public void No_way_is_sooner_than_the_one_that_is_found()
    {
        var random = new Random(11);
        var others = 0;
        for (var i = 0; i < 300; i++)
        {
            var scenario = Net(random);
            var (situation, router) = Asked(scenario, new Soonest());
            for (var place = 1; place < scenario.Places.Length - 1; place++)
                for (var n = random.Next(6); n > 0; n--) situation.NoteWaiting(place, 0, 1, isLaden: random.Next(2) == 0);
            var found = router.FindSoonest(0, scenario.Places.Length - 1, 0, TimeSpan.FromHours(random.Next(9)))!;
            var least = AllWays(scenario).Min(way => router.TimeWithQueues(router.Along(0, 0, way), 0, TimeSpan.Zero));
            router.TimeWithQueues(found, 0, TimeSpan.Zero).Should().Be(least);
            if (!found.Routes.SequenceEqual(router.Find(0, scenario.Places.Length - 1, 0, default, false)!.Routes)) others++;
        }
        others.Should().BeInRange(100, 290, "else nothing would have been sought");
    }

    private static SimTime At(int minute) => SimTime.Start + TimeSpan.FromMinutes(minute);

    private static KnownQueue Queue(Each<Duration> inspection, SecondarySearch? search = null) =>
        new(new CompiledScenario(Road().Place<Crossing>("bridge", bridge => bridge with { Inspection = inspection, Secondary = search }))
            .Catalogue.Crossings[1]!);

    private static (Situation, Router) Asked(Scenario scenario, RoutingPolicy routing)
    {
        var compiled = new CompiledScenario(scenario);
        var policies = new Policies { Routing = routing };
        var situation = new Situation(new Simulation(1, 0), compiled.Catalogue, [], policies);
        for (var place = 0; place < scenario.Places.Length; place++)
            if (compiled.Catalogue.Crossings[place] is { } plan)
                situation.NotePace(place, new QueuePace([1, 1], [.. Enumerable.Repeat(plan.Hours, compiled.Catalogue.Traffics.Length)]));
        return (situation, new Router(compiled.Roads, compiled.Catalogue, situation, policies));
    }

    private static Scenario Two() => Road() with
    {
        Places = [.. Road().Places[..2], new Crossing("ford") { Lanes = 1, Inspection = Minutes(20) }, Road().Places[2]],
        Routes = [.. Road().Routes, Leg("depot", "ford", 70), Leg("ford", "town", 60)],
    };

    // From the depot over one of three crossings, and one of three more, to the town; crossings are joined among themselves.
    private static Scenario Net(Random random)
    {
        string[] first = ["a", "b", "c"], second = ["d", "e", "f"];
        Route Road(string from, string to) => Leg(from, to, random.Next(20, 120));
        return Small.Road() with
        {
            Places = [Small.Road().Places[0], .. first.Concat(second).Select(id => new Crossing(id)
            {
                Lanes = 1, Inspection = Minutes(random.Next(5, 60)),
                Hours = random.Next(2) == 0 ? Hours.Always : Hours.Daily(new(random.Next(1, 9), 0), new(random.Next(10, 20), 0)),
            }), Small.Road().Places[2]],
            Routes = [.. first.Select(id => Road("depot", id)), .. first.SelectMany(_ => second, Road), .. second.Select(id => Road(id, "town")),
                Road("a", "b"), Road("e", "f")],
        };
    }

    private static List<string[]> AllWays(Scenario scenario)
    {
        var ways = new List<string[]>();
        Walk("depot", [], []);
        return ways;

        void Walk(string at, string[] along, string[] past)
        {
            if (at == "town") ways.Add(along);
            else
                foreach (var route in scenario.Routes.Where(route => route.From == at || route.To == at))
                {
                    var next = route.From == at ? route.To.Value : route.From.Value;
                    if (!past.Contains(next)) Walk(next, [.. along, route.Id], [.. past, at]);
                }
        }
    }
}
