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
    }

    void ICrossingListener.Captured(CrossingState crossing, CapturedVehicles fate)
    {
        SettleAll();
        foreach (var bay in _bays) bay.Meet(_world, fate);
        if (fate == CapturedVehicles.Seized) LoseWaiting();
        _searchBays?.Meet(fate);
        Exchange?.Docks.Meet(fate);
    }

    private void LoseWaiting()
    {
        foreach (var queue in _queues)
            while (queue.First is { } entry)
            {
                queue.Remove(entry);
                CloseWaits(entry);
                for (; entry.Next < entry.Count; entry.Next++) Lose(entry, entry.Next);
            }
    }
}
