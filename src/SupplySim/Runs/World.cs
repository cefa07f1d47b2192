using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>The state of one run: clock, books, tables, streams. No behaviour: movement, needs, conflict and disruptions meet
/// here and do not know each other.</summary>
/// <remarks>
/// <para>A disruption of one's own waits by <see cref="Delay"/>, <see cref="Until"/> and <see cref="While"/>, draws by
/// <see cref="Sample(Duration, string, long)"/> and <see cref="Random"/>, and takes hold by
/// <see cref="Close(Targets, string)"/>, <see cref="SlowInspections(Targets, double, string)"/>,
/// <see cref="LimitLanes(Targets, double, string)"/>, <see cref="LimitSpeed(Targets, double, string)"/>,
/// <see cref="LimitWeight(Targets, Mass, string)"/>, <see cref="Endanger(Targets, double, string)"/>, <see cref="OpenIn"/> and
/// <see cref="Mislead"/>, or at an instant by <see cref="Destroy"/>: each but the last holds until it is disposed, and ids in
/// <see cref="Targets"/> are checked before any run.</para>
/// <para>One run, one thread. A run never writes into the scenario, so replications share it.</para>
/// </remarks>
public sealed partial class World
{
    private readonly SimTime[] _captured; // when first; never while not
    private readonly Dictionary<(Condition, int), Watch> _watches = [];
    private Fingerprint _outcome;

    internal World(Catalogue catalogue, ImmutableArray<Front> fronts, Simulation simulation, bool tell)
    {
        (Catalogue, Simulation) = (catalogue, simulation);
        Story = tell ? new Story() : null;
        Ledger = new Ledger(catalogue.Commodities.Length);
        Vehicles = new VehicleLedger(catalogue.Fleets);
        HoldUps = new HoldUps(catalogue);
        Delays = new DelayLedger(catalogue.Places.Length, HoldUps);
        Losses = new LossBook(catalogue.Places.Length, catalogue.Commodities.Length);
        People = [.. catalogue.Places.Select(place => place is Camp camp ? DrawWhole(camp.People, $"people/{camp.Id}") : 0)];
        PeopleTo = new long[People.Length];
        PeopleLedger = new PeopleLedger(People.Sum());
        Displacements = [.. catalogue.Displacements.Select(one =>
            new DisplacementBook(People.Length, one.Residents is { } residents ? DrawWhole(residents, $"residents/{one.Id}") : null))];
        PersonDays = new PersonDays(this);
        Stocks = new Stocks(catalogue, Ledger, InitialStock);
        Lacking = new LackBook(this);
        Rations = new RationBook(Catalogue.Places.Length, Catalogue.Commodities.Length);
        Sites = [.. catalogue.Places.Select(place => place is Site ? new SiteState(simulation) : null)];
        Crossings = [.. catalogue.Crossings.Select((plan, place) => plan is null ? null : new CrossingState(place, plan, SimTime.Start))];
        Runways = [.. catalogue.Places.Select(place => place is Site { Airfield: not null } ? new RunwayState() : null)];
        Routes = [.. catalogue.Routes.Select((route, number) => new RouteState(number, route.Length, route.Speed))];
        Fleets = [.. catalogue.Fleets.Select((fleet, number) => new FleetState(fleet, number, Vehicles, simulation))];
        Fronts = [.. fronts.Select(front => new FrontMotion(front))];
        Strengths = new Strengths(catalogue.Parties, simulation);
        Equipment = new EquipmentLedger(catalogue.Parties, fronts);
        Readiness = new IReadiness?[catalogue.Places.Length];
        RoutesChanged = new Signal(simulation);
        foreach (var (name, count) in catalogue.Crews) Crews.Add(name, new Resource(simulation, count) { Name = name });
        _captured = [.. Enumerable.Repeat(SimTime.Never, catalogue.Places.Length)];
        Conditions = new Conditions(this);
        _ = new Timetable(this);
    }

