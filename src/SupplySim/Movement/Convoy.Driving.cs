using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// On the road: speed, rest, breakdowns, and closures of the very route it is on.
internal sealed partial class Convoy
{
    private List<Member>? _broken;
    private TimeSpan _driven;
    private Speed? _slowest;
    private ClosureHold? _closure;
    private Signal? _interrupted;
    private long _remaining;
    private (Speed Speed, double Hazard, long Metres, SimTime Start, TimeSpan Time) _stretch;

    private bool HasBroken => _broken is { Count: > 0 };

    /// <summary>Whether it is a single vehicle that is being repaired on the road.</summary>
    public bool IsUnderRepair { get; private set; }

    private TimeSpan? Rest => _yard.Fleet.Driving is { } driving && driving < TimeSpan.FromDays(1)
        ? TimeSpan.FromDays(1) - driving
        : null;

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
        var usual = RoadMap.Slower(_transport.SpeedOn(arc), _slowest);
        return _transport.MayChange(arc) ? _world.Routes[_transport.Roads.Graph[arc].Route].Limited(usual) : usual;
    }

    // Asked for at every leg, so it is kept; called whenever the column has changed.
    private void FindSlowest()
    {
        (_slowest, _stopsAtNight) = (null, false);
        foreach (var member in _members)
        {
            if (member.Yard.Fleet.Speed is { } speed) _slowest = _slowest is { } so ? RoadMap.Slower(so, speed) : speed;
            _stopsAtNight |= member.Yard.Fleet.Night == NightRule.Stop;
        }
        FindExposure();
    }

    private bool IsBestWay(int arc, int destination)
    {
        if (Goal(destination) != destination) return false;
        var way = _transport.Router.Choose(_at, destination, Fleet);
        if (way is not { IsShut: false }) Strand(_at, destination);
        return (way is null || way.Arcs[0] == arc) && (_isOutbound || AimFrom(_at, _transport.BaseOf(_yard)) == destination);
    }

    private bool IsOpen(int arc) => !_transport.MayChange(arc) || _world.Routes[_transport.Roads.Graph[arc].Route].IsOpenFor(Traffic);

    // Whether nothing can come between here and the end of the arc: no closure, no rest, no breakdown, no attack. Most arcs are so.
    private bool IsUneventful(int arc, long metres, out TimeSpan time)
    {
        time = default;
        if (_transport.MayChange(arc)) return false;
        time = SpeedOn(arc).TimeFor(Distance.FromMetres(metres));
        if ((Rest is not null && _driven + time >= _yard.Fleet.Driving) || !StaysLight(arc, time)) return false;
        foreach (var member in _members)
            if (member.Yard.CanBreakDown && member.Yard.MetresToFailure(member.Vehicle) <= metres) return false;
        return !_isAttacked && UntilAttacked(HazardOn(arc)) > time;
    }

    private TimeSpan StartUneventful(int arc, long metres, TimeSpan time)
    {
        SetInMotion(arc, metres);
        _driven += time;
        foreach (var member in _members)
            if (member.Yard.CanBreakDown) member.Yard.Drive(member.Vehicle, metres);
        Dare(HazardOn(arc), time);
        return time;
    }

    private void SetInMotion(int arc, long remaining)
    {
        foreach (var member in _members) member.Load?.Moves();
        TellTrip(arc, remaining);
    }

    private int BeginWait(WaitCause cause, ClosureHold? blamed = null) => _world.Delays.Begin(_at, cause, _members.Count, _world.Now, blamed);

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

    private bool MustHalt => _isAttacked || HasBroken || _closure is not null
        || (_remaining > 0 && (IsDarkOn(Arc) || (Rest is not null && _driven >= _yard.Fleet.Driving)));

    private bool IsDarkOn(int arc) => LightOn(arc)?.IsLight(_world.Now) == false;

    // All that makes it stand still on the road, one after the other.
    private async Process Halt()
    {
        while (_members.Count > 0 && MustHalt)
            if (_isAttacked && _closure?.EnRoute != EnRoute.Lost) await MeetAttack(Arc);
            else if (HasBroken && _closure?.EnRoute != EnRoute.Lost) await LeaveBroken(Arc, _remaining);
            else if (_closure is { } closure)
            {
                if (!await Meet(closure, RouteAhead, Arc, _remaining))
                {
                    RouteAhead.Leave(this);
                    LookForWay();
                    return;
                }
            }
            else if (IsDarkOn(Arc)) await SpendNightOn(Arc);
            else await StopForTheNight(Rest!.Value);
        Roll();
    }

    // A vehicle that was left behind goes on alone when it is repaired.
    private async Process GoOnAlone(int arc, long remaining, int destination)
    {
        (_way, _leg, _aim, _version) = ([arc], 0, destination, _transport.Reports.Situation.Version);
        (_bound, _errand) = (destination, _isOutbound ? Errand.Unload : Errand.ComeHome);
        RouteAhead.Enter(this);
        // Perhaps on a route that was closed while its column halted.
        RouteAhead.TellClosures(this);
        await Repair();
        SetInMotion(arc, remaining);
        _remaining = remaining;
        Roll();
    }

    private async Process StopForTheNight(TimeSpan rest)
    {
        if (!await IsLostWithin(rest)) _driven = TimeSpan.Zero;
    }

    // Stands for a time. True where the route is closed over it meanwhile and it is lost; what else befalls it there is met afterwards.
    private async Process<bool> IsLostWithin(TimeSpan time)
    {
        for (var until = _world.Now + time; _world.Now < until;)
            if (await IsClosedWithin(until - _world.Now) && _closure!.EnRoute == EnRoute.Lost) return true;
        return false;
    }

    // As far as the end of the arc, a breakdown, an attack, or the end of the driving day; a closure or another speed ends it earlier.
    private void BeginStretch()
    {
        var (speed, hazard, metres) = (SpeedOn(Arc), HazardOn(Arc), _remaining);
        if (UntilAttacked(hazard) is var attack && attack < TimeSpan.MaxValue) metres = Math.Min(metres, MetresTo(attack, speed));
        if (_yard.Fleet.Driving is { } day && Rest is not null) metres = Math.Min(metres, MetresIn(day - _driven, speed));
        if (LightOn(Arc) is { } light) metres = Math.Min(metres, MetresIn(light.Left(_world.Now), speed));
        foreach (var member in _members)
            if (member.Yard.CanBreakDown) metres = Math.Min(metres, member.Yard.MetresToFailure(member.Vehicle));
        _stretch = (speed, hazard, metres, _world.Now, speed.TimeFor(Distance.FromMetres(metres)));
        WaitFor(Step.Stretch, _stretch.Time, Priorities.Arrival);
    }

    private void EndStretch()
    {
        var (speed, hazard, metres, start, whole) = _stretch;
        var time = _world.Now - start;
        if (_closure is not null || time < whole) metres = Math.Min(metres, MetresIn(time, speed));
        _driven += time;
        Dare(hazard, time);
        foreach (var member in _members)
        {
            if (!member.Yard.CanBreakDown) continue;
            member.Yard.Drive(member.Vehicle, metres);
            if (member.Yard.MetresToFailure(member.Vehicle) <= 0) (_broken ??= []).Add(member);
        }
        _remaining -= metres;
        Roll();
    }

    private static long MetresIn(TimeSpan time, Speed speed) => Math.Max(1, Ratio.Down(time.Ticks, speed.MetresPerHour, TimeSpan.TicksPerHour));

    // The first whole metre that is reached by then.
    private static long MetresTo(TimeSpan time, Speed speed) => MetresIn(time, speed) + 1;

    private async Process<bool> IsClosedWithin(TimeSpan time)
    {
        if (!_transport.MayChange(Arc))
        {
            await _world.Simulation.Delay(time, Priorities.Arrival);
            return false;
        }
        _interrupted ??= new Signal(_world.Simulation);
        await _interrupted.Wait(time, Priorities.Arrival);
        return _closure is not null;
    }

    // The route has been closed under way. True where it goes on along it in the end.
    private async Process<bool> Meet(ClosureHold closure, RouteState route, int arc, long remaining)
    {
        _closure = null;
        switch (closure.EnRoute)
        {
            case EnRoute.Lost:
                foreach (var member in _members) Lose(member);
                _members.Clear();
                return false;
            case EnRoute.TurnBack when !route.IsOpenFor(Traffic):
                route.Leave(this);
                await TurnBack(arc, remaining);
                return false;
            default:
                var (since, wait) = (_world.Now, BeginWait(WaitCause.Physical, closure));
                while (!route.IsOpenFor(Traffic) && _closure?.EnRoute is not (EnRoute.TurnBack or EnRoute.Lost))
                    if (closure.EnRoute == EnRoute.Trapped) await _world.RoutesChanged.Wait();
                    else if (!await _world.RoutesChanged.Wait(Patience(since))) GiveUpLoads();
                _world.Delays.End(wait, _world.Now);
                return true;
        }
    }

    // Back to where the arc began, which is where it still is as far as planning goes.
    private async Process TurnBack(int arc, long remaining)
    {
        for (var covered = _transport.Roads.Graph[arc].Weight - remaining; covered > 0 && _members.Count > 0;)
        {
            var (speed, hazard, metres) = (SpeedOn(arc), HazardOn(arc), covered);
            if (UntilAttacked(hazard) is var attack && attack < TimeSpan.MaxValue) metres = Math.Min(metres, MetresTo(attack, speed));
            var time = speed.TimeFor(Distance.FromMetres(metres));
            await _world.Simulation.Delay(time, Priorities.Arrival);
            Dare(hazard, time);
            if (_isAttacked) await MeetAttack(arc);
            covered -= metres;
        }
        _at = _transport.Roads.Graph[arc].From;
    }

    // The column halts for its broken vehicles, leaves them behind and goes on; a vehicle by itself waits for its repair.
    private async Process LeaveBroken(int arc, long remaining)
    {
        if (_members.Count == 1)
        {
            await Repair();
            return;
        }
        if (_members.Count > _broken!.Count && _yard.Fleet.Breakdown?.RecoveryHalt is { } halt && await IsLostWithin(halt.Sample(0.5))) return;
        foreach (var member in _broken!)
        {
            _members.Remove(member);
            var alone = new Convoy(_transport, [member], _at, _destination) { _isOutbound = _isOutbound, _ordered = _ordered, _bringsBack = _bringsBack, _driven = _driven, HasSetOut = true };
            alone._broken = [member];
            var destination = _isOutbound ? _destination : _transport.BaseOf(member.Yard);
            _world.Simulation.Start(alone.GoOnAlone(arc, remaining, destination), alone);
        }
        _broken = null;
        FindSlowest();
    }

    // It stays on the route meanwhile, and what happens to the route happens to it.
    private async Process Repair()
    {
        var member = _members[0];
        _broken = null;
        IsUnderRepair = true;
        member.Yard.State.Break();
        await IsLostWithin(member.Yard.Fail(member.Vehicle));
        member.Yard.State.Mend();
        IsUnderRepair = false;
    }

    private void TellTrip(int arc, long remaining)
    {
        if (_world.Story is null) return;
        ref readonly var step = ref _transport.Roads.Graph[arc];
        var arrives = _world.Now + TimeWithStops(arc, remaining);
        _world.Story.Travel(new Trip(step.Route, _transport.Roads.IsForward(arc), _world.Now, arrives, _members.Count, Fleet, Loads.Any()));
    }

    // Stops for the night are foreseen, closures and breakdowns are not. Beyond the end of the run nobody knows when it is light.
    private TimeSpan TimeWithStops(int arc, long metres)
    {
        var (speed, light, day) = (SpeedOn(arc), LightOn(arc), Rest is null ? TimeSpan.MaxValue : _yard.Fleet.Driving!.Value);
        var (at, driven) = (_world.Now, _driven);
        while (metres > 0)
        {
            var stretch = metres;
            if (light?.IsLight(at) == false && at < _world.Catalogue.Horizon)
            {
                var stop = light.UntilLightFor(TimeSpan.Zero, at);
                (at, driven) = (at + stop, _stopsAtNight || stop >= Rest ? TimeSpan.Zero : driven);
                continue;
            }
            if (driven >= day) (at, driven) = (at + Rest!.Value, TimeSpan.Zero);
            if (Rest is not null) stretch = Math.Min(stretch, MetresIn(day - driven, speed));
            if (light?.IsLight(at) == true) stretch = Math.Min(stretch, MetresIn(light.Left(at), speed));
            var drive = speed.TimeFor(Distance.FromMetres(stretch));
            (at, driven, metres) = (at + drive, driven + drive, metres - stretch);
        }
        return at - _world.Now;
    }
}
