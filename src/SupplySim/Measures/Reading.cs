using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Needs;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>All that can be read off a run at its end.</summary>
/// <param name="World">The state.</param>
/// <param name="Transport">What moved.</param>
/// <param name="Diary">Day by day.</param>
/// <param name="Counts">What is counted.</param>
/// <param name="Shortages">By place, and by commodity where a measure names one; those without a warning level are left out.</param>
/// <param name="Readiness">By place; null for a place that says nothing of it.</param>
/// <param name="Since">By measure: from when it counts; never where that did not come.</param>
/// <param name="FirstTimes">By measure and place: when its condition first held; never where it did not.</param>
internal sealed record Reading(
    World World, Transport Transport, Diary Diary, Counts Counts, IReadOnlyDictionary<DiaryRow, ShortageWatch> Shortages,
    ReadinessWatch?[] Readiness, IReadOnlyDictionary<string, SimTime> Since,
    IReadOnlyDictionary<(string Measure, int Place), SimTime> FirstTimes)
{
    private readonly List<(CrossingQueue[] Queues, WaitSample Sample)> _waits = [];

    /// <summary>When there was first less than the warning level; never where it did not happen.</summary>
    public SimTime FirstShort(DiaryRow of) => Shortages.TryGetValue(of, out var shortage) ? shortage.First : SimTime.Never;

    /// <summary>Those of all vehicles at these crossings.</summary>
    public WaitSample Waits(int[] places)
    {
        // Where nobody came nobody waited: all crossings together are often one of them.
        CrossingQueue[] queues = [.. places.Select(place => Transport.Queues[place]!).Where(queue => queue.Waits.Count > 0)];
        foreach (var one in _waits)
            if (one.Queues.AsSpan().SequenceEqual(queues)) return one.Sample;
        var sample = new WaitSample([.. queues.Select(queue => queue.Waits)]);
        _waits.Add((queues, sample));
        return sample;
    }
}
