using SupplySim.Networks;

namespace SupplySim.Planning;

// The ways by which one gets there soonest, with the waits that are known.
internal sealed partial class Router
{
    private readonly Arrivals _arrivals;
    private readonly Dictionary<long, List<Way>> _found = []; // by Key: what was found before is found again
    private int[] _path = [];

    /// <summary>Whether an answer no longer holds at the next place although nothing was learned: somebody looks at queues.</summary>
    public bool IsAskedAtEachPlace => _situation.AreQueuesRead;

    /// <summary>The way to take, from the place before, for one who stands in the queue of a crossing.</summary>
    /// <param name="arc">The way on which it came there.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="loadClass">Who.</param>
    /// <param name="ahead">[ticks] How long the inspections take of those who are before it.</param>
    public Way? ChooseAt(int arc, int to, int loadClass, long ahead)
    {
        var (from, place) = (_map.Graph[arc].From, _map.Graph[arc].To);
        if (!_situation.AreQueuesRead) return Choose(from, to, loadClass);
        _arrivals.Standing = new Standing(place, from, _arrivals.Driving(arc, loadClass), ahead);
        var way = AskPolicy(from, to, loadClass);
        _arrivals.Standing = Standing.Nowhere;
        return way;
    }

    /// <summary>[time] How long a way takes, with all the waits that are known.</summary>
    public TimeSpan TimeWithQueues(Way way, int loadClass, TimeSpan assume) => TimeOf(way, loadClass, assume, withQueues: true);

    /// <summary>The way that takes least with all the waits that are known; null where no road leads there.</summary>
    public Way? FindSoonest(int from, int to, int loadClass, TimeSpan assume)
    {
        if (Find(from, to, loadClass, default, isOpen: false) is not { } fastest) return null;
        _arrivals.Ask(to, loadClass, assume, withQueues: true);
        // Where nobody waits on the fastest way nothing can be sooner; of two that are as soon it is taken.
        var time = _arrivals.TimeOf(fastest);
        if (time == fastest.Cost && _arrivals.Standing == Standing.Nowhere) return fastest;
        var known = KnownFor(_catalogue.TrafficTo(to, loadClass));
        return SearchSoonest(from, to, loadClass, known.Always) && _paths.CostTo(to) < time ? Found(from, to, loadClass) : fastest;
    }

    /// <summary>The crossing of a way at which one is known to wait longest; below zero where one waits at none.</summary>
    public int LongestWaitOn(Way way, int to, int loadClass)
    {
        _arrivals.Ask(to, loadClass, TimeSpan.Zero, withQueues: true);
        var (time, longest, where) = (0L, 0L, -1);
        foreach (var arc in way.Arcs)
        {
            var (along, cost) = (_arrivals.Along(arc, time), _map.Cost(loadClass, arc));
            time += along;
            if (along - cost > longest) (longest, where) = (along - cost, _map.Graph[arc].To);
        }
        return where;
    }

    private bool SearchSoonest(int from, int to, int loadClass, bool[] without) =>
        _paths.Find(from, to, new CostsWithWaits(_map, _paths, _arrivals, without, loadClass));

    // Ways are few and asked for often, so none is made twice.
    private Way Found(int from, int to, int loadClass)
    {
        if (_path.Length == 0) _path = new int[_map.Graph.PlaceCount];
        var arcs = _path.AsSpan(0, _paths.CopyPath(to, _path));
        var isShut = KnownFor(_catalogue.TrafficTo(to, loadClass)).IsOn(arcs);
        if (!_found.TryGetValue(Key(from, to, loadClass), out var ways)) _found.Add(Key(from, to, loadClass), ways = []);
        foreach (var way in ways)
            if (way.IsShut == isShut && arcs.SequenceEqual(way.Arcs)) return way;
        ways.Add(new Way(_map, this, loadClass, arcs.ToArray(), isShut));
        return ways[^1];
    }

    private TimeSpan TimeOf(Way way, int loadClass, TimeSpan assume, bool withQueues)
    {
        if (way.Arcs.Length == 0) return TimeSpan.Zero;
        _arrivals.Ask(_map.Graph[way.Arcs[^1]].To, loadClass, assume, withQueues);
        return new TimeSpan(_arrivals.TimeOf(way));
    }

    // What an arc costs depends on when one is at its beginning, which is known when it is asked for: that place is settled then.
    private readonly struct CostsWithWaits(RoadMap map, ShortestPaths paths, Arrivals arrivals, bool[] without, int loadClass) : IArcCosts
    {
        public long Of(int arc, long weight) =>
            without[arc] || map.Cost(loadClass, arc) < 0 ? Graph.Closed : arrivals.Along(arc, paths.CostTo(map.Graph[arc].From));
    }
}
