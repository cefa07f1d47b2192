using System.Collections.Immutable;
using SupplySim.Networks;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>What every way to a place goes past, as things stand at the start: the crossings and routes it cannot do without.</summary>
/// <remarks>A crossing that no hours open, or whose holder lets the traffic not pass, is no way. For each line one search for the
/// fastest way, and one walk along it.</remarks>
/// <param name="catalogue">What there is.</param>
/// <param name="roads">The roads.</param>
/// <param name="whatever">Whether all counts as a way that may be one in a run: crossings whatever their
/// hours and whoever holds them, and what bears only vehicles that are less than full.</param>
internal sealed class SoleWays(Catalogue catalogue, RoadMap roads, bool whatever = false)
{
    private readonly bool[] _closed = new bool[roads.Graph.ArcCount];
    private readonly ShortestPaths _paths = new(roads.Graph);
    private readonly SoleSteps _sole = new(roads.Graph);
    private readonly int[] _way = new int[roads.Graph.PlaceCount];
    private int _closedFor = -1;

    /// <summary>One entry for each place that supply lines lead to and that can be reached, in the order of the places.</summary>
    public ImmutableArray<Lifeline> Find()
    {
        var lines = new List<SupplyLine>?[catalogue.Places.Length];
        foreach (var line in catalogue.SupplyLines) (lines[catalogue.PlaceNumber(line.To)] ??= []).Add(line);
        var found = ImmutableArray.CreateBuilder<Lifeline>();
        for (var place = 0; place < lines.Length; place++)
            if (lines[place] is { } here && To(place, here) is { } lifeline) found.Add(lifeline);
        return found.ToImmutable();
    }

    private Lifeline? To(int place, List<SupplyLine> lines)
    {
        var (reached, crossings, routes) = (new List<string>(), default(SortedSet<int>), default(SortedSet<int>));
        foreach (var line in lines)
        {
            if (Sole(line, place) is not { } sole) continue;
            reached.Add(line.Id);
            (crossings, routes) = (Common(crossings, sole.Crossings), Common(routes, sole.Routes));
        }
        return reached.Count == 0 ? null : new Lifeline(catalogue.Places[place].Id, [.. reached],
            [.. crossings!.Select(crossing => catalogue.Places[crossing].Id)], [.. routes!.Select(route => catalogue.Routes[route].Id)]);
    }

    // Null where there is no way; by air nothing on the ground is needed.
    private (SortedSet<int> Crossings, SortedSet<int> Routes)? Sole(SupplyLine line, int to)
    {
        var (fleet, from) = (catalogue.FleetNumber(line.By), catalogue.PlaceNumber(line.From));
        if (catalogue.Fleets[fleet].Mode != Mode.Road) return ([], []);
        CloseFor(fleet);
        var open = new OpenArcs(_closed);
        if (!_paths.Find(from, to, open)) return null;
        _sole.Find(_way.AsSpan(0, _paths.CopyPath(to, _way)), open);
        return ([.. _sole.Places.Where(place => catalogue.Crossings[place] is not null)],
            [.. _sole.Arcs.Select(arc => roads.Graph[arc].Route)]);
    }

    private void CloseFor(int fleet)
    {
        if (_closedFor == fleet) return;
        for (var arc = 0; arc < _closed.Length; arc++) _closed[arc] = !IsUsable(arc, fleet);
        _closedFor = fleet;
    }

    private bool IsUsable(int arc, int fleet)
    {
        if (roads.Cost(whatever ? catalogue.LoadClasses.Empty(fleet) : fleet, arc) < 0) return false;
        if (whatever || catalogue.Crossings[roads.Graph[arc].To] is not { } crossing) return true;
        return crossing.MayOpenFor(catalogue.TrafficOf(fleet));
    }

    private static SortedSet<int> Common(SortedSet<int>? all, SortedSet<int> one)
    {
        if (all is null) return one;
        all.IntersectWith(one);
        return all;
    }
}
