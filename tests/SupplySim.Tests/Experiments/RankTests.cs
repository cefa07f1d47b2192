using System.Globalization;
using System.Text.Json;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Testing;

namespace SupplySim.Tests.Experiments;

/// <remarks>
/// <code>
///               /- left  -\
/// depot - gate -           - camp     stub leads nowhere, far never opens
///               \- right -/
/// </code>
/// </remarks>
public sealed class RankTests
{
    // One truck a crossing is enough: the camp eats a day in what one load brings.
    private static readonly Scenario Ways = new()
    {
        Title = "Ways",
        Clock = new Clock { Length = TimeSpan.FromDays(20) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Small.Minutes(30) },
            Crossing("gate"), Crossing("left"), Crossing("right"), Crossing("stub"),
            new Crossing("far") { Lanes = 1, Inspection = Small.Minutes(20), Hours = Hours.Never },
            new Town("inn"),
            new Camp("camp") { People = 10_000, Stock = Supply.Days(3), WarnBelow = TimeSpan.FromDays(1), Docks = 10, Unloading = Small.Minutes(30) },
        ],
        Routes =
        [
            Small.Leg("depot", "gate", 60), Small.Leg("gate", "left", 60), Small.Leg("gate", "right", 60), Small.Leg("left", "camp", 60), Small.Leg("right", "camp", 60),
            Small.Leg("gate", "stub", 10), Small.Leg("far", "camp", 10), Small.Leg("depot", "far", 10),
        ],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 4, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(3), UpTo = Supply.Days(4) }],
        Measures =
        [
            new Measure("met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed, By = SeriesStep.Day },
            new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays },
            new Measure("first") { Of = "camps", Is = MeasureKind.FirstTimeBelowWarning },
            new Measure("people") { Of = "camps", Is = MeasureKind.People },
        ],
    };

    private static readonly RankPlan Week = new() { ShutFor = TimeSpan.FromDays(7), At = Moment.Day(2) };

    [Fact]
    public void The_sole_crossing_is_first_and_what_has_another_way_beside_it_does_nothing()
    {
        var result = Experiment.Rank(Ways, Week with { What = ["places"] }, Runs(3));

        result.Closures.Select(one => one.Target).Should().BeEquivalentTo(["gate", "depot", "camp", "left", "right"]);
        var gate = Of(result, "gate");
        gate.Should().BeEquivalentTo(new { Rank = 1, IsSure = true, ChangesNothing = false, OnlyWayTo = new PlaceId[] { "camp" } });
        gate.Effect!.Difference.Should().BeGreaterThan(30_000);
        foreach (var side in new[] { "left", "right" })
        {
            Of(result, side).Effect!.Difference.Should().Be(0);
            Of(result, side).Should().BeEquivalentTo(new { Rank = 4, IsTied = true, IsSure = false });
        }
        result.Column.Should().BeEquivalentTo(new { Measure = "hungry", Place = (string?)null });
    }

    // Two hundred traders a day gather before the gate while it is shut, and pass it first when it opens; the trucks alone would have been through at once.
    [Fact]
    public void What_the_queue_of_those_who_merely_pass_adds_is_told_apart()
    {
        var passed = Ways with { Fleets = Ways.Fleets.Add(new Fleet("traders") { Traffic = "commercial", Through = "gate", Arrivals = new Arrivals(Rate.PerDay(Quantity.Pieces(70)), IsRandom: false) }) };
        var gate = Of(Experiment.Rank(passed, Week with { What = ["places"] }, Runs(2)), "gate");
        gate.EffectWithoutStrangers.Should().Be(Of(Experiment.Rank(Ways, Week with { What = ["places"] }, Runs(2)), "gate").Effect);
        gate.Effect!.Difference.Should().BeGreaterThan(gate.EffectWithoutStrangers!.Difference * 1.2);
        gate.StrangersShare.Should().BeApproximately(1 - gate.EffectWithoutStrangers.Difference / gate.Effect.Difference, 1e-12);
        Of(Experiment.Rank(Ways, Week with { What = ["places"] }, Runs(2)), "gate").StrangersShare.Should().BeNull();
    }

    [Fact]
    public void What_nobody_passes_is_spared_with_the_reason_and_closing_it_changes_nothing()
    {
        var result = Experiment.Rank(Ways, Week, Runs(2));

        result.Spared.Should().Equal(
            new SparedClosure("stub", false, SparedBecause.NoWayLeadsPast),
            new SparedClosure("far", false, SparedBecause.NeverOpen),
            new SparedClosure("inn", false, SparedBecause.NothingIsHandled),
            new SparedClosure("gate - stub", true, SparedBecause.NoWayLeadsPast),
            new SparedClosure("far - camp", true, SparedBecause.NoWayLeadsPast),
            new SparedClosure("depot - far", true, SparedBecause.NoWayLeadsPast));
        result.SparedChangesNothing.Should().BeTrue();
        (result.Closures.Length + result.Spared.Length).Should().Be(Ways.Places.Length + Ways.Routes.Length);
    }

    [Fact]
    public void What_a_disruption_will_open_is_not_spared()
    {
        var opens = Ways with { Disruptions = [new Opening("soon") { Open = "far", At = Moment.Day(1) }] };
        var result = Experiment.Rank(opens, Week, Runs(1));

        result.Spared.Select(one => one.Target).Should().Equal("stub", "inn", "gate - stub");
        // There are two ways now.
        Of(result, "gate").Effect!.Difference.Should().Be(0);
        Experiment.Rank(Ways with { Disruptions = [new Opening("soon") { Open = "far", At = Moment.Never }] }, Week, Runs(1))
            .Spared.Should().HaveCount(6);
    }

    // Nobody passes the stub, but somebody looks at it.
    [Fact]
    public void What_was_spared_and_matters_all_the_same_is_closed_after_all()
    {
        var watched = Ways with { Disruptions = [new Closure("strike") { Close = "gate", While = Condition.Open("stub").Not() }] };
        var result = Experiment.Rank(watched, Week with { What = ["places"] }, Runs(2));

        result.SparedChangesNothing.Should().BeFalse();
        result.Spared.Should().BeEmpty();
        result.Closures.Should().HaveCount(Ways.Places.Length);
        Of(result, "stub").Should().BeEquivalentTo(new { Rank = 1, IsTied = true });
        Of(result, "stub").Effect.Should().Be(Of(result, "gate").Effect);
        Of(result, "far").ChangesNothing.Should().BeTrue();
    }

    [Fact]
    public void An_air_route_is_spared_where_nobody_flies()
    {
        var scenario = Small.Camp().With(Small.Line("road", "trucks") with { WhenBelow = Small.Food(10), UpTo = Small.Food(20) }) with
        {
            Measures = [new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays }],
        };
        Experiment.Rank(scenario, Week with { At = default }, Runs(1)).Spared.Should().Equal(new SparedClosure("depot - camp (air)", true, SparedBecause.NobodyFlies));
        var flown = scenario with { SupplyLines = scenario.SupplyLines.Add(Small.Line("air", "planes") with { WhenBelow = Small.Food(10), UpTo = Small.Food(20) }) };
        Experiment.Rank(flown, Week with { At = default }, Runs(1)).Spared.Should().BeEmpty();
    }

    // The published network (data/interdiction): a camp without stock eats nothing until the first truck is there, so that each hour of
    // way costs people/24 person-days. The worst closure makes 17 hours of 5.
    [Fact]
    public void The_worst_closure_of_a_published_network_is_first_with_the_published_length_of_way()
    {
        var rows = File.ReadLines(DataFolder.Find("interdiction/shortest_path_sample_arcs_data.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        var published = JsonDocument.Parse(File.ReadAllText(DataFolder.Find("interdiction/expected.json"))).RootElement.GetProperty("shortest_path");
        var scenario = Ways with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(3) },
            Places =
            [
                new Depot("start") { Stock = Supply.Unlimited, Docks = 1, Loading = TimeSpan.Zero }, new Town("b"), new Town("c"), new Town("d"),
                new Camp("end") { People = 2_400, WarnBelow = TimeSpan.FromDays(1), Docks = 1, Unloading = TimeSpan.Zero },
            ],
            Routes = [.. rows.Select(row => Small.Leg(row[0].ToLowerInvariant(), row[1].ToLowerInvariant(), 60 * int.Parse(row[2], CultureInfo.InvariantCulture)))],
            Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "start", Count = 1, Carries = Mass.FromTonnes(100) }],
            SupplyLines = [new SupplyLine("road") { From = "start", To = "end", By = "trucks", WhenBelow = Supply.Days(1), UpTo = Supply.Days(9) }],
            Policies = new Policies { Reroute = new Reroute { Longest = 100 } },
        };

        var result = Experiment.Rank(scenario, new RankPlan { What = ["routes"], ShutFor = TimeSpan.FromDays(3) }, Runs(2));

        int Cost(int attacks) => published.GetProperty($"attacks_{attacks}").GetProperty("cost").GetInt32();
        result.Open.Mean.Should().Be(2_400 / 24.0 * Cost(0));
        var worst = published.GetProperty("attacks_1").GetProperty("interdict")[0].GetString()!.Replace("->", " - ", StringComparison.Ordinal).ToLowerInvariant();
        result.Closures[0].Should().BeEquivalentTo(new { Target = worst, Rank = 1, IsTied = false });
        result.Closures[0].Effect!.Difference.Should().Be(2_400 / 24.0 * (Cost(1) - Cost(0)));
    }

    [Fact]
    public void The_alternative_that_lowers_the_effect_most_protects_and_one_that_ruins_all_does_not()
    {
        var scenario = Compared(
            ("as-it-is", Ways), ("fuller", Store(Ways, 5)), ("fullest", Store(Ways, 8)), ("nothing", Ways with { SupplyLines = [] }));
        var result = Experiment.Rank(scenario, Week with { What = ["places"] }, Runs(2));

        result.Alternatives.Should().Equal("fuller", "fullest", "nothing");
        var protection = Of(result, "gate").Protection!;
        protection.Alternative.Should().Be("fullest");
        protection.Lowers.Difference.Should().Be(Of(result, "gate").Effect!.Difference - protection.Effect.Difference).And.BePositive();
        // More in store does not help a camp that nobody unloads at.
        Of(result, "left").Protection.Should().BeNull();
        var ruined = Experiment.Rank(Compared(("as-it-is", Ways), ("nothing", Ways with { SupplyLines = [] })), Week with { What = ["places"] }, Runs(2));
        ruined.Closures.Should().OnlyContain(one => one.Protection == null);
    }

    // Fuller stores from day 1 on are there when the gate is shut on day 2; from day 12 on they come too late, for it is open again.
    [Theory]
    [InlineData(1, true)]
    [InlineData(12, false)]
    public void An_alternative_that_begins_in_the_middle_of_a_run_protects_from_then_on(int day, bool protects)
    {
        var fuller = Ways with { SupplyLines = [Ways.SupplyLines[0] with { WhenBelow = Supply.Days(9), UpTo = Supply.Days(10) }] };
        var scenario = Ways with { Experiment = new() { Compare = [new("as-it-is", Ways), new("fuller", fuller) { From = Moment.Day(day) }] } };
        var gate = Of(Experiment.Rank(scenario, Week with { What = ["places"] }, new() { Runs = 2, Audit = true }), "gate");

        (gate.Protection is not null).Should().Be(protects);
        gate.Rank.Should().Be(1);
    }

    [Fact]
    public void An_alternative_that_does_not_have_or_measure_what_is_asked_is_not_asked_of_it()
    {
        var blind = Store(Ways, 8) with { Measures = [Ways.Measures[0]] };
        var other = Store(Ways, 8);
        other = other with
        {
            Places = other.Places.RemoveAt(1),
            Routes = [Small.Leg("depot", "left", 60), Small.Leg("left", "camp", 60)],
        };
        var result = Experiment.Rank(Compared(("as-it-is", Ways), ("blind", blind), ("no-gate", other)), Week with { What = ["places"] }, Runs(2));

        Of(result, "gate").Protection.Should().BeNull();
        Of(result, "depot").Protection!.Alternative.Should().Be("no-gate");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Any_number_of_workers_gives_the_same(int workers) => Compare(Random(workers, default), Random(1, default));

    [Fact]
    public void What_is_closed_changes_no_draw_of_the_rest()
    {
        var scenario = Floods();
        var open = Experiment.Run(scenario, new() { Runs = 12 }).Alternatives[0].Measure("hungry").Estimate;

        var result = Random(2, default);
        (result.Open.Mean, result.Open.HalfWidth).Should().Be((open.Mean, open.HalfWidth));
        // Somewhere in a run chance matters, so that equal runs are no accident.
        open.StandardDeviation.Should().BePositive();
    }

    [Fact]
    public void Told_to_stop_it_returns_the_runs_done_of_everything_and_asks_nothing_more()
    {
        using var stop = new CancellationTokenSource();
        // The baseline, what is spared, and five closures: seven a run.
        var progress = new Until(25, stop);
        var result = Experiment.Rank(Compared(("as-it-is", Floods()), ("fuller", Store(Floods(), 8))), Week with { What = ["places"] },
            new() { Runs = 12, Workers = 1, Progress = progress }, stop.Token);

        result.Should().BeEquivalentTo(new { Runs = 3, RunsPlanned = 12, IsWhole = false });
        result.Closures.Should().OnlyContain(one => one.Protection == null && one.Effect!.N == 3);
        var none = () => Experiment.Rank(Ways, Week, Runs(2), new CancellationToken(canceled: true));
        none.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void Progress_ends_where_it_said_it_would()
    {
        var progress = new Until(int.MaxValue, null);
        Experiment.Rank(Compared(("as-it-is", Ways), ("fuller", Store(Ways, 8))), Week with { What = ["places"] }, new() { Runs = 4, Workers = 2, Progress = progress });

        // Seven in the first round; in the second the alternative, and what surely does harm: gate, depot and camp.
        progress.Last.Should().Be(new ExperimentProgress(4 * 7 + 4 * 4, 4 * 7 + 4 * 4));
    }

    /// <summary>A lock that breaks while the left way is shut: what needs the left way shut cannot be ranked, all else is as without it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_closure_whose_runs_fail_has_no_rank_and_all_else_is_ranked_as_before(int workers)
    {
        var brittle = Ways.With(new Brittle("brittle") { When = "left" });
        var options = new ExperimentOptions { Runs = 12, Workers = workers, KeepFailures = true };
        var whole = Experiment.Rank(Ways.With(new Brittle("brittle") { When = "nowhere" }), Week with { What = ["places"] }, options);

        var result = Experiment.Rank(brittle, Week with { What = ["places"] }, options);

        result.Unranked.Should().Equal(new UnrankedClosure("left", false, 4));
        result.Failures.Select(one => (one.What, one.Replication)).Should().Equal(new[] { 0, 3, 6, 9 }.Select(run => ("baseline with place left shut", run)));
        result.Failures.Should().OnlyContain(one => one.Message.Contains("it broke", StringComparison.Ordinal));
        (result.Runs, result.IsWhole).Should().Be((12, true));
        result.Closures.Select(one => one.Target).Should().Equal(whole.Closures.Select(one => one.Target).Where(target => target != "left"));
        result.Closures.Select(one => one.Effect).Should().Equal(whole.Closures.Where(one => one.Target != "left").Select(one => one.Effect));
        result.Invoking(_ => Experiment.Rank(brittle, Week with { What = ["places"] }, Runs(12))).Should().Throw<Engine.SimulationFailedException>().WithMessage("*it broke*");
    }

    [Fact]
    public void What_fails_with_nothing_shut_is_left_out_everywhere_and_nothing_is_told_apart()
    {
        var options = new ExperimentOptions { Runs = 12, Workers = 2, KeepFailures = true };

        var result = Experiment.Rank(Ways.With(new Brittle("brittle")), Week with { What = ["places"] }, options);

        (result.Runs, result.RunsPlanned, result.IsWhole).Should().Be((8, 12, true));
        result.Unranked.Should().BeEmpty();
        result.Failures.Where(one => one.Shut.IsEmpty).Select(one => one.Replication).Should().Equal(0, 3, 6, 9);
        double.IsNaN(result.Open.HalfWidth).Should().BeTrue();
        result.Closures.Should().OnlyContain(one => one.Rank == 1 && !one.IsSure && one.Effect!.N == 8 && double.IsNaN(one.Effect.HalfWidth) && double.IsNaN(one.Effect.PValue));
        result.Closures[0].Target.Should().Be("depot");
        result.Invoking(_ => Experiment.Rank(Ways.With(new Brittle("brittle") { Every = 1 }), Week, options)).Should().Throw<Engine.SimulationFailedException>().Which.Replication.Should().Be(0);
    }

    [Fact]
    public void An_alternative_that_fails_is_not_asked_whether_it_protects()
    {
        var compared = Compared(("as-it-is", Floods()), ("fuller", Store(Floods(), 8)), ("brittle", Store(Floods(), 9).With([.. Floods().Disruptions, new Brittle("brittle")])));

        var result = Experiment.Rank(compared, Week, new() { Runs = 12, Workers = 2, KeepFailures = true });

        result.Closures.Should().Contain(one => one.Protection != null && one.Protection.Alternative == "fuller").And.NotContain(one => one.Protection != null && one.Protection.Alternative == "brittle");
        result.Failures.Should().NotBeEmpty().And.OnlyContain(one => one.Alternative == "brittle");
        (result.Unranked.IsEmpty, result.Runs).Should().Be((true, 12));
    }

    /// <summary>What is spared is shut all at once in one more alternative: where that fails, each of it is shut in turn after all.</summary>
    [Fact]
    public void Where_what_was_spared_fails_at_once_each_is_shut_in_turn()
    {
        var result = Experiment.Rank(Ways.With(new Brittle("brittle") { When = "stub" }), Week with { What = ["places"] }, new() { Runs = 6, KeepFailures = true });

        (result.SparedChangesNothing, result.Spared.IsEmpty).Should().Be((false, true));
        result.Unranked.Should().Equal(new UnrankedClosure("stub", false, 2));
        result.Failures.Should().Contain(one => one.Shut.Length > 1 && one.What.EndsWith("shut at once that were to be left open", StringComparison.Ordinal));
        result.Closures.Should().Contain(one => one.Target == "far");
    }

    [Fact]
    public void A_measure_of_which_more_is_better_ranks_the_same()
    {
        var result = Experiment.Rank(Ways, Week with { What = ["places"], By = "met" }, Runs(2));

        result.Closures[0].Effect!.Difference.Should().BeNegative();
        result.Closures.Select(one => one.Target).Should().Equal(Experiment.Rank(Ways, Week with { What = ["places"] }, Runs(2)).Closures.Select(one => one.Target));
    }

    [Fact]
    public void A_measure_without_a_value_in_some_closures_puts_them_last()
    {
        // Nobody orders at a depot that is shut all the time, and of nothing nothing is delivered.
        var scenario = Ways with { Measures = [new Measure("share") { Of = "camp", Is = MeasureKind.DeliveredPerSent, Commodity = "food" }] };
        var result = Experiment.Rank(scenario, new RankPlan { What = ["places"], ShutFor = TimeSpan.FromDays(30), By = "share" }, Runs(2));

        result.Closures[^1].Effect.Should().BeNull();
        result.Closures[0].Effect.Should().NotBeNull();
        result.Closures[^1].Rank.Should().BeGreaterThan(1);
    }

    [Theory]
    [InlineData("first", "'first' may never happen, and then it has no value to compare")]
    [InlineData("hungri", "there is no measure 'hungri'")]
    public void A_measure_that_cannot_rank_is_refused(string by, string message) => Refused(Ways, Week with { By = by }).Should().StartWith(message);

    [Fact]
    public void A_plan_that_would_do_nothing_is_refused()
    {
        Refused(Ways, Week with { At = Moment.Day(20) }).Should().Be("day 20, when the run has ended: nothing would be shut");
        Refused(Ways, Week with { At = Moment.Never }).Should().Be("never, when the run has ended: nothing would be shut");
        Refused(Ways, Week with { ShutFor = TimeSpan.Zero }).Should().NotBeEmpty();
        Refused(Ways, Week with { What = [] }).Should().NotBeEmpty();
        Refused(Ways, Week with { What = ["bridges"] }).Should().Be("'bridges' cannot be closed in turn; allowed: places, routes");
        Refused(Ways with { Measures = [] }, Week).Should().Be("nothing is measured that could rank closures");
        Refused(Ways with { Routes = [], SupplyLines = [] }, Week with { What = ["routes"] }).Should().Be("there is nothing that could be shut");
        Refused(Compared(("blind", Ways with { Measures = [] }), ("seeing", Ways)), Week).Should().Be("'hungry' is not measured in the alternative 'blind'");
    }

    [Fact]
    public void The_scenario_s_own_plan_is_the_default()
    {
        var planned = Ways with { Experiment = new() { Runs = 2, Seed = 7, Rank = Week with { What = ["routes"], By = "met" } } };
        var result = Experiment.Rank(planned);

        result.Should().BeEquivalentTo(new { Runs = 2, Seed = 7UL, Plan = new { What = new[] { "routes" }, By = "met" } });
        Experiment.Rank(Ways, options: Runs(1)).Plan.Should().BeEquivalentTo(new { By = "hungry", ShutFor = TimeSpan.FromDays(14), What = new[] { "places", "routes" } });
    }

    [Fact]
    public void An_id_that_the_scenario_has_already_is_no_matter()
    {
        var named = Ways with { Disruptions = [new Closure("shut-in-turn") { Close = "left", At = Moment.Day(1), For = TimeSpan.FromDays(1) }] };
        Experiment.Rank(named, Week with { What = ["places"] }, new() { Runs = 1, Audit = true }).Closures[0].Rank.Should().Be(1);
    }

    private static RankResult Random(int workers, CancellationToken cancellation) => Experiment.Rank(
        Compared(("as-it-is", Floods()), ("fuller", Store(Floods(), 8))), Week, new() { Runs = 12, Workers = workers }, cancellation);

    private static void Compare(RankResult one, RankResult other)
    {
        one.Should().BeEquivalentTo(other, how => how.Excluding(result => result.Cost).WithStrictOrdering());
        one.Cost.Events.Should().Be(other.Cost.Events);
        one.Closures.Should().Contain(closure => closure.Protection != null);
    }

    // The gate is flooded at times, which a closure of a week neither draws nor shifts.
    private static Scenario Floods() => Ways with
    {
        Disruptions = [new Closure("flood") { Close = "gate", Every = Duration.Exponential(TimeSpan.FromDays(4)), For = Duration.Exponential(TimeSpan.FromDays(3)) }],
    };

    private static Scenario Store(Scenario scenario, int days) => scenario with
    {
        Places = [.. scenario.Places.Select(place => place is Camp camp ? camp with { Stock = Supply.Days(days) } : place)],
        SupplyLines = [.. scenario.SupplyLines.Select(line => line with { WhenBelow = Supply.Days(days), UpTo = Supply.Days(days + 1) })],
    };

    private static Scenario Compared(params (string Name, Scenario Scenario)[] alternatives) =>
        Ways with { Experiment = new() { Compare = [.. alternatives.Select(one => new Alternative(one.Name, one.Scenario))] } };

    private static RankedClosure Of(RankResult result, string target) => result.Closures.Single(one => one.Target == target);

    private static ExperimentOptions Runs(int runs) => new() { Runs = runs, Workers = 2 };

    private static string Refused(Scenario scenario, RankPlan plan)
    {
        var rank = () => Experiment.Rank(scenario, plan, Runs(1));
        return rank.Should().Throw<InvalidScenarioException>().Which.Problems.Should().ContainSingle().Which.Message;
    }

    private static Crossing Crossing(string id) => new(id) { Lanes = 1, Inspection = Small.Minutes(20) };

    /// <summary>Fails on day 3 in some replications, always or where a place is shut by then.</summary>
    private sealed record Brittle(string Id) : Disruption(Id)
    {
        public string? When { get; init; }

        public int Every { get; init; } = 3;

        public override async Engine.Process Unfold(SupplySim.Runs.World world)
        {
            await world.Delay(TimeSpan.FromDays(3));
            var isShut = When is null || (world.Catalogue.TryPlace(When, out var place) && world.Crossings[place]!.IsShut);
            if (world.Simulation.Replication % Every == 0 && isShut) throw new InvalidOperationException("it broke");
        }
    }

    private sealed class Until(int runs, CancellationTokenSource? stop) : IProgress<ExperimentProgress>
    {
        private readonly Lock _lock = new();

        public ExperimentProgress Last { get; private set; }

        public void Report(ExperimentProgress value)
        {
            lock (_lock)
                if (value.RunsDone > Last.RunsDone) Last = value;
            if (value.RunsDone == runs) stop!.Cancel();
        }
    }
}
