using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Networks;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>Where a scenario surely asks for more than can be carried: what its places need and its lines
/// send, against what crossings let through, what fleets can carry and what is sent at all.</summary>
/// <remarks>
/// Over a whole run, and so that nothing said is false: what is asked for is counted from below (needs less
/// what lies there, full vehicles), what can be carried from above (no closures, no strangers, no waiting,
/// no rest, the fastest way; what is drawn, as little as
/// <see cref="LeastTime"/> says). Silent where that cannot be known: of what is also flown, where camps
/// send people away, where loads change trucks, where they may be sent elsewhere, of what a place passes on where others supply those it
/// supplies, and where a disruption is of the user's own. Runs nothing.
/// </remarks>
internal sealed partial class Shortfalls(CompiledScenario compiled)
{
    // So much more is asked for when anything is said (assumed).
    private const double Surely = 1.05;

    // So many times what a fleet can carry is no shortage but a unit that was mistaken (assumed).
    private const double Absurd = 20;

    private const double AlmostNever = 0.001;

    // Each line is followed along all roads: where that is more, nothing is looked at.
    private const long MostSteps = 2_000_000;

    private readonly Catalogue _catalogue = compiled.Catalogue;
    private readonly Scenario _scenario = compiled.Scenario;
    private readonly double _days = compiled.Catalogue.Clock.Length.TotalDays;
    private readonly ShortestPaths _paths = new(compiled.Roads.Graph);
    private readonly ILookup<string, SupplyLine> _linesTo = compiled.Catalogue.SupplyLines.ToLookup(line => line.To.Value);
    private readonly ILookup<string, SupplyLine> _linesFrom = compiled.Catalogue.SupplyLines.ToLookup(line => line.From.Value);
    private readonly Dictionary<(string Place, string Goods), double> _needs = [];

    /// <summary>What is asked for in vain, by crossing, fleet, supply line and store, in the order of the scenario.</summary>
    public ImmutableArray<Problem> Find()
    {
        var isKnown = (long)_scenario.Places.Length * _scenario.SupplyLines.Length <= MostSteps
            && _scenario.Disruptions.All(one => one.GetType().Assembly == typeof(Closure).Assembly)
            && _scenario.Policies.Divert is Hold
            && !_scenario.Places.OfType<Crossing>().Any(crossing => crossing.Transshipment is not null);
        return isKnown
            ? [.. AtCrossings().Concat(ByClearances()).Concat(BesideOthers()).Concat(OfFleets()).Concat(OfLines()).Concat(OfStores())
                .Select(one => one with { Kind = ProblemKind.DoesNotFit })]
            : [];
    }

    private IEnumerable<Problem> AtCrossings()
    {
        foreach (var (crossing, lines, places, asked) in Asked().Where(one => !IsMadeEasier(one.Crossing)))
        {
            if (Most(crossing, lines) is not var (most, why) || asked <= most * Surely) continue;
            if (IsNeverOpen(crossing))
            {
                yield return new($"places.{crossing.Id}.hours",
                    $"it is open at no time of the run, and all that is asked for behind it ({Listed(places)}) has to pass it: none of it "
                        + $"can come", "give it hours that come, or another way");
                continue;
            }
            yield return new($"places.{crossing.Id}.lanes",
                $"{Count(Lanes(crossing), "lane")}: at most {Figure(most / _days)} laden vehicles a day get through ({why}), and what is "
                    + $"asked for behind it "
                    + $"({Listed(places)}) makes {Figure(asked / _days)} loads a day; at most {Percent(most / asked)} of it can come",
                asked > most * Absurd
                    ? IsUnitRight(lines[0].By)
                    : "give it more lanes, longer hours or shorter inspections, use larger vehicles, or ask for less");
        }
    }

