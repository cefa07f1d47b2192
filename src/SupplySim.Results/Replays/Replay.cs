using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Results.Maps;

namespace SupplySim.Results.Replays;

/// <summary>The run shown of an alternative as the page's script plays it on the map: each list in order of
/// time, in minutes since the start.</summary>
/// <remarks>What is of no known position is left out: nobody could see it. Where there are more trips than
/// a page should carry, empty ones are left out first, and then every second one until they fit.</remarks>
internal sealed partial class Replay
{
    /// <summary>[trips] A trip takes some eight characters.</summary>
    private const int MostTrips = 30_000;

    /// <summary>[days of supply of a place] A day takes two characters.</summary>
    private const int MostDays = 40_000;

    /// <summary>[stays] Those of strangers are left out beyond; a stay takes some six characters.</summary>
    private const int MostStays = 20_000;

    /// <summary>[d] No gauge tells of more.</summary>
    private const double MostSupply = 30;

    private readonly AlternativeResult _result;
    private readonly Scenario _scenario;
    private readonly NetworkMap _map;
    private readonly ImmutableArray<string> _commodities;
    private readonly ImmutableArray<string> _parts;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fronts = new(StringComparer.Ordinal);

    public Replay(AlternativeResult result, NetworkMap map)
    {
        (_result, _scenario, _map) = (result, result.Scenario, map);
        _parts = [.. result.Shown.Story.Where(one => one.Kind is HappeningKind.ClosedFor or HappeningKind.OpenedFor).Select(PartOf)
            .Distinct()];
        _commodities = [.. _scenario.Commodities.Select(commodity => commodity.Id)];
        for (var i = 0; i < _scenario.Places.Length; i++) _places.TryAdd(_scenario.Places[i].Id, i);
        for (var i = 0; i < _scenario.Routes.Length; i++) _routes.TryAdd(_scenario.Routes[i].Id, i);
        for (var i = 0; i < _scenario.Fronts.Length; i++) _fronts.TryAdd(_scenario.Fronts[i].Id, i);
        var seen = result.Shown.Trips.Where(trip => IsSeen(trip.Route)).ToImmutableArray();
        Trips = Thinned(seen);
        LeftOut = seen.Length - Trips.Length;
        var placed = result.Shown.Stays.Where(stay => _scenario.Places[stay.Place].At is not null).OrderBy(stay => stay.From)
            .ToImmutableArray();
        HasStrangers = placed.Length <= MostStays;
        Stays = HasStrangers ? placed : [.. placed.Where(stay => _scenario.Fleets[stay.Fleet].Through is null)];
        var supplied = Supplied().ToImmutableArray();
        var room = result.Shown.Layout.Days == 0 ? 0 : MostDays / result.Shown.Layout.Days;
        Supplies = [.. supplied.Take(room)];
        SuppliesLeftOut = supplied.Length - Supplies.Length;
        Traffics = [.. _scenario.Fleets.Where((_, fleet) => Trips.Any(trip => trip.Fleet == fleet)).Select(fleet => fleet.Traffic)
            .Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The trips that are played.</summary>
    public ImmutableArray<Trip> Trips { get; }

    /// <summary>How many are not, for want of room.</summary>
    public int LeftOut { get; }

    /// <summary>The stays at crossings that are played, in the order in which they began.</summary>
    public ImmutableArray<Stay> Stays { get; }

    /// <summary>Whether those who pass by themselves are among them: there may be too many.</summary>
    public bool HasStrangers { get; }

    /// <summary>The places that have a gauge of their days of supply, each with its series: the first that
    /// there is, of all commodities before that of one.</summary>
    public ImmutableArray<(int Place, int Series)> Supplies { get; }

    /// <summary>How many places have none, for want of room.</summary>
    public int SuppliesLeftOut { get; }

    /// <summary>[d] What a full gauge stands for.</summary>
    public double Top => Math.Ceiling(
        Math.Min(MostSupply, Supplies.SelectMany(one => Days(one.Series)).Where(double.IsFinite).DefaultIfEmpty(MostSupply).Max()));

    /// <summary>The kinds of traffic that move, by name.</summary>
    public ImmutableArray<string> Traffics { get; }

    /// <summary>[min] How long the run is.</summary>
    public long End => Minute(SimTime.Start + _scenario.Clock.Length);

    /// <summary>Each trip: minutes since the one before, minutes it takes, twice the route and one more for
    /// its second end to its first, twice the vehicles and one more for laden, the number of its traffic; and 0 for one from end to end, or
    /// one and 101 times the hundredths of the route at which it begins and those at which it ends.</summary>
    public string TripText()
    {
        var (text, last) = (new NumberText(), 0L);
        foreach (var trip in Trips)
        {
            var departs = Minute(trip.Departs);
            text.Add(departs - last, Math.Max(1, Minute(trip.Arrives) - departs), trip.Route * 2 + (trip.Forward ? 0 : 1),
                trip.Vehicles * 2 + (trip.Laden ? 1 : 0), TrafficOf(trip.Fleet), PartOf(trip));
            last = departs;
        }
        return text.ToString();
    }

    /// <summary>Each stay at a crossing: minutes since the one before began, minutes it takes, the place, the vehicles.</summary>
    public string StayText()
    {
        var (text, last) = (new NumberText(), 0L);
        foreach (var stay in Stays)
        {
            var from = Minute(stay.From);
            text.Add(from - last, Minute(stay.Until) - from, stay.Place, stay.Vehicles);
            last = from;
        }
        return text.ToString();
    }

    /// <summary>The days of supply of each place for which they are recorded: the place, its warning level,
    /// and then a number for each day, in tenths of a day and one more; 0 where there is nothing to say.</summary>
    public string SupplyText()
    {
        var text = new NumberText();
        foreach (var (place, series) in Supplies)
        {
            text.Add(place, Tenths(WarningOf(_scenario.Places[place])));
            foreach (var days in Days(series)) text.Add(double.IsNaN(days) ? 0 : Tenths(days) + 1);
        }
        return text.ToString();
    }

    /// <summary>Each point of the way of a head: the front, minutes since the one before of any front, and
    /// 0 where there is none any more, or 1 and the position in tenths of a unit of a picture.</summary>
    /// <param name="frame">Of the picture.</param>
    public string HeadText(GeoFrame frame)
    {
        var (text, last) = (new NumberText(), 0L);
        foreach (var head in _result.Shown.Heads)
        {
            var at = Minute(head.At);
            text.Add(head.Front, at - last);
            last = at;
            var spot = head.Point is { } point ? frame.Place(point) : new Spot(-1, -1);
            if (frame.Holds(spot)) text.Add(1, (long)Math.Round(spot.X * 10), (long)Math.Round(spot.Y * 10));
            else text.Add(0);
        }
        return text.ToString();
    }

    private IEnumerable<(int Place, int Series)> Supplied() => _result.Shown.Layout.Series.Select((column, series) => (column, series))
        .Where(one => one.column.Place is { } id && _places.TryGetValue(id, out var place) && _scenario.Places[place].At is not null
            && _scenario.Measures.Any(measure => measure.Id == one.column.Measure && measure.Is == MeasureKind.StockPerNeed))
        .GroupBy(one => _places[one.column.Place!])
        .Select(of => (of.Key, of.OrderBy(one => one.column.Commodity is not null).First().series));

    private double[] Days(int series) =>
        [.. _result.Shown.Series.AsSpan().Slice(series * _result.Shown.Layout.Days, _result.Shown.Layout.Days)];

    private static double WarningOf(Place place) => place switch
    {
        Camp { WarnBelow: { } camp } => camp.TotalDays,
        Force { WarnBelow: { } force } => force.TotalDays,
        _ => 0,
    };

    private static long PartOf(Trip trip) =>
        trip is { From: 0, To: 1 } ? 0 : 1 + 101 * (long)Math.Round(trip.From * 100) + (long)Math.Round(trip.To * 100);

    private int TrafficOf(int fleet) => Traffics.IndexOf(_scenario.Fleets[fleet].Traffic);

    private bool IsSeen(int route) => _map.Shows(_scenario.Routes[route]);

    private static ImmutableArray<Trip> Thinned(ImmutableArray<Trip> trips)
    {
        if (trips.Length > MostTrips) trips = [.. trips.Where(trip => trip.Laden)];
        while (trips.Length > MostTrips) trips = [.. trips.Where((_, number) => number % 2 == 0)];
        return trips;
    }

    // More than a thousand days are as good as a thousand.
    private static long Tenths(double days) => (long)Math.Round(Math.Clamp(days, 0, 1000) * 10);

    private static long Minute(SimTime at) => (at - SimTime.Start).Ticks / TimeSpan.TicksPerMinute;
}
