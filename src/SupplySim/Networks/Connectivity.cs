namespace SupplySim.Networks;

/// <summary>What hangs together: places that can be reached, and what alone holds a network together.</summary>
/// <remarks>
/// <para>A search is linear in places and arcs, without recursion, so that a chain of a million places is no danger; it allocates nothing
/// once its lists have grown. One per thread; the results of a search hold until the next one of its kind.</para>
/// <para>Single points are found in one depth-first walk (Tarjan's low links). low(p) is the earliest place that p and what hangs below it
/// can reach by one route out of the tree. A route into p is the only one where nothing from p on reaches past p; a place
/// cuts where a child reaches no further than to it.</para>
/// </remarks>
public sealed class Connectivity
{
    private const int NoRoute = -1;
    private readonly Graph _graph;
    private readonly bool[] _reached;

    // The arcs at either end of which a place lies, place after place; loops lead nowhere and are left out.
    private readonly int[] _firstAt;
    private readonly int[] _at;

    private readonly int[] _entered;
    private readonly int[] _low;
    private readonly int[] _next;
    private readonly int[] _routeInto;
    private readonly int[] _walk;
    private readonly bool[] _cuts;
    private readonly List<int> _places = [];
    private readonly List<int> _routes = [];
    private int _depth;
    private int _clock;

    /// <summary>Makes room for searches in one graph.</summary>
    public Connectivity(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_graph, _reached, _cuts) = (graph, new bool[graph.PlaceCount], new bool[graph.PlaceCount]);
        (_entered, _low, _next) = (new int[graph.PlaceCount], new int[graph.PlaceCount], new int[graph.PlaceCount]);
        (_routeInto, _walk, _firstAt) = (new int[graph.PlaceCount], new int[graph.PlaceCount], new int[graph.PlaceCount + 1]);
        for (var arc = 0; arc < graph.ArcCount; arc++)
            if (graph[arc].From != graph[arc].To)
                (_firstAt[graph[arc].From + 1], _firstAt[graph[arc].To + 1]) =
                    (_firstAt[graph[arc].From + 1] + 1, _firstAt[graph[arc].To + 1] + 1);
        for (var place = 0; place < graph.PlaceCount; place++) _firstAt[place + 1] += _firstAt[place];
        _at = new int[_firstAt[^1]];
        Array.Copy(_firstAt, _next, graph.PlaceCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
            if (graph[arc].From != graph[arc].To) _at[_next[graph[arc].From]++] = _at[_next[graph[arc].To]++] = arc;
    }

    /// <summary>For each place whether the last <see cref="Reach"/> got there.</summary>
    public ReadOnlySpan<bool> Reached => _reached;

    /// <summary>The places whose loss parts others from each other, in ascending order, as <see cref="FindSinglePoints"/> found
    /// them.</summary>
    public IReadOnlyList<int> SinglePlaces => _places;

    /// <summary>The routes whose loss parts places from each other, in ascending order.</summary>
    public IReadOnlyList<int> SingleRoutes => _routes;

    /// <summary>Marks the places that can be reached from one along the direction of the arcs, itself included.</summary>
    /// <param name="origin">Where to start.</param>
    /// <param name="arcCosts">Which arcs are closed; costs do not matter.</param>
    /// <returns>How many were reached.</returns>
    public int Reach<TCosts>(int origin, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        Array.Clear(_reached);
        _reached[origin] = true;
        _walk[0] = origin;
        var (open, count) = (1, 1);
        while (open > 0)
            foreach (var arc in _graph.Leaving(_walk[--open]))
            {
                ref readonly var step = ref _graph[arc];
                if (_reached[step.To] || arcCosts.Of(arc, step.Weight) < 0) continue;
                _reached[step.To] = true;
                count++;
                _walk[open++] = step.To;
            }
        return count;
    }

    /// <summary>Finds the places and routes without which some places that now hang together would not: articulation points and
    /// bridges.</summary>
    /// <param name="arcCosts">Which arcs are closed; directions are left aside, and a route with one open arc counts as open.</param>
    public void FindSinglePoints<TCosts>(TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        Array.Clear(_entered);
        Array.Clear(_cuts);
        _places.Clear();
        _routes.Clear();
        _clock = 0;
        for (var root = 0; root < _entered.Length; root++)
            if (_entered[root] == 0) Walk(root, arcCosts);
        for (var place = 0; place < _cuts.Length; place++)
            if (_cuts[place]) _places.Add(place);
        _routes.Sort();
    }

    private void Walk<TCosts>(int root, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        var branches = 0;
        Enter(root, NoRoute);
        while (_depth > 0)
        {
            var place = _walk[_depth - 1];
            if (_next[place] < _firstAt[place + 1])
            {
                var arc = _at[_next[place]++];
                if (arcCosts.Of(arc, _graph[arc].Weight) >= 0) Follow(arc, place);
                continue;
            }
            if (--_depth == 0) continue;
            var above = _walk[_depth - 1];
            if (above == root) branches++;
            Close(place, above, root);
        }
        _cuts[root] = branches > 1;
    }

    private void Follow(int arc, int from)
    {
        ref readonly var step = ref _graph[arc];
        // The other arcs of the route by which we came are no second way back; a parallel route is.
        if (step.Route == _routeInto[from]) return;
        var to = step.From == from ? step.To : step.From;
        if (_entered[to] == 0) Enter(to, step.Route);
        else _low[from] = Math.Min(_low[from], _entered[to]);
    }

    private void Enter(int place, int routeInto)
    {
        _entered[place] = _low[place] = ++_clock;
        (_next[place], _routeInto[place]) = (_firstAt[place], routeInto);
        _walk[_depth++] = place;
    }

    private void Close(int place, int above, int root)
    {
        _low[above] = Math.Min(_low[above], _low[place]);
        if (_low[place] > _entered[above]) _routes.Add(_routeInto[place]);
        if (_low[place] >= _entered[above] && above != root) _cuts[above] = true;
    }
}
