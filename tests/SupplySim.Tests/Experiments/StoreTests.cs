using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>An experiment that finds runs in a store comes to the result that it would come to without.</summary>
public sealed class StoreTests
{
    private const int Runs = 40;

    private static readonly Scenario Flooded = Daily().With(new Closure("flood")
    {
        Close = "bridge", Every = Duration.Exponential(TimeSpan.FromDays(2)), For = Duration.Exponential(TimeSpan.FromHours(20)),
    }) with
    {
        Measures = [new Measure("shut") { Of = "crossings", Is = MeasureKind.Shut },
            new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }],
    };

    // The second alternative is another only from day 4 on: up to then it shares every event.
    private static readonly Scenario Two = Flooded with
    {
        Experiment = new() { Seed = 7,
            Compare = [new("as-it-is", Flooded), new("calm-later", Flooded.With(Array.Empty<Disruption>())) { From = Moment.Day(4) }] },
    };

    [Fact]
    public void Whatever_was_lost_the_result_is_the_same_and_only_that_is_run_again()
    {
        var whole = Experiment.Run(Two, new() { Runs = Runs });
        var shelf = new Shelf();
        Alike(Experiment.Run(Two, new() { Runs = Runs, Store = shelf }), whole);
        shelf.Kept.Should().Be(2 * Runs);

        shelf.Lose((alternative, replication) => replication % 3 == 1 || (alternative == "calm-later" && replication > 30));
        var again = Experiment.Run(Two, new() { Runs = Runs, Workers = 3, Store = shelf });

        Alike(again, whole);
        again.Cost.RunsFound.Should().Be(2 * Runs - shelf.Kept).And.BePositive();
        Alike(Experiment.Run(Two, new() { Runs = Runs, Store = shelf }), whole);
    }

    [Fact]
    public void More_runs_go_on_and_fewer_are_the_first_of_them()
    {
        var shelf = new Shelf();
        Experiment.Run(Two, new() { Runs = 10, Store = shelf });
        shelf.Lose((_, _) => false);

        Alike(Experiment.Run(Two, new() { Runs = 25, Store = shelf }), Experiment.Run(Two, new() { Runs = 25 }));
        shelf.Kept.Should().Be(30);
        Alike(Experiment.Run(Two, new() { Runs = 4, Store = shelf }), Experiment.Run(Two, new() { Runs = 4 }));
        shelf.Kept.Should().Be(30);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void It_stops_where_it_would_have_stopped(int workers)
    {
        var stopping = Two with { Experiment = Two.Experiment with { StopWhen = new StopRule { HalfWidth = 0.15, Of = "shut" } } };
        var whole = Experiment.Run(stopping, new() { Runs = 400 });
        whole.Should().BeEquivalentTo(new { Ended = ExperimentEnd.HalfWidth });
        whole.Runs.Should().BeInRange(31, 350);
        var shelf = new Shelf();
        using var stop = new CancellationTokenSource();
        Experiment.Run(stopping, new() { Runs = 400, Store = shelf, Progress = new After(50, stop) }, stop.Token).Ended.Should()
            .Be(ExperimentEnd.Cancelled);

        Alike(Experiment.Run(stopping, new() { Runs = 400, Workers = workers, Store = shelf }), whole);
    }

    [Fact]
    public void A_ranking_finds_the_runs_of_all_its_rounds()
    {
        var shelf = new Shelf();
        var whole = Experiment.Rank(Two, new() { By = "passed" }, new() { Runs = 30, Store = shelf });
        var kept = shelf.Kept;
        (kept % 30).Should().Be(0);
        kept.Should().BeGreaterThan(whole.Closures.Length * 30 + 30, "what protects is asked in a second round");
        shelf.Lose((_, replication) => replication == 5);

        var again = Experiment.Rank(Two, new() { By = "passed" }, new() { Runs = 30, Store = shelf });

        again.Should().BeEquivalentTo(whole, how => how.Excluding(one => one.Cost));
        again.Cost.Events.Should().Be(whole.Cost.Events);
        (again.Cost.RunsFound, shelf.Kept).Should().Be((kept / 30 * 29, kept / 30));
    }

    [Fact]
    public void Runs_that_were_not_audited_are_run_again_where_an_audit_is_asked_for()
    {
        var shelf = new Shelf();
        Experiment.Run(Two, new() { Runs = 3, Store = shelf }).Audit.Should().BeNull();

        Experiment.Run(Two, new() { Runs = 3, Audit = true, Store = shelf }).Audit.Should().NotBeNull();
        shelf.Kept.Should().Be(12);
        Experiment.Run(Two, new() { Runs = 3, Store = shelf }).Audit.Should().BeNull();
        shelf.Kept.Should().Be(12);
    }

    [Fact]
    public void A_store_that_takes_no_more_ends_it_and_what_it_took_is_there()
    {
        var shelf = new Shelf { Room = 21 };
        var run = () => Experiment.Run(Two, new() { Runs = Runs, Workers = 2, Store = shelf });

        run.Should().Throw<IOException>().WithMessage("no room");

        shelf.There.Should().HaveCount(21);
        shelf.Room = int.MaxValue;
        Alike(run(), Experiment.Run(Two, new() { Runs = Runs }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_fails_is_told_left_out_everywhere_and_not_forgotten(int workers)
    {
        var scenario = Two with { Experiment = Two.Experiment with
        {
            Compare = [new("as-it-is", Flooded), new("brittle", Flooded.With([.. Flooded.Disruptions, new Brittle("brittle")]))],
        } };
        var shelf = new Shelf();
        var options = new ExperimentOptions { Runs = Runs, Workers = workers, KeepFailures = true, Store = shelf };
        var result = Experiment.Run(scenario, options);

        var failed = result.Failures.Select(one => one.Replication).ToArray();
        failed.Length.Should().BeInRange(1, Runs - 2);
        result.Failures.Should().OnlyContain(one =>
            one.Alternative == "brittle" && one.Message.Contains("it broke", StringComparison.Ordinal));
        result.Runs.Should().Be(Runs - failed.Length);
        result.Alternatives.Should().OnlyContain(one => one.Replications.SequenceEqual(Enumerable.Range(0, Runs).Except(failed)));
        result.Alternatives.SelectMany(one => one.Measures).Should()
            .OnlyContain(one => double.IsNaN(one.Estimate.HalfWidth) && double.IsFinite(one.Estimate.Mean));
        result.Comparisons.Should().OnlyContain(one => double.IsNaN(one.Difference.HalfWidth) && double.IsNaN(one.Difference.PValue));
        shelf.There.Should().HaveCount(2 * Runs);

        var again = Experiment.Run(scenario, options);
        Alike(again, result);
        again.Failures.Should().Equal(result.Failures);
        again.Cost.RunsFound.Should().Be(2 * Runs);
    }

    [Fact]
    public void Where_failures_are_not_to_be_kept_one_in_the_store_is_thrown_like_any_other()
    {
        var scenario = Flooded.With(new Brittle("brittle"));
        var shelf = new Shelf();
        var run = () => Experiment.Run(scenario, new() { Runs = Runs, Store = shelf });

        run.Should().Throw<SimulationFailedException>().WithMessage("*it broke*");
        run.Should().Throw<SimulationFailedException>().WithMessage("*it broke*");
        // Also where all that failed is there.
        Experiment.Run(scenario, new() { Runs = Runs, Store = shelf, KeepFailures = true }).Failures.Should().NotBeEmpty();
        run.Should().Throw<SimulationFailedException>().WithMessage("*it broke*");
    }

    [Fact]
    public void Where_every_replication_fails_the_first_failure_is_thrown()
    {
        var run = () => Experiment.Run(Flooded.With(new Brittle("brittle") { Share = 1 }), new() { Runs = 5, KeepFailures = true });

        run.Should().Throw<SimulationFailedException>().Which.Replication.Should().Be(0);
    }

    // How far one run of each lies apart says nothing of others; and a goal that holds in as many as it asks for is met.
    [Fact]
    public void One_random_run_compares_nothing_and_as_many_as_asked_for_are_enough()
    {
        Experiment.Run(Two, new() { Runs = 1 }).Comparisons.Should().BeEmpty();
        Experiment.Run(Two, new() { Runs = 2 }).Comparisons.Should().NotBeEmpty();

        var half = new GoalCondition("shut", Comparison.Above,
            Experiment.Run(Two, new() { Runs = 2 }).Alternatives[0].Measure("shut").Estimate.Mean, "shut > mean");
        Scenario Asking(double share) =>
            Flooded with { Experiment = Two.Experiment with { Compare = [] }, Goals = [new Goal { That = half, In = share }] };
        foreach (var (share, isMet) in new[] { (0.5, true), (0.51, false) })
            Experiment.Run(Asking(share), new() { Runs = 2 }).Alternatives[0].Goals[0].Should()
                .Match<GoalResult>(goal => goal.Share == 0.5 && goal.Met == isMet);
    }

    private static void Alike(ExperimentResult one, ExperimentResult other)
    {
        (one.Runs, one.RunsPlanned, one.Ended, one.Fingerprint, one.Cost.Events).Should()
            .Be((other.Runs, other.RunsPlanned, other.Ended, other.Fingerprint, other.Cost.Events));
        foreach (var (a, b) in one.Alternatives.Zip(other.Alternatives))
        {
            a.Values.Should().Equal(b.Values);
            a.Series.SelectMany(series => series.Days).Should().Equal(b.Series.SelectMany(series => series.Days));
            a.Measures.Should().Equal(b.Measures);
            a.Ledger.Should().Equal(b.Ledger);
            a.Blamed.Should().Equal(b.Blamed);
            a.Shown.Replication.Should().Be(b.Shown.Replication);
        }
        one.Comparisons.Should().Equal(other.Comparisons);
    }

    private sealed class After(int runs, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.RunsDone == runs) stop.Cancel();
        }
    }

    /// <summary>Fails in some replications, on day 2.</summary>
    private sealed record Brittle(string Id) : Disruption(Id)
    {
        public double Share { get; init; } = 0.1;

        public override async Process Unfold(World world)
        {
            await world.Delay(TimeSpan.FromDays(2));
            if (world.Simulation.Replication % 10 < 10 * Share) throw new InvalidOperationException("it broke");
        }
    }
}
