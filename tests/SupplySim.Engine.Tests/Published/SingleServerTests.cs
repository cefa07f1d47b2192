using SupplySim.Benchmarks.Models;

namespace SupplySim.Engine.Tests.Published;

/// <summary>The single-server queue with which the engines were compared: load 0.8, one printed figure. It is the mean over
/// all customers, the 100,000 that were to be dropped included.</summary>
public class SingleServerTests
{
    private const int Customers = 1_100_000;

    private readonly Simulation _simulation = new(seed: 1, replication: 0);
    private readonly SplitMix64 _draws = new(999);
    private readonly Tally _waits = new();
    private readonly Resource _server;

    public SingleServerTests() => _server = new Resource(_simulation, 1);

    [Fact]
    public void The_mean_wait_is_that_of_the_other_engines()
    {
        _simulation.Start(Source());
        _simulation.RunUntil(SimTime.Day(20_000));
        _waits.Count.Should().Be(Customers);
        Math.Round(_waits.Mean / TimeSpan.TicksPerMinute, 3).Should().Be(4.012);
    }

    private async Process Source()
    {
        for (var number = 0; number < Customers; number++)
        {
            await _simulation.Delay(TimeSpan.FromMinutes(_draws.Exponential(1 / 0.8)));
            _simulation.Start(Customer());
        }
    }

    private async Process Customer()
    {
        var arrived = _simulation.Now;
        using var hold = await _server.Seize();
        _waits.Add(_simulation.Now - arrived);
        await _simulation.Delay(TimeSpan.FromMinutes(_draws.Exponential(1)));
    }
}
