using CsCheck;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>Least-cost paths: against the algorithm of Floyd and Warshall, and what is promised about ties.</summary>
public sealed class ShortestPathsTests
{
    [Fact]
    public void Costs_agree_with_Floyd_and_Warshall_on_any_graph_with_any_arcs_closed() =>
        RandomGraph.Gen.Sample(sample =>
        {
            var (graph, closed) = sample;
            var expected = FloydWarshall(graph, closed);
            var paths = new ShortestPaths(graph);
            return Places(graph).All(origin =>
            {
                paths.FindAll(origin, new OpenArcs(closed));
                return Places(graph).All(place => paths.CostTo(place) == expected[origin, place]);
            });
        });

    [Fact]
    public void A_path_leads_from_origin_to_place_over_open_arcs_and_costs_what_is_said() =>
        RandomGraph.Gen.Sample(sample =>
        {
            var (graph, closed) = sample;
            var paths = new ShortestPaths(graph);
            paths.FindAll(0, new OpenArcs(closed));
            var arcs = new int[graph.PlaceCount];
            return Places(graph).Where(place => paths.CostTo(place) != ShortestPaths.Unreachable).All(place =>
            {
                var path = arcs[..paths.CopyPath(place, arcs)];
                var at = 0;
                foreach (var arc in path)
                {
                    if (graph[arc].From != at || closed[arc]) return false;
                    at = graph[arc].To;
                }
                return at == place && path.Sum(arc => graph[arc].Weight) == paths.CostTo(place)
                    && path.Length == paths.LengthOf(place);
            });
        });

    [Fact]
    public void A_search_for_one_destination_finds_the_path_of_the_search_for_all() =>
        RandomGraph.Gen.Sample(sample =>
        {
            var (graph, closed) = sample;
            ShortestPaths all = new(graph), one = new(graph);
            return Places(graph).All(origin =>
            {
                all.FindAll(origin, new OpenArcs(closed));
                return Places(graph).All(place =>
                    one.Find(origin, place, new OpenArcs(closed)) == (all.CostTo(place) != ShortestPaths.Unreachable)
                    && one.CostTo(place) == all.CostTo(place) && Path(one, place).SequenceEqual(Path(all, place)));
            });
        });

    [Fact]
    public void Among_equal_paths_the_smaller_arc_enters_whatever_the_order_of_discovery()
    {
        // 0 to 3 over 1 (arcs 3, 0) and over 2 (arcs 1, 2), each 5; place 2 is settled first.
        Arc[] arcs = [new(1, 3, 2, 0), new(0, 2, 1, 1), new(2, 3, 4, 2), new(0, 1, 3, 3)];
        var paths = new ShortestPaths(new Graph(4, arcs));
        paths.Find(0, 3, default(AllArcs)).Should().BeTrue();
        Path(paths, 3).Should().Equal(3, 0);
        var parallel = new ShortestPaths(new Graph(2, [new(0, 1, 7, 0), new(0, 1, 7, 1)]));
        parallel.FindAll(0, default(AllArcs));
        parallel.ArcInto(1).Should().Be(0);
    }

    [Fact]
    public void Costs_can_be_other_than_the_weights()
    {
        var paths = new ShortestPaths(new Graph(3, [new(0, 2, 5, 0), new(0, 1, 1, 1), new(1, 2, 1, 2)]));
        paths.Find(0, 2, new Slowed(2, 10)).Should().BeTrue();
        (paths.CostTo(2), paths.ArcInto(2)).Should().Be((5, 0));
        paths.Find(0, 2, new Slowed(2, 3)).Should().BeTrue();
        (paths.CostTo(2), paths.ArcInto(2)).Should().Be((4, 2));
    }

