namespace SupplySim.Engine.Internals;

/// <summary>Values in numbered slots that are used again, each with a generation by which a stale handle is told from a
/// current one.</summary>
/// <remarks>All operations are O(1), allocation aside. Generations start at 1, so that no default handle is current. A
/// slot that has used up its generations is retired, never reissued: a stale handle stays stale for ever.</remarks>
internal struct SlotTable<T>
{
    private const int None = -1;

    private readonly uint _retired;
    private Entry[] _entries = new Entry[16];
    private int _used;
    private int _firstFree = None;

    public SlotTable()
        : this(retired: uint.MaxValue)
    {
    }

    /// <param name="retired">The generation that is never given out: a slot that reaches it is retired.</param>
    internal SlotTable(uint retired) => _retired = retired;

    public readonly ref T this[int slot] => ref _entries[slot].Value;

    public readonly bool IsCurrent(int slot, uint generation) =>
        (uint)slot < (uint)_used && _entries[slot].Generation == generation;

    /// <summary>Takes a slot; what it holds is whatever was left there.</summary>
    public (int Slot, uint Generation) Add()
    {
        if (_firstFree != None)
        {
            var free = _firstFree;
            _firstFree = _entries[free].NextFree;
            return (free, _entries[free].Generation);
        }
        if (_used == _entries.Length) Array.Resize(ref _entries, _used * 2);
        _entries[_used].Generation = 1;
        return (_used++, 1);
    }

    public void Remove(int slot)
    {
        ref var entry = ref _entries[slot];
        if (++entry.Generation == _retired) return;
        entry.NextFree = _firstFree;
        _firstFree = slot;
    }

    private struct Entry
    {
        public T Value;
        public uint Generation;
        public int NextFree;
    }
}
