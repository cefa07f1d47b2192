namespace SupplySim.Engine.Tests.Theory;

/// <summary>V1. On a path that begins and ends empty, the integral of the number in a system is the sum of the times spent
/// in it: to the tick, whatever happens in between.</summary>
public class LittlesLawTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Customers_times_time_is_the_sum_of_their_times_exactly(ulong seed)
    {
        var laboratory = new Laboratory(seed);
        var simulation = laboratory.Simulation;
        var lanes = new Resource(simulation, 2);
        var (inSystem, inQueue) = (new TimeWeighted(simulation), new TimeWeighted(simulation));
        TimeWeighted[] ofClass = [new(simulation), new(simulation), new(simulation)];
        var (times, waits) = (new Tally(), new Tally());
        Tally[] timesOfClass = [new(), new(), new()];
        var draws = laboratory.Draws("all");
        simulation.Start(Source());
        simulation.Start(Closures());
        laboratory.Run(100_000);

        times.Count.Should().Be(3000);
        inSystem.Value.Should().Be(0);
        inSystem.Integral.ValueTicks.Should().Be(times.Sum);
        inQueue.Integral.ValueTicks.Should().Be(waits.Sum);
        for (var rank = 0; rank < 3; rank++) ofClass[rank].Integral.ValueTicks.Should().Be(timesOfClass[rank].Sum);

        async Process Source()
        {
            for (var number = 0; number < 3000; number++)
            {
                await laboratory.Delay(draws, 1);
                simulation.Start(Customer(number % 3));
            }
        }

        async Process Customer(int rank)
        {
            var arrived = simulation.Now;
            inSystem.Value++;
            inQueue.Value++;
            ofClass[rank].Value++;
            using (var hold = await lanes.Seize(priority: new Priority((byte)rank), patience: TimeSpan.FromSeconds(60), preempt: rank == 0))
            {
                inQueue.Value--;
                waits.Add(simulation.Now - arrived);
                if (hold.IsHeld) await hold.Serve(Laboratory.Exponential(draws, 1.5), (OnClose)(rank % 2));
            }
            ofClass[rank].Value--;
            inSystem.Value--;
            times.Add(simulation.Now - arrived);
            timesOfClass[rank].Add(simulation.Now - arrived);
        }

        async Process Closures()
        {
            while (true)
            {
                await laboratory.Delay(draws, 50);
                lanes.Capacity = 0;
                await laboratory.Delay(draws, 10);
                lanes.Capacity = 2;
            }
        }
    }
}
