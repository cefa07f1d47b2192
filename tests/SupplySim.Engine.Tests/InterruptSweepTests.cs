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

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Interrupted_at_any_step_of_the_waits_that_combine_give_up_or_pause_nothing_is_lost(byte priority)
    {
        var interrupted = 0;
        for (var step = 1; step <= 64; step++)
        {
            var port = new Port();
            var victim = port.Story.Simulation.Start(port.Ship("victim"));
            var others = new[] { "a", "b", "c" }.Select(name => port.Story.Simulation.Start(port.Ship(name))).ToArray();
            port.Story.At(step * 0.25, () => victim.Interrupt(step), priority);
            port.Story.Tell();

            port.Left.Should().Be((0, 0, 0, 0, 0), "step {0} was interrupted", step);
            port.InBalance.Should().BeTrue("step {0} was interrupted", step);
            others.Should().OnlyContain(other => other.IsCompleted);
            victim.IsCompleted.Should().BeTrue();
            if (port.Story.Lines.Contains($"{step * 0.25} victim interrupted")) interrupted++;
        }
        interrupted.Should().BeGreaterThan(40, "the sweep is to hit the victim at most steps");
    }

    // Between two events of one instant nothing can be scheduled at a time; so the sweep goes by events, too.
    [Fact]
    public void Interrupted_after_any_event_of_the_run_a_process_leaves_no_unit_and_no_ghost()
    {
        for (var step = 1; step <= 64; step++)
        {
            var depot = new Depot();
            var victim = depot.Story.Simulation.Start(depot.Truck("victim"));
            foreach (var name in new[] { "a", "b", "c" }) depot.Story.Simulation.Start(depot.Truck(name));
            var wasInterrupted = InterruptAfter(step, depot.Story, victim);
            depot.Story.Tell();

            depot.Left.Should().Be((0, 0, 0, 0, 0), "event {0} was followed by an interrupt", step);
            depot.Finished.Should().Be(wasInterrupted() && depot.Story.Lines.Any(line => line.EndsWith("interrupted")) ? 3 : 4);
        }
    }

    [Fact]
    public void Interrupted_after_any_event_of_the_waits_that_combine_give_up_or_pause_nothing_is_lost()
    {
        for (var step = 1; step <= 64; step++)
        {
            var port = new Port();
            var victim = port.Story.Simulation.Start(port.Ship("victim"));
            foreach (var name in new[] { "a", "b", "c" }) port.Story.Simulation.Start(port.Ship(name));
            InterruptAfter(step, port.Story, victim);
            port.Story.Tell();

            port.Left.Should().Be((0, 0, 0, 0, 0), "event {0} was followed by an interrupt", step);
            port.InBalance.Should().BeTrue("event {0} was followed by an interrupt", step);
        }
    }

    private static Func<bool> InterruptAfter(int step, Story story, ProcessHandle victim)
    {
        var (events, accepted) = (0, false);
        story.Simulation.EventHappened.Listen(_ => accepted |= ++events == step && victim.Interrupt(step));
        return () => accepted;
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

    /// <summary>Services that pause, preemption, several waits at once, stores, levels and patience; all durations are
    /// multiples of the sweep's step.</summary>
    private sealed class Port
    {
        private readonly Resource _berths;
        private readonly Resource _cranes;
        private readonly Store<string> _pilots;
        private readonly Level _fuel;
        private readonly Gate _channel;
        private readonly Signal _tide;
        private int _pilotsOut;
        private long _fuelOut;

        public Port()
        {
            _berths = new Resource(Story.Simulation, 2);
            _cranes = new Resource(Story.Simulation, 2);
            _pilots = new Store<string>(Story.Simulation);
            _fuel = new Level(Story.Simulation, 20, 20);
            _channel = new Gate(Story.Simulation);
            _tide = new Signal(Story.Simulation);
            Story.Simulation.Start(Pilots());
            Story.Simulation.Start(World());
        }

        public Story Story { get; } = new();

        public (int, int, int, int, int) Left => (_berths.InUse + _berths.Overtime, _cranes.InUse + _cranes.Overtime,
            _berths.QueueLength + _cranes.QueueLength, _channel.WaitingCount + _tide.WaitingCount,
            _pilots.WaitingCount + _fuel.WaitingCount);

        public bool InBalance => _pilots.Count + _pilotsOut == 2 && _fuel.Amount + _fuelOut == 20;

        public async Process Ship(string name)
        {
            try
            {
                for (var trip = 0; trip < 6; trip++) await Call(name);
            }
            catch (InterruptedException)
            {
                Story.Log(name + " interrupted");
            }
        }

        private async Process Call(string name)
        {
            using var berth = await _berths.Seize(patience: TimeSpan.FromHours(2));
            if (!berth.IsHeld) return;
            await berth.Serve(TimeSpan.FromHours(0.5), OnClose.Restart);
            var pilot = await _pilots.Take(one => one.Length > name.Length % 2);
            _pilotsOut++;
            try
            {
                var first = await Story.Simulation.WhenAny(_cranes.Seize(priority: new Priority((byte)name[0]), preempt: true),
                    _channel.WhenOpen(TimeSpan.FromHours(0.75)), _tide.Wait());
                using (first.Hold)
                    if (first.Hold.IsHeld) await first.Hold.Serve(TimeSpan.FromHours(0.5));
                var both = await Story.Simulation.WhenAll(_cranes.Seize(), _tide.Wait());
                both[0].Hold.Release();
                await _channel.WhenOpen(TimeSpan.FromHours(0.5));
            }
            finally
            {
                _pilotsOut--;
                Story.Simulation.Start(Return(pilot));
            }
            var fuelled = await Story.Simulation.WhenAny(_fuel.Take(15), Story.Hours(0.25));
            if (fuelled.Index == 0) Story.Simulation.Start(Burn(15));
        }

        private async Process Return(string pilot) => await _pilots.Put(pilot);

        private async Process Burn(long amount)
        {
            _fuelOut += amount;
            await Story.Hours(0.5);
            _fuelOut -= amount;
            await _fuel.Put(amount);
        }

        private async Process Pilots()
        {
            await _pilots.Put("one");
            await _pilots.Put("two");
        }

        private async Process World()
        {
            for (var turn = 0; turn < 400; turn++)
            {
                using (_channel.Close("night"))
                {
                    await Story.Hours(0.5);
                    _berths.Capacity = turn % 3;
                    _cranes.Capacity = 1;
                }
                await Story.Hours(0.25);
                if (turn % 5 == 0) _berths.ChangeShift(2);
                _berths.Capacity = 2;
                _cranes.Capacity = 2;
                _tide.Fire();
            }
        }
    }
}
