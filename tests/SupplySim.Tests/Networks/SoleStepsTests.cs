using CsCheck;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

public sealed class SoleStepsTests
{
    [Fact]
    public void Sole_steps_are_exactly_those_whose_loss_cuts_the_two_places_off() =>
        RandomGraph.Gen.Sample(sample =>
        {
            var (graph, closed) = sample;
            var (paths, sole) = (new ShortestPaths(graph), new SoleSteps(graph));
            var destination = graph.PlaceCount - 1;
            if (destination == 0 || !paths.Find(0, destination, new OpenArcs(closed))) return true;
            var way = new int[graph.PlaceCount];
            var length = paths.CopyPath(destination, way);
            sole.Find(way.AsSpan(0, length), new OpenArcs(closed));

            bool Leads(Func<int, bool> without) => new ShortestPaths(graph).Find(0, destination,
                new OpenArcs([.. closed.Select((isClosed, arc) => isClosed || without(arc))]));
            var arcs = way.Take(length).Where(arc => !Leads(other => other == arc));
            var places = way.Take(length - 1).Select(arc => graph[arc].To)
                .Where(place => !Leads(arc => graph[arc].To == place));
            return sole.Arcs.SequenceEqual(arcs) && sole.Places.SequenceEqual(places);
        }, iter: 3_000);

    [Fact]
    public void Arcs_that_are_no_way_are_refused()
    {
        var graph = new Graph(3, [new(0, 1, 1, 0), new(1, 2, 1, 1), new(1, 0, 1, 0)]);
        var sole = new SoleSteps(graph);
        ((Action)(() => sole.Find([1, 0], default(AllArcs)))).Should().Throw<ArgumentException>();
        ((Action)(() => sole.Find([0, 2], default(AllArcs)))).Should().Throw<ArgumentException>();
        sole.Find([], default(AllArcs));
        sole.Arcs.Should().BeEmpty();
    }
}
