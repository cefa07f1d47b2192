using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>When one place lacked something that is sent to it, and what came too late for it: from when each load was wanted to when it came, where the place lacked
/// something meanwhile. What was held up in such a time was missed.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lack
{
    // In order of their ends; none touches another.
    private readonly List<(SimTime From, SimTime Until)> _late = [];
    private SimTime _lastEnd = SimTime.Start;

    /// <summary>By commodity: whether anything brings it here. What nothing brings is late for nobody. Default: nothing does.</summary>
    public bool[]? IsBrought { get; set; }

    /// <summary>Whether it lacks something now.</summary>
    public bool IsNow { get; private set; }

    /// <summary>It has nothing left of a commodity.</summary>
    public void Begin(int commodity) => IsNow |= IsBrought?[commodity] == true;

    /// <summary>It has something of everything again.</summary>
    public void End(SimTime now) => (_lastEnd, IsNow) = (IsNow ? now : _lastEnd, false);

    /// <summary>Whether it has lacked something since then.</summary>
    public bool HasBeenSince(SimTime then) => IsNow || _lastEnd > then;

    /// <summary>Something has come that was missed.</summary>
    /// <param name="wanted">When it was wanted.</param>
    /// <param name="now">Not before what was told before.</param>
    public void Miss(SimTime wanted, SimTime now)
    {
        while (_late.Count > 0 && _late[^1].Until >= wanted)
        {
            wanted = SimTime.Min(wanted, _late[^1].From);
            _late.RemoveAt(_late.Count - 1);
        }
        _late.Add((wanted, now));
    }

    /// <summary>[share] Of each part of the time the share in which something was on its way, or wanted, that came too late; null where nothing did.</summary>
    /// <param name="parts">Into which the time is cut.</param>
    public double[]? Shares(TimeByPart parts)
    {
        if (_late.Count == 0) return null;
        var shares = new double[parts.Count];
        foreach (var (from, until) in _late) parts.Cover(from, until, shares);
        return shares;
    }
}
