namespace SupplySim.Networks;

/// <summary>Finds cut places and cut routes in one depth-first walk (Tarjan's low links), without recursion.</summary>
/// <remarks>low(p) is the earliest place that p and what hangs below it can reach by one route out of the tree. A route
/// into p is the only one where nothing from p up reaches past p; a place cuts where a child reaches no further than to
/// it.</remarks>
internal sealed class LowLinks
{
    private readonly Undirected graph;
    private readonly int[] entered;
    private readonly int[] low;
    private readonly int[] next;
    private readonly bool[] cuts;
    private readonly List<int> routes = [];
    private readonly Stack<(int Place, int RouteInto)> walk = new();
    private int clock;

    public LowLinks(Undirected graph)
    {
        this.graph = graph;
        entered = new int[graph.PlaceCount];
        low = new int[graph.PlaceCount];
        next = new int[graph.PlaceCount];
        cuts = new bool[graph.PlaceCount];
    }

    public SinglePoints Find()
    {
        for (var root = 0; root < graph.PlaceCount; root++)
            if (entered[root] == 0) Walk(root);
        routes.Sort();
        return new([.. Enumerable.Range(0, cuts.Length).Where(place => cuts[place])], routes);
    }

    private void Walk(int root)
    {
        var branches = 0;
        Enter(root, -1);
        while (walk.TryPeek(out var at))
        {
            if (next[at.Place] < graph.First(at.Place + 1))
            {
                Follow(graph[next[at.Place]++], at.Place, at.RouteInto);
                continue;
            }
            walk.Pop();
            if (!walk.TryPeek(out var above)) continue;
            if (above.Place == root) branches++;
            Close(at.Place, at.RouteInto, above.Place, root);
        }
        cuts[root] = branches > 1;
    }

    private void Follow((int Place, int Route) to, int from, int routeInto)
    {
        // The other arcs of the route by which we came are no second way back; a parallel route is.
        if (to.Route == routeInto) return;
        if (entered[to.Place] == 0) Enter(to.Place, to.Route);
        else low[from] = Math.Min(low[from], entered[to.Place]);
    }

    private void Enter(int place, int routeInto)
    {
        entered[place] = low[place] = ++clock;
        next[place] = graph.First(place);
        walk.Push((place, routeInto));
    }

    private void Close(int place, int routeInto, int above, int root)
    {
        low[above] = Math.Min(low[above], low[place]);
        if (low[place] > entered[above]) routes.Add(routeInto);
        if (low[place] >= entered[above] && above != root) cuts[above] = true;
    }
}
