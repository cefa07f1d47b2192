namespace SupplySim.Networks;

/// <summary>The least costly ways between two places, best first, none of which passes a place twice, by Yen's method.</summary>
/// <remarks>
/// <para>Deterministic: ways of equal cost stand in an order that depends on the graph alone. O(k n) searches of
/// <see cref="ShortestPaths"/> for k ways of up to n arcs; storage is used again, so that nothing is allocated once it has grown to what is
/// needed. One per thread; the results of a search hold until the next one.</para>
/// </remarks>
public sealed class KShortestPaths
{
    private readonly Graph _graph;
    private readonly ShortestPaths _search;
    private readonly int[] _arcBans;
    private readonly int[] _placeBans;
    private readonly int[] _spur;
    private readonly List<Found> _ways = [];
    private readonly List<Found> _candidates = [];
    private int[] _arcs = [];
    private int _used;
    private int _ban;

    /// <summary>Makes room for searches in one graph.</summary>
    public KShortestPaths(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_graph, _search) = (graph, new ShortestPaths(graph));
        (_arcBans, _placeBans, _spur) = (new int[graph.ArcCount], new int[graph.PlaceCount], new int[graph.PlaceCount]);
    }

    /// <summary>How many ways the last search found.</summary>
    public int Count => _ways.Count;

    /// <summary>The cost of a way, from 0, the best.</summary>
    public long CostOf(int way) => _ways[way].Cost;

    /// <summary>The arcs of a way in order; valid until the next search.</summary>
    public ReadOnlySpan<int> ArcsOf(int way) => Arcs(_ways[way]);

    /// <summary>Searches up to so many ways.</summary>
    /// <param name="origin">Where to start.</param>
    /// <param name="destination">Where to go, another place.</param>
    /// <param name="most">At least 1.</param>
    /// <param name="arcCosts">Cost of each arc and which are closed.</param>
    /// <returns>How many there are, up to <paramref name="most"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A place that does not exist, or fewer than one way.</exception>
    public int Find<TCosts>(int origin, int destination, int most, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        _ways.Clear();
        _candidates.Clear();
        _used = 0;
        if (origin == destination || !_search.Find(origin, destination, arcCosts)) return 0;
        _ways.Add(Store([], 0, destination));
        while (_ways.Count < most)
        {
            Deviate(_ways[^1], destination, arcCosts);
            if (_candidates.Count == 0) break;
            _ways.Add(TakeBest());
        }
        return _ways.Count;
    }

    // Every way that follows the last one found up to some place and leaves it there, by an arc no way found so far takes.
    private void Deviate<TCosts>(Found last, int destination, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        long rootCost = 0;
        for (var at = 0; at < last.Length; at++)
        {
            var root = Arcs(last)[..at];
            var from = _graph[Arcs(last)[at]].From;
            Ban(root);
            var costs = new Unbanned<TCosts>(arcCosts, this);
            if (_search.Find(from, destination, costs)) AddCandidate(root, rootCost, destination);
            var arc = Arcs(last)[at];
            rootCost += arcCosts.Of(arc, _graph[arc].Weight);
        }
    }

    private void Ban(ReadOnlySpan<int> root)
    {
        if (_ban == int.MaxValue) ForgetBans();
        _ban++;
        foreach (var arc in root) _placeBans[_graph[arc].From] = _ban;
        foreach (var way in _ways)
            if (way.Length > root.Length && Arcs(way)[..root.Length].SequenceEqual(root)) _arcBans[Arcs(way)[root.Length]] = _ban;
    }

    private void ForgetBans()
    {
        Array.Clear(_arcBans);
        Array.Clear(_placeBans);
        _ban = 0;
    }

    private void AddCandidate(ReadOnlySpan<int> root, long rootCost, int destination)
    {
        var used = _used;
        var found = Store(root, rootCost, destination);
        foreach (var other in _candidates)
            if (Arcs(other).SequenceEqual(Arcs(found)))
            {
                _used = used;
                return;
            }
        _candidates.Add(found);
    }

    private Found TakeBest()
    {
        var best = 0;
        for (var i = 1; i < _candidates.Count; i++)
            if (IsBefore(_candidates[i], _candidates[best])) best = i;
        var taken = _candidates[best];
        _candidates.RemoveAt(best);
        return taken;
    }

    private bool IsBefore(Found one, Found other) =>
        one.Cost != other.Cost ? one.Cost < other.Cost : Arcs(one).SequenceCompareTo(Arcs(other)) < 0;

    // A root, and what the search has found from its end on.
    private Found Store(ReadOnlySpan<int> root, long rootCost, int destination)
    {
        var spur = _search.CopyPath(destination, _spur);
        var length = root.Length + spur;
        if (_used + length > _arcs.Length)
        {
            var grown = new int[Math.Max(64, 2 * (_used + length))];
            _arcs.AsSpan(0, _used).CopyTo(grown);
            root.CopyTo(grown.AsSpan(_used));
            _arcs = grown;
        }
        else
        {
            root.CopyTo(_arcs.AsSpan(_used));
        }
        _spur.AsSpan(0, spur).CopyTo(_arcs.AsSpan(_used + root.Length));
        var found = new Found(_used, length, rootCost + _search.CostTo(destination));
        _used += length;
        return found;
    }

    private ReadOnlySpan<int> Arcs(Found found) => _arcs.AsSpan(found.First, found.Length);

    private readonly record struct Found(int First, int Length, long Cost);

    private readonly struct Unbanned<TCosts>(TCosts costs, KShortestPaths paths) : IArcCosts
        where TCosts : struct, IArcCosts
    {
        public long Of(int arc, long weight) =>
            paths._arcBans[arc] == paths._ban || paths._placeBans[paths._graph[arc].To] == paths._ban
                ? Graph.Closed
                : costs.Of(arc, weight);
    }
}
