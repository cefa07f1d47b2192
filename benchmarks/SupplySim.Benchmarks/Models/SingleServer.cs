using SupplySim.Benchmarks.Baselines;
using SupplySim.Engine;

namespace SupplySim.Benchmarks.Models;

/// <summary>The single-server queue at a load of 0.8, per customer, random numbers and mean included. Times in minutes.</summary>
internal static class SingleServer
{
    public static IWorkload Create(string subject) => subject == Subjects.Closures ? new Closures() : new Processes();

    private sealed class Processes : IWorkload
    {
        private readonly Simulation _simulation = new(1, 0);
        private readonly SplitMix64 _draws = new(999);
        private readonly Resource _server;
        private long _served;
        private long _waited;

        public Processes()
        {
            _server = new Resource(_simulation, 1);
            _simulation.Start(Source());
        }

        public long Run(long customers)
        {
            var before = _served;
            while (_served < before + customers)
                _simulation.RunUntil(_simulation.Now + TimeSpan.FromMinutes((before + customers - _served) * 1.25 + 1));
            return Checksum.Consume(_waited, _served - before);
        }

        private async Process Source()
        {
            while (true)
            {
                await _simulation.Delay(TimeSpan.FromMinutes(_draws.Exponential(1 / 0.8)));
                _simulation.Start(Customer());
            }
        }

        private async Process Customer()
        {
            var arrived = _simulation.Now;
            using var hold = await _server.Seize();
            _waited += (_simulation.Now - arrived).Ticks;
            await _simulation.Delay(TimeSpan.FromMinutes(_draws.Exponential(1)));
            _served++;
        }
    }

    private sealed class Closures : IWorkload
    {
        private readonly ClosureQueue _queue = new();
        private readonly SplitMix64 _draws = new(999);
        private readonly Queue<double> _line = new();
        private bool _busy;
        private long _served;
        private double _waited;

        public Closures() => _queue.Schedule(_draws.Exponential(1 / 0.8), Arrive);

        public long Run(long customers)
        {
            var before = _served;
            while (_served < before + customers) _queue.RunOne();
            return Checksum.Consume((long)_waited, _served - before);
        }

        private void Arrive()
        {
            _queue.Schedule(_draws.Exponential(1 / 0.8), Arrive);
            if (_busy) _line.Enqueue(_queue.Now);
            else Serve(_queue.Now);
        }

        private void Serve(double arrived)
        {
            _busy = true;
            _waited += _queue.Now - arrived;
            _queue.Schedule(_draws.Exponential(1), () =>
            {
                _served++;
                _busy = false;
                if (_line.TryDequeue(out var next)) Serve(next);
            });
        }
    }
}
