using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>The compact arrays.</summary>
public sealed class GraphTests
{
    [Fact]
    public void Arcs_keep_their_numbers_and_leave_their_place_in_ascending_order()
    {
        Arc[] arcs = [new(2, 0, 5, 0), new(0, 1, 6, 1), new(2, 2, 7, 2), new(0, 2, 8, 3)];
        var graph = new Graph(4, arcs);
        (graph.PlaceCount, graph.ArcCount).Should().Be((4, 4));
        graph[2].Should().Be(arcs[2]);
        graph.Leaving(0).ToArray().Should().Equal(1, 3);
        graph.Leaving(1).ToArray().Should().BeEmpty();
        graph.Leaving(2).ToArray().Should().Equal(0, 2);
        graph.Leaving(3).ToArray().Should().BeEmpty();
    }

    [Fact]
    public void A_graph_without_places_or_arcs_is_a_graph()
    {
        new Graph(0, []).PlaceCount.Should().Be(0);
        new Graph(1, []).Leaving(0).ToArray().Should().BeEmpty();
    }

    [Fact]
    public void An_arc_that_cannot_be_is_refused_with_its_number()
    {
        FluentActions.Invoking(() => new Graph(2, [new(0, 1, 1, 0), new(0, 2, 1, 1)])).Should().Throw<ArgumentException>()
            .WithMessage("arc 1 goes from place 0 to place 2; allowed: 0 to 1*");
        FluentActions.Invoking(() => new Graph(2, [new(-1, 1, 1, 0)])).Should().Throw<ArgumentException>()
            .WithMessage("arc 0 goes from place -1 to place 1; allowed: 0 to 1*");
        FluentActions.Invoking(() => new Graph(2, [new(0, 1, -1, 0)])).Should().Throw<ArgumentException>()
            .WithMessage("arc 0 has weight -1 and route 0; allowed: 0 or more*");
    }
}
