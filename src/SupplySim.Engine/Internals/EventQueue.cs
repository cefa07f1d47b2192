using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Internals;

/// <summary>The pending events of one simulation, earliest first.</summary>
/// <remarks>
/// <para>Order: (key, order of scheduling), total and exact. A rescheduled event counts as newly scheduled.</para>
/// <para>Structure: the events lie in <see cref="EventSlots"/>; entries of 16 bytes that point to them, in the
/// <see cref="Ladder"/>, and those that are scheduled for the instant at which they are scheduled in
/// <see cref="CurrentInstant"/>. Cancelling and moving only make the old entry stale: it is dropped when it comes to be
/// sorted or taken, and all of them when they are more than what is pending.</para>
/// <para>Cost: schedule, cancel, move and take O(1) where keys are spread at all evenly, O(log n) at worst, on average
/// over a run; no allocation but for growth. Memory: about 60 bytes for each of the most events that were ever pending
/// at once, and for each stale entry 16.</para>
/// </remarks>
internal sealed class EventQueue
{
    private const int FewStale = 256;

    private readonly EventSlots _slots;
    private readonly Ladder _ladder;
    private readonly CurrentInstant _instant;

    public EventQueue(uint lastStamp = uint.MaxValue, IForesight? foresight = null)
    {
        var pool = new ChunkPool();
        _slots = new EventSlots(lastStamp, foresight);
        _instant = new CurrentInstant(pool, _slots);
        _ladder = new Ladder(pool, _slots, _instant);
    }

    public int Count => _slots.Count;

    /// <summary>Entries in the queue whose events were cancelled or moved; at most as many as are pending, and a few.</summary>
    public int StaleCount => _slots.Stale;

    /// <summary>What the next event to be scheduled or moved is going to be numbered.</summary>
    public long NextSequence => _slots.NextSequence;

    /// <summary>Keeps the numbers from now on, for <see cref="SequenceOf"/>: eight bytes for each event.</summary>
    public void KeepSequences() => _slots.KeepSequences();

    /// <summary>The number of an event that has just been taken.</summary>
    public long SequenceOf(in DueEvent taken) => _slots.SequenceOf(taken.Slot);

    /// <summary>Whether an event is due before a limit. For reports: O(n).</summary>
    public bool HasEventBefore(ulong limit)
    {
        DropStale();
        return (_instant.Count > 0 && _instant.FirstKey < limit) || _ladder.HasEntryBefore(limit);
    }

    public EventHandle Schedule(ulong key, int handler, long argument)
    {
        var entry = _slots.Add(key, handler, argument);
        Add(entry);
        return new EventHandle(entry.Slot, entry.Stamp);
    }

    /// <summary>Takes the earliest event if its key is less than <paramref name="limit"/>.</summary>
    public bool TryTakeBefore(ulong limit, out DueEvent taken)
    {
        while (TryTakeEntryBefore(limit, out var entry))
        {
            if (_slots.TryTake(entry, out taken))
            {
                _instant.Ticks = EventKey.Ticks(taken.Key);
                return true;
            }
            _slots.Stale--;
        }
        taken = default;
        return false;
    }

    public bool IsPending(EventHandle handle) => _slots.IsPending(handle);

    public bool Cancel(EventHandle handle)
    {
        if (!IsPending(handle)) return false;
        _slots.Remove(handle.Slot);
        DropStaleIfMany();
        return true;
    }

    /// <summary>Moves an event to another time; its priority stays.</summary>
    public bool Reschedule(EventHandle handle, long ticks)
    {
        if (!IsPending(handle)) return false;
        if (!_slots.CanMove(handle.Slot))
        {
            _slots.RenewStamps(handle.Slot);
            DropStale();
        }
        Add(_slots.Move(handle.Slot, ticks));
        DropStaleIfMany();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(QueueEntry entry)
    {
        if (EventKey.Ticks(entry.Key) == _instant.Ticks) _instant.Add(entry);
        else _ladder.Add(entry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeEntryBefore(ulong limit, out QueueEntry entry) =>
        _instant.Count == 0 ? _ladder.TryTakeBefore(limit, out entry) : TryTakeNowBefore(limit, out entry);

    private bool TryTakeNowBefore(ulong limit, out QueueEntry entry)
    {
        var first = _instant.FirstKey;
        if (_ladder.TryTakeBefore(Math.Min(limit, first + 1), out entry)) return true;
        if (first >= limit) return false;
        entry = _instant.Take();
        return true;
    }

    private void DropStaleIfMany()
    {
        if (_slots.Stale > FewStale && _slots.Stale > _slots.Count) DropStale();
    }

    private void DropStale()
    {
        _ladder.DropStale();
        _instant.DropStale();
        _slots.Stale = 0;
    }
}
