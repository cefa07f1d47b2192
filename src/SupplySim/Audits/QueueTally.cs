using SupplySim.Engine;
using SupplySim.Movement;

namespace SupplySim.Audits;

/// <summary>The number of vehicles that wait at one crossing, summed over time by looking whenever it may have changed.</summary>
/// <remarks>Knows when each vehicle joined and when somebody else was seen to have begun; no wait of anybody.</remarks>
internal sealed class QueueTally(CrossingQueue queue)
{
    private readonly List<(QueueEntry Entry, int Next)> _waiting = [];
    private readonly Stage[] _stages = [.. Audit.StagesOf(queue)];
    private SimTime _last;
    private Int128 _ticks;
    private int _held;

    /// <summary>Somebody may have moved.</summary>
    public void Look(SimTime now)
    {
        _ticks = UpTo(now);
        (_last, _held) = (now, 0);
        _waiting.Clear();
        foreach (var line in queue.Lines)
            for (var entry = line.First; entry is not null; entry = entry.Behind) _waiting.Add((entry, entry.Next));
        foreach (var bay in queue.Bays)
            if (bay is { IsTaken: true, IsHeld: true }) _held++;
        foreach (var stage in _stages) _held += stage.Waiting.Count + stage.Bays.Count(bay => bay is { IsTaken: true, IsHeld: true });
    }

    /// <summary>[ticks] All waiting from the start up to now.</summary>
    public Int128 UpTo(SimTime now)
    {
        var ticks = _ticks + (Int128)_held * (now - _last).Ticks;
        foreach (var (entry, next) in _waiting) ticks += Waited(entry, next, _last, now);
        return ticks;
    }

    /// <summary>[ticks] How long the vehicles of a column, from one on, have waited between two instants.</summary>
    public static long Waited(QueueEntry entry, int next, SimTime from, SimTime to)
    {
        if (entry.JoinedAt(entry.Count - 1) <= from) return (to - from).Ticks * (entry.Count - next);
        long ticks = 0;
        for (var vehicle = next; vehicle < entry.Count && entry.JoinedAt(vehicle) < to; vehicle++)
            ticks += (to - SimTime.Max(from, entry.JoinedAt(vehicle))).Ticks;
        return ticks;
    }
}
