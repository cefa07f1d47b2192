using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Internals;

/// <summary>The events themselves, in numbered slots that are used again: what happens, and by which stamps a handle or
/// a queue entry is told from a stale one.</summary>
/// <remarks>
/// <para>A slot counts stamps. Scheduling takes one, which is both the generation of the handle and the mark of the queue
/// entry; moving takes another for the new entry, and the old one is stale; cancelling and happening leave handle and
/// entry stale. A generation is never used twice: a slot that has used up its stamps is retired.</para>
/// <para>Cost: everything O(1), growth aside. The slot freed last is used next, so that it is in the cache.</para>
/// </remarks>
internal sealed class EventSlots(uint lastStamp = uint.MaxValue, IForesight? foresight = null)
{
    private const int None = -1;
    private const int ManyEvents = 2_000;
    private Slot[] _slots = new Slot[16];
    private long[]? _sequences;
    private int _used;
    private int _firstFree = None;

    /// <summary>How many events are pending.</summary>
    public int Count { get; private set; }

    /// <summary>How many entries of the queue are stale. Whoever drops one counts it off.</summary>
    public int Stale { get; set; }

    /// <summary>What the next event to be scheduled or moved is going to be numbered.</summary>
    public long NextSequence { get; private set; }

    /// <summary>Keeps the numbers from now on, for <see cref="SequenceOf"/>.</summary>
    public void KeepSequences() => _sequences ??= new long[_slots.Length];

    /// <summary>The number under which the event was scheduled or moved last, good also when it has just been taken; 0 if
    /// that was before numbers were kept.</summary>
    public long SequenceOf(int number) => _sequences![number];

    /// <summary>The entry under which a new event goes into the queue; its stamp is the generation of the handle.</summary>
    public QueueEntry Add(ulong key, int handler, long argument)
    {
        var number = _firstFree;
        if (number == None) number = AddSlot();
        else _firstFree = _slots[number].NextFree;
        ref var slot = ref _slots[number];
        slot.Generation = slot.Stamp;
        slot.Priority = (byte)(key & 0xFF);
        slot.Handler = handler;
        slot.Argument = argument;
        Count++;
        CountSequence(number);
        return new QueueEntry(key, number, slot.Stamp);
    }

    public bool IsPending(EventHandle handle) =>
        (uint)handle.Slot < (uint)_used && handle.Generation != 0 && _slots[handle.Slot].Generation == handle.Generation;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsCurrent(QueueEntry entry) => _slots[entry.Slot].Stamp == entry.Stamp;

    /// <summary>Takes the event of a current entry out of its slot; false, and nothing happens, for a stale one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(QueueEntry entry, out DueEvent due)
    {
        ref var slot = ref _slots[entry.Slot];
        if (slot.Stamp != entry.Stamp)
        {
            due = default;
            return false;
        }
        due = new DueEvent(entry.Key, slot.Handler, entry.Slot, slot.Argument);
        Free(ref slot, entry.Slot);
        return true;
    }

    /// <summary>Has what these events need fetched, if there are so many that it is likely to lie far off.</summary>
    public void Foresee(ReadOnlySpan<QueueEntry> soon)
    {
        if (Count < ManyEvents || foresight is null) return;
        foreach (var entry in soon)
        {
            ref readonly var slot = ref _slots[entry.Slot];
            foresight.Foresee(slot.Handler, slot.Argument);
        }
    }

    /// <summary>Takes a pending event out of its slot; its entry in the queue is stale from now on.</summary>
    public void Remove(int number)
    {
        Stale++;
        Free(ref _slots[number], number);
    }

    /// <summary>Whether the slot of a pending event has a stamp left for moving it.</summary>
    public bool CanMove(int number) => _slots[number].Stamp < lastStamp;

    /// <summary>Lets the stamps of a pending event begin anew with its next move. Until then all its entries are stale, the
    /// last one too, and have to be dropped: stamps that come again would make them current.</summary>
    public void RenewStamps(int number)
    {
        Stale++;
        _slots[number].Stamp = 0; // no entry has it
    }

    /// <summary>The entry under which a pending event goes on, at another time and with its priority; the old one is stale
    /// from now on.</summary>
    public QueueEntry Move(int number, long ticks)
    {
        CountSequence(number);
        ref var slot = ref _slots[number];
        if (slot.Stamp == 0)
        {
            slot.Stamp = slot.Generation;
        }
        else
        {
            Stale++;
            slot.Stamp++;
        }
        return new QueueEntry(EventKey.Of(ticks, new Priority(slot.Priority)), number, slot.Stamp);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountSequence(int number)
    {
        if (_sequences is not null) _sequences[number] = NextSequence;
        NextSequence++;
    }

    private int AddSlot()
    {
        if (_used == _slots.Length)
        {
            Array.Resize(ref _slots, _used * 2);
            if (_sequences is not null) Array.Resize(ref _sequences, _slots.Length);
        }
        _slots[_used].Stamp = 1;
        return _used++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Free(ref Slot slot, int number)
    {
        slot.Generation = 0;
        Count--;
        if (slot.Stamp >= lastStamp - 1) // so that a pending event can always be moved at least once
        {
            slot.Stamp = 0; // retired: no entry has the stamp 0
            return;
        }
        slot.Stamp++;
        slot.NextFree = _firstFree;
        _firstFree = number;
    }

    private struct Slot
    {
        public long Argument;
        public int Handler;

        /// <summary>The stamp of the handle; 0 if no event is in the slot.</summary>
        public uint Generation;

        /// <summary>The stamp of the current entry, or of the next.</summary>
        public uint Stamp;

        public byte Priority;

        /// <summary>The next free slot, while this one is free: it stands where the handler stood.</summary>
        public int NextFree
        {
            readonly get => Handler;
            set => Handler = value;
        }
    }
}
