using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

// What a disruption can do to the world. Each returns a hold that is undone when it is disposed: of two closures the last
// to go opens, and a process that ends, however it ends, leaves nothing closed behind.
public sealed partial class World
{
    /// <summary>Waits a length of simulated time.</summary>
    public async Process Delay(TimeSpan time) => await Simulation.Delay(time, Priorities.StatusChange);

    /// <summary>Waits until a condition holds; returns at once where it does.</summary>
    public async Process Until(Condition condition)
    {
        var watch = Follow(condition);
        while (!watch.IsTrue) await watch.Turned.Wait();
    }

    /// <summary>Waits until a condition does not hold; returns at once where it does not.</summary>
    public async Process While(Condition condition)
    {
        var watch = Follow(condition);
        while (watch.IsTrue) await watch.Turned.Wait();
    }

    /// <summary>Closes a place or route physically until the hold is disposed.</summary>
    /// <param name="target">The id of a crossing or of a place with docks, or a route's id <c>a - b</c>.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <param name="to">Only this traffic; empty for all.</param>
    /// <param name="enRoute">What happens to those in it.</param>
    /// <param name="announced">[time] How long those who close it say that it will last; null where they say nothing.</param>
    /// <param name="stops">At a place with docks: what is stopped; empty for all.</param>
    /// <param name="queue">At a crossing: what those do who wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is announced to last for less than no time.</exception>
    public IDisposable Close(
        string target, string cause, ImmutableArray<string> to = default, EnRoute enRoute = EnRoute.Complete, TimeSpan? announced = null,
        ImmutableArray<SiteWork> stops = default, QueueRule queue = QueueRule.Keep)
    {
        if (announced < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(announced), announced, "allowed: 0 or more");
        if (Catalogue.TryPlace(target, out var place) && Sites[place] is { } site)
            return CloseSite(site, place, cause, stops.IsDefaultOrEmpty ? Enum.GetValues<SiteWork>() : [.. stops.Distinct()]);
        return Close(target, new ClosureHold(cause, Catalogue.TrafficMask(to), enRoute,
            announced is { } lasts ? Now + lasts : SimTime.Never) { Queue = queue });
    }

    /// <summary>Closes places and routes physically, for all traffic, until the hold is disposed; those in them complete.</summary>
    /// <param name="targets">Ids of crossings, of places with docks and of routes.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    public IDisposable Close(Targets targets, string cause) => ForEach(targets, target => Close(target, cause, []));

    private Hold Close(string target, ClosureHold hold)
    {
        var told = Told(target, hold.Cause, HappeningKind.Closed, PartOf(hold));
        if (Catalogue.TryRoute(target, out var route) || target.Contains(" - ", StringComparison.Ordinal))
            return CloseRoute(Routes[Catalogue.RouteNumber(target)], target, hold, told);
        var (crossing, cause) = (Crossing(target), hold.Cause);
        CountClosure(crossing, () => crossing.Close(hold, Now), cause);
        return new Hold(() =>
        {
            EndTold(told);
            CountClosure(crossing, () => crossing.Reopen(hold, Now), cause);
        });
    }

