namespace SupplySim.Engine.Tests.Theory;

/// <summary>A simulation with random numbers, in which a unit of time is a second.</summary>
internal sealed class Laboratory(ulong seed)
{
    public Simulation Simulation { get; } = new(seed, replication: 0);

    public RandomSequence Draws(string name) => new(Simulation.Stream(name));

    public DelayWait Delay(RandomSequence draws, double mean) => Simulation.Delay(Exponential(draws, mean));

    public static TimeSpan Exponential(RandomSequence draws, double mean) => TimeSpan.FromSeconds(-Math.Log(draws.Next()) * mean);

    /// <summary>Starts a customer at each arrival of a Poisson process.</summary>
    public async Process Poisson(string name, double rate, Func<Process> customer)
    {
        var draws = Draws(name);
        while (true)
        {
            await Delay(draws, 1 / rate);
            Simulation.Start(customer());
        }
    }

    /// <summary>The averages over time of several numbers, over batches of so many seconds after one to warm up.</summary>
    public Estimate[] Averages(double batch, params TimeWeighted[] numbers)
    {
        const int batches = 40;
        var means = numbers.Select(_ => new double[batches]).ToArray();
        Run(batch);
        for (var index = 0; index < batches; index++)
        {
            foreach (var number in numbers) number.Reset();
            Run(batch);
            for (var which = 0; which < numbers.Length; which++) means[which][index] = numbers[which].Integral.Mean;
        }
        return [.. means.Select(Estimate.Of)];
    }

    public void RunUntilFull(BatchMeans batches)
    {
        while (!batches.IsFull) Run(10_000);
    }

    public void Run(double seconds) => Simulation.RunUntil(Simulation.Now + TimeSpan.FromSeconds(seconds));
}
