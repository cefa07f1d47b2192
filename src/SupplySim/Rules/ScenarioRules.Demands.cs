using SupplySim.Quantities;

namespace SupplySim.Rules;

internal static partial class ScenarioRules
{
    /// <summary>What supply lines ask of places, fleets and crossings: found once, told where the record that falls short
    /// stands.</summary>
    /// <remarks>Of several lines that ask the same the first is named. Lines with a name that does not exist ask
    /// nothing.</remarks>
    private sealed class Demands
    {
        private readonly Dictionary<string, SupplyLine> _loads = new(StringComparer.Ordinal);
        private readonly Dictionary<string, SupplyLine> _unloads = new(StringComparer.Ordinal);
        private readonly Dictionary<string, SupplyLine> _uses = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Trip> _tooHeavy = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Trip> _tooLong = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<(string Traffic, string Who)>> _untimed = new(StringComparer.Ordinal);
        private readonly Dictionary<(string From, string To), Distance> _airways = [];
        private readonly List<(Crossing At, SupplyLine Line, Fleet By, Site To)> _exchanged = [];
        private readonly Review _review;

        public Demands(Review review)
        {
            _review = review;
            foreach (var route in review.Scenario.Routes.Where(route => route.Mode == Mode.Air))
            {
                AddAirway(route.From, route.To, route.Length);
                if (!route.OneWay) AddAirway(route.To, route.From, route.Length);
            }
            var checkpoints = new Checkpoints(review);
            foreach (var line in review.Scenario.SupplyLines)
            {
                if (!review.Fleets.TryGet(line.By, out var fleet)) continue;
                _uses.TryAdd(fleet.Id, line);
                if (fleet is not { Mode: Mode.Road, Through: null }) continue;
                if (review.SiteOf(line.From) is not { } from || review.SiteOf(line.To) is not { } to || from == to) continue;
                _loads.TryAdd(from.Id, line);
                _unloads.TryAdd(to.Id, line);
                foreach (var trip in TripsOf(fleet, from, to))
                {
                    if (IsTooHeavy(fleet, trip)) _tooHeavy.TryAdd(fleet.Id, trip);
                    else if (IsTooLong(fleet, trip)) _tooLong.TryAdd(fleet.Id, trip);
                    AddUntimed(checkpoints, line, fleet, trip);
                }
                AddExchanged(checkpoints, line, fleet, from, to);
            }
            foreach (var fleet in review.Scenario.Fleets.Where(fleet => fleet.Through is not null))
                foreach (var crossing in checkpoints.Without(fleet.Traffic, fleet.Traffic, isLaden: true))
                    if (crossing.Id == fleet.Through!.Value.Value) AddUntimed(crossing, fleet.Traffic, $"'{fleet.Id}'");
        }

        /// <summary>A line whose trucks are loaded there.</summary>
        public SupplyLine? LoadsAt(Site site) => _loads.GetValueOrDefault(site.Id);

        /// <summary>A line whose trucks are unloaded there.</summary>
        public SupplyLine? UnloadsAt(Site site) => _unloads.GetValueOrDefault(site.Id);

        /// <summary>A line that the fleet serves.</summary>
        public SupplyLine? Uses(Fleet fleet) => _uses.GetValueOrDefault(fleet.Id);

        /// <summary>A trip on all of whose ways the fleet's vehicles break a weight limit, full on the way
        /// out and empty otherwise.</summary>
        public Trip? TooHeavy(Fleet fleet) => _tooHeavy.GetValueOrDefault(fleet.Id);

        /// <summary>A trip on all of whose ways the fleet's columns would be overtaken by the night on a daylight-only route.</summary>
        public Trip? TooLong(Fleet fleet) => _tooLong.GetValueOrDefault(fleet.Id);

        /// <summary>Traffic that can come to a crossing which has no inspection time for it, and whose it is.</summary>
        public IEnumerable<(string Traffic, string Who)> Untimed(Crossing crossing) =>
            _untimed.GetValueOrDefault(crossing.Id) ?? [];

        /// <summary>Whose loads can change trucks at a crossing, and where they are going; one for each destination and fleet.</summary>
        public IEnumerable<(SupplyLine Line, Fleet By, Site To)> ExchangedAt(Crossing crossing) =>
            _exchanged.Where(one => ReferenceEquals(one.At, crossing)).Select(one => (one.Line, one.By, one.To))
                .DistinctBy(one => (one.By.Id, one.To.Id));

        /// <summary>Whether an air route leads straight from one place to another.</summary>
        public bool Flies(Site from, Site to) => _airways.ContainsKey((from.Id, to.Id));

        /// <summary>The length of the shortest air route straight from one place to another; null where none is.</summary>
        public Distance? Airway(Site from, Site to) => _airways.TryGetValue((from.Id, to.Id), out var length) ? length : null;

        private void AddAirway(PlaceId from, PlaceId to, Distance length)
        {
            var key = (from.Value, to.Value);
            if (!_airways.TryGetValue(key, out var known) || length.Metres < known.Metres) _airways[key] = length;
        }

        // Out with a load; and back to the base, and from there to where the next load lies.
        private IEnumerable<Trip> TripsOf(Fleet fleet, Site from, Site to)
        {
            yield return new Trip(from, to, IsLaden: true);
            if (fleet.Base is not { } id || _review.SiteOf(id) is not { } home) yield break;
            if (home != to) yield return new Trip(to, home, IsLaden: false);
            if (home != from) yield return new Trip(home, from, IsLaden: false);
        }

