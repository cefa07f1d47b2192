using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
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
    public void No_more_threads_are_started_than_there_are_runs() =>
        Experiment.Run(Empty, new() { Runs = 2, Workers = int.MaxValue }).Cost.Workers.Should().Be(2);

    [Fact]
    public void A_disruption_of_ones_own_that_names_what_does_not_exist_is_told_the_name()
    {
        var run = () => Experiment.Run(Empty with { Disruptions = [new Barrier("barrier")] }, new() { Runs = 4, Workers = 2 });

        run.Should().Throw<SimulationFailedException>().WithMessage("*process 'barrier'*there is no place 'brigde'; there are none*");
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
