using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>A scenario's things by number: what runs index instead of looking up names.</summary>
/// <remarks>Compiled once and shared by all replications; immutable but for a cache of compiled opening hours. Numbers
/// follow the order of the scenario.</remarks>
public sealed class Catalogue
{
    // Hours are known for some time beyond the end, so that the last evening does not look like a closure for ever.
    private static readonly TimeSpan Beyond = TimeSpan.FromDays(8);

    private readonly FrozenDictionary<string, int> _places;
    private readonly FrozenDictionary<string, int> _commodities;
    private readonly FrozenDictionary<string, int> _parties;
    private readonly FrozenDictionary<string, int> _fleets;
    private readonly FrozenDictionary<string, int> _traffics;
    private readonly FrozenDictionary<string, int> _routes;
    private readonly ImmutableArray<PersonNeeds> _personNeeds;
    private readonly ConcurrentDictionary<(Hours, string), OpeningTimes> _openingTimes = new();
    private readonly Lazy<UnknownFigures> _unknowns = new(UnknownFigures.None);

    internal Catalogue(
        Clock clock, Defaults defaults, ImmutableArray<Ration> rations, ImmutableArray<Commodity> commodities,
        ImmutableArray<Party> parties, ImmutableArray<Place> places, ImmutableArray<Route> routes,
        ImmutableArray<Fleet> fleets, ImmutableArray<SupplyLine> lines, ImmutableArray<Mass> weightLimits = default)
    {
        (Clock, Defaults, Rations) = (clock, defaults, rations);
        (Commodities, Parties, Places, Routes, Fleets, SupplyLines) = (commodities, parties, places, routes, fleets, lines);
        Horizon = SimTime.Start + clock.Length;
        Days = (int)((clock.Length.Ticks + TimeSpan.TicksPerDay - 1) / TimeSpan.TicksPerDay);
        _places = Numbers(places.Select(p => p.Id));
        _commodities = Numbers(commodities.Select(c => c.Id));
        _parties = Numbers(parties.Select(p => p.Id));
        _fleets = Numbers(fleets.Select(f => f.Id));
        _routes = Numbers(routes.Select(r => r.Id));
        weightLimits = weightLimits.IsDefault ? [] : weightLimits;
        LoadClasses = new LoadClasses(fleets, [.. weightLimits, .. LimitsOf(places, routes)]);
        Kinds = new TrafficKinds(fleets, LoadClasses, weightLimits,
            [.. places.OfType<Crossing>().SelectMany(crossing => crossing.ToldByDirection)]);
        _traffics = Numbers(Kinds.Names.Distinct());
        Crossings = [.. places.Select(p => p is Crossing crossing ? new CrossingPlan(crossing, this) : null)];
        if (routes.Any(route => route.DaylightOnly) || fleets.Any(fleet => fleet.Night == NightRule.Stop))
            Daylight = new Daylight(OpeningTimes(defaults.Daylight, clock.Zone), Horizon);
        PersonNeeds = new PersonNeeds(commodities, null);
        // A force may need what people do, and its days are no rations.
        var nobody = new PersonNeeds([.. commodities.Select(commodity => commodity with { PerPerson = null })], null);
        _personNeeds = [.. places.Select(place => place is not Camp camp ? nobody
            : camp.Rations.Count > 0 || camp.LocalShare.Count > 0 ? new PersonNeeds(commodities, camp) : PersonNeeds)];
    }

    /// <summary>When it starts and how long it lasts.</summary>
    public Clock Clock { get; }

    /// <summary>The end of the run.</summary>
    public SimTime Horizon { get; }

    /// <summary>[days] A last day that is not whole counts.</summary>
    public int Days { get; }

    /// <summary>What counts where a place says nothing.</summary>
    public Defaults Defaults { get; }

    /// <summary>When rations are cut; null for never.</summary>
    public ImmutableArray<Ration> Rations { get; }

