namespace SupplySim.Engine.Tests;

/// <summary>M/M/1 against its closed form: arrivals at rate rho, one server of rate 1, a process for each customer.</summary>
public class SingleServerQueueTests
{
    private const int Batches = 40;
    private const int WarmUp = 5_000;

    /// <summary>Accepted within 4.42 standard errors, which must not exceed 0.5 %: a bias of 3.4 % is found with a chance
    /// of 99 %.</summary>
    [Fact]
    public void The_mean_time_in_the_system_is_that_of_theory()
    {
        const double load = 0.5;
        const int batchSize = 12_000;
        var theory = 1 / (1 - load);
        var batches = MeanTimesInSystem(load, batchSize);
        var mean = batches.Average();
        var standardError = Math.Sqrt(batches.Sum(batch => (batch - mean) * (batch - mean)) / (Batches * (Batches - 1)));
        (standardError / theory).Should().BeLessThan(0.005);
        Math.Abs(mean - theory).Should().BeLessThan(4.42 * standardError);
    }

    private static double[] MeanTimesInSystem(double load, int batchSize)
    {
        var simulation = new Simulation(seed: 1961, replication: 0);
        var server = new Resource(simulation, 1);
        var arrivals = new RandomSequence(simulation.Stream("arrival"));
        var services = simulation.Stream("service");
        var sums = new double[Batches];
        var done = 0;
        simulation.Start(Source());
        simulation.RunUntil(SimTime.Day(100));
        done.Should().Be(WarmUp + Batches * batchSize);
        return [.. sums.Select(sum => sum / batchSize)];

        async Process Source()
        {
            for (var number = 0; number < WarmUp + Batches * batchSize; number++)
            {
                await simulation.Delay(Exponential(arrivals.Next(), 1 / load));
                simulation.Start(Customer(number));
            }
        }

        async Process Customer(int number)
        {
            var arrived = simulation.Now;
            using (await server.Seize()) await simulation.Delay(Exponential(services.Uniform(number), 1));
            if (number >= WarmUp) sums[(number - WarmUp) / batchSize] += (simulation.Now - arrived).TotalSeconds;
            done++;
        }

        static TimeSpan Exponential(double uniform, double mean) => TimeSpan.FromSeconds(-Math.Log(uniform) * mean);
    }
}
