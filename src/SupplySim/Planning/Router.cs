using SupplySim.Networks;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Chooses ways by what is known: the fastest; where that is shut, a detour if it is not too long.</summary>
/// <remarks>Where there is no detour, the way is that to the closed place: whoever takes it waits there for it to open. One
/// run, one thread.</remarks>
internal sealed class Router(RoadMap map, Catalogue catalogue, Situation situation)
{
    private readonly Dictionary<(int From, int To, int Fleet), Way?> _ways = [];
    private readonly ShortestPaths _paths = new(map.Graph);
    private readonly bool[] _shut = new bool[map.Graph.ArcCount];
    private int _version = -1;

    /// <summary>The way to take; null where no road leads there at all.</summary>
    public Way? Choose(int from, int to, int fleet)
    {
        if (_version != situation.Version)
        {
            _version = situation.Version;
            _ways.Clear();
        }
        if (!_ways.TryGetValue((from, to, fleet), out var way)) _ways.Add((from, to, fleet), way = Search(from, to, fleet));
        return way;
    }

    private Way? Search(int from, int to, int fleet)
    {
        var traffic = catalogue.TrafficNumber(catalogue.Fleets[fleet].Traffic);
        MarkNeverOpen(traffic);
        if (Fastest(from, to, fleet) is not { } fastest)
        {
            Array.Clear(_shut);
            return Fastest(from, to, fleet) is { } closed ? closed with { IsShut = true } : null;
        }
        MarkShut(traffic);
        if (!fastest.Arcs.Any(arc => _shut[arc])) return fastest;
        var longest = catalogue.Policies.Reroute.Longest * fastest.Cost;
        return Fastest(from, to, fleet) is { } detour && detour.Cost <= longest ? detour : fastest with { IsShut = true };
    }

    private Way? Fastest(int from, int to, int fleet)
    {
        if (!_paths.Find(from, to, new FleetCosts(map.Costs(fleet), _shut))) return null;
        var arcs = new int[_paths.LengthOf(to)];
        _paths.CopyPath(to, arcs);
        return new Way(arcs, _paths.CostTo(to), IsShut: false);
    }

    private void MarkNeverOpen(int traffic)
    {
        for (var arc = 0; arc < _shut.Length; arc++)
        {
            var place = map.Graph[arc].To;
            _shut[arc] = catalogue.Crossings[place] is not null && situation.WasNeverOpen(place, traffic);
        }
    }

    private void MarkShut(int traffic)
    {
        for (var arc = 0; arc < _shut.Length; arc++)
        {
            ref readonly var step = ref map.Graph[arc];
            _shut[arc] = situation.IsPlaceShut(step.To, traffic) || situation.IsRouteShut(step.Route, traffic);
        }
    }

    private readonly struct FleetCosts(long[] costs, bool[] shut) : IArcCosts
    {
        public long Of(int arc, long weight) => shut[arc] ? Graph.Closed : costs[arc];
    }
}

/// <summary>A way along the roads.</summary>
/// <param name="Arcs">In order.</param>
/// <param name="Cost">[ticks] As planners reckon it.</param>
/// <param name="IsShut">Whether it is known to be shut somewhere, and there is no detour worth taking.</param>
internal sealed record Way(int[] Arcs, long Cost, bool IsShut);
