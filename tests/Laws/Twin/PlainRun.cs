using SupplySim.Disruptions;

namespace SupplySim.Twin;

/// <summary>A second implementation of depots, roads, crossings, convoys, camps, closures of crossings and supply lines, written
/// from DESIGN 6.1 in the plainest way: a queue of closures, dictionaries by name. It reads scenarios, as data; it shares no line
/// with engine and model, whose oracle and yardstick it is.</summary>
/// <remarks>
/// <para>Every duration, number of people and stream of arrivals is fixed: nothing is drawn. Nobody takes a detour: the way is the
/// fastest whatever is shut. Lines order by trigger, from the base of their fleet.</para>
/// <para>Not here: chance, air, fronts, forces, holders and passage, clearance, escorts, breakdowns, closures of routes, trapped and
/// lost, slowdowns and openings, conditions, rations, works-from, lines without a level or by schedule, litres, several control
/// points, zones.</para>
/// </remarks>
internal sealed class PlainRun
{
    private readonly Dictionary<(string Place, string Commodity), Store> _stores = [];
    private readonly Dictionary<string, Site> _sites = [];
    private readonly Dictionary<string, long> _people = [];
    private readonly List<Line> _lines = [];
    private readonly List<Yard> _yards = [];
    private readonly HashSet<(string Place, string Traffic)> _knownShut = [];

    private PlainRun(Scenario scenario)
    {
        (Scenario, Agenda, Roads) = (scenario, new Agenda { End = scenario.Clock.Length.Ticks }, new Roads(scenario));
        foreach (var camp in scenario.Places.OfType<Camp>()) BeginToLive(camp);
        foreach (var crossing in scenario.Places.OfType<Crossing>())
            Posts.Add(crossing.Id, new Post(Agenda, Log, crossing, scenario.Clock));
        foreach (var site in scenario.Places.OfType<Site>()) Build(site);
        foreach (var fleet in scenario.Fleets)
            if (fleet.Through is { } post) Come(fleet, Posts[post.Value], 0);
            else _yards.Add(new Yard(this, fleet));
        foreach (var line in scenario.SupplyLines) _lines.Add(new Line(this, line, _yards.First(yard => yard.Fleet.Id == line.By)));
        foreach (var closure in scenario.Disruptions.Cast<Closure>()) PlanClosure(closure);
        foreach (var yard in _yards)
            foreach (var commodity in scenario.Commodities) Store(yard.Base, commodity.Id).Watchers.Add(yard.Serve);
        PlanDay(1);
        foreach (var line in _lines) line.Begin();
    }

    public Scenario Scenario { get; }

    public Agenda Agenda { get; }

    public Logbook Log { get; } = new();

    public Roads Roads { get; }

    public Dictionary<string, Post> Posts { get; } = [];

    public Dictionary<string, Docks> Docks { get; } = [];

    public Counter Counter => field ??= new Counter(this, _lines);

    public long NextOrder { get; set; }

    public static Logbook Of(Scenario scenario)
    {
        var run = new PlainRun(scenario);
        run.Agenda.Run();
        foreach (var post in run.Posts.Values) post.SettleAll();
        foreach (var yard in run._yards) yard.Close();
        run.WriteStocks();
        return run.Log;
    }

    public Store Store(string place, string commodity) => _stores[(place, commodity)];

    public long LoadingTime(string place) => (_sites[place].Loading ?? Scenario.Defaults.Loading!).Mean.Ticks;

    public long UnloadingTime(string place) => (_sites[place].Unloading ?? Scenario.Defaults.Unloading!).Mean.Ticks;

    public bool IsKnownShut(List<(string To, Route Route)> way, string traffic) => way.Any(step => _knownShut.Contains((step.To, traffic)));

    /// <summary>What is ordered for a place and not on a truck yet.</summary>
    public long Waiting(string place, string commodity) => _yards.Sum(yard => yard.WaitingFor(place, commodity));

    /// <summary>The position of a place has changed.</summary>
    public void LookAgain(string place, Line? but = null)
    {
        foreach (var line in _lines)
            if (line.To == place && line != but) line.LookAgain();
    }

