using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>When one gets along the arcs of a way, with the waits that are known: for what is shut, and, where asked for, for opening
/// hours and behind those who wait at crossings.</summary>
/// <remarks>
/// <para>Whoever comes later goes on no earlier, so a shortest path may be sought by it.</para>
/// <para>A queue is thought to be as long on arrival as it is known to be now: those who join meanwhile make up for those who leave.</para>
/// <para>One run, one thread.</para>
/// </remarks>
internal sealed class Arrivals(RoadMap map, Catalogue catalogue, Situation situation)
{
    private readonly long[]?[] _inspections = new long[]?[catalogue.Fleets.Length];
    private long _now;
    private long _assume;
    private int _to;
    private int _loadClass;
    private int _traffic;
    private int _group;
    private bool _withQueues;

    /// <summary>Where somebody stands in a queue who asks for the ways from the place before; in none where nobody does.</summary>
    public Standing Standing { get; set; } = Standing.Nowhere;

    /// <summary>Whose arrivals are asked for from now on.</summary>
    /// <param name="to">Where they go.</param>
    /// <param name="loadClass">Who.</param>
    /// <param name="assume">[time] How long what is shut stays so, where nothing is announced.</param>
    /// <param name="withQueues">Whether there are waits where it is open.</param>
    public void Ask(int to, int loadClass, TimeSpan assume, bool withQueues)
    {
        (_now, _assume, _to, _loadClass, _withQueues) = (situation.Now.Ticks, assume.Ticks, to, loadClass, withQueues);
        _traffic = catalogue.TrafficTo(to, loadClass);
        var fleet = catalogue.LoadClasses.FleetOf(loadClass);
        _group = catalogue.Fleets[fleet].Base is { } home && home.Value == catalogue.Places[to].Id ? 1 : 0;
    }

    /// <summary>[ticks] How long a way takes.</summary>
    public long TimeOf(Way way)
    {
        var time = 0L;
        foreach (var arc in way.Arcs) time += Along(arc, time);
        return time;
    }

    /// <summary>[ticks] How long it takes from the beginning of an arc to beyond the inspection at its end.</summary>
    /// <param name="arc">The arc.</param>
    /// <param name="after">[ticks] How long from now one is there.</param>
    public long Along(int arc, long after)
    {
        ref readonly var step = ref map.Graph[arc];
        var at = _now + after;
        if (situation.IsRouteShut(step.Route, _traffic)) at = Math.Max(at, Opens(situation.RouteOpens(step.Route, _traffic)));
        if (step.From == Standing.From && Standing.Place >= 0) at += step.To == Standing.Place ? -Standing.Way : Standing.Way;
        at += map.Cost(_loadClass, arc);
        return (catalogue.Crossings[step.To] is null ? at : ThroughCrossing(arc, step.To, at)) - _now - after;
    }

    private long ThroughCrossing(int arc, int place, long at)
    {
        var inspection = Inspection(arc, _loadClass);
        at = Math.Max(_now, at - inspection);
        if (situation.IsPlaceShut(place, _traffic)) at = Math.Max(at, Opens(situation.PlaceOpens(place, _traffic)));
        if (!_withQueues || place == _to || situation.QueueAt(place) is not { } queue) return at + inspection;
        return TurnOf(queue, place, at) + inspection + queue.ForBay(_traffic, isLaden: _group == 0);
    }

    private long TurnOf(KnownQueue queue, int place, long at)
    {
        var group = catalogue.Crossings[place]!.Crossing.Lanes.Named is null ? 0 : _group;
        // Whoever may not pass holds up nobody, but for those like him.
        var work = Standing.Place == place ? Standing.Ahead
            : queue.Work(group, situation.NewsOf(isRoute: false, place).Shut & ~(1UL << _traffic));
        var turn = queue.TurnOf(SimTime.FromTicks(at), group, _traffic, work);
        return turn < SimTime.Never ? turn.Ticks : Math.Max(at, catalogue.Horizon.Ticks);
    }

    /// <summary>[ticks] How long an arc takes without the inspection at its end.</summary>
    public long Driving(int arc, int loadClass) => map.Cost(loadClass, arc) - Inspection(arc, loadClass);

    private long Opens(SimTime announced) => announced != SimTime.Never ? announced.Ticks : _now + _assume;

    private long Inspection(int arc, int loadClass)
    {
        var fleet = catalogue.LoadClasses.FleetOf(loadClass);
        return (_inspections[fleet] ??= InspectionsOf(fleet))[arc];
    }

    private long[] InspectionsOf(int fleet) => [.. Enumerable.Range(0, map.Graph.ArcCount).Select(arc => map.Inspection(fleet, arc))];
}

/// <summary>Where somebody stands in a queue, which he sees for himself.</summary>
/// <param name="Place">The crossing, by number.</param>
/// <param name="From">The place before it, where all other ways begin.</param>
/// <param name="Way">[ticks] How long it takes back there.</param>
/// <param name="Ahead">[ticks] How long the inspections take of those who are before it.</param>
internal readonly record struct Standing(int Place, int From, long Way, long Ahead)
{
    /// <summary>In no queue.</summary>
    public static Standing Nowhere => new(-1, -1, 0, 0);
}
