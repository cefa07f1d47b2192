using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Carries the news of closures and openings to the planners, some time later.</summary>
/// <remarks>Re-opening is news as closing is; so is that an announced time has passed and nothing was heard. A night is none: opening
/// hours are known. One run, one thread.</remarks>
internal sealed partial class Reports : IEventHandler, ICrossingListener
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromMilliseconds(1);
    private readonly World _world;
    private readonly HandlerId _handler;
    private readonly List<Report> _reports = [];
    private readonly Situation.News[] _lastPlaces;
    private readonly Situation.News[] _lastRoutes;

    public Reports(World world, Policies policies)
    {
        (_world, Policies, Share) = (world, policies, policies.Share);
        _handler = world.Simulation.Register(this);
        Situation = new Situation(world.Simulation, world.Catalogue, world.Fleets, policies) { QueuesLag = Lag };
        (_lastPlaces, _lastRoutes) = (new Situation.News[world.Crossings.Length], new Situation.News[world.Routes.Length]);
        Learned = new Signal(world.Simulation);
        if (policies.Knowledge != Knowledge.Perfect) world.Misled = Believe;
        foreach (var crossing in world.Crossings)
        {
            if (crossing is null) continue;
            crossing.Listen(this);
            Situation.LearnPlace(crossing.Place, _lastPlaces[crossing.Place] = NewsOf(crossing));
        }
        foreach (var route in world.Routes) route.Changed += RouteChanged;
        FollowUnloading();
        DangerReports.Begin(world, this);
        if (policies.LookAtStocks) _ = new StockReports(world, this);
    }

    /// <summary>How those who plan decide.</summary>
    public Policies Policies { get; private set; }

    /// <summary>Who is served first, from now on.</summary>
    public Share Share { get; set; }

    /// <summary>What is known.</summary>
    public Situation Situation { get; }

    /// <summary>Fired when something has been learned.</summary>
    public Signal Learned { get; }

    /// <summary>[time] How late news comes.</summary>
    public TimeSpan Lag => Policies.Knowledge == Knowledge.Perfect ? TimeSpan.Zero : Policies.Reroute.LearnsAfter;

    /// <summary>News comes as late as this from now on, and whoever decides is asked anew.</summary>
    public void Change(Reroute reroute)
    {
        Policies = Policies with { Reroute = reroute };
        Situation.QueuesLag = Lag;
        Situation.AskAnew();
        TellLearned();
    }

    /// <summary>Called when something has been learned, before <see cref="Learned"/>.</summary>
    public event Action? OnLearned;

    /// <summary>Called with a place's number when it has reported its stock.</summary>
    public Action<int>? OnStock { get; set; }

    void ICrossingListener.Changed(CrossingState crossing)
    {
        if (IsNews(ref _lastPlaces[crossing.Place], NewsOf(crossing)))
            Send(new Report(false, crossing.Place, _lastPlaces[crossing.Place], false));
    }

    void IEventHandler.Handle(long argument)
    {
        var report = _reports[(int)argument];
        if (report.IsOverdue)
        {
            if (!Situation.LoseHope(report.IsRoute, report.Number, report.News)) return;
        }
        else
        {
            if (report.IsUnloading) Situation.LearnUnloading(report.Number, report.News.Shut != 0);
            else if (IsStale(report) || (_isMisled && !Hear(report))) return;
            else Learn(report.IsRoute, report.Number, report.News);
            if (report.News.Ends is not null) Await(report);
        }
        TellLearned();
    }

    /// <summary>Something has been learned.</summary>
    public void TellLearned()
    {
        OnLearned?.Invoke();
        Learned.Fire();
    }

    // Roads lead through such a place all the same, so it is news only to those who would go there: who waits where nobody is unloaded
    // asks about nothing but forces that are no more.
    private void FollowUnloading()
    {
        var waits = Policies.Divert is Hold;
        for (var number = 0; number < _world.Sites.Length; number++)
        {
            if (_world.Sites[number] is not { } site || (waits && _world.Catalogue.Places[number] is not Force)) continue;
            var (place, last) = (number, false);
            site.OnChange(() =>
            {
                if ((waits ? site.IsOutOfAction : site.IsStopped(SiteWork.Unloading)) == last) return;
                last = !last;
                Send(new Report(false, place, new Situation.News(last ? ulong.MaxValue : 0, null, _world.Now),
                    false) { IsUnloading = true });
            });
        }
    }

    private void RouteChanged(RouteState route)
    {
        if (IsNews(ref _lastRoutes[route.Route], NewsOf(route))) Send(new Report(true, route.Route, _lastRoutes[route.Route], false));
    }

    private static bool IsNews(ref Situation.News last, Situation.News news)
    {
        if (news.Shut == last.Shut && (news.Ends ?? []).AsSpan().SequenceEqual(last.Ends ?? [])) return false;
        last = news;
        return true;
    }

    private void Send(Report report)
    {
        _reports.Add(report);
        _world.Simulation.Schedule(Lag, Priorities.Review, _handler, _reports.Count - 1);
    }

    // If nothing is heard by the time that news of the opening would have come, what was announced is no longer believed.
    private void Await(Report report)
    {
        var last = SimTime.Start;
        foreach (var end in report.News.Ends!)
            if (end != SimTime.Never) last = SimTime.Max(last, end);
        if (last >= _world.Catalogue.Horizon) return;
        _reports.Add(report with { IsOverdue = true });
        _world.Simulation.Schedule(SimTime.Max(_world.Now, last + Lag) + Afterwards, Priorities.Review, _handler, _reports.Count - 1);
    }

    private Situation.News NewsOf(CrossingState crossing)
    {
        var (mask, ends) = (0UL, default(SimTime[]));
        for (var traffic = 0; traffic < _world.Catalogue.Traffics.Length; traffic++)
        {
            if (!Passage.IsShut(crossing, traffic, _world.Now)) continue;
            mask |= 1UL << traffic;
            if (Passage.AnnouncedEnd(crossing, traffic, _world.Now) is var end && end != SimTime.Never) SetEnd(ref ends, traffic, end);
        }
        return new Situation.News(mask, ends, _world.Now);
    }

    private Situation.News NewsOf(RouteState route)
    {
        var (mask, ends) = (0UL, default(SimTime[]));
        for (var traffic = 0; traffic < _world.Catalogue.Traffics.Length; traffic++)
        {
            if (route.IsOpenFor(traffic)) continue;
            mask |= 1UL << traffic;
            if (route.AnnouncedEnd(traffic) is var end && end != SimTime.Never) SetEnd(ref ends, traffic, end);
        }
        return new Situation.News(mask, ends, _world.Now);
    }

    private void SetEnd(ref SimTime[]? ends, int traffic, SimTime end)
    {
        if (ends is null) Array.Fill(ends = new SimTime[_world.Catalogue.Traffics.Length], SimTime.Never);
        ends[traffic] = end;
    }

    private readonly record struct Report(bool IsRoute, int Number, Situation.News News, bool IsOverdue)
    {
        /// <summary>Whether it is what a false report makes of what was heard, rather than news of what is.</summary>
        public bool IsFalse { get; init; }

        /// <summary>Whether it is of what is unloaded at a place with docks.</summary>
        public bool IsUnloading { get; init; }
    }
}
