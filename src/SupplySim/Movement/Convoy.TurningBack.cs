using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Back along a route that was closed under way, to where it was entered; told as a process. It is on the route until then: whatever closes,
// slows or endangers that meanwhile is met as on the way ahead. Vehicles do not break down on it.
internal sealed partial class Convoy
{
    // Back to where the arc began, which is where it still is as far as planning goes. What happens to the route happens to it until then.
    private async Process TurnBack(int arc, long remaining)
    {
        ClosureHold[] obeyed = [.. RouteAhead.Closures];
        _remaining = _transport.Roads.Graph[arc].Weight - remaining;
        if (_world.Story is not null && _remaining > 0) _trip = TellTrip(arc, _remaining, TimeWithStops(arc, _remaining), isBack: true);
        while (_members.Count > 0 && (_remaining > 0 || _closure is not null))
        {
            if (_closure is { } closure) await MeetOnWayBack(closure, arc, obeyed);
            else if (MustStop(arc)) await Stop(arc);
            else _remaining -= await DriveBack(arc);
            if (_isAttacked) await MeetAttack(arc);
        }
        TellTripEnd(arc, _remaining);
        _at = _transport.Roads.Graph[arc].From;
    }

    // Others have closed the route, perhaps several at once. One that turns back those who are on it is
    // obeyed already, as is what it turned back with.
    private async Process MeetOnWayBack(ClosureHold closure, int arc, ClosureHold[] obeyed)
    {
        _closure = null;
        if (closure.EnRoute == EnRoute.Lost)
        {
            foreach (var member in _members) Lose(member);
            _members.Clear();
            return;
        }
        while (_closure?.EnRoute != EnRoute.Lost && HeldBy(RouteAhead, obeyed) is { } hold) await StandOnWayBack(hold, arc);
        if (_closure?.EnRoute != EnRoute.Lost) _closure = null;
    }

    private async Process StandOnWayBack(ClosureHold hold, int arc)
    {
        var (since, wait) = (_world.Now, BeginWait(WaitCause.Physical, hold, _transport.Roads.Graph[arc].Route));
        while (RouteAhead.Closures.Contains(hold) && _closure?.EnRoute != EnRoute.Lost)
            if (IsTrappedOn(RouteAhead)) await _world.RoutesChanged.Wait();
            else if (!await _world.RoutesChanged.Wait(Patience(since))) GiveUpLoads();
        _world.Delays.End(wait, _world.Now);
    }

    private ClosureHold? HeldBy(RouteState route, ClosureHold[] obeyed)
    {
        foreach (var closure in route.Closures)
            if (closure.EnRoute is EnRoute.Hold or EnRoute.Trapped && closure.Binds(Traffic)
                && !Array.Exists(obeyed, one => ReferenceEquals(one, closure))) return closure;
        return null;
    }

    // [m] How far it has come when something happens.
    private async Process<long> DriveBack(int arc)
    {
        EndStanding();
        CountAsMoving();
        var (speed, hazard, start) = (SpeedOn(arc), HazardOn(arc), _world.Now);
        var metres = MetresAhead(arc, _remaining, speed, hazard);
        var whole = speed.TimeFor(Distance.FromMetres(metres));
        await IsClosedWithin(whole);
        var time = _world.Now - start;
        if (time < whole) metres = Math.Min(metres, MetresIn(time, speed));
        CountHours(time, _world.Now);
        Dare(hazard, time);
        foreach (var member in _members) member.Yard.Tanks?.Drive(member.Vehicle, metres);
        return metres;
    }
}
