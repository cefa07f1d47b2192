using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>When one place lacked something that it needs, in spells: each from when it last had enough to when it lacks nothing any more. What was late
/// meanwhile was missed.</summary>
/// <remarks>Spells follow one another and never overlap. One run, one thread.</remarks>
internal sealed class Lack
{
    private readonly List<(SimTime From, SimTime Until)> _spells = [];
    private SimTime _enough = SimTime.Start;

    /// <summary>Whether it lacks something now.</summary>
    public bool IsNow { get; private set; }

    /// <summary>It has as much as is to lie there.</summary>
    public void HadEnough(SimTime now)
    {
        if (!IsNow) _enough = now;
    }

    /// <summary>It has nothing left of something.</summary>
    public void Begin() => IsNow = true;

    /// <summary>It has something of everything again, or the run is over.</summary>
    public void End(SimTime now)
    {
        if (!IsNow) return;
        _spells.Add((_enough, now));
        (_enough, IsNow) = (now, false);
    }

    /// <summary>[share] Of each part of the time the share that belongs to a spell; null where it never lacked anything.</summary>
    /// <param name="parts">Into which the time is cut.</param>
    public double[]? Shares(TimeByPart parts)
    {
        if (_spells.Count == 0) return null;
        var shares = new double[parts.Count];
        foreach (var (from, until) in _spells) parts.Cover(from, until, shares);
        return shares;
    }
}
