namespace SupplySim.Engine.Internals;

/// <summary>The pending events of one simulation, earliest first.</summary>
/// <remarks>
/// Order: (key, order of scheduling), total and exact. A rescheduled event counts as newly scheduled.
/// Structure: an implicit heap of structs in which each node has four children, with a table from the slot of a handle
/// to the place in the heap. Cost with n pending: schedule, take, cancel and reschedule O(log n); peek O(1); no
/// allocation but for growth. A cancelled event leaves at once: there are no tombstones.
/// </remarks>
internal sealed class EventQueue
{
    private const int Arity = 4;

    private QueuedEvent[] _heap = new QueuedEvent[16];
    private SlotTable<int> _places = new();
    private int _count;
    private long _nextSequence;

    public int Count => _count;

    /// <summary>What the next event to be scheduled or moved is going to be numbered.</summary>
    public long NextSequence => _nextSequence;

    public bool HasEventBefore(ulong limit) => _count > 0 && _heap[0].Key < limit;

    public EventHandle Schedule(ulong key, int handler, long argument)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        var (slot, generation) = _places.Add();
        var added = new QueuedEvent
        {
            Key = key, Sequence = _nextSequence++, Argument = argument, Handler = handler, Slot = slot,
        };
        SiftUp(_count++, in added);
        return new EventHandle(slot, generation);
    }

    /// <summary>Takes the earliest event if its key is less than <paramref name="limit"/>.</summary>
    public bool TryTakeBefore(ulong limit, out QueuedEvent taken)
    {
        taken = _heap[0];
        if (_count == 0 || taken.Key >= limit) return false;
        RemoveAt(0);
        return true;
    }

    public bool IsPending(EventHandle handle) => _places.IsCurrent(handle.Slot, handle.Generation);

    public bool Cancel(EventHandle handle)
    {
        if (!IsPending(handle)) return false;
        RemoveAt(_places[handle.Slot]);
        return true;
    }

    /// <summary>Moves an event to another time; its priority stays.</summary>
    public bool Reschedule(EventHandle handle, long ticks)
    {
        if (!IsPending(handle)) return false;
        var place = _places[handle.Slot];
        var moved = _heap[place];
        moved.Key = EventKey.WithTicks(moved.Key, ticks);
        moved.Sequence = _nextSequence++;
        Settle(place, in moved);
        return true;
    }

    private void RemoveAt(int place)
    {
        _places.Remove(_heap[place].Slot);
        var last = _heap[--_count];
        if (place < _count) Settle(place, in last);
    }

    /// <summary>Puts an event into a place that is free, or as far above or below as it belongs.</summary>
    private void Settle(int place, in QueuedEvent entry)
    {
        if (place > 0 && entry.Precedes(in _heap[(place - 1) / Arity])) SiftUp(place, in entry);
        else SiftDown(place, in entry);
    }

    private void SiftUp(int place, in QueuedEvent entry)
    {
        var heap = _heap;
        while (place > 0)
        {
            var parent = (place - 1) / Arity;
            if (!entry.Precedes(in heap[parent])) break;
            Put(place, in heap[parent]);
            place = parent;
        }
        Put(place, in entry);
    }

    private void SiftDown(int place, in QueuedEvent entry)
    {
        var heap = _heap;
        for (var child = place * Arity + 1; child < _count; child = place * Arity + 1)
        {
            var least = child;
            var end = Math.Min(child + Arity, _count);
            while (++child < end)
                if (heap[child].Precedes(in heap[least])) least = child;
            if (!heap[least].Precedes(in entry)) break;
            Put(place, in heap[least]);
            place = least;
        }
        Put(place, in entry);
    }

    private void Put(int place, in QueuedEvent entry)
    {
        _heap[place] = entry;
        _places[entry.Slot] = place;
    }
}
