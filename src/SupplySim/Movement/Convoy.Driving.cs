using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// On the road: how fast, how far until something happens, and what changes that.
internal sealed partial class Convoy
{
    private Speed? _slowest;
    private bool _guardsNobody;
    private ClosureHold? _closure;
    private int _trip = -1;
    private long _remaining;
    private (Speed Usual, Speed Speed, double Hazard, long Metres, SimTime Start, TimeSpan Time) _stretch;

    void IMover.RouteClosed(ClosureHold hold)
    {
        if (hold.EnRoute == EnRoute.Complete || (_closure is { } earlier && earlier.EnRoute >= hold.EnRoute)) return;
        _closure = hold;
        Interrupt();
    }

    void IMover.SpeedChanged() => Interrupt();

    private void Interrupt()
    {
        if (_step == Step.Stretch) EndStep();
        else _interrupted?.Fire();
    }

    // The slowest of the column sets the pace.
    private Speed SpeedOn(int arc)
    {
        var road = RoadOf(arc);
        return road.Limited(UsualSpeedOn(road));
    }

    private Speed UsualSpeedOn(RouteState road) => RoadMap.Slower(road.Usual, _slowest);

    /// <summary>By what it is held up on the road at this instant, and since when, so far as that is no wait; null by nothing.</summary>
    public LoggedHoldUp? OpenHoldUp => _haltedOn >= 0
        ? OnTheRoad(HoldUp.Breakdown, _haltedOn, _haltedSince, _world.Now - _haltedSince)
        : _restingSince != SimTime.Never
            ? new(
                new HoldUpKey(Shipment, Fleet, HoldUp.Rest), _restingSince, _world.Now, (_world.Now - _restingSince) * _members.Count, null)
        : _step == Step.Stretch && IsSlowed ? Slowed(MetresIn(_world.Now - _stretch.Start, _stretch.Speed)) : null;

    private bool IsSlowed => _stretch.Usual.MetresPerHour > _stretch.Speed.MetresPerHour;

    // What it has driven in this stretch it would have driven sooner at its usual speed.
    private LoggedHoldUp Slowed(long metres) =>
        OnTheRoad(HoldUp.Slow, Arc, _stretch.Start, _world.Now - _stretch.Start - _stretch.Usual.TimeFor(Distance.FromMetres(metres)));

    private LoggedHoldUp OnTheRoad(HoldUp cause, int arc, SimTime since, TimeSpan time) =>
        new(new HoldUpKey(Shipment, -1 - _transport.Roads.Graph[arc].Route, cause), since, _world.Now, time * _members.Count, null);

    // Asked for at every leg, so it is kept; called whenever the column has changed.
    private void FindSlowest()
    {
        (_slowest, _day, _stopsAtNight, _guardsNobody) = (null, TimeSpan.FromDays(1), false, _escorts is not null);
        foreach (var member in _members)
        {
            if (member.Yard.Fleet.Speed is { } speed) _slowest = _slowest is { } so ? RoadMap.Slower(so, speed) : speed;
            _guardsNobody &= member.Yard != _yard;
            if (member.Yard.Fleet.Driving is { } day && day < _day) _day = day;
            _stopsAtNight |= member.Yard.Fleet.Night == NightRule.Stop;
        }
        FindExposure();
        FindFirstFailure();
        Weigh();
    }

    // The heaviest of the column, with what it carries now, says which ways there are; called whenever the
    // column has changed, and when it has been unloaded.
    private void Weigh(long grams = 0)
    {
        foreach (var member in _members) grams = Math.Max(grams, member.Grams);
        LoadClass = _world.Catalogue.LoadClasses.Of(Fleet, grams);
        _traffic = _world.Catalogue.TrafficOf(LoadClass);
    }

    private bool IsBestWay(int arc, int destination)
    {
        if (Goal(destination) != destination) return false;
        var way = _transport.Router.Choose(_at, destination, LoadClass);
        if (way is not { IsShut: false }) Strand(_at, destination);
        return (way is null || way.Arcs[0] == arc) && (_isOutbound || AimFrom(_at, _transport.BaseOf(_yard)) == destination);
    }

    private bool IsOpen(int arc) => !_transport.MayChange(arc) || RoadOf(arc).IsOpenFor(Traffic);

    // Whether nothing can come between here and the end of the arc: no closure, no rest, no breakdown, no attack. Most arcs are so.
    private bool IsUneventful(int arc, long metres, out TimeSpan time)
    {
        time = default;
        if (_transport.MayChange(arc)) return false;
        time = SpeedOn(arc).TimeFor(Distance.FromMetres(metres));
        if ((Rest is not null && Driven + time >= _day) || !StaysLight(arc, time)) return false;
        return _toFailure > metres && !_isAttacked && UntilAttacked(HazardOn(arc)) > time;
    }

    private TimeSpan StartUneventful(int arc, long metres, TimeSpan time)
    {
        CountAsMoving();
        if (_world.Story is not null) TellTrip(arc, metres, time); // ends as it is told
        EndStanding();
        CountHours(time, _world.Now + time);
        CountDriven(metres);
        Dare(HazardOn(arc), time);
        return time;
    }

    private void SetInMotion(int arc, long remaining)
    {
        CountAsMoving();
        if (_world.Story is not null) _trip = TellTrip(arc, remaining, TimeWithStops(arc, remaining));
    }

    // What was given up while it stood is on its way again.
    private void CountAsMoving()
    {
        if (_isInMotion) return;
        foreach (var member in _members) member.Load?.Moves();
        _isInMotion = true;
    }

    private int BeginWait(WaitCause cause, ClosureHold? blamed = null, int route = -1) =>
        _world.Delays.Begin(new Waiting(_at, cause, blamed, Shipment) { Route = route }, _members.Count, _world.Now);

