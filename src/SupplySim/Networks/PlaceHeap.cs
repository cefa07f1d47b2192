namespace SupplySim.Networks;

/// <summary>The places that wait to be settled, least (cost, number) first.</summary>
/// <remarks>A binary heap over places with the position of each, so that a place that gets cheaper moves up where it is.
/// Costs live in the caller's array. No allocation after construction.</remarks>
internal sealed class PlaceHeap(long[] costs)
{
    private const int Absent = -1;
    private readonly int[] _heap = new int[costs.Length];
    private readonly int[] _positions = new int[costs.Length];
    private int _count;

    public bool Holds(int place) => _positions[place] != Absent;

    public void Clear()
    {
        _count = 0;
        Array.Fill(_positions, Absent);
    }

    /// <summary>Adds a place, or moves it up after its cost fell.</summary>
    public void AddOrRaise(int place)
    {
        var position = Holds(place) ? _positions[place] : _count++;
        for (; position > 0; position = (position - 1) / 2)
        {
            var above = _heap[(position - 1) / 2];
            if (!Before(place, above)) break;
            Put(above, position);
        }
        Put(place, position);
    }

    /// <summary>Takes the first place out; false when none waits.</summary>
    public bool TryTake(out int first)
    {
        if (_count == 0)
        {
            first = Absent;
            return false;
        }
        first = _heap[0];
        _positions[first] = Absent;
        if (--_count > 0) Sink(_heap[_count]);
        return true;
    }

    /// <summary>Puts a place in at the top and lets it find its position.</summary>
    private void Sink(int place)
    {
        var position = 0;
        for (var child = 1; child < _count; child = 2 * position + 1)
        {
            if (child + 1 < _count && Before(_heap[child + 1], _heap[child])) child++;
            if (!Before(_heap[child], place)) break;
            Put(_heap[child], position);
            position = child;
        }
        Put(place, position);
    }

    private void Put(int place, int position)
    {
        _heap[position] = place;
        _positions[place] = position;
    }

    private bool Before(int a, int b) => costs[a] < costs[b] || (costs[a] == costs[b] && a < b);
}