    /// <summary>The clock and the pending events.</summary>
    public Simulation Simulation { get; }

    /// <summary>The scenario by numbers.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Now.</summary>
    public SimTime Now => Simulation.Now;

    /// <summary>The books of all commodities.</summary>
    public Ledger Ledger { get; }

    /// <summary>The books of all fleets.</summary>
    public VehicleLedger Vehicles { get; }

    /// <summary>All waiting, by place and cause.</summary>
    public DelayLedger Delays { get; }

    /// <summary>What held up what is sent to places, or wanted there.</summary>
    internal HoldUps HoldUps { get; }

    /// <summary>What was lost on the way, by place.</summary>
    internal LossBook Losses { get; }

    /// <summary>What lies where.</summary>
    public Stocks Stocks { get; }

    /// <summary>What people need and went without.</summary>
    internal PersonDays PersonDays { get; }

    /// <summary>What is lacking where.</summary>
    internal LackBook Lacking { get; }

    /// <summary>Where rations were cut.</summary>
    internal RationBook Rations { get; }

    /// <summary>[people] By place; 0 for a place that is no camp.</summary>
    internal long[] People { get; }

    /// <summary>[people] On the way to each place.</summary>
    internal long[] PeopleTo { get; }

    /// <summary>The books of people.</summary>
    public PeopleLedger PeopleLedger { get; }

    /// <summary>By displacement: where those are who have fled.</summary>
    internal DisplacementBook[] Displacements { get; }

    /// <summary>By place number; null for a place that is no crossing.</summary>
    internal CrossingState?[] Crossings { get; }

    /// <summary>By place number; null for a place without an airfield.</summary>
    internal RunwayState?[] Runways { get; }

    /// <summary>By place number; null for a crossing.</summary>
    internal SiteState?[] Sites { get; }

    internal RouteState[] Routes { get; }

    internal FleetState[] Fleets { get; }

    /// <summary>Those who repair, by name.</summary>
    internal Dictionary<string, Resource> Crews { get; } = [];

    internal FrontMotion[] Fronts { get; }

    /// <summary>What is left of the strength of each party.</summary>
    internal Strengths Strengths { get; }

    /// <summary>The books of what parties fight with.</summary>
    internal EquipmentLedger Equipment { get; }

    /// <summary>By place: how ready a force is; null for what says nothing of it.</summary>
    internal IReadiness?[] Readiness { get; }

    /// <summary>Fired when something begins or ceases to close a route or an airfield, and when that is learned.</summary>
    internal Signal RoutesChanged { get; }

    /// <summary>Called when something begins or ceases to keep aircraft on the ground, or to close a route or an airfield.</summary>
    internal event Action? FlyingChanged;

    /// <summary>Called when something false is told (true) and when it is taken back (false).</summary>
    internal Action<FalseReport, bool>? Misled { get; set; }

    internal Conditions Conditions { get; }

    internal Story? Story { get; }

    /// <summary>When a place has run out of a commodity for the first time.</summary>
    internal Dictionary<(int Place, int Commodity), SimTime> RanOut { get; } = [];

    /// <summary>Called with all that enters the outcome fingerprint, at the instant at which it does; null where nobody listens.</summary>
    internal Action<Outcome, long, long>? Recorded { get; set; }

    /// <summary>The digest of the outcome so far.</summary>
    internal ulong OutcomeFingerprint => _outcome.Value;

    /// <summary>Adds to the outcome fingerprint.</summary>
    internal void Record(Outcome kind, long first, long second = 0)
    {
        _outcome.Add((long)kind, Now.Ticks);
        _outcome.Add(first, second);
        Recorded?.Invoke(kind, first, second);
    }

    internal void Tell(HappeningKind kind, string subject, string? detail = null) =>
        Story?.Tell(Simulation.EventCount, new Happening(Now, kind, subject, detail));

