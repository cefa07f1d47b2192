using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Needs;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>All that can be read off a run at its end.</summary>
/// <param name="World">The state.</param>
/// <param name="Transport">What moved.</param>
/// <param name="Diary">Day by day.</param>
/// <param name="Shortages">By place; null for a place without a warning level.</param>
/// <param name="Since">By measure: from when it counts; never where that did not come.</param>
internal sealed record Reading(
    World World, Transport Transport, Diary Diary, ShortageWatch?[] Shortages, IReadOnlyDictionary<string, SimTime> Since)
{
    private readonly double[]?[] _waits = new double[World.Crossings.Length][];
    private readonly Dictionary<int[], double[]> _merged = [];

    /// <summary>[h] Of all vehicles at these crossings, ascending. Each crossing is sorted once, several are merged.</summary>
    public double[] SortedWaits(int[] places)
    {
        if (places.Length == 1) return SortedWaits(places[0]);
        if (_merged.TryGetValue(places, out var merged)) return merged;
        merged = [];
        foreach (var place in places) merged = Merge(merged, SortedWaits(place));
        _merged.Add(places, merged);
        return merged;
    }

    private double[] SortedWaits(int place)
    {
        if (_waits[place] is { } sorted) return sorted;
        var waits = Transport.Queues[place]!.Waits;
        sorted = new double[waits.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = waits[i].TotalHours;
        Array.Sort(sorted);
        return _waits[place] = sorted;
    }

    private static double[] Merge(double[] one, double[] other)
    {
        if (one.Length == 0) return other;
        var (merged, i, j) = (new double[one.Length + other.Length], 0, 0);
        for (var k = 0; k < merged.Length; k++)
            merged[k] = j == other.Length || (i < one.Length && one[i] <= other[j]) ? one[i++] : other[j++];
        return merged;
    }
}