    /// <summary>By commodity number.</summary>
    public ImmutableArray<Commodity> Commodities { get; }

    /// <summary>By party number.</summary>
    public ImmutableArray<Party> Parties { get; }

    /// <summary>By place number.</summary>
    public ImmutableArray<Place> Places { get; }

    /// <summary>By route number.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>By fleet number.</summary>
    public ImmutableArray<Fleet> Fleets { get; }

    /// <summary>By line number.</summary>
    public ImmutableArray<SupplyLine> SupplyLines { get; }

    /// <summary>By traffic number, in the order in which fleets first name them. Where a weight limit may come, those whom it would
    /// stop are a traffic of their own, of the same name.</summary>
    public ImmutableArray<string> Traffics => Kinds.Names;

    /// <summary>[crews] How many there are of each kind, for repairs.</summary>
    internal ByName<int> Crews { get; init; } = ByName<int>.Empty;

    /// <summary>By displacement number.</summary>
    internal ImmutableArray<Displacement> Displacements { get; init; } = [];

    /// <summary>The number of the camp that people flee from by a displacement; -1 where they flee from elsewhere.</summary>
    internal int CampFledFrom(Displacement displacement) =>
        displacement.From.Place is { } id && PlaceNumber(id) is var place && Places[place] is Camp ? place : -1;

    /// <summary>[smallest unit] What is known to lie where at the start, by the ids of place and commodity.</summary>
    internal FrozenDictionary<(string Place, string Commodity), long> KnownStocks { get; init; } =
        FrozenDictionary<(string, string), long>.Empty;

    /// <summary>What nobody knows, and is drawn once for a run. Every property of every record is looked at
    /// for it, so it is looked for when it is first asked for: where nothing is unknown no run does.</summary>
    internal UnknownFigures Unknowns => _unknowns.Value;

    /// <summary>How they are found.</summary>
    internal Func<UnknownFigures> FindUnknowns { init => _unknowns = new(value); }

    /// <summary>What attacks on columns do; null where there are none.</summary>
    internal AttackRules? Attacks { get; init; }

    internal TrafficKinds Kinds { get; }

    /// <summary>How heavy the columns of each fleet can be, as far as it matters.</summary>
    internal LoadClasses LoadClasses { get; }

    /// <summary>By place number; null for a place that is no crossing.</summary>
    internal ImmutableArray<CrossingPlan?> Crossings { get; }

    /// <summary>When it is light; null where nobody goes by it.</summary>
    internal Daylight? Daylight { get; }

    /// <summary>What one person needs where a place says nothing else.</summary>
    internal PersonNeeds PersonNeeds { get; }

    /// <summary>What one person needs at a place; nothing where no people live.</summary>
    internal PersonNeeds PersonNeedsAt(int place) => _personNeeds[place];

    /// <summary>Whether a commodity has, or may have, to be brought to those at a place.</summary>
    internal bool IsNeeded(int place, int commodity) => Places[place] switch
    {
        Camp => _personNeeds[place].IsNeeded(commodity),
        Force force => force.Needs.Has(Commodities[commodity].Id),
        _ => false,
    };

    internal int PlaceNumber(PlaceId id) => Known(_places, "place", id.Value);

    internal int CommodityNumber(string id) => Known(_commodities, "commodity", id);

    internal int PartyNumber(string id) => Known(_parties, "party", id);

    internal int FleetNumber(string id) => Known(_fleets, "fleet", id);

    internal int TrafficNumber(string traffic) => Known(_traffics, "traffic", traffic);

    internal int RouteNumber(string id) => Known(_routes, "route", id);

    internal bool TryRoute(string id, out int number) => _routes.TryGetValue(id, out number);

    internal bool TryPlace(string id, out int number) => _places.TryGetValue(id, out number);

    internal bool TryFleet(string id, out int number) => _fleets.TryGetValue(id, out number);

