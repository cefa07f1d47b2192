using SupplySim.Benchmarks.Baselines;
using SupplySim.Engine;

namespace SupplySim.Benchmarks.Models;

/// <summary>The single-server queue at a load of 0.8, per customer, random numbers and mean included. Times in minutes.</summary>
internal static class SingleServer
{
    public static IWorkload Create(string subject) =>
        subject == Subjects.EngineProcess ? new Processes() : new PlainSingleServer(subject);

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
}
