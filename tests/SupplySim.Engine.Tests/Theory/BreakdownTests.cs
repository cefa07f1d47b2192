namespace SupplySim.Engine.Tests.Theory;

/// <summary>V7. A crossing that is shut now and then, whether or not anybody passes; who is inside goes on afterwards. The
/// number in the system is that of White and Christie.</summary>
public class BreakdownTests
{
    [Theory]
    [InlineData(1, 3, 0.2, 0.6, 1.55, 45_000, false)]
    [InlineData(2, 5, 0.1, 0.3, 33.0 / 7, 145_000, true)]
    [InlineData(0.5, 1, 0.01, 0.05, 17.0 / 3, 900_000, true)]
    public void The_number_in_the_system_is_that_of_theory(
        double arrivals, double rate, double failures, double repairs, double golden, int batch, bool takesLong)
    {
        var both = failures + repairs;
        var theory = arrivals * (both * both + rate * failures) / (both * (repairs * rate - arrivals * both));
        theory.Should().BeApproximately(golden, 1e-12);

        var laboratory = new Laboratory(seed: 7);
        var simulation = laboratory.Simulation;
        var crossing = new Resource(simulation, 1);
        var number = new TimeWeighted(simulation);
        var (services, closures) = (laboratory.Draws("service"), laboratory.Draws("closure"));
        simulation.Start(laboratory.Poisson("arrival", arrivals, Customer));
        simulation.Start(Closures());
        laboratory.Averages(takesLong ? LongTests.Sample(batch) : batch, number)[0].ShouldAgreeWith(theory,
            "the number in the system", takesLong);

        async Process Customer()
        {
            number.Value++;
            using (var hold = await crossing.Seize()) await hold.Serve(Laboratory.Exponential(services, 1 / rate), OnClose.Resume);
            number.Value--;
        }

        async Process Closures()
        {
            while (true)
            {
                await laboratory.Delay(closures, 1 / failures);
                crossing.Capacity = 0;
                await laboratory.Delay(closures, 1 / repairs);
                crossing.Capacity = 1;
            }
        }
    }
}