    // Drives what is left of an arc, along which something may happen.
    private void Drive(long remaining)
    {
        RouteAhead.Enter(this);
        SetInMotion(Arc, remaining);
        _remaining = remaining;
        Roll();
    }

    private void Roll()
    {
        if (_members.Count == 0)
        {
            TellTripEnd(Arc, _remaining);
            RouteAhead.Leave(this);
            LookForWay();
        }
        else if (MustHalt)
        {
            _world.Simulation.Start(Halt(), this);
        }
        else if (_remaining > 0)
        {
            BeginStretch();
        }
        else
        {
            RouteAhead.Leave(this);
            GetToEnd();
        }
    }

    private bool MustHalt => _isAttacked || HasBroken || _closure is not null || (_remaining > 0 && MustStop(Arc));

    private bool MustStop(int arc) => IsDarkOn(arc) || (Rest is not null && Driven >= _day);

    private bool IsDarkOn(int arc) => LightOn(arc)?.IsLight(_world.Now) == false;

    // As far as the end of the arc, a breakdown, an attack, or the end of the driving day; a closure or another speed ends it earlier.
    private void BeginStretch()
    {
        EndStanding();
        CountAsMoving();
        var usual = UsualSpeedOn(RouteAhead);
        var (speed, hazard) = (RouteAhead.Limited(usual), HazardOn(Arc));
        var metres = Math.Min(_toFailure, MetresAhead(Arc, _remaining, speed, hazard));
        _stretch = (usual, speed, hazard, metres, _world.Now, speed.TimeFor(Distance.FromMetres(metres)));
        WaitFor(Step.Stretch, _stretch.Time, Priorities.Arrival);
    }

    // [m] Until it is attacked, its driving day is over or it grows dark, if that comes first; its hours are up to date.
    private long MetresAhead(int arc, long metres, Speed speed, double hazard)
    {
        if (UntilAttacked(hazard) is var attack && attack < TimeSpan.MaxValue) metres = Math.Min(metres, MetresTo(attack, speed));
        if (Rest is not null) metres = Math.Min(metres, MetresIn(_day - _driven, speed));
        return LightOn(arc) is { } light ? Math.Min(metres, MetresIn(light.Left(_world.Now), speed)) : metres;
    }

    private void EndStretch()
    {
        var (_, speed, hazard, metres, start, whole) = _stretch;
        var time = _world.Now - start;
        if (_closure is not null || time < whole) metres = Math.Min(metres, MetresIn(time, speed));
        if (IsSlowed) _world.HoldUps.Add(Slowed(metres));
        CountHours(time, _world.Now);
        Dare(hazard, time);
        CountDriven(metres);
        FindBroken();
        _remaining -= metres;
        Roll();
    }

    private static long MetresIn(TimeSpan time, Speed speed) =>
        Math.Max(1, Ratio.Down(time.Ticks, speed.MetresPerHour, TimeSpan.TicksPerHour));

    // The first whole metre that is reached by then.
    private static long MetresTo(TimeSpan time, Speed speed) => MetresIn(time, speed) + 1;

    // What is left of an arc; back to where it began, what was covered of it.
    private int TellTrip(int arc, long metres, TimeSpan time, bool isBack = false)
    {
        ref readonly var step = ref _transport.Roads.Graph[arc];
        return _world.Story!.Travel(
            new Trip(step.Route, _transport.Roads.IsForward(arc) != isBack, _world.Now, _world.Now + time, _members.Count, Fleet,
                IsLaden) { From = ShareWith(arc, metres) });
    }

    private void TellTripEnd(int arc, long remaining)
    {
        if (_trip >= 0) _world.Story?.EndTrip(_trip, _world.Now, ShareWith(arc, remaining));
        _trip = -1;
    }

    private double ShareWith(int arc, long remaining) => 1 - (double)remaining / _transport.Roads.Graph[arc].Weight;

    /// <summary>The run is over: what was foreseen to have arrived by now and has not is still on the road.</summary>
    public void TellWhereItIs()
    {
        if (_trip >= 0 && _world.Story?.TripEnd(_trip) < _world.Now) TellTripEnd(Arc, _remaining);
    }

    // Stops for the night are foreseen, closures and breakdowns are not. Beyond the end of the run nobody knows when it is light.
    private TimeSpan TimeWithStops(int arc, long metres)
    {
        var (speed, light, day) = (SpeedOn(arc), LightOn(arc), Rest is null ? TimeSpan.MaxValue : _day);
        var (at, driven, stands) = (_world.Now, Driven, _standsSince);
        while (metres > 0)
        {
            var (stretch, isLight) = (metres, light?.IsLight(at));
            if (isLight == false && at < _world.Catalogue.Horizon)
            {
                at += light!.UntilLightFor(TimeSpan.Zero, at);
                if (_stopsAtNight || at - stands >= Rest) driven = TimeSpan.Zero;
                continue;
            }
            if (driven >= day)
            {
                var (rested, dusk) = (stands + Rest!.Value, _stopsAtNight && isLight == true ? at + light!.Left(at) : SimTime.Never);
                (at, driven) = dusk < rested ? (dusk, driven) : (rested, TimeSpan.Zero);
                continue;
            }
            if (Rest is not null) stretch = Math.Min(stretch, MetresIn(day - driven, speed));
            if (isLight == true) stretch = Math.Min(stretch, MetresIn(light!.Left(at), speed));
            var drive = speed.TimeFor(Distance.FromMetres(stretch));
            (at, driven, metres) = (at + drive, driven + drive, metres - stretch);
            stands = at;
        }
        return at - _world.Now;
    }
}
