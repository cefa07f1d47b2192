using SupplySim.Networks;
using SupplySim.Quantities;

namespace SupplySim.Rules;

internal static partial class ScenarioRules
{
    /// <summary>The roads of a scenario: where one can get to, and past which crossings.</summary>
    /// <remarks>Route i is arc 2i from its first end to its second and arc 2i + 1 the other way round. Searches from one place
    /// are kept as long as they are few.</remarks>
    private sealed class RoadNetwork
    {
        private const int MostKept = 20_000_000;
        private const int MostPairs = 1_000_000;
        private const int NotEntered = 0;
        private const int AtOrigin = 1;

        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly HashSet<string> _bases;
        private readonly Dictionary<(int Place, Search Search), bool[]> _reached = [];
        private readonly Lazy<Connectivity> _forward;
        private readonly Lazy<Connectivity> _backward;
        private readonly List<Place> _places = [];
        private readonly List<bool> _closed = [];
        private readonly List<Route> _routes = [];
        private readonly Review _review;
        private readonly Graph _graph;

        public RoadNetwork(Review review)
        {
            _review = review;
            foreach (var place in review.Scenario.Places)
                if (place.Id is not null && _numbers.TryAdd(place.Id, _places.Count)) _places.Add(place);
            var arcs = new List<Arc>();
            foreach (var route in review.Scenario.Routes)
            {
                if (route.Mode != Mode.Road || Number(route.From) is not { } from || Number(route.To) is not { } to) continue;
                var metres = Math.Max(0, route.Length.Metres);
                arcs.Add(new Arc(from, to, metres, arcs.Count / 2));
                arcs.Add(new Arc(to, from, metres, arcs.Count / 2));
                _closed.Add(false);
                _closed.Add(route.OneWay);
                _routes.Add(route);
            }
            _graph = new Graph(_places.Count, [.. arcs]);
            _forward = new(() => new(_graph));
            _backward = new(() => new(new Graph(_places.Count, [.. arcs.Select(arc => arc with { From = arc.To, To = arc.From })])));
            _bases = [.. review.Scenario.Fleets.Select(fleet => fleet.Base?.Value).OfType<string>()];
        }

        /// <summary>Whether a vehicle can get from one place to another, closures and passage left aside.</summary>
        /// <param name="from">Where it starts.</param>
        /// <param name="to">Where it goes.</param>
        /// <param name="gross">What it weighs; null to leave weight limits aside.</param>
        /// <param name="byDay">The fleet whose columns must be through daylight-only routes in a day; null to leave them aside.</param>
        public bool Leads(Place from, Place to, Mass? gross = null, Fleet? byDay = null)
        {
            var search = new Search(IsBackward: _bases.Contains(to.Id), gross, byDay?.Id);
            // Many lines lead from one depot, and back to one base: one search from either serves them all.
            var (near, far) = search.IsBackward ? (to, from) : (from, to);
            var key = (_numbers[near.Id], search);
            if (!_reached.TryGetValue(key, out var reached))
            {
                if ((long)(_reached.Count + 1) * _places.Count > MostKept) _reached.Clear();
                var closed = _closed.ToArray();
                for (var arc = 0; arc < closed.Length; arc++)
                    closed[arc] |= IsTooWeak(arc, gross) || (byDay is not null && IsTooLong(arc, byDay));
                var reach = search.IsBackward ? _backward.Value : _forward.Value;
                reach.Reach(_numbers[near.Id], new OpenArcs(closed));
                _reached.Add(key, reached = reach.Reached.ToArray());
            }
            return reached[_numbers[far.Id]];
        }

        /// <summary>[m] The shortest way from one place to another, closures and passage left aside; null where there is none.</summary>
        public long? Metres(Place from, Place to)
        {
            var paths = new ShortestPaths(_graph);
            return paths.Find(_numbers[from.Id], _numbers[to.Id], new OpenArcs([.. _closed])) ? paths.CostTo(_numbers[to.Id]) : null;
        }

