using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// What a closure or a capture does to those who are under inspection, and to those who wait.
internal sealed partial class CrossingQueue
{
    void ICrossingListener.Closed(CrossingState crossing, ClosureHold hold)
    {
        SettleAll();
        foreach (var bay in _bays)
        {
            if (bay.Entry is not { } entry || (hold.Traffics >> entry.Traffic & 1) == 0) continue;
            entry.IsTrapped |= hold.EnRoute == EnRoute.Trapped;
            if (bay.IsHeld && hold.EnRoute != EnRoute.Lost) continue;
            switch (hold.EnRoute)
            {
                case EnRoute.Complete:
                    break;
                case EnRoute.Lost:
                    LoseInspected(bay);
                    break;
                case EnRoute.TurnBack:
                    HoldUp(bay, Duration(entry, bay.Vehicle), needsPassage: false);
                    break;
                default:
                    HoldUp(bay, bay.Remaining(_world.Now), needsPassage: false);
                    break;
            }
        }
    }

    void ICrossingListener.Captured(CrossingState crossing, CapturedVehicles fate)
    {
        SettleAll();
        if (fate == CapturedVehicles.Release) return;
        foreach (var bay in _bays)
        {
            if (bay.Entry is not { } entry) continue;
            if (fate == CapturedVehicles.Seized) LoseInspected(bay);
            else if (!bay.IsHeld) HoldUp(bay, Duration(entry, bay.Vehicle), needsPassage: true);
        }
        if (fate == CapturedVehicles.Seized) LoseWaiting();
    }

    private void HoldUp(Bay bay, TimeSpan remaining, bool needsPassage) =>
        bay.Hold(_world.Simulation, remaining, needsPassage ? WaitCause.Passage : WaitCause.Physical, needsPassage);

    private void TryResume(Bay bay)
    {
        var traffic = bay.Entry!.Traffic;
        var may = bay.NeedsPassage ? Passage.Ask(_state, traffic, _world.Now).May : _state.IsOpenFor(traffic);
        if (!may) return;
        bay.Resume(_world, Place, _handler, bay.Number);
        Free(bay.Entry);
    }

    // Its column can be given up again, and looks for how long from now on.
    private static void Free(QueueEntry entry)
    {
        if (!entry.IsTrapped) return;
        entry.IsTrapped = false;
        entry.Convoy?.Through.Fire();
    }

    private void LoseInspected(Bay bay)
    {
        var (entry, vehicle) = (bay.Entry!, bay.Vehicle);
        bay.Abandon(_world, Place);
        Free(entry);
        if (entry.Convoy is { } convoy) convoy.Lose(convoy.Members[vehicle]);
        Done(entry);
    }

    private void LoseWaiting()
    {
        foreach (var queue in _queues)
            while (queue.First is { } entry)
            {
                queue.Remove(entry);
                CloseWaits(entry);
                for (; entry.Next < entry.Count; entry.Next++)
                {
                    if (entry.Convoy is { } convoy) convoy.Lose(convoy.Members[entry.Next]);
                    Done(entry);
                }
            }
    }
}
