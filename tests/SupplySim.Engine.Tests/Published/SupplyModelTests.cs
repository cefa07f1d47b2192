namespace SupplySim.Engine.Tests.Published;

/// <summary>A small supply model that gave one answer in four engines: twenty trucks, a crossing of two lanes that is shut
/// now and then, a camp that eats. Times in hours; see <c>reference/validation.md</c>.</summary>
public class SupplyModelTests
{
    private const double WarmUp = 50_000;
    private const double Horizon = 550_000;

    private readonly Simulation _simulation = new(seed: 1, replication: 0);
    private readonly SplitMix64 _draws = new(4242);
    private readonly Resource _crossing;
    private readonly Level _stock;
    private readonly Signal _reopened;
    private readonly List<ProcessHandle> _inService = [];
    private readonly ProcessHandle[] _trucks = new ProcessHandle[20];
    private bool _closed;
    private long _events;
    private (long Deliveries, long Shortage, long Closures, long Interrupts) _count;

    public SupplyModelTests()
    {
        _crossing = new Resource(_simulation, 2);
        _stock = new Level(_simulation, amount: 500);
        _reopened = new Signal(_simulation);
    }

    [Fact]
    public void Every_figure_is_that_of_the_other_engines()
    {
        for (var number = 0; number < _trucks.Length; number++) _trucks[number] = _simulation.Start(Truck(number));
        _simulation.Start(Camp());
        _simulation.Start(Closures());

        _simulation.RunUntil(SimTime.Start + TimeSpan.FromHours(WarmUp));
        var eventsBefore = _events;
        _simulation.RunUntil(SimTime.Start + TimeSpan.FromHours(Horizon));

        (_events - eventsBefore).Should().Be(7_303_365);

        // The printed rates are over the whole run, warm-up included.
        Math.Round(_count.Deliveries / Horizon, 4).Should().Be(1.5749);
        Math.Round(_count.Interrupts / (double)_count.Closures, 3).Should().Be(0.424);
        Math.Round(_count.Shortage / Horizon, 3).Should().Be(0.253);
        _stock.Amount.Should().Be(1608);
    }

    private async Process Truck(int number)
    {
        while (true)
        {
            await Hours(_draws.Exponential(1)); // loading
            await Hours(3);
            using (await _crossing.Seize())
            {
                _events++;
                await Pass(number);
            }
            await Hours(2);
            await _stock.Put(10);
            _events++;
            await Hours(_draws.Exponential(0.5)); // unloading
            await Hours(5);
            _count.Deliveries++;
        }
    }

    private async Process Pass(int number)
    {
        for (var remaining = TimeSpan.FromHours(_draws.Exponential(0.25)); remaining > TimeSpan.Zero;)
        {
            while (_closed) await _reopened.Wait();
            _inService.Add(_trucks[number]);
            var end = await _simulation.Delay(remaining).Outcome();
            _events++;
            remaining = end.Remaining ?? TimeSpan.Zero;
            _inService.Remove(_trucks[number]);
        }
    }

    private async Process Camp()
    {
        while (true)
        {
            await Hours(1);
            var eaten = Math.Min(16, _stock.Amount);
            _count.Shortage += 16 - eaten;
            if (eaten == 0) continue;
            await _stock.Take(eaten);
            _events++;
        }
    }

    private async Process Closures()
    {
        while (true)
        {
            await Hours(_draws.Exponential(200));
            _closed = true;
            _count.Closures++;
            foreach (var truck in _inService)
                if (truck.Interrupt("closed")) _count.Interrupts++;
            await Hours(_draws.Exponential(20));
            _closed = false;
            _reopened.Fire();
        }
    }

    /// <summary>A delay, counted once it is over.</summary>
    private async Process Hours(double hours)
    {
        await _simulation.Delay(TimeSpan.FromHours(hours));
        _events++;
    }
}
