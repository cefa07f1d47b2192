using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Planning;

// What is false and believed, and how it comes to light: it is taken back, or somebody sees the truth.
internal sealed partial class Reports
{
    private readonly List<FalseReport> _believed = [];
    private readonly Dictionary<(bool IsRoute, int Number), Situation.News> _heard = [];
    private readonly Dictionary<(bool IsRoute, int Number), SimTime> _seen = [];
    private bool _isMisled;

    /// <summary>Whether anything false has been told so far.</summary>
    public bool IsMisled => _isMisled;

    /// <summary>Somebody sees how a crossing stands, and tells those who plan at once.</summary>
    public void Witness(CrossingState crossing) => Witness(isRoute: false, crossing.Place, NewsOf(crossing));

    /// <summary>Somebody sees how a route stands, and tells those who plan at once.</summary>
    public void Witness(RouteState route) => Witness(isRoute: true, route.Route, NewsOf(route));

    // What is seen is no longer overruled by what is told.
    private void Witness(bool isRoute, int number, Situation.News news)
    {
        if (news.Shut == Situation.NewsOf(isRoute, number).Shut) return;
        _believed.RemoveAll(one => one.IsRoute == isRoute && one.Number == number);
        _heard.Remove((isRoute, number));
        _seen[(isRoute, number)] = _world.Now;
        _reports.Add(new Report(isRoute, number, news, false));
        _world.Simulation.Schedule(TimeSpan.Zero, Priorities.Review, _handler, _reports.Count - 1);
    }

    private void Believe(FalseReport report, bool begins)
    {
        var key = (report.IsRoute, report.Number);
        if (begins)
        {
            _isMisled = true;
            _heard.TryAdd(key, Situation.NewsOf(report.IsRoute, report.Number));
            _believed.Add(report);
        }
        else if (!RemoveLast(report)) return;
        var news = Overruled(report.IsRoute, report.Number, _heard[key]);
        if (!_believed.Exists(one => one.IsRoute == report.IsRoute && one.Number == report.Number)) _heard.Remove(key);
        Tell(report, news, begins);
        if (news.Shut == Situation.NewsOf(report.IsRoute, report.Number).Shut) return;
        _reports.Add(new Report(report.IsRoute, report.Number, news, false) { IsFalse = true });
        _world.Simulation.Schedule(TimeSpan.Zero, Priorities.Review, _handler, _reports.Count - 1);
    }

    // Two that say the same are the same.
    private bool RemoveLast(FalseReport report) => _believed.LastIndexOf(report) is >= 0 and var last && RemoveAt(last);

    private bool RemoveAt(int position)
    {
        _believed.RemoveAt(position);
        return true;
    }

    // News on its way from before somebody saw for himself.
    private bool IsStale(in Report report) =>
        !report.IsFalse && _seen.TryGetValue((report.IsRoute, report.Number), out var seen) && report.News.AsOf < seen;

    // News comes while something else is believed: it is kept for later. False where nothing is learned now.
    private bool Hear(in Report report)
    {
        if (report.IsFalse || !_heard.ContainsKey((report.IsRoute, report.Number))) return true;
        _heard[(report.IsRoute, report.Number)] = report.News;
        return false;
    }

    private Situation.News Overruled(bool isRoute, int number, Situation.News news)
    {
        var shut = news.Shut;
        foreach (var report in _believed)
            if (report.IsRoute == isRoute && report.Number == number) shut = report.Over(shut);
        shut &= All;
        return shut == news.Shut ? news : new Situation.News(shut, null, _world.Now);
    }

    private ulong All => _world.Catalogue.Traffics.Length == 64 ? ulong.MaxValue : (1UL << _world.Catalogue.Traffics.Length) - 1;

    private void Learn(bool isRoute, int number, Situation.News news)
    {
        if (isRoute) Situation.LearnRoute(number, news);
        else Situation.LearnPlace(number, news);
    }

    private void Tell(FalseReport report, Situation.News news, bool begins)
    {
        if (_world.Story is null) return;
        var id = report.IsRoute ? _world.Catalogue.Routes[report.Number].Id : _world.Catalogue.Places[report.Number].Id;
        var says = begins ? report.Says == Said.Open ? "open" : "shut" : $"taken back, it is {(news.Shut == 0 ? "open" : "shut")}";
        _world.Tell(HappeningKind.Reported, id, says);
    }
}
