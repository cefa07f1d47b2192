using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// What makes it stand still on the road: the night, a breakdown, a closure of the very route it is on; told as processes.
internal sealed partial class Convoy
{
    private Signal? _interrupted;
    private int _haltedOn = -1;
    private SimTime _haltedSince;
    private SimTime _restingSince = SimTime.Never;

    /// <summary>Whether it is a single vehicle that is being repaired on the road.</summary>
    public bool IsUnderRepair { get; private set; }

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
            else await Stop(Arc);
        Roll();
    }

    private Process Stop(int arc) => IsDarkOn(arc) ? SpendNightOn(arc) : StopForTheNight(RestLeft(arc));

    // A vehicle that was left behind goes on alone when it is repaired.
    private async Process GoOnAlone(int arc, long remaining, int destination)
    {
        (_way, _leg, _aim, _version) = ([arc], 0, destination, _transport.Reports.Situation.Version);
        (_bound, _errand) = (destination, _isOutbound ? Errand.Unload : Errand.ComeHome);
        RouteAhead.Enter(this);
        // Perhaps on a route that was closed while its column halted.
        RouteAhead.TellClosures(this);
        await Repair(arc);
        SetInMotion(arc, remaining);
        _remaining = remaining;
        Roll();
    }

    private async Process StopForTheNight(TimeSpan rest)
    {
        _restingSince = _world.Now;
        await IsLostWithin(rest);
        EndRest();
    }

    // A rest is part of the march, and no wait; but loads come later for it.
    private void EndRest()
    {
        _world.HoldUps.Add(OpenHoldUp!.Value);
        _restingSince = SimTime.Never;
    }

    // Stands for a time. True where the route is closed over it meanwhile and it is lost; what else befalls it there is met afterwards.
    private async Process<bool> IsLostWithin(TimeSpan time)
    {
        for (var until = _world.Now + time; _world.Now < until;)
            if (await IsClosedWithin(until - _world.Now) && _closure!.EnRoute == EnRoute.Lost) return true;
        return false;
    }

    // The same for a breakdown, by which all are held up who stand.
    private async Process<bool> IsLostBroken(TimeSpan time, int arc)
    {
        (_haltedOn, _haltedSince) = (arc, _world.Now);
        var isLost = await IsLostWithin(time);
        _world.HoldUps.Add(OpenHoldUp!.Value);
        _haltedOn = -1;
        return isLost;
    }

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
                TellTripEnd(arc, remaining);
                foreach (var member in _members) Lose(member);
                _members.Clear();
                return false;
            case EnRoute.TurnBack when !route.IsOpenFor(Traffic):
                TellTripEnd(arc, remaining);
                await TurnBack(arc, remaining);
                return false;
            default:
                var (since, wait) = (_world.Now, BeginWait(WaitCause.Physical, closure, _transport.Roads.Graph[arc].Route));
                while (!route.IsOpenFor(Traffic) && _closure?.EnRoute is not (EnRoute.TurnBack or EnRoute.Lost))
                    if (IsTrappedOn(route)) await _world.RoutesChanged.Wait();
                    else if (!await _world.RoutesChanged.Wait(Patience(since))) GiveUpLoads();
                _world.Delays.End(wait, _world.Now);
                return true;
        }
    }

    // Whoever cannot be given up is held by at least one closure of which that is said.
    private bool IsTrappedOn(RouteState route)
    {
        foreach (var closure in route.Closures)
            if (closure.EnRoute == EnRoute.Trapped && closure.Binds(Traffic)) return true;
        return false;
    }

    // The column halts for its broken vehicles, leaves them behind and goes on; a vehicle by itself waits for its repair.
    private async Process LeaveBroken(int arc, long remaining)
    {
        if (_members.Count == 1)
        {
            await Repair(arc);
            return;
        }
        if (_members.Count > _broken!.Count && await IsLostBroken(_yard.RecoveryHalt(_broken[0].Vehicle), arc)) return;
        foreach (var member in _broken!)
        {
            _members.Remove(member);
            var alone = new Convoy(_transport, [member], _at, _destination) { _isOutbound = _isOutbound, _ordered = _ordered,
                _bringsBack = _bringsBack, _driven = _driven, _standsSince = _standsSince, HasSetOut = true };
            alone._broken = [member];
            var destination = _isOutbound ? _destination : _transport.BaseOf(member.Yard);
            _world.Simulation.Start(alone.GoOnAlone(arc, remaining, destination), alone);
        }
        _broken = null;
        FindSlowest();
    }

    // It stays on the route meanwhile, and what happens to the route happens to it.
    private async Process Repair(int arc)
    {
        var member = _members[0];
        _broken = null;
        IsUnderRepair = true;
        member.Yard.State.Break();
        await IsLostBroken(member.Yard.Fail(member.Vehicle), arc);
        member.Yard.State.Mend();
        IsUnderRepair = false;
        FindFirstFailure();
    }
}
