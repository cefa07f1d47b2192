namespace SupplySim.Networks;

/// <summary>The places that wait to be settled, least (cost, number) first.</summary>
/// <remarks>A binary heap over places with the position of each, so that a place that gets cheaper moves up where it is.
/// Costs live in the caller's array. No allocation after construction.</remarks>
internal sealed class PlaceHeap(long[] costs)
{
    private const int Absent = -1;
    private readonly int[] heap = new int[costs.Length];
    private readonly int[] positions = new int[costs.Length];
    private int count;

    public bool Holds(int place) => positions[place] != Absent;

    public void Clear()
    {
        count = 0;
        Array.Fill(positions, Absent);
    }

    /// <summary>Adds a place, or moves it up after its cost fell.</summary>
    public void AddOrRaise(int place)
    {
        var position = Holds(place) ? positions[place] : count++;
        for (; position > 0; position = (position - 1) / 2)
        {
            var above = heap[(position - 1) / 2];
            if (!Before(place, above)) break;
            Put(above, position);
        }
        Put(place, position);
    }

    /// <summary>Takes the first place out; false when none waits.</summary>
    public bool TryTake(out int first)
    {
        if (count == 0)
        {
            first = Absent;
            return false;
        }
        first = heap[0];
        positions[first] = Absent;
        if (--count > 0) Sink(heap[count]);
        return true;
    }

    /// <summary>Puts a place in at the top and lets it find its position.</summary>
    private void Sink(int place)
    {
        var position = 0;
        for (var child = 1; child < count; child = 2 * position + 1)
        {
            if (child + 1 < count && Before(heap[child + 1], heap[child])) child++;
            if (!Before(heap[child], place)) break;
            Put(heap[child], position);
            position = child;
        }
        Put(place, position);
    }

    private void Put(int place, int position)
    {
        heap[position] = place;
        positions[place] = position;
    }

    private bool Before(int a, int b) => costs[a] < costs[b] || (costs[a] == costs[b] && a < b);
}
