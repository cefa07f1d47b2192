using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>What routes and crossings near the head suffer, at the instant at which it comes within reach.</summary>
/// <remarks>The head sets out 50 km to the west of the bridge at 10 km/h and stands 5 km before it from 4:30; the depot lies 60 km to the
/// south of the bridge, so that the road between them passes the head on its left.</remarks>
public sealed class InfluenceTests
{
    // Nearer than 20 km from 3:00 on: of the bridge, and of the road, whose nearest point is the bridge itself.
    [Fact]
    public void What_the_head_comes_near_is_shut_by_the_front() =>
        Told(new Influence { Closed = new ShutZone { Within = Km(20) } }).Should()
            .Equal("d0 03:00 bridge north", "d0 03:00 depot - bridge north", "d0 03:00 bridge - town north");

    // Along the leg between depot and bridge: a head that crosses it 30 km south of the bridge is near it, and far from both its ends.
    [Fact]
    public void A_route_is_as_near_as_the_nearest_point_of_it()
    {
        var front = Front() with { Along = [South(30, -50), South(30, 50)],
            Influence = new Influence { Closed = new ShutZone { Within = Km(10) } } };
        Told(front).Should().Equal("d0 04:00 depot - bridge north", "d0 06:00 depot - bridge opened");
    }

    // Beyond its end the end is nearest: 10 km south of the depot at its nearest, less than 12 km for 2 x 6.63 km. So far from the equator
    // the way is some metres shorter.
    [Fact]
    public void Beyond_the_end_of_a_route_its_end_is_nearest()
    {
        var front = Front() with { Along = [South(70, -50), South(70, 50)],
            Influence = new Influence { Closed = new ShutZone { Within = Km(12) } } };
        Told(front).Should().Equal("d0 04:20:12 depot - bridge north", "d0 05:39:46 depot - bridge opened");
    }

    [Fact]
    public void Only_while_it_fights_where_that_is_said() =>
        Told(
            Near(new Influence { Closed = new ShutZone { Within = Km(6), OnlyFighting = true } }) with
            {
                Fight = new Fight { Lasts = Hours(2), AttackerWins = 0 },
            })
            .Where(told => told.Split(' ') is [_, _, "bridge", not "-"]).Should().Equal("d0 07:30 bridge north", "d0 09:30 bridge opened");

    [Fact]
    public void It_ends_with_the_front() =>
        Told(Near(new Influence { Closed = new ShutZone { Within = Km(6) } }) with { StandOff = new StandOff { Withdrawal = Hours(2) } })
            .Where(told => told.Split(' ') is [_, _, "bridge", not "-"]).Should().Equal("d0 04:24 bridge north", "d0 06:30 bridge opened");

    // Two causes compose: a flood from 2:00 to 5:00, and the front from 3:00 on. The last to go opens, and none does.
    [Fact]
    public void It_composes_with_other_closures()
    {
        var scenario = Located(Near(new Influence { Closed = new ShutZone { Within = Km(20) } }), "8:00")
            .With(Closed("bridge", "2:00", "3:00"));
        Play.Of(scenario).TellToTheSecond(HappeningKind.Closed, HappeningKind.Opened).Should()
            .Equal("d0 02:00 flood", "d0 03:00 north", "d0 03:00 north");
    }

    // Under fire aid goes on and commerce does not; the traders of 4:00, 5:00, 6:00 and 7:00 wait.
    [Fact]
    public void Under_fire_some_traffic_does_not_go()
    {
        var scenario = Located(Near(new Influence { UnderFire = new ShutZone { Within = Km(20), To = ["commercial"] } }), "7:30")
            .Plus(Traders(Each("1:00")));
        Play.Of(scenario).Waits("bridge").Should().Be("physical 8:00");
    }

    // An inspection that begins within 20 km lasts twice 20 minutes: the traders of 3:00 on.
    [Fact]
    public void Near_the_front_inspections_take_longer()
    {
        var scenario = Located(Near(new Influence { Restricted = new SlowZone { Within = Km(20), Inspection = 2 } }), "5:59")
            .Plus(Traders(Each("0:30")));
        Play.Of(scenario).Waits("bridge").Should().NotBeEmpty();
        Play.Of(Located(Front(), "5:59").Plus(Traders(Each("0:30")))).Waits("bridge").Should().BeEmpty();
    }

