using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The waits on the ground of a fleet's aircraft that fly from one place: every instant of each is charged to the first
/// gate that is shut.</summary>
/// <remarks>
/// An aircraft that waits to get from one airfield to another waits for: nothing that grounds it or shuts the way (physical); the
/// fuel that it takes, once it has nothing left to do but fly (fuel); the hours of both (hours); and then whatever it says that it
/// waits for (its crew, a stand, a loading crew). The wait is charged at the airfield whose gate it is. Whether there is fuel is looked
/// at when it begins to wait, when some comes or is taken, and when hours turn. One run, one thread.
/// </remarks>
internal sealed class AirWaits : IEventHandler, IStockListener
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly Yard _yard;
    private readonly AirCrews _crews;
    private readonly HandlerId _handler;
    private readonly Wait[] _waits;

    public AirWaits(Transport transport, Yard yard)
    {
        (_transport, _world, _yard, _crews) = (transport, transport.World, yard, transport.CrewsOf(yard));
        _handler = _world.Simulation.Register(this);
        _waits = new Wait[yard.Fleet.Count];
        _world.FlyingChanged += SettleAll;
        foreach (var (place, field) in _transport.Airfields.Index())
            if (field?.Pump is not null) _world.Stocks.Listen(place, this);
    }

    /// <summary>Whether something grounds the fleet, or shuts the way or one of its ends.</summary>
    public bool IsShut(in AirLeg leg) => ShutAt(leg) >= 0;

    /// <summary>What an aircraft waits for at this instant, and where; null where it does not wait.</summary>
    public (int Place, WaitCause Cause)? WaitOf(int aircraft) =>
        _waits[aircraft].Charged is { IsSet: true } gate ? (gate.Place, gate.Cause) : null;

    /// <summary>An aircraft waits from now on, or waits for something else from now on.</summary>
    /// <param name="aircraft">Its number.</param>
    /// <param name="leg">What it waits to fly.</param>
    /// <param name="cause">What it waits for while no gate before that is shut.</param>
    /// <param name="place">Where that is.</param>
    /// <param name="keptBy">The disruption that keeps it from leaving; null where that is not what it waits for.</param>
    /// <param name="fuel">[smallest unit] What it takes on before it flies; 0 where it takes none, or has more to do first.</param>
    public void For(int aircraft, in AirLeg leg, WaitCause cause, int place, string? keptBy = null, long fuel = 0) =>
        For(aircraft, leg, new Gate(place, cause) { KeptBy = keptBy }, fuel);

    /// <summary>The same, where what it brings finds no room in the store.</summary>
    public void ForRoom(int aircraft, in AirLeg leg, int place) =>
        For(aircraft, leg, new Gate(place, WaitCause.Physical) { IsForRoom = true }, fuel: 0);

    private void For(int aircraft, in AirLeg leg, in Gate gate, long fuel)
    {
        ref var wait = ref _waits[aircraft];
        if (wait.Charged == default) wait.Since = _world.Now;
        (wait.Leg, wait.Gate, wait.Fuel) = (leg, gate, fuel);
        Settle(aircraft);
    }

    /// <summary>It waits no longer, and its crew is told how long it has; nothing where it did not wait.</summary>
    public void Over(int aircraft)
    {
        ref var wait = ref _waits[aircraft];
        if (wait.Charged == default) return;
        _world.Delays.End(wait.Open, _world.Now);
        _world.Simulation.Cancel(wait.HoursChange);
        _crews.Waited(aircraft, wait.Since);
        wait = default;
    }

    // Opening hours have changed at one end.
    void IEventHandler.Handle(long aircraft) => Settle((int)aircraft);

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (change is not (StockChange.Delivered or StockChange.Taken)) return;
        for (var aircraft = 0; aircraft < _waits.Length; aircraft++)
            if (_waits[aircraft] is { Fuel: > 0 } wait && wait.Leg.From == place) Settle(aircraft);
    }

    private void SettleAll()
    {
        for (var aircraft = 0; aircraft < _waits.Length; aircraft++)
            if (_waits[aircraft].Charged != default) Settle(aircraft);
    }

    private void Settle(int aircraft)
    {
        ref var wait = ref _waits[aircraft];
        var gate = FirstShut(wait);
        if (gate != wait.Charged)
        {
            if (wait.Charged != default) _world.Delays.End(wait.Open, _world.Now);
            var waiting = new Waiting(gate.Place, gate.Cause, null, _yard.ShipmentOf(aircraft))
            {
                KeptFrom = gate.KeptBy is null ? -1 : _yard.Number,
                KeptBy = gate.KeptBy,
                IsForRoom = gate.IsForRoom,
            };
            wait.Open = _world.Delays.Begin(waiting, 1, _world.Now, isAircraft: true);
            wait.Charged = gate;
        }
        _world.Simulation.Cancel(wait.HoursChange);
        var next = NextHours(wait.Leg);
        if (next < _world.Catalogue.Horizon)
            wait.HoursChange = _world.Simulation.Schedule(next, Priorities.StatusChange, _handler, aircraft);
    }

    private Gate FirstShut(in Wait wait)
    {
        if (ShutAt(wait.Leg) is >= 0 and var shut) return new Gate(shut, WaitCause.Physical) { KeptBy = _yard.State.GroundedBy };
        var leg = wait.Leg;
        if (!_transport.Airfields[leg.From]!.HasFuel(wait.Fuel)) return new Gate(leg.From, WaitCause.Fuel);
        if (!_transport.Airfields[leg.From]!.Hours.IsOpen(_world.Now)) return new Gate(leg.From, WaitCause.Hours);
        return _transport.Airfields[leg.To]!.Hours.IsOpen(_world.Now + leg.Time) ? wait.Gate : new Gate(leg.To, WaitCause.Hours);
    }

    // Where the way is shut; -1 where it is not.
    private int ShutAt(in AirLeg leg)
    {
        var traffic = _transport.TrafficOf(_yard);
        if (_yard.State.IsGrounded || !_world.Runways[leg.From]!.IsOpenFor(traffic) || !_world.Routes[leg.Route].IsOpenFor(traffic))
            return leg.From;
        return _world.Runways[leg.To]!.IsOpenFor(traffic) ? -1 : leg.To;
    }

    private SimTime NextHours(in AirLeg leg)
    {
        var (here, there) = (_transport.Airfields[leg.From]!.Hours.NextChange(_world.Now),
            _transport.Airfields[leg.To]!.Hours.NextChange(_world.Now + leg.Time));
        return SimTime.Min(here, FlightWindow.Before(there, leg.Time));
    }

    private readonly record struct Gate(int Place, WaitCause Cause, bool IsSet)
    {
        public Gate(int place, WaitCause cause) : this(place, cause, true) { }

        public string? KeptBy { get; init; }

        public bool IsForRoom { get; init; }
    }

    private struct Wait
    {
        public AirLeg Leg;
        public Gate Gate;
        public long Fuel;
        public Gate Charged;
        public int Open;
        public SimTime Since;
        public EventHandle HoursChange;
    }
}
