using SupplySim.Engine;

namespace SupplySim.Planning;

/// <summary>What those who plan know: how things stood when they were last told, and when that was.</summary>
/// <remarks>It lags behind the truth, which cannot be reached from here. One run, one thread.</remarks>
public sealed class Situation
{
    private readonly ulong[] _shutPlaces;
    private readonly ulong[] _shutRoutes;
    private readonly ulong[] _neverOpen;
    private readonly SimTime[] _placesAsOf;
    private readonly SimTime[] _routesAsOf;

    internal Situation(int places, int routes)
    {
        (_shutPlaces, _shutRoutes, _neverOpen) = (new ulong[places], new ulong[routes], new ulong[places]);
        Array.Fill(_neverOpen, ulong.MaxValue);
        (_placesAsOf, _routesAsOf) = (new SimTime[places], new SimTime[routes]);
    }

    /// <summary>Grows by one each time planners learn something.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a crossing is thought to be shut for a traffic, all by number.</summary>
    public bool IsPlaceShut(int place, int traffic) => (_shutPlaces[place] >> traffic & 1) != 0;

    /// <summary>Whether a crossing has not been open for a traffic as long as anybody knows: nobody goes there to wait.</summary>
    public bool WasNeverOpen(int place, int traffic) => IsPlaceShut(place, traffic) && (_neverOpen[place] >> traffic & 1) != 0;

    /// <summary>Whether a route is thought to be shut for a traffic, all by number.</summary>
    public bool IsRouteShut(int route, int traffic) => (_shutRoutes[route] >> traffic & 1) != 0;

    /// <summary>The instant that the knowledge of a place is of.</summary>
    public SimTime PlaceAsOf(int place) => _placesAsOf[place];

    /// <summary>The instant that the knowledge of a route is of.</summary>
    public SimTime RouteAsOf(int route) => _routesAsOf[route];

    internal void LearnPlace(int place, ulong shut, SimTime asOf)
    {
        (_shutPlaces[place], _placesAsOf[place]) = (shut, asOf);
        _neverOpen[place] &= shut;
        Version++;
    }

    internal void LearnRoute(int route, ulong shut, SimTime asOf)
    {
        (_shutRoutes[route], _routesAsOf[route]) = (shut, asOf);
        Version++;
    }
}
