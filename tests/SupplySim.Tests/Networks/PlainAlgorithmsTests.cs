using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>Ways and flows on 10^3 random networks of up to 60 places against the plainest algorithms there are: Bellman and Ford's, and
/// Edmonds and Karp's on a matrix.</summary>
public sealed class PlainAlgorithmsTests
{
    [Fact]
    public void Costs_agree_with_Bellman_and_Ford_on_a_thousand_networks() => OnEach((graph, closed, _, random) =>
    {
        var (paths, origin) = (new ShortestPaths(graph), random.Next(graph.PlaceCount));
        paths.FindAll(origin, new OpenArcs(closed));
        Enumerable.Range(0, graph.PlaceCount).Select(paths.CostTo).Should().Equal(BellmanFord(graph, closed, origin));
    });

    [Fact]
    public void Greatest_flows_agree_with_Edmonds_and_Karp_on_a_thousand_networks() => OnEach((graph, closed, limits, _) =>
    {
        var last = graph.PlaceCount - 1;
        long[] open = [.. limits.Select((limit, arc) => closed[arc] ? 0 : limit)];
        new MaxFlow(graph).Find(0, last, new Limits(open)).Should().Be(EdmondsKarp(graph, open, 0, last));
    });

    [Fact]
    public void The_best_of_k_ways_is_the_shortest_and_none_uses_a_closed_arc() => OnEach((graph, closed, _, _) =>
    {
        var (ways, last) = (new KShortestPaths(graph), graph.PlaceCount - 1);
        var count = ways.Find(0, last, 4, new OpenArcs(closed));
        var least = BellmanFord(graph, closed, 0)[last];
        (count > 0).Should().Be(least != ShortestPaths.Unreachable);
        if (count > 0) ways.CostOf(0).Should().Be(least);
        for (var way = 0; way < count; way++) ways.ArcsOf(way).ToArray().Should().OnlyContain(arc => !closed[arc]);
    });

    private static void OnEach(Action<Graph, bool[], long[], Random> check)
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            var places = random.Next(2, 60);
            var arcs = new Arc[random.Next(0, 5 * places)];
            for (var i = 0; i < arcs.Length; i++) arcs[i] = new(random.Next(places), random.Next(places), random.Next(0, 100), i);
            bool[] closed = [.. arcs.Select(_ => random.Next(6) == 0)];
            check(new Graph(places, arcs), closed, [.. arcs.Select(_ => (long)random.Next(0, 50))], random);
        }
    }

    private static long[] BellmanFord(Graph graph, bool[] closed, int origin)
    {
        var costs = Enumerable.Repeat(ShortestPaths.Unreachable, graph.PlaceCount).ToArray();
        costs[origin] = 0;
        for (var round = 1; round < graph.PlaceCount; round++)
            for (var arc = 0; arc < graph.ArcCount; arc++)
                if (!closed[arc] && costs[graph[arc].From] != ShortestPaths.Unreachable)
                    costs[graph[arc].To] = Math.Min(costs[graph[arc].To], costs[graph[arc].From] + graph[arc].Weight);
        return costs;
    }

    private static long EdmondsKarp(Graph graph, long[] limits, int source, int sink)
    {
        var left = new long[graph.PlaceCount, graph.PlaceCount];
        for (var arc = 0; arc < graph.ArcCount; arc++) left[graph[arc].From, graph[arc].To] += limits[arc];
        for (long flow = 0; ;)
        {
            var before = Enumerable.Repeat(-1, graph.PlaceCount).ToArray();
            var queue = new Queue<int>([source]);
            before[source] = source;
            while (queue.TryDequeue(out var at))
                for (var to = 0; to < graph.PlaceCount; to++)
                    if (before[to] < 0 && left[at, to] > 0)
                    {
                        before[to] = at;
                        queue.Enqueue(to);
                    }
            if (before[sink] < 0) return flow;
            var least = long.MaxValue;
            for (var to = sink; to != source; to = before[to]) least = Math.Min(least, left[before[to], to]);
            for (var to = sink; to != source; to = before[to])
                (left[before[to], to], left[to, before[to]]) = (left[before[to], to] - least, left[to, before[to]] + least);
            flow += least;
        }
    }

    private readonly struct Limits(long[] arcs) : ICapacities
    {
        public long OfArc(int arc) => arcs[arc];

        public long OfPlace(int place) => MaxFlow.Unlimited;
    }
}
