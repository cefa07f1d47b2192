using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Carries the news of closures and openings to the planners, some time later.</summary>
/// <remarks>Re-opening is news as closing is. A night is not: opening hours are known. One run, one thread.</remarks>
internal sealed class Reports : IEventHandler, ICrossingListener
{
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly List<Report> _reports = [];
    private readonly ulong[] _lastPlaces;
    private readonly ulong[] _lastRoutes;

    public Reports(World world)
    {
        _world = world;
        _handler = world.Simulation.Register(this);
        Situation = new Situation(world.Crossings.Length, world.Routes.Length);
        (_lastPlaces, _lastRoutes) = (new ulong[world.Crossings.Length], new ulong[world.Routes.Length]);
        Learned = new Signal(world.Simulation);
        foreach (var crossing in world.Crossings)
        {
            if (crossing is null) continue;
            crossing.Listen(this);
            Situation.LearnPlace(crossing.Place, _lastPlaces[crossing.Place] = ShutMask(crossing), world.Now);
        }
        foreach (var route in world.Routes) route.Changed = RouteChanged;
    }

    /// <summary>What is known.</summary>
    public Situation Situation { get; }

    /// <summary>Fired when something has been learned.</summary>
    public Signal Learned { get; }

    /// <summary>Called when something has been learned, before <see cref="Learned"/>.</summary>
    public event Action? OnLearned;

    void ICrossingListener.Changed(CrossingState crossing)
    {
        var shut = ShutMask(crossing);
        if (shut == _lastPlaces[crossing.Place]) return;
        _lastPlaces[crossing.Place] = shut;
        Send(new Report(crossing.Place, -1, shut, _world.Now));
    }

    void IEventHandler.Handle(long argument)
    {
        var report = _reports[(int)argument];
        if (report.Place >= 0) Situation.LearnPlace(report.Place, report.Shut, report.AsOf);
        else Situation.LearnRoute(report.Route, report.Shut, report.AsOf);
        OnLearned?.Invoke();
        Learned.Fire();
    }

    private void RouteChanged(RouteState route)
    {
        var shut = 0UL;
        for (var traffic = 0; traffic < _world.Catalogue.Traffics.Length; traffic++)
            if (!route.IsOpenFor(traffic)) shut |= 1UL << traffic;
        if (shut == _lastRoutes[route.Route]) return;
        _lastRoutes[route.Route] = shut;
        Send(new Report(-1, route.Route, shut, _world.Now));
    }

    private void Send(Report report)
    {
        _reports.Add(report);
        _world.Simulation.Schedule(
            _world.Catalogue.Policies.Reroute.LearnsAfter, Priorities.Review, _handler, _reports.Count - 1);
    }

    private ulong ShutMask(CrossingState crossing)
    {
        var mask = 0UL;
        for (var traffic = 0; traffic < _world.Catalogue.Traffics.Length; traffic++)
            if (Passage.IsShut(crossing, traffic, _world.Now)) mask |= 1UL << traffic;
        return mask;
    }

    private readonly record struct Report(int Place, int Route, ulong Shut, SimTime AsOf);
}
