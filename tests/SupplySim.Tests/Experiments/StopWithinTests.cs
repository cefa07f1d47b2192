using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>A long run is stopped on its way, and not at its end.</summary>
public sealed class StopWithinTests
{
    [Fact]
    public void A_run_that_is_under_way_is_left()
    {
        using var stop = new CancellationTokenSource();
        var days = 0;
        var scenario = Daily().With(new Watch("watch", day =>
        {
            days++;
            if (day == 2) stop.Cancel();
        }));
        FluentActions.Invoking(() => Experiment.Run(scenario, new() { Runs = 1, Workers = 1 }, stop.Token)).Should()
            .Throw<OperationCanceledException>();
        days.Should().Be(2, "of the days of ten");
    }

    // Those that were done before are returned, and no run is there in part.
    [Fact]
    public void Those_before_it_are_returned()
    {
        using var stop = new CancellationTokenSource();
        var scenario = Daily().With(new Watch("watch", day => { }) { InRun = (3, stop) });
        var result = Experiment.Run(scenario, new() { Runs = 9, Workers = 1 }, stop.Token);
        (result.Runs, result.Ended).Should().Be((3, ExperimentEnd.Cancelled));
        result.Alternatives[0].Values.Should().Equal(
            Experiment.Run(Daily().With(new Watch("watch", day => { })), new() { Runs = 3, Workers = 1 }).Alternatives[0].Values);
    }

    // Parts are no events: what comes out is the same with and without somebody who might stop it.
    [Fact]
    public void Whether_it_could_be_stopped_leaves_no_trace()
    {
        using var stop = new CancellationTokenSource();
        var scenario = Daily().With(Closed("bridge", "24:00", "36:00"));
        RunResult Run(CancellationToken token) => Replication.Run(new CompiledScenario(scenario), 1, 0, tell: true, stop: token);
        var (one, other) = (Run(stop.Token), Run(default));
        (one.OutcomeFingerprint, one.EventFingerprint, one.Events).Should()
            .Be((other.OutcomeFingerprint, other.EventFingerprint, other.Events));
    }

    private sealed record Watch(string Id, Action<int> Each) : Disruption(Id)
    {
        public (int Run, CancellationTokenSource Stop)? InRun { get; init; }

        public override async Process Unfold(World world)
        {
            for (var day = 1; ; day++)
            {
                await world.Delay(TimeSpan.FromDays(1));
                Each(day);
                if (InRun is { } told && told.Run == world.Simulation.Replication) told.Stop.Cancel();
            }
        }
    }
}
