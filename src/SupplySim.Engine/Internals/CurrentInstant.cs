using System.Numerics;

namespace SupplySim.Engine.Internals;

/// <summary>What was scheduled for the present instant during that instant: a queue for each priority, first come first
/// served.</summary>
/// <remarks>Every operation is O(1). Whatever was scheduled for this instant before it began lies in the
/// <see cref="Ladder"/> and comes before its equals here.</remarks>
internal sealed class CurrentInstant(ChunkPool pool, EventSlots slots)
{
    private const int Priorities = byte.MaxValue + 1;

    private readonly Chain[] _queues = new Chain[Priorities];
    private readonly int[] _taken = new int[Priorities];
    private readonly ulong[] _filled = new ulong[Priorities / 64];

    /// <summary>The present instant; changes only while nothing is here. -1 before the first event.</summary>
    public long Ticks { get; set; } = -1;

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of the first entry; there must be one.</summary>
    public ulong FirstKey => EventKey.Of(Ticks, new Priority((byte)First));

    private int First
    {
        get
        {
            var word = 0;
            while (_filled[word] == 0) word++;
            return (word << 6) + BitOperations.TrailingZeroCount(_filled[word]);
        }
    }

    public void Add(QueueEntry entry)
    {
        var priority = (int)(entry.Key & 0xFF);
        pool.Append(ref _queues[priority], entry);
        _filled[priority >> 6] |= 1UL << priority;
        Count++;
    }

    /// <summary>Takes the first entry; there must be one.</summary>
    public QueueEntry Take()
    {
        var priority = First;
        ref var queue = ref _queues[priority];
        var place = _taken[priority]++ % ChunkPool.ChunkSize;
        var taken = pool[queue.First, place];
        Count--;
        var isLast = _taken[priority] == queue.Count;
        if (isLast || place == ChunkPool.ChunkSize - 1) queue.First = pool.Release(queue.First);
        if (isLast) Empty(priority);
        return taken;
    }

    public void DropStale()
    {
        Count = 0;
        for (var priority = 0; priority < Priorities; priority++)
        {
            ref var queue = ref _queues[priority];
            if (queue.Count == 0) continue;
            queue.Count -= _taken[priority] - _taken[priority] % ChunkPool.ChunkSize; // chunks that were read are gone
            pool.DropStale(ref queue, slots);
            _taken[priority] = 0;
            Count += queue.Count;
            if (queue.Count == 0) Empty(priority);
        }
    }

    private void Empty(int priority)
    {
        _queues[priority] = default;
        _taken[priority] = 0;
        _filled[priority >> 6] &= ~(1UL << priority);
    }
}
