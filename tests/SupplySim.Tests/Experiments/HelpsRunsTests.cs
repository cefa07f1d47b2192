using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Remedies;

namespace SupplySim.Tests.Experiments;

/// <summary>How it is asked what would help: workers, stopping, going on, what fails and what cannot be tried, scenarios that begin or
/// change in the middle.</summary>
public sealed class HelpsRunsTests
{
    private static readonly Scenario Floods = HelpsGate.Fed
        .With(new Closure("flood") { Close = "gate", Every = Duration.Exponential(TimeSpan.FromDays(4)),
            For = Duration.Exponential(TimeSpan.FromDays(6)) });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Any_number_of_workers_gives_the_same(int workers)
    {
        var (one, other) = (Floods.Ask(12, workers), Floods.Ask(12, workers: 2));

        one.Remedies.Should().Equal(other.Remedies);
        (one.AsItIs, one.Cost.Events).Should().Be((other.AsItIs, other.Cost.Events));
    }

    [Fact]
    public void Told_to_stop_it_returns_the_runs_done_of_everything()
    {
        using var stop = new CancellationTokenSource();
        var tried = Floods.Ask(1).Remedies.Length;
        var result = Experiment.Helps(Floods, options: new() { Runs = 12, Workers = 1, Progress = new After(3 * (tried + 1) + 2, stop) },
            cancellation: stop.Token);

        result.Should().BeEquivalentTo(new { Runs = 3, RunsPlanned = 12, IsWhole = false });
        result.Remedies.Should().HaveCount(tried).And.OnlyContain(one => one.Effect!.N == 3);
        var none = () => Experiment.Helps(Floods, cancellation: new CancellationToken(canceled: true));
        none.Should().Throw<OperationCanceledException>();
    }

    /// <summary>More than are tried at once: what was whole when it was stopped is told, and progress knows
    /// of all from the start.</summary>
    [Fact]
    public void Many_are_tried_some_at_a_time()
    {
        var many = HelpsGate.Fed with
        {
            Disruptions = [.. Enumerable.Range(0, 90).Select(day =>
                new Closure($"shut-{day}") { Close = "gate", At = Moment.Day(day % 30), For = TimeSpan.FromHours(2 + day / 30) })],
        };
        var progress = new After(int.MaxValue, null);
        var whole = Experiment.Helps(many, options: new() { Runs = 2, Workers = 2, Progress = progress });
        progress.Planned.Should().Equal(2 * (whole.Remedies.Length + 1));
        whole.Remedies.Length.Should().BeGreaterThan(90);

        using var stop = new CancellationTokenSource();
        var stopped = Experiment.Helps(many, options: new() { Runs = 2, Workers = 1, Progress = new After(2 * 70, stop) },
            cancellation: stop.Token);
        (stopped.IsWhole, stopped.Runs, stopped.Remedies.Length, stopped.Unreached).Should().Be((false, 2, 64, whole.Remedies.Length - 64));
        whole.Unreached.Should().Be(0);
    }

    [Fact]
    public void What_was_kept_is_not_run_again_and_changes_nothing()
    {
        var shelf = new Shelf();
        ExperimentOptions options = new() { Runs = 6, Workers = 2, Store = shelf };
        var whole = Experiment.Helps(Floods, options: options);
        shelf.Identity.Should().BeEquivalentTo(ExperimentIdentity.OfHelps(Floods));
        shelf.Lose((alternative, run) => run % 2 == 0 || alternative.EndsWith("lanes/gate", StringComparison.Ordinal));

        var again = Experiment.Helps(Floods, options: options);

        again.Remedies.Should().Equal(whole.Remedies);
        (again.Cost.RunsFound, shelf.Kept).Should().Be((3 * whole.Remedies.Length, 3 * whole.Remedies.Length + 6));
        ExperimentIdentity.OfHelps(Floods).Differences(ExperimentIdentity.OfHelps(Floods, "met").Lines).Should()
            .Equal("helps.by: met there, hungry here");
        ExperimentIdentity.OfHelps(Floods).Differences(ExperimentIdentity.Of(Floods).Lines).Should().ContainSingle();
    }

    // A crossing at which the military has no inspection time lets none of it pass.
    [Fact]
    public void What_would_be_a_problem_is_not_tried_and_told_why()
    {
        var barred = HelpsGate.Fed.Gate(gate => gate with
        {
            Inspection = Each<Duration>.Of(("aid", TimeSpan.FromMinutes(10))), HeldBy = "red",
            Passage = [("red", [("aid", Permission.Yes), ("military", Permission.No)])],
        }) with
        {
            Parties = [new Party("red")],
            Fleets = [.. HelpsGate.Fed.Fleets, HelpsGate.Fed.Fleets[0] with { Id = "army", Traffic = "military" }],
            SupplyLines = [.. HelpsGate.Fed.SupplyLines, HelpsGate.Fed.SupplyLines[0] with { Id = "other", By = "army" }],
        };
        barred.Problems().Should().BeEmpty();

        var untried = barred.Ask(1).Untried.Should().ContainSingle().Which;
        untried.Remedy.Should().BeEquivalentTo(new { Id = "passage/gate", What = "free passage at The gate" });
        untried.Why.Should().StartWith("places.gate.inspection: ");
    }

