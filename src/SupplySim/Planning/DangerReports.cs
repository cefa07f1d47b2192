using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Carries the news of how dangerous fronts and disruptions make routes to the planners, as late as other news.</summary>
/// <remarks>Only where somebody reckons with danger; what a route says itself is known. One run, one thread.</remarks>
internal sealed class DangerReports : IEventHandler
{
    private readonly World _world;
    private readonly Reports _reports;
    private readonly HandlerId _handler;
    private readonly List<(int Route, double PerHour)> _news = [];

    private DangerReports(World world, Reports reports)
    {
        (_world, _reports, _handler) = (world, reports, world.Simulation.Register(this));
        foreach (var route in world.Routes) route.Endangered = Changed;
    }

    /// <summary>Begins to report, where there are attacks and ways are not chosen by time alone.</summary>
    public static void Begin(World world, Reports reports)
    {
        if (world.Catalogue.Attacks is not null && reports.Policies.Routing is not (Fastest or WaitOrDetour or Soonest))
            _ = new DangerReports(world, reports);
    }

    void IEventHandler.Handle(long argument)
    {
        var (route, perHour) = _news[(int)argument];
        _reports.Situation.LearnDanger(route, perHour);
        _reports.TellLearned();
    }

    private void Changed(RouteState route)
    {
        _news.Add((route.Route, route.AddedHazard));
        _world.Simulation.Schedule(_reports.Lag, Priorities.Review, _handler, _news.Count - 1);
    }
}
