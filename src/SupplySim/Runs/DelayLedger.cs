using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>All waiting of all vehicles, by place and cause, in whole ticks: the times by cause add up to the total exactly.</summary>
/// <remarks>What <c>why</c>, ranking and report read. One run, one thread.</remarks>
public sealed class DelayLedger
{
    /// <summary>How many causes there are.</summary>
    public const int Causes = 7;

    // [vehicle-ticks] Half a million who wait for a month are more than 64 bits hold.
    private readonly Int128[] _byCause;
    private readonly Int128[] _total;
    private readonly Int128[] _begun;
    private readonly Int128[] _ofAircraft = new Int128[Causes];
    private readonly SortedDictionary<string, Int128> _byDisruption = new(StringComparer.Ordinal);

    private readonly List<OpenWait> _open = [];
    private readonly Stack<int> _free = new();

    private readonly HoldUps _holdUps;

    internal DelayLedger(int places, HoldUps holdUps) =>
        (_byCause, _total, _begun, _holdUps) = (new Int128[places * Causes], new Int128[places], new Int128[places], holdUps);

    /// <summary>[vehicle-time] Waiting at a place by one cause; at most the longest time there is, 29,000 years.</summary>
    public TimeSpan Waited(int place, WaitCause cause) => Time(_byCause[place * Causes + (int)cause]);

    /// <summary>[vehicle-time] All waiting at a place, summed apart from its causes; at most the longest time there is.</summary>
    public TimeSpan Waited(int place) => Time(_total[place]);

    /// <summary>[vehicle-day] All waiting at a place, or that by one cause, however much it is.</summary>
    internal double Days(int place, WaitCause? cause = null) =>
        (double)(cause is { } one ? _byCause[place * Causes + (int)one] : _total[place]) / TimeSpan.TicksPerDay;

    /// <summary>[vehicle-ticks] All waiting at a place, summed apart from its causes.</summary>
    internal Int128 Ticks(int place) => _total[place];

    private static TimeSpan Time(Int128 ticks) => new((long)Int128.Min(ticks, TimeSpan.MaxValue.Ticks));

    /// <summary>[vehicle-time] What disruptions are blamed for, by id, in order of it: of all physical waiting at crossings and on or
    /// before roads the part for which a closure is the reason. Of several closures at once the first to come is blamed; whoever is
    /// held in a lane or on a road blames what stopped it until it goes on.</summary>
    public ImmutableArray<BlamedWait> ByDisruption => [.. _byDisruption.Select(one => new BlamedWait(one.Key, Time(one.Value)))];

    /// <summary>[aircraft-time] Of all waiting at all places, by cause, that of aircraft to fly on or to be
    /// served; what is zero is left out.</summary>
    internal IEnumerable<(WaitCause Cause, TimeSpan Waited)> OfAircraft =>
        _ofAircraft.Select((ticks, cause) => ((WaitCause)cause, Time(ticks))).Where(one => one.Item2 > TimeSpan.Zero);

    /// <summary>[ticks] All waiting at a place, by all causes.</summary>
    internal Int128 Charged(int place)
    {
        Int128 ticks = 0;
        for (var cause = 0; cause < Causes; cause++) ticks += _byCause[place * Causes + cause];
        return ticks;
    }

    /// <summary>[ticks] Of all waiting at a place, what was counted from <see cref="Begin"/> to <see cref="End"/>.</summary>
    internal Int128 FromBeginToEnd(int place) => _begun[place];

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
    /// <param name="waited">[vehicle-ticks]</param>
    internal void Charge(in Waiting wait, SimTime from, SimTime now, Int128 waited)
    {
        if (waited <= 0) return;
        _byCause[wait.Place * Causes + (int)wait.Cause] += waited;
        if (wait.Blamed is { } closure) _byDisruption[closure.Cause] = _byDisruption.GetValueOrDefault(closure.Cause) + waited;
        if (wait.Of is { BoundFor: >= 0 } or { Fleet: >= 0 })
            _holdUps.Add(HoldUpKey.Of(wait), from, now, Time(waited), wait.KeptBy ?? wait.Blamed?.Cause);
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
        var waited = (Int128)(now - since).Ticks * vehicles;
        Charge(wait, since, now, waited);
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