    [Fact]
    public void A_remedy_whose_runs_fail_is_not_judged_and_all_else_is_as_before()
    {
        var brittle = Floods with { Disruptions = Floods.Disruptions.Add(new Brittle("brittle") { Lanes = 8 }) };
        ExperimentOptions options = new() { Runs = 12, Workers = 2, KeepFailures = true };

        var result = Experiment.Helps(brittle, options: options);

        result.Untried.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { Remedy = new { Id = "lanes/gate" }, Why = "4 of its runs failed" });
        result.Failures.Select(one => (one.Remedy?.Id, one.Replication, one.What)).Should()
            .Equal(new[] { 0, 3, 6, 9 }.Select(run => ((string?)"lanes/gate", run, "with twice the lanes at The gate (4 -> 8)")));
        (result.Runs, result.Remedies.Any(one => one.Remedy.Id == "lanes/gate")).Should().Be((12, false));
        result.Of("disruption/flood").Effect.Should().Be(Floods.Ask(12).Of("disruption/flood").Effect);
        result.Invoking(_ => brittle.Ask(12)).Should().Throw<SimulationFailedException>();
    }

    [Fact]
    public void What_fails_with_nothing_lifted_is_left_out_everywhere_and_nothing_is_told()
    {
        var result = Experiment.Helps(Floods with { Disruptions = Floods.Disruptions.Add(new Brittle("brittle")) },
            options: new() { Runs = 12, KeepFailures = true });

        (result.Runs, double.IsNaN(result.AsItIs.HalfWidth)).Should().Be((8, true));
        result.Remedies.Should().OnlyContain(one => one.Verdict == HelpVerdict.Untold || one.Verdict == HelpVerdict.Same);
    }

    // The first alternative is one from day 10 on: what is lifted is lifted from the start, in it and in what it was before.
    [Fact]
    public void An_alternative_that_begins_in_the_middle_is_asked_like_any_other()
    {
        var narrow = HelpsGate.Fed.Gate(gate => gate with { Lanes = 1, Inspection = (Duration)TimeSpan.FromHours(12) })
            .With(new Closure("flood") { Close = "gate", At = Moment.Day(3), For = TimeSpan.FromDays(6) });
        var later = narrow with { Disruptions =
            narrow.Disruptions.Add(new Closure("strike") { Close = "gate", At = Moment.Day(20), For = TimeSpan.FromDays(5) }) };
        Scenario Asked(Scenario before, Scenario after) =>
            before with { Experiment = new() { Compare = [new Alternative("later", after) { From = Moment.Day(10) }] } };

        var result = Asked(narrow, later).Ask();

        result.Untried.Should().BeEmpty();
        result.Helping().Should().Contain(["lanes/gate", "inspection/gate", "disruption/flood", "disruption/strike", "nothing-happens"]);
        Scenario Wide(Scenario one) => one.Gate(gate => gate with { Lanes = 2 });
        Experiment.Run(Asked(Wide(narrow), Wide(later)), new() { Runs = 2 }).Alternatives[0].Measure("hungry").Estimate.Mean
            .Should().Be(result.AsItIs.Mean + result.Of("lanes/gate").Effect!.Difference);
    }

    // What is known of the start takes the place of what the scenario says, and it is that which is doubled.
    [Fact]
    public void What_is_known_of_the_start_is_doubled()
    {
        var known = HelpsGate.Fed.Gate(gate => gate with { Hours = Hours.Never }) with
        {
            AsOf =
            [
                new KnownState("seen") { At = Moment.Day(0), Of = "camp", Commodity = "food", Stock = Quantity.Tonnes(30) },
                new KnownState("counted") { At = Moment.Day(0), Fleet = "trucks", Vehicles = 7 },
            ],
        };
        var result = known.Ask();

        result.Of("count/trucks").Remedy.What.Should().Be("twice the trucks (trucks 7 -> 14)");
        result.Of("stock/camp").Effect!.Difference.Should().BeApproximately(-30_000, 1);
        result.Of("hours/gate").Verdict.Should().Be(HelpVerdict.Helps);
    }

    private sealed class After(int runs, CancellationTokenSource? stop) : IProgress<ExperimentProgress>
    {
        private readonly HashSet<int> _planned = [];

        public IReadOnlyCollection<int> Planned => _planned;

        public void Report(ExperimentProgress value)
        {
            lock (_planned) _planned.Add(value.RunsPlanned);
            if (value.RunsDone == runs) stop!.Cancel();
        }
    }

    /// <summary>Fails on day 3 in every third replication, always or where the gate has so many lanes.</summary>
    private sealed record Brittle(string Id) : Disruption(Id)
    {
        public int? Lanes { get; init; }

        public override async Process Unfold(SupplySim.Runs.World world)
        {
            await world.Delay(TimeSpan.FromDays(3));
            var gate = (Crossing)world.Catalogue.Places[1];
            if (world.Simulation.Replication % 3 == 0 && (Lanes is null || gate.Lanes.All == Lanes))
                throw new InvalidOperationException("it broke");
        }
    }
}