        /// <summary>Where the roads from one place end that leads to no other: the two that lie nearest to
        /// each other as the crow flies, of the places that one gets to and of those from which one gets there; in words, for a message.
        /// Empty where no place says where it lies.</summary>
        /// <param name="from">Where one starts.</param>
        /// <param name="to">Where no road leads.</param>
        public (string Words, string Help) GapBetween(Place from, Place to)
        {
            var (here, there) = (Reached(_forward.Value, from), Reached(_backward.Value, to));
            var gap = here.SelectMany(near => there.Select(far => (Near: near, Far: far)))
                .Where(pair => pair.Near.At is not null && pair.Far.At is not null)
                .Take(MostPairs).OrderBy(pair => pair.Near.At!.Value.DistanceTo(pair.Far.At!.Value))
                .Select(pair => ((Place, Place)?)(pair.Near, pair.Far)).FirstOrDefault();
            if (gap is var (end, begin))
                return ($": the roads from "
                    + $"'{from.Id}' {(end == from ? "begin nowhere" : $"end at '{end.Id}'")}, {(begin == to ? $"and none ends at '{to.Id}'" : $"and those to '{to.Id}' begin at '{begin.Id}'")}",
                    $"add a route '{end.Id} - {begin.Id}', or whatever is missing");
            return (here.Length == 1 ? $": no road begins at '{from.Id}'" : there.Length == 1 ? $": no road ends at '{to.Id}'" : "",
                "add the missing routes");
        }

        private Place[] Reached(Connectivity reach, Place from)
        {
            reach.Reach(_numbers[from.Id], new OpenArcs([.. _closed]));
            return [.. reach.Reached.ToArray().Index().Where(one => one.Item).Select(one => _places[one.Index])];
        }

        /// <summary>Which crossings lie on some way, however long, that passes no place twice.</summary>
        /// <remarks>
        /// One-way roads are taken as both ways, so that a crossing too many may be named. These are the places that hang
        /// together twice over with a road imagined straight between the two ends: one depth-first walk finds them. It goes
        /// down that road first; a place belongs to them if its parent does and what hangs below it leads back past that parent.
        /// </remarks>
        /// <param name="from">One end.</param>
        /// <param name="to">The other end.</param>
        /// <param name="gross">What the vehicle weighs; null to leave weight limits aside.</param>
        /// <param name="mayPass">Which crossings let it pass.</param>
        public Func<Crossing, bool> OnSomeWay(Place from, Place to, Mass? gross, Func<Crossing, bool> mayPass)
        {
            var (origin, destination) = (_numbers[from.Id], _numbers[to.Id]);
            var (entered, low, parents) = (new int[_places.Count], new int[_places.Count], new int[_places.Count]);
            (entered[origin], low[origin]) = (AtOrigin, AtOrigin);
            parents[destination] = origin;
            var order = Walk(destination, entered, low, parents,
                arc => !IsTooWeak(arc, gross) && (_places[_graph[arc].To] is not Crossing crossing || mayPass(crossing)));
            var belongs = new bool[_places.Count];
            belongs[destination] = true;
            foreach (var place in order.Skip(1)) belongs[place] = belongs[parents[place]] && low[place] < entered[parents[place]];
            return crossing => belongs[_numbers[crossing.Id]];
        }

        // Returns the places below the first in the order in which they were entered.
        private List<int> Walk(int first, int[] entered, int[] low, int[] parents, Func<int, bool> isUsable)
        {
            var order = new List<int>();
            var walk = new Stack<(int Place, int Next)>();
            Enter(first);
            while (walk.TryPop(out var at))
            {
                if (at.Next == _graph.Leaving(at.Place).Length)
                {
                    low[parents[at.Place]] = Math.Min(low[parents[at.Place]], low[at.Place]);
                    continue;
                }
                walk.Push((at.Place, at.Next + 1));
                var arc = _graph.Leaving(at.Place)[at.Next];
                var neighbour = _graph[arc].To;
                if (!isUsable(arc)) continue;
                if (entered[neighbour] != NotEntered) low[at.Place] = Math.Min(low[at.Place], entered[neighbour]);
                else
                {
                    parents[neighbour] = at.Place;
                    Enter(neighbour);
                }
            }
            return order;

            void Enter(int place)
            {
                order.Add(place);
                entered[place] = low[place] = AtOrigin + order.Count;
                walk.Push((place, 0));
            }
        }

        // The road itself, or the crossing at its end.
        private bool IsTooWeak(int arc, Mass? gross) =>
            gross > _routes[_graph[arc].Route].WeightLimit
                || (_places[_graph[arc].To] is Crossing { WeightLimit: { } limit } && gross > limit);

        // What is too long for everybody is told at the route.
        private bool IsTooLong(int arc, Fleet fleet) => _routes[_graph[arc].Route] is { DaylightOnly: true } route
            && !_review.CanPassByDay(route, fleet) && _review.CanPassByDay(route);

        /// <summary>From a place along the roads, or to it; see <see cref="Leads"/>.</summary>
        private readonly record struct Search(bool IsBackward, Mass? Gross, string? ByDay);

        private int? Number(PlaceId id) => id.Value is not null && _numbers.TryGetValue(id.Value, out var number) ? number : null;
    }
}
