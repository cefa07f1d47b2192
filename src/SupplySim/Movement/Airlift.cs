using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The aircraft of one fleet that fly from one place: each takes a load, flies, is unloaded and comes back.</summary>
/// <remarks>
/// An aircraft needs a stand at the origin while it is loaded, and one at the destination from before it takes off until it
/// has left again. It takes off when both airfields are open, at take-off and landing, nothing keeps the fleet on the ground,
/// and the crew's day is long enough to be loaded, fly there, be unloaded and fly back. One run, one thread.
/// </remarks>
internal sealed class Airlift : IDepartures, IStockListener
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly Yard _yard;
    private readonly int _origin;
    private readonly WaitingLoads _waiting;
    private readonly SimTime[] _onDutySince;
    private readonly SimTime[] _offDutySince;
    private readonly int[] _sorties;

    public Airlift(Transport transport, Yard yard, int origin)
    {
        (_transport, _world, _yard, _origin) = (transport, transport.World, yard, origin);
        _waiting = new WaitingLoads(transport, origin);
        var count = yard.Fleet.Count;
        (_onDutySince, _offDutySince, _sorties) = (new SimTime[count], new SimTime[count], new int[count]);
        yard.Claimants.Add(Serve);
        _world.Stocks.Listen(origin, this);
    }

    private TimeSpan Rest => TimeSpan.FromDays(1) - (_yard.Fleet.CrewDay ?? TimeSpan.FromDays(1));

    public WaitingLoads Waiting => _waiting;

    public void Add(Load load) => _waiting.Add(load);

    public bool Withdraw(LineKeeper line, SimTime orderedBefore) => _waiting.Withdraw(line, orderedBefore);

    public void Serve()
    {
        while (_yard.Idle > 0 && _waiting.TakeNext() is { } load)
        {
            var aircraft = _yard.Take();
            _yard.Meant[aircraft] = load;
            _world.Simulation.Start(Fly(aircraft, load), $"{_yard.Fleet.Id} {aircraft}");
        }
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (change == StockChange.Delivered) Serve();
    }

    private async Process Fly(int aircraft, Load load)
    {
        var leg = _transport.AirLeg(_origin, load.Line.To, _yard.Fleet);
        var (here, there) = (_transport.Airfields[_origin]!, _transport.Airfields[load.Line.To]!);
        await BeOnDuty(aircraft, leg);
        if (await Load(aircraft, load, here))
        {
            _yard.State.Depart(1);
            using (await TakeOffFor(aircraft, here, there, leg))
            {
                await Travel(leg, forward: true, load);
                await _world.Simulation.Delay(GroundTime(there, aircraft), Priorities.EndOfService);
                _transport.Deliver(load, load.Line.To);
                _yard.Aboard[aircraft] = null;
                await WaitForWindow(aircraft, there, here, leg);
            }
            await Travel(leg, forward: false, null);
            _yard.State.Return(1);
        }
        _offDutySince[aircraft] = _world.Now;
        _yard.PutBack(aircraft);
        _yard.TellReturned();
    }

    private async Process<bool> Load(int aircraft, Load load, AirfieldState here)
    {
        using var stand = await here.Stands.Seize();
        await _world.Simulation.Delay(GroundTime(here, aircraft), Priorities.EndOfService);
        _yard.Meant[aircraft] = null;
        if (!_waiting.TryLoad(load)) return false;
        _yard.Aboard[aircraft] = load;
        return true;
    }

    // The crew has rested when it had nothing to do for long enough; otherwise it rests now if its day is too far gone.
    private async Process BeOnDuty(int aircraft, AirLeg leg)
    {
        if (_yard.Fleet.CrewDay is not { } day) return;
        var ground = _transport.Airfields[_origin]!.Airfield.GroundTime.Mean + _transport.Airfields[leg.To]!.Airfield.GroundTime.Mean;
        var trip = leg.Time * 2 + ground;
        if (_sorties[aircraft] == 0 || _world.Now - _offDutySince[aircraft] >= Rest) _onDutySince[aircraft] = _world.Now;
        if (_world.Now - _onDutySince[aircraft] + trip <= day) return;
        await _world.Simulation.Delay(Rest, Priorities.StatusChange);
        _onDutySince[aircraft] = _world.Now;
    }

    // Waits until it may go, and holds a stand at the destination.
    private async Process<ResourceHold> TakeOffFor(int aircraft, AirfieldState here, AirfieldState there, AirLeg leg)
    {
        while (!_yard.State.Goes(aircraft, _sorties[aircraft]++)) await _world.Simulation.Delay(TimeSpan.FromDays(1), Priorities.StatusChange);
        var stand = await there.Stands.Seize();
        await WaitForWindow(aircraft, here, there, leg);
        return stand;
    }

    // A crew that waits as long as it would rest has rested.
    private async Process WaitForWindow(int aircraft, AirfieldState from, AirfieldState to, AirLeg leg)
    {
        for (var since = _world.Now; ;)
        {
            while (_yard.State.IsGrounded) await _yard.State.MayGoAgain.Wait();
            var at = NextWindow(from, to, leg.Time);
            if (at == _world.Now)
            {
                if (at - since >= Rest) _onDutySince[aircraft] = at;
                return;
            }
            await _world.Simulation.DelayUntil(at, Priorities.StatusChange);
        }
    }

    // The first instant from now on at which one airfield is open, and the other is when the aircraft gets there.
    private SimTime NextWindow(AirfieldState from, AirfieldState to, TimeSpan flight)
    {
        for (var at = _world.Now; at < _world.Catalogue.Horizon;)
        {
            if (!from.Hours.IsOpen(at)) at = from.Hours.NextChange(at);
            else if (to.Hours.IsOpen(at + flight)) return at;
            else at = Before(to.Hours.NextChange(at + flight), flight);
        }
        return SimTime.Latest;
    }

    private static SimTime Before(SimTime time, TimeSpan span) => time == SimTime.Never ? time : time - span;

    private TimeSpan GroundTime(AirfieldState airfield, int aircraft) =>
        airfield.GroundTime[_yard.Number].Sample(_yard.NextOccasion(aircraft));

    private async Process Travel(AirLeg leg, bool forward, Load? load)
    {
        _world.Story?.Travel(new Trip(leg.Route, forward == leg.Forward, _world.Now, _world.Now + leg.Time, 1, _yard.Number, load is not null));
        if (_world.Story is not null && load is not null)
            _world.Tell(HappeningKind.Departed, _yard.Fleet.Id,
                $"1 flight from {_world.Catalogue.Places[_origin].Id} to {_world.Catalogue.Places[load.Line.To].Id}: {Movement.Load.Describe([load], _world.Catalogue)}");
        await _world.Simulation.Delay(leg.Time, Priorities.Arrival);
    }
}
