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
    private readonly Dictionary<int[], double[]> _waits = [];

    /// <summary>[h] Of all vehicles at these crossings, ascending; sorted once for each list of places.</summary>
    public double[] SortedWaits(int[] places)
    {
        if (_waits.TryGetValue(places, out var waits)) return waits;
        waits = [.. places.SelectMany(place => Transport.Queues[place]!.Waits).Select(wait => wait.TotalHours)];
        Array.Sort(waits);
        _waits.Add(places, waits);
        return waits;
    }
}
