using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Tests.Experiments;

/// <summary>Runs that start from what is known of a date.</summary>
public sealed class AsOfTests
{
    private static readonly Moment Start = Moment.Day(0);

    // 24,000 people eat 1 t an hour, and have 20 t.
    private static readonly Scenario Camp = Small.Camp() with { SupplyLines = [],
        Measures = [new Measure("fed") { Of = "camp", Is = MeasureKind.ConsumedPerNeed }] };

    [Fact]
    public void A_known_stock_takes_the_place_of_what_the_scenario_says()
    {
        var run =
            (Camp with { AsOf = [new KnownState("food") { At = Start, Of = "camp", Stock = Quantity.Tonnes(12), Commodity = "food" }] })
                .Run(seed: 1);
        (run.Ledger[0].Initial, run["fed", "camp"]).Should().Be((12_000_000, 0.25));
        Camp.Run(seed: 1)["fed", "camp"].Should().BeApproximately(20 / 48.0, 1e-9);
    }

    // It would come out like the first, and look like an answer.
    [Fact]
    public void An_alternative_that_sets_what_is_known_is_refused()
    {
        var known = Camp with
        {
            AsOf =
            [
                new KnownState("food") { At = Start, Of = "camp", Stock = Quantity.Tonnes(12), Commodity = "food" },
                new KnownState("people") { At = Start, Of = "camp", People = 12_000 },
                new KnownState("trucks") { At = Start, Fleet = "trucks", Vehicles = 1 },
                new KnownState("later") { At = Moment.Day(1), Fleet = "planes", Vehicles = 9 },
            ],
        };
        string[] Told(Scenario other, Moment? from = null) =>
            [.. (known with { Experiment = new() { Compare = [new("as-it-is", known), new("other", other) { From = from }] } }).Problems()
                .Select(problem => problem.Message)];

        Told(known.Fleet("trucks", fleet => fleet with { Count = 9 })).Should()
            .Equal("it changes 'fleets.trucks.count', and 'as-of.trucks' says what that is at the start: it would change nothing");
        Told(known.Fleet("trucks", fleet => fleet with { Count = 9 }), Moment.Day(1)).Should().ContainSingle();
        Told(known with { Policies = new Policies { Share = new() { By = AllocationPolicy.Order } } }, Moment.Day(1)).Should().BeEmpty();
        Told(known.Place<Camp>("camp", camp => camp with { Stock = Supply.Days(3), People = 9 })).Should().HaveCount(2);
        Told(known.Fleet("planes", fleet => fleet with { Count = 9 })).Should().BeEmpty();
        Told(known with { AsOf = [known.AsOf[0], known.AsOf[1], known.AsOf[2] with { Vehicles = 5 }, known.AsOf[3]] }).Should().BeEmpty();
    }

    [Fact]
    public void Known_people_eat_and_days_of_supply_are_theirs()
    {
        var run =
            (Camp.Place<Camp>("camp", camp => camp with { Stock = Supply.Days(1) }) with
            {
                AsOf = [new KnownState("people") { At = Start, Of = "camp", People = 12_000 }],
            }).Run(seed: 1);
        (run.People.InCamp, run.Ledger[0].Initial, run.Ledger[0].Consumed).Should().Be((12_000, 12_000_000, 12_000_000));
    }

    [Fact]
    public void A_known_holder_decides_who_passes()
    {
        var scenario = Small.Daily().Bridge(bridge => bridge with
        {
            HeldBy = Each<string>.Of(("west", "red"), ("east", "red")), Passage = [("red", [("aid", Permission.Yes)]),
                ("blue", [("aid", Permission.No)])],
        }) with { Measures = [new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }] };
        KnownState Held(string? point) => new("held") { At = Start, Of = "bridge", HeldBy = "blue", ControlPoint = point };