    // [loads] In the whole run; one vehicle in a lane when it closes is finished. Those who come back need not, where the run is over. Null
    // where it lets any number through.
    private (double Loads, string Why)? Most(Crossing crossing, SupplyLine[] lines)
    {
        var plan = _catalogue.Crossings[_catalogue.PlaceNumber(crossing.Id)]!;
        var fleets = lines.Select(line => line.By).Distinct().Select(FleetOf).ToArray();
        var inspections = fleets.Select(fleet => plan.Inspections[_catalogue.TrafficNumber(fleet.Traffic)]).OfType<Duration>()
            .Select(time => new LeastTime(time)).ToArray();
        if (inspections.Length < fleets.Length) return null;
        var onTheWayBack = plan.EmptyInspection is { } way ? new LeastTime(way) : null;
        var isOneWay = crossing.Lanes.Named is not null || IsOneWay;
        var (open, closings) = Open(plan.Hours);
        var most = LeastTime.Rates.Min(rate =>
        {
            var (laden, empty) = Each(time => time.Hours(rate));
            return laden == 0 ? double.PositiveInfinity
                : Lanes(crossing) * closings
                    + (Lanes(crossing) * open + LeastTime.Allowance(rate) + fleets.Sum(fleet => fleet.Count) * empty) / (laden + empty);
        });
        if (double.IsInfinity(most)) return null;
        var (told, back) = Each(time => time.Mean);
        var each = Time(told) + " each" + (back > 0 ? $", and {Time(back)} on the way back" : "");
        return (most,
            open < _days * 24 ? $"{each}, open for {Figure(open / _days)} h a day, and whoever is in a lane at its end is finished" : each);

        (double Laden, double Empty) Each(Func<LeastTime, double> hours)
        {
            var laden = inspections.Min(hours);
            return (laden, isOneWay ? 0 : onTheWayBack is null ? laden : Math.Min(laden, hours(onTheWayBack)));
        }
    }

    // Those who come back need not pass it where the way back is another, or has lanes of its own.
    private bool IsOneWay => _scenario.Routes.Any(route => route.OneWay);

    private bool IsNeverOpen(Crossing crossing) =>
        Open(_catalogue.Crossings[_catalogue.PlaceNumber(crossing.Id)]!.Hours).Hours == 0;

    private (double Hours, int Closings) Open(OpeningTimes hours)
    {
        var closings = 0;
        for (var at = hours.NextChange(SimTime.Start); at < _catalogue.Horizon; at = hours.NextChange(at))
            if (!hours.IsOpen(at)) closings++;
        return (hours.OpenTime(SimTime.Start, _catalogue.Horizon).TotalHours, closings);
    }

    private bool IsMadeEasier(Crossing crossing) =>
        _scenario.Fronts.Any(front => front.Influence?.Restricted is { Inspection: < 1 }) || _scenario.Disruptions.Any(one => one switch
        {
            Opening opening => opening.Open.Value == crossing.Id,
            Slowdown { Inspection: { } times } slowdown => slowdown.Slow == crossing.Id && times.Law.Quantile(AlmostNever) < 1,
            _ => false,
        });

    private IEnumerable<Problem> OfFleets()
    {
        foreach (var fleet in _catalogue.Fleets.Where(fleet => fleet is { Mode: Mode.Road, Through: null, Count: > 0 }))
        {
            var trips = _catalogue.SupplyLines.Where(line => line.By == fleet.Id).GroupBy(line => line.To.Value).Select(lines =>
            {
                var isAlone = _linesTo[lines.Key].All(line => line.By == fleet.Id);
                return (Asked: Math.Max(isAlone ? LoadsNeeded(lines.Key) : 0, lines.Sum(LoadsSent)), Trips: lines.Select(TripOf).ToArray());
            }).ToArray();
            if (trips.Length == 0) continue;
            var (hours, most) = LeastTime.Rates.Select(rate =>
            {
                var each = trips.Select(one => one.Trips.Min(trip => trip(rate))).ToArray();
                // Who is on the way at the end need not come back.
                return (Hours: trips.Zip(each, (one, trip) => one.Asked * trip).Sum(),
                    Most: fleet.Count * (_days * 24 + each.Max()) + LeastTime.Allowance(rate));
            }).MaxBy(one => one.Hours / one.Most);
            if (hours <= most * Surely) continue;
            var loads = trips.Sum(one => one.Asked);
            yield return new($"fleets.{fleet.Id}.count",
                $"{Count(fleet.Count, "vehicle")}, and what is asked of them takes {Figure(hours / (_days * 24))} on the road all the "
                    + $"time: {Figure(loads / _days)} loads a day, "
                    + $"for each of which one is away for {Time(hours / loads)} at least (loading, driving there and back, unloading); at "
                    + $"most {Percent(most / hours)} of it can be carried",
                hours > most * Absurd ? IsUnitRight(fleet.Id) : "give it more vehicles or larger ones, or ask for less");
        }
    }

