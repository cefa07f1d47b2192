using SupplySim.Networks;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Experiments;

// Crossings at which more is to pass than can, as all take the fastest way, beside ways that could take some of it.
internal sealed partial class Shortfalls
{
    private IEnumerable<Problem> BesideOthers()
    {
        if (_scenario.Policies.Routing is not (Fastest or WaitOrDetour)) yield break;
        var ways = _catalogue.SupplyLines.Where(line => FleetOf(line.By).Mode == Mode.Road)
            .Select(line => (Line: line, Way: FastestOf(line))).Where(one => one.Way.Length > 0).ToArray();
        foreach (var crossing in _scenario.Places.OfType<Crossing>().Where(crossing => !IsMadeEasier(crossing)))
        {
            var place = _catalogue.PlaceNumber(crossing.Id);
            var past = ways.Where(one => IsPast(one.Way, place)).ToArray();
            SupplyLine[] lines = [.. past.Select(one => one.Line)];
            if (lines.Length == 0 || Most(crossing, lines) is not var (all, why)) continue;
            var strangers = ShareOfStrangers(crossing);
            var most = all * (1 - strangers);
            var comes = LoadsThatCome(lines);
            if (comes <= most * Surely) continue;
            var others = past.Select(one => OtherWay(one.Line, one.Way, place, most)).OfType<(string By, double Longer)>().ToArray();
            if (others.Length == 0) continue;
            var (by, longer) = others.MinBy(other => other.Longer);
            yield return new($"places.{crossing.Id}.lanes",
                $"{Count(Lanes(crossing), "lane")}: at most {Figure(all / _days)} laden vehicles a day get through ({why}"
                    + $"{(strangers > 0 ? $"; those who merely pass take {Percent(strangers)} of its time" : "")}), and "
                    + $"{Figure(comes / _days)} loads a day take this way, which is the fastest, however many wait here; "
                    + $"the way by '{by}' takes {Time(longer)} longer",
                "let both share the load: 'policies: {routing: {rule: soonest}}' goes by the queues that are known");
        }
    }

    // [share] Of the time of its lanes on the way in, on average.
    private double ShareOfStrangers(Crossing crossing)
    {
        var plan = _catalogue.Crossings[_catalogue.PlaceNumber(crossing.Id)]!;
        var hours = _catalogue.Fleets.Where(fleet => fleet.Through?.Value == crossing.Id && fleet.Arrivals is { Unknown: null })
            .Sum(fleet => PerDay(fleet.Arrivals!.Rate) * _days * plan.MeanInLane(_catalogue.TrafficNumber(fleet.Traffic), true).TotalHours);
        var there = Lanes(crossing) * Open(plan.Hours).Hours;
        return hours == 0 ? 0 : Math.Min(1, (crossing.Lanes.Named is null ? hours : hours / 2) / there);
    }

    // [loads] In the run, of lines that lead past one crossing: as many as are asked for, and their fleets can bring.
    private double LoadsThatCome(SupplyLine[] lines) => lines.GroupBy(line => line.By).Sum(fleet => Math.Min(
        fleet.GroupBy(line => line.To.Value).Sum(to => Math.Max(
            _linesTo[to.Key].All(line => lines.Contains(line) && line.By == fleet.Key) ? LoadsNeeded(to.Key) : 0, to.Sum(LoadsSent))),
        FleetOf(fleet.Key).Count * _days * 24 / fleet.Min(line => TripOf(line)(LeastTime.Rates[0]))));

    // By arcs, where all take it, however laden, and whatever opens; none where that is not sure.
    private int[] FastestOf(SupplyLine line)
    {
        var fleet = _catalogue.FleetNumber(line.By);
        var laden = WayOf(line, new UsableTimes(compiled.Roads, _catalogue, fleet, fleet, -1, AtTheStart: true));
        var empty = WayOf(line,
            new UsableTimes(compiled.Roads, _catalogue, fleet, _catalogue.LoadClasses.Empty(fleet), -1, AtTheStart: false));
        return empty.SequenceEqual(laden) ? laden : [];
    }

    // The fastest way past it, by its first crossing or road that is not on the usual one, where that is not too long and they pass nothing
    // together that lets less through.
    private (string By, double Longer)? OtherWay(SupplyLine line, int[] usual, int without, double most)
    {
        var fleet = _catalogue.FleetNumber(line.By);
        var other = WayOf(line, new UsableTimes(compiled.Roads, _catalogue, fleet, fleet, without, AtTheStart: true));
        if (other.Length == 0 || TimeOf(other, fleet) > _scenario.Policies.Reroute.Longest * TimeOf(usual, fleet)) return null;
        var crossings = other.Where(arc => CrossingAt(arc) is not null)
            .ToLookup(arc => IsPast(usual, compiled.Roads.Graph[arc].To), CrossingAt);
        if (crossings[true].Any(both => Most(both!, [line])?.Loads <= most)) return null;
        if (crossings[false].Any(crossing => ShareOfStrangers(crossing!) >= 1)) return null;
        var own = crossings[false].FirstOrDefault()?.Id ?? compiled.Roads.RouteOf(other.First(arc => !usual.Contains(arc)));
        return (own, TimeSpan.FromTicks(TimeOf(other, fleet) - TimeOf(usual, fleet)).TotalHours);
    }

    private int[] WayOf(SupplyLine line, UsableTimes times)
    {
        var to = _catalogue.PlaceNumber(line.To);
        if (!_paths.Find(_catalogue.PlaceNumber(line.From), to, times)) return [];
        var way = new int[_paths.LengthOf(to)];
        _paths.CopyPath(to, way);
        return way;
    }

    private long TimeOf(int[] way, int fleet) => way.Sum(arc => compiled.Roads.Costs(fleet)[arc]);

    private bool IsPast(int[] way, int place) => way.Any(arc => compiled.Roads.Graph[arc].To == place);

    private Crossing? CrossingAt(int arc) => _catalogue.Crossings[compiled.Roads.Graph[arc].To]?.Crossing;

    // As columns reckon it: around one place, and, as it stands at the start, around crossings that no hours or no holder opens.
    private readonly record struct UsableTimes(RoadMap Roads, Catalogue Catalogue, int Fleet, int LoadClass, int Without, bool AtTheStart)
        : IArcCosts
    {
        public long Of(int arc, long weight)
        {
            var to = Roads.Graph[arc].To;
            if (to == Without || (AtTheStart && Catalogue.Crossings[to] is { } plan && !plan.MayOpenFor(Catalogue.TrafficOf(Fleet))))
                return Graph.Closed;
            return Roads.Cost(LoadClass, arc);
        }
    }
}
