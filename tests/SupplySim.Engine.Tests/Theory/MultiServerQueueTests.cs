namespace SupplySim.Engine.Tests.Theory;

/// <summary>V3. Six servers of rate 2, nine arrivals a second: Erlang's second formula.</summary>
public class MultiServerQueueTests
{
    [Fact]
    public void Who_waits_how_long_and_how_many_at_a_time_are_those_of_Erlang()
    {
        const int servers = 6;
        const double arrivals = 9;
        const double rate = 2;
        const double longTime = 0.2;
        var waiting = Erlang.C(servers, arrivals / rate);
        var wait = waiting / (servers * rate - arrivals);
        waiting.Should().BeApproximately(0.4216520758, 5e-11);
        wait.Should().BeApproximately(0.1405506919, 5e-11);

        var batch = LongTests.Sample(300_000);
        var laboratory = new Laboratory(seed: 3);
        var simulation = laboratory.Simulation;
        var station = new Resource(simulation, servers);
        var queue = new TimeWeighted(simulation);
        var services = laboratory.Draws("service");
        var (waits, waited, waitedLong) = (new BatchMeans(batch), new BatchMeans(batch), new BatchMeans(batch));
        simulation.Start(laboratory.Poisson("arrival", arrivals, Customer));
        var length = laboratory.Averages(batch / arrivals * 1.02, queue)[0];

        waits.Estimate.ShouldAgreeWith(wait, "the mean wait", takesLong: true);
        waited.Estimate.ShouldAgreeWith(waiting, "the share that waits", takesLong: true);
        waitedLong.Estimate.ShouldAgreeWith(waiting * Math.Exp(-(servers * rate - arrivals) * longTime), "the share that waits long",
            takesLong: true);
        length.ShouldAgreeWith(arrivals * wait, "the length of the queue", takesLong: true);

        async Process Customer()
        {
            var arrived = simulation.Now;
            queue.Value++;
            using var hold = await station.Seize();
            queue.Value--;
            var time = simulation.Now - arrived;
            waits.Add(time);
            waited.Add(time > TimeSpan.Zero);
            waitedLong.Add(time > TimeSpan.FromSeconds(longTime));
            await laboratory.Delay(services, 1 / rate);
        }
    }
}
