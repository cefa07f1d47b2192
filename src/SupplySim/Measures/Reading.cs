using System.Runtime.InteropServices;
using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Needs;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>All that can be read off a run at its end.</summary>
/// <param name="World">The state.</param>
/// <param name="Transport">What moved.</param>
/// <param name="Diary">Day by day.</param>
/// <param name="Shelters">The camps.</param>
/// <param name="Shortages">By place; null for a place without a warning level.</param>
/// <param name="Readiness">By place; null for a place that says nothing of it.</param>
/// <param name="Since">By measure: from when it counts; never where that did not come.</param>
internal sealed record Reading(
    World World, Transport Transport, Diary Diary, Shelters Shelters, ShortageWatch?[] Shortages, ReadinessWatch?[] Readiness, IReadOnlyDictionary<string, SimTime> Since)
{
    // So many waits, of a hundred years each, are added in 64 bits; 128 take several times as long.
    private const int Together = 256;
    private readonly Dictionary<int[], double[]> _waits = [];

    /// <summary>[h] Of all vehicles at these crossings, in no order: whoever asks may put them into another.</summary>
    public double[] Waits(int[] places)
    {
        if (_waits.TryGetValue(places, out var hours)) return hours;
        hours = new double[places.Sum(place => Transport.Queues[place]!.Waits.Count)];
        var next = 0;
        foreach (var place in places)
            foreach (var wait in Transport.Queues[place]!.Waits) hours[next++] = wait.TotalHours;
        _waits.Add(places, hours);
        return hours;
    }

    /// <summary>[h] The mean of the same, exact but for one rounding; NaN where there were none.</summary>
    public double MeanWait(int[] places)
    {
        var (ticks, count) = (Int128.Zero, 0L);
        foreach (var place in places)
        {
            var waits = CollectionsMarshal.AsSpan(Transport.Queues[place]!.Waits);
            for (var from = 0; from < waits.Length; from += Together)
            {
                var some = 0L;
                foreach (var wait in waits[from..Math.Min(from + Together, waits.Length)]) some += wait.Ticks;
                ticks += some;
            }
            count += waits.Length;
        }
        return count == 0 ? double.NaN : (double)ticks / TimeSpan.TicksPerHour / count;
    }
}
