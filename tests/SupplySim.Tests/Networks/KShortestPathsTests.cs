using CsCheck;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>The best ways against listing every way there is.</summary>
public sealed class KShortestPathsTests
{
    [Fact]
    public void The_ways_found_are_the_best_of_all_ways_in_order() => RandomGraph.Gen.Sample(sample =>
    {
        var (graph, closed) = sample;
        var search = new KShortestPaths(graph);
        var last = graph.PlaceCount - 1;
        var all = last == 0 ? [] : AllWays(graph, closed, [], 0, last).ToArray();
        for (var most = 1; most <= 6; most++)
        {
            var count = search.Find(0, last, most, new OpenArcs(closed));
            count.Should().Be(Math.Min(most, all.Length));
            var found = Enumerable.Range(0, count).Select(way => search.ArcsOf(way).ToArray()).ToArray();
            found.Select(arcs => string.Join(' ', arcs)).Should().OnlyHaveUniqueItems().And
                .BeSubsetOf(all.Select(arcs => string.Join(' ', arcs)));
            Enumerable.Range(0, count).Select(search.CostOf).Should().Equal(all.Select(arcs => Cost(graph, arcs)).Order().Take(count));
            found.Select(arcs => Cost(graph, arcs)).Should().Equal(Enumerable.Range(0, count).Select(search.CostOf));
        }
    }, iter: 300);

    [Fact]
    public void A_detour_leaves_the_best_way_where_it_is_cheapest_to_leave_it()
    {
        // 0 -> 1 -> 2 -> 3 costs 3; by 4 from place 1 it costs 6, from place 0 it costs 9.
        var graph = new Graph(5, [new(0, 1, 1, 0), new(1, 2, 1, 1), new(2, 3, 1, 2), new(1, 4, 1, 3), new(4, 3, 4, 4), new(0, 4, 5, 5)]);
        var search = new KShortestPaths(graph);
        search.Find(0, 3, 5, new AllArcs()).Should().Be(3);
        search.ArcsOf(0).ToArray().Should().Equal(0, 1, 2);
        search.ArcsOf(1).ToArray().Should().Equal(0, 3, 4);
        search.ArcsOf(2).ToArray().Should().Equal(5, 4);
        new[] { search.CostOf(0), search.CostOf(1), search.CostOf(2) }.Should().Equal(3, 6, 9);
    }

    [Fact]
    public void A_search_allocates_nothing_once_it_has_grown()
    {
        var graph = new Graph(5, [new(0, 1, 1, 0), new(1, 2, 1, 1), new(2, 3, 1, 2), new(1, 4, 1, 3), new(4, 3, 4, 4), new(0, 4, 5, 5)]);
        var search = new KShortestPaths(graph);
        search.Find(0, 3, 5, new AllArcs());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) search.Find(0, 3, 5, new AllArcs());
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    private static long Cost(Graph graph, int[] arcs) => arcs.Sum(arc => graph[arc].Weight);

    private static IEnumerable<int[]> AllWays(Graph graph, bool[] closed, int[] passed, int at, int to)
    {
        if (at == to) return [[]];
        return graph.Leaving(at).ToArray()
            .Where(arc => !closed[arc] && graph[arc].To != at && !passed.Contains(graph[arc].To))
            .SelectMany(arc => AllWays(graph, closed, [.. passed, at], graph[arc].To, to).Select(rest => (int[])[arc, .. rest]));
    }
}