    // From 3:00 on the 60 km to the bridge take two hours: a truck that sets out at 3:30 is there at 5:30. One that set out at 0:30 is not
    // slowed; one that set out at 2:30 has half of its way before it at 3:00, which takes an hour.
    [Theory]
    [InlineData("0:00", "d0 01:50")]
    [InlineData("3:00", "d0 05:50")]
    [InlineData("2:00", "d0 04:20")]
    public void Near_the_front_vehicles_are_slower(string sent, string through)
    {
        var scenario = Located(Near(new Influence { Restricted = new SlowZone { Within = Km(20), Speed = 0.5 } }), "9:00", Sent(sent));
        Play.Of(scenario).Legs("bridge", "town").Should().ContainSingle().Which.Should().StartWith(through);
    }

    // From 3:00 on two attacks an hour on the road to the bridge. A truck that sets out at 0:30 meets none
    // on it, one of 3:30 drives it for an hour, and one of 2:30 for the half hour that it has left at 3:00;
    // what comes after is not counted.
    [Theory]
    [InlineData("0:00", 0)]
    [InlineData("3:00", 2)]
    [InlineData("2:00", 1)]
    public void Under_fire_columns_are_attacked(string sent, int mean)
    {
        const int runs = 1000;
        var scenario =
            Located(
                Near(
                    new Influence { UnderFire = new ShutZone
                    {
                        Within = Km(20),
                        Hazard = new Rate(Quantity.Pieces(2), TimeSpan.FromHours(1)),
                    } }), "8:00", Sent(sent));
        var compiled = new CompiledScenario(scenario with { Attacks = new AttackRules { Lost = 0 } });
        var attacks = Enumerable.Range(0, runs).Sum(run => Replication.Run(compiled, 5, run, tell: true).Story
            .Count(happening =>
                happening.Kind == HappeningKind.Attacked && happening.At < Engine.SimTime.Start + Span(sent) + Span("1:30")));
        attacks.Should().BeInRange((int)(runs * mean - 4.42 * Math.Sqrt(runs * mean)), (int)(runs * mean + 4.42 * Math.Sqrt(runs * mean)));
        Play.Of(scenario with { Attacks = new AttackRules { Lost = 1 } }).Tell(HappeningKind.Closed).Should()
            .NotContain(told => told.EndsWith("north", StringComparison.Ordinal));
    }

    // The road to the bridge is dangerous from 33:00 to 84:30, which planners learn two hours later; the
    // detour of three hours is not. A truck a day, at 0:30: those of days 1 and 4 go by the bridge, those between go round.
    [Fact]
    public void Who_goes_the_safest_way_learns_of_the_danger_near_a_front()
    {
        var influence = new Influence
        {
            UnderFire = new ShutZone { Within = Km(20), Hazard = new Rate(Quantity.Pieces(2), TimeSpan.FromHours(1)) },
        };
        var front = Near(influence) with { Starts = At("30:00"), StandOff = new StandOff { Withdrawal = Hours(50) } };
        var scenario = Located(front, "120:00", Daily().Detour(180)) with { Attacks = new AttackRules { Lost = 0 },
            Policies = new Policies { Routing = new Safest() } };
        scenario = scenario with
        {
            Places = [.. scenario.Places.Select(place =>
                place.Id == "bridge" ? place : place with { At = South(600, place.Id == "town" ? 50 : 0) })],
        };
        var run = Play.Of(scenario);
        run.Legs("depot", "bridge").Select(leg => leg[..2]).Should().Equal("d1", "d4");
        run.Legs("depot", "town").Select(leg => leg[..2]).Should().Equal("d2", "d3");
        Play.Of(scenario with { Policies = new Policies { Routing = new Fastest() } }).Legs("depot", "town").Should().BeEmpty();
    }