    [Fact]
    public void Closing_Zakho_to_Al_Malikeyyeh_takes_Dahuk_to_Quamishli_from_212_to_1176_km()
    {
        var syria = SyriaGraph.Read();
        (syria.Graph.PlaceCount, syria.Graph.ArcCount).Should().Be((144, 2 * 244));
        var open = new bool[syria.Graph.ArcCount];
        var closed = syria.Closed("Zakho", "Al_Malikeyyeh");
        (syria.Kilometres("Dahuk", "Quamishli", open), syria.Kilometres("Dahuk", "Quamishli", closed)).Should().Be((212, 1176));
        (syria.Kilometres("Erbil", "Al_Hasakah", open), syria.Kilometres("Erbil", "Al_Hasakah", closed)).Should().Be((461, 906));
        (syria.Kilometres("Erbil", "Ar_Raqqa", open), syria.Kilometres("Erbil", "Ar_Raqqa", closed)).Should().Be((710, 887));
        (syria.Kilometres("Erbil", "Damascus", open), syria.Kilometres("Erbil", "Damascus", closed)).Should().Be((1214, 1214));
        (syria.SumOfAllPairs(open), syria.SumOfAllPairs(closed)).Should().Be((11_706_872, 12_598_810));
        string.Join('-', syria.Route("Dahuk", "Quamishli", closed)).Should().Be(
            "Dahuk-Domiz1-Gawilan-Erbil-Qushtapa-Kirkuk-Baiji-Haditha-Anbar-Abu_Kamal-Al_Mayadin-Deir_ez_Zor-"
            + "Hasibah-Al_Hasakeh-Al_Hasakah-Quamishli");
    }

    [Fact]
    public void A_search_allocates_nothing()
    {
        var (graph, arcs) = Chain(2000);
        var paths = new ShortestPaths(graph);
        var buffer = new int[graph.PlaceCount];
        paths.Find(0, 1999, default(AllArcs));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
        {
            paths.FindAll(i, default(AllArcs));
            paths.Find(i, 1999, default(AllArcs));
            paths.CopyPath(1999, buffer);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        paths.CostTo(1999).Should().Be(1990);
        arcs.Should().Be(1999);
    }

    [Fact]
    public void A_cost_beyond_64_bits_is_an_error_and_never_a_shorter_path()
    {
        var paths = new ShortestPaths(new Graph(3, [new(0, 1, long.MaxValue - 1, 0), new(1, 2, 5, 1)]));
        FluentActions.Invoking(() => paths.FindAll(0, default(AllArcs))).Should().Throw<OverflowException>()
            .WithMessage("a path costs 9223372036854775806 + 5, which does not fit into 64 bits");
    }

    [Fact]
    public void Places_that_do_not_exist_and_buffers_too_short_are_refused()
    {
        var paths = new ShortestPaths(Chain(3).Graph);
        FluentActions.Invoking(() => paths.FindAll(3, default(AllArcs))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("allowed: places 0 to 2*");
        FluentActions.Invoking(() => paths.Find(0, -1, default(AllArcs))).Should().Throw<ArgumentOutOfRangeException>();
        paths.FindAll(0, default(AllArcs));
        FluentActions.Invoking(() => paths.CopyPath(2, new int[1])).Should().Throw<ArgumentException>()
            .WithMessage("the path has 2 arcs and the buffer takes 1*");
    }

    private readonly struct Slowed(int arc, long factor) : IArcCosts
    {
        public long Of(int each, long weight) => each == arc ? weight * factor : weight;
    }

    private static (Graph Graph, int Arcs) Chain(int places)
    {
        Arc[] arcs = [.. Enumerable.Range(0, places - 1).Select(i => new Arc(i, i + 1, 1, i))];
        return (new Graph(places, arcs), arcs.Length);
    }

    private static IEnumerable<int> Places(Graph graph) => Enumerable.Range(0, graph.PlaceCount);

    private static int[] Path(ShortestPaths paths, int place)
    {
        var arcs = new int[paths.LengthOf(place)];
        paths.CopyPath(place, arcs);
        return arcs;
    }

    private static long[,] FloydWarshall(Graph graph, bool[] closed)
    {
        var n = graph.PlaceCount;
        var cost = new long[n, n];
        foreach (var (i, j) in Places(graph).SelectMany(i => Places(graph).Select(j => (i, j))))
            cost[i, j] = i == j ? 0 : ShortestPaths.Unreachable;
        for (var arc = 0; arc < graph.ArcCount; arc++)
            if (!closed[arc]) cost[graph[arc].From, graph[arc].To] = Math.Min(cost[graph[arc].From, graph[arc].To], graph[arc].Weight);
        for (var via = 0; via < n; via++)
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    if (cost[i, via] != ShortestPaths.Unreachable && cost[via, j] != ShortestPaths.Unreachable)
                        cost[i, j] = Math.Min(cost[i, j], cost[i, via] + cost[via, j]);
        for (var i = 0; i < n; i++) cost[i, i] = 0;
        return cost;
    }
}
