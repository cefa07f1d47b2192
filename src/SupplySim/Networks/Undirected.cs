namespace SupplySim.Networks;

/// <summary>A graph with directions left aside: for each place its neighbours and the routes to them.</summary>
internal sealed class Undirected
{
    private readonly int[] _first;
    private readonly (int Place, int Route)[] _neighbours;

    private Undirected(int[] first, (int Place, int Route)[] neighbours)
    {
        _first = first;
        _neighbours = neighbours;
    }

    public int PlaceCount => _first.Length - 1;

    /// <summary>The neighbours of all places, one place after another.</summary>
    public (int Place, int Route) this[int index] => _neighbours[index];

    /// <summary>Where the neighbours of a place begin; they end where those of the next begin.</summary>
    public int First(int place) => _first[place];

    /// <summary>Each open arc becomes two entries, one at either end; loops lead nowhere and are left out.</summary>
    public static Undirected Of<TCosts>(Graph graph, TCosts arcCosts) where TCosts : struct, IArcCosts
    {
        var pairs = new List<(int From, int To, int Route)>(2 * graph.ArcCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            ref readonly var step = ref graph[arc];
            if (step.From == step.To || arcCosts.Of(arc, step.Weight) < 0) continue;
            pairs.Add((step.From, step.To, step.Route));
            pairs.Add((step.To, step.From, step.Route));
        }
        pairs.Sort();
        var first = new int[graph.PlaceCount + 1];
        foreach (var pair in pairs) first[pair.From + 1]++;
        for (var place = 0; place < graph.PlaceCount; place++) first[place + 1] += first[place];
        return new(first, [.. pairs.Select(pair => (pair.To, pair.Route))]);
    }
}
