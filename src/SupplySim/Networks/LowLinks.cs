namespace SupplySim.Networks;

/// <summary>Finds cut places and cut routes in one depth-first walk (Tarjan's low links), without recursion.</summary>
/// <remarks>low(p) is the earliest place that p and what hangs below it can reach by one route out of the tree. A route
/// into p is the only one where nothing from p up reaches past p; a place cuts where a child reaches no further than to
/// it.</remarks>
internal sealed class LowLinks
{
    private readonly Undirected _graph;
    private readonly int[] _entered;
    private readonly int[] _low;
    private readonly int[] _next;
    private readonly bool[] _cuts;
    private readonly List<int> _routes = [];
    private readonly Stack<(int Place, int RouteInto)> _walk = new();
    private int _clock;

    public LowLinks(Undirected graph)
    {
        _graph = graph;
        _entered = new int[graph.PlaceCount];
        _low = new int[graph.PlaceCount];
        _next = new int[graph.PlaceCount];
        _cuts = new bool[graph.PlaceCount];
    }

    public SinglePoints Find()
    {
        for (var root = 0; root < _graph.PlaceCount; root++)
            if (_entered[root] == 0) Walk(root);
        _routes.Sort();
        return new([.. Enumerable.Range(0, _cuts.Length).Where(place => _cuts[place])], _routes);
    }

    private void Walk(int root)
    {
        var branches = 0;
        Enter(root, -1);
        while (_walk.TryPeek(out var at))
        {
            if (_next[at.Place] < _graph.First(at.Place + 1))
            {
                Follow(_graph[_next[at.Place]++], at.Place, at.RouteInto);
                continue;
            }
            _walk.Pop();
            if (!_walk.TryPeek(out var above)) continue;
            if (above.Place == root) branches++;
            Close(at.Place, at.RouteInto, above.Place, root);
        }
        _cuts[root] = branches > 1;
    }

    private void Follow((int Place, int Route) to, int from, int routeInto)
    {
        // The other arcs of the route by which we came are no second way back; a parallel route is.
        if (to.Route == routeInto) return;
        if (_entered[to.Place] == 0) Enter(to.Place, to.Route);
        else _low[from] = Math.Min(_low[from], _entered[to.Place]);
    }

    private void Enter(int place, int routeInto)
    {
        _entered[place] = _low[place] = ++_clock;
        _next[place] = _graph.First(place);
        _walk.Push((place, routeInto));
    }

    private void Close(int place, int routeInto, int above, int root)
    {
        _low[above] = Math.Min(_low[above], _low[place]);
        if (_low[place] > _entered[above]) _routes.Add(routeInto);
        if (_low[place] >= _entered[above] && above != root) _cuts[above] = true;
    }
}
