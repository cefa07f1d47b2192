using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What the strangers in one line wait for, and for how long since it was last charged.</summary>
/// <remarks>They are held by the same gates and need no clearance of their own, so they wait for the same, however many they are: it is
/// charged for all of them at once. One run, one thread.</remarks>
internal sealed class SharedWait
{
    // [ticks] How long those who wait were not there yet, all together, after it was last charged.
    private Int128 _notThere;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Up to when their waiting has been charged.</summary>
    public SimTime SettledAt { get; private set; }

    /// <summary>Why they wait, since then.</summary>
    public WaitCause Cause { get; set; }

    /// <summary>The closure that is blamed for it; null where none is.</summary>
    public ClosureHold? Blamed { get; set; }

    public void Join(SimTime now)
    {
        if (Count++ == 0) (SettledAt, _notThere) = (now, 0);
        _notThere += (now - SettledAt).Ticks;
    }

    /// <summary>One that joined then goes; what it has waited has been charged.</summary>
    public void Leave(SimTime joined)
    {
        Count--;
        _notThere -= Math.Max(0, (joined - SettledAt).Ticks);
    }

    /// <summary>[time] What one that joined then has waited since it was last charged.</summary>
    public TimeSpan Waited(SimTime joined, SimTime now) => now - SimTime.Max(joined, SettledAt);

    /// <summary>[vehicle-ticks] What all of them have waited since the last time this was asked.</summary>
    public Int128 Settle(SimTime now)
    {
        var waited = (Int128)(now - SettledAt).Ticks * Count - _notThere;
        (SettledAt, _notThere) = (now, 0);
        return waited;
    }
}
