using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>What those who plan know: how things stood when they were last told, and when that was.</summary>
/// <remarks>
/// It lags behind the truth by <see cref="Reroute.LearnsAfter"/>, and the truth cannot be reached from here. What planners do
/// themselves (orders, where their vehicles are) they know at once. Places report their stock each time it changes otherwise than by
/// being eaten, and only where a policy looks at it; so do crossings with those who wait. One run, one thread.
/// </remarks>
public sealed partial class Situation
{
    private readonly Simulation _clock;
    private readonly Catalogue _catalogue;
    private readonly FleetState[] _fleets;
    private readonly News[] _places;
    private readonly News[] _routes;
    private readonly ulong[] _neverOpen;
    private readonly bool[] _takesNothing;
    private double[]? _dangers;

    internal Situation(Simulation clock, Catalogue catalogue, FleetState[] fleets, Policies policies)
    {
        (_clock, _catalogue, _fleets) = (clock, catalogue, fleets);
        (_places, _routes) = (new News[catalogue.Places.Length], new News[catalogue.Routes.Length]);
        (_neverOpen, _takesNothing) = (new ulong[catalogue.Places.Length], new bool[catalogue.Places.Length]);
        Array.Fill(_neverOpen, ulong.MaxValue);
        if (policies.LookAtStocks) _stocks = new StockNews[catalogue.Places.Length * catalogue.Commodities.Length];
        if (policies.LookAtQueues) _queues = QueuesOf(catalogue);
    }

    /// <summary>Grows by one each time planners learn that something has closed or opened, or is about to.</summary>
    public int Version { get; private set; }

    /// <summary>What time it is.</summary>
    public SimTime Now => _clock.Now;

    /// <summary>The instant of this scenario at which a moment is; never where it never comes.</summary>
    public SimTime TimeOf(Moment moment) => _catalogue.Time(moment);

    /// <summary>Whether a crossing or route is thought to be shut for a kind of traffic.</summary>
    /// <param name="target">A crossing's id, or a route's id <c>a - b</c>.</param>
    /// <param name="traffic">Such as <c>aid</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such crossing, route or traffic.</exception>
    public Known<bool> IsShut(string target, string traffic)
    {
        var (news, bit) = (NewsOf(target), _catalogue.TrafficNumber(traffic));
        return new Known<bool>(news.IsShut(bit), news.AsOf);
    }

    /// <summary>When those who shut a crossing or route say that it opens; never where it is open, where they say nothing, and
    /// where that time has passed.</summary>
    /// <param name="target">A crossing's id, or a route's id <c>a - b</c>.</param>
    /// <param name="traffic">Such as <c>aid</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such crossing, route or traffic.</exception>
    public Known<SimTime> Opens(string target, string traffic)
    {
        var (news, bit) = (NewsOf(target), _catalogue.TrafficNumber(traffic));
        return new Known<SimTime>(news.Opens(bit), news.AsOf);
    }

    /// <summary>[vehicles] Of a fleet that are at the base, loading included.</summary>
    /// <exception cref="KeyNotFoundException">There is no such fleet.</exception>
    public Known<int> AtBase(string fleet) => new(_fleets[_catalogue.FleetNumber(fleet)].AtBase, Now);

    /// <summary>[vehicles] Of a fleet that are on the way, unloading included.</summary>
    /// <exception cref="KeyNotFoundException">There is no such fleet.</exception>
    public Known<int> Moving(string fleet) => new(_fleets[_catalogue.FleetNumber(fleet)].Moving, Now);

    /// <summary>Whether it is thought that nobody can be unloaded at a place with docks; reported where columns are diverted.</summary>
    internal bool TakesNothing(int place) => _takesNothing[place];

    /// <summary>What was answered before is no longer so, though nothing new is known.</summary>
    internal void AskAnew() => Version++;

    internal bool IsPlaceShut(int place, int traffic) => _places[place].IsShut(traffic);

    /// <summary>What is known of a crossing or route.</summary>
    internal News NewsOf(bool isRoute, int number) => (isRoute ? _routes : _places)[number];

    /// <summary>Whether a crossing has not been open for a traffic as long as anybody knows: nobody goes there to wait.</summary>
    internal bool WasNeverOpen(int place, int traffic) => IsPlaceShut(place, traffic) && (_neverOpen[place] >> traffic & 1) != 0;

    internal bool IsRouteShut(int route, int traffic) => _routes[route].IsShut(traffic);

    internal SimTime PlaceOpens(int place, int traffic) => _places[place].Opens(traffic);

    internal SimTime RouteOpens(int route, int traffic) => _routes[route].Opens(traffic);

    internal void LearnPlace(int place, News news)
    {
        _places[place] = news;
        _neverOpen[place] &= news.Shut;
        Version++;
    }

    internal void LearnUnloading(int place, bool isStopped)
    {
        _takesNothing[place] = isStopped;
        Version++;
    }

    internal void LearnRoute(int route, News news)
    {
        _routes[route] = news;
        Version++;
    }

    /// <summary>[attacks per hour] That fronts and disruptions are known to add to what a route says itself.</summary>
    internal double DangerOf(int route) => _dangers is null ? 0 : _dangers[route];

    /// <summary>Grows by one each time a danger is learned.</summary>
    internal int Dangers { get; private set; }

    internal void LearnDanger(int route, double perHour)
    {
        (_dangers ??= new double[_routes.Length])[route] = perHour;
        Dangers++;
        Version++;
    }

    /// <summary>The time that was announced has passed, and nothing was heard. False where something has been heard.</summary>
    internal bool LoseHope(bool isRoute, int number, in News of)
    {
        ref var news = ref (isRoute ? _routes : _places)[number];
        if (news.AsOf != of.AsOf || news.Ends != of.Ends) return false;
        news = news with { Ends = null };
        Version++;
        return true;
    }

    private News NewsOf(string target)
    {
        if (_catalogue.TryRoute(target, out var route)) return _routes[route];
        if (_catalogue.TryPlace(target, out var place) && _catalogue.Crossings[place] is not null) return _places[place];
        throw new KeyNotFoundException($"There is no crossing and no route '{target}'");
    }

    /// <summary>What was told of a crossing or a route.</summary>
    /// <param name="Shut">A bit for each traffic for which it is shut.</param>
    /// <param name="Ends">By traffic: when that ends, as announced; null where nothing is.</param>
    /// <param name="AsOf">When that was so.</param>
    internal readonly record struct News(ulong Shut, SimTime[]? Ends, SimTime AsOf)
    {
        public bool IsShut(int traffic) => (Shut >> traffic & 1) != 0;

        public SimTime Opens(int traffic) => Ends is not null && IsShut(traffic) ? Ends[traffic] : SimTime.Never;
    }
}
