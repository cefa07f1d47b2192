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
    private readonly Graph _graph;
    private readonly long[] _costs;
    private readonly int[] _arcsInto;
    private readonly PlaceHeap _waiting;

    /// <summary>Makes room for searches in one graph.</summary>
    public ShortestPaths(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        _costs = new long[graph.PlaceCount];
        _arcsInto = new int[graph.PlaceCount];
        _waiting = new PlaceHeap(_costs);
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
        return _costs[destination] != Unreachable;
    }

    /// <summary>Searches the least costly paths to all places.</summary>
    /// <param name="origin">Where to start.</param>
    /// <param name="arcCosts">Cost of each arc and which are closed.</param>
    /// <exception cref="OverflowException">The cost of a path does not fit into 64 bits.</exception>
    public void FindAll<TCosts>(int origin, TCosts arcCosts) where TCosts : struct, IArcCosts =>
        Search(origin, None, arcCosts);

    /// <summary>What the path to a place costs; <see cref="Unreachable"/> if there is none.</summary>
    public long CostTo(int place) => _costs[place];

    /// <summary>The last arc of the path to a place; -1 at the origin and where there is no path.</summary>
    public int ArcInto(int place) => _arcsInto[place];

    /// <summary>How many arcs the path to a place has; 0 at the origin and where there is no path.</summary>
    public int LengthOf(int place)
    {
        var length = 0;
        for (var arc = _arcsInto[place]; arc != None; arc = _arcsInto[_graph[arc].From]) length++;
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
        for (var (i, arc) = (length, _arcsInto[place]); arc != None; arc = _arcsInto[_graph[arc].From]) arcs[--i] = arc;
        return length;
    }

    private void Search<TCosts>(int origin, int destination, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        CheckPlace(origin, nameof(origin));
        Clear();
        _costs[origin] = 0;
        _waiting.AddOrRaise(origin);
        while (_waiting.TryTake(out var place))
        {
            if (place == destination) return;
            foreach (var arc in _graph.Leaving(place)) Relax(place, arc, arcCosts);
        }
    }

    private void Relax<TCosts>(int place, int arc, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        ref readonly var step = ref _graph[arc];
        var cost = arcCosts.Of(arc, step.Weight);
        if (cost < 0) return;
        cost = Sum(_costs[place], cost);
        if (cost < _costs[step.To])
        {
            _costs[step.To] = cost;
            _arcsInto[step.To] = arc;
            _waiting.AddOrRaise(step.To);
        }
        // Only while it waits: a settled place may lead here at no cost, and the two would lead to each other.
        else if (cost == _costs[step.To] && arc < _arcsInto[step.To] && _waiting.Holds(step.To))
        {
            _arcsInto[step.To] = arc;
        }
    }

    private static long Sum(long cost, long more) => more < Unreachable - cost
        ? cost + more
        : throw new OverflowException($"a path costs {cost} + {more}, which does not fit into 64 bits");

    private void Clear()
    {
        Array.Fill(_costs, Unreachable);
        Array.Fill(_arcsInto, None);
        _waiting.Clear();
    }

    private void CheckPlace(int place, string name)
    {
        if (place < 0 || place >= _graph.PlaceCount)
            throw new ArgumentOutOfRangeException(name, place, $"allowed: places 0 to {_graph.PlaceCount - 1}");
    }
}
