using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>All that moves during one run: fleets, docks, queues, airfields and supply lines, by number.</summary>
/// <remarks>Built in the order of the scenario, which fixes the order of simultaneous events. One run, one thread.</remarks>
internal sealed partial class Transport
{
    private readonly LineKeeper[] _lines;
    private readonly LineKeeper[][] _linesTo; // by place
    private readonly bool[] _routesThatChange;
    private readonly int[] _bases;
    private readonly int[] _traffics;
    private readonly int[][] _camps;
    private readonly Draw?[] _unloading;
    private readonly AirCrews[] _crews;
    private readonly Dictionary<(int Place, int Commodity), Pump> _pumps = [];
    private long _orders;

    public Transport(World world, Reports reports, RoadMap roads, bool[] routesThatChange)
    {
        var catalogue = world.Catalogue;
        (World, Reports, Roads, _routesThatChange) = (world, reports, roads, routesThatChange);
        Router = new Router(roads, catalogue, reports.Situation, reports.Policies);
        Airways = new Airways(world);
        Columns = new Columns(world.Simulation);
        Latecomers = new Latecomers(this, world.HoldUps.Lacks);
        world.Lacking.Refills = Latecomers.RefillOf;
        if (reports.Policies.Divert is not Hold) Diversion = new Diversion(this, reports.Policies.Divert);
        if (reports.Policies.Dispatch is not Go) Dispatching = reports.Policies.Dispatch;
        _bases = [.. catalogue.Fleets.Select(fleet => fleet.Base is { } home ? catalogue.PlaceNumber(home) : -1)];
        _traffics = [.. catalogue.Fleets.Select((_, fleet) => catalogue.TrafficOf(fleet))];
        _camps = [.. catalogue.Places.Select((_, place) => CampsBehind(catalogue, place))];
        Yards = [.. catalogue.Fleets.Select((_, fleet) => new Yard(this, fleet))];
        Docks = [.. catalogue.Places.Select((place, number) => place is Site ? new Docks(world, number) : null)];
        Queues = [.. world.Crossings.Select(crossing => crossing is null ? null : new CrossingQueue(this, crossing))];
        IsClearanceAsked = Array.Exists(Queues, queue => queue?.Clearance is not null);
        _crews = [.. Yards.Select(yard => new AirCrews(world, yard.Fleet))];
        Airfields = [.. catalogue.Places.Select(place =>
            place is Site { Airfield: not null } site ? new AirfieldState(world, site) : null)];
        _unloading = new Draw?[catalogue.Places.Length * catalogue.Fleets.Length];
        _lines = [.. AllLines()];
        var linesTo = _lines.ToLookup(line => line.To);
        _linesTo = [.. Enumerable.Range(0, World.Catalogue.Places.Length).Select(place => linesTo[place].ToArray())];
        Scarce = [.. catalogue.Places.Select((_, place) => ScarceGoods.At(place, this))];
        for (var fleet = 0; fleet < catalogue.Fleets.Length; fleet++)
            if (catalogue.Fleets[fleet].Through is { } crossing)
                _ = new Strangers(world, fleet, Queues[catalogue.PlaceNumber(crossing)]!);
        _ = new Seizure(this);
        reports.OnLearned += Reconsider;
    }

    public World World { get; }

    public Reports Reports { get; }

    public RoadMap Roads { get; }

    public Router Router { get; }

    /// <summary>Where aircraft fly.</summary>
    public Airways Airways { get; }

    /// <summary>Where columns go instead; null where they never do.</summary>
    public Diversion? Diversion { get; }

    /// <summary>Whether columns set out; null where they always do.</summary>
    public DispatchPolicy? Dispatching { get; }

    /// <summary>Whether anything in the scenario can shut or slow the route of an arc under those who are on it.</summary>
    public bool MayChange(int arc) => _routesThatChange[Roads.Graph[arc].Route];

    public Yard[] Yards { get; }

    /// <summary>Tells who lacks something what has come late.</summary>
    public Latecomers Latecomers { get; }

    /// <summary>All columns there are.</summary>
    public Columns Columns { get; }

    /// <summary>Who loads what, where, by what.</summary>
    public List<IDepartures> Departures { get; } = [];

    /// <summary>By place; null where there are none.</summary>
    public Docks?[] Docks { get; }

    /// <summary>By place; null where there is no crossing.</summary>
    public CrossingQueue?[] Queues { get; }

    /// <summary>Whether there is a crossing at which clearance is ever needed.</summary>
    public bool IsClearanceAsked { get; }

