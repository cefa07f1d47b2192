using System.Globalization;
using CsCheck;
using SupplySim.Networks;
using SupplySim.Testing;

namespace SupplySim.Tests.Networks;

/// <summary>Greatest flows against trying every cut, and against published answers.</summary>
public sealed class MaxFlowTests
{
    private static readonly Gen<(Graph Graph, Limits Limits)> Limited =
        from sample in RandomGraph.Gen
        from arcs in Gen.Long[0, 9].Array[sample.Graph.ArcCount]
        from places in Gen.Frequency((1, Gen.Long[0, 9]), (2, Gen.Const(MaxFlow.Unlimited))).Array[sample.Graph.PlaceCount]
        where sample.Graph.PlaceCount > 1
        select (sample.Graph, new Limits(arcs, places));

    [Fact]
    public void The_greatest_flow_is_the_least_cut() => Limited.Sample(sample =>
    {
        var (graph, limits) = sample;
        return new MaxFlow(graph).Find(0, graph.PlaceCount - 1, limits) == LeastCut(graph, limits);
    });

    [Fact]
    public void A_flow_keeps_to_the_limits_and_loses_nothing_under_way() => Limited.Sample(sample =>
    {
        var (graph, limits) = sample;
        var (search, last) = (new MaxFlow(graph), graph.PlaceCount - 1);
        var flow = search.Find(0, last, limits);
        for (var arc = 0; arc < graph.ArcCount; arc++) search.FlowOn(arc).Should().BeInRange(0, limits.OfArc(arc));
        var balance = new long[graph.PlaceCount];
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            balance[graph[arc].From] -= search.FlowOn(arc);
            balance[graph[arc].To] += search.FlowOn(arc);
        }
        balance[0].Should().Be(-flow);
        balance[last].Should().Be(flow);
        for (var place = 1; place < last; place++)
        {
            balance[place].Should().Be(0);
            search.FlowThrough(place).Should().BeInRange(0, limits.OfPlace(place));
            search.FlowThrough(place).Should()
                .Be(Enumerable.Range(0, graph.ArcCount).Where(arc => graph[arc].To == place).Sum(search.FlowOn));
        }
    });

    [Fact]
    public void What_passes_the_cut_is_the_whole_flow_and_without_the_cut_nothing_passes() => Limited.Sample(sample =>
    {
        var (graph, limits) = sample;
        var (search, last) = (new MaxFlow(graph), graph.PlaceCount - 1);
        var flow = search.Find(0, last, limits);
        var arcs = Enumerable.Range(0, graph.ArcCount).Where(search.IsArcInCut).ToArray();
        var places = Enumerable.Range(0, graph.PlaceCount).Where(search.IsPlaceInCut).ToArray();
        if (flow == MaxFlow.Unlimited) return;
        (arcs.Sum(limits.OfArc) + places.Sum(limits.OfPlace)).Should().Be(flow);
        search.Find(0, last, limits.Without(arcs, places)).Should().Be(0);
    });

    [Fact]
    public void A_way_without_any_limit_lets_any_amount_pass()
    {
        var graph = new Graph(3, [new(0, 1, 1, 0), new(1, 2, 1, 1), new(0, 2, 1, 2)]);
        var limits = new Limits([MaxFlow.Unlimited, MaxFlow.Unlimited, 5], [MaxFlow.Unlimited, MaxFlow.Unlimited, MaxFlow.Unlimited]);
        new MaxFlow(graph).Find(0, 2, limits).Should().Be(MaxFlow.Unlimited);
    }

    // Known answer: 156,545 on 1,116 nodes and 4,800 arcs, from the tests of a public graph library (data/network_flow).
    [Fact]
    public void The_published_large_flow_is_found()
    {
        var lines = File.ReadLines(DataFolder.Find("network_flow/gl1.max")).Select(line => line.Split(' '))
            .Where(parts => parts[0] == "a").ToArray();
        var (arcs, limits) = (new Arc[lines.Length], new long[lines.Length]);
        for (var arc = 0; arc < lines.Length; arc++)
        {
            var numbers = lines[arc][1..].Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            (arcs[arc], limits[arc]) = (new Arc(numbers[0] - 1, numbers[1] - 1, 1, arc), numbers[2]);
        }
        new MaxFlow(new Graph(1116, arcs)).Find(0, 1115, Limits.OfArcs(limits, 1116)).Should().Be(156_545);
    }

    // Known answer (data/interdiction): of all ways to close one or two arcs the worst leave 80, 10 and 0.
    [Theory]
    [InlineData(0, 80)]
    [InlineData(1, 10)]
    [InlineData(2, 0)]
    public void The_published_worst_closures_leave_what_is_published(int closures, long left)
    {
        // Start, B, C, D, End
        var graph = new Graph(5, [new(0, 1, 0, 0), new(0, 2, 0, 1), new(2, 1, 0, 2), new(1, 4, 0, 3), new(2, 3, 0, 4), new(3, 4, 0, 5)]);
        var limits = Limits.OfArcs([10, 70, 30, 100, 40, 50], 5);
        var search = new MaxFlow(graph);
        Choices(graph.ArcCount, closures).Min(closed => search.Find(0, 4, limits.Without(closed, []))).Should().Be(left);
    }

    [Fact]
    public void A_search_allocates_nothing()
    {
        var graph = new Graph(5, [new(0, 1, 0, 0), new(0, 2, 0, 1), new(2, 1, 0, 2), new(1, 4, 0, 3), new(2, 3, 0, 4), new(3, 4, 0, 5)]);
        var (search, limits) = (new MaxFlow(graph), Limits.OfArcs([10, 70, 30, 100, 40, 50], 5));
        search.Find(0, 4, limits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) search.Find(0, 4, limits);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void A_limit_below_zero_is_refused_by_name()
    {
        var act = () => new MaxFlow(new Graph(2, [new(0, 1, 1, 0)])).Find(0, 1, Limits.OfArcs([-3], 2));
        act.Should().Throw<ArgumentOutOfRangeException>().WithMessage("arc 0 lets -3 pass; allowed: 0 or more*");
    }

    // Every set of places with the first and without the last; a place with a limit may be cut itself instead of what leaves it.
    private static long LeastCut(Graph graph, Limits limits)
    {
        var (nodes, least) = (2 * graph.PlaceCount, long.MaxValue);
        // A place is an entrance (even) and an exit (odd). The exit of the source is on one side, the entrance of the sink on the other.
        for (var side = 0; side < 1 << nodes; side++)
        {
            bool Is(int node) => (side >> node & 1) != 0;
            if (!Is(0) || !Is(1) || Is(nodes - 2) || Is(nodes - 1)) continue;
            long cut = 0;
            for (var arc = 0; arc < graph.ArcCount; arc++)
                if (Is(2 * graph[arc].From + 1) && !Is(2 * graph[arc].To)) cut = Math.Min(MaxFlow.Unlimited, cut + limits.OfArc(arc));
            for (var place = 0; place < graph.PlaceCount; place++)
                if (Is(2 * place) && !Is(2 * place + 1)) cut = Math.Min(MaxFlow.Unlimited, cut + limits.OfPlace(place));
            least = Math.Min(least, cut);
        }
        return least;
    }

    private static IEnumerable<int[]> Choices(int of, int count) => count == 0
        ? [[]]
        : Choices(of, count - 1).SelectMany(chosen =>
            Enumerable.Range(0, of).Where(one => !chosen.Contains(one)).Select(one => (int[])[.. chosen, one]));

    private readonly struct Limits(long[] arcs, long[] places) : ICapacities
    {
        public static Limits OfArcs(long[] arcs, int places) => new(arcs, [.. Enumerable.Repeat(MaxFlow.Unlimited, places)]);

        public long OfArc(int arc) => arcs[arc];

        public long OfPlace(int place) => places[place];

        public Limits Without(int[] closedArcs, int[] closedPlaces) => new(
            [.. arcs.Select((limit, arc) => closedArcs.Contains(arc) ? 0 : limit)],
            [.. places.Select((limit, place) => closedPlaces.Contains(place) ? 0 : limit)]);
    }
}
