using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>All waiting of all vehicles, by place and cause, in whole ticks: the times by cause add up to the total exactly.</summary>
/// <remarks>What <c>why</c>, ranking and report read. One run, one thread.</remarks>
public sealed class DelayLedger
{
    /// <summary>How many causes there are.</summary>
    public const int Causes = 7;

    private readonly long[] _byCause;
    private readonly long[] _total;
    private readonly long[] _begun;
    private readonly long[] _ofAircraft = new long[Causes];
    private readonly SortedDictionary<string, long> _byDisruption = new(StringComparer.Ordinal);

    private readonly List<OpenWait> _open = [];
    private readonly Stack<int> _free = new();

    private readonly HoldUps _holdUps;

    internal DelayLedger(int places, HoldUps holdUps) =>
        (_byCause, _total, _begun, _holdUps) = (new long[places * Causes], new long[places], new long[places], holdUps);

    /// <summary>[vehicle-time] Waiting at a place by one cause.</summary>
    public TimeSpan Waited(int place, WaitCause cause) => new(_byCause[place * Causes + (int)cause]);

    /// <summary>[vehicle-time] All waiting at a place, summed apart from its causes.</summary>
    public TimeSpan Waited(int place) => new(_total[place]);

    /// <summary>[vehicle-time] What disruptions are blamed for, by id, in order of it: of all physical waiting at crossings and on or
    /// before roads the part for which a closure is the reason. Of several closures at once the first to come is blamed; whoever is
    /// held in a lane or on a road blames what stopped it until it goes on.</summary>
    public ImmutableArray<BlamedWait> ByDisruption => [.. _byDisruption.Select(one => new BlamedWait(one.Key, new TimeSpan(one.Value)))];

    /// <summary>[aircraft-time] Of all waiting at all places, by cause, that of aircraft to fly on or to be
    /// served; what is zero is left out.</summary>
    internal IEnumerable<(WaitCause Cause, TimeSpan Waited)> OfAircraft =>
        _ofAircraft.Select((ticks, cause) => ((WaitCause)cause, new TimeSpan(ticks))).Where(one => one.Item2 > TimeSpan.Zero);

    /// <summary>[ticks] All waiting at a place, by all causes.</summary>
    internal long Charged(int place)
    {
        long ticks = 0;
        for (var cause = 0; cause < Causes; cause++) ticks += _byCause[place * Causes + cause];
        return ticks;
    }

    /// <summary>[ticks] Of all waiting at a place, what was counted from <see cref="Begin"/> to <see cref="End"/>.</summary>
    internal long FromBeginToEnd(int place) => _begun[place];

    /// <summary>[vehicles] Those whose wait has begun with <see cref="Begin"/> and not ended.</summary>
    internal int Waiting(int place, WaitCause cause)
    {
        var vehicles = 0;
        foreach (var wait in _open)
            if (wait.Vehicles > 0 && wait.Wait.Place == place && wait.Wait.Cause == cause) vehicles += wait.Vehicles;
        return vehicles;
    }

    /// <summary>Somebody has waited.</summary>
    /// <param name="wait">Who, where and why.</param>
    /// <param name="from">Since when.</param>
    /// <param name="now">Until when.</param>
    /// <param name="waited">[vehicle-time]</param>
    internal void Charge(in Waiting wait, SimTime from, SimTime now, TimeSpan waited)
    {
        if (waited <= TimeSpan.Zero) return;
        _byCause[wait.Place * Causes + (int)wait.Cause] += waited.Ticks;
        if (wait.Blamed is { } closure) _byDisruption[closure.Cause] = _byDisruption.GetValueOrDefault(closure.Cause) + waited.Ticks;
        if (wait.Of is { BoundFor: >= 0 } or { Fleet: >= 0 })
            _holdUps.Add(HoldUpKey.Of(wait), from, now, waited, wait.KeptBy ?? wait.Blamed?.Cause);
    }

    /// <summary>What waits at this instant, counted from <see cref="Begin"/> on and not yet charged.</summary>
    internal IEnumerable<LoggedHoldUp> Open(SimTime now) => _open.Where(one => one.Vehicles > 0).Select(one =>
        new LoggedHoldUp(HoldUpKey.Of(one.Wait), one.Since, now, (now - one.Since) * one.Vehicles,
            one.Wait.KeptBy ?? one.Wait.Blamed?.Cause));

    /// <summary>One vehicle's wait is over: counted from its own beginning and end, not from the pieces charged.</summary>
    internal void Close(int place, SimTime from, SimTime to) => _total[place] += (to - from).Ticks;

    /// <summary>Vehicles begin to wait at a place, for one cause to the end.</summary>
    /// <returns>To be given to <see cref="End"/>.</returns>
    internal int Begin(in Waiting waiting, int vehicles, SimTime now, bool isAircraft = false)
    {
        var wait = new OpenWait(waiting, vehicles, now, isAircraft);
        if (_free.TryPop(out var number))
        {
            _open[number] = wait;
            return number;
        }
        _open.Add(wait);
        return _open.Count - 1;
    }

    /// <summary>They wait no longer.</summary>
    internal void End(int number, SimTime now)
    {
        var (wait, vehicles, since, isAircraft) = _open[number];
        var waited = (now - since).Ticks * vehicles;
        Charge(wait, since, now, new TimeSpan(waited));
        if (isAircraft) _ofAircraft[(int)wait.Cause] += waited;
        _begun[wait.Place] += waited;
        for (var vehicle = 0; vehicle < vehicles; vehicle++) Close(wait.Place, since, now);
        _open[number] = default;
        _free.Push(number);
    }

    /// <summary>The run is over: those who still wait have waited until now.</summary>
    internal void EndAll(SimTime now)
    {
        for (var number = 0; number < _open.Count; number++)
            if (_open[number].Vehicles > 0) End(number, now);
    }

    private readonly record struct OpenWait(Waiting Wait, int Vehicles, SimTime Since, bool IsAircraft);
}
