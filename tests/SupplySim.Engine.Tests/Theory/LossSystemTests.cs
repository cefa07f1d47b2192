namespace SupplySim.Engine.Tests.Theory;

/// <summary>V2. Ten servers, a load of seven, nobody waits: Erlang's first formula.</summary>
public class LossSystemTests
{
    [Fact]
    public void The_share_that_is_turned_away_is_that_of_Erlang()
    {
        var theory = Erlang.B(10, 7);
        theory.Should().BeApproximately(0.0787408830, 5e-11);

        var laboratory = new Laboratory(seed: 2);
        var servers = new Resource(laboratory.Simulation, 10);
        var services = laboratory.Draws("service");
        var turnedAway = new BatchMeans(52_000);
        laboratory.Simulation.Start(laboratory.Poisson("arrival", 7, Customer));
        laboratory.RunUntilFull(turnedAway);
        turnedAway.Estimate.ShouldAgreeWith(theory, "the share turned away");

        async Process Customer()
        {
            turnedAway.Add(servers.InUse == servers.Capacity);
            if (servers.InUse == servers.Capacity) return;
            using var hold = await servers.Seize();
            await laboratory.Delay(services, 1);
        }
    }
}