    // [h] From the loading of one load to that of the next, with no wait anywhere, by the rate of LeastTime.
    private Func<double, double> TripOf(SupplyLine line)
    {
        var (from, to) = ((Site)PlaceOf(line.From.Value), (Site)PlaceOf(line.To.Value));
        var (loading, unloading) = (new LeastTime(from.Loading ?? _scenario.Defaults.Loading!),
            new LeastTime(to.Unloading ?? _scenario.Defaults.Unloading!));
        var driving = Driving(line, line.From, line.To) + Driving(line, line.To, line.From);
        return rate => loading.Hours(rate) + driving + unloading.Hours(rate);
    }

    // [h] As the lightest go, for who carries little may go a shorter way. Nothing where there is no way.
    private double Driving(SupplyLine line, PlaceId from, PlaceId to)
    {
        var end = _catalogue.PlaceNumber(to);
        return _paths.Find(_catalogue.PlaceNumber(from), end,
            new DrivingTimes(compiled.Roads, _catalogue.FleetNumber(line.By), _catalogue.LoadClasses))
                ? TimeSpan.FromTicks(_paths.CostTo(end)).TotalHours
                : 0;
    }

    private IEnumerable<Problem> OfLines()
    {
        if (_scenario.Policies.Preposition is not null) yield break;
        foreach (var lines in _linesTo.Where(lines => lines.All(line => line.Send is not null)))
            foreach (var goods in _scenario.Commodities)
            {
                var bring = lines.Where(line => Goods(line).Contains(goods)).ToArray();
                var (need, there) = (NeedPerDay(lines.Key, goods) * _days, StockOf(lines.Key, goods));
                var sent = bring.Sum(line => PerDay(line.Send!.Value) * (_days + (line.Every?.TotalDays ?? 1)));
                if (bring.Length == 0 || need <= (sent + there) * Surely) continue;
                yield return new($"supply-lines.{bring[0].Id}.send",
                    $"{bring[0].Send}{(bring.Length > 1 ? $", and {Amount(bring.Sum(line => PerDay(line.Send!.Value)), goods)}/d by all lines" : "")}, "
                        + $"and '{lines.Key}' needs {Amount(need / _days, goods)}/d of '{goods.Id}': "
                        + $"with what lies there at the start, at most {Percent((sent + there) / need)} of its need can be met",
                    "send more, or let it order by 'when-below' and 'up-to'");
            }
    }

    // A store that nobody fills, against the needs of those who get nothing from elsewhere: of several goods that of which it has least.
    private IEnumerable<Problem> OfStores()
    {
        foreach (var site in _scenario.Places.OfType<Site>().Where(site => !_linesTo.Contains(site.Id) && _linesFrom.Contains(site.Id)))
        {
            var (goods, need, there) = _scenario.Commodities.Select(goods => (Goods: goods, Need: NeedPerDay(site.Id, goods) * _days,
                There: LyingAt(site.Id, goods))).MaxBy(one => one.Need == 0 ? 0 : one.Need / one.There);
            if (goods is null || need <= there * Surely) continue;
            yield return new($"places.{site.Id}.stock",
                $"{Amount(there, goods)} of '{goods.Id}' lies there and no supply line brings more, and those who get it from there alone "
                    + $"need {Amount(need / _days, goods)}/d beside what they have: at most {Percent(there / need)} of that can come",
                "let a supply line lead there, give it more, or write 'stock: unlimited'");
        }
    }

    private Place PlaceOf(string id) => _catalogue.Places[_catalogue.PlaceNumber(id)];

    private Fleet FleetOf(string id) => _catalogue.Fleets[_catalogue.FleetNumber(id)];

    // [g] Of the smallest unit.
    private double GramsOf(Commodity goods) => _catalogue.MassOf(_catalogue.CommodityNumber(goods.Id), 1_000_000) / 1e6;

    private static double PerDay(Rate rate) => rate.Amount.Amount / rate.Per.TotalDays;

    // [vehicles] On the way in.
    private static int Lanes(Crossing crossing) => crossing.Lanes.Named is null ? crossing.Lanes.All : crossing.Lanes.For("in");

    private readonly struct DrivingTimes(RoadMap roads, int fleet, LoadClasses classes) : IArcCosts
    {
        public long Of(int arc, long weight) =>
            roads.Cost(classes.Empty(fleet), arc) is >= 0 and var cost ? cost - roads.Inspection(fleet, arc) : Graph.Closed;
    }
}
