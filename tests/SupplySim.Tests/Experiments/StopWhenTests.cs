using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;
using SupplySim.Statistics;

namespace SupplySim.Tests.Experiments;

public sealed class StopWhenTests
{
    private const int Most = 400;

    // The bridge is shut from day 1 for an exponential time of a day in the mean.
    private static readonly Scenario Shut = Small.Daily() with
    {
        Disruptions = [new Closure("flood") { Close = "bridge", At = Moment.Day(1), For = Duration.Exponential(TimeSpan.FromDays(1)) }],
        Measures =
        [
            new Measure("shut") { Of = "crossings", Is = MeasureKind.Shut },
            new Measure("shut-there") { Of = "bridge", Is = MeasureKind.Shut },
        ],
    };

    private static readonly Scenario Calm = Shut with { Disruptions = [] };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void It_stops_at_the_same_replication_with_any_number_of_workers(int workers)
    {
        var result = Run(new StopRule { HalfWidth = 0.2, Of = "shut" }, workers);

        var all = Run(null, 2);
        var expected = new SequentialStop { Relative = 0.2 }.FirstIn(Values(all));
        expected.Should().BeInRange(31, Most - 50);
        result.Should().BeEquivalentTo(new { Runs = expected, RunsPlanned = Most, Ended = ExperimentEnd.HalfWidth });
        Values(result).Should().Equal(Values(all)[..expected!.Value]);
        var same = Run(null, 2, expected.Value);
        (result.Fingerprint, result.Cost.Events).Should().Be((same.Fingerprint, same.Cost.Events));
    }

    [Fact]
    public void A_measure_of_one_place_is_looked_at_likewise() =>
        Run(new StopRule { HalfWidth = 0.2, Of = "shut-there" }, 2).Runs.Should()
            .Be(Run(new StopRule { HalfWidth = 0.2, Of = "shut" }, 2).Runs);

    [Fact]
    public void The_named_alternative_is_looked_at_and_every_alternative_has_the_same_runs()
    {
        var result = Run(new StopRule { HalfWidth = 0.2, Of = "shut", In = "flood" }, 3);

        result.Runs.Should().Be(Run(new StopRule { HalfWidth = 0.2, Of = "shut" }, 1).Runs);
        result.Alternatives.Should().OnlyContain(one => one.Values.Length == result.Runs * one.Layout.Columns.Length);
        // Where nothing varies thirty runs are enough.
        Run(new StopRule { HalfWidth = 0.2, Of = "shut", In = "calm" }, 3).Runs.Should().Be(30);
    }

    [Fact]
    public void A_half_width_below_the_floor_is_always_enough()
    {
        Run(new StopRule { HalfWidth = 1e-9, Of = "shut", NeverBelow = 100 }, 2).Runs.Should().Be(30);
        var result = Run(new StopRule { HalfWidth = 1e-9, Of = "shut", NeverBelow = 0.2 }, 2);
        result.Runs.Should().Be(new SequentialStop { Absolute = 0.2 }.FirstIn(Values(Run(null, 2)))).And.BeInRange(31, Most - 1);
        result.Alternatives[0].Measure("shut").Estimate.HalfWidth.Should().BeLessThanOrEqualTo(0.2);
    }

    [Fact]
    public void What_is_never_known_closely_enough_takes_all_runs()
    {
        Run(new StopRule { HalfWidth = 1e-6, Of = "shut" }, 2, 50).Should()
            .BeEquivalentTo(new { Runs = 50, RunsPlanned = 50, Ended = ExperimentEnd.AllRuns });
        Run(new StopRule { HalfWidth = 0.9, Of = "shut", NeverBelow = 100 }, 2, 29).Ended.Should().Be(ExperimentEnd.AllRuns);
        Run(new StopRule { HalfWidth = 0.9, Of = "shut", NeverBelow = 100 }, 2, 30).Ended.Should().Be(ExperimentEnd.HalfWidth);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_failure_beyond_the_last_run_that_is_needed_is_none(int workers)
    {
        var run = (int at) => Experiment.Run(
            Calm with { Disruptions = [new FailsIn("mine", at)],
                Experiment = new() { StopWhen = new StopRule { HalfWidth = 0.2, Of = "shut" } } },
            new() { Runs = Most, Workers = workers });

        run(30).Runs.Should().Be(30);
        new Action(() => run(29)).Should().Throw<SimulationFailedException>().WithMessage("*replication 29*");
    }

    [Fact]
    public void Told_to_stop_it_says_so()
    {
        using var stop = new CancellationTokenSource();
        var result = Experiment.Run(Shut, new() { Runs = Most, Workers = 1, Progress = new After(5, stop) }, stop.Token);

        result.Should().BeEquivalentTo(new { Runs = 5, RunsPlanned = Most, Ended = ExperimentEnd.Cancelled });
    }

    [Fact]
    public void Of_what_may_never_happen_the_runs_count_in_which_it_did()
    {
        var scenario = Small.Camp().Until("48:00") with
        {
            SupplyLines = [Small.Line("road", "trucks") with { WhenBelow = Small.Food(10), UpTo = Small.Food(20) }],
            Disruptions = [new Closure("flood")
            {
                Close = "depot - camp",
                At = Moment.After(TimeSpan.Zero),
                For = Duration.Exponential(TimeSpan.FromHours(12)),
            }],
            Measures = [new Measure("first") { Of = "camp", Is = MeasureKind.FirstTimeBelowWarning }],
        };
        scenario = scenario.Place<Camp>("camp", camp => camp with { WarnBelow = TimeSpan.FromHours(6) })
            with { Experiment = new() { StopWhen = new StopRule { HalfWidth = 0.9, Of = "first" } } };
        var result = Experiment.Run(scenario, new() { Runs = Most, Workers = 3 });

        var estimate = result.Alternatives[0].Measure("first", "camp").Estimate;
        estimate.Share.Should().BeInRange(0.1, 0.95);
        (estimate.Happened, result.Ended).Should().Be((30, ExperimentEnd.HalfWidth));
    }

    [Fact]
    public void An_alternative_that_does_not_measure_it_is_told()
    {
        var scenario = Shut with
        {
            Experiment = new() { Compare = [new("blind", Calm with { Measures = [] })],
                StopWhen = new StopRule { HalfWidth = 0.2, Of = "shut" } },
        };
        scenario.Problems().Should().ContainSingle().Which.Message.Should().Be("'shut' is not measured in the alternative 'blind'");
    }

    private static ExperimentResult Run(StopRule? rule, int workers, int runs = Most) => Experiment.Run(
        Shut with { Experiment = new() { StopWhen = rule, Compare = [new("flood", Shut), new("calm", Calm)] } },
        new() { Runs = runs, Workers = workers });

    private static double[] Values(ExperimentResult result) =>
        [.. Enumerable.Range(0, result.Runs)
            .Select(run => result.Alternatives[0].Values[run * result.Alternatives[0].Layout.Columns.Length])];

    private sealed class After(int runs, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.RunsDone == runs) stop.Cancel();
        }
    }

    private sealed record FailsIn(string Id, int Replication) : Disruption(Id)
    {
        public override async Process Unfold(World world)
        {
            await world.Delay(TimeSpan.FromHours(1));
            if (world.Simulation.Replication >= Replication) throw new InvalidOperationException("as planned");
        }
    }
}
