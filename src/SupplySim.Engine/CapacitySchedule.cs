using System.Globalization;

namespace SupplySim.Engine;

/// <summary>Capacities that follow a timetable, once or over and over.</summary>
/// <remarks>Immutable; share freely. What a change does is the user's choice: set <see cref="Resource.Capacity"/>, and
/// services pause or finish; or <see cref="Resource.ChangeShift"/>, and all of them finish in overtime.</remarks>
public sealed class CapacitySchedule
{
    private readonly (long At, int Capacity)[] _changes;
    private readonly long _period;

    /// <summary>A timetable.</summary>
    /// <param name="changes">When which capacity begins, counted from the start of the run or of a period; ascending.</param>
    /// <param name="period">After how long it begins anew; <see langword="null"/> for never.</param>
    /// <exception cref="ArgumentException">There is no change, or they are not ascending within the period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A capacity is negative.</exception>
    public CapacitySchedule(IEnumerable<(TimeSpan At, int Capacity)> changes, TimeSpan? period = null)
    {
        _changes = [.. changes.Select(change => (change.At.Ticks, change.Capacity))];
        _period = period?.Ticks ?? long.MaxValue;
        if (_changes.Length == 0) throw new ArgumentException("A schedule needs a change.", nameof(changes));
        var earliest = 0L;
        foreach (var (at, capacity) in _changes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(capacity, nameof(changes));
            if (at < earliest || at >= _period)
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture,
                        $"The change at {new TimeSpan(at):c} must lie after those before it, and before the end of the period."),
                    nameof(changes));
            earliest = at + 1;
        }
    }

    /// <summary>The capacity at a time. Before the first change it is 0, or with a period the last of the period.</summary>
    public int At(SimTime time)
    {
        var phase = time.Ticks % _period;
        var last = Array.FindLastIndex(_changes, change => change.At <= phase);
        return last >= 0 ? _changes[last].Capacity : _period < long.MaxValue ? _changes[^1].Capacity : 0;
    }

    /// <summary>The process that follows the schedule: says the capacity when it begins, and at each change.</summary>
    /// <param name="simulation">The run.</param>
    /// <param name="change">What to do with a capacity.</param>
    /// <param name="priority">The rank of a change among the events of its instant; the first, 0, if not given.</param>
    public async Process Drive(Simulation simulation, Action<int> change, Priority? priority = null)
    {
        change(At(simulation.Now));
        for (var next = NextAfter(simulation.Now); next <= SimTime.Latest; next = NextAfter(simulation.Now))
        {
            await simulation.DelayUntil(next, priority ?? default(Priority));
            change(At(simulation.Now));
        }
    }

    private SimTime NextAfter(SimTime time)
    {
        var (phase, begun) = (time.Ticks % _period, time.Ticks - time.Ticks % _period);
        var next = Array.FindIndex(_changes, change => change.At > phase);
        if (next >= 0) return SimTime.FromTicks(begun + _changes[next].At);
        var first = (Int128)begun + _period + _changes[0].At;
        return first < long.MaxValue ? SimTime.FromTicks((long)first) : SimTime.Never;
    }
}
