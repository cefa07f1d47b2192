using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Networks;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>How busy crossings would be if all that is needed came by road; see <see cref="Utilisation"/>. Runs nothing.</summary>
/// <remarks>What a place needs, and those whom it supplies, comes by those of its road lines that have a way at the start: as much as is
/// sent by schedule, the rest by the other lines that order first and are always at work in equal parts, in full vehicles that take
/// the fastest way and come back by the fastest.
/// Silent where ways are chosen otherwise, loads change trucks or columns have escorts, and where places times lines are millions.
/// </remarks>
internal sealed class Utilisations
{
    // Each line is followed along all roads: where that is more, nothing is looked at.
    private const long MostSteps = 2_000_000;

    private readonly CompiledScenario _compiled;
    private readonly Catalogue _catalogue;
    private readonly Scenario _scenario;
    private readonly double _days;
    private readonly ShortestPaths _paths;
    private readonly int[] _way;
    private readonly SupplyLine[] _lines;
    private readonly HashSet<SupplyLine> _under = []; // lines that lead on to where we are: none is followed in a circle
    private readonly Dictionary<SupplyLine, (string[]? There, string[]? Back)> _ways = [];
    private readonly Dictionary<SupplyLine, double> _sent = []; // [smallest unit per day] By schedule, as far as nobody has been given it
    private readonly Dictionary<string, Load> _loads = [];

    public Utilisations(CompiledScenario compiled)
    {
        (_compiled, _catalogue, _scenario) = (compiled, compiled.Catalogue, compiled.Scenario);
        _days = _catalogue.Clock.Length.TotalDays;
        _paths = new ShortestPaths(compiled.Roads.Graph);
        _way = new int[compiled.Roads.Graph.PlaceCount];
        _lines = [.. _catalogue.SupplyLines.Where(line => Fleet(line).Mode == Mode.Road)];
    }

    /// <summary>Of each crossing that vehicles pass and that is open at some time, in the order of the scenario.</summary>
    public ImmutableArray<Utilisation> Find()
    {
        if ((long)_scenario.Places.Length * _lines.Length > MostSteps) return [];
        if (_scenario.Policies.Routing is not (Fastest or WaitOrDetour)) return [];
        foreach (var line in _lines)
            if (line is { Send: { } send, Commodities: [var goods] })
            {
                _sent[line] = PerDay(send);
                Carry(line, line.To.Value, Goods(goods), PerDay(send));
            }
        foreach (var place in _scenario.Places)
            foreach (var goods in _scenario.Commodities) Bring(place.Id, place.Id, goods, OwnNeed(place, goods));
        return
        [
            .. _scenario.Places.OfType<Crossing>()
                .Where(one => _loads.TryGetValue(one.Id, out var load) && !load.IsUnknown && load.Vehicles > 0).Select(Of)
                .OfType<Utilisation>(),
        ];
    }

    private Utilisation? Of(Crossing crossing)
    {
        var (load, plan) = (_loads[crossing.Id], Plan(crossing.Id));
        var open = plan.Hours.OpenTime(SimTime.Start, _catalogue.Horizon).TotalHours / _days;
        if (open <= 0) return null;
        var strangers = _catalogue.Fleets
            .Where(fleet => fleet is { Through: { } through, Arrivals: not null } && through.Value == crossing.Id)
            .Sum(fleet => PerDay(fleet.Arrivals!) * InLane(plan, _catalogue.FleetNumber(fleet.Id), isLaden: true));
        var (there, back) = crossing.Lanes.Named is null
            ? ((load.There + load.Back) / crossing.Lanes.All, 0)
            : (load.There / crossing.Lanes.For("in"), load.Back / crossing.Lanes.For("out"));
        // Strangers come from both sides, as many from each.
        var lanes = crossing.Lanes.Named is null ? crossing.Lanes.All : 2 * Math.Min(crossing.Lanes.For("in"), crossing.Lanes.For("out"));
        return new(crossing.Id, [.. _scenario.Places.Where(place => load.To.Contains(place.Id)).Select(place => (PlaceId)place.Id)],
            load.Vehicles, Math.Max(there, back) / open, strangers / lanes / open);
    }

    // [smallest unit per day] For somebody, to a place, by the road lines that lead there.
    private void Bring(string whom, string to, Commodity goods, double perDay)
    {
        if (perDay <= 0 || _scenario.Places.Any(place => place.Id == to && place is Site { Stock.IsUnlimited: true })) return;
        var lines = _lines.Where(line => line.To.Value == to && Carries(line, goods) && !_under.Contains(line) && HasWay(line)).ToArray();
        foreach (var line in lines)
        {
            // What is sent is there once, whoever gets it.
            var used = Math.Min(perDay, _sent.GetValueOrDefault(line));
            if (used <= 0) continue;
            (_sent[line], perDay) = (_sent[line] - used, perDay - used);
        }
        var ordering = Ordering([.. lines.Where(line => line.Send is null)], goods);
        if (perDay <= 0) return;
        foreach (var line in ordering)
        {
            Carry(line, whom, goods, perDay / ordering.Length);
            _under.Add(line);
            Bring(whom, line.From.Value, goods, perDay / ordering.Length);
            _under.Remove(line);
        }
    }

