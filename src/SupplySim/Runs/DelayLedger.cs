using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>All waiting of all vehicles, by place and cause, in whole ticks: the times by cause add up to the total exactly.</summary>
/// <remarks>What <c>why</c>, ranking and report read. One run, one thread.</remarks>
public sealed class DelayLedger
{
    /// <summary>How many causes there are.</summary>
    public const int Causes = 6;

    private readonly long[] _byCause;
    private readonly long[] _total;

    internal DelayLedger(int places) => (_byCause, _total) = (new long[places * Causes], new long[places]);

    /// <summary>[vehicle-time] Waiting at a place by one cause.</summary>
    public TimeSpan Waited(int place, WaitCause cause) => new(_byCause[place * Causes + (int)cause]);

    /// <summary>[vehicle-time] All waiting at a place, summed apart from its causes.</summary>
    public TimeSpan Waited(int place) => new(_total[place]);

    internal void Charge(int place, WaitCause cause, TimeSpan waited) => _byCause[place * Causes + (int)cause] += waited.Ticks;

    /// <summary>One vehicle's wait is over: counted from its own beginning and end, not from the pieces charged.</summary>
    internal void Close(int place, SimTime from, SimTime to) => _total[place] += (to - from).Ticks;
}
