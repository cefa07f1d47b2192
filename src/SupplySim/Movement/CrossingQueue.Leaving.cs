using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Who gives up its place before any of its vehicles was inspected.
internal sealed partial class CrossingQueue
{
    /// <summary>Columns that wait and would now rather go another way leave.</summary>
    public void Reconsider()
    {
        foreach (var queue in _queues)
            for (QueueEntry? entry = queue.First, behind; entry is not null; entry = behind)
            {
                behind = entry.Behind;
                Reconsider(entry);
            }
    }

    /// <summary>A column that waits leaves if it would now rather go another way.</summary>
    public void Reconsider(QueueEntry entry)
    {
        if (entry is { Next: 0, HasLeft: false, Convoy: { } convoy } && WouldRatherLeave(entry, convoy)) Leave(entry);
    }

    private void Leave(QueueEntry entry)
    {
        Settle(entry);
        CloseWaits(entry);
        LineOf(entry.Traffic, entry.Lane).Remove(entry);
        TellWaiting(entry, entry.Next - entry.Count);
        entry.HasLeft = true;
        TellStay(entry);
        if (entry.Convoy is { } convoy)
        {
            Clearance?.End(convoy);
            convoy.Wake();
        }
        Moved?.Invoke(this);
    }

    /// <summary>Whether it is shut for a traffic, other than for the night.</summary>
    public bool IsShutFor(int traffic) => Passage.IsShut(_state, traffic, _world.Now);

    private bool WouldRatherLeave(QueueEntry entry, Convoy convoy)
    {
        if (!IsShutFor(convoy.Traffic)) return false;
        var (from, to) = convoy.Heading;
        if (convoy.Goal(to) != to) return true;
        if (WayOf(entry, convoy) is { IsShut: false } way)
            return _transport.Roads.Graph[way.Arcs[0]].To != Place;
        if (convoy.IsCutOff(from)) return true;
        convoy.Strand(from, to);
        return false;
    }

    // Whoever stands in a queue sees who is before him, and is not told.
    private Way? WayOf(QueueEntry entry, Convoy convoy) => _told is null
        ? _transport.Router.Choose(convoy.Heading.From, convoy.Heading.To, convoy.LoadClass)
        : _transport.Router.ChooseAt(convoy.ArcToCrossing, convoy.Heading.To, convoy.LoadClass, WorkBefore(entry));

    // The vehicles of a column that goes away have waited until now.
    private void CloseWaits(QueueEntry entry)
    {
        for (var vehicle = entry.Next; vehicle < entry.Count && entry.JoinedAt(vehicle) < _world.Now; vehicle++)
            _world.Delays.Close(Place, entry.JoinedAt(vehicle), _world.Now);
    }
}
