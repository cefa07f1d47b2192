using CsCheck;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>Reach and single points of failure, against trying every loss.</summary>
public sealed class ConnectivityTests
{
    [Fact]
    public void Places_are_reached_exactly_when_a_path_leads_there() =>
        RandomGraph.Gen.Sample(sample =>
        {
            var (graph, closed) = sample;
            var paths = new ShortestPaths(graph);
            paths.FindAll(0, new OpenArcs(closed));
            var search = new Connectivity(graph);
            var count = search.Reach(0, new OpenArcs(closed));
            var reached = search.Reached.ToArray();
            return count == reached.Count(each => each) && Enumerable.Range(0, graph.PlaceCount)
                .All(place => reached[place] == (paths.CostTo(place) != ShortestPaths.Unreachable));
        });

    [Fact]
    public void Single_points_are_exactly_those_whose_loss_leaves_more_pieces() =>
        RandomGraph.TwoWay.Sample(sample =>
        {
            var (graph, closed) = sample;
            var single = new Connectivity(graph);
            single.FindSinglePoints(default(AllArcs));
            single.FindSinglePoints(new OpenArcs(closed));
            var whole = Pieces(graph, arc => !closed[arc], _ => true);
            var routes = Enumerable.Range(0, graph.ArcCount / 2).Where(route =>
                Pieces(graph, arc => !closed[arc] && graph[arc].Route != route, _ => true) > whole);
            // A place alone is itself a piece, which its loss takes away.
            var places = Enumerable.Range(0, graph.PlaceCount).Where(place =>
                Pieces(graph, arc => !closed[arc], each => each != place) > whole);
            return single.SingleRoutes.SequenceEqual(routes) && single.SinglePlaces.SequenceEqual(places);
        });

    [Fact]
    public void A_second_route_between_two_places_makes_neither_a_single_point()
    {
        var graph = new Graph(3, [new(0, 1, 1, 0), new(1, 0, 1, 0), new(0, 1, 9, 1), new(1, 2, 1, 2)]);
        var single = Of(graph);
        single.SingleRoutes.Should().Equal(2);
        single.SinglePlaces.Should().Equal(1);
    }

    [Fact]
    public void A_chain_of_200_thousand_places_does_not_exhaust_the_stack()
    {
        const int places = 200_000;
        Arc[] arcs = [.. Enumerable.Range(0, places - 1).Select(i => new Arc(i, i + 1, 1, i))];
        var graph = new Graph(places, arcs);
        var single = Of(graph);
        single.SingleRoutes.Should().HaveCount(places - 1);
        single.SinglePlaces.Should().HaveCount(places - 2);
        single.Reach(0, default(AllArcs)).Should().Be(places);
    }

    [Fact]
    public void The_bridge_between_Zakho_and_Al_Malikeyyeh_has_a_way_around_on_the_road_graph_of_2017()
    {
        var syria = SyriaGraph.Read();
        var single = Of(syria.Graph);
        var bridge = syria.Closed("Zakho", "Al_Malikeyyeh");
        single.SingleRoutes.Should().NotContain(syria.Graph[Array.IndexOf(bridge, true)].Route);
        foreach (var route in single.SingleRoutes)
            Pieces(syria.Graph, arc => syria.Graph[arc].Route != route, _ => true).Should().Be(2);
        single.SingleRoutes.Should().NotBeEmpty();
    }

    [Fact]
    public void Searches_allocate_nothing_once_they_have_grown()
    {
        var syria = SyriaGraph.Read();
        var (search, sole) = (new Connectivity(syria.Graph), new SoleSteps(syria.Graph));
        var (paths, way) = (new ShortestPaths(syria.Graph), new int[syria.Graph.PlaceCount]);
        var closed = new OpenArcs(syria.Closed("Zakho", "Al_Malikeyyeh"));
        paths.Find(syria.Place("Dahuk"), syria.Place("Quamishli"), closed);
        var length = paths.CopyPath(syria.Place("Quamishli"), way);
        long before = 0;
        for (var i = 0; i < 20; i++)
        {
            if (i == 1) before = GC.GetAllocatedBytesForCurrentThread();
            search.Reach(i, closed);
            search.FindSinglePoints(closed);
            search.FindSinglePoints(default(AllArcs));
            sole.Find(way.AsSpan(0, length), closed);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        sole.Places.Should().Contain(syria.Place("Kirkuk"), "the only alternative leads past it");
    }

    private static Connectivity Of(Graph graph)
    {
        var search = new Connectivity(graph);
        search.FindSinglePoints(default(AllArcs));
        return search;
    }

    /// <summary>How many pieces the places that are kept make, by joining sets.</summary>
    private static int Pieces(Graph graph, Func<int, bool> open, Func<int, bool> kept)
    {
        var piece = Enumerable.Range(0, graph.PlaceCount).ToArray();
        int Root(int place) => piece[place] == place ? place : piece[place] = Root(piece[place]);
        for (var arc = 0; arc < graph.ArcCount; arc++)
            if (open(arc) && kept(graph[arc].From) && kept(graph[arc].To)) piece[Root(graph[arc].From)] = Root(graph[arc].To);
        return Enumerable.Range(0, graph.PlaceCount).Count(place => kept(place) && Root(place) == place);
    }
}
