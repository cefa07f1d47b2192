using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The vehicles of one fleet: which of them are idle at the base, and what each has been through.</summary>
/// <remarks>The idle vehicle with the lowest number goes first. What happens to a vehicle depends on its number and on how
/// often it happened to it before, so that one vehicle more shifts nothing for the others. One run, one thread.</remarks>
internal sealed class Yard : IEventHandler
{
    private readonly Transport _transport;
    private readonly World _world;
    private int[]? _departures;
    private readonly PriorityQueue<int, int> _idle = new();
    private readonly List<(int Place, int Vehicle)> _away = [];
    private readonly List<int> _absent = [];
    private int _present;
    private readonly int[] _occasions;
    private readonly long[] _metresToFailure = [];
    private readonly int[] _failures = [];
    private readonly Distribution? _betweenFailures;
    private readonly RandomStream _failing;
    private readonly Draw _repair;
    private readonly Draw _halt;
    private readonly HandlerId _handler;
    private EventHandle _sharing;

    public Yard(Transport transport, int fleet)
    {
        var world = transport.World;
        (_transport, _world, Number, State) = (transport, world, fleet, world.Fleets[fleet]);
        Empty = world.Catalogue.LoadClasses.Empty(fleet);
        Refuges = [.. world.Catalogue.SupplyLines.Where(line => line.By == State.Fleet.Id && line.From != State.Fleet.Base)
            .Select(line => world.Catalogue.PlaceNumber(line.From)).Distinct()];
        var count = _present = State.Fleet.Count;
        (_occasions, Aboard, Meant) = (new int[count], new Load?[count], new Load?[count]);
        for (var vehicle = 0; vehicle < count; vehicle++) _idle.Enqueue(vehicle, vehicle);
        Returned = new Signal(world.Simulation);
        _handler = world.Simulation.Register(this);
        (State.WithheldChanged, State.GivenBack) = (CountTaken, TellReturned);
        if (world.Catalogue.Attacks is { } attacks && State.Fleet.Mode == Mode.Road) Perils = new Perils(world, State.Fleet, attacks);
        if (State.Fleet.Fuel is { } fuel) Tanks = new Tanks(transport, State.Fleet, fuel);
        if (State.Fleet.Breakdown is not { } breakdown) return;
        _betweenFailures = Distribution.Exponential(breakdown.Every.Metres);
        _failing = world.Random($"breakdown/{State.Fleet.Id}");
        (_metresToFailure, _failures) = (new long[count], new int[count]);
        _repair = world.Draw(breakdown.Repair, $"repair/{State.Fleet.Id}");
        _halt = world.Draw(breakdown.RecoveryHalt, $"recovery-halt/{State.Fleet.Id}");
        for (var vehicle = 0; vehicle < count; vehicle++) DrawFailure(vehicle);
    }

    /// <summary>The fleet's number.</summary>
    public int Number { get; }

    /// <summary>The class of its empty vehicles, by themselves, among the <see cref="LoadClasses"/>.</summary>
    public int Empty { get; }

    public FleetState State { get; }

    public Fleet Fleet => State.Fleet;

    /// <summary>By vehicle: what lies on it, from the end of its loading; null where nothing does. An audit counts it.</summary>
    public Load?[] Aboard { get; }

    /// <summary>How often a column that a vehicle leads was to set out while not all departures went: each time counts.</summary>
    public int NextDeparture(int vehicle) => (_departures ??= new int[Aboard.Length])[vehicle]++;

    /// <summary>By vehicle: the load it is to be given, from the choice to the end of its loading; null otherwise.</summary>
    public Load?[] Meant { get; }

    /// <summary>What a vehicle carries, or is to be given; bound for nobody where there is nothing.</summary>
    public Shipment ShipmentOf(int vehicle) =>
        (Aboard[vehicle] ?? Meant[vehicle]) is { } load ? new(load.To, Number, load.Line.Cargo) : new(-1, Number, 0);

    /// <summary>The vehicles that are idle, in no order.</summary>
    public IEnumerable<int> IdleVehicles => _idle.UnorderedItems.Select(item => item.Element).Concat(_away.Select(one => one.Vehicle));

    /// <summary>Those of them that stand at the base.</summary>
    public PriorityQueue<int, int>.UnorderedItemsCollection IdleAtBase => _idle.UnorderedItems;

    /// <summary>Those who are not there to be used, though they stand at the base; see <see cref="SetPresent"/>.</summary>
    public IReadOnlyList<int> Absent => _absent;

    /// <summary>Where, away from the base, vehicles stand idle.</summary>
    public int[] PlacesAway => _away.Count == 0 ? [] : [.. _away.Select(one => one.Place).Distinct()];

    /// <summary>Where its supply lines begin, other than at its base: there vehicles can work whose way home is shut.</summary>
    public int[] Refuges { get; }

    /// <summary>When columns are attacked that its vehicles lead; null where nobody is.</summary>
    public Perils? Perils { get; }

    /// <summary>What fuel its vehicles have; null where none is counted.</summary>
    public Tanks? Tanks { get; }

    public bool CanBreakDown => _betweenFailures is not null;

    /// <summary>Fired when vehicles have come back.</summary>
    public Signal Returned { get; }

    /// <summary>Those who call for vehicles at a crossing; asked first when some have come back.</summary>
    public List<Action> Claimants { get; } = [];

    /// <summary>Those who have loads for its vehicles, by the place they leave from.</summary>
    public List<IDepartures> Departures { get; } = [];

