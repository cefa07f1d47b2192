using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Tests.Experiments;

public sealed class ExperimentTests
{
    private static readonly Scenario Empty = new() { Title = "Nothing", Clock = new() { Length = TimeSpan.FromDays(1) } };

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_a_listener_throws_reaches_the_caller_and_not_the_process(int workers)
    {
        var run = () => Experiment.Run(Empty, new() { Runs = 40, Workers = workers, Progress = new Refusing() });

        run.Should().Throw<InvalidOperationException>().WithMessage("not now");
    }

    [Fact]
    public void A_measure_that_is_none_is_called_so()
    {
        var hungry = new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" };
        var result = Experiment.Run(Small.Camp() with { Measures = [hungry] }, new() { Runs = 2 });
        FluentActions.Invoking(() => result["baseline"].Measure("nope")).Should().Throw<KeyNotFoundException>()
            .WithMessage("There is no measure 'nope'. There is: hungry");
        FluentActions.Invoking(() => result["baseline"].Measure("hungry", "camp", "crate")).Should().Throw<KeyNotFoundException>()
            .WithMessage("There is no value 'hungry camp crate*'. There is: hungry*");
    }

    [Fact]
    public void No_more_threads_are_started_than_there_are_runs() =>
        Experiment.Run(Empty, new() { Runs = 2, Workers = int.MaxValue }).Cost.Workers.Should().Be(2);

    // The first run waits until the other thread has done all that it may, and waits too.
    [Fact]
    public void Threads_run_so_far_ahead_of_the_slowest_and_no_farther()
    {
        var (counter, allowed, seen) = (new Counter(), 2 * Batch.Ahead - 1, 0);
        var slow = new Slow("slow", () =>
        {
            if (seen > 0) return; // the run that is told of is run again
            SpinWait.SpinUntil(() => counter.Done >= allowed && counter.IsWaiting);
            seen = counter.Done;
        });

        var result = Experiment.Run(Empty with { Disruptions = [slow] }, new() { Runs = 10 * allowed, Workers = 2, Progress = counter });

        (seen, result.Runs).Should().Be((allowed, 10 * allowed));
    }

    private sealed class Counter : IProgress<ExperimentProgress>
    {
        private volatile int _done;
        private volatile Thread? _by;

        public int Done => _done;

        /// <summary>Whether the thread that ended a run last does nothing now, or is over.</summary>
        public bool IsWaiting =>
            _by is { ThreadState: var state } && (state.HasFlag(ThreadState.WaitSleepJoin) || state.HasFlag(ThreadState.Stopped));

        public void Report(ExperimentProgress value) => (_done, _by) = (value.RunsDone, Thread.CurrentThread);
    }

    private sealed record Slow(string Id, Action Wait) : Disruption(Id)
    {
        public override async Process Unfold(World world)
        {
            if (world.Simulation.Replication == 0) Wait();
            await world.Delay(TimeSpan.Zero);
        }
    }

    [Fact]
    public void A_disruption_of_ones_own_that_names_what_does_not_exist_is_told_the_name()
    {
        var run = () => Experiment.Run(Empty with { Disruptions = [new Barrier("barrier")] }, new() { Runs = 4, Workers = 2 });

        run.Should().Throw<SimulationFailedException>().WithMessage("*process 'barrier'*there is no place 'brigde'; there are none*");
    }

    // An id that its type tells to be one is looked at before any run, with the nearest that exists; one
    // that is a plain string when it is used.
    [Fact]
    public void An_id_in_a_disruption_of_ones_own_is_looked_at_before_any_run()
    {
        var scenario = Empty with { Places = [new Crossing("bridge") { Lanes = 1, Inspection = Duration.FromMinutes(5) },
            new Crossing("ford") { Lanes = 1, Inspection = Duration.FromMinutes(5) }] };

        Problems(new Typed("barrier") { At = "brigde", Both = ["bridge", "fort"], Bases = ["forb"] }).Should().Equal(
            "disruptions.barrier.at: there is no place 'brigde'; did you mean 'bridge'?",
            "disruptions.barrier.both: there is no place 'fort'; did you mean 'ford'?",
            "disruptions.barrier.bases: there is no place 'forb'; did you mean 'ford'?");
        Problems(new Typed("barrier") { At = "bridge", Both = scenario.Places[1] }).Should().BeEmpty();
        var run = () => (scenario with { Disruptions = [new Barrier("barrier")] }).Run(1);
        run.Should().Throw<SimulationFailedException>().WithMessage("*there is no place 'brigde'; did you mean 'bridge'?*");

        IEnumerable<string> Problems(Disruption own) => (scenario with { Disruptions = [own] }).Problems().Select(one => one.ToString());
    }

    private sealed record Typed(string Id) : Disruption(Id)
    {
        public required PlaceId At { get; init; }

        public PlaceId? Perhaps { get; init; }

        public Targets? Both { get; init; }

        public System.Collections.Immutable.ImmutableArray<PlaceId> Bases { get; init; }

        public override async Process Unfold(World world)
        {
            await world.Delay(TimeSpan.FromHours(1));
            using (world.Close(Both!, Id)) await world.Delay(TimeSpan.FromHours(1));
        }
    }

    private sealed class Refusing : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => throw new InvalidOperationException("not now");
    }

    private sealed record Barrier(string Id) : Disruption(Id)
    {
        public override async Process Unfold(World world)
        {
            await world.Delay(TimeSpan.FromHours(1));
            using (world.Close("brigde", Id, [], EnRoute.Hold)) await world.Delay(TimeSpan.FromHours(1));
        }
    }
}
