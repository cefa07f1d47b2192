using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Where a supply line hands its loads over to those who carry them.</summary>
internal interface IDepartures
{
    /// <summary>What waits for a vehicle.</summary>
    WaitingLoads Waiting { get; }

    /// <summary>A load is to be carried; sharing out follows when all of an order are there.</summary>
    void Add(Load load);

    /// <summary>What is still waiting of a line's loads, ordered up to an instant, is not to be carried any more.</summary>
    /// <returns>Whether there was any.</returns>
    bool Withdraw(LineKeeper line, SimTime orderedBefore);

    /// <summary>Whether there is an idle vehicle that could come for a load.</summary>
    bool HasVehicle { get; }

    /// <summary>Gives an idle vehicle to the load that is next. False where there are not both.</summary>
    bool ServeNext();
}

/// <summary>The trucks of one fleet that leave one place: they are loaded at its docks and gather to columns.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Departures : IDepartures, IStockListener, IDockUser
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly Yard _yard;
    private readonly int _origin;
    private readonly Draw _loading;
    private readonly WaitingLoads _waiting;
    private readonly Dictionary<int, Formation> _formations = [];

    public Departures(Transport transport, Yard yard, int origin)
    {
        (_transport, _world, _yard, _origin) = (transport, transport.World, yard, origin);
        _loading = transport.LoadingTime(origin, yard.Fleet);
        _waiting = new WaitingLoads(transport, origin,
            (long)Math.Ceiling((yard.Fleet.Carries?.Grams ?? 0) * transport.Reports.Policies.Dispatch.MinimumLoad));
        yard.Departures.Add(this);
        _world.Stocks.Listen(origin, this);
    }

    public WaitingLoads Waiting => _waiting;

    /// <summary>What gathers, by destination.</summary>
    public IReadOnlyCollection<Formation> Formations => _formations.Values;

    public void Add(Load load) => _waiting.Add(load);

    public bool Withdraw(LineKeeper line, SimTime orderedBefore) => _waiting.Withdraw(line, orderedBefore);

    public bool HasVehicle => IsHere || ComesFrom() >= 0;

    public bool ServeNext()
    {
        if (!HasVehicle || _waiting.TakeNext() is not { } load) return false;
        var from = IsHere ? _origin : ComesFrom();
        var member = new Member(_yard, from == _transport.BaseOf(_yard) ? _yard.Take() : _yard.TakeAt(from));
        _yard.Meant[member.Vehicle] = load;
        FormationTo(load.Line.To).Expected++;
        if (from == _origin) StartLoading(member);
        else _world.Simulation.Start(Fetch(member, load, new Convoy(_transport, [member], from, _origin)), _yard.Fleet.Id);
        return true;
    }

    /// <summary>All vehicles that are loaded here or have been, and have not formed a column, are lost: what they were to be given waits
    /// again.</summary>
    /// <param name="atDocks">Those that were at the docks, other fleets' too.</param>
    public void LoseAll(IEnumerable<Member> atDocks)
    {
        foreach (var member in atDocks)
        {
            if (member.Yard != _yard || _yard.Meant[member.Vehicle] is not { } load) continue;
            FormationTo(load.Line.To).Expected--;
            _yard.Meant[member.Vehicle] = null;
            if (_world.Sites[_origin]!.IsOutOfAction) _waiting.Withdraw(load);
            else _waiting.PutBack(load);
            Seizure.LoseAtBase(_world, _yard, member.Vehicle, load.Line.To);
        }
        foreach (var formation in _formations.Values) formation.LoseAll();
    }

    private bool IsAtBase => _transport.BaseOf(_yard) == _origin;

    // Whether a vehicle stands idle at the very place.
    private bool IsHere => IsAtBase ? _yard.Idle > 0 : _yard.IdleAt(_origin) > 0;

    // Where one stands idle that can be sent here: at its base, or, of those whose way home is shut, at the
    // nearest other place from which they work. Nobody sets out towards what is known to be shut. -1 where there is none.
    private int ComesFrom()
    {
        if (IsAtBase) return -1;
        var (from, least) = (-1, long.MaxValue);
        if (_yard.Idle > 0 && WayFrom(_transport.BaseOf(_yard)) is not null) return _transport.BaseOf(_yard);
        foreach (var place in _yard.PlacesAway)
            if (_yard.IdleAt(place) > 0 && WayFrom(place) is { } way && way.Cost < least) (from, least) = (place, way.Cost);
        return from;
    }

    private Way? WayFrom(int place) => _transport.Router.Choose(place, _origin, _yard.Empty) is { IsShut: false } way ? way : null;

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (change == StockChange.Taken) _waiting.GoodsWent();
        if (change != StockChange.Delivered) return;
        _waiting.GoodsCame();
        _yard.ShareOut();
    }

    // A vehicle whose base is elsewhere comes empty first; where it is lost on the way, the load waits for another.
    private async Process Fetch(Member member, Load load, Convoy alone)
    {
        if (await alone.Reposition(load.To))
        {
            StartLoading(member);
            return;
        }
        FormationTo(load.Line.To).Expected--;
        _yard.Meant[member.Vehicle] = null;
        _waiting.PutBack(load);
        _yard.ShareOut();
    }

    private void StartLoading(Member member) =>
        _transport.Docks[_origin]!.Add(member, _loading.Sample(_yard.NextOccasion(member.Vehicle)), this);

    // Goods leave the stock when they are on the vehicle.
    void IDockUser.Done(Member member)
    {
        var load = _yard.Meant[member.Vehicle]!;
        var formation = FormationTo(load.Line.To);
        formation.Expected--;
        _yard.Meant[member.Vehicle] = null;
        if (_world.Sites[_origin]!.IsOutOfAction)
        {
            _waiting.Withdraw(load);
            PutBack(member);
        }
        else if (_waiting.TryLoad(load))
        {
            member.Load = load;
            formation.Add(member);
        }
        else
        {
            PutBack(member);
        }
        formation.TryGo();
    }

    // Where it is.
    private void PutBack(Member member)
    {
        if (IsAtBase) _yard.PutBack(member.Vehicle);
        else _yard.PutBackAt(_origin, member.Vehicle);
        _transport.SendHome(_yard);
    }

    private Formation FormationTo(int destination)
    {
        if (!_formations.TryGetValue(destination, out var formation)) _formations.Add(destination, formation = NewFormation(destination));
        return formation;
    }

    // By itself, so that asking for one that is there makes no closure.
    private Formation NewFormation(int destination) =>
        new(_transport, _yard, _origin, destination, () => HasVehicle && _waiting.WaitFor(destination));
}
