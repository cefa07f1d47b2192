using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>While loads wait for a vehicle they are held up by what the vehicles of that fleet wait for:
/// what is named first is what helps, tried out.</summary>
/// <remarks>A camp eats 40 loads a day. A truck is on its way for six hours, where it need not wait.</remarks>
public sealed class AwaitedTests
{
    private static readonly Scenario Wide = WhyTests.Behind() with
    {
        Clock = new Clock { Length = TimeSpan.FromDays(20) },
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 20, Loading = Minutes(30) },
            new Crossing("bridge") { At = East(0), Lanes = 4, Inspection = Minutes(5) },
            new Camp("camp") { People = 960_000, Stock = Food(1920), Docks = 20, Unloading = Minutes(30) },
        ],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "camp",
            By = "trucks",
            Send = Rate.PerDay(Quantity.Tonnes(960)),
            GivenUpAfter = TimeSpan.FromDays(9),
        }],
    };

    // One lane lets 24 trucks through and back in a day.
    private static readonly Scenario Saturated = Trucks(Wide.Bridge(bridge => bridge with { Lanes = 1, Inspection = Minutes(30) }), 40);

    private static readonly Scenario Few = Trucks(Wide, 5);

    private static readonly Scenario Shut = Trucks(Wide, 30).With(new Closure("flood")
    {
        Close = "bridge", EnRoute = EnRoute.Hold, Every = TimeSpan.FromDays(5), For = TimeSpan.FromDays(4),
    });

    private static readonly Scenario Dock = Trucks(Wide, 30).Place<Depot>("depot",
        depot => depot with { Docks = 1, Loading = Minutes(60) });

    [Fact]
    public void Behind_a_saturated_lane_the_lane_is_named_and_a_second_lane_helps() =>
        Named(Saturated, ("bridge", "lane"), helps: Saturated.Bridge(bridge => bridge with { Lanes = 2 }), doesNot: Trucks(Saturated, 120));

    [Fact]
    public void Of_a_fleet_too_small_for_its_way_the_fleet_is_named_and_more_trucks_help() =>
        Named(Few, ("trucks", "no-vehicle"), helps: Trucks(Few, 12), doesNot: Few.Bridge(bridge => bridge with { Lanes = 8 }));

    [Fact]
    public void Before_a_shut_crossing_the_closure_is_named_and_opening_it_helps() =>
        Named(Shut, ("bridge", "physical"), helps: Shut with { Disruptions = [] }, doesNot: Trucks(Shut, 40));

    [Fact]
    public void Before_too_few_docks_these_are_named_and_more_of_them_help() =>
        Named(Dock, ("depot", "dock"), helps: Dock.Place<Depot>("depot", depot => depot with { Docks = 2 }), doesNot: Trucks(Dock, 90));

    // Both go short; what holds up the trucks of one holds up the loads of the other, which never come to the bridge.
    [Fact]
    public void Trucks_bound_for_one_place_keep_loads_for_another_waiting()
    {
        var near = Saturated.Plus(new Camp("near") { People = 960_000, Stock = Food(1920), Docks = 20, Unloading = Minutes(30) },
            Leg("depot", "near", 60));
        near = near with { SupplyLines = near.SupplyLines.Add(near.SupplyLines[0] with { Id = "short", To = "near" }) };
        Longest(near.Run(seed: 1).HeldUp.Where(one => one.For == "near")).Should().Be(("bridge", "lane", "trucks"));
    }

    [Fact]
    public void Why_tells_the_same_with_the_disruption_that_is_blamed_and_its_times_add_up()
    {
        var why = Shut.Why("camp", Moment.Day(19), seed: 1);
        why.Delays.Should().Contain(one => one.Where == "bridge" && one.Cause == "physical" && one.Awaited == "trucks"
            && one.Disruption == "flood" && one.Because.Length > 0);
        why.Delays.Sum(one => one.Waited.Ticks).Should().Be(why.Waited.Ticks);
        why.Delays.Sum(one => one.Share).Should().BeApproximately(1, 1e-12);
    }

    // Nothing is shut: the trucks stand laden before a full store, from which one van takes a load every ten hours.
    [Fact]
    public void Before_a_full_store_the_room_is_named()
    {
        var full = WhyTests.Behind() with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(20) },
            Places =
            [
                new Depot("depot") { Stock = Supply.Unlimited, Docks = 5, Loading = Minutes(30) },
                new Depot("hub") { Stock = Food(0), Storage = Food(60), Docks = 5, Loading = Minutes(30), Unloading = Minutes(30) },
                new Camp("camp") { People = 240_000, Stock = Food(480), Docks = 5, Unloading = Minutes(30) },
            ],
            Routes = [Leg("depot", "hub", 60), Leg("hub", "camp", 270)],
            SupplyLines = [Orders("in", "depot", "hub", "trucks", 300), Orders("out", "hub", "camp", "vans", 2400)],
        };
        full = Trucks(full.Plus(full.Fleets[0] with { Id = "vans", Base = "hub", Count = 1 }), 6);
        var held = full.Run(seed: 1).HeldUp;
        held.Should().Contain(one => one.Where == "hub" && one.Cause == "room").And.NotContain(one => one.Cause == "physical");
    }

    // Of ten trucks that are taken off the road nine stand before a shut bridge: who waits, waits for the tenth.
    [Fact]
    public void What_is_in_use_no_more_keeps_nobody_waiting()
    {
        var shrinks = CompiledScenario.Of(Shut, new Alternative("later", Trucks(Shut, 1)) { From = Moment.Day(6) });
        Replication.Run(shrinks, 1, 0).HeldUp.Should().OnlyContain(one => one.Awaited == null).And
            .Contain(one => one.Cause == "no-vehicle");
    }

    // The planes brought a load to a field that was grounded before they could go home: empty they stand
    // there, and loads for the other camp wait for them.
    [Fact]
    public void Empty_aircraft_that_are_grounded_keep_loads_waiting()
    {
        var flown = Camp();
        flown = flown.Plus(((Camp)flown["camp"]) with { Id = "west", People = 4_000, Stock = Food(1) },
            new Route("depot", "west") { Name = "west-air", Mode = Mode.Air, Length = Distance.FromKilometres(400) })
            .With(Line("w", "planes") with { To = "west", WhenBelow = Food(10), UpTo = Food(12), Priority = 1 },
                Line("e", "planes") with { WhenBelow = Food(30), UpTo = Food(60) });
        flown = flown with { Policies = new Policies { Share = new Share { By = AllocationPolicy.Priority } } };
        var grounded = flown.With(new Grounding("storm") { Ground = "west", At = Moment.After(Span("3:00")) });
        Longest(grounded.Run(seed: 1).HeldUp.Where(one => one.For == "camp")).Should().Be(("west", "physical", "planes"));
        flown.Run(seed: 1).HeldUp.Should().NotContain(one => one.Cause == "physical");
    }

    // Nine guards and one truck stand before the shut bridge, nine trucks are on the road: it is not the bridge for which loads wait.
    [Fact]
    public void Escorts_are_not_trucks_that_keep_loads_waiting()
    {
        var guarded = Trucks(Wide, 10).Plus(new Fleet("guards") { Traffic = "military", Base = "depot", Count = 90 })
            .Plus(new Town("post") { Docks = 5, Unloading = Minutes(30) }, Leg("bridge", "post", 10), Leg("depot", "camp", 600))
            .Fleet("trucks",
                fleet =>
                    fleet with { Convoy = new ConvoyRules
                    {
                        Size = new SizeRange(1, 1),
                        Wait = Span("1:00"),
                        Escort = new Escort { From = "guards", Count = 9 },
                    } })
            .With(Closed("bridge", "1:00", "470:00", EnRoute.Hold));
        guarded = guarded with
        {
            SupplyLines = guarded.SupplyLines.Add(
                guarded.SupplyLines[0] with { Id = "lone", To = "post", Commodities = ["food"],
                    Send = new Rate(Quantity.Tonnes(24), TimeSpan.FromDays(15)) }),
        };
        guarded.Run(seed: 1).HeldUp.Where(one => one.For == "camp").Should()
            .NotContain(one => one.Awaited == "trucks" && one.Where == "bridge");
    }

    // As parts of a month, what waits on day 30 would be shared out by what stood on day 1.
    [Fact]
    public void Ten_years_are_told_apart_by_days()
    {
        var time = new TimeByPart(SimTime.Start, TimeSpan.FromDays(3_650));
        foreach (var day in (int[])[0, 30])
            time.Add(new LoggedHoldUp(default, SimTime.Start + TimeSpan.FromDays(day), SimTime.Start + TimeSpan.FromDays(day + 2),
                TimeSpan.FromDays(2), null));
        (time[0] + time[1] + time[2]).Should().Be(TimeSpan.FromDays(2).Ticks);
        time.Total.Should().Be(TimeSpan.FromDays(4).Ticks);
    }

    private static SupplyLine Orders(string id, string from, string to, string by, decimal upTo) =>
        new(id) { From = from, To = to, By = by, Commodities = ["food"], UpTo = Food(upTo), GivenUpAfter = TimeSpan.FromDays(19) };

    // What loads waited for a truck, from the log; and what came of it.
    [Fact]
    public void What_is_handed_on_and_what_stays_add_up_to_what_loads_waited()
    {
        foreach (var scenario in (Scenario[])[Saturated, Few, Shut, Dock])
        {
            var log = new List<LoggedHoldUp>();
            var run = Replication.Run(new CompiledScenario(scenario), 1, 0, watch: (world, _) => world.HoldUps.Log = log);
            Sum(run.HeldUp.Where(one => one.Awaited is not null || one.Cause == "no-vehicle"))
                .Should().Be(log.Where(one => one.Key is { BoundFor: >= 0, Cause: HoldUp.Vehicle }).Sum(one => one.Time.Ticks)).And
                .BePositive();
            Sum(run.HeldUp.Where(one => one.Awaited is null && one.Cause != "no-vehicle"))
                .Should().Be(log.Where(one => one.Key is { BoundFor: >= 0, Cause: not HoldUp.Vehicle }).Sum(one => one.Time.Ticks));
        }
    }

    private static void Named(Scenario scenario, (string Where, string Cause) named, Scenario helps, Scenario doesNot)
    {
        var run = scenario.Run(seed: 1);
        var (where, cause, _) = Longest(run.HeldUp);
        (where, cause).Should().Be(named);
        var (more, little) = (Eaten(helps) - Eaten(scenario), Eaten(doesNot) - Eaten(scenario));
        more.Should().BeGreaterThan(5 * Math.Abs(little)).And.BeGreaterThan(Eaten(scenario) / 20);
    }

    private static (string Where, string Cause, string? Awaited) Longest(IEnumerable<HeldUp> held) =>
        held.OrderByDescending(one => one.Time).Select(one => (one.Where, one.Cause, one.Awaited)).First();

    private static long Eaten(Scenario scenario) => scenario.Run(seed: 1).Ledger.Single().Consumed;

    private static long Sum(IEnumerable<HeldUp> held) => held.Sum(one => one.Time.Ticks);

    private static Scenario Trucks(Scenario scenario, int count) => scenario.Fleet("trucks", fleet => fleet with { Count = count });
}
