using SupplySim.Benchmarks.Models;
using SupplySim.Engine;

namespace SupplySim.Benchmarks;

/// <summary>A small supply model that gave one answer in four engines: twenty trucks, a crossing of two lanes that is shut
/// now and then, a camp that eats. Times in hours. Per logical event: a completed delay, grant, put, take, interrupt.</summary>
/// <remarks>A test holds every figure to what the other engines printed.</remarks>
internal sealed class SmallSupplyModel : IWorkload
{
    private const double EventsPerHour = 14.6;

    private readonly Simulation _simulation = new(seed: 1, replication: 0);
    private readonly SplitMix64 _draws = new(4242);
    private readonly Resource _crossing;
    private readonly Level _stock;
    private readonly Signal _reopened;
    private readonly List<ProcessHandle> _inService = [];
    private readonly ProcessHandle[] _trucks = new ProcessHandle[20];
    private bool _closed;

    public SmallSupplyModel()
    {
        _crossing = new Resource(_simulation, 2);
        _stock = new Level(_simulation, amount: 500);
        _reopened = new Signal(_simulation);
        for (var number = 0; number < _trucks.Length; number++) _trucks[number] = _simulation.Start(Truck(number));
        _simulation.Start(Camp());
        _simulation.Start(Closures());
    }

    public long Events { get; private set; }

    public long Deliveries { get; private set; }

    public long Shortage { get; private set; }

    public long ClosureCount { get; private set; }

    public long Interrupts { get; private set; }

    public long Stock => _stock.Amount;

    public void RunUntil(double hours) => _simulation.RunUntil(SimTime.Start + TimeSpan.FromHours(hours));

    public long Run(long events)
    {
        var before = Events;
        while (Events < before + events)
            _simulation.RunUntil(_simulation.Now + TimeSpan.FromHours((before + events - Events) / EventsPerHour + 0.1));
        return Checksum.Consume(Deliveries, Events - before);
    }

    private DelayWait Hours(double hours) => _simulation.Delay(TimeSpan.FromHours(hours));

    private async Process Truck(int number)
    {
        while (true)
        {
            await Hours(_draws.Exponential(1)); // loading
            Events++;
            await Hours(3);
            Events++;
            using (await _crossing.Seize())
            {
                Events++;
                for (var remaining = TimeSpan.FromHours(_draws.Exponential(0.25)); remaining > TimeSpan.Zero;)
                {
                    while (_closed) await _reopened.Wait();
                    _inService.Add(_trucks[number]);
                    var end = await _simulation.Delay(remaining).Outcome();
                    Events++;
                    remaining = end.Remaining ?? TimeSpan.Zero;
                    _inService.Remove(_trucks[number]);
                }
            }
            await Hours(2);
            Events++;
            await _stock.Put(10);
            Events++;
            await Hours(_draws.Exponential(0.5)); // unloading
            Events++;
            await Hours(5);
            Events++;
            Deliveries++;
        }
    }

    private async Process Camp()
    {
        while (true)
        {
            await Hours(1);
            Events++;
            var eaten = Math.Min(16, _stock.Amount);
            Shortage += 16 - eaten;
            if (eaten == 0) continue;
            await _stock.Take(eaten);
            Events++;
        }
    }

    private async Process Closures()
    {
        while (true)
        {
            await Hours(_draws.Exponential(200));
            Events++;
            _closed = true;
            ClosureCount++;
            foreach (var truck in _inService)
                if (truck.Interrupt("closed")) Interrupts++;
            await Hours(_draws.Exponential(20));
            Events++;
            _closed = false;
            _reopened.Fire();
        }
    }
}
