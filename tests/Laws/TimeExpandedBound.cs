using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Networks;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws;

/// <summary>The most that could be delivered to camps by any policy whatever: the greatest flow through places x hours.</summary>
/// <remarks>
/// <para>For scenarios without chance. Each place stands there once for each hour. A way into the next hour lets wait what will; a road
/// leads from one hour to that in which it ends at the earliest, so hours are rounded in favour of the flow. A crossing passes, in
/// each hour, as many vehicles as can begin to be inspected while it is open; docks begin as many loadings and unloadings.</para>
/// <para>A vehicle comes back before it is loaded again: in any stretch no longer than the shortest round of its fleet it begins to be
/// loaded once. So the hours are cut into such stretches, and each fleet has one source for each.</para>
/// <para>All of it is a relaxation: strangers, the empty, escorts, orders, formation, crews' rest and news are left aside. A vehicle counts
/// as full with the greatest load of all fleets, goods as mass.</para>
/// </remarks>
internal sealed class TimeExpandedBound
{
    private static readonly long Hour = TimeSpan.TicksPerHour;
    private readonly Scenario _scenario;
    private readonly Catalogue _catalogue;
    private readonly Dictionary<string, int> _numbers;
    private readonly List<Arc> _arcs = [];
    private readonly List<long> _limits = [];
    private readonly int _hours;
    private readonly long _payload;
    private readonly int _source;
    private readonly int _sink;
    private int _nodes;

    private TimeExpandedBound(Scenario scenario)
    {
        _scenario = scenario;
        _catalogue = new CompiledScenario(scenario).Catalogue;
        _numbers = scenario.Places.Index().ToDictionary(place => place.Item.Id, place => place.Index);
        _hours = (int)((scenario.Clock.Length.Ticks + Hour - 1) / Hour);
        _payload = Movers().Max(fleet => fleet.Carries!.Value.Grams);
        // Each place twice, before and behind its docks or lanes; then source and sink.
        _nodes = 2 * scenario.Places.Length * _hours;
        (_source, _sink) = (_nodes++, _nodes++);
    }

    /// <summary>[g] What at most is delivered to camps until the end, without the roads that are closed.</summary>
    public static long Of(Scenario scenario, params Route[] closed) => new TimeExpandedBound(scenario).Find(closed);

    private IEnumerable<Fleet> Movers() => _scenario.Fleets.Where(fleet => fleet.Through is null && fleet.Carries is not null);

    private long Find(Route[] closed)
    {
        for (var place = 0; place < _scenario.Places.Length; place++) AddPlace(place);
        foreach (var route in _scenario.Routes.Except(closed))
        {
            AddRoad(_numbers[route.From.Value], _numbers[route.To.Value], Ticks(route));
            if (!route.OneWay) AddRoad(_numbers[route.To.Value], _numbers[route.From.Value], Ticks(route));
        }
        foreach (var fleet in Movers()) AddFleet(fleet);
        return new MaxFlow(new Graph(_nodes, [.. _arcs])).Find(_source, _sink, new Limits([.. _limits]));
    }

    private int Before(int place, int hour) => 2 * (place * _hours + hour);

    private int Behind(int place, int hour) => Before(place, hour) + 1;

    private void Add(int from, int to, long limit)
    {
        _arcs.Add(new(from, to, 0, _arcs.Count));
        _limits.Add(limit);
    }

    private void AddPlace(int place)
    {
        for (var hour = 0; hour < _hours; hour++)
        {
            var (before, behind) = (Before(place, hour), Behind(place, hour));
            if (hour + 1 < _hours) Add(before, Before(place, hour + 1), MaxFlow.Unlimited);
            switch (_scenario.Places[place])
            {
                case Crossing crossing: Add(before, behind, Vehicles(Inspections(place, crossing, hour))); break;
                case Camp camp: Add(before, _sink, Vehicles(Begins(Hour, camp.Docks, camp.Unloading!))); break;
                default: Add(before, behind, MaxFlow.Unlimited); break;
            }
        }
    }

    private void AddRoad(int from, int to, long ticks)
    {
        var crossing = _scenario.Places[from] as Crossing;
        var taken = (int)((ticks + (crossing is null ? 0 : Inspection(crossing))) / Hour);
        for (var hour = 0; hour + taken < _hours; hour++) Add(Behind(from, hour), Before(to, hour + taken), MaxFlow.Unlimited);
    }

