using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Before a route and on it: where it does not go on until the route is open, or until it is light.
internal sealed partial class Convoy
{
    private bool _stopsAtNight;

    private Route RouteOf(int arc) => _world.Catalogue.Routes[_transport.Roads.Graph[arc].Route];

    // When it is light, if it goes by that here; null where it drives by night.
    private Daylight? LightOn(int arc) =>
        _world.Catalogue.Daylight is { } light && (_stopsAtNight || RouteOf(arc).DaylightOnly) ? light : null;

    // [time] Of the whole column, where it must be through by nightfall.
    private TimeSpan LightNeeded(int arc) => RouteOf(arc).DaylightOnly
        ? SpeedOn(arc).TimeFor(RouteOf(arc).Length) + SpacingOn(arc).Behind(_members.Count - 1)
        : TimeSpan.Zero;

    private bool MayEnter(int arc) => IsOpen(arc) && (LightOn(arc) is not { } light
        || (light.UntilLightFor(LightNeeded(arc), _world.Now) == TimeSpan.Zero && !MustRestBefore(arc)));

    // A crew does not stop half-way on a route that must be passed in one day.
    private bool MustRestBefore(int arc) => Rest is not null && RouteOf(arc).DaylightOnly && Driven > TimeSpan.Zero
        && Driven + SpeedOn(arc).TimeFor(RouteOf(arc).Length) > _day;

    // Those who come to a closed route, or to one on which they do not go now, wait at its beginning until they may or they
    // learn of a better way.
    private async Process WaitToEnter(int arc, int destination)
    {
        var since = _world.Now;
        if (_transport.Reports.IsMisled) _transport.Reports.Witness(RoadOf(arc));
        while (_members.Count > 0 && !MayEnter(arc) && IsBestWay(arc, destination))
        {
            if (!IsOpen(arc))
                await Stand(WaitCause.Physical, TimeSpan.MaxValue, since, _transport.Roads.Graph[arc].Route,
                    ClosureHold.First(RoadOf(arc).Closures, Traffic));
            else if (MustRestBefore(arc) && !(_stopsAtNight && IsDarkOn(arc))) await StopForTheNight(RestLeft(arc));
            else await StandUntilLight(arc, since);
        }
    }

    private async Process StandUntilLight(int arc, SimTime since)
    {
        var (light, isNight) = (LightOn(arc)!, !LightOn(arc)!.IsLight(_world.Now));
        await Stand(RouteOf(arc).DaylightOnly ? WaitCause.Hours : null, light.UntilLightFor(LightNeeded(arc), _world.Now), since,
            _transport.Roads.Graph[arc].Route);
        if (isNight) SpendDark();
    }

    // Until something changes, the time is up, or its loads have stood for too long. The night of a column that does not
    // drive by night is part of its march, and no wait.
    private async Process Stand(WaitCause? cause, TimeSpan longest, SimTime since, int route, ClosureHold? blamed = null)
    {
        var patience = Patience(since);
        var wait = cause is { } known ? BeginWait(known, blamed, route) : -1;
        if (wait < 0) _restingSince = _world.Now;
        var isTold = patience <= longest
            ? await _world.RoutesChanged.Wait(patience)
            : await _world.RoutesChanged.Wait(longest, Priorities.Arrival);
        if (wait >= 0) _world.Delays.End(wait, _world.Now);
        else EndRest();
        if (!isTold && patience <= longest) GiveUpLoads();
    }

    // It has grown dark on the road.
    private async Process SpendNightOn(int arc)
    {
        var since = _world.Now;
        var wait = RouteOf(arc).DaylightOnly ? BeginWait(WaitCause.Hours, route: _transport.Roads.Graph[arc].Route) : -1;
        if (wait < 0) _restingSince = since;
        var isClosed = await IsClosedWithin(LightOn(arc)!.UntilLightFor(TimeSpan.Zero, since));
        if (wait >= 0) _world.Delays.End(wait, _world.Now);
        else EndRest();
        if (!isClosed) SpendDark();
    }

    // Whether it is light until the end of a stretch.
    private bool StaysLight(int arc, TimeSpan time) =>
        LightOn(arc) is not { } light || (light.IsLight(_world.Now) && light.Left(_world.Now) >= time);
}
