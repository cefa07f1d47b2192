using System.Numerics;
using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Internals;

/// <summary>The lowest storey of the <see cref="Ladder"/>: a few entries in order, taken from the front. Also a run of any
/// number of equal keys, followed by a few others.</summary>
/// <remarks>Taking is O(1). A bucket of n is sorted in n * n / 4 steps that the processor does without guessing: the place
/// of each is the number of lesser keys, and of equal ones before it. Inserting moves whatever comes after.</remarks>
internal sealed class Bottom
{
    /// <summary>The most entries that are sorted at once.</summary>
    public const int MostSorted = 64;

    private readonly ulong[] _keys = new ulong[MostSorted + Vector<ulong>.Count];
    private readonly QueueEntry[] _unsorted = new QueueEntry[MostSorted];
    private readonly byte[] _equalBefore = new byte[MostSorted];
    private QueueEntry[] _entries = new QueueEntry[4 * MostSorted];
    private int _first;
    private int _end;

    public int Count => _end - _first;

    public ulong FirstKey => _entries[_first].Key;

    public bool IsRun => _entries[_first].Key == _entries[_end - 1].Key;

    /// <summary>Takes the first entry if its key is less than <paramref name="limit"/>; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeBefore(ulong limit, out QueueEntry taken)
    {
        taken = _entries[_first];
        if (taken.Key >= limit) return false;
        _first++;
        return true;
    }

    /// <summary>Fills the empty storey with the current ones of at most <see cref="MostSorted"/> entries.</summary>
    public void Sort(Chain chain, ChunkPool pool, EventSlots slots)
    {
        var count = 0;
        var chunk = chain.First;
        for (var left = chain.Count; left > 0; left -= ChunkPool.ChunkSize)
        {
            foreach (var entry in pool.Read(chunk, left))
            {
                _keys[count] = entry.Key;
                _unsorted[count] = entry;
                if (slots.IsCurrent(entry)) count++;
            }
            chunk = pool.Release(chunk);
        }
        _first = 0;
        _end = count;
        Rank(count);
        slots.Stale -= chain.Count - count;
        slots.Foresee(_entries.AsSpan(0, count));
    }

    /// <summary>Fills the empty storey with the current ones of any number of entries with equal keys.</summary>
    public void Fill(Chain run, ChunkPool pool, EventSlots slots)
    {
        if (run.Count > _entries.Length) _entries = new QueueEntry[BitOperations.RoundUpToPowerOf2((uint)run.Count)];
        var count = 0;
        var chunk = run.First;
        for (var left = run.Count; left > 0; left -= ChunkPool.ChunkSize)
        {
            foreach (var entry in pool.Read(chunk, left))
                if (slots.IsCurrent(entry)) _entries[count++] = entry;
            chunk = pool.Release(chunk);
        }
        _first = 0;
        _end = count;
        slots.Stale -= run.Count - count;
    }

    /// <summary>Inserts an entry after its equals.</summary>
    public void Insert(QueueEntry entry)
    {
        if (_first == _end) _first = _end = 0;
        // Those on the shorter side make room, one by one: most of what is added is due soon, before much that is due much later, and to
        // copy an array onto itself is a call out of the runtime.
        if (_first > 0 && _entries[(_first + _end) >>> 1].Key > entry.Key) InsertFromFront(entry);
        else InsertFromEnd(entry);
    }

    private void InsertFromFront(QueueEntry entry)
    {
        var entries = _entries.AsSpan(--_first, _end - _first);
        var place = 1;
        for (; place < entries.Length && entries[place].Key <= entry.Key; place++) entries[place - 1] = entries[place];
        entries[place - 1] = entry;
    }

    private void InsertFromEnd(QueueEntry entry)
    {
        if (_end == _entries.Length) MakeRoom();
        var entries = _entries.AsSpan(_first, ++_end - _first);
        var place = entries.Length - 1;
        for (; place > 0 && entries[place - 1].Key > entry.Key; place--) entries[place] = entries[place - 1];
        entries[place] = entry;
    }

    /// <summary>How many entries have the first key.</summary>
    public int FirstRun => EndOf(_entries[_first].Key) - _first;

    /// <summary>Takes away, in order, what has this key or a greater one; the key is above 0.</summary>
    public ReadOnlySpan<QueueEntry> CutFrom(ulong key)
    {
        var cut = EndOf(key - 1);
        var tail = _entries.AsSpan(cut, _end - cut);
        _end = cut;
        return tail;
    }

    public void DropStale(EventSlots slots)
    {
        var kept = 0;
        for (var place = _first; place < _end; place++)
            if (slots.IsCurrent(_entries[place])) _entries[kept++] = _entries[place];
        _first = 0;
        _end = kept;
    }

    // Distributes the first so many of _unsorted over _entries by their keys.
    private void Rank(int count)
    {
        var padded = (count + Vector<ulong>.Count - 1) / Vector<ulong>.Count * Vector<ulong>.Count;
        _keys.AsSpan(count, padded - count).Fill(ulong.MaxValue);
        var equalBefore = _equalBefore.AsSpan(0, count);
        equalBefore.Clear();
        for (var i = 0; i < count; i++)
        {
            var own = new Vector<ulong>(_keys[i]);
            var lesser = Vector<ulong>.Zero;
            for (var j = 0; j < padded; j += Vector<ulong>.Count)
                lesser -= Vector.LessThan(new Vector<ulong>(_keys, j), own); // true is -1
            var rank = (int)Vector.Sum(lesser);
            _entries[rank + equalBefore[rank]++] = _unsorted[i];
        }
    }

    // The place after the last entry whose key is not greater.
    private int EndOf(ulong key)
    {
        var (low, high) = (_first, _end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_entries[middle].Key <= key) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void MakeRoom()
    {
        var target = Count * 2 > _entries.Length ? new QueueEntry[_entries.Length * 2] : _entries;
        Array.Copy(_entries, _first, target, 0, Count);
        _end -= _first;
        _first = 0;
        _entries = target;
    }
}
