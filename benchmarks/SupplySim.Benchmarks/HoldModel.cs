using SupplySim.Engine;

namespace SupplySim.Benchmarks;

/// <summary>The hold model: each event schedules its successor, so that the number pending stays the same.</summary>
/// <remarks>Increments come from a table made before the clock starts, so that the law is not what is measured.</remarks>
internal static class HoldModel
{
    private const int TableSize = 1 << 16;

    /// <summary>[ticks] Exponential increments with a mean of one second.</summary>
    public static long[] Increments()
    {
        var stream = new RandomStream(1, 0, StreamKey.Of("hold"));
        return [.. Enumerable.Range(0, TableSize).Select(i => 1 + (long)(-Math.Log(stream.Uniform(i)) * TimeSpan.TicksPerSecond))];
    }

    /// <summary>What one writes first: a priority queue of closures.</summary>
    public sealed class Closures
    {
        private readonly PriorityQueue<Action, (double, long)> _queue = new();
        private readonly long[] _increments = Increments();
        private double _now;
        private long _sequence;

        public Closures(int pending)
        {
            for (var i = 0; i < pending; i++) Schedule(i);
        }

        public void Run(int events)
        {
            for (var i = 0; i < events; i++)
            {
                _queue.TryDequeue(out var action, out var key);
                _now = key.Item1;
                action!();
            }
        }

        private void Schedule(int entity)
        {
            var delay = _increments[_sequence & (TableSize - 1)];
            _queue.Enqueue(() => Schedule(entity), (_now + delay, _sequence++));
        }
    }

    /// <summary>The engine's event layer, with priorities, handles and fingerprint.</summary>
    public sealed class Events : IEventHandler
    {
        private readonly Simulation _simulation = new(1, 0);
        private readonly long[] _increments = Increments();
        private readonly HandlerId _handler;
        private long _sequence;
        private long _left;

        public Events(int pending)
        {
            _handler = _simulation.Register(this);
            for (var i = 0; i < pending; i++) Schedule(i);
        }

        public void Run(int events)
        {
            _left = events;
            while (_left > 0) _simulation.RunUntil(_simulation.Now + TimeSpan.FromMilliseconds(50));
        }

        void IEventHandler.Handle(long entity)
        {
            _left--;
            Schedule(entity);
        }

        private void Schedule(long entity) =>
            _simulation.Schedule(new TimeSpan(_increments[_sequence++ & (TableSize - 1)]), Priority.Normal, _handler, entity);
    }

    /// <summary>The engine's process layer.</summary>
    public sealed class Processes
    {
        private readonly Simulation _simulation = new(1, 0);
        private readonly long[] _increments = Increments();
        private long _sequence;
        private long _left;

        public Processes(int pending)
        {
            for (var i = 0; i < pending; i++) _simulation.Start(Live());
        }

        public void Run(int events)
        {
            _left = events;
            while (_left > 0) _simulation.RunUntil(_simulation.Now + TimeSpan.FromMilliseconds(50));
        }

        private async Process Live()
        {
            while (true)
            {
                await _simulation.Delay(new TimeSpan(_increments[_sequence++ & (TableSize - 1)]));
                _left--;
            }
        }
    }
}
