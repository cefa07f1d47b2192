namespace SupplySim.Networks;

/// <summary>What hangs together: places that can be reached, and what alone holds a network together.</summary>
/// <remarks>Linear in places and arcs; no recursion, so a chain of a million places is no danger.</remarks>
public static class Connectivity
{
    /// <summary>Marks the places that can be reached from one along the direction of the arcs, itself included.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="origin">Where to start.</param>
    /// <param name="arcCosts">Which arcs are closed; costs do not matter.</param>
    /// <param name="reached">One entry for each place; overwritten.</param>
    /// <returns>How many were reached.</returns>
    public static int Reach<TCosts>(Graph graph, int origin, TCosts arcCosts, Span<bool> reached)
        where TCosts : struct, IArcCosts
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNotEqual(reached.Length, graph.PlaceCount, nameof(reached));
        reached.Clear();
        var open = new Stack<int>();
        reached[origin] = true;
        open.Push(origin);
        var count = 1;
        while (open.TryPop(out var place))
            foreach (var arc in graph.Leaving(place))
            {
                ref readonly var step = ref graph[arc];
                if (reached[step.To] || arcCosts.Of(arc, step.Weight) < 0) continue;
                reached[step.To] = true;
                count++;
                open.Push(step.To);
            }
        return count;
    }

    /// <summary>The places and routes without which some places that now hang together would not.</summary>
    /// <param name="graph">The graph; directions are left aside, and the arcs of one route count as one.</param>
    /// <param name="arcCosts">Which arcs are closed; a route with one open arc counts as open.</param>
    public static SinglePoints SinglePointsOfFailure<TCosts>(Graph graph, TCosts arcCosts)
        where TCosts : struct, IArcCosts
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new LowLinks(Undirected.Of(graph, arcCosts)).Find();
    }
}
