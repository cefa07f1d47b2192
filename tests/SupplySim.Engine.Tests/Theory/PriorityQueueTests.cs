namespace SupplySim.Engine.Tests.Theory;

/// <summary>V6. One server of rate 1, two classes: who is served is not interrupted (Cobham), or gives way.</summary>
public class PriorityQueueTests
{
    private const double Urgent = 0.3;
    private const double Ordinary = 0.4;

    [Fact]
    public void Without_preemption_waits_are_those_of_Cobham()
    {
        const double residual = (Urgent + Ordinary) * 2 / 2;
        var (first, second) = Waits(preempt: false, batchSize: LongTests.Sample(130_000));
        first.ShouldAgreeWith(residual / (1 - Urgent), "the wait of the urgent", takesLong: true);
        second.ShouldAgreeWith(residual / ((1 - Urgent) * (1 - Urgent - Ordinary)), "the wait of the others", takesLong: true);
    }

    /// <summary>With exponential services that resume, the urgent see none but their own, and the total number in the system
    /// is that without classes.</summary>
    [Fact]
    public void With_preemption_the_urgent_wait_as_if_they_were_alone()
    {
        var (first, _) = Waits(preempt: true, batchSize: LongTests.Sample(70_000));
        first.ShouldAgreeWith(Urgent / (1 - Urgent), "the wait of the urgent", takesLong: true);
    }

    private static (Estimate Urgent, Estimate Ordinary) Waits(bool preempt, int batchSize)
    {
        var laboratory = new Laboratory(seed: 6);
        var simulation = laboratory.Simulation;
        var server = new Resource(simulation, 1);
        var services = laboratory.Draws("service");
        var waits = new[] { new BatchMeans(batchSize * 3 / 4), new BatchMeans(batchSize) };
        simulation.Start(laboratory.Poisson("urgent", Urgent, () => Customer(0)));
        simulation.Start(laboratory.Poisson("ordinary", Ordinary, () => Customer(1)));
        laboratory.RunUntilFull(waits[1]);
        laboratory.RunUntilFull(waits[0]);
        return (waits[0].Estimate, waits[1].Estimate);

        async Process Customer(byte rank)
        {
            var arrived = simulation.Now;
            using var hold = await server.Seize(priority: new Priority(rank), preempt: preempt);
            waits[rank].Add(simulation.Now - arrived);
            await hold.Serve(Laboratory.Exponential(services, 1));
        }
    }
}