    // Shut for those who come, and dangerous for those who are on it; the fire ends with the front.
    [Fact]
    public void A_closed_road_can_be_dangerous_for_those_on_it()
    {
        var scenario =
            Located(
                Near(
                    new Influence { Closed = new ShutZone
                    {
                        Within = Km(20),
                        Hazard = new Rate(Quantity.Pieces(900), TimeSpan.FromHours(1)),
                    } }), "8:00", Sent("2:00"));
        var run = Play.Of(scenario with { Attacks = new AttackRules { Lost = 1 } });
        run.Tell(HappeningKind.Attacked).Should().ContainSingle().Which.Should().StartWith("d0 03:00");
        run.Vehicles("trucks").Should().Be("0 0 0 1");
        run.Tell(HappeningKind.Closed).Where(told => told.EndsWith("north", StringComparison.Ordinal)).Should().HaveCount(3);
    }

    // The same as a closure of the user's own by front-distance: the same trips at the same instants.
    [Fact]
    public void It_is_what_a_closure_by_distance_is()
    {
        var by = Located(Near(new Influence { Closed = new ShutZone { Within = Km(20), EnRoute = EnRoute.Hold } }), "30:00", Daily());
        var plain = Located(Front(), "30:00", Daily()).With(
            new Closure("near") { Close = "bridge", EnRoute = EnRoute.Hold, While = Condition.FrontDistance("bridge").IsBelow(Km(20)) });
        var withoutRoutes = by with { Routes = [.. by.Routes],
            Places = [.. by.Places.Select(place => place.Id == "bridge" ? place : place with { At = null })] };
        Play.Of(withoutRoutes).Result.Trips.Should().NotBeEmpty();
        Play.Of(plain).TellToTheSecond(HappeningKind.Closed, HappeningKind.Opened)[0].Should().Be("d0 03:00 near");
        Play.Of(withoutRoutes).TellToTheSecond(HappeningKind.Closed)[0].Should().Be("d0 03:00 north");
    }

    [Fact]
    public void A_distant_front_has_influence_where_it_stands()
    {
        var far = new Front("far") { Attacker = "red", Starts = At("1:00"), Lasts = Hours(3), At = East(-10),
            Influence = new Influence { Closed = new ShutZone { Within = Km(11) } } };
        Told(far)[..1].Should().Equal("d0 01:00 bridge north".Replace("north", "far"));
        Told(far)[^1].Should().StartWith("d0 04:00").And.EndWith("opened");
    }

    [Fact]
    public void What_is_out_of_reach_is_left_alone() => Told(new Influence { Closed = new ShutZone { Within = Km(4) } }).Should().BeEmpty();

    private static string[] Told(Influence influence) => Told(Near(influence));

    private static string[] Told(Front front) => [.. Play.Of(Located(front, "9:45")).Result.Story
        .Where(h => h.Kind is HappeningKind.Closed or HappeningKind.Opened)
        .Select(h => $"{Play.Time(Play.ToTheSecond(h.At))} {h.Subject} {(h.Kind == HappeningKind.Opened ? "opened" : h.Detail)}")];

    private static Front Near(Influence influence) => Front() with { Influence = influence };

    // The town 100 km to the east.
    private static Scenario Located(Front front, string until, Scenario? road = null)
    {
        var scenario = (road ?? Road().Idle()).Bridge(b => b with { HeldBy = "blue" }).With(front).Until(until);
        return scenario with
        {
            Places = [.. scenario.Places.Select(place =>
                place.Id switch { "depot" => place with { At = South(60, 0) }, "town" => place with { At = East(100) }, _ => place })],
        };
    }

    // One crate, which nobody loads before then.
    private static Scenario Sent(string at) => at == "0:00" ? Road()
        : Road().With(new Closure("late") { Close = "depot", Stops = [SiteWork.Loading], At = Moment.Day(0), For = Span(at) });

    private static GeoPoint South(double south, double east) => new(-East(south).Longitude, East(east).Longitude);

    private static Distance Km(double kilometres) => Distance.FromMetres((long)(1000 * kilometres));
}
