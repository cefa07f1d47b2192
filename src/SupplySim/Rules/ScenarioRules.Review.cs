using System.Collections.Immutable;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Rules;

internal static partial class ScenarioRules
{
    /// <summary>One scenario under review: its records by id, and what has been found wrong so far.</summary>
    /// <remarks>Messages are interpolated here and always invariantly. Of two records with one id the first counts.</remarks>
    private sealed partial class Review
    {
        private const int MostComparisons = 1_000_000;

        private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
        private readonly Lazy<Demands> _demands;
        private readonly Lazy<RoadNetwork> _roads;
        private readonly Lazy<TimeSpan?> _longestDay;
        private int _comparisons;

        public Review(Scenario scenario)
        {
            AsOf = scenario.AsOf;
            Scenario = scenario = StartStates.Apply(scenario with { Fleets = AircraftTypes.Fill(scenario.Fleets) });
            Commodities = new("commodities", "commodity", scenario.Commodities.Select(c => (c.Id, c)));
            Parties = new("parties", "party", scenario.Parties.Select(p => (p.Id, p)));
            Places = new("places", "place", scenario.Places.Select(p => (p.Id, p)));
            Routes = new("routes", "route", scenario.Routes.Select(r => (r.Id, r)));
            Fleets = new("fleets", "fleet", scenario.Fleets.Select(f => (f.Id, f)));
            Crews = new("crews", "crew", scenario.Crews.Select(crew => (crew.Name, crew.Name)));
            Parameters = new("parameters", "parameter", scenario.Parameters.Select(p => (p.Id, p)));
            Measures = new("measures", "measure", scenario.Measures.Select(m => (m.Id, m)));
            Sources = new("sources", "source", scenario.Sources);
            Alternatives = new("experiment.compare", "alternative", scenario.Experiment.Compare.Select(a => (a.Name, a)));
            Traffics = new("fleets", "traffic", new[] { "aid", "military", "commercial" }
                .Concat(scenario.Fleets.Select(f => f.Traffic)).Distinct().Select(t => (t, t)));
            Hazards = new("commodities", "hazard",
                scenario.Commodities.Select(c => c.Hazard).OfType<string>().Distinct().Select(h => (h, h)));
            _roads = new(() => new RoadNetwork(this));
            _demands = new(() => new Demands(this));
            _longestDay = new(() => Daylight.Longest(scenario.Defaults.Daylight));
        }

        /// <summary>As it stands at the start.</summary>
        public Scenario Scenario { get; }

        /// <summary>All states that are known, also those of other dates.</summary>
        public ImmutableArray<KnownState> AsOf { get; }

        public Register<Commodity> Commodities { get; }

        public Register<Party> Parties { get; }

        public Register<Place> Places { get; }

        public Register<Route> Routes { get; }

        public Register<Fleet> Fleets { get; }

        public Register<string> Crews { get; }

        public Register<Parameter> Parameters { get; }

        public Register<Measure> Measures { get; }

        public Register<string> Sources { get; }

        public Register<Alternative> Alternatives { get; }

        /// <summary>The kinds of traffic that fleets are, and the three that need no fleet to be spoken of.</summary>
        public Register<string> Traffics { get; }

        /// <summary>The kinds of danger that commodities are.</summary>
        public Register<string> Hazards { get; }

        public RoadNetwork Roads => _roads.Value;

        /// <summary>What supply lines ask of places and fleets.</summary>
        public Demands Demands => _demands.Value;

        public ImmutableArray<Problem> Problems => _problems.ToImmutable();

        public void Add(string path, InvariantText message, InvariantText? help = null) =>
            Add(ProblemKind.Mismatch, path, message, help);

        public void Add(string path, InvariantText message, string? help) => Add(ProblemKind.Mismatch, path, message, help);

        public void Add(ProblemKind kind, string path, InvariantText message, InvariantText? help = null) =>
            Add(kind, path, message, help?.ToString());

        public void Add(ProblemKind kind, string path, InvariantText message, string? help) =>
            _problems.Add(new Problem(path, message.ToString(), help) { Kind = kind });

        /// <summary>The record of an id; null, and a problem, where there is none.</summary>
        public T? Find<T>(string path, Register<T> register, string? id)
        {
            if (register.TryGet(id, out var found)) return found;
            if (string.IsNullOrEmpty(id)) Add(ProblemKind.Missing, path, $"no {register.What} is named", register.Choice);
            else
                Add(ProblemKind.Unknown, path, $"there is no {register.What} '{id}'",
                    Similar(id, register.Ids) is { } near ? $"did you mean '{near}'?" : register.Choice);
            return default;
        }

        /// <summary>The place of an id if it is of a kind; null, and a problem, where it is not.</summary>
        public T? Find<T>(string path, PlaceId? id, InvariantText expected) where T : Place
        {
            var place = Find(path, Places, id?.Value);
            if (place is null or T) return (T?)place;
            Add(ProblemKind.WrongKind, path, $"'{place.Id}' is a {KindOf(place)}; {expected.ToString()}");
            return null;
        }

