using SupplySim.Benchmarks.Baselines;
using SupplySim.Engine;

namespace SupplySim.Benchmarks.Models;

/// <summary>The hold model: each event schedules its successor, so that the number pending stays the same.</summary>
internal static class Hold
{
    public static IWorkload Create(string subject, string law, int pending) => subject switch
    {
        Subjects.Closures => new Closures(law, pending),
        Subjects.Heap4 => new Heap(law, pending),
        Subjects.EngineEvent => new Events(law, pending),
        _ => new Processes(law, pending),
    };

    private sealed class Closures : IWorkload
    {
        private readonly ClosureQueue _queue = new();
        private readonly Increments _increments;
        private long _checksum;

        public Closures(string law, int pending)
        {
            _increments = new Increments(law);
            for (var i = 0; i < pending; i++) Schedule(_increments.NextResidual(), i);
        }

        public long Run(long events)
        {
            for (var i = 0L; i < events; i++) _queue.RunOne();
            return Checksum.Consume(_checksum, events);
        }

        private void Schedule(long delay, int entity) => _queue.Schedule(delay, () =>
        {
            _checksum += entity;
            Schedule(_increments.Next(), entity);
        });
    }

    private sealed class Heap : IWorkload, IHeapHandler
    {
        private readonly Heap4 _queue = new();
        private readonly Increments _increments;
        private readonly int _handler;
        private long _checksum;

        public Heap(string law, int pending)
        {
            _increments = new Increments(law);
            _handler = _queue.Register(this);
            for (var i = 0; i < pending; i++) _queue.Schedule(_increments.NextResidual(), _handler, i);
        }

        public long Run(long events)
        {
            for (var i = 0L; i < events; i++) _queue.RunOne();
            return Checksum.Consume(_checksum, events);
        }

        public void Handle(int argument)
        {
            _checksum += argument;
            _queue.Schedule(_increments.Next(), _handler, argument);
        }
    }

    private sealed class Events : IWorkload, IEventHandler
    {
        private readonly Simulation _simulation = new(1, 0, Subjects.NoBound);
        private readonly Increments _increments;
        private readonly HandlerId _handler;
        private readonly int _pending;
        private long _checksum;

        public Events(string law, int pending)
        {
            _pending = pending;
            _increments = new Increments(law);
            _handler = _simulation.Register(this);
            for (var i = 0; i < pending; i++)
                _simulation.Schedule(new TimeSpan(_increments.NextResidual()), Priority.Normal, _handler, i);
        }

        public long Run(long events) => Checksum.Consume(_checksum, _simulation.RunFor(events, TimeSpan.FromSeconds(1.0 / _pending)));

        public void Handle(long argument)
        {
            _checksum += argument;
            _simulation.Schedule(new TimeSpan(_increments.Next()), Priority.Normal, _handler, argument);
        }
    }

    private sealed class Processes : IWorkload
    {
        private readonly Simulation _simulation = new(1, 0, Subjects.NoBound);
        private readonly Increments _increments;
        private readonly int _pending;
        private long _checksum;

        public Processes(string law, int pending)
        {
            _pending = pending;
            _increments = new Increments(law);
            for (var i = 0; i < pending; i++) _simulation.Start(Live(i));
        }

        public long Run(long events) => Checksum.Consume(_checksum, _simulation.RunFor(events, TimeSpan.FromSeconds(1.0 / _pending)));

        private async Process Live(int entity)
        {
            await _simulation.Delay(new TimeSpan(_increments.NextResidual()));
            while (true)
            {
                _checksum += entity;
                await _simulation.Delay(new TimeSpan(_increments.Next()));
            }
        }
    }
}
