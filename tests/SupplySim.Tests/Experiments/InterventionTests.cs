using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;
using SupplySim.Tests.Disruptions;
using SupplySim.Tests.Movement;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>What is done in the middle of a run leaves everything before it as it was, and acts from then on.</summary>
public class InterventionTests
{
    private static readonly Moment Noon = Moment.After(TimeSpan.FromHours(12));

    public static TheoryData<string, Func<Scenario, Scenario>> Changes => new()
    {
        { "more trucks", scenario => scenario.Fleet("trucks", fleet => fleet with { Count = 5 }) },
        { "fewer trucks", scenario => scenario.Fleet("trucks", fleet => fleet with { Count = 1 }) },
        { "more aircraft", scenario => scenario.Fleet("planes", fleet => fleet with { Count = 4 }) },
        { "other levels", scenario => scenario.Line("road", line => line with { WhenBelow = Food(200), UpTo = Food(240) }) },
        { "a closure begins", scenario => scenario with { Disruptions = [.. scenario.Disruptions, Shut("strike", "14:00")] } },
        { "a closure is lifted", scenario => scenario with { Disruptions = [] } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_past_is_the_same_event_by_event(string what, Func<Scenario, Scenario> change)
    {
        var (before, after) = (Busy(), change(Busy()));
        var (plain, branched) = (Records(new CompiledScenario(before)), Records(Branched(before, after)));
        var noon = SimTime.Start + TimeSpan.FromHours(12);
        branched.TakeWhile(one => one.At < noon).Should().Equal(plain.TakeWhile(one => one.At < noon), what).And.HaveCountGreaterThan(20);
        branched.Should().NotEqual(plain, what);
    }

    [Fact]
    public void To_change_nothing_changes_nothing() =>
        Replication.Run(Branched(Busy(), Busy()), 7, 0, audit: true).OutcomeFingerprint.Should().Be(Busy().Run(7).OutcomeFingerprint);

    // Shut from 2:00 for good, lifted at 12:00: the truck that has waited at the bridge since 1:30 + a day's order goes on then.
    [Fact]
    public void A_disruption_that_is_taken_away_ends_at_that_instant()
    {
        var shut = Daily()
            .With(new Closure("flood") { Close = "bridge", At = Moment.After(TimeSpan.FromHours(1)), EnRoute = EnRoute.Hold });
        var lifted = Branched(shut, shut with { Disruptions = [] }, Moment.Day(2));
        var delivered = Records(lifted).Where(one => one.Kind == Outcome.Delivered).Select(one => one.At).ToArray();
        delivered.Should().NotBeEmpty();
        // The first truck is at the bridge since day 1 1:30; 20 min there, an hour to the town, half an hour to unload.
        delivered[0].Should().Be(SimTime.Day(2) + TimeSpan.FromMinutes(20 + 60 + 30));
        Records(new CompiledScenario(shut)).Should().NotContain(one => one.Kind == Outcome.Delivered);
    }

    [Fact]
    public void Vehicles_that_come_later_have_the_draws_they_would_have_had_from_the_start()
    {
        var (few, many) = (Busy(), Busy().Fleet("trucks", fleet => fleet with { Count = 5 }));
        Replication.Run(Branched(few, many, Moment.Day(0)), 7, 0, audit: true)["delivered", "camp"].Should()
            .Be(many.Run(7)["delivered", "camp"]);
    }

    // None at first, so nothing is ordered; at noon there are two. With two at first and none from noon on it is the other way about.
    [Fact]
    public void A_line_begins_to_order_with_its_first_vehicles_and_ceases_with_the_last()
    {
        var many = Camp().With(Line("road", "trucks") with { WhenBelow = Food(19), UpTo = Food(20) }).Until("24:00");
        var none = many.Fleet("trucks", fleet => fleet with { Count = 0 });
        string[] Orders(Scenario before, Scenario after) =>
            [.. Replication.Run(Branched(before, after), 7, 0, tell: true, audit: true).Story
                .Where(one => one.Kind == HappeningKind.Ordered).Select(one => Play.Time(one.At))];

        var (comes, goes) = (Orders(none, many), Orders(many, none));
        comes[0].Should().Be("d0 12:00");
        goes.Should().NotBeEmpty().And.OnlyContain(at => string.CompareOrdinal(at, "d0 12:00") < 0);
    }

    // Cut off from its base it would work from the store at 6:00, 12:00 and 18:00; the way home is open again at 20:00, and there it stays.
    [Fact]
    public void A_vehicle_that_is_withdrawn_away_from_its_base_is_given_nothing_there_and_goes_home()
    {
        var before = CutOffTests.FarStore().With(Closed("bridge", "2:00", "18:00")).Until("23:00");
        var branched = Branched(before, before.Fleet("trucks", fleet => fleet with { Count = 0 }), Moment.After(Span("7:00")));
        var legs = Replication.Run(branched, 7, 0, tell: true, audit: true).Trips
            .Select(trip => (before.Routes[trip.Route].Id, Play.Time(trip.Departs))).ToArray();
        legs.Where(leg => leg.Id == "town - store").Select(leg => leg.Item2).Should().Equal("d0 03:20", "d0 06:30", "d0 07:30", "d0 20:00");
        legs.Where(leg => leg.Id == "depot - bridge").Select(leg => leg.Item2).Should().EndWith("d0 21:50");
    }

    // Loaded at the depot from 4:30 on with its second load when it is withdrawn: it carries that, and
    // flies home at 8:30 though more waits.
    [Fact]
    public void An_aircraft_that_is_withdrawn_away_from_its_base_brings_what_it_has_and_flies_home()
    {
        var before = PositioningTests.FromHub(44).Until("24:00");
        var branched = Branched(before, before.Fleet("planes", fleet => fleet with { Count = 0 }), Moment.After(Span("5:00")));
        var trips = Replication.Run(branched, 7, 0, tell: true, audit: true).Trips;
        trips.Select(trip => Play.Time(trip.Departs)).Should().Equal("d0 00:00", "d0 01:30", "d0 03:30", "d0 05:30", "d0 07:30",
            "d0 08:30");
    }

    // Shut from 1:00 to 3:00, and half a lane until 8:00: 40 min for each of four trucks. All of it is back
    // at 4:00 for those who begin then.
    [Fact]
    public void A_reopening_that_is_taken_away_gives_back_what_its_step_withheld()
    {
        var before = Road(4).With(Closed("bridge", "1:00", "2:00") with { Reopens = [new() { Share = 0.5, For = TimeSpan.FromHours(5) }] });
        Onward(before, before with { Disruptions = [] }, "4:00").Should().Equal("d0 03:40", "d0 04:20", "d0 04:40", "d0 05:00");
    }

    // Anew every half hour, for eight hours each: at 3:30 six are under way at once.
    [Fact]
    public void All_that_a_disruption_has_under_way_ends_with_it()
    {
        var before = Road().With(new Closure("storm") { Close = "bridge", Every = Minutes(30), Chance = 1, For = TimeSpan.FromHours(8) });
        Onward(before, before with { Disruptions = [] }, "3:30").Should().Equal("d0 03:50");
    }

    // The gate is shut from 1:00 to 6:00 and the bridge with it; from 3:00 on who is under way there is held.
    [Fact]
    public void Nobody_slips_through_where_a_disruption_goes_on_in_another_form()
    {
        var bridge = new Closure("fear") { Close = "bridge", While = Condition.Open("gate").Not() };
        var before = ReopeningTests.Gate(Road()).With(Closed("gate", "1:00", "5:00"), bridge);
        Onward(before, before with { Disruptions = [before.Disruptions[0], bridge with { EnRoute = EnRoute.Hold }] }, "3:00").Should()
            .Equal("d0 06:20");
    }

    [Fact]
    public void What_a_type_of_aircraft_says_is_the_same_before_and_after()
    {
        var before = Busy().Fleet("planes", fleet => fleet with { Type = AircraftType.C17, Carries = null, Speed = null });
        Problems(before, before.Fleet("planes", fleet => fleet with { Count = 1 }), Noon).Should().BeEmpty();
    }

    [Theory]
    [InlineData("places.bridge.inspection")]
    [InlineData("fleets.trucks.carries")]
    [InlineData("crews.sappers")]
    public void What_cannot_change_under_way_is_refused(string path)
    {
        var before = Daily() with { Crews = [("sappers", 2)] };
        var after = path switch
        {
            "places.bridge.inspection" => before.With((Crossing)before["bridge"] with { Inspection = Minutes(5) }),
            "fleets.trucks.carries" => before.Fleet("trucks", fleet => fleet with { Carries = Mass.FromTonnes(20) }),
            _ => before with { Crews = [("sappers", 3)] },
        };
        Problems(before, after, Noon).Should().ContainSingle().Which.Message.Should()
            .Be($"'{path}' cannot be changed in the middle of a run");
    }

    [Fact]
    public void A_moment_outside_the_run_and_a_disruption_that_should_have_begun_before_are_refused()
    {
        Problems(Daily(), Daily(), Moment.Day(10)).Should().ContainSingle().Which.Path.Should().Be("experiment.compare.later.at");
        Problems(Daily(), Daily(), Moment.Never).Should().ContainSingle();
        Problems(Daily(), Daily().With(Shut("early", "11:00")), Noon).Should().ContainSingle().Which.Message.Should().Contain("begins at");
        Problems(Daily(), Daily().With(Shut("late", "13:00")), Noon).Should().BeEmpty();
    }

    private static IEnumerable<Problem> Problems(Scenario before, Scenario after, Moment from) =>
        (before with { Experiment = new ExperimentPlan { Compare = [new Alternative("later", after) { From = from }] } }).Problems();

    private static CompiledScenario Branched(Scenario before, Scenario after, Moment? from = null) =>
        CompiledScenario.Of(before, new Alternative("later", after) { From = from ?? Noon });

    // When trucks leave the bridge for the town, where something is done at a time of the first day.
    private static string[] Onward(Scenario before, Scenario after, string at) =>
        [.. Replication.Run(Branched(before, after, Moment.After(Span(at))), 7, 0, tell: true, audit: true).Trips
            .Where(trip => trip.Forward && before.Routes[trip.Route].Id == "bridge - town").Select(trip => Play.Time(trip.Departs))];

    private static List<(SimTime At, Outcome Kind, long First, long Second)> Records(CompiledScenario compiled)
    {
        var records = new List<(SimTime, Outcome, long, long)>();
        Replication.Run(compiled, 7, 0, audit: true,
            watch: (world, _) => world.Recorded += (kind, first, second) => records.Add((world.Now, kind, first, second)));
        return records;
    }

    private static Closure Shut(string id, string at) =>
        new(id) { Close = "bridge", At = Moment.After(Span(at)), For = TimeSpan.FromHours(3) };

    // Trucks by a bridge and planes to a camp, all times random, trucks that break down, a closure that comes and goes.
    private static Scenario Busy()
    {
        var road = Camp().With(Line("road", "trucks") with { WhenBelow = Food(40), UpTo = Food(60) },
            Line("air", "planes") with { Send = new Rate(Quantity.Tonnes(11), TimeSpan.FromHours(2)), Every = TimeSpan.FromHours(2) });
        var minutes = Duration.Lognormal(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(20));
        return road with
        {
            Places = [.. road.Places, new Crossing("bridge") { Lanes = 1, Inspection = minutes }],
            Routes = [.. road.Routes.Skip(1), Leg("depot", "bridge", 30), Leg("bridge", "camp", 30)],
            Fleets = [.. road.Fleets.Select(fleet => fleet.Id == "trucks"
                ? fleet with { Count = 3, Carries = Mass.FromTonnes(3),
                    Breakdown = new Breakdown { Every = Distance.FromKilometres(200), Repair = minutes } }
                : fleet)],
            Disruptions = [new Closure("shelling")
            {
                Close = "bridge",
                Every = Duration.Exponential(TimeSpan.FromHours(4)),
                For = minutes,
                EnRoute = EnRoute.Hold,
            }],
            Measures = [new Measure("delivered") { Of = "camp", Is = MeasureKind.Delivered, Commodity = "food" }],
        };
    }
}