        public void CheckSource(string path, string? source)
        {
            if (source is not null) Find($"{path}.source", Sources, source);
        }

        /// <summary>The site of an id; null where there is none.</summary>
        public Site? SiteOf(PlaceId id) => Places.TryGet(id.Value, out var place) ? place as Site : null;

        /// <summary>What the heaviest vehicle of its columns weighs, laden to the full or empty, escorts
        /// included; null where nothing is known.</summary>
        public Mass? HeaviestOf(Fleet fleet, bool isLaden = true)
        {
            var grams = Math.Max(isLaden ? fleet.Heaviest?.Grams ?? 0 : fleet.GramsWith(0),
                Fleets.TryGet(fleet.Convoy?.Escort?.From, out var guards) ? guards.GramsWith(0) : 0);
            return grams == 0 ? null : Mass.FromGrams(grams);
        }

        /// <summary>What a vehicle by itself weighs with next to nothing on it: it gets past whatever bears any of its columns.</summary>
        public static Mass? LightestOf(Fleet fleet) => fleet.GramsWith(0) is > 0 and var grams ? Mass.FromGrams(grams) : null;

        /// <summary>[time] The longest day; null where night never falls.</summary>
        public TimeSpan? LongestDay => _longestDay.Value;

        /// <summary>Whether anybody can be through a route in one day.</summary>
        public bool CanPassByDay(Route route) => Daylight.CanPass(route, new Fleet("") { Traffic = "" }, null, LongestDay);

        /// <summary>Whether the greatest column of a fleet can be through a route in one day.</summary>
        public bool CanPassByDay(Route route, Fleet fleet) =>
            Daylight.CanPass(route, fleet, Fleets.TryGet(fleet.Convoy?.Escort?.From, out var guards) ? guards : null, LongestDay);

        public static string KindOf(Place place) => place.GetType().Name.ToLowerInvariant();

        /// <summary>What is needed at a place, whether anybody is there or not.</summary>
        public IEnumerable<Commodity> NeedsAt(Place place) => place switch
        {
            Camp camp => Scenario.Commodities.Where(commodity => IsNeeded(camp, commodity)),
            Force force => Scenario.Commodities.Where(commodity => force.Needs.Has(commodity.Id)),
            _ => [],
        };

        // What a source uses up is needed as what it cannot give is; where it may fail, all of it.
        private static bool IsNeeded(Camp camp, Commodity commodity)
        {
            var isGiven = RationAt(camp, commodity) is not null;
            var source = camp.LocalShare.TryGet(commodity.Id, out var own) ? own : commodity.LocalShare;
            return (isGiven && (source.Share != 1 || source.Needs is not null))
                || camp.LocalShare.Any(one => one.Value.Needs == commodity.Id);
        }

        /// <summary>The full ration of one person at a camp; null where people do not need the commodity.</summary>
        public static Rate? RationAt(Camp camp, Commodity commodity) =>
            camp.Rations.TryGet(commodity.Id, out var own) ? own : commodity.PerPerson;

        // A file full of slips must not make the search for what was meant slow.
        private string? Similar(string word, IReadOnlyList<string> candidates)
        {
            var nearest = default(string);
            // Two letters that changed places count as two slips, and nobody swaps letters in a word of three.
            var allowed = word.Length < 4 ? 1 : Math.Max(2, word.Length / 3);
            foreach (var candidate in candidates)
            {
                if (Math.Abs(candidate.Length - word.Length) > allowed || word.Length > LongestId) continue;
                if (++_comparisons > MostComparisons) break;
                var distance = Spelling.Distance(word, candidate);
                if (distance <= allowed) (nearest, allowed) = (candidate, distance - 1);
            }
            return nearest;
        }
    }

    /// <summary>The records of one section by id, the first of each.</summary>
    private sealed class Register<T>
    {
        private const int MostShown = 8;
        private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
        private readonly List<string> _ids = [];
        private readonly string _section;

        public Register(string section, string what, IEnumerable<(string Id, T Record)> entries)
        {
            (_section, What) = (section, what);
            foreach (var (id, record) in entries)
                if (id is not null && _byId.TryAdd(id, record)) _ids.Add(id);
        }

        public string What { get; }

        public IReadOnlyList<string> Ids => _ids;

        /// <summary>What there is to choose from.</summary>
        public string Choice => _ids.Count == 0 ? $"'{_section}' is empty"
            : $"there {(_ids.Count == 1 ? "is" : "are")} "
              + string.Join(", ", _ids.Take(MostShown)) + (_ids.Count > MostShown ? ", ..." : "");

        public bool TryGet(string? id, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T record)
        {
            record = default;
            return id is not null && _byId.TryGetValue(id, out record);
        }

        public bool Has(string? id) => TryGet(id, out _);
    }
}
