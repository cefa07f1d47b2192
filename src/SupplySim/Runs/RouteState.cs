using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>How a route stands at this instant: what closes it, and who is on it.</summary>
/// <remarks>Movers register here while they are on the route, so that a closure can hold, turn back or seize them. One run,
/// one thread.</remarks>
internal sealed class RouteState(int route, Distance length, Speed? usual)
{
    private const long LongestHours = 100 * 8766;
    private readonly List<ClosureHold> _closures = [];
    private readonly Queue<IMover> _movers = [];
    private readonly List<double> _speedShares = [];
    private readonly List<(string Cause, double PerHour)> _hazards = [];

    public int Route { get; } = route;

    /// <summary>What closes it at this instant.</summary>
    public IReadOnlyList<ClosureHold> Closures => _closures;

    /// <summary>Who is on it, in the order in which they came.</summary>
    public IReadOnlyCollection<IMover> Movers => _movers;

    /// <summary>Of a road: how fast it lets anybody go who is faster.</summary>
    public Speed Usual { get; } = usual ?? default;

    /// <summary>[share] Of the usual speed of each vehicle; above 0.</summary>
    public double SpeedShare { get; private set; } = 1;

    /// <summary>[attacks per hour] What adds to the danger of it at this instant, and how much.</summary>
    public IReadOnlyList<(string Cause, double PerHour)> Hazards => _hazards;

    /// <summary>[attacks per hour] That fronts and disruptions add at this instant to what the route says itself.</summary>
    public double AddedHazard { get; private set; }

    /// <summary>Called each time a closure comes or goes.</summary>
    public Action<RouteState>? Changed { get; set; }

    /// <summary>Called each time it has become more or less dangerous.</summary>
    public Action<RouteState>? Endangered { get; set; }

    /// <summary>What is left of a speed; enough to be through in a hundred years, which is beyond every run.</summary>
    public Speed Limited(Speed usual) => SpeedShare == 1 ? usual
        : Speed.FromMetresPerHour(Math.Max(1 + length.Metres / LongestHours, (long)Math.Round(usual.MetresPerHour * SpeedShare)));

    public bool IsOpenFor(int traffic)
    {
        foreach (var closure in _closures)
            if ((closure.Traffics >> traffic & 1) != 0) return false;
        return true;
    }

    /// <summary>A bit for each traffic to which it is closed; all bits for all.</summary>
    public ulong Shut => ClosureHold.Together(_closures);

    /// <summary>When the closures that bind a traffic end, as announced; never where one of them has announced nothing.</summary>
    public SimTime AnnouncedEnd(int traffic) => ClosureHold.AnnouncedEnd(_closures, traffic);

    public void Enter(IMover mover) => _movers.Enqueue(mover);

    /// <summary>Somebody is on it no longer. Who came first leaves first, mostly; else all the others go once round.</summary>
    public void Leave(IMover mover)
    {
        if (_movers.TryPeek(out var first) && first == mover)
        {
            _movers.Dequeue();
            return;
        }
        for (var left = _movers.Count; left > 0; left--)
            if (_movers.Dequeue() is var one && one != mover) _movers.Enqueue(one);
    }

    public void Close(ClosureHold hold)
    {
        _closures.Add(hold);
        foreach (var mover in _movers.ToArray()) Tell(mover, hold);
        Changed?.Invoke(this);
    }

    /// <summary>Tells somebody who is on it what closes it already.</summary>
    public void TellClosures(IMover mover)
    {
        foreach (var hold in _closures) Tell(mover, hold);
    }

    public void Reopen(ClosureHold hold)
    {
        _closures.Remove(hold);
        Changed?.Invoke(this);
    }

    public void LimitSpeed(double share)
    {
        _speedShares.Add(share);
        ChangeSpeed();
    }

    public void UnlimitSpeed(double share)
    {
        _speedShares.Remove(share);
        ChangeSpeed();
    }

    public void Endanger(string cause, double perHour)
    {
        _hazards.Add((cause, perHour));
        ChangeHazard();
    }

    public void Calm(string cause, double perHour)
    {
        _hazards.Remove((cause, perHour));
        ChangeHazard();
    }

    // Added anew in order, so that one danger after another leaves no trace of rounding.
    private void ChangeHazard()
    {
        AddedHazard = _hazards.Sum(one => one.PerHour);
        foreach (var mover in _movers.ToArray()) mover.HazardChanged();
        Endangered?.Invoke(this);
    }

    // Multiplied anew in order, so that one restriction after another leaves no trace of rounding.
    private void ChangeSpeed()
    {
        var before = SpeedShare;
        SpeedShare = _speedShares.Aggregate(1.0, (product, share) => product * share);
        if (SpeedShare == before) return;
        foreach (var mover in _movers.ToArray()) mover.SpeedChanged();
    }

    private static void Tell(IMover mover, ClosureHold hold)
    {
        if ((hold.Traffics >> mover.Traffic & 1) != 0) mover.RouteClosed(hold);
    }
}

/// <summary>Somebody on a route.</summary>
internal interface IMover
{
    /// <summary>The number of the traffic it is.</summary>
    int Traffic { get; }

    /// <summary>The route it is on has been closed.</summary>
    void RouteClosed(ClosureHold hold);

    /// <summary>The route it is on can be passed faster or more slowly from now on.</summary>
    void SpeedChanged() { }

    /// <summary>The route it is on is more or less dangerous from now on.</summary>
    void HazardChanged() { }
}
