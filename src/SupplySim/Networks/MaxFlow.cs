namespace SupplySim.Networks;

/// <summary>The most that can pass from one place to another, and the arcs and places that limit it, by Dinic's method in
/// arrays that are used again for each search.</summary>
/// <remarks>
/// <para>What a run moves per time cannot exceed it, whatever the policy. The cut found is the one nearest the source: every
/// arc and place in it is full, and closing the whole of it leaves nothing. Deterministic: nodes and edges are tried in
/// ascending order.</para>
/// <para>O(places^2 arcs) at worst, far less on roads; no allocation per search. One per thread; the results of a search hold
/// until the next one.</para>
/// </remarks>
public sealed class MaxFlow
{
    /// <summary>The capacity of an arc or place that sets no limit.</summary>
    public const long Unlimited = long.MaxValue / 4;

    private const int Unseen = -1;
    private readonly Graph _graph;
    private readonly Residual _residual;
    private readonly int[] _levels;
    private readonly int[] _next;
    private readonly int[] _queue;
    private readonly int[] _path;

    /// <summary>Makes room for searches in one graph.</summary>
    public MaxFlow(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_graph, _residual) = (graph, new Residual(graph));
        var nodes = Residual.NodeCount(graph);
        (_levels, _next, _queue, _path) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
    }

    /// <summary>Finds a greatest flow.</summary>
    /// <param name="source">Where it leaves; what may pass the source itself does not bind.</param>
    /// <param name="sink">Where it arrives, another place; what may pass it does not bind either.</param>
    /// <param name="capacities">What may pass each arc and each other place.</param>
    /// <returns>How much passes; <see cref="Unlimited"/> where some way has no limit at all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A place that does not exist, or a capacity below 0.</exception>
    /// <exception cref="ArgumentException">Source and sink are one place.</exception>
    public long Find<TCapacities>(int source, int sink, TCapacities capacities) where TCapacities : struct, ICapacities
    {
        CheckPlace(source, nameof(source));
        CheckPlace(sink, nameof(sink));
        if (source == sink)
            throw new ArgumentException($"source and sink are both place {source}; a flow goes from one place to another", nameof(sink));
        Fill(capacities);
        long flow = 0;
        while (flow < Unlimited && FindLevels(Residual.Exit(source), Residual.Entrance(sink)))
            flow += Saturate(Residual.Exit(source), Residual.Entrance(sink));
        return Math.Min(flow, Unlimited);
    }

    /// <summary>What the flow found sends along an arc.</summary>
    public long FlowOn(int arc) => _residual.Left[2 * arc + 1];

    /// <summary>What the flow found sends through a place; 0 at source and sink.</summary>
    public long FlowThrough(int place) => FlowOn(_graph.ArcCount + place);

    /// <summary>Whether an arc is in the cut: full, and leading from what can still be reached to what cannot.</summary>
    public bool IsArcInCut(int arc) => IsInCut(arc, Residual.Exit(_graph[arc].From), Residual.Entrance(_graph[arc].To));

    /// <summary>Whether a place is in the cut: full, so that its entrance can still be reached and its exit cannot.</summary>
    public bool IsPlaceInCut(int place) => IsInCut(_graph.ArcCount + place, Residual.Entrance(place), Residual.Exit(place));

    // After the last search for levels those nodes have one that can still be reached. An edge without any capacity is no
    // part of a cut: closing it changes nothing.
    private bool IsInCut(int pair, int from, int to) =>
        _levels[from] != Unseen && _levels[to] == Unseen && _residual.Left[2 * pair + 1] > 0;

    private void Fill<TCapacities>(TCapacities capacities) where TCapacities : struct, ICapacities
    {
        for (var arc = 0; arc < _graph.ArcCount; arc++) Set(arc, capacities.OfArc(arc), "arc", arc);
        for (var place = 0; place < _graph.PlaceCount; place++) Set(_graph.ArcCount + place, capacities.OfPlace(place), "place", place);
    }

    private void Set(int pair, long capacity, string what, int number)
    {
        if (capacity < 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, $"{what} {number} lets {capacity} pass; allowed: 0 or more");
        (_residual.Left[2 * pair], _residual.Left[2 * pair + 1]) = (Math.Min(capacity, Unlimited), 0);
    }

    // Breadth first from the source along what is left: how many edges away each node is.
    private bool FindLevels(int source, int sink)
    {
        Array.Fill(_levels, Unseen);
        var (head, tail) = (0, 0);
        _levels[source] = 0;
        _queue[tail++] = source;
        while (head < tail)
        {
            var node = _queue[head++];
            for (var at = _residual.First(node); at < _residual.First(node + 1); at++)
            {
                var edge = _residual.EdgeAt(at);
                var to = _residual.Head(edge);
                if (_residual.Left[edge] == 0 || _levels[to] != Unseen) continue;
                _levels[to] = _levels[node] + 1;
                _queue[tail++] = to;
            }
        }
        return _levels[sink] != Unseen;
    }

    // Sends along shortest ways until each of them is full somewhere. Depth first, without recursion; an edge that led
    // nowhere is not tried again.
    private long Saturate(int source, int sink)
    {
        for (var node = 0; node < _next.Length; node++) _next[node] = _residual.First(node);
        long sent = 0;
        var (length, at) = (0, source);
        while (true)
        {
            if (at == sink)
            {
                sent += Send(length);
                (length, at) = (0, source);
                if (sent >= Unlimited) return sent;
            }
            else if (Forward(at) is { } edge)
            {
                _path[length++] = edge;
                at = _residual.Head(edge);
            }
            else if (length == 0)
            {
                return sent;
            }
            else
            {
                at = _residual.Head(_path[--length] ^ 1);
                _next[at]++;
            }
        }
    }

    private int? Forward(int node)
    {
        for (; _next[node] < _residual.First(node + 1); _next[node]++)
        {
            var edge = _residual.EdgeAt(_next[node]);
            if (_residual.Left[edge] > 0 && _levels[_residual.Head(edge)] == _levels[node] + 1) return edge;
        }
        return null;
    }

    private long Send(int length)
    {
        var least = Unlimited;
        for (var i = 0; i < length; i++) least = Math.Min(least, _residual.Left[_path[i]]);
        for (var i = 0; i < length; i++)
        {
            _residual.Left[_path[i]] -= least;
            _residual.Left[_path[i] ^ 1] += least;
        }
        return least;
    }

    private void CheckPlace(int place, string name)
    {
        if (place < 0 || place >= _graph.PlaceCount)
            throw new ArgumentOutOfRangeException(name, place, $"allowed: places 0 to {_graph.PlaceCount - 1}");
    }
}
