using SupplySim.Engine;
using SupplySim.Networks;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Finds ways, and asks the routing policy which to take.</summary>
/// <remarks>For whom is said by a number of <see cref="LoadClasses"/>: that of a fleet alone is for its
/// columns when they are heaviest. An answer holds until something is learned; one that depends on what time it is holds for the instant.
/// One run, one thread.</remarks>
internal sealed partial class Router
{
    private readonly Dictionary<long, Answer> _answers = []; // by Key
    private readonly Dictionary<long, Way> _usual = []; // by Key
    private readonly Dictionary<(int Fleet, TimeSpan PerAttack), long[]> _safety = [];
    private readonly KnownShut?[] _known;
    private readonly RoadMap _map;
    private readonly Catalogue _catalogue;
    private readonly Situation _situation;
    private readonly RoutingPolicy _policy;
    private readonly RoutingQuestion _question;
    private readonly ShortestPaths _paths;
    private readonly bool _isOwn;
    private int _version = -1;
    private int _dangers;

    public Router(RoadMap map, Catalogue catalogue, Situation situation, Policies policies)
    {
        (_map, _catalogue, _situation, _policy, Longest) = (map, catalogue, situation, policies.Routing, policies.Reroute.Longest);
        _isOwn = !_policy.IsBuiltIn;
        _arrivals = new Arrivals(map, catalogue, situation);
        (_paths, _known, _question) = (new ShortestPaths(map.Graph), new KnownShut?[catalogue.Traffics.Length], new RoutingQuestion(this));
    }

    /// <summary>[times] How much longer than the way that is shut a detour may be.</summary>
    public double Longest { get; set; }

    /// <summary>The way to take; null where no road leads there at all, or the policy would rather stay.</summary>
    public Way? Choose(int from, int to, int loadClass)
    {
        if (_version != _situation.Version)
        {
            _version = _situation.Version;
            _answers.Clear();
        }
        if (_answers.TryGetValue(Key(from, to, loadClass), out var answer) && (!answer.IsTimed || answer.IsOf(_situation)))
            return answer.Way;
        return Ask(from, to, loadClass);
    }

    /// <summary>Whether anything is known to be shut, on whatever way.</summary>
    public bool IsAnyShut(int to, int loadClass) => KnownFor(_catalogue.TrafficTo(to, loadClass)).IsAnywhere;

    /// <summary>The first crossing or route on the way that is known to be shut, by its id; null where
    /// there is no way, or nothing is.</summary>
    public string? ShutOn(int from, int to, int loadClass) => ShutOn(Choose(from, to, loadClass), loadClass);

    /// <summary>The same of a way.</summary>
    public string? ShutOn(Way? way, int loadClass)
    {
        var traffic = _catalogue.TrafficOf(loadClass);
        foreach (var arc in way?.Arcs ?? [])
        {
            ref readonly var step = ref _map.Graph[arc];
            if (_situation.IsRouteShut(step.Route, traffic)) return _catalogue.Routes[step.Route].Id;
            if (_situation.IsPlaceShut(step.To, traffic)) return _catalogue.Places[step.To].Id;
        }
        return null;
    }

    public PlaceId PlaceOf(int place) => _catalogue.Places[place].Id;

    public Fleet FleetOf(int loadClass) => _catalogue.Fleets[FleetNumberOf(loadClass)];

    private int FleetNumberOf(int loadClass) => _catalogue.LoadClasses.FleetOf(loadClass);

    /// <summary>The best way; null where there is none.</summary>
    /// <param name="from">By number.</param>
    /// <param name="to">By number.</param>
    /// <param name="loadClass">By number.</param>
    /// <param name="perAttack">[time] What being spared an attack is worth; zero for the fastest.</param>
    /// <param name="isOpen">Whether nothing on it may be known to be shut.</param>
    public Way? Find(int from, int to, int loadClass, TimeSpan perAttack, bool isOpen)
    {
        var traffic = _catalogue.TrafficTo(to, loadClass);
        var known = KnownFor(traffic);
        if (perAttack != TimeSpan.Zero)
        {
            var costs = SafetyCosts(FleetNumberOf(loadClass), perAttack);
            return isOpen ? Search(from, to, loadClass, costs, known.Now) : SearchUsual(from, to, loadClass, costs, known);
        }
        // The fastest of all ways is the fastest of the open ones too, if it is one of them; and it is the same whatever has closed since.
        if (!_usual.TryGetValue(Key(from, to, loadClass), out var usual))
        {
            if (SearchUsual(from, to, loadClass, CostsOf(loadClass), known) is not { } found) return null;
            _usual.Add(Key(from, to, loadClass), usual = found);
        }
        var isShut = known.IsAnywhere && known.IsOn(usual.Arcs);
        if (isShut && isOpen) return Search(from, to, loadClass, CostsOf(loadClass), known.Now);
        return usual.IsShut == isShut ? usual : _usual[Key(from, to, loadClass)] = new Way(_map, this, loadClass, usual.Arcs, isShut);
    }

    /// <summary>The way along these routes.</summary>
    public Way Along(int from, int loadClass, ReadOnlySpan<string> routes)
    {
        var (arcs, at) = (new int[routes.Length], from);
        for (var i = 0; i < routes.Length; i++)
        {
            if (!_catalogue.TryRoute(routes[i], out var route)) throw Senseless($"goes along '{routes[i]}', and there is no such route");
            arcs[i] = ArcFrom(at, route, loadClass);
            if (arcs[i] < 0) throw Senseless($"goes along '{routes[i]}' from '{PlaceOf(at)}', where '{FleetOf(loadClass).Id}' cannot");
            at = _map.Graph[arcs[i]].To;
        }
        return new Way(_map, this, loadClass, arcs, KnownFor(_catalogue.TrafficTo(at, loadClass)).IsOn(arcs));
    }

