using SupplySim.Networks;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Whether a crossing or road can matter to anybody who drives: whether some way between two places that one fleet has to
/// do with leads past it.</summary>
/// <remarks>
/// <para>A place lies on a way between two others, none passed twice, where two ways that share nothing lead from it to two of them:
/// where a flow of at least two goes from it to all ends, of which each takes one and each place lets one pass. One greatest flow
/// for each question and fleet.</para>
/// <para>Errs on the safe side: one-way roads count in both directions, and what is shut at the start may open, but for crossings
/// that no hours ever open.</para>
/// </remarks>
internal sealed class OnTheWay
{
    private readonly Catalogue _catalogue;
    private readonly MaxFlow _flow;
    private readonly int _sink;
    private readonly List<Traveller> _travellers = [];
    private readonly Arc[] _arcs;

    /// <summary>Makes room for the questions about one scenario.</summary>
    /// <param name="catalogue">Its things.</param>
    /// <param name="roads">Its roads.</param>
    /// <param name="neverOpen">By place: whether it is a crossing that never opens.</param>
    public OnTheWay(Catalogue catalogue, RoadMap roads, bool[] neverOpen)
    {
        _catalogue = catalogue;
        var places = catalogue.Places.Length;
        _sink = places + catalogue.Routes.Length;
        // Every route is a place in the middle of itself, so that one question does for both.
        _arcs = [.. Enumerable.Range(0, places).Select(place => new Arc(place, _sink, 0, 0)),
            .. Enumerable.Range(0, catalogue.Routes.Length).SelectMany(Halves)];
        _flow = new MaxFlow(new Graph(_sink + 1, _arcs));
        for (var fleet = 0; fleet < catalogue.Fleets.Length; fleet++)
            if (catalogue.Fleets[fleet].Mode == Mode.Road && EndsOf(fleet) is { Count: > 1 } ends)
                _travellers.Add(new(ends, PassableTo(fleet, roads, neverOpen)));
    }

    /// <summary>Whether a way leads past a place.</summary>
    public bool IsPlace(int place) => Lies(place);

    /// <summary>Whether a way leads along a route.</summary>
    public bool IsRoute(int route) => Lies(_catalogue.Places.Length + route);

    private bool Lies(int node) => _travellers.Any(one =>
        one.Passable[node] && (one.Ends.Contains(node) || _flow.Find(node, _sink, new Once(one, _arcs, _sink)) >= 2));

    private IEnumerable<Arc> Halves(int route)
    {
        var (middle, one) = (_catalogue.Places.Length + route, _catalogue.Routes[route]);
        if (one.Mode != Mode.Road) yield break;
        var (from, to) = (_catalogue.PlaceNumber(one.From), _catalogue.PlaceNumber(one.To));
        foreach (var end in new[] { from, to })
        {
            yield return new Arc(end, middle, 0, 0);
            yield return new Arc(middle, end, 0, 0);
        }
    }

    // Where the vehicles of a fleet set out and arrive; those that escort them come from elsewhere.
    private HashSet<int> EndsOf(int fleet)
    {
        var (one, ends) = (_catalogue.Fleets[fleet], new HashSet<int>());
        var lines = _catalogue.SupplyLines.Where(line => line.By == one.Id).ToArray();
        if (lines.Length == 0) return ends;
        foreach (var line in lines) ends.UnionWith([_catalogue.PlaceNumber(line.From), _catalogue.PlaceNumber(line.To)]);
        var escort = one.Convoy?.Escort is { } by ? _catalogue.Fleets[_catalogue.FleetNumber(by.From)].Base : null;
        foreach (var place in one.WorksFrom.Append(one.Base!.Value)) ends.Add(_catalogue.PlaceNumber(place));
        if (escort is { } from) ends.Add(_catalogue.PlaceNumber(from));
        return ends;
    }

    private bool[] PassableTo(int fleet, RoadMap roads, bool[] neverOpen)
    {
        var passable = new bool[_sink];
        for (var place = 0; place < _catalogue.Places.Length; place++) passable[place] = !neverOpen[place];
        // Back empty, or out with less than a full load, one gets past what would not bear it laden; and so do those who come to escort it.
        var escort = _catalogue.Fleets[fleet].Convoy?.Escort is { } by ? _catalogue.FleetNumber(by.From) : fleet;
        var (lightest, guards) = (_catalogue.LoadClasses.Empty(fleet), _catalogue.LoadClasses.Empty(escort));
        for (var arc = 0; arc < roads.Graph.ArcCount; arc++)
            if (roads.Cost(lightest, arc) >= 0 || roads.Cost(guards, arc) >= 0)
                passable[_catalogue.Places.Length + roads.Graph[arc].Route] = true;
        return passable;
    }

    /// <summary>A fleet: where it goes, and what lets it pass, by place and then by route.</summary>
    private sealed record Traveller(HashSet<int> Ends, bool[] Passable);

    private readonly struct Once(Traveller traveller, Arc[] arcs, int sink) : ICapacities
    {
        public long OfArc(int arc) => arcs[arc].To != sink || traveller.Ends.Contains(arcs[arc].From) ? 1 : 0;

        public long OfPlace(int place) => place == sink || traveller.Passable[place] ? 1 : 0;
    }
}