        scenario.Run(seed: 1)["passed", "bridge"].Should().Be(18);
        (scenario with { AsOf = [Held("east")] }).Run(seed: 1)["passed", "bridge"].Should().Be(0);
        (scenario with { AsOf = [Held(null)] }).Run(seed: 1)["passed", "bridge"].Should().Be(0);
        // One bank is known, the other is as it was.
        var east = scenario with { AsOf = [Held("east")],
            Observed = [new("w") { Of = "bridge", At = Start, HeldBy = "red", ControlPoint = "west" },
                new("e") { Of = "bridge", At = Start, HeldBy = "blue", ControlPoint = "east" }] };
        east.Run(seed: 1).Observed.Should().Equal(0, 1);
    }

    [Fact]
    public void Known_vehicles_are_as_many_as_there_are()
    {
        var run = (Small.Road(crates: 5) with { AsOf = [new KnownState("trucks") { At = Start, Fleet = "trucks", Vehicles = 2 }] })
            .Run(seed: 1);
        run.Vehicles.Single().Should().Match<VehicleTotal>(one => one.Base + one.Moving + one.Broken + one.Lost == 2);
    }

    [Fact]
    public void Of_states_of_several_dates_those_of_the_start_count()
    {
        var scenario = Camp with
        {
            Clock = new Clock { Start = new(2017, 11, 1, 0, 0, 0, TimeSpan.FromHours(3)), Length = TimeSpan.FromDays(2),
                Zone = "Asia/Baghdad" },
            AsOf =
            [
                Food("a", "2017-10-25", 4), Food("b", "2017-11-01", 8), Food("c", "2017-11-08", 12),
            ],
        };
        scenario.Problems().Should().BeEmpty();
        scenario.Run(seed: 1).Ledger[0].Initial.Should().Be(8_000_000);
        var later = scenario with { Clock = scenario.Clock with { Start = scenario.Clock.Start.AddDays(7) } };
        later.Run(seed: 1).Ledger[0].Initial.Should().Be(12_000_000);
        var between = scenario with { Clock = scenario.Clock with { Start = scenario.Clock.Start.AddHours(1) } };
        between.Problems().Should().ContainSingle().Which.ToString().Should().Be(
            "as-of: no state is of 2017-11-01T01:00+03:00, when the run starts; there are states of 2017-10-25, 2017-11-01, 2017-11-08; "
                + "set clock.start to the date of a state");
        (scenario with { Clock = scenario.Clock with { Zone = "UTC" } }).Problems().Should().ContainSingle().Which.Help.Should().Be(
            "a date begins at midnight in the zone of the clock, which is UTC: give the clock the 'zone' of its start, such as "
                + "Asia/Baghdad");

        KnownState Food(string id, string date, int tonnes) =>
            new(id) { At = Moment.At(DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), Of = "camp",
                Stock = Quantity.Tonnes(tonnes), Commodity = "food" };
    }

    /// <summary>To start from a known state is to start from a scenario that says the same, bit by bit.</summary>
    [Fact]
    public void A_known_state_and_a_scenario_that_says_it_are_the_same_run()
    {
        var said = Small.Camp().Place<Camp>("camp", camp => camp with { People = 30_000, Stock = Supply.Of(("food", Quantity.Tonnes(7))) });
        var known = Small.Camp() with
        {
            AsOf = [new("people") { At = Start, Of = "camp", People = 30_000 },
                new("food") { At = Start, Of = "camp", Stock = Quantity.Tonnes(7), Commodity = "food" }],
        };
        known.Run(seed: 4).OutcomeFingerprint.Should().Be(said.Run(seed: 4).OutcomeFingerprint);
        known.Run(seed: 4, audit: true).Audit.Should().NotBeNull();
    }

    [Fact]
    public void An_alternative_that_begins_later_starts_from_the_same_state_and_may_add_vehicles()
    {
        var scenario = Small.Road(crates: 5) with { AsOf = [new KnownState("trucks") { At = Start, Fleet = "trucks", Vehicles = 2 }] };
        var more = scenario with { AsOf = [], Fleets = [scenario.Fleets[0] with { Count = 4 }] };
        var result = Experiment.Run(
            scenario with { Experiment = new() { Compare = [new("few", scenario), new("more", more) { From = Moment.Day(3) }] } },
            new() { Runs = 1 });
        result.Alternatives[1].Shown.Vehicles.Single().Should()
            .Match<VehicleTotal>(one => one.Base + one.Moving + one.Broken + one.Lost == 4);
    }

    [Fact]
    public void What_is_wrong_with_a_state_is_told_by_its_path()
    {
        var wrong = Camp with
        {
            AsOf =
            [
                new("nothing") { At = Start, Of = "camp" },
                new("two") { At = Start, Of = "camp", People = 3, Stock = Quantity.Tonnes(1) },
                new("nowhere") { At = Start, Of = "kamp", People = 3 },
                new("unlimited") { At = Start, Of = "depot", Stock = Quantity.Tonnes(1), Commodity = "food" },
                new("pieces") { At = Start, Of = "camp", Stock = Quantity.Pieces(1), Commodity = "food" },
                new("of-what") { At = Start, Of = "camp", Stock = Quantity.Tonnes(1) },
                new("no-fleet") { At = Start, Vehicles = 3 },
                new("never") { At = Moment.Never, Of = "camp", People = 3 },
                new("less") { At = Start, Of = "camp", People = -1 },
                new("same") { At = Start, Of = "camp", People = 4 },
                new("held") { At = Start, Of = "camp", HeldBy = "red" },
            ],
        };
        wrong.Problems().Select(one => one.Path).Should().Equal(
            "as-of.nothing", "as-of.two", "as-of.nowhere.of", "as-of.unlimited.of", "as-of.pieces.stock", "as-of.of-what.commodity",
            "as-of.no-fleet.fleet",
            "as-of.never.at", "as-of.less.people", "as-of.same", "as-of.held.held-by", "as-of.held.of");
        new Action(() => wrong.Run(seed: 1)).Should().Throw<InvalidScenarioException>();
    }
}
