using System.Globalization;
using System.Text.Json;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Testing;
using static SupplySim.Tests.Experiments.RankWays;

namespace SupplySim.Tests.Experiments;

/// <summary>What matters most is first, ties are ties, and what is spared would have changed nothing.</summary>
public sealed class RankTests
{
    [Fact]
    public void The_sole_crossing_is_first_and_what_has_another_way_beside_it_does_nothing()
    {
        var result = Experiment.Rank(Ways, Week with { What = ["places", "ends"] }, InRuns(3));

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

    /// <summary>To shut whom all is for, or where all comes from, says nothing of the ways between.</summary>
    [Fact]
    public void Ends_are_left_out_unless_they_are_asked_for()
    {
        var result = Experiment.Rank(Ways, Week with { What = ["places"] }, InRuns(2));
        result.LeftOut.Should().Equal("depot", "camp");
        result.Closures.Select(one => one.Target).Should().BeEquivalentTo(["gate", "left", "right"]);

        var ends = Experiment.Rank(Ways, Week with { What = ["ends"] }, InRuns(2));
        (ends.LeftOut.IsEmpty, ends.Closures.Length).Should().Be((true, 2));
        // Where there is a second source, to shut one of them is a question.
        var two = Ways with
        {
            Places = Ways.Places.Add(new Depot("store") { Stock = Supply.Unlimited, Docks = 10, Loading = Small.Minutes(30) }),
            Routes = Ways.Routes.Add(Small.Leg("store", "gate", 60)),
            Fleets = Ways.Fleets.Add(new Fleet("others") { Traffic = "aid", Base = "store", Count = 4, Carries = Mass.FromTonnes(10) }),
            SupplyLines = Ways.SupplyLines.Add(Ways.SupplyLines[0] with { Id = "second", From = "store", By = "others" }),
        };
        Experiment.Rank(two, Week with { What = ["places"] }, InRuns(1)).LeftOut.Should().Equal("camp");
    }

    // Two hundred traders a day gather before the gate while it is shut, and pass it first when it opens;
    // the trucks alone would have been through at once.
    [Fact]
    public void What_the_queue_of_those_who_merely_pass_adds_is_told_apart()
    {
        var passed = Ways with
        {
            Fleets = Ways.Fleets.Add(new Fleet("traders")
            {
                Traffic = "commercial",
                Through = "gate",
                Arrivals = new Arrivals(Rate.PerDay(Quantity.Pieces(70)), IsRandom: false),
            }),
        };
        var gate = Of(Experiment.Rank(passed, Week with { What = ["places", "ends"] }, InRuns(2)), "gate");
        gate.EffectWithoutStrangers.Should()
            .Be(Of(Experiment.Rank(Ways, Week with { What = ["places", "ends"] }, InRuns(2)), "gate").Effect);
        gate.Effect!.Difference.Should().BeGreaterThan(gate.EffectWithoutStrangers!.Difference * 1.2);
        gate.StrangersShare.Should().BeApproximately(1 - gate.EffectWithoutStrangers.Difference / gate.Effect.Difference, 1e-12);
        Of(Experiment.Rank(Ways, Week with { What = ["places", "ends"] }, InRuns(2)), "gate").StrangersShare.Should().BeNull();
    }

    [Fact]
    public void What_nobody_passes_is_spared_with_the_reason_and_closing_it_changes_nothing()
    {
        var result = Experiment.Rank(Ways, Week, InRuns(2));

        result.Spared.Should().Equal(
            new SparedClosure("stub", false, SparedBecause.NoWayLeadsPast),
            new SparedClosure("far", false, SparedBecause.NeverOpen),
            new SparedClosure("inn", false, SparedBecause.NothingIsHandled),
            new SparedClosure("gate - stub", true, SparedBecause.NoWayLeadsPast),
            new SparedClosure("far - camp", true, SparedBecause.NoWayLeadsPast),
            new SparedClosure("depot - far", true, SparedBecause.NoWayLeadsPast));
        result.SparedChangesNothing.Should().BeTrue();
        (result.Closures.Length + result.Spared.Length + result.LeftOut.Length).Should().Be(Ways.Places.Length + Ways.Routes.Length);
    }

    [Fact]
    public void What_a_disruption_will_open_is_not_spared()
    {
        var opens = Ways with { Disruptions = [new Opening("soon") { Open = "far", At = Moment.Day(1) }] };
        var result = Experiment.Rank(opens, Week, InRuns(1));

        result.Spared.Select(one => one.Target).Should().Equal("stub", "inn", "gate - stub");
        // There are two ways now.
        Of(result, "gate").Effect!.Difference.Should().Be(0);
        Experiment.Rank(Ways with { Disruptions = [new Opening("soon") { Open = "far", At = Moment.Never }] }, Week, InRuns(1))
            .Spared.Should().HaveCount(6);
    }

    // Nobody passes the stub, but somebody looks at it.
    [Fact]
    public void What_was_spared_and_matters_all_the_same_is_closed_after_all()
    {
        var watched = Ways with { Disruptions = [new Closure("strike") { Close = "gate", While = Condition.Open("stub").Not() }] };
        var result = Experiment.Rank(watched, Week with { What = ["places", "ends"] }, InRuns(2));

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
        Experiment.Rank(scenario, Week with { At = default }, InRuns(1)).Spared.Should()
            .Equal(new SparedClosure("depot - camp (air)", true, SparedBecause.NobodyFlies));
        var flown = scenario with { SupplyLines =
            scenario.SupplyLines.Add(Small.Line("air", "planes") with { WhenBelow = Small.Food(10), UpTo = Small.Food(20) }) };
        Experiment.Rank(flown, Week with { At = default }, InRuns(1)).Spared.Should().BeEmpty();
    }

    // The published network (data/interdiction): a camp without stock eats nothing until the first truck is there, so that each hour of
    // way costs people/24 person-days. The worst closure makes 17 hours of 5.
    [Fact]
    public void The_worst_closure_of_a_published_network_is_first_with_the_published_length_of_way()
    {
        var rows = File.ReadLines(DataFolder.Find("interdiction/shortest_path_sample_arcs_data.csv")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split(',')).ToArray();
        var published = JsonDocument.Parse(File.ReadAllText(DataFolder.Find("interdiction/expected.json"))).RootElement
            .GetProperty("shortest_path");
        var scenario = Ways with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(3) },
            Places =
            [
                new Depot("start") { Stock = Supply.Unlimited, Docks = 1, Loading = TimeSpan.Zero }, new Town("b"), new Town("c"),
                new Town("d"),
                new Camp("end") { People = 2_400, WarnBelow = TimeSpan.FromDays(1), Docks = 1, Unloading = TimeSpan.Zero },
            ],
            Routes = [.. rows.Select(row =>
                Small.Leg(row[0].ToLowerInvariant(), row[1].ToLowerInvariant(), 60 * int.Parse(row[2], CultureInfo.InvariantCulture)))],
            Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "start", Count = 1, Carries = Mass.FromTonnes(100) }],
            SupplyLines = [new SupplyLine("road")
            {
                From = "start",
                To = "end",
                By = "trucks",
                WhenBelow = Supply.Days(1),
                UpTo = Supply.Days(9),
            }],
            Policies = new Policies { Reroute = new Reroute { Longest = 100 } },
        };

        var result = Experiment.Rank(scenario, new RankPlan { What = ["routes"], ShutFor = TimeSpan.FromDays(3) }, InRuns(2));

        int Cost(int attacks) => published.GetProperty($"attacks_{attacks}").GetProperty("cost").GetInt32();
        result.Open.Mean.Should().Be(2_400 / 24.0 * Cost(0));
        var worst = published.GetProperty("attacks_1").GetProperty("interdict")[0].GetString()!.Replace("->", " - ",
            StringComparison.Ordinal).ToLowerInvariant();
        result.Closures[0].Should().BeEquivalentTo(new { Target = worst, Rank = 1, IsTied = false });
        result.Closures[0].Effect!.Difference.Should().Be(2_400 / 24.0 * (Cost(1) - Cost(0)));
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
        var open = Experiment.Run(scenario, new() { Runs = 30 }).Alternatives[0].Measure("hungry").Estimate;

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
        var result = Experiment.Rank(Compared(("as-it-is", Floods()), ("fuller", Store(Floods(), 8))),
            Week with { What = ["places", "ends"] },
            new() { Runs = 12, Workers = 1, Progress = progress }, stop.Token);

        result.Should().BeEquivalentTo(new { Runs = 3, RunsPlanned = 12, IsWhole = false });
        result.Closures.Should().OnlyContain(one => one.Protection == null && one.Effect!.N == 3);
        var none = () => Experiment.Rank(Ways, Week, InRuns(2), new CancellationToken(canceled: true));
        none.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void Progress_ends_where_it_said_it_would()
    {
        var progress = new Until(int.MaxValue, null);
        Experiment.Rank(Compared(("as-it-is", Ways), ("fuller", Store(Ways, 8))), Week with { What = ["places", "ends"] },
            new() { Runs = 4, Workers = 2, Progress = progress });

        // Seven in the first round; in the second the alternative, and what surely does harm: gate, depot and camp.
        progress.Last.Should().Be(new ExperimentProgress(4 * 7 + 4 * 4, 4 * 7 + 4 * 4));
    }

    [Fact]
    public void A_measure_of_which_more_is_better_ranks_the_same()
    {
        var result = Experiment.Rank(Ways, Week with { What = ["places", "ends"], By = "met" }, InRuns(2));

        result.Closures[0].Effect!.Difference.Should().BeNegative();
        result.Closures.Select(one => one.Target).Should()
            .Equal(Experiment.Rank(Ways, Week with { What = ["places", "ends"] }, InRuns(2)).Closures.Select(one => one.Target));
    }

    [Fact]
    public void A_measure_without_a_value_in_some_closures_puts_them_last()
    {
        // Nobody orders at a depot that is shut all the time, and of nothing nothing is delivered.
        var scenario =
            Ways with { Measures = [new Measure("share") { Of = "camp", Is = MeasureKind.DeliveredPerSent, Commodity = "food" }] };
        var result = Experiment.Rank(scenario,
            new RankPlan { What = ["places", "ends"], ShutFor = TimeSpan.FromDays(30), By = "share" }, InRuns(2));

        result.Closures[^1].Effect.Should().BeNull();
        result.Closures[0].Effect.Should().NotBeNull();
        result.Closures[^1].Rank.Should().BeGreaterThan(1);
    }

    [Theory]
    [InlineData("first", "'first' may never happen, and then it has no value to compare")]
    [InlineData("hungri", "there is no measure 'hungri'")]
    public void A_measure_that_cannot_rank_is_refused(string by, string message) =>
        Refused(Ways, Week with { By = by }).Should().StartWith(message);

    [Fact]
    public void A_plan_that_would_do_nothing_is_refused()
    {
        Refused(Ways, Week with { At = Moment.Day(20) }).Should().Be("day 20, when the run has ended: nothing would be shut");
        Refused(Ways, Week with { At = Moment.Never }).Should().Be("never, when the run has ended: nothing would be shut");
        Refused(Ways, Week with { ShutFor = TimeSpan.Zero }).Should().NotBeEmpty();
        Refused(Ways, Week with { What = [] }).Should().NotBeEmpty();
        Refused(Ways, Week with { What = ["bridges"] }).Should().Be("'bridges' cannot be closed in turn; allowed: places, routes, ends");
        Refused(Ways with { Measures = [] }, Week).Should().Be("nothing is measured that could rank closures");
        Refused(Ways with { Routes = [], SupplyLines = [] }, Week with { What = ["routes"] }).Should()
            .Be("there is nothing that could be shut");
        Refused(Compared(("blind", Ways with { Measures = [] }), ("seeing", Ways)), Week).Should()
            .Be("'hungry' is not measured in the alternative 'blind'");
    }

    [Fact]
    public void The_scenario_s_own_plan_is_the_default()
    {
        var planned = Ways with { Experiment = new() { Runs = 2, Seed = 7, Rank = Week with { What = ["routes"], By = "met" } } };
        var result = Experiment.Rank(planned);

        result.Should().BeEquivalentTo(new { Runs = 2, Seed = 7UL, Plan = new { What = new[] { "routes" }, By = "met" } });
        Experiment.Rank(Ways, options: InRuns(1)).Plan.Should()
            .BeEquivalentTo(new { By = "hungry", ShutFor = TimeSpan.FromDays(14), What = new[] { "places", "routes" } });
    }

    [Fact]
    public void An_id_that_the_scenario_has_already_is_no_matter()
    {
        var named =
            Ways with { Disruptions = [new Closure("shut-in-turn") { Close = "left", At = Moment.Day(1), For = TimeSpan.FromDays(1) }] };
        Experiment.Rank(named, Week with { What = ["places", "ends"] }, new() { Runs = 1, Audit = true }).Closures[0].Rank.Should().Be(1);
    }

    private static RankResult Random(int workers, CancellationToken cancellation) => Experiment.Rank(
        Compared(("as-it-is", Floods()), ("fuller", Store(Floods(), 8))), Week, new() { Runs = 30, Workers = workers }, cancellation);

    private static void Compare(RankResult one, RankResult other)
    {
        one.Should().BeEquivalentTo(other, how => how.Excluding(result => result.Cost).WithStrictOrdering());
        one.Cost.Events.Should().Be(other.Cost.Events);
        one.Closures.Should().Contain(closure => closure.Protection != null);
    }

    private static string Refused(Scenario scenario, RankPlan plan)
    {
        var rank = () => Experiment.Rank(scenario, plan, InRuns(1));
        return rank.Should().Throw<InvalidScenarioException>().Which.Problems.Should().ContainSingle().Which.Message;
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
