using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// What a closure or a capture does to those in it, and to those who wait.
internal sealed partial class CrossingQueue
{
    void ICrossingListener.Closed(CrossingState crossing, ClosureHold hold)
    {
        SettleAll();
        foreach (var bay in _bays) bay.Meet(_world, hold);
        _searchBays?.Meet(hold);
        Exchange?.Docks.Meet(hold);
        if (hold.Queue != QueueRule.Keep) ObeyQueueRule(hold);
    }

    void ICrossingListener.Captured(CrossingState crossing, CapturedVehicles fate)
    {
        SettleAll();
        foreach (var bay in _bays) bay.Meet(_world, fate);
        if (fate == CapturedVehicles.Seized) LoseWaiting();
        _searchBays?.Meet(fate);
        Exchange?.Docks.Meet(fate);
    }

    void ICrossingListener.Changed(CrossingState crossing)
    {
        SettleAll();
        TellPace();
        ServeSoon();
    }

    // When all has changed that changes at this instant: where hours and a closure begin together nobody
    // slips in between, whichever is told of first.
    private void ServeSoon()
    {
        Moved?.Invoke(this);
        if (ServesAt == _world.Now || !AnybodyWaits) return;
        ServesAt = _world.Now;
        _world.Simulation.Schedule(_world.Now, Priorities.Arrival, _handler, AllHasChanged);
    }

    private bool AnybodyWaits => _queues.Any(queue => queue.First is not null) || _bays.Any(bay => bay.IsHeld)
        || _searchBays is { AnybodyWaits: true } || Exchange is { Docks.AnybodyWaits: true };

    private void Resume()
    {
        ServesAt = SimTime.Never;
        foreach (var bay in _bays) bay.TryResume(_world, _state, _handler);
        _searchBays?.Reconsider();
        Exchange?.Docks.Reconsider();
    }

    /// <summary>[lanes] How many of a group work now.</summary>
    public int LanesLeft(int lane) => _state.LanesLeft(LanesIn(lane));

    private int LanesIn(int lane) => _state.LanesOf(lane) ?? AllLanesIn(lane);

    private int AllLanesIn(int lane) =>
        _state.Plan.Crossing.Lanes is { Named: not null } lanes ? lanes.For(lane == 0 ? "in" : "out") : _bays.Length;

    private double PaceIn(int lane) => _state.LaneShare == 1 ? _state.InspectionFactor : _state.PaceIn(LanesIn(lane));

    // Of the lanes that work no longer those in use are finished.
    private bool IsLaneLeft(int lane)
    {
        var busy = 0;
        foreach (var bay in _bays)
            if (bay.Lane == lane && bay.Entry is not null) busy++;
        return busy < LanesLeft(lane);
    }

    private void ObeyQueueRule(ClosureHold hold)
    {
        for (var queue = 0; queue < _queues.Length; queue++)
            for (QueueEntry? entry = hold.Binds(queue % _traffics) ? _queues[queue].First : null, behind; entry is not null; entry = behind)
            {
                behind = entry.Behind;
                ObeyQueueRule(entry, hold.Queue);
            }
    }

    private void ObeyQueueRule(QueueEntry entry) => ObeyQueueRule(entry, _state.QueueRuleFor(entry.Traffic));

    // A column of which a vehicle is inspected, or through, does not part.
    private void ObeyQueueRule(QueueEntry entry, QueueRule rule)
    {
        if (rule == QueueRule.Keep || entry.Next > 0 || entry.IsOver || entry.Convoy is { BringsSomething: false }) return;
        if (rule == QueueRule.Divert)
        {
            if (entry.Convoy is not null) _transport.Reports.Witness(_state);
            return;
        }
        _world.Record(Outcome.Dispersed, Place, entry.Count);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Dispersed, _state.Plan.Crossing.Id,
                entry.Convoy?.Name ?? $"{_world.Catalogue.Fleets[entry.Stranger.Fleet].Id} {entry.Stranger.Number}");
        entry.Convoy?.BringBack();
        Leave(entry);
    }

    private void LoseWaiting()
    {
        foreach (var queue in _queues)
            while (queue.First is { } entry)
            {
                queue.Remove(entry);
                TellWaiting(entry, entry.Next - entry.Count);
                CloseWaits(entry);
                for (; entry.Next < entry.Count; entry.Next++) Lose(entry, entry.Next);
            }
    }
}