    /// <summary>[time] How long a way takes with waits for what is known to be shut.</summary>
    public TimeSpan TimeWithWaits(Way way, int loadClass, TimeSpan assume) => TimeOf(way, loadClass, assume, withQueues: false);

    private Way? Ask(int from, int to, int loadClass)
    {
        var way = AskPolicy(from, to, loadClass);
        _answers[Key(from, to, loadClass)] =
            new Answer(way, _question.IsTimed || _isOwn, _situation.Now, _situation.QueuesVersion);
        return way;
    }

    private Way? AskPolicy(int from, int to, int loadClass)
    {
        _question.Set(from, to, loadClass);
        var way = Policy.Ask(_policy, _situation, _question, static (policy, known, question) => policy.Choose(known, question));
        if (_isOwn && way is not null) Check(way, from, to, loadClass);
        return way;
    }

    private void Check(Way way, int from, int to, int loadClass)
    {
        var at = from;
        foreach (var arc in way.Arcs)
        {
            if (_map.Graph[arc].From != at || _map.Cost(loadClass, arc) < 0)
                throw Senseless($"is asked for a way from '{PlaceOf(from)}' to '{PlaceOf(to)}' and gives one of another question");
            at = _map.Graph[arc].To;
        }
        if (at != to)
            throw Senseless($"is asked for a way from '{PlaceOf(from)}' to '{PlaceOf(to)}' and gives one that ends at '{PlaceOf(at)}'");
    }

    private InvalidOperationException Senseless(string what) => new($"{_policy.Called} {what}");

    private int ArcFrom(int place, int route, int loadClass)
    {
        foreach (var arc in _map.Graph.Leaving(place))
            if (_map.Graph[arc].Route == route && _map.Cost(loadClass, arc) >= 0) return arc;
        return -1;
    }

    // Around crossings that have been shut as long as anybody knows, unless there is no other way.
    private Way? SearchUsual(int from, int to, int loadClass, long[] costs, KnownShut known) =>
        Search(from, to, loadClass, costs, known.Always) ?? (known.IsAnywhere ? Search(from, to, loadClass, costs, known.Nothing) : null);

    private Way? Search(int from, int to, int loadClass, long[] costs, bool[] without)
    {
        var grams = _catalogue.LoadClasses.GramsOf(loadClass);
        if (!(_map.LimitsFor(grams) is { } limits
            ? _paths.Find(from, to, new LightCosts(costs, without, limits, grams))
            : _paths.Find(from, to, new OpenCosts(costs, without)))) return null;
        var arcs = new int[_paths.LengthOf(to)];
        _paths.CopyPath(to, arcs);
        return new Way(_map, this, loadClass, arcs, KnownFor(_catalogue.TrafficTo(to, loadClass)).IsOn(arcs));
    }

    private KnownShut KnownFor(int traffic)
    {
        var known = _known[traffic] ??= new KnownShut(_map.Graph, _situation, traffic);
        if (known.Refresh()) _usual.Clear();
        return known;
    }

    // [ticks] By arc, however heavy one is.
    private long[] CostsOf(int loadClass) => _map.Costs(FleetNumberOf(loadClass));

    /// <summary>[attacks] How many a lone vehicle has to expect along an arc, as far as is known.</summary>
    public double Attacks(int loadClass, int arc)
    {
        var (known, fleet) = (_situation.DangerOf(_map.Graph[arc].Route), FleetNumberOf(loadClass));
        return _map.Attacks(fleet, arc)
            + (known == 0 ? 0 : known * (_map.Costs(fleet)[arc] - _map.Inspection(fleet, arc)) / TimeSpan.TicksPerHour);
    }

    // Time, and what an expected attack is worth; so high a sum that paths could overflow is cut off.
    private long[] SafetyCosts(int fleet, TimeSpan perAttack)
    {
        if (_dangers != _situation.Dangers)
        {
            _dangers = _situation.Dangers;
            _safety.Clear();
        }
        if (_safety.TryGetValue((fleet, perAttack), out var costs)) return costs;
        var most = long.MaxValue / (_map.Graph.PlaceCount + 1) / 2;
        costs = [.. _map.Costs(fleet)];
        for (var arc = 0; arc < costs.Length; arc++)
            if (costs[arc] >= 0) costs[arc] += (long)Math.Min(Attacks(fleet, arc) * perAttack.Ticks, most - Math.Min(most, costs[arc]));
        _safety.Add((fleet, perAttack), costs);
        return costs;
    }

    // One number for the three: it is looked up at every leg.
    private long Key(int from, int to, int loadClass) => ((long)loadClass * _map.Graph.PlaceCount + from) * _map.Graph.PlaceCount + to;

    private readonly record struct Answer(Way? Way, bool IsTimed, SimTime At, int Queues)
    {
        public bool IsOf(Situation situation) => At == situation.Now && Queues == situation.QueuesVersion;
    }

    private readonly struct OpenCosts(long[] costs, bool[] shut) : IArcCosts
    {
        public long Of(int arc, long weight) => shut[arc] ? Graph.Closed : costs[arc];
    }

    // Where not everything bears it.
    private readonly struct LightCosts(long[] costs, bool[] shut, long[] limits, long grams) : IArcCosts
    {
        public long Of(int arc, long weight) => shut[arc] || limits[arc] < grams ? Graph.Closed : costs[arc];
    }
}
