namespace SupplySim.Engine.Tests;

public class InterruptSweepTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Interrupted_at_any_step_a_process_leaves_no_unit_and_no_ghost(byte priority)
    {
        var interrupted = 0;
        for (var step = 1; step <= 64; step++)
        {
            var depot = new Depot();
            var victim = depot.Story.Simulation.Start(depot.Truck("victim"));
            var others = new[] { "a", "b", "c" }.Select(name => depot.Story.Simulation.Start(depot.Truck(name))).ToArray();
            depot.Story.At(step * 0.25, () => victim.Interrupt(step), priority);
            depot.Story.Tell();

            depot.Left.Should().Be((0, 0, 0, 0, 0), "step {0} was interrupted", step);
            others.Should().OnlyContain(other => other.IsCompleted);
            victim.IsCompleted.Should().BeTrue();
            if (depot.Story.Lines.Contains($"{step * 0.25} victim interrupted")) interrupted++;
            depot.Finished.Should().Be(3 + (depot.Story.Lines.Any(line => line.EndsWith("interrupted")) ? 0 : 1));
        }
        interrupted.Should().BeGreaterThan(50, "the sweep is to hit the victim at nearly every step");
    }

    /// <summary>Everything a process can wait for, with all durations multiples of the sweep's step, so that interrupts
    /// fall on the very instants of openings, grants and firings.</summary>
    private sealed class Depot
    {
        private readonly Resource _docks;
        private readonly Resource _crews;
        private readonly Gate _gate;
        private readonly Signal _signal;

        public Depot()
        {
            _docks = new Resource(Story.Simulation, 2);
            _crews = new Resource(Story.Simulation, 3);
            _gate = new Gate(Story.Simulation);
            _signal = new Signal(Story.Simulation);
            Story.Simulation.Start(World());
        }

        public Story Story { get; } = new();

        public int Finished { get; private set; }

        public (int, int, int, int, int) Left =>
            (_docks.InUse, _docks.QueueLength, _crews.InUse + _crews.QueueLength, _gate.WaitingCount, _signal.WaitingCount);

        public async Process Truck(string name)
        {
            try
            {
                for (var trip = 0; trip < 4; trip++) await Trip(name);
                Finished++;
            }
            catch (InterruptedException)
            {
                Story.Log(name + " interrupted");
            }
        }

        private async Process Trip(string name)
        {
            using var dock = await _docks.Seize();
            await Story.Hours(0.5);
            using (await _crews.Seize(2, new Priority((byte)name[0]))) await Story.Hours(0.25);
            await _gate.WhenOpen();
            await _signal.Wait(TimeSpan.FromHours(1));
            await Story.Simulation.Start(Load()).Completion;
            await _signal.Wait();
        }

        private async Process Load() => await Story.Hours(0.25);

        private async Process World()
        {
            for (var turn = 0; turn < 400; turn++)
            {
                using (_gate.Close("night"))
                {
                    await Story.Hours(0.5);
                    _crews.Capacity = 2;
                }
                await Story.Hours(0.25);
                _crews.Capacity = 3;
                _signal.Fire();
            }
        }
    }
}
