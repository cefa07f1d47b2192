using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The aircraft of one fleet that fly from one place: each takes a load, flies, is unloaded and comes back.</summary>
/// <remarks>
/// <para>An aircraft needs a stand at the origin while it is loaded, and one at the destination: from before it takes off, or, where
/// aircraft may circle, from its landing on, and until it has left again. It takes off when nothing shuts the way, both airfields are
/// open at take-off and landing, and there is fuel; and the crew's day is long enough to be loaded, fly
/// there, be unloaded and fly back.</para>
/// <para>One whose base is elsewhere flies empty to the origin, carries load after load for as long as some wait and its crew's day
/// lasts, and flies home. One run, one thread.</para>
/// </remarks>
internal sealed partial class Airlift : IDepartures, IStockListener
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly Yard _yard;
    private readonly int _origin;
    private readonly bool _isBasedHere;
    private readonly WaitingLoads _waiting;
    private readonly AirCrews _crews;
    private readonly AirWaits _waits;
    private readonly Flight[] _flights;

    public Airlift(Transport transport, Yard yard, int origin)
    {
        (_transport, _world, _yard, _origin) = (transport, transport.World, yard, origin);
        _isBasedHere = transport.BaseOf(yard) == origin;
        _waiting = new WaitingLoads(transport, origin);
        _crews = transport.CrewsOf(yard);
        _waits = new AirWaits(transport, yard);
        _flights = [.. Enumerable.Range(0, yard.Fleet.Count)
            .Select(aircraft => new Flight(_world, yard.Fleet.Id, aircraft, transport.TrafficOf(yard)))];
        yard.Departures.Add(this);
        _world.Stocks.Listen(origin, this);
    }

    public WaitingLoads Waiting => _waiting;

    /// <summary>The fleet.</summary>
    public Yard Yard => _yard;

    /// <summary>By aircraft.</summary>
    public IReadOnlyList<Flight> Flights => _flights;

    /// <summary>The waits of its aircraft.</summary>
    public AirWaits Waits => _waits;

    public void Add(Load load) => _waiting.Add(load);

    public bool Withdraw(LineKeeper line, SimTime orderedBefore)
    {
        var isAny = _waiting.Withdraw(line, orderedBefore);
        for (var aircraft = 0; aircraft < _flights.Length; aircraft++)
        {
            if (_flights[aircraft].IsUnderWay || _yard.Meant[aircraft] is not { } load || load.Line != line
                || load.OrderedAt > orderedBefore) continue;
            _yard.Meant[aircraft] = null;
            _waiting.Withdraw(load);
            isAny = true;
        }
        return isAny;
    }

    public bool HasVehicle => _yard.Idle > 0;

    public bool ServeNext()
    {
        if (!HasVehicle || _waiting.TakeNext() is not { } load) return false;
        var aircraft = TakeFor(load);
        (_yard.Meant[aircraft], _flights[aircraft].Stage) = (load, FlightStage.AtBase);
        _world.Simulation.Start(Employ(aircraft, load), _flights[aircraft]);
        return true;
    }

    // Of those that are idle, the one whose crew can set out first; of equals that with the lowest number.
    private int TakeFor(Load load)
    {
        if (_crews.Rest == TimeSpan.Zero) return _yard.Take();
        var (first, soonest, work) = (-1, TimeSpan.MaxValue, FromBase(load));
        foreach (var (aircraft, _) in _yard.IdleAtBase)
            if (_crews.RestBefore(aircraft, work) is var rest && (rest < soonest || (rest == soonest && aircraft < first)))
                (first, soonest) = (aircraft, rest);
        _yard.Take(first);
        return first;
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (change == StockChange.Taken) _waiting.GoodsWent();
        if (change != StockChange.Delivered) return;
        _waiting.GoodsCame();
        _yard.ShareOut();
    }

    private async Process Employ(int aircraft, Load load)
    {
        await BeOnDuty(aircraft, load);
        if (_isBasedHere ? await Work(aircraft, load) : await WorkAway(aircraft, load))
        {
            _crews.GoOffDuty(aircraft);
            _yard.PutBack(aircraft);
            _flights[aircraft].Stage = FlightStage.Idle;
        }
        _yard.TellReturned();
    }

    // One load after the other, as long as there are some; an aircraft based here is given the next like any other that is idle.
    // False where it was lost.
    private async Process<bool> Work(int aircraft, Load load)
    {
        for (var next = load; next is not null; next = NextFor(aircraft))
            if (await LoadUp(aircraft, next) && !await Carry(aircraft, next)) return false;
        return true;
    }

    private async Process<bool> WorkAway(int aircraft, Load load)
    {
        var way = LegFrom(_transport.BaseOf(_yard));
        SetOut(aircraft);
        if (await TakeOff(aircraft, way, toFetch: load) is not { } chosen)
        {
            ComeHome(aircraft);
            return true;
        }
        _flights[aircraft].IsUnderWay = true;
        var isThere = await Cross(aircraft, chosen);
        _flights[aircraft].IsUnderWay = false;
        if (!isThere)
        {
            _yard.Meant[aircraft] = null;
            _waiting.PutBack(load);
            _yard.ShareOut();
            return false;
        }
        if (!await Work(aircraft, load)) return false;
        var home = LegTo(_transport.BaseOf(_yard));
        if (!await Cross(aircraft, (await TakeOff(aircraft, home))!.Value)) return false;
        ComeHome(aircraft);
        return true;
    }

    private void SetOut(int aircraft)
    {
        _yard.State.Depart(1);
        _flights[aircraft].Stage = FlightStage.Out;
    }

    private void ComeHome(int aircraft)
    {
        _yard.State.Return(1);
        _flights[aircraft].Stage = FlightStage.AtBase;
    }

    private Load? NextFor(int aircraft)
    {
        if (_isBasedHere || !_yard.IsPresent(aircraft) || IsTurnOfOthers || _waiting.TakeNext() is not { } load) return null;
        if (_crews.HasTimeFor(aircraft, FromHere(load, _world.Now))) return _yard.Meant[aircraft] = load;
        _waiting.PutBack(load);
        return null;
    }

    // It flies home for them at the end of its crew's day; where that has none, as soon as they go before.
    private bool IsTurnOfOthers => _crews.Rest == TimeSpan.Zero && _yard.Departures.Count > 1 && _yard.First() != this;

    // False where it was withdrawn before its loading began, or is gone after it.
    private async Process<bool> LoadUp(int aircraft, Load load)
    {
        var (leg, here) = (LegOf(load), _transport.Airfields[_origin]!);
        if (!IsMeant(aircraft, load)) return false;
        if (!here.HasStand) _waits.For(aircraft, leg, WaitCause.Lane, _origin);
        using var stand = await here.Stands.Seize();
        _waits.Over(aircraft);
        if (!TryAdmit(_origin, load)) await BeAdmitted(aircraft, leg, _origin, load);
        if (!IsMeant(aircraft, load)) return false;
        _flights[aircraft].IsUnderWay = true;
        _crews.Serves(aircraft);
        await BeServed(aircraft, leg, _origin, load);
        _flights[aircraft].IsUnderWay = false;
        _yard.Meant[aircraft] = null;
        if (!_waiting.TryLoad(load)) return false;
        _yard.Aboard[aircraft] = load;
        load.Line.Stands(load);
        return true;
    }

    private bool IsMeant(int aircraft, Load load) => _yard.Meant[aircraft] == load;

    // There and back, with its load where nobody is there any more. False where it was lost.
    private async Process<bool> Carry(int aircraft, Load load)
    {
        if (IsForNobody(load))
        {
            GiveBack(aircraft, load);
            return true;
        }
        if (_isBasedHere) SetOut(aircraft);
        if (await FlyToStand(aircraft, LegOf(load), load) is not { } berth) return false;
        var (place, back) = (load.To, LegFrom(load.To));
        using (berth)
        {
            load.Line.Stands(load);
            if (!TryAdmit(place, load)) await BeAdmitted(aircraft, back, place, load);
            if (!IsForNobody(load)) await BeServed(aircraft, back, place, load);
            if (!IsForNobody(load))
            {
                _transport.Docks[place]!.Fill(load);
                _transport.Deliver(load, place);
                _yard.Aboard[aircraft] = null;
            }
            back = (await TakeOff(aircraft, back))!.Value;
        }
        if (!await Cross(aircraft, back)) return false;
        if (_yard.Aboard[aircraft] is not null) GiveBack(aircraft, load);
        if (_isBasedHere) ComeHome(aircraft);
        return true;
    }

    // On a stand: whether cargo may be handled at the place, and there is room for it, which is kept then.
    // Mostly so, and a process costs more than the question.
    private bool TryAdmit(int place, Load load) => _transport.Docks[place]!.TryAdmit(load, unloads: place != _origin);

    // Until that is so.
    private async Process BeAdmitted(int aircraft, AirLeg leg, int place, Load load)
    {
        var docks = _transport.Docks[place]!;
        if (place != _origin && docks.MayUnload)
        {
            docks.TellFull(load);
            _waits.ForRoom(aircraft, leg, place);
        }
        else _waits.For(aircraft, leg, WaitCause.Physical, place);
        await docks.Admit(load, unloads: place != _origin);
        _waits.Over(aircraft);
    }

    // On a stand: what the airfield or the type takes, and then a loading crew where these are counted.
    private async Process BeServed(int aircraft, AirLeg leg, int place, Load load)
    {
        var field = _transport.Airfields[place]!;
        await _world.Simulation.Delay(field.GroundTime[_yard.Number].Sample(_yard.NextOccasion(aircraft)), Priorities.EndOfService);
        if (field.Crews is null) return;
        _waits.For(aircraft, leg, WaitCause.Lane, place);
        using var crew = await field.Crews.Seize();
        _waits.Over(aircraft);
        for (var left = field.Airfield.HandlingTime(load.Mass); left > TimeSpan.Zero;)
            if (field.Hours.IsOpen(_world.Now)) left -= await Handle(field, left);
            else await WaitForOpening(aircraft, leg, place);
    }

    private async Process<TimeSpan> Handle(AirfieldState field, TimeSpan left)
    {
        var start = _world.Now;
        await _world.Simulation.DelayUntil(SimTime.Min(start + left, field.Hours.NextChange(start)), Priorities.EndOfService);
        return _world.Now - start;
    }

    private async Process WaitForOpening(int aircraft, AirLeg leg, int place)
    {
        _waits.For(aircraft, leg, WaitCause.Hours, place);
        await _world.Simulation.DelayUntil(_transport.Airfields[place]!.Hours.NextChange(_world.Now), Priorities.Arrival);
        _waits.Over(aircraft);
    }

    private AirLeg LegOf(Load load) => LegTo(load.Line.To);

    private AirLeg LegFrom(int place) => _transport.Airways.Shortest(place, _origin, _yard.Number);

    private AirLeg LegTo(int place) => _transport.Airways.Shortest(_origin, place, _yard.Number);
}