    public long PeopleBehind(string place) => Math.Max(1, _people.TryGetValue(place, out var people) ? people
        : _lines.Where(line => line.From == place).Select(line => line.To).Distinct().Sum(to => _people.GetValueOrDefault(to)));

    private void BeginToLive(Camp camp)
    {
        _people.Add(camp.Id, camp.People.SampleWhole(0.5));
        if (camp.Arrivals is { } arrivals) Grow(camp, arrivals.Steps[0].Rate.Rate, 1);
    }

    private void Grow(Camp camp, Quantities.Rate rate, int day) => Agenda.At(day * TimeSpan.TicksPerDay, Rank.Need, () =>
    {
        long UpTo(int days) => (long)((Int128)rate.Amount.Amount * days * TimeSpan.TicksPerDay / rate.Per.Ticks);
        _people[camp.Id] += UpTo(day) - UpTo(day - 1);
        foreach (var commodity in Scenario.Commodities) Store(camp.Id, commodity.Id).Feed(_people[camp.Id]);
        foreach (var commodity in Scenario.Commodities) Store(camp.Id, commodity.Id).Tell();
        Grow(camp, rate, day + 1);
    });

    private void Build(Site site)
    {
        _sites.Add(site.Id, site);
        Docks.Add(site.Id, new Docks(Agenda, site.Docks));
        foreach (var commodity in Scenario.Commodities)
        {
            var store = new Store(Agenda, Log, site.Id, commodity);
            _stores.Add((site.Id, commodity.Id), store);
            if (site is Camp) store.Feed(_people[site.Id]);
            store.Begin(site.Stock);
        }
    }

    // Strangers come at whole parts of the time, rounded up, in both directions in turn.
    private void Come(Fleet fleet, Post post, long number)
    {
        var (amount, per) = (fleet.Arrivals!.Rate.Amount.Amount, fleet.Arrivals.Rate.Per.Ticks);
        var at = (long)(((number + 1) * (Int128)per + amount - 1) / amount);
        Agenda.At(at, Rank.Arrival, () =>
        {
            post.Join(new Guest(fleet.Traffic, number % 2 == 0, true, 1, at, 0, () => { }, () => { }));
            Come(fleet, post, number + 1);
        });
    }

    private void PlanClosure(Closure closure)
    {
        var (post, begins) = (Posts[closure.Close[0]], closure.At!.Value.SinceStart.Ticks);
        if (closure.For?.Mean == TimeSpan.Zero) return;
        Agenda.At(begins, Rank.Status, () => Report(closure.Close[0], () => post.Close(closure)));
        if (closure.For is { } lasts)
            Agenda.At(begins + lasts.Mean.Ticks, Rank.Status, () => Report(closure.Close[0], () => post.Open(closure)));
    }

    // What has become of it is learned some time later.
    private void Report(string place, Action change)
    {
        var traffics = Scenario.Fleets.Select(fleet => fleet.Traffic).Distinct().ToList();
        HashSet<string> Shut() => [.. traffics.Where(Posts[place].IsShutFor)];
        var before = Shut();
        change();
        var shut = Shut();
        if (shut.SetEquals(before)) return;
        Agenda.At(Agenda.Now + Scenario.Policies.Reroute.LearnsAfter.Ticks, Rank.Review, () =>
        {
            _knownShut.RemoveWhere(known => known.Place == place);
            foreach (var traffic in shut) _knownShut.Add((place, traffic));
            foreach (var line in _lines) line.LookAgain();
        });
    }

    private void PlanDay(int day) => Agenda.At(day * TimeSpan.TicksPerDay, Rank.Record, () =>
    {
        WriteStocks();
        PlanDay(day + 1);
    });

    private void WriteStocks()
    {
        foreach (var ((place, commodity), store) in _stores)
        {
            if (store.IsUnlimited) continue;
            store.Settle();
            Log.Entries.Add(new Entry(Agenda.Now, What.Stock, place, commodity, store.Amount));
            Log.Entries.Add(new Entry(Agenda.Now, What.Eaten, place, commodity, store.Eaten));
            Log.Entries.Add(new Entry(Agenda.Now, What.Unmet, place, commodity, store.Unmet));
        }
    }
}
