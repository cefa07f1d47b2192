namespace SupplySim.Benchmarks.Baselines;

/// <summary>What happens when an event of a <see cref="Heap4"/> is due.</summary>
internal interface IHeapHandler
{
    void Handle(int argument);
}

/// <summary>What a good programmer writes next: an implicit heap of structs in which each node has four children, and
/// handlers behind an interface. Neither cancels nor counts nor checks anything.</summary>
internal sealed class Heap4
{
    private readonly List<IHeapHandler> _handlers = [];
    private Entry[] _heap = new Entry[16];
    private int _count;
    private long _sequence;

    public long Now { get; private set; }

    public int Register(IHeapHandler handler)
    {
        _handlers.Add(handler);
        return _handlers.Count - 1;
    }

    public void Schedule(long delay, int handler, int argument)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        var added = new Entry(Now + delay, _sequence++, handler, argument);
        var heap = _heap;
        var place = _count++;
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!added.Precedes(in heap[parent])) break;
            heap[place] = heap[parent];
            place = parent;
        }
        heap[place] = added;
    }

    public void RunOne()
    {
        var first = _heap[0];
        RemoveFirst();
        Now = first.Time;
        _handlers[first.Handler].Handle(first.Argument);
    }

    private void RemoveFirst()
    {
        var heap = _heap;
        var count = --_count;
        var last = heap[count];
        var place = 0;
        for (var child = 1; child < count; child = (place << 2) + 1)
        {
            var least = child;
            var end = Math.Min(child + 4, count);
            for (var other = child + 1; other < end; other++)
                if (heap[other].Precedes(in heap[least])) least = other;
            if (!heap[least].Precedes(in last)) break;
            heap[place] = heap[least];
            place = least;
        }
        heap[place] = last;
    }

    private readonly record struct Entry(long Time, long Sequence, int Handler, int Argument)
    {
        public bool Precedes(in Entry other) => Time < other.Time || (Time == other.Time && Sequence < other.Sequence);
    }
}
