namespace SupplySim.Networks;

/// <summary>What can still be sent along each arc, and sent back: the residual network of a flow.</summary>
/// <remarks>
/// A place is two nodes, its entrance and its exit, with an edge between them for what may pass it. Every arc and every place
/// has two edges, forward at 2k and backward at 2k + 1 (k = arc, or arcs + place), so that the reverse of edge e is e ^ 1.
/// Built once for a graph; only <see cref="Left"/> changes from search to search.
/// </remarks>
internal sealed class Residual
{
    private readonly int[] _first;
    private readonly int[] _edges;
    private readonly int[] _heads;

    public Residual(Graph graph)
    {
        var pairs = graph.ArcCount + graph.PlaceCount;
        (_heads, Left, _edges) = (new int[2 * pairs], new long[2 * pairs], new int[2 * pairs]);
        for (var arc = 0; arc < graph.ArcCount; arc++) Join(arc, Exit(graph[arc].From), Entrance(graph[arc].To));
        for (var place = 0; place < graph.PlaceCount; place++) Join(graph.ArcCount + place, Entrance(place), Exit(place));
        _first = new int[NodeCount(graph) + 1];
        foreach (var tail in _heads) _first[tail + 1]++;
        for (var node = 0; node < NodeCount(graph); node++) _first[node + 1] += _first[node];
        var next = _first.AsSpan(0, NodeCount(graph)).ToArray();
        for (var edge = 0; edge < _edges.Length; edge++) _edges[next[_heads[edge ^ 1]]++] = edge;
    }

    /// <summary>By edge: what can still be sent along it.</summary>
    public long[] Left { get; }

    public static int NodeCount(Graph graph) => 2 * graph.PlaceCount;

    public static int Entrance(int place) => 2 * place;

    public static int Exit(int place) => 2 * place + 1;

    /// <summary>Where an edge leads.</summary>
    public int Head(int edge) => _heads[edge];

    /// <summary>The edges that leave a node lie from here to where those of the next node begin.</summary>
    public int First(int node) => _first[node];

    /// <summary>An edge by its position among those that leave nodes.</summary>
    public int EdgeAt(int position) => _edges[position];

    private void Join(int pair, int from, int to) => (_heads[2 * pair], _heads[2 * pair + 1]) = (to, from);
}
