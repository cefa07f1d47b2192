using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;
using SupplySim.Tests.Conflict;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>All that can be set in the middle of a run, beside fleets, levels and disruptions: it leaves
/// the past as it was and acts from its instant on.</summary>
public class InterventionKindsTests
{
    private static readonly Moment Noon = Moment.After(TimeSpan.FromHours(12));
    private static readonly Front Far = new("far") { Attacker = "red", At = East(8), Starts = Moment.After(Span("13:00")) };

    public static TheoryData<string, Func<Scenario, Scenario>> Changes => new()
    {
        { "more lanes", scenario => scenario.Bridge(bridge => bridge with { Lanes = 3 }) },
        { "other hours", scenario => scenario.Bridge(bridge => bridge with { Hours = OpenFrom(15) }) },
        { "the holder lets no aid pass",
            scenario => scenario.Bridge(bridge => bridge with { Passage = [("blue", [("aid", Permission.No)])] }) },
        { "half a ration",
            scenario => scenario.Place<Camp>("camp", camp => camp with { Rations = [("food", Rate.PerDay(Quantity.Kilograms(0.5m)))] }) },
        { "a local share", scenario => scenario.Place<Camp>("camp", camp => camp with { LocalShare = [("food", 0.5)] }) },
        { "room for fewer", scenario => scenario.Place<Camp>("camp", camp => camp with { Capacity = 24_100 }) },
        { "sent more often", scenario => scenario.Line("air", line => line with { Every = TimeSpan.FromHours(1) }) },
        { "only when it is short",
            scenario => scenario.Line("road", line => line with { When = Condition.Stock("camp").IsBelow(TimeSpan.FromHours(20)) }) },
        { "reviewed at times", scenario =>
            scenario.Line("road", line => line with { Review = TimeSpan.FromHours(7), WhenBelow = Food(200), UpTo = Food(260) }) },
        { "wait at home", scenario =>
            scenario with { Policies = scenario.Policies with { Dispatch = new StayAtBase(), Reroute = new Reroute { Longest = 1 } } } },
        { "bring it back", scenario =>
            scenario with { Policies = scenario.Policies with { Divert = new Return(), Reroute = new Reroute { Longest = 1 } } } },
        { "wait or go round", scenario =>
            scenario with { Policies = scenario.Policies with { Routing = new WaitOrDetour { Assume = TimeSpan.FromMinutes(5) } } } },
        { "the safe way", scenario => scenario with { Policies = scenario.Policies with { Routing = new Safest() } } },
        { "fly when cut off", scenario =>
            scenario with { Policies = scenario.Policies with { Airlift = new WhenCutOff { Below = TimeSpan.FromHours(10) } } } },
        { "fill the stores",
            scenario =>
                scenario with { Policies = scenario.Policies with
                {
                    Preposition = new ByWarning { At = Moment.Day(0), UpTo = TimeSpan.FromDays(6) },
                } } },
        { "never go round", scenario => scenario with { Policies = scenario.Policies with { Reroute = new Reroute { Longest = 1 } } } },
        { "learn late",
            scenario =>
                scenario with
                {
                    Policies = scenario.Policies with { Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(5), Longest = 9 } },
                } },
        { "rations are cut",
            scenario =>
                scenario with { Policies = scenario.Policies with
                {
                    Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromHours(100)), To = 0.5 }],
                } } },
        { "the front is over", scenario => scenario with { Fronts = [] } },
        { "they step down",
            scenario => scenario.TheFront(front => front with { StandOff = new StandOff { StepDown = TimeSpan.FromHours(2) } }) },
        { "fights are short",
            scenario => scenario.TheFront(front => front with { Fight = front.Fight! with { Lasts = TimeSpan.FromHours(1) } }) },
        { "a front by script",
            scenario =>
                scenario.TheFront(front => front with { StandOff = null, Fight = null,
                    Script = [Step("13:00", ScriptAct.Fight), Step("15:00", ScriptAct.Capture)] }) },
        { "another front", scenario => scenario with { Fronts = scenario.Fronts.Add(Far) } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_past_is_the_same_event_by_event_and_what_follows_is_not(string what, Func<Scenario, Scenario> change)
    {
        var (before, after) = (Contested(), change(Contested()));
        (before with { Experiment = new ExperimentPlan { Compare = [new Alternative("later", after) { From = Noon }] } }).Problems()
            .Should().BeEmpty(what);
        for (ulong seed = 1; seed <= 3; seed++)
        {
            var (plain, branched) = (Records(new CompiledScenario(before), seed), Records(Branched(before, after), seed));
            var noon = SimTime.Start + TimeSpan.FromHours(12);
            branched.TakeWhile(one => one.At < noon).Should().Equal(plain.TakeWhile(one => one.At < noon), what).And
                .HaveCountGreaterThan(20);
            branched.Should().NotEqual(plain, what);
        }
    }

    // From the start it is another run altogether: an intervention at the start is that run.
    [Theory]
    [MemberData(nameof(Changes))]
    public void Set_at_the_start_it_is_the_run_of_the_other_scenario(string what, Func<Scenario, Scenario> change)
    {
        var (before, after) = (Contested(), change(Contested()));
        if (what is "reviewed at times" or "another front") return;
        var (branched, plain) = (Replication.Run(Branched(before, after, Moment.Day(0)), 1, 0, audit: true), after.Run(1));
        branched["delivered", "camp"].Should().Be(plain["delivered", "camp"], what);
        branched["hungry", "camp"].Should().BeApproximately(plain["hungry", "camp"], 1e-6, what);
    }

    // Four trucks at the bridge since 1:30, 20 min each.
    [Theory]
    [InlineData(1, 2, "2:00", "1:50 2:10 2:20 2:30")]
    [InlineData(1, 4, "2:00", "1:50 2:10 2:20 2:20")]
    [InlineData(2, 1, "1:40", "1:50 1:50 2:10 2:30")]
    public void Lanes_that_come_serve_at_once_and_those_that_go_finish(int lanes, int then, string at, string passed)
    {
        var before = Road(4).Bridge(bridge => bridge with { Lanes = lanes });
        Onward(before, before.Bridge(bridge => bridge with { Lanes = then }), at).Should()
            .Equal(passed.Split(' ').Select(time => $"d0 0{time}"));
    }

    [Fact]
    public void Lanes_of_one_direction_may_change_alone()
    {
        var before = Road(4).Bridge(bridge => bridge with { Lanes = Each<int>.Of(("in", 1), ("out", 1)) });
        Onward(before, before.Bridge(bridge => bridge with { Lanes = Each<int>.Of(("in", 3), ("out", 1)) }), "1:40").Should()
            .Equal("d0 01:50", "d0 02:00", "d0 02:00", "d0 02:10");
    }

    [Fact]
    public void Who_is_inspected_when_hours_or_rules_change_is_finished_and_the_others_wait()
    {
        var before = Road(4).Bridge(bridge => bridge with { HeldBy = "blue" });
        Onward(before, before.Bridge(bridge => bridge with { Hours = OpenFrom(5) }), "1:40").Should().Equal("d0 01:50", "d0 05:20",
            "d0 05:40", "d0 06:00");
        Onward(before, before.Bridge(bridge => bridge with { Passage = [("blue", [("aid", Permission.No)])] }), "1:40").Should()
            .Equal("d0 01:50");
    }

    // 6 t last for six hours. At noon 6,000 person-days are missing; then half a ration is a whole one, and six hours more are missing.
    [Fact]
    public void What_was_missing_stays_counted_in_the_rations_of_its_time()
    {
        var before = Camp().Place<Camp>("camp", camp => camp with { Stock = Food(6) })
            .Until("18:00") with { Measures = [new Measure("hungry") { Of = "camp", Is = MeasureKind.UnmetPersonDays }] };
        var after = before.Place<Camp>("camp", camp => camp with { Rations = [("food", Rate.PerDay(Quantity.Kilograms(0.5m)))] });
        Replication.Run(Branched(before, after), 1, 0, audit: true)["hungry", "camp"].Should().BeApproximately(12_000, 0.01);
        before.Run(1)["hungry", "camp"].Should().BeApproximately(12_000, 0.01);
        after.Run(1)["hungry", "camp"].Should().BeApproximately(6_000, 0.01, "6 t last for twelve hours");
    }

    // 24,000 people: 4,000 too many from noon on.
    [Fact]
    public void Room_counts_from_the_instant_at_which_it_changes()
    {
        var before = Camp().Place<Camp>("camp", camp => camp with { Capacity = 24_000 })
            .Until("36:00") with { Measures = [new Measure("crowded") { Of = "camp", Is = MeasureKind.OverCapacity }] };
        Replication.Run(Branched(before, before.Place<Camp>("camp", camp => camp with { Capacity = 20_000 })), 1, 0, audit: true)["crowded",
            "camp"].Should().BeApproximately(4_000, 1e-6);
    }

    [Fact]
    public void What_is_sent_at_another_rate_is_counted_anew()
    {
        var before = Daily().Until("40:00");
        var run = Replication.Run(Branched(before, before.Line("road", line => line with { Send = Each("5:00") })), 1, 0, tell: true,
            audit: true);
        run.Story.Where(one => one.Kind == HappeningKind.Ordered).Select(one => Play.Time(one.At)).Should().Equal("d0 17:00", "d0 22:00",
            "d1 03:00", "d1 08:00", "d1 13:00");
    }

    // 1 t an hour, sent each 6 h, and twice as much from noon on: the sending due at noon is the last of
    // what was. Changed in between, 2 t have come due since 10:00 and go with the first of the new, 10 t at 17:00.
    [Theory]
    [InlineData(6, "d0 06:00 6 t food", "d0 12:00 6 t food", "d0 18:00 12 t food")]
    [InlineData(5, "d0 05:00 5 t food", "d0 10:00 5 t food", "d0 17:00 12 t food")]
    public void What_has_come_due_is_sent_all_the_same(int every, params string[] sent)
    {
        var before = Camp().With(Line("road", "trucks") with { Send = new Rate(Quantity.Tonnes(1), Span("1:00")),
            Every = TimeSpan.FromHours(every) }).Until("19:00");
        var run = Replication.Run(Branched(before,
            before.Line("road", line => line with { Send = new Rate(Quantity.Tonnes(2), Span("1:00")) })), 1, 0, tell: true, audit: true);
        run.Story.Where(one => one.Kind == HappeningKind.Ordered).Select(one => $"{Play.Time(one.At)} {one.Detail}").Should().Equal(sent);
    }

    // They face each other since 4:30, and would until 24:30.
    [Fact]
    public void A_stand_off_begins_anew_and_a_front_that_is_gone_is_over()
    {
        var before = North.Scenario(Waiting(), "48:00");
        States(before, before.TheFront(front => front with { StandOff = new StandOff { StepDown = TimeSpan.FromHours(2) } }))
            .Should().Equal(
            "d0 00:00 north Advance", "d0 04:30 north StandOff", "d0 14:00 north StepDown", "d0 14:00 bridge red", "d0 14:00 north Advance",
            "d0 14:30 north Ended");
        States(before, before with { Fronts = [] }).Should().Equal("d0 00:00 north Advance", "d0 04:30 north StandOff",
            "d0 12:00 north Ended");
    }

    // Steps of earlier instants are past. It fights from 13:00 to 15:00, as told.
    [Fact]
    public void A_script_takes_over_where_the_front_stands()
    {
        var before = North.Scenario(Waiting(), "48:00");
        States(before, before.TheFront(front => front with
        {
            StandOff = null, Fight = null,
            Script = [Step("2:00", ScriptAct.Ceasefire), Step("13:00", ScriptAct.Fight), Step("15:00", ScriptAct.Capture),
                Step("16:00", ScriptAct.Withdrawal)],
        })).Should().Equal(
            "d0 00:00 north Advance", "d0 04:30 north StandOff", "d0 13:00 north Fight", "d0 15:00 bridge red", "d0 15:00 north StandOff",
            "d0 16:00 north Withdrawal", "d0 16:00 north Ended");
    }

    // On its way since 0:00, told to go on at noon: it stands from 3:00, as the script says, and gets to
    // the bridge two hours later than it would have.
    [Fact]
    public void A_front_that_is_on_its_way_goes_on_by_a_script()
    {
        var slow = North.Scenario(Waiting() with { Pace = new Pace { Advance = North.Kmh(3) } }, "48:00");
        States(slow,
            slow.TheFront(front => front with { StandOff = null, Fight = null,
                Script = [Step("13:00", ScriptAct.StandOff), Step("15:00", ScriptAct.Advance), Step("18:00", ScriptAct.Capture)] }))
            .Should().Equal("d0 00:00 north Advance", "d0 13:00 north StandOff", "d0 15:00 north Advance", "d0 18:00 bridge red");
    }

    // It fights since 7:30, two tanks an hour: 9 by noon in the mean.
    [Fact]
    public void A_fight_that_is_ended_has_cost_what_it_cost_until_then()
    {
        var losses = new Losses { Of = "red", PerDay = [("tank", 48d)] };
        var before = North.Scenario(
            North.Front() with { Fight = new Fight { Lasts = TimeSpan.FromHours(8), AttackerWins = 1, Losses = [losses] } }, "48:00");
        var (lost, compiled) = (0L, Branched(before, before with { Fronts = [] }));
        for (var run = 0; run < 400; run++) lost += Replication.Run(compiled, 3, run, audit: true).Equipment.Single().Lost;
        (lost / 400.0).Should().BeApproximately(9, 4.42 * Math.Sqrt(9 / 400.0));
    }

    [Fact]
    public void The_end_of_a_disruption_is_told_where_an_intervention_ends_it()
    {
        var before = Road().With(Closed("bridge", "1:00", "50:00"),
            new Closure("storm") { Close = "bridge", While = Condition.Captured("bridge").Not() },
            new Closure("hail") { Close = "bridge", Every = TimeSpan.FromHours(2), Chance = 1, For = TimeSpan.FromHours(30) },
            Closed("bridge", "13:00", "5:00", id: "never"));
        var run = Replication.Run(Branched(before, before with { Disruptions = [] }), 1, 0, tell: true, audit: true);
        run.Story.Where(one => one.Kind == HappeningKind.DisruptionEnded).Select(one => $"{Play.Time(one.At)} {one.Subject}").Should()
            .BeEquivalentTo(
            ["d0 12:00 flood", "d0 12:00 storm", .. Enumerable.Repeat("d0 12:00 hail", 5)]);
    }

    public static TheoryData<string, Func<Scenario, Scenario>, string> Refused => new()
    {
        { "places.bridge.inspection", scenario => scenario.Bridge(bridge => bridge with { Inspection = Minutes(5) }),
            "allowed of a crossing: lanes, hours, passage" },
        { "places.camp.warn-below", scenario => scenario.Place<Camp>("camp", camp => camp with { WarnBelow = TimeSpan.FromDays(1) }),
            "allowed of a camp: rations, local-share, capacity" },
        { "supply-lines.road.by", scenario => scenario.Line("road", line => line with { By = "planes" }),
            "allowed of a supply line: when-below, up-to" },
        { "policies.knowledge", scenario => scenario with { Policies = scenario.Policies with { Knowledge = Knowledge.Perfect } },
            "allowed of policies: reroute, routing" },
        { "fronts.north.along", scenario => scenario.TheFront(front => front with { Along = [East(-60), "bridge"] }),
            "allowed of a front: pace, contact" },
        { "fleets.trucks.carries", scenario => scenario.Fleet("trucks", fleet => fleet with { Carries = Mass.FromTonnes(4) }),
            "allowed of a fleet: count" },
        { "attacks.lost", scenario => scenario with { Attacks = scenario.Attacks! with { Lost = 0.5 } },
            "of a crossing lanes, hours, passage; of a camp rations" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_change_under_way_is_refused_and_told_what_can(string path, Func<Scenario, Scenario> change, string help)
    {
        var problem = Problems(change).Should().ContainSingle().Subject;
        problem.Path.Should().Be($"experiment.compare.later.set[{path}]");
        problem.Message.Should().Be($"'{path}' cannot be changed in the middle of a run");
        problem.Help.Should().Contain(help);
    }

    public static TheoryData<string, Func<Scenario, Scenario>> InThisWay => new()
    {
        { "'places.bridge.lanes' are shared by both directions",
            scenario => scenario.Bridge(bridge => bridge with { Lanes = Each<int>.Of(("in", 2), ("out", 1)) }) },
        { "'places.other.capacity' is a number from the start or never",
            scenario => scenario.Place<Camp>("other", camp => camp with { Capacity = null }) },
        { "'food' would have to be brought to 'other'",
            scenario => scenario.Place<Camp>("other", camp => camp with { LocalShare = [("food", 1.0)] }) },
        { "'supply-lines.road' orders by its level and cannot begin to send",
            scenario =>
                scenario.Line("road", line => line with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(24)) }) },
        { "'policies.dispatch.minimum-load' cannot be changed",
            scenario => scenario with { Policies = scenario.Policies with { Dispatch = new Go { MinimumLoad = 0.5 } } } },
        { "'early' starts at",
            scenario => scenario with { Fronts = scenario.Fronts.Add(Far with { Id = "early", Starts = Moment.Day(0) }) } },
        { "nobody counts a 'tank' of 'red'",
            scenario => scenario.TheFront(front =>
                front with { Fight = front.Fight! with { Losses = [new Losses { Of = "red", PerDay = [("tank", 1d)] }] } }) },
    };

    [Theory]
    [MemberData(nameof(InThisWay))]
    public void What_cannot_change_in_this_way_is_refused(string message, Func<Scenario, Scenario> change) =>
        Problems(change).Should().ContainSingle().Which.Message.Should().StartWith(message);

    [Fact]
    public void An_alternative_that_sets_nothing_is_told() =>
        (Contested() with { Experiment = new ExperimentPlan { Compare = [new Alternative("later", Contested()) { From = Noon }] } })
            .Cautions()
            .Should().Contain(one => one.Path == "experiment.compare.later.set" && one.Message.StartsWith("nothing is another from"));

    private static IEnumerable<Problem> Problems(Func<Scenario, Scenario> change) =>
        (Contested() with { Experiment = new ExperimentPlan { Compare = [new Alternative("later", change(Contested())) { From = Noon }] } })
            .Problems();

    private static CompiledScenario Branched(Scenario before, Scenario after, Moment? from = null) =>
        CompiledScenario.Of(before, new Alternative("later", after) { From = from ?? Noon });

    private static ScriptStep Step(string at, ScriptAct act) => new() { At = Moment.After(Span(at)), Do = act };

    private static Front Waiting() => North.Front() with { StandOff = new StandOff { Fight = TimeSpan.FromHours(20) } };

    private static string[] Onward(Scenario before, Scenario after, string at) =>
        [.. Replication.Run(Branched(before, after, Moment.After(Span(at))), 7, 0, tell: true, audit: true).Trips
            .Where(trip => trip.Forward && before.Routes[trip.Route].Id == "bridge - town").Select(trip => Play.Time(trip.Departs))];

    private static string[] States(Scenario before, Scenario after) =>
        [.. Replication.Run(Branched(before, after), 1, 0, tell: true, audit: true).Story
            .Where(one => one.Kind is HappeningKind.FrontChanged or HappeningKind.Captured)
            .Select(one =>
                $"{Play.Time(SimTime.Start + TimeSpan.FromSeconds(Math.Round((one.At - SimTime.Start).TotalSeconds)))} {one.Subject} {one.Detail}")];

    private static List<(SimTime At, Outcome Kind, long First, long Second)> Records(CompiledScenario compiled, ulong seed)
    {
        var records = new List<(SimTime, Outcome, long, long)>();
        Replication.Run(compiled, seed, 0, audit: true,
            watch: (world, _) => world.Recorded += (kind, first, second) => records.Add((world.Now, kind, first, second)));
        return records;
    }

    // Trucks by a bridge that comes and goes, before which two armies face each other, or by a long way
    // round; planes too; more people come.
    private static Scenario Contested()
    {
        var road = Camp().With(Line("road", "trucks") with { WhenBelow = Food(40), UpTo = Food(60) },
            Line("air", "planes") with { Send = new Rate(Quantity.Tonnes(11), TimeSpan.FromHours(2)), Every = TimeSpan.FromHours(2) });
        var minutes = Duration.Lognormal(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(20));
        return road with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(4) },
            Parties = [new Party("red"), new Party("blue")],
            Places =
            [
                road.Places[0] is Depot depot ? depot with { Unloading = Minutes(20) } : road.Places[0],
                (Camp)road.Places[1] with { Capacity = 26_000, Arrivals = Arrivals.Poisson(300),
                    Overflow = new Overflow { Pace = Speed.FromKilometresPerHour(4) } },
                new Camp("other") { People = 10, Stock = Food(1), Docks = 1, Unloading = Minutes(30), Capacity = 90_000 },
                new Crossing("bridge") { At = East(0), HeldBy = "blue", Lanes = 1, Inspection = minutes },
            ],
            Routes = [.. road.Routes.Skip(1), Leg("depot", "bridge", 30),
                Leg("bridge", "camp", 30) with { Hazard = new Rate(Quantity.Pieces(1), TimeSpan.FromHours(20)) }, Leg("depot", "camp", 150),
                Leg("camp", "other", 20)],
            Fleets = [.. road.Fleets.Select(fleet => fleet.Id == "trucks"
                ? fleet with { Count = 4, Carries = Mass.FromTonnes(3),
                    Breakdown = new Breakdown { Every = Distance.FromKilometres(200), Repair = minutes } }
                : fleet)],
            Fronts = [Waiting()],
            Attacks = new AttackRules { Lost = 0.02 },
            Policies = new Policies { Reroute = new Reroute { Longest = 9 } },
            Disruptions =
            [
                new Closure("shelling") { Close = "bridge", Every = Duration.Exponential(TimeSpan.FromHours(4)), For = minutes,
                    EnRoute = EnRoute.Hold },
                new Closure("fighting") { Close = "bridge", While = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(10)),
                    EnRoute = EnRoute.TurnBack },
            ],
            Measures = [new Measure("delivered") { Of = "camp", Is = MeasureKind.Delivered, Commodity = "food" },
                new Measure("hungry") { Of = "camp", Is = MeasureKind.UnmetPersonDays }],
        };
    }
}

/// <summary>Changes of the one front of a scenario.</summary>
internal static class OneFront
{
    public static Scenario TheFront(this Scenario scenario, Func<Front, Front> change) =>
        scenario with { Fronts = [change(scenario.Fronts[0])] };
}
