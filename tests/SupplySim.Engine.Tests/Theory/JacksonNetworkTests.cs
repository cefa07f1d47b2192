namespace SupplySim.Engine.Tests.Theory;

/// <summary>V8. Three stations with feedback: each behaves as if alone (Jackson).</summary>
public class JacksonNetworkTests
{
    private static readonly double[] Outside = [1, 0.5, 0];
    private static readonly double[,] Routing = { { 0, 0.6, 0.2 }, { 0, 0, 0.5 }, { 0.25, 0, 0 } };
    private static readonly (int Servers, double Rate)[] Stations = [(1, 2), (1, 2), (2, 0.7)];

    [Fact]
    public void Each_station_is_as_if_alone_and_the_way_through_takes_the_sum()
    {
        var flows = Flows();
        flows.Should().BeEquivalentTo([1.2142857142857, 1.2285714285714, 0.8571428571428],
            options => options.Using<double>(one => one.Subject.Should().BeApproximately(one.Expectation, 1e-12)).WhenTypeIs<double>());
        var numbers = Stations.Zip(flows, (station, flow) => Erlang.NumberInSystem(station.Servers, flow / station.Rate)).ToArray();

        var laboratory = new Laboratory(seed: 8);
        var simulation = laboratory.Simulation;
        var stations = Stations.Select(station => new Resource(simulation, station.Servers)).ToArray();
        var present = Stations.Select(_ => new TimeWeighted(simulation)).ToArray();
        var bothIdle = new TimeWeighted(simulation, 1);
        var services = Stations.Select((_, at) => laboratory.Draws($"service/{at}")).ToArray();
        var turns = laboratory.Draws("turn");
        var times = new BatchMeans(25_000);
        simulation.Start(laboratory.Poisson("arrival/0", Outside[0], () => Customer(0)));
        simulation.Start(laboratory.Poisson("arrival/1", Outside[1], () => Customer(1)));
        var averages = laboratory.Averages(25_000, [.. present, bothIdle]);

        for (var at = 0; at < Stations.Length; at++) averages[at].ShouldAgreeWith(numbers[at], $"the number at station {at}");
        averages[^1].ShouldAgreeWith((1 - flows[0] / 2) * (1 - flows[1] / 2), "the share of time in which both single stations are idle");
        times.Estimate.ShouldAgreeWith(numbers.Sum() / Outside.Sum(), "the time from end to end");

        async Process Customer(int at)
        {
            var arrived = simulation.Now;
            for (var next = at; next >= 0; next = Turn(at))
            {
                at = next;
                Count(at, +1);
                using (await stations[at].Seize()) await laboratory.Delay(services[at], 1 / Stations[at].Rate);
                Count(at, -1);
            }
            times.Add(simulation.Now - arrived);
        }

        void Count(int at, int change)
        {
            present[at].Value += change;
            bothIdle.Value = present[0].Value + present[1].Value == 0 ? 1 : 0;
        }

        int Turn(int from)
        {
            var draw = turns.Next();
            for (var to = 0; to < Stations.Length; to++)
                if ((draw -= Routing[from, to]) < 0) return to;
            return -1;
        }
    }

    /// <summary>What comes from outside and what comes from the others.</summary>
    private static double[] Flows()
    {
        var flows = Outside.ToArray();
        for (var round = 0; round < 200; round++)
            flows = [.. Outside.Select((outside, to) => outside + flows.Select((flow, from) => flow * Routing[from, to]).Sum())];
        return flows;
    }
}
