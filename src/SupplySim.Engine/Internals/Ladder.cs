using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Internals;

/// <summary>Pending events that get sorted only shortly before they are due.</summary>
/// <remarks>
/// <para>Order: by key, equal keys in the order in which they were added.</para>
/// <para>Structure: at the bottom, sorted, what is due next, and everything while there is little. Above it rungs, each of
/// which splits one bucket of the rung above into finer ones; the last bucket of the first takes whatever lies beyond. An
/// entry falls from rung to rung, and only forwards in time, so those with equal keys never pass each other. When the bottom
/// is empty the next bucket of the lowest rung is opened: a small one is sorted into the bottom, a large one becomes another
/// rung, unless all its keys are equal, in which case it is in order as it is. A bottom to which too much was added becomes a
/// rung itself, from the present on, so that whatever is still added before it has its bucket.</para>
/// <para>Cost: O(1) per entry as long as the keys are spread at all evenly, at any number; each rung is at least eight
/// times finer than the one above, so that no entry falls through more than 22 of them. Should there ever be more, the
/// bottom is kept in order by insertion. Whatever is opened lies below the limit of the taker: nothing due later is sorted in
/// advance, and a long run of equal keys is moved once.</para>
/// <para>Stale entries are dropped when a bucket is sorted; those still in the bottom are handed out, the taker checks.</para>
/// </remarks>
/// <param name="pool">The memory of the buckets.</param>
/// <param name="slots">Tells stale entries.</param>
/// <param name="present">The present instant: nothing is ever added before it.</param>
internal sealed class Ladder(ChunkPool pool, EventSlots slots, CurrentInstant present)
{
    private const int MostInBottom = 48;
    private const int MostRungs = 24;

    private readonly Bottom _bottom = new();
    private readonly Rung?[] _rungs = new Rung?[MostRungs];

    // For each rung the greatest key of what was opened so far: a key that is greater goes into one of its buckets.
    private readonly ulong[] _opened = new ulong[MostRungs];
    private int _depth;

    public void Add(QueueEntry entry)
    {
        for (var rung = 0; rung < _depth; rung++)
            if (entry.Key > _opened[rung])
            {
                _rungs[rung]!.Add(entry);
                return;
            }
        _bottom.Insert(entry);
        if (_bottom.Count > MostInBottom && _depth < MostRungs && !_bottom.IsRun) SpillBottom();
    }

    /// <summary>Takes the first entry if its key is less than <paramref name="limit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeBefore(ulong limit, out QueueEntry taken)
    {
        if (_bottom.Count > 0 || Refill(limit)) return _bottom.TryTakeBefore(limit, out taken);
        taken = default;
        return false;
    }

    public bool HasEntryBefore(ulong limit) => (_bottom.Count > 0 || Refill(limit)) && _bottom.FirstKey < limit;

    /// <summary>Drops every stale entry.</summary>
    public void DropStale()
    {
        for (var rung = 0; rung < _depth; rung++) _rungs[rung]!.DropStale(slots);
        _bottom.DropStale(slots);
    }

    // Fills the empty bottom with what is due next, unless nothing is due before the limit.
    private bool Refill(ulong limit)
    {
        while (_bottom.Count == 0)
        {
            if (_depth == 0) return false;
            var rung = _rungs[_depth - 1]!;
            if (!rung.TryFindNext(out var from))
            {
                _depth--;
                continue;
            }
            if (from >= limit) return false;
            var bucket = rung.Open(out var end);
            if (end == rung.End) _depth--; // nothing can be added to it any more
            else _opened[_depth - 1] = end;
            if (bucket.Count <= Bottom.MostSorted) _bottom.Sort(bucket, pool, slots);
            else if (from == end) _bottom.Fill(bucket, pool, slots);
            else if (_depth == MostRungs) InsertAll(bucket);
            else Split(bucket, end);
        }
        return true;
    }

    private void InsertAll(Chain bucket)
    {
        var chunk = bucket.First;
        for (var left = bucket.Count; left > 0; left -= ChunkPool.ChunkSize)
        {
            foreach (var entry in pool.Read(chunk, left)) _bottom.Insert(entry);
            chunk = pool.Release(chunk);
        }
    }

    private void Split(Chain bucket, ulong end)
    {
        var (least, greatest) = Range(bucket);
        var rung = AddRung(least, greatest, end, bucket.Count);
        var chunk = bucket.First;
        for (var left = bucket.Count; left > 0; left -= ChunkPool.ChunkSize)
        {
            foreach (var entry in pool.Read(chunk, left)) rung.Add(entry);
            chunk = pool.Release(chunk);
        }
    }

    // Too much was added to the bottom: it becomes a rung that begins at present, or after a long run of equal keys at its
    // front, which stays where it is. The key 0 stays in the bottom: no key is less, by which a rung could tell it from what
    // was opened.
    private void SpillBottom()
    {
        var end = _depth == 0 ? ulong.MaxValue : _opened[_depth - 1];
        var start = Math.Max(EventKey.Of(Math.Max(present.Ticks, 0), default), 1);
        if (_bottom.FirstRun > Bottom.MostSorted) start = _bottom.FirstKey + 1;
        var tail = _bottom.CutFrom(start);
        if (tail.IsEmpty) return;
        var rung = AddRung(start, tail[^1].Key, end, tail.Length);
        foreach (var entry in tail) rung.Add(entry);
    }

    private Rung AddRung(ulong least, ulong greatest, ulong end, int count)
    {
        var rung = _rungs[_depth] ??= new Rung(pool);
        rung.Begin(least, greatest, end, count);
        _opened[_depth++] = least - 1;
        return rung;
    }

    private (ulong Least, ulong Greatest) Range(Chain chain)
    {
        var (least, greatest) = (ulong.MaxValue, ulong.MinValue);
        var chunk = chain.First;
        for (var left = chain.Count; left > 0; left -= ChunkPool.ChunkSize)
        {
            foreach (var entry in pool.Read(chunk, left))
            {
                least = Math.Min(least, entry.Key);
                greatest = Math.Max(greatest, entry.Key);
            }
            chunk = pool.Next(chunk);
        }
        return (least, greatest);
    }
}
