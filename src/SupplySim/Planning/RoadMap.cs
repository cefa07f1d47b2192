using SupplySim.Networks;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>The roads as a graph; what each arc costs each fleet: time on the road and a mean inspection at
/// its end; and how heavy one may be on it.</summary>
/// <remarks>Compiled once per scenario and shared by its replications. Immutable.</remarks>
internal sealed class RoadMap
{
    private readonly Catalogue _catalogue;
    private readonly int[] _reverse;
    private readonly long[][] _costs;
    private readonly long[] _limits;
    private readonly long _least;
    private readonly double[][]? _attacks;

    public RoadMap(Catalogue catalogue)
    {
        _catalogue = catalogue;
        var (arcs, reverse) = (new List<Arc>(), new List<int>());
        for (var number = 0; number < catalogue.Routes.Length; number++)
        {
            var route = catalogue.Routes[number];
            if (route.Mode != Mode.Road) continue;
            var (from, to) = (catalogue.PlaceNumber(route.From), catalogue.PlaceNumber(route.To));
            arcs.Add(new Arc(from, to, route.Length.Metres, number));
            reverse.Add(route.OneWay ? -1 : arcs.Count);
            if (route.OneWay) continue;
            arcs.Add(new Arc(to, from, route.Length.Metres, number));
            reverse.Add(arcs.Count - 2);
        }
        Graph = new Graph(catalogue.Places.Length, arcs.ToArray());
        _reverse = [.. reverse];
        var longestDay = Daylight.Longest(catalogue.Defaults.Daylight);
        _costs = [.. catalogue.Fleets.Select(fleet => arcs.Select(arc => Cost(arc, fleet, catalogue, longestDay)).ToArray())];
        _limits = [.. arcs.Select(LimitOf)];
        _least = _limits.Append(long.MaxValue).Min();
        if (catalogue.Routes.Any(route => route.Hazard is not null || route.AttackedEvery is not null))
            _attacks = [.. catalogue.Fleets.Select(fleet => arcs.Select(arc => Attacks(arc, fleet, catalogue)).ToArray())];
    }

    public Graph Graph { get; }

    /// <summary>[ticks] By arc, however heavy one is; below zero where the fleet cannot go.</summary>
    public long[] Costs(int fleet) => _costs[fleet];

    /// <summary>[ticks] Of a fleet, or of one of its lighter <see cref="LoadClasses"/>; below zero where it cannot go.</summary>
    public long Cost(int loadClass, int arc) =>
        _limits[arc] < _catalogue.LoadClasses.GramsOf(loadClass) ? Graph.Closed : _costs[_catalogue.LoadClasses.FleetOf(loadClass)][arc];

    /// <summary>[g] By arc, what the road and the crossing at its end bear; null where all of them bear so much.</summary>
    public long[]? LimitsFor(long grams) => grams > _least ? _limits : null;

    /// <summary>[attacks] How many a lone vehicle of a fleet has to expect along an arc, as the route says;
    /// 0 where nothing is said.</summary>
    public double Attacks(int fleet, int arc) => _attacks is null ? 0 : _attacks[fleet][arc];

    /// <summary>[ticks] The part of a fleet's cost of an arc that is the inspection at its end.</summary>
    public long Inspection(int fleet, int arc) => Inspection(Graph[arc], _catalogue.Fleets[fleet], _catalogue).Ticks;

    /// <summary>The id of the route that an arc belongs to.</summary>
    public string RouteOf(int arc) => _catalogue.Routes[Graph[arc].Route].Id;

    /// <summary>The arc that leads back along the same route; -1 on a one-way route.</summary>
    public int Reverse(int arc) => _reverse[arc];

    /// <summary>Whether an arc leads the way in which its route is written.</summary>
    public bool IsForward(int arc) => _reverse[arc] < 0 || _reverse[arc] > arc;

    /// <summary>How fast a fleet goes on a route: the road's speed or its own, whichever is less.</summary>
    public static Speed Slower(Speed road, Speed? own) => own is { } speed && speed.CompareTo(road) < 0 ? speed : road;

    private static long Cost(Arc arc, Fleet fleet, Catalogue catalogue, TimeSpan? longestDay)
    {
        // An escort goes where its column goes.
        var escort = fleet.Convoy?.Escort is { } one ? catalogue.Fleets[catalogue.FleetNumber(one.From)] : null;
        if (fleet.Mode != Mode.Road || !Daylight.CanPass(catalogue.Routes[arc.Route], fleet, escort, longestDay)) return Graph.Closed;
        return (Driving(arc, fleet, catalogue) + Inspection(arc, fleet, catalogue)).Ticks;
    }

    private static TimeSpan Driving(Arc arc, Fleet fleet, Catalogue catalogue) =>
        Slower(catalogue.Routes[arc.Route].Speed!.Value, fleet.Speed).TimeFor(catalogue.Routes[arc.Route].Length);

    private static TimeSpan Inspection(Arc arc, Fleet fleet, Catalogue catalogue) =>
        catalogue.Crossings[arc.To]?.Inspections[catalogue.TrafficNumber(fleet.Traffic)]?.Mean ?? TimeSpan.Zero;

    private static double Attacks(Arc arc, Fleet fleet, Catalogue catalogue)
    {
        var route = catalogue.Routes[arc.Route];
        return (route.Hazard is { } hazard ? (double)hazard.Amount.Amount / hazard.Per.Ticks * Driving(arc, fleet, catalogue).Ticks : 0)
            + (route.AttackedEvery is { } every ? (double)route.Length.Metres / every.Metres : 0);
    }

    // [g] Of the road and of the crossing at its end.
    private long LimitOf(Arc arc) =>
        Math.Min(_catalogue.Routes[arc.Route].WeightLimit?.Grams ?? long.MaxValue,
            _catalogue.Crossings[arc.To]?.Crossing.WeightLimit?.Grams ?? long.MaxValue);
}