    /// <summary>By place; null where there is none.</summary>
    public AirfieldState?[] Airfields { get; }

    /// <summary>What is shared of the goods at a place, by place; null where no two supply lines begin.</summary>
    public ScarceGoods?[] Scarce { get; }

    /// <summary>All supply lines, in the order of the scenario.</summary>
    public IReadOnlyList<LineKeeper> Lines => _lines;

    /// <summary>The supply line of this number in the scenario.</summary>
    public LineKeeper Line(int number) => _lines[number];

    /// <summary>For how long supply lines have ordered nothing because their ways were known to be shut, in
    /// the order of the scenario.</summary>
    public IEnumerable<PausedLine> Paused =>
        _lines.Where(line => line.Paused > TimeSpan.Zero).Select(line => new PausedLine(line.Line.Id, line.Paused));

    /// <summary>Begins to order; called once, when everything is there.</summary>
    public void Begin()
    {
        foreach (var line in _lines) line.Begin();
        for (var place = 0; place < World.Catalogue.Places.Length; place++)
            if (World.Catalogue.Places[place] is Camp or Force) _ = new LackWatch(this, place);
    }

    /// <summary>The supply lines that lead to a place.</summary>
    public LineKeeper[] LinesTo(int place) => _linesTo[place];

    /// <summary>From now on there are vehicles of a fleet of which there were none, or none any more: its
    /// lines begin to order, or cease.</summary>
    public void FleetComesOrGoes(int fleet)
    {
        foreach (var line in _lines)
            if (line.Fleet == fleet) line.FollowActivity();
    }

    /// <summary>Where all trucks that burn a commodity are refuelled at a place, so that they wait in one line.</summary>
    public Pump PumpAt(int place, int commodity)
    {
        if (!_pumps.TryGetValue((place, commodity), out var pump))
            _pumps.Add((place, commodity), pump = new Pump(World, place, commodity));
        return pump;
    }

    public int BaseOf(Yard yard) => _bases[yard.Number];

    public int TrafficOf(Yard yard) => _traffics[yard.Number];

    /// <summary>The crews of a fleet of aircraft.</summary>
    public AirCrews CrewsOf(Yard yard) => _crews[yard.Number];

    public long NextOrder() => _orders++;

    /// <summary>Vehicles that stand idle away from their base go home if their way is not known to be shut: in columns that are no
    /// greater than their fleet's, which a longer one might be too long to pass by day.</summary>
    public void SendHome(Yard yard)
    {
        foreach (var place in yard.PlacesAway)
            while (yard.IsAnyAt(place) && Router.Choose(place, BaseOf(yard), yard.Empty) is { IsShut: false })
            {
                var members = new List<Member>();
                for (var most = yard.Fleet.Convoy?.Size.Greatest ?? 1; most > 0 && yard.IsAnyAt(place); most--)
                    members.Add(new Member(yard, yard.TakeAt(place)));
                new Convoy(this, members, place, BaseOf(yard)).GoHome();
            }
    }

    /// <summary>[people] In a camp, or in the camps supplied from a place; at least 1.</summary>
    public long PeopleBehind(int place)
    {
        long people = 0;
        foreach (var camp in _camps[place]) people += World.People[camp];
        return Math.Max(1, people);
    }

    /// <summary>A load that waits, as it is put to those who share out vehicles.</summary>
    public Claim ClaimOf(Load load) => new(
        load.Line.Line.Id, load.Line.Line.To, load.Priority, load.Line.Line.Priority ?? 5, load.Mass, load.Line.Given,
        Math.Max(1, load.Line.Asked), PeopleBehind(load.Line.To), load.Turn);

    /// <summary>What a line wants of a commodity that is scarce where it loads: what it was given is what it has ordered.</summary>
    public Claim ClaimOf(LineKeeper line, int commodity, long amount) => new(
        line.Line.Id, line.Line.To, World.Catalogue.Commodities[commodity].Priority, line.Line.Priority
            ?? 5, World.Catalogue.MassOf(commodity, amount),
        line.Asked + line.Share.Mass, Math.Max(1, line.Asked + line.Share.WantedMass), PeopleBehind(line.To), _orders);

    /// <summary>Which of two loads is given a vehicle first.</summary>
    public bool GoesBefore(in Claim first, in Claim second) => Reports.Share.By.GoesBefore(first, second, Reports.Situation);

    /// <summary>A load has been given a vehicle, or no longer has one.</summary>
    public void Assign(Load load, int sign)
    {
        foreach (var (commodity, amount) in load.Cargo) Reports.Situation.NoteAssigned(load.To, commodity, sign * amount);
    }