    // Source -> a stretch of hours -> each hour of it -> the docks of the base.
    private void AddFleet(Fleet fleet)
    {
        var home = _numbers[fleet.Base!.Value.Value];
        var depot = (Site)_scenario.Places[home];
        var round = Round(fleet, home, depot);
        if (round == long.MaxValue) return;
        var (stretch, rounds) = round >= Hour ? ((int)Math.Min(_hours, round / Hour), 1) : (1, (Hour + round - 1) / round);
        var stock = _nodes++;
        Add(_source, stock, depot.Stock.IsUnlimited ? MaxFlow.Unlimited : StockOf(depot));
        for (var first = 0; first < _hours; first += stretch)
        {
            var node = _nodes++;
            Add(stock, node, checked(fleet.Count * rounds * fleet.Carries!.Value.Grams));
            for (var hour = first; hour < Math.Min(_hours, first + stretch); hour++)
            {
                var dock = _nodes++;
                Add(node, dock, Vehicles(Begins(Hour, depot.Docks, depot.Loading!)));
                var loaded = hour + (int)(depot.Loading!.Mean.Ticks / Hour);
                if (loaded < _hours) Add(dock, Behind(home, loaded), MaxFlow.Unlimited);
            }
        }
    }

    private long StockOf(Site site) =>
        site.Stock.Amounts!.Value.Sum(amount => _catalogue.MassOf(_catalogue.CommodityNumber(amount.Commodity), amount.Amount.Amount));

    // Loading, the way there, unloading, the way back: at the least, over all its lines.
    private long Round(Fleet fleet, int home, Site depot)
    {
        var arcs = _scenario.Routes.SelectMany((route, number) => new Arc[]
        {
            new(_numbers[route.From.Value], _numbers[route.To.Value], Ticks(route) + Inspection(_scenario[route.From] as Crossing), number),
            new(_numbers[route.To.Value], _numbers[route.From.Value], Ticks(route) + Inspection(_scenario[route.To] as Crossing), number),
        }).ToArray();
        var paths = new ShortestPaths(new Graph(_scenario.Places.Length, arcs));
        paths.FindAll(home, default(AllArcs));
        return _scenario.SupplyLines.Where(line => line.By == fleet.Id).Select(line => _numbers[line.To.Value])
            .Where(to => paths.CostTo(to) != ShortestPaths.Unreachable)
            .Select(to => 2 * paths.CostTo(to) + depot.Loading!.Mean.Ticks + ((Site)_scenario.Places[to]).Unloading!.Mean.Ticks)
            .DefaultIfEmpty(long.MaxValue).Min();
    }

    private static long Ticks(Route route) => route.Speed!.Value.TimeFor(route.Length).Ticks;

    private static long Inspection(Crossing? crossing) => crossing is null ? 0
        : crossing.Inspection.Named is { } named ? named.Min(each => each.Value.Mean.Ticks) : crossing.Inspection.All!.Mean.Ticks;

    private long Vehicles(long count) => count >= MaxFlow.Unlimited / _payload ? MaxFlow.Unlimited : count * _payload;

    /// <summary>How many services of a length can begin at so many posts in a stretch of time.</summary>
    private static long Begins(long ticks, int posts, Duration service) => Begins(ticks, posts, service.Mean.Ticks);

    private static long Begins(long ticks, int posts, long service) =>
        service == 0 ? MaxFlow.Unlimited : posts * ((ticks + service - 1) / service);

    private long Inspections(int place, Crossing crossing, int hour)
    {
        // Goods go "in", which is the way to the destination of a line.
        var lanes = crossing.Lanes.For("in");
        return OpenStretches(place, crossing, hour * Hour, Math.Min(_scenario.Clock.Length.Ticks, (hour + 1) * Hour))
            .Sum(stretch => Math.Min(MaxFlow.Unlimited / 64, Begins(stretch, lanes, Inspection(crossing))));
    }

    // Opening hours and closures for all traffic; what begins in none of these stretches does not begin.
    private IEnumerable<long> OpenStretches(int place, Crossing crossing, long from, long to)
    {
        var hours = _catalogue.OpeningTimes(crossing.Hours.All ?? Hours.Always, _scenario.Clock.Zone);
        var shut = _scenario.Disruptions.OfType<Closure>().Where(closure => closure.Close.Contains(crossing.Id) && closure.To.IsEmpty)
            .Select(closure =>
                (From: _catalogue.Time(closure.At!.Value).Ticks, Lasts: closure.For?.Mean.Ticks ?? long.MaxValue / 2)).ToList();
        bool IsOpen(long tick) => hours.IsOpen(At(tick)) && !shut.Exists(one => tick >= one.From && tick - one.From < one.Lasts);
        var cuts = new SortedSet<long> { from, to };
        for (var change = hours.NextChange(At(from)).Ticks; change < to; change = hours.NextChange(At(change)).Ticks) cuts.Add(change);
        foreach (var (begin, lasts) in shut)
            foreach (var cut in (long[])[begin, begin + lasts])
                if (cut > from && cut < to) cuts.Add(cut);
        return cuts.Zip(cuts.Skip(1)).Where(pair => IsOpen(pair.First)).Select(pair => pair.Second - pair.First);
    }

    private static SimTime At(long ticks) => SimTime.Start + new TimeSpan(ticks);

    private readonly struct Limits(long[] arcs) : ICapacities
    {
        public long OfArc(int arc) => arcs[arc];

        public long OfPlace(int place) => MaxFlow.Unlimited;
    }
}