    /// <summary>Makes the inspections that begin at a crossing last this many times as long.</summary>
    /// <param name="crossing">Its id.</param>
    /// <param name="factor">[times] Above 0; those of several multiply.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above 0, or no number.</exception>
    public IDisposable SlowInspections(string crossing, double factor, string cause)
    {
        if (!(factor > 0 && double.IsFinite(factor)))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "allowed: above 0 and finite");
        var (state, told) = (Crossing(crossing), Told(crossing, cause, HappeningKind.Slowed));
        state.Slow(factor);
        return new Hold(() =>
        {
            EndTold(told);
            state.Unslow(factor);
        });
    }

    /// <summary>Leaves only a share of the lanes of a crossing, in each direction; those in use are finished.</summary>
    /// <param name="crossing">Its id.</param>
    /// <param name="share">0 to 1; 0 shuts it. Shares of several multiply.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public IDisposable LimitLanes(string crossing, double share, string cause)
    {
        CheckShare(share);
        if (share == 0) return Close(crossing, new ClosureHold(cause, ulong.MaxValue, EnRoute.Complete, SimTime.Never));
        var (state, told) = (Crossing(crossing), Told(crossing, cause, HappeningKind.Slowed));
        state.LimitLanes(share);
        Record(Outcome.Limited, state.Place, Millionths(state.LaneShare));
        return new Hold(() =>
        {
            EndTold(told);
            state.UnlimitLanes(share);
            Record(Outcome.Limited, state.Place, Millionths(state.LaneShare));
        });
    }

    /// <summary>Leaves only a share of the speed of all vehicles on a route, those who are on it included.</summary>
    /// <param name="route">Its id <c>a - b</c>.</param>
    /// <param name="share">0 to 1; 0 shuts it and holds those who are on it. Shares of several multiply.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public IDisposable LimitSpeed(string route, double share, string cause)
    {
        CheckShare(share);
        if (share == 0) return Close(route, new ClosureHold(cause, ulong.MaxValue, EnRoute.Hold, SimTime.Never));
        var number = Catalogue.RouteNumber(route);
        var (state, told) = (Routes[number], Told(route, cause, HappeningKind.Slowed));
        state.LimitSpeed(share);
        SpeedChanged();
        return new Hold(() =>
        {
            EndTold(told);
            state.UnlimitSpeed(share);
            SpeedChanged();
        });

        void SpeedChanged()
        {
            Record(Outcome.Limited, -1 - number, Millionths(state.SpeedShare));
            RoutesChanged.Fire();
        }
    }

    /// <summary>Makes a route more dangerous, for those who are on it too.</summary>
    /// <param name="route">Its id <c>a - b</c>.</param>
    /// <param name="perHour">[attacks per hour of driving] Not negative; those of several are added.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="InvalidOperationException">The scenario does not say what an attack does.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or no number.</exception>
    public IDisposable Endanger(string route, double perHour, string cause)
    {
        if (!(perHour >= 0 && double.IsFinite(perHour)))
            throw new ArgumentOutOfRangeException(nameof(perHour), perHour, "allowed: 0 or more, and finite");
        var number = Catalogue.RouteNumber(route);
        if (Catalogue.Attacks is null) throw new InvalidOperationException("the scenario has no 'attacks', which say what an attack does");
        var state = Routes[number];
        state.Endanger(cause, perHour);
        Record(Outcome.Endangered, number, Millionths(state.AddedHazard));
        return new Hold(() =>
        {
            state.Calm(cause, perHour);
            Record(Outcome.Endangered, number, Millionths(state.AddedHazard));
        });
    }

    /// <summary>Shuts a crossing or route for columns with a vehicle heavier than this; those in it complete.</summary>
    /// <param name="target">The id of a crossing, or a route's id <c>a - b</c>.</param>
    /// <param name="most">Gross mass. Of what does not stand in a <c>weight-limit</c> of the scenario's
    /// restrictions fleets are not told apart.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mass is negative.</exception>
    public IDisposable LimitWeight(string target, Mass most, string cause)
    {
        if (most.Grams < 0) throw new ArgumentOutOfRangeException(nameof(most), most, "allowed: 0 or more");
        return Catalogue.HeavierThan(most) is var heavier && heavier == 0 ? new Hold(() => { })
            : Close(target, new ClosureHold(cause, heavier, EnRoute.Complete, SimTime.Never));
    }

    /// <summary>Several holds as one, undone in the order in which they began.</summary>
    public IDisposable Together(IEnumerable<IDisposable> holds)
    {
        var all = holds.ToArray();
        return all.Length == 1 ? all[0] : new Hold(() =>
        {
            foreach (var hold in all) hold.Dispose();
        });
    }

    /// <summary>Tells those who plan something false until the hold is disposed, which takes it back.</summary>
    /// <param name="target">The id of a crossing, or a route's id <c>a - b</c>.</param>
    /// <param name="says">What they are told.</param>
    /// <param name="to">Only of this traffic; empty for all.</param>
    public IDisposable Mislead(string target, Said says, ImmutableArray<string> to)
    {
        var isRoute = Catalogue.TryRoute(target, out var number);
        if (!isRoute) number = Crossing(target).Place;
        var report = new FalseReport(isRoute, number, Catalogue.TrafficMask(to), says);
        Misled?.Invoke(report, true);
        return new Hold(() => Misled?.Invoke(report, false));
    }

    /// <summary>Opens a crossing in further hours.</summary>
    public IDisposable OpenIn(string crossing, Hours hours, ImmutableArray<string> to)
    {
        var state = Crossing(crossing);
        var (times, traffics) = (Catalogue.OpeningTimes(hours, state.Plan.FirstZone), Catalogue.TrafficMask(to));
        state.Add(times, traffics, Now);
        return new Hold(() => state.Remove(times, traffics, Now));
    }

    private static void CheckShare(double share)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "allowed: 0 to 1");
    }

    private CrossingState Crossing(string id) => Crossings[Catalogue.PlaceNumber(id)]
        ?? throw new InvalidOperationException(
            $"'{id}' is no crossing, so it cannot be closed, opened or "
                + $"slowed; {(Catalogue.Places.OfType<Crossing>().Select(one => one.Id).ToArray() is { Length: > 0 } all ? $"there are {string.Join(", ", all)}" : "the scenario has none")}");

    private Hold CloseRoute(RouteState route, string id, ClosureHold hold, ToldHold? told)
    {
        Record(Outcome.Closed, -1 - route.Route);
        var before = route.Shut;
        TellRoute(before, before | hold.Traffics);
        route.Close(hold);
        FlyingChanged?.Invoke();
        RoutesChanged.Fire();
        return new Hold(() =>
        {
            EndTold(told);
            var shut = route.Shut;
            route.Reopen(hold);
            Record(Outcome.Opened, -1 - route.Route);
            TellRoute(shut, route.Shut);
            FlyingChanged?.Invoke();
            RoutesChanged.Fire();
        });

        void TellRoute(ulong was, ulong isNow) =>
            TellDoor(id, (was, isNow, ulong.MaxValue), TrafficWords, hold.Cause, route.Closures.Select(one => one.Cause));
    }

    private Hold CloseSite(SiteState site, int place, string cause, SiteWork[] works)
    {
        var (id, before) = (Catalogue.Places[place].Id, site.Stopped);
        var told = Told(id, cause, HappeningKind.Closed, Bits(works) == AllWork ? null : WorkWords(Bits(works)));
        Record(Outcome.Closed, place, works.Length);
        TellSite(before, before | Bits(works));
        site.Stop(works);
        return new Hold(() =>
        {
            EndTold(told);
            Record(Outcome.Opened, place, works.Length);
            var stopped = site.Stopped;
            TellSite(stopped, works.Where(work => site.Closures(work) == 1).Aggregate(stopped, (left, work) => left & ~Bits([work])));
            site.GoOn(works);
        });

        void TellSite(ulong was, ulong isNow) => TellDoor(id, (was, isNow, AllWork), WorkWords, cause,
            (Story?.Holds ?? []).Where(one => one.Target == id && one.Kind == HappeningKind.Closed && one.Until == SimTime.Never)
                .Select(one => one.Cause));
    }

    private void CountClosure(CrossingState crossing, Action change, string cause)
    {
        var (wasShut, before) = (crossing.IsShut, crossing.Shut);
        change();
        if (crossing.IsShut != wasShut) Record(wasShut ? Outcome.Opened : Outcome.Closed, crossing.Place);
        TellDoor(crossing.Plan.Crossing.Id, (before, crossing.Shut, ulong.MaxValue), TrafficWords, cause,
            crossing.Closures.Select(one => one.Cause));
    }

    private static long Millionths(double share) => (long)Math.Round(share * 1e6);

    private sealed class Hold(Action undo) : IDisposable
    {
        private Action? _undo = undo;

        public void Dispose()
        {
            var once = _undo;
            _undo = null;
            once?.Invoke();
        }
    }
}