    public Draw LoadingTime(int place, Fleet fleet) => World.Draw(
        ((Site)World.Catalogue.Places[place]).Loading ?? World.Catalogue.Defaults.Loading!,
        $"loading/{World.Catalogue.Places[place].Id}/{fleet.Id}");

    public TimeSpan UnloadingTime(int place, Member member)
    {
        ref var draw = ref _unloading[place * Yards.Length + member.Yard.Number];
        // Where nothing but what is brought back is ever unloaded nobody says how long that takes.
        draw ??= World.Draw(
            ((Site)World.Catalogue.Places[place]).Unloading ?? World.Catalogue.Defaults.Unloading
                ?? ((Site)World.Catalogue.Places[place]).Loading ?? World.Catalogue.Defaults.Loading!,
            $"unloading/{World.Catalogue.Places[place].Id}/{member.Yard.Fleet.Id}");
        return draw.Value.Sample(member.Yard.NextOccasion(member.Vehicle));
    }

    /// <summary>[g] What one vehicle of a fleet takes from one place to another.</summary>
    public long Capacity(int from, int to, int fleet)
    {
        var vehicles = World.Catalogue.Fleets[fleet];
        if (vehicles.Mode == Mode.Road) return vehicles.Carries!.Value.Grams;
        var length = Airfield.BetweenRefuellings(Airfields[from]!.Airfield, Airfields[to]!.Airfield,
            Airways.Shortest(from, to, fleet).Length);
        return vehicles.Payload(length)!.Value.Grams;
    }

    /// <summary>What a vehicle carried enters the stock of a place.</summary>
    public void Deliver(Load load, int place)
    {
        load.GiveUp();
        var isTaken = false;
        foreach (var (commodity, amount) in load.Cargo)
        {
            isTaken |= World.Stocks[place, commodity].Deliver(amount, World.Now);
            World.Record(Outcome.Delivered, ((long)place << 32) | (uint)commodity, amount);
        }
        Latecomers.Came(load, place);
        World.Stocks.Changed(place, StockChange.Delivered);
        if (isTaken) World.Stocks.Changed(place, StockChange.Taken);
    }

    /// <summary>What a vehicle carried is lost.</summary>
    public void Lose(Load load)
    {
        load.GiveUp();
        Latecomers.Lost(load);
        Assign(load, -1);
        foreach (var (commodity, amount) in load.Cargo)
        {
            World.Ledger.Transfer(commodity, Account.Vehicle, Account.Lost, amount);
            World.Losses.NoteCargo(load.To, commodity, amount);
            World.Record(Outcome.Lost, commodity, amount);
        }
        PositionsChanged(load.To, null);
    }

    /// <summary>What is on order for a place has changed: the lines that lead there look again, but for one.</summary>
    public void PositionsChanged(int place, LineKeeper? but)
    {
        foreach (var line in _linesTo[place])
            if (line != but) line.Reconsider();
    }

    private void Reconsider()
    {
        foreach (var line in _lines) line.Reconsider();
        foreach (var queue in Queues) queue?.Reconsider();
        foreach (var yard in Yards)
            if (yard.Departures.Count > 0) yard.ShareOut();
        foreach (var yard in Yards) SendHome(yard);
        World.RoutesChanged.Fire();
    }

    private IEnumerable<LineKeeper> AllLines()
    {
        var departures = new Dictionary<(int Fleet, int From), IDepartures>();
        foreach (var line in World.Catalogue.SupplyLines)
        {
            var key = (Fleet: World.Catalogue.FleetNumber(line.By), From: World.Catalogue.PlaceNumber(line.From));
            if (!departures.TryGetValue(key, out var from))
            {
                departures.Add(key, from = World.Catalogue.Fleets[key.Fleet].Mode == Mode.Air
                    ? new Airlift(this, Yards[key.Fleet], key.From)
                    : new Departures(this, Yards[key.Fleet], key.From));
                Departures.Add(from);
            }
            yield return new LineKeeper(this, line, from, key.Fleet);
        }
    }

    private static int[] CampsBehind(Catalogue catalogue, int place) => catalogue.Places[place] is Camp
        ? [place]
        : [.. catalogue.SupplyLines.Where(line => line.From.Value == catalogue.Places[place].Id)
            .Select(line => catalogue.PlaceNumber(line.To)).Where(to => catalogue.Places[to] is Camp).Distinct()];
}
