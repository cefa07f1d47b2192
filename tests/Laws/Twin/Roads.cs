namespace SupplySim.Twin;

/// <summary>The fastest way, by time on the road and the inspections on it. Of two that take equally long either may be taken.</summary>
internal sealed class Roads(Scenario scenario)
{
    private readonly Dictionary<string, List<(string To, Route Route)>> _from = Leaving(scenario);
    private readonly Dictionary<string, Crossing> _crossings = scenario.Places.OfType<Crossing>().ToDictionary(crossing => crossing.Id);
    private readonly Dictionary<(string, string, string, long), List<(string To, Route Route)>> _ways = [];

    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="fleet">Whose vehicles go.</param>
    /// <param name="cargo">[g] On that which carries most.</param>
    public List<(string To, Route Route)> Way(string from, string to, Fleet fleet, long cargo)
    {
        // Without a gross mass a vehicle counts as its payload, empty or laden.
        var grams = fleet.Gross is { } gross ? gross.Grams - fleet.Carries!.Value.Grams + cargo : fleet.Carries!.Value.Grams;
        if (!_ways.TryGetValue((from, to, fleet.Id, grams), out var way))
            _ways.Add((from, to, fleet.Id, grams), way = Find(from, to, fleet, grams));
        return way;
    }

    /// <summary>[m/h] The road's speed, or the fleet's own where that is less.</summary>
    public static long Speed(Route route, Fleet fleet) =>
        Math.Min(route.Speed!.Value.MetresPerHour, fleet.Speed?.MetresPerHour ?? long.MaxValue);

    /// <summary>[ticks] Exact, rounded half to even.</summary>
    public static long Time(long metres, long speed)
    {
        var (whole, rest) = Int128.DivRem((Int128)metres * TimeSpan.TicksPerHour, speed);
        return (long)whole + (2 * rest > speed || (2 * rest == speed && whole % 2 == 1) ? 1 : 0);
    }

    private List<(string To, Route Route)> Find(string from, string to, Fleet fleet, long grams)
    {
        var best = new Dictionary<string, (long Cost, string Before, Route? By)> { [from] = (0, from, null) };
        var open = new PriorityQueue<string, long>([(from, 0)]);
        while (open.TryDequeue(out var place, out var cost) && place != to)
            foreach (var (next, route) in _from.GetValueOrDefault(place, []))
            {
                var crossing = _crossings.GetValueOrDefault(next);
                if (crossing?.WeightLimit is { } limit && grams > limit.Grams) continue;
                if (route.WeightLimit is { } most && grams > most.Grams) continue;
                var total = cost + Time(route.Length.Metres, Speed(route, fleet))
                    + (crossing?.Inspection.For(fleet.Traffic)?.Mean.Ticks ?? 0);
                if (best.TryGetValue(next, out var known) && known.Cost <= total) continue;
                best[next] = (total, place, route);
                open.Enqueue(next, total);
            }
        var way = new List<(string, Route)>();
        for (var place = to; place != from; place = best[place].Before) way.Insert(0, (place, best[place].By!));
        return way;
    }

    private static Dictionary<string, List<(string, Route)>> Leaving(Scenario scenario)
    {
        var leaving = new Dictionary<string, List<(string, Route)>>();
        void Add(PlaceId from, PlaceId to, Route route)
        {
            if (!leaving.TryGetValue(from.Value, out var routes)) leaving.Add(from.Value, routes = []);
            routes.Add((to.Value, route));
        }
        foreach (var route in scenario.Routes)
        {
            Add(route.From, route.To, route);
            if (!route.OneWay) Add(route.To, route.From, route);
        }
        return leaving;
    }
}