    /// <summary>The same in words that are put together when somebody reads them.</summary>
    /// <param name="kind">What kind of thing.</param>
    /// <param name="subject">The id of what it happened to.</param>
    /// <param name="detail">May hold on to numbers, ids and the catalogue alone.</param>
    internal void Tell(HappeningKind kind, string subject, Func<string> detail) =>
        Story?.Tell(Simulation.EventCount, Happening.Of(Now, kind, subject, detail));

    /// <summary>The run is over: this is where the heads of the fronts have come.</summary>
    internal void TellHeads()
    {
        for (var front = 0; front < Fronts.Length && Story is not null; front++) Story.Head(Fronts[front].At(front, Now));
    }

    /// <summary>A place has nothing left of a commodity that it needs.</summary>
    internal void TellRanOut(int place, int commodity)
    {
        Record(Outcome.RanOut, place, commodity);
        Lacking.Begin(place, commodity);
        // Whoever begins to need what is not there may have been told of at this instant.
        if (RanOut.TryAdd((place, commodity), Now) || RanOut[(place, commodity)] != Now)
            Tell(HappeningKind.RanOut, Catalogue.Places[place].Id, Catalogue.Commodities[commodity].Id);
    }

    /// <summary>A place has nothing of a commodity that it begins to need; nothing where it has run out of it before.</summary>
    internal void TellEmpty(int place, int commodity)
    {
        Lacking.Begin(place, commodity);
        if (RanOut.TryAdd((place, commodity), Now))
            Tell(HappeningKind.RanOut, Catalogue.Places[place].Id, Catalogue.Commodities[commodity].Id);
    }

    internal bool IsCaptured(int place) => _captured[place] != SimTime.Never;

    /// <summary>When a place first fell to a party; never where it has not.</summary>
    internal SimTime FirstCaptured(int place) => _captured[place];

    /// <summary>Called when a place has fallen, with its number and what becomes of vehicles there: its holder is another by then, and what
    /// was to be seized of its stock is gone.</summary>
    internal event Action<int, CapturedVehicles>? Fell;

    /// <summary>A place falls to a party: every control point that another, or nobody, held becomes its own, and a force of the other or of
    /// nobody is out of action.</summary>
    internal void Capture(int place, int from, int to, OnCapture fate)
    {
        _captured[place] = SimTime.Min(_captured[place], Now);
        Record(Outcome.Captured, place, to);
        Tell(HappeningKind.Captured, Catalogue.Places[place].Id, Catalogue.Parties[to].Shown);
        Crossings[place]?.Capture(from, to, fate.Vehicles, Now);
        if (Catalogue.Places[place] is Force force && (force.Party is not { } party || Catalogue.PartyNumber(party) == from))
            Sites[place]!.PutOutOfAction();
        if (fate.Stock == CapturedStock.Seized) SeizeStock(place);
        Fell?.Invoke(place, fate.Vehicles);
        Conditions.FrontsChanged();
    }

    /// <summary>Follows a condition; the same one is followed only once.</summary>
    internal Watch Follow(Condition condition, int here = -1)
    {
        if (!_watches.TryGetValue((condition, here), out var watch))
            _watches.Add((condition, here), watch = Conditions.Follow(condition, here));
        return watch;
    }

    /// <summary>Follows whether there is less of one commodity at a place than it needs in a time; told
    /// apart from all that is written as a condition.</summary>
    internal Watch FollowBelow(int place, int commodity, TimeSpan time) =>
        Conditions.Follow(new StockNode(this, [place], all: false, Comparison.Below, time, commodity));

    /// <summary>What one person needs at a camp in this run.</summary>
    /// <param name="camp">As it is from now on.</param>
    /// <param name="needs">The same with the mean of what is drawn.</param>
    internal PersonNeeds Drawn(Camp camp, PersonNeeds needs) => !needs.IsDrawn ? needs
        : new PersonNeeds(Catalogue.Commodities, camp, (commodity, share) => Sample(share, $"local-share/{camp.Id}/{commodity.Id}", 0));

    private long DrawWhole(Number number, string stream) => number.SampleWhole(Position(number, stream, 0));
}