    // Those that are always at work, and of these the ones that order first: a line kept for when little is left brings nothing before.
    private static SupplyLine[] Ordering(SupplyLine[] lines, Commodity goods)
    {
        var atWork = lines.Where(line => line.When is null).ToArray();
        var levels = atWork.Select(line => (line.WhenBelow ?? line.UpTo)?.For(goods.Id).Time).ToArray();
        return levels.All(level => level is not null) ? [.. atWork.Where((_, i) => levels[i] == levels.Max())] : atWork;
    }

    // [smallest unit per day] What a line brings, past the crossings of its fastest way.
    private void Carry(SupplyLine line, string whom, Commodity goods, double perDay)
    {
        var (fleet, way) = (_catalogue.FleetNumber(line.By), WayOf(line));
        if (way.There is null || way.Back is null) return;
        // Which vehicles go on behind a place where loads change trucks, and how many escorts go along, hangs on more than is asked here.
        var isUnknown = Fleet(line).Convoy?.Escort is not null || way.There.Any(id => Plan(id).Crossing.Transshipment is not null);
        var vehicles = VehiclesFor(Fleet(line).Carries!.Value.Grams, goods, perDay);
        foreach (var crossing in way.There)
        {
            var load = LoadOf(crossing);
            load.IsUnknown |= isUnknown;
            load.Vehicles += vehicles;
            load.There += vehicles * InLane(Plan(crossing), fleet, isLaden: true);
            load.To.Add(whom);
        }
        foreach (var crossing in way.Back) LoadOf(crossing).Back += vehicles * InLane(Plan(crossing), fleet, isLaden: false);
    }

    // Pieces are not cut in two.
    private double VehiclesFor(long payload, Commodity goods, double amount)
    {
        var each = payload / GramsOf(goods);
        return amount / (goods.Unit == QuantityUnit.Piece ? Math.Max(1, Math.Floor(each)) : each);
    }

    private bool HasWay(SupplyLine line) => WayOf(line) is { There: not null, Back: not null };

    // Null where there is no way.
    private (string[]? There, string[]? Back) WayOf(SupplyLine line)
    {
        if (_ways.TryGetValue(line, out var known)) return known;
        var (from, to, fleet) = (_catalogue.PlaceNumber(line.From), _catalogue.PlaceNumber(line.To), _catalogue.FleetNumber(line.By));
        return _ways[line] = (On(from, to, fleet), On(to, from, _catalogue.LoadClasses.Empty(fleet)));
    }

    // The crossings between two places.
    private string[]? On(int from, int to, int loadClass) =>
        _paths.Find(from, to, new FirstWays(_compiled.Roads, _catalogue, loadClass))
            ? [.. _way.AsSpan(0, _paths.CopyPath(to, _way)).ToArray().Select(arc => _compiled.Roads.Graph[arc].To)
                .Where(place => place != to && _catalogue.Crossings[place] is not null).Select(place => _catalogue.Places[place].Id)]
            : null;

    private double OwnNeed(Place place, Commodity goods) => place switch
    {
        Camp camp => camp.People.Mean
            * _catalogue.PersonNeedsAt(_catalogue.PlaceNumber(camp.Id))[_catalogue.CommodityNumber(goods.Id)].BroughtPerDay,
        Force force when force.Needs.TryGet(goods.Id, out var use) => Mean(use),
        _ => 0,
    };

    // [smallest unit per day] Over the run.
    private double Mean(ChangingRate use)
    {
        var (sum, end) = (0.0, _catalogue.Horizon);
        foreach (var step in use.Steps.Reverse())
        {
            var from = SimTime.Min(_catalogue.Time(step.From), end);
            (sum, end) = (sum + PerDay(step.Rate) * (end - from).TotalDays, from);
        }
        return sum / _days;
    }

    private bool Carries(SupplyLine line, Commodity goods) => line.Commodities.IsEmpty || line.Commodities.Contains(goods.Id);

    private Commodity Goods(string id) => _scenario.Commodities.First(one => one.Id == id);

    private double GramsOf(Commodity goods) => _catalogue.MassOf(_catalogue.CommodityNumber(goods.Id), 1_000_000) / 1e6;

    private Fleet Fleet(SupplyLine line) => _catalogue.Fleets[_catalogue.FleetNumber(line.By)];

    private CrossingPlan Plan(string crossing) => _catalogue.Crossings[_catalogue.PlaceNumber(crossing)]!;

    // [h]
    private double InLane(CrossingPlan plan, int fleet, bool isLaden) => plan.MeanInLane(_catalogue.TrafficOf(fleet), isLaden).TotalHours;

    private Load LoadOf(string crossing) => _loads.TryGetValue(crossing, out var load) ? load : _loads[crossing] = new Load();

    private static double PerDay(Rate rate) => rate.Amount.Amount / rate.Per.TotalDays;

    private static double PerDay(Arrivals arrivals) => PerDay(arrivals.Rate);

    // [h/d, vehicles/d] What passes a crossing.
    private sealed class Load
    {
        public double There, Back, Vehicles;

        public bool IsUnknown;

        public HashSet<string> To { get; } = [];
    }

    private readonly struct FirstWays(RoadMap roads, Catalogue catalogue, int loadClass) : IArcCosts
    {
        public long Of(int arc, long weight) =>
            catalogue.Crossings[roads.Graph[arc].To] is { } crossing && !crossing.MayOpenFor(catalogue.TrafficOf(loadClass))
                ? Graph.Closed : roads.Cost(loadClass, arc);
    }
}
