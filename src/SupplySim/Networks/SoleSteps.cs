namespace SupplySim.Networks;

/// <summary>What every way between two places has in common: the arcs and places that none can do without.</summary>
/// <remarks>
/// <para>Whatever all ways pass lies on any one of them. So one walk along a way is enough, which at each step explores what can be
/// reached beside it: a step that nothing leads past is on all ways.</para>
/// <para>Linear in places and arcs; no allocation per search once the lists have grown. One per thread; the results of a search
/// hold until the next one.</para>
/// </remarks>
public sealed class SoleSteps
{
    private const int OffTheWay = -1;
    private readonly Graph _graph;
    private readonly int[] _positions;
    private readonly bool[] _explored;
    private readonly int[] _open;
    private readonly List<int> _arcs = [];
    private readonly List<int> _places = [];

    /// <summary>Makes room for searches in one graph.</summary>
    public SoleSteps(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        (_positions, _explored, _open) = (new int[graph.PlaceCount], new bool[graph.PlaceCount], new int[graph.PlaceCount]);
    }

    /// <summary>The arcs that every way passes, in the order of passing.</summary>
    public IReadOnlyList<int> Arcs => _arcs;

    /// <summary>The places that every way passes, in the order of passing; the two ends are left out.</summary>
    public IReadOnlyList<int> Places => _places;

    /// <summary>Searches what all ways have in common with one of them.</summary>
    /// <param name="way">The arcs of a way along open arcs, in order, that passes no place twice.</param>
    /// <param name="arcCosts">Which arcs are closed; costs do not matter.</param>
    /// <exception cref="ArgumentException">The arcs are no such way.</exception>
    public void Find<TCosts>(ReadOnlySpan<int> way, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        _arcs.Clear();
        _places.Clear();
        if (way.IsEmpty) return;
        Array.Fill(_positions, OffTheWay);
        Array.Clear(_explored);
        Number(way);
        // The place farthest on that can be reached past the step at hand.
        var farthest = 0;
        for (var at = 0; at < way.Length; at++)
        {
            var place = _graph[way[at]].From;
            if (at > 0 && farthest <= at) _places.Add(place);
            farthest = Math.Max(farthest, Explore(place, way, arcCosts));
            if (farthest <= at) _arcs.Add(way[at]);
        }
    }

    private void Number(ReadOnlySpan<int> way)
    {
        _positions[_graph[way[0]].From] = 0;
        for (var at = 0; at < way.Length; at++)
        {
            ref readonly var step = ref _graph[way[at]];
            if (_positions[step.From] != at || _positions[step.To] != OffTheWay)
                throw new ArgumentException($"arc {way[at]} does not go on from where the one before it leads, or leads back", nameof(way));
            _positions[step.To] = at + 1;
        }
    }

    // The farthest place of the way that can be reached from one of its places beside it.
    private int Explore<TCosts>(int from, ReadOnlySpan<int> way, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        var (farthest, count) = (0, 1);
        _open[0] = from;
        while (count > 0)
        {
            var place = _open[--count];
            foreach (var arc in _graph.Leaving(place))
            {
                ref readonly var step = ref _graph[arc];
                if (arcCosts.Of(arc, step.Weight) < 0) continue;
                var position = _positions[step.To];
                if (position != OffTheWay)
                {
                    if (position == 0 || way[position - 1] != arc) farthest = Math.Max(farthest, position);
                }
                else if (!_explored[step.To])
                {
                    _explored[step.To] = true;
                    _open[count++] = step.To;
                }
            }
        }
        return farthest;
    }
}
