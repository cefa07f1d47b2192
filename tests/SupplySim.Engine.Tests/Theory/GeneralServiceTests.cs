namespace SupplySim.Engine.Tests.Theory;

/// <summary>V4. One server, services in two exponential stages with mean 1: the formula of Pollaczek and Khinchine.</summary>
public class GeneralServiceTests
{
    [Fact]
    public void The_mean_wait_depends_on_the_second_moment_of_the_service()
    {
        const double arrivals = 0.7;
        const double secondMoment = 1.5;
        const double theory = arrivals * secondMoment / (2 * (1 - arrivals));
        theory.Should().BeApproximately(1.75, 1e-12);

        var laboratory = new Laboratory(seed: 4);
        var simulation = laboratory.Simulation;
        var server = new Resource(simulation, 1);
        var services = laboratory.Draws("service");
        var waits = new BatchMeans(60_000);
        simulation.Start(laboratory.Poisson("arrival", arrivals, Customer));
        laboratory.RunUntilFull(waits);
        waits.Estimate.ShouldAgreeWith(theory, "the mean wait");

        async Process Customer()
        {
            var arrived = simulation.Now;
            using var hold = await server.Seize();
            waits.Add(simulation.Now - arrived);
            await hold.Serve(Laboratory.Exponential(services, 0.5) + Laboratory.Exponential(services, 0.5));
        }
    }
}