        // Where a line's loads can change trucks: those that take them on are used by it, and pass what lies beyond.
        private void AddExchanged(Checkpoints checkpoints, SupplyLine line, Fleet fleet, Site from, Site to)
        {
            var isOnTheWay = default(Func<Crossing, bool>);
            foreach (var crossing in _review.Scenario.Places.OfType<Crossing>())
            {
                if (crossing.Transshipment is not { } exchange || !_review.Fleets.TryGet(exchange.Onto, out var onto)) continue;
                if (onto is not { Mode: Mode.Road, Through: null, Base: { } id } || id == fleet.Base || _review.SiteOf(id) is not { } home)
                    continue;
                isOnTheWay ??= _review.Roads.OnSomeWay(from, to, Review.LightestOf(fleet), one => checkpoints.MayPass(one, fleet.Traffic));
                if (!isOnTheWay(crossing)) continue;
                _exchanged.Add((crossing, line, fleet, to));
                _uses.TryAdd(onto.Id, line);
                AddUntimed(checkpoints, line, onto, new Trip(crossing, to, IsLaden: true));
                AddUntimed(checkpoints, line, onto, new Trip(to, home, IsLaden: false));
            }
        }

        private bool IsTooHeavy(Fleet fleet, Trip trip) => _review.HeaviestOf(fleet, trip.IsLaden) is { } gross
            && !_review.Roads.Leads(trip.From, trip.To, gross) && _review.Roads.Leads(trip.From, trip.To);

        private bool IsTooLong(Fleet fleet, Trip trip) => !_review.Roads.Leads(trip.From, trip.To, null, fleet)
            && _review.Roads.Leads(trip.From, trip.To);

        // Escorts pass with their column, whatever is said to their own traffic, and are inspected as what they are.
        private void AddUntimed(Checkpoints checkpoints, SupplyLine line, Fleet fleet, Trip trip)
        {
            var traffics = new List<string> { fleet.Traffic };
            if (_review.Fleets.TryGet(fleet.Convoy?.Escort?.From, out var guards)) traffics.Add(guards.Traffic);
            foreach (var traffic in traffics.Distinct())
            {
                var without = checkpoints.Without(traffic, fleet.Traffic, trip.IsLaden);
                if (without.Count == 0) continue;
                var isOnTheWay = _review.Roads.OnSomeWay(
                    trip.From, trip.To, traffic == fleet.Traffic ? Review.LightestOf(fleet) : _review.HeaviestOf(fleet, isLaden: false),
                    crossing => checkpoints.MayPass(crossing, fleet.Traffic));
                foreach (var crossing in without)
                    if (isOnTheWay(crossing)) AddUntimed(crossing, traffic, $"supply line '{line.Id}'");
            }
        }

        private void AddUntimed(Crossing crossing, string traffic, string who)
        {
            if (!_untimed.TryGetValue(crossing.Id, out var known)) _untimed.Add(crossing.Id, known = []);
            if (known.All(one => one.Traffic != traffic)) known.Add((traffic, who));
        }
    }

    // One leg of a round, by road.
    private sealed record Trip(Place From, Place To, bool IsLaden);

    /// <summary>Which crossings could let which traffic pass, now or in other hands.</summary>
    private sealed class Checkpoints(Review review)
    {
        private readonly Dictionary<(string, string, bool), List<Crossing>> _without = [];
        private readonly ILookup<string, string> _conquerors = review.Scenario.Fronts
            .SelectMany(front => front.Along.Select(point => (Place: point.Place?.Value ?? "", front.Attacker)))
            .ToLookup(pair => pair.Place, pair => pair.Attacker);

        /// <summary>Crossings that could let a column pass and have no inspection time for a vehicle in it.</summary>
        /// <param name="traffic">The vehicle's.</param>
        /// <param name="column">The column's.</param>
        /// <param name="isLaden">Whether a time for empty vehicles does not help.</param>
        public IReadOnlyList<Crossing> Without(string traffic, string column, bool isLaden)
        {
            if (!_without.TryGetValue((traffic, column, isLaden), out var found))
                _without.Add((traffic, column, isLaden), found = [.. review.Scenario.Places.OfType<Crossing>()
                    .Where(crossing => !HasTime(crossing, traffic, isLaden) && MayPass(crossing, column))]);
            return found;
        }

        /// <summary>Whether at each control point somebody who holds it, or could take it, lets this traffic pass.</summary>
        public bool MayPass(Crossing crossing, string traffic)
        {
            if (crossing.HeldBy is not { } holders) return true;
            if (_conquerors[crossing.Id].Any(party => LetsPass(crossing, party, traffic))) return true;
            return holders.Named is { } named
                ? named.All(point => LetsPass(crossing, point.Value, traffic))
                : LetsPass(crossing, holders.All!, traffic);
        }

        private static bool HasTime(Crossing crossing, string traffic, bool isLaden) =>
            crossing.Inspection.Named is not { } named || named.Has(traffic) || (!isLaden && named.Has(Empty));

        private static bool LetsPass(Crossing crossing, string party, string traffic) =>
            !crossing.Passage.TryGet(party, out var rules)
            || (rules.TryGet(traffic, out var permission)
                && (Says(permission, Permission.Yes) || Says(permission, Permission.WithClearance)));
    }
}