    /// <summary>The traffic number of a fleet, or of one of its lighter <see cref="LoadClasses"/>.</summary>
    internal int TrafficOf(int loadClass) => Kinds.Of(loadClass);

    /// <summary>The traffic that such vehicles are on their way to a place: on their way back to their base.</summary>
    internal int TrafficTo(int to, int loadClass) => Kinds.Back(Kinds.Of(loadClass)) is var back && back != Kinds.Of(loadClass)
        && Fleets[LoadClasses.FleetOf(loadClass)].Base is { } home && Places[to].Id == home.Value ? back : Kinds.Of(loadClass);

    /// <summary>A bit for each traffic named; all bits where none is.</summary>
    internal ulong TrafficMask(ImmutableArray<string> traffics) =>
        traffics.IsDefaultOrEmpty ? ulong.MaxValue : Kinds.Mask(traffics.Contains);

    /// <summary>A bit for each traffic of those heavier than this.</summary>
    internal ulong HeavierThan(Mass most) => Kinds.HeavierThan(most);

    /// <summary>Hours in a zone as ticks of this scenario's time.</summary>
    internal OpeningTimes OpeningTimes(Hours hours, string zone) => _openingTimes.GetOrAdd(
        (hours, zone), static (key, clock) => Quantities.OpeningTimes.Compile(key.Item1, key.Item2, clock.Start, clock.Length + Beyond),
        Clock);

    /// <summary>A moment as time of this scenario; never where it lies beyond all time, the start where it lies before.</summary>
    internal SimTime Time(Moment moment) => moment switch
    {
        { IsNever: true } => SimTime.Never,
        { Instant: { } instant } => SimTime.Max(SimTime.Start, SimTime.Start + (instant - Clock.Start)),
        { Local: { } local } => SimTime.Max(SimTime.Start, SimTime.Start + (Zones.InstantOf(local, Clock.Zone) - Clock.Start)),
        _ => SimTime.Start + moment.SinceStart,
    };

    /// <summary>[g] The mass of an amount of a commodity.</summary>
    internal long MassOf(int commodity, long amount) => Commodities[commodity] switch
    {
        { Unit: QuantityUnit.Gram } => amount,
        { Unit: QuantityUnit.Millilitre, Weight: var perLitre } => Ratio.Up(amount, perLitre?.Grams ?? 1000, 1000),
        { Weight: { } each } => amount * each.Grams,
        { Id: var id } => throw new InvalidOperationException($"a piece of {id} has no weight"),
    };

    /// <summary>[smallest unit] How much of a commodity this mass holds, rounded down.</summary>
    internal long AmountIn(int commodity, long grams) => Commodities[commodity] switch
    {
        { Unit: QuantityUnit.Gram } => grams,
        { Unit: QuantityUnit.Millilitre, Weight: var perLitre } => (long)((Int128)grams * 1000 / (perLitre?.Grams ?? 1000)),
        var pieces => grams / pieces.Weight!.Value.Grams,
    };

    private static IEnumerable<Mass> LimitsOf(ImmutableArray<Place> places, ImmutableArray<Route> routes) =>
        places.Select(place => (place as Crossing)?.WeightLimit).Concat(routes.Select(route => route.WeightLimit)).OfType<Mass>();

    // Names in a scenario have been checked; one in a user's own disruption has not.
    private static int Known(FrozenDictionary<string, int> numbers, string what, string id) =>
        numbers.TryGetValue(id ?? "", out var number)
            ? number
            : throw new KeyNotFoundException(
                $"there is no {what} '{id}'; {Spelling.Instead(id ?? "", [.. numbers.Keys.Order(StringComparer.Ordinal)])}");

    private static FrozenDictionary<string, int> Numbers(IEnumerable<string> ids) =>
        ids.Select((id, number) => KeyValuePair.Create(id, number)).ToFrozenDictionary(StringComparer.Ordinal);
}
