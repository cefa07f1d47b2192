using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Internals;

/// <summary>The memory of the queue: chunks of sixteen entries that are linked to chains and come back when these are read.</summary>
/// <remarks>An entry is appended and read in O(1), in the order of appending, and neighbours lie side by side in memory. A
/// pool grows to what was needed at most at once and stays so. Whoever reads a chain releases its chunks as he goes.</remarks>
internal sealed class ChunkPool
{
    public const int ChunkSize = 16;
    private const int None = -1;

    private QueueEntry[] _entries = new QueueEntry[16 * ChunkSize];
    private int[] _next = new int[16];
    private int _used;
    private int _firstFree = None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ref Chain chain, QueueEntry entry)
    {
        var place = chain.Count % ChunkSize;
        if (place == 0) AddChunk(ref chain);
        _entries[chain.Last * ChunkSize + place] = entry;
        chain.Count++;
    }

    /// <summary>The entries of a chunk of which so many are in use.</summary>
    public ReadOnlySpan<QueueEntry> Read(int chunk, int count) =>
        _entries.AsSpan(chunk * ChunkSize, Math.Min(count, ChunkSize));

    /// <summary>One entry of a chunk.</summary>
    public QueueEntry this[int chunk, int place] => _entries[chunk * ChunkSize + place];

    /// <summary>The chunk after this one in its chain.</summary>
    public int Next(int chunk) => _next[chunk];

    /// <summary>Gives a chunk back; its entries are lost at the next <see cref="Append"/>.</summary>
    /// <returns>The chunk after it.</returns>
    public int Release(int chunk)
    {
        var next = _next[chunk];
        _next[chunk] = _firstFree;
        _firstFree = chunk;
        return next;
    }

    /// <summary>Drops the stale entries of a chain; those of events that were taken are stale too.</summary>
    public void DropStale(ref Chain chain, EventSlots slots)
    {
        var kept = default(Chain);
        for (int chunk = chain.First, left = chain.Count; left > 0; left -= ChunkSize)
        {
            foreach (var entry in Read(chunk, left))
                if (slots.IsCurrent(entry)) Append(ref kept, entry);
            chunk = Release(chunk);
        }
        chain = kept;
    }

    private void AddChunk(ref Chain chain)
    {
        var added = _firstFree;
        if (added != None)
        {
            _firstFree = _next[added];
        }
        else
        {
            if (_used == _next.Length)
            {
                Array.Resize(ref _next, _used * 2);
                Array.Resize(ref _entries, _used * 2 * ChunkSize);
            }
            added = _used++;
        }
        if (chain.Count == 0) chain.First = added;
        else _next[chain.Last] = added;
        chain.Last = added;
    }
}
