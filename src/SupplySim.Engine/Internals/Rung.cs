using System.Numerics;
using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Internals;

/// <summary>One storey of the <see cref="Ladder"/>: keys from a start on, in buckets of equal width, which is a power of
/// two. The last bucket is wider: it takes whatever lies beyond, up to the end of the rung.</summary>
/// <remarks>Buckets are opened from left to right; one that was opened is never added to again. Within a bucket entries
/// lie in the order in which they were added. Adding O(1); opening O(1) and a share of the walk over a bitmap.</remarks>
internal sealed class Rung(ChunkPool pool)
{
    private const int PerBucket = 8;
    private const int FewestBuckets = 8;
    private const int MostBuckets = 1 << 10;

    private Chain[] _buckets = [];
    private ulong[] _filled = [];
    private ulong _start;
    private int _shift;
    private int _last;
    private int _firstUnopened;
    private int _found;

    /// <summary>The greatest key that belongs here.</summary>
    public ulong End { get; private set; }

    /// <summary>Sets up an empty rung for so many entries.</summary>
    /// <param name="least">The least key among them.</param>
    /// <param name="greatest">The greatest.</param>
    /// <param name="end">The greatest key that may ever be added.</param>
    /// <param name="count">How many there are.</param>
    public void Begin(ulong least, ulong greatest, ulong end, int count)
    {
        var wanted = Math.Clamp(count / PerBucket, FewestBuckets, MostBuckets);
        var bits = 64 - BitOperations.LeadingZeroCount(greatest - least);
        _shift = Math.Max(0, bits - BitOperations.Log2((uint)wanted));
        _start = least;
        End = end;
        _last = (int)((greatest - least) >> _shift) + 1;
        _firstUnopened = 0;
        if (_last < _buckets.Length) return;
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)_last + 1);
        _buckets = new Chain[length]; // the old ones are empty
        _filled = new ulong[(length + 63) / 64];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(QueueEntry entry)
    {
        var bucket = (int)Math.Min((entry.Key - _start) >> _shift, (ulong)_last);
        ref var chain = ref _buckets[bucket];
        if (chain.Count == 0) _filled[bucket >> 6] |= 1UL << bucket;
        pool.Append(ref chain, entry);
    }

    /// <summary>Whether there is an entry; if so, the least key that the first bucket with entries may hold.</summary>
    public bool TryFindNext(out ulong from)
    {
        var word = _firstUnopened >> 6;
        var words = (_last >> 6) + 1;
        while (word < words && _filled[word] == 0) word++;
        from = 0;
        if (word == words) return false;
        _found = (word << 6) + BitOperations.TrailingZeroCount(_filled[word]);
        from = _start + ((ulong)_found << _shift);
        return true;
    }

    /// <summary>Opens the bucket that was found: empties it and hands over what it held.</summary>
    /// <param name="end">The greatest key that belongs into it.</param>
    public Chain Open(out ulong end)
    {
        var opened = _buckets[_found];
        _buckets[_found] = default;
        _filled[_found >> 6] &= ~(1UL << _found);
        _firstUnopened = _found + 1;
        var from = _start + ((ulong)_found << _shift);
        var others = (1UL << _shift) - 1; // keys in the bucket besides the first
        end = _found == _last || End - from < others ? End : from + others;
        return opened;
    }

    public void DropStale(EventSlots slots)
    {
        for (var word = 0; word <= _last >> 6; word++)
            for (var filled = _filled[word]; filled != 0; filled &= filled - 1)
            {
                var bucket = (word << 6) + BitOperations.TrailingZeroCount(filled);
                pool.DropStale(ref _buckets[bucket], slots);
                if (_buckets[bucket].Count == 0) _filled[word] &= ~(1UL << bucket);
            }
    }
}