    /// <summary>[vehicles] Idle at the base, and not wanted elsewhere.</summary>
    public int Idle => Math.Max(0, _idle.Count - State.Withheld);

    public int Take()
    {
        var vehicle = _idle.Dequeue();
        CountTaken();
        return vehicle;
    }

    /// <summary>Takes one that is idle at the base.</summary>
    public void Take(int vehicle)
    {
        _idle.Remove(vehicle, out _, out _);
        CountTaken();
    }

    public void PutBack(int vehicle)
    {
        if (IsPresent(vehicle)) _idle.Enqueue(vehicle, vehicle);
        else _absent.Add(vehicle);
        CountTaken();
    }

    /// <summary>From now on only so many are there, those with the lowest numbers: the others are given no load
    /// any more, wherever they are, and go nowhere but home. So a fleet that grows or shrinks during a run
    /// has the same vehicles before as one that does not.</summary>
    public void SetPresent(int vehicles)
    {
        _world.HoldUps.NoteResized(Number);
        _present = vehicles;
        var all = _idle.UnorderedItems.Select(item => item.Element).Concat(_absent).Order().ToArray();
        _idle.Clear();
        _absent.Clear();
        foreach (var vehicle in all) PutBack(vehicle);
    }

    /// <summary>Whether there is any vehicle at all, wherever it is; see <see cref="SetPresent"/>.</summary>
    public bool HasAny => _present > 0;

    /// <summary>Whether a vehicle is there to be used, wherever it is; see <see cref="SetPresent"/>.</summary>
    public bool IsPresent(int vehicle) => vehicle < _present;

    /// <summary>[vehicles] Idle at a place other than the base, and there to be used.</summary>
    public int IdleAt(int place)
    {
        var idle = 0;
        foreach (var one in _away)
            if (one.Place == place && IsPresent(one.Vehicle)) idle++;
        return idle;
    }

    /// <summary>Whether any stands at a place other than the base, to be used or not.</summary>
    public bool IsAnyAt(int place) => _away.Exists(one => one.Place == place);

    /// <summary>Takes the idle vehicle with the lowest number at a place other than the base; there is one.</summary>
    public int TakeAt(int place)
    {
        var first = -1;
        for (var i = 0; i < _away.Count; i++)
            if (_away[i].Place == place && (first < 0 || _away[i].Vehicle < _away[first].Vehicle)) first = i;
        var vehicle = _away[first].Vehicle;
        _away.RemoveAt(first);
        CountTaken();
        return vehicle;
    }

    /// <summary>A vehicle is idle at a place other than the base.</summary>
    public void PutBackAt(int place, int vehicle)
    {
        _away.Add((place, vehicle));
        CountTaken();
    }

    /// <summary>Vehicles have come to where they work from and have been put back.</summary>
    public void TellReturned()
    {
        foreach (var claim in Claimants) claim();
        ShareOut();
        Returned.Fire();
    }

    /// <summary>The same when all that is ordered at this instant has been, so that it is shared among all of it.</summary>
    public void ShareOutSoon()
    {
        if (!_world.Simulation.IsPending(_sharing)) _sharing = _world.Simulation.Schedule(TimeSpan.Zero, Priorities.Review, _handler);
    }

    void IEventHandler.Handle(long argument) => ShareOut();

    /// <summary>Gives idle vehicles to waiting loads for as long as there are both: of several places, to
    /// the one whose next load goes before those of the others.</summary>
    public void ShareOut()
    {
        if (Departures.Count == 1)
        {
            while (Departures[0].ServeNext()) { }
            return;
        }
        while (First(isIdle: true) is { } first && first.ServeNext()) { }
    }

    /// <summary>Whose next load goes before those of the others, whether there is a vehicle for it or not; null where none waits.</summary>
    public IDepartures? First(bool isIdle = false)
    {
        var (first, best) = (default(IDepartures), default(Claim));
        foreach (var departures in Departures)
        {
            if ((isIdle && !departures.HasVehicle) || departures.Waiting.NextClaim() is not { } claim) continue;
            if (first is null || _transport.GoesBefore(claim, best)) (first, best) = (departures, claim);
        }
        return first;
    }

    /// <summary>The next occasion of a vehicle, for draws.</summary>
    public long NextOccasion(int vehicle) => Draw.Occasion(vehicle, _occasions[vehicle]++);

    /// <summary>[m] How far a vehicle goes before it fails.</summary>
    public long MetresToFailure(int vehicle) => _metresToFailure[vehicle];

    public void Drive(int vehicle, long metres) => _metresToFailure[vehicle] -= metres;

    /// <summary>A vehicle has failed: how long its repair takes; it will fail again some time after.</summary>
    public TimeSpan Fail(int vehicle)
    {
        var repair = _repair.Sample(Draw.Occasion(vehicle, _failures[vehicle]));
        _failures[vehicle]++;
        DrawFailure(vehicle);
        return repair;
    }

    /// <summary>How long a column halts for a vehicle that has just failed.</summary>
    public TimeSpan RecoveryHalt(int vehicle) => _halt.Sample(Draw.Occasion(vehicle, _failures[vehicle]));

    // Of those that are there to be used: lost ones are not free either, nor those that are wanted elsewhere.
    private void CountTaken() => _world.HoldUps.Take(Number, Math.Max(0, _present - Idle - _away.Count), _world.Now);

    private void DrawFailure(int vehicle)
    {
        var metres = _betweenFailures!.Quantile(_failing.Uniform(Draw.Occasion(vehicle, _failures[vehicle])));
        _metresToFailure[vehicle] = Math.Max(1, (long)Math.Min(metres, 1e15));
    }
}
