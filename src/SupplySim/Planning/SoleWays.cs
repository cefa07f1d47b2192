using System.Collections.Immutable;
using SupplySim.Networks;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>What every way to a place goes past, as things stand at the start: the crossings and routes it cannot do without.</summary>
/// <remarks>A crossing that no hours open, or whose holder lets the traffic not pass, is no way. One search for each route on
/// the fastest way, for only what lies on that can lie on all.</remarks>
internal sealed class SoleWays(Catalogue catalogue, RoadMap roads)
{
    private readonly bool[] _closed = new bool[roads.Graph.ArcCount];
    private readonly bool[] _reached = new bool[roads.Graph.PlaceCount];
    private readonly ShortestPaths _paths = new(roads.Graph);

    /// <summary>One entry for each place that supply lines lead to and that can be reached, in the order of the places.</summary>
    public ImmutableArray<Lifeline> Find() =>
        [.. Enumerable.Range(0, catalogue.Places.Length).Select(To).OfType<Lifeline>()];

    private Lifeline? To(int place)
    {
        var (lines, crossings, routes) = (new List<string>(), default(HashSet<string>), default(HashSet<string>));
        foreach (var line in catalogue.SupplyLines)
        {
            if (catalogue.PlaceNumber(line.To) != place || Sole(line, place) is not { } sole) continue;
            lines.Add(line.Id);
            (crossings, routes) = (Common(crossings, sole.Crossings), Common(routes, sole.Routes));
        }
        if (lines.Count == 0) return null;
        return new Lifeline(catalogue.Places[place].Id, [.. lines],
            [.. catalogue.Places.Select(p => p.Id).Where(crossings!.Contains)], [.. catalogue.Routes.Select(r => r.Id).Where(routes!.Contains)]);
    }

    // Null where there is no way; by air nothing on the ground is needed.
    private (HashSet<string> Crossings, HashSet<string> Routes)? Sole(SupplyLine line, int to)
    {
        var (fleet, from) = (catalogue.FleetNumber(line.By), catalogue.PlaceNumber(line.From));
        if (catalogue.Fleets[fleet].Mode != Mode.Road) return ([], []);
        for (var arc = 0; arc < _closed.Length; arc++) _closed[arc] = !IsUsable(arc, fleet);
        if (!_paths.Find(from, to, new OpenArcs(_closed))) return null;
        var way = new int[_paths.LengthOf(to)];
        _paths.CopyPath(to, way);
        var (crossings, routes) = (new HashSet<string>(), new HashSet<string>());
        foreach (var arc in way)
        {
            var (place, route) = (roads.Graph[arc].To, roads.Graph[arc].Route);
            if (catalogue.Crossings[place] is not null && IsCutOff(from, to, other => roads.Graph[other].To == place)) crossings.Add(catalogue.Places[place].Id);
            if (IsCutOff(from, to, other => roads.Graph[other].Route == route)) routes.Add(catalogue.Routes[route].Id);
        }
        return (crossings, routes);
    }

    private bool IsUsable(int arc, int fleet)
    {
        if (roads.Costs(fleet)[arc] < 0) return false;
        if (catalogue.Crossings[roads.Graph[arc].To] is not { } crossing) return true;
        var traffic = catalogue.TrafficNumber(catalogue.Fleets[fleet].Traffic);
        return !crossing.Hours.IsNever && crossing.Holders.All(holder => crossing.PermissionOf(holder, traffic) != Permission.No);
    }

    private bool IsCutOff(int from, int to, Func<int, bool> without)
    {
        Connectivity.Reach(roads.Graph, from, new Without(_closed, without), _reached);
        return !_reached[to];
    }

    private static HashSet<string> Common(HashSet<string>? all, HashSet<string> one)
    {
        if (all is null) return one;
        all.IntersectWith(one);
        return all;
    }

    private readonly struct Without(bool[] closed, Func<int, bool> without) : IArcCosts
    {
        public long Of(int arc, long weight) => closed[arc] || without(arc) ? Graph.Closed : weight;
    }
}
