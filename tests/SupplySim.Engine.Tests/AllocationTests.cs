namespace SupplySim.Engine.Tests;

/// <summary>Not one byte per event once the storage has grown: the exact change of what this thread has ever allocated.</summary>
public class AllocationTests
{
    private const int MillionEvents = 1_000_000;
    private const int TenMillionEvents = 10_000_000;

    private readonly Simulation _simulation = new(seed: 1, replication: 0);

    [Fact]
    public void Events_that_schedule_cancel_and_move_others_allocate_nothing()
    {
        var churn = new Churn(_simulation);
        AllocatedOver(TenMillionEvents).Should().Be(0);
        churn.Cancelled.Should().BeGreaterThan(1000);
    }

    [Fact]
    public void Delays_allocate_nothing()
    {
        for (var i = 0; i < 50; i++) _simulation.Start(Walk(i));
        AllocatedOver(TenMillionEvents).Should().Be(0);

        async Process Walk(int index)
        {
            var step = TimeSpan.FromSeconds(1 + index % 7);
            while (true) await _simulation.Delay(step);
        }
    }

    [Fact]
    public void Waiting_for_gates_resources_signals_and_sub_processes_allocates_nothing()
    {
        var lanes = new Resource(_simulation, 3);
        var gate = new Gate(_simulation);
        var signal = new Signal(_simulation);
        for (var i = 0; i < 20; i++) _simulation.Start(Walk(i));
        _simulation.Start(Fire());
        AllocatedOver(MillionEvents).Should().Be(0);

        async Process Walk(int index)
        {
            while (true)
            {
                using (await lanes.Seize(1 + index % 2, new Priority((byte)(index % 3)))) await Work(index);
                await gate.WhenOpen();
                await signal.Wait(TimeSpan.FromSeconds(index));
                await signal.Wait();
            }
        }

        async Process<int> Work(int index)
        {
            await _simulation.Delay(TimeSpan.FromSeconds(index));
            return index;
        }

        async Process Fire()
        {
            while (true)
            {
                await _simulation.Delay(TimeSpan.FromSeconds(5));
                signal.Fire();
            }
        }
    }

    [Fact]
    public void Services_levels_stores_and_several_waits_at_once_allocate_nothing()
    {
        var lanes = new Resource(_simulation, 3);
        var gate = new Gate(_simulation);
        var signal = new Signal(_simulation);
        var tank = new Level(_simulation, 40, 20);
        var yard = new Store<string>(_simulation, capacity: 5);
        for (var i = 0; i < 20; i++) _simulation.Start(Walk(i));
        _simulation.Start(Change());
        AllocatedOver(MillionEvents).Should().Be(0);

        async Process Walk(int index)
        {
            var rank = new Priority((byte)(index % 3));
            while (true)
            {
                using (var hold = await lanes.Seize(1 + index % 2, rank, TimeSpan.FromMinutes(1)))
                    if (hold.IsHeld) await hold.Serve(TimeSpan.FromSeconds(index + 1));
                var first = await _simulation.WhenAny(gate.WhenOpen(), signal.Wait(), _simulation.Delay(TimeSpan.FromSeconds(index)));
                first.Hold.Dispose();
                var both = await _simulation.WhenAll(lanes.Seize(1, rank), gate.WhenOpen(TimeSpan.FromSeconds(5)));
                both[0].Hold.Dispose();
                await signal.Wait(TimeSpan.FromSeconds(index)).Outcome();
                if (index % 2 == 0) await tank.Put(index, TimeSpan.FromSeconds(9));
                else await tank.Take(index, TimeSpan.FromSeconds(9));
                await yard.Put("pallet", TimeSpan.FromSeconds(3));
                await yard.Take(patience: TimeSpan.FromSeconds(3));
            }
        }

        async Process Change()
        {
            while (true)
            {
                await _simulation.Delay(TimeSpan.FromSeconds(5));
                lanes.Capacity = 1;
                signal.Fire();
                await _simulation.Delay(TimeSpan.FromSeconds(5));
                lanes.Capacity = 3;
            }
        }
    }

    [Fact]
    public void Starting_processes_and_waiting_for_their_end_allocates_nothing()
    {
        _simulation.Start(Starting());
        AllocatedOver(MillionEvents).Should().Be(0);

        async Process Starting()
        {
            while (true)
            {
                var first = _simulation.Start(Short());
                var second = _simulation.Start(Short());
                await first.Completion;
                await second.Completion;
            }
        }

        async Process Short() => await _simulation.Delay(TimeSpan.FromSeconds(1));
    }

    private long AllocatedOver(long events)
    {
        var second = 0;
        RunFor(events / 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RunFor(events);
        return GC.GetAllocatedBytesForCurrentThread() - before;

        void RunFor(long more)
        {
            for (var target = _simulation.EventCount + more; _simulation.EventCount < target; second += 1000)
                _simulation.RunUntil(SimTime.Start + TimeSpan.FromSeconds(second));
        }
    }

    /// <summary>Each event schedules its successor and one more, which is cancelled or moved by the next event.</summary>
    private sealed class Churn : IEventHandler
    {
        private readonly Simulation _simulation;
        private readonly HandlerId _self;
        private readonly RandomSequence _draws;
        private EventHandle _extra;

        public Churn(Simulation simulation)
        {
            _simulation = simulation;
            _self = simulation.Register(this);
            _draws = new RandomSequence(simulation.Stream("churn"));
            for (var i = 0; i < 100; i++) simulation.Schedule(Step(), Priority.Normal, _self, 1);
        }

        public int Cancelled { get; private set; }

        public void Handle(long argument)
        {
            if (argument == 0) return;
            _simulation.Schedule(Step(), Priority.Normal, _self, 1);
            if (_draws.Next() < 0.5 && _simulation.Cancel(_extra)) Cancelled++;
            else _simulation.Reschedule(_extra, _simulation.Now);
            _extra = _simulation.Schedule(Step(), Priority.Normal, _self);
        }

        private TimeSpan Step() => TimeSpan.FromMilliseconds((long)(_draws.Next() * 10_000));
    }
}
