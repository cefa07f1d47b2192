namespace SupplySim.Networks;

/// <summary>Least-cost paths from one place, by Dijkstra's method, in arrays that are used again for each search.</summary>
/// <remarks>
/// <para>Deterministic: places are settled in order of (cost, number); among paths of equal cost the arc with the smaller
/// number enters a place. A search for one destination gives the same path as the search for all.</para>
/// <para>O((places + arcs) log places) and no allocation per search. One per thread; the results of a search hold until
/// the next one.</para>
/// </remarks>
public sealed class ShortestPaths
{
    /// <summary>The cost of a place that cannot be reached.</summary>
    public const long Unreachable = long.MaxValue;

    private const int None = -1;
    private readonly Graph graph;
    private readonly long[] costs;
    private readonly int[] arcsInto;
    private readonly PlaceHeap waiting;

    /// <summary>Makes room for searches in one graph.</summary>
    public ShortestPaths(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        this.graph = graph;
        costs = new long[graph.PlaceCount];
        arcsInto = new int[graph.PlaceCount];
        waiting = new PlaceHeap(costs);
        Clear();
    }

    /// <summary>Searches the least costly path to one place, and stops when it is found.</summary>
    /// <param name="origin">Where to start.</param>
    /// <param name="destination">Where to go; only its cost and path can be asked for afterwards.</param>
    /// <param name="arcCosts">Cost of each arc and which are closed.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="OverflowException">The cost of a path does not fit into 64 bits.</exception>
    public bool Find<TCosts>(int origin, int destination, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        CheckPlace(destination, nameof(destination));
        Search(origin, destination, arcCosts);
        return costs[destination] != Unreachable;
    }

    /// <summary>Searches the least costly paths to all places.</summary>
    /// <param name="origin">Where to start.</param>
    /// <param name="arcCosts">Cost of each arc and which are closed.</param>
    /// <exception cref="OverflowException">The cost of a path does not fit into 64 bits.</exception>
    public void FindAll<TCosts>(int origin, TCosts arcCosts) where TCosts : struct, IArcCosts =>
        Search(origin, None, arcCosts);

    /// <summary>What the path to a place costs; <see cref="Unreachable"/> if there is none.</summary>
    public long CostTo(int place) => costs[place];

    /// <summary>The last arc of the path to a place; -1 at the origin and where there is no path.</summary>
    public int ArcInto(int place) => arcsInto[place];

    /// <summary>How many arcs the path to a place has; 0 at the origin and where there is no path.</summary>
    public int LengthOf(int place)
    {
        var length = 0;
        for (var arc = arcsInto[place]; arc != None; arc = arcsInto[graph[arc].From]) length++;
        return length;
    }

    /// <summary>Writes the path to a place, from the origin on, into the caller's buffer.</summary>
    /// <param name="place">Where the path ends.</param>
    /// <param name="arcs">At least <see cref="LengthOf"/> long; a path never has more arcs than there are places.</param>
    /// <returns>How many arcs were written; 0 at the origin and where there is no path.</returns>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public int CopyPath(int place, Span<int> arcs)
    {
        var length = LengthOf(place);
        if (length > arcs.Length)
            throw new ArgumentException($"the path has {length} arcs and the buffer takes {arcs.Length}", nameof(arcs));
        for (var (i, arc) = (length, arcsInto[place]); arc != None; arc = arcsInto[graph[arc].From]) arcs[--i] = arc;
        return length;
    }

    private void Search<TCosts>(int origin, int destination, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        CheckPlace(origin, nameof(origin));
        Clear();
        costs[origin] = 0;
        waiting.AddOrRaise(origin);
        while (waiting.TryTake(out var place))
        {
            if (place == destination) return;
            foreach (var arc in graph.Leaving(place)) Relax(place, arc, arcCosts);
        }
    }

    private void Relax<TCosts>(int place, int arc, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        ref readonly var step = ref graph[arc];
        var cost = arcCosts.Of(arc, step.Weight);
        if (cost < 0) return;
        cost = Sum(costs[place], cost);
        if (cost < costs[step.To])
        {
            costs[step.To] = cost;
            arcsInto[step.To] = arc;
            waiting.AddOrRaise(step.To);
        }
        // Only while it waits: a settled place may lead here at no cost, and the two would lead to each other.
        else if (cost == costs[step.To] && arc < arcsInto[step.To] && waiting.Holds(step.To))
        {
            arcsInto[step.To] = arc;
        }
    }

    private static long Sum(long cost, long more) => more < Unreachable - cost
        ? cost + more
        : throw new OverflowException($"a path costs {cost} + {more}, which does not fit into 64 bits");

    private void Clear()
    {
        Array.Fill(costs, Unreachable);
        Array.Fill(arcsInto, None);
        waiting.Clear();
    }

    private void CheckPlace(int place, string name)
    {
        if (place < 0 || place >= graph.PlaceCount)
            throw new ArgumentOutOfRangeException(name, place, $"allowed: places 0 to {graph.PlaceCount - 1}");
    }
}
