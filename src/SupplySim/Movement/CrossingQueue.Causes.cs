using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Why those in the queue wait: each instant is charged to one cause.
internal sealed partial class CrossingQueue
{
    /// <summary>Charges all waiting up to now.</summary>
    public void SettleAll()
    {
        for (var queue = 0; queue < _queues.Length; queue++)
        {
            if (_queues[queue].First is null) continue;
            var answer = Passage.Ask(_state, queue % _traffics, _world.Now);
            if (_queues[queue].Strangers is { Count: > 0 } strangers) Settle(strangers, answer);
            if (!_queues[queue].HasColumns) continue;
            for (var entry = _queues[queue].First; entry is not null; entry = entry.Behind)
                if (entry.Shared is null) Settle(entry, answer);
        }
        foreach (var bay in _bays) bay.Settle(_world, Place);
    }

    private void Settle(QueueEntry entry) => Settle(entry, Passage.Ask(_state, entry.Traffic, _world.Now));

    // Charges the wait up to now to its cause, and finds the cause from now on.
    private void Settle(QueueEntry entry, in PassageAnswer answer)
    {
        // Before its next vehicle came nobody of it has waited.
        var from = SimTime.Max(entry.SettledAt, entry.JoinedAt(entry.Next));
        if (entry.Settle(_world.Now) is var waited && waited > TimeSpan.Zero)
            _world.Delays.Charge(new Waiting(Place, entry.Cause, entry.Blamed, entry.Shipment), from, _world.Now, waited.Ticks);
        if (entry.Shared is null) entry.WaitFor(CauseOf(entry, answer), answer.Blamed);
    }

    private void Settle(SharedWait strangers, in PassageAnswer answer)
    {
        var from = strangers.SettledAt;
        _world.Delays.Charge(new Waiting(Place, strangers.Cause, strangers.Blamed, Shipment.None), from, _world.Now,
            strangers.Settle(_world.Now));
        WaitFor(strangers, answer);
    }

    // The others of its line wait for what they waited for until whoever closes or opens the crossing says so.
    private void FindCause(QueueEntry entry, in PassageAnswer answer)
    {
        if (entry.Shared is null) entry.WaitFor(CauseOf(entry, answer), answer.Blamed);
        else if (entry.Shared.Count == 1) WaitFor(entry.Shared, answer);
    }

    // Nobody clears a stranger.
    private static void WaitFor(SharedWait strangers, in PassageAnswer answer) =>
        (strangers.Cause, strangers.Blamed) = (answer.NeedsClearance ? WaitCause.Clearance : answer.Cause, answer.Blamed);

    private WaitCause CauseOf(QueueEntry entry, in PassageAnswer answer)
    {
        if (!answer.NeedsClearance || IsCleared(entry)) return answer.Cause;
        // Who came when none was needed asks for it at the gate, and there by day.
        if (answer.May && entry.Convoy is { } convoy) Clearance?.Ask(convoy);
        return WaitCause.Clearance;
    }
}
