using System.Runtime.InteropServices;
using SupplySim.Movement;
using SupplySim.Statistics;

namespace SupplySim.Measures;

/// <summary>The waits of all vehicles at some crossings together, of which mean and quantiles are asked.</summary>
internal sealed class WaitSample
{
    // So many waits, of a hundred years each, are added in 64 bits; 128 take several times as long.
    private const int Together = 256;
    private readonly Lazy<Drawers> _hours;

    /// <param name="queues">At which they waited.</param>
    public WaitSample(IReadOnlyList<CrossingQueue> queues)
    {
        Mean = MeanOf(queues);
        _hours = new(() => new Drawers(Hours(queues)), LazyThreadSafetyMode.None);
    }

    /// <summary>[h] Exact but for one rounding; NaN where nobody waited.</summary>
    public double Mean { get; }

    /// <summary>[h] NaN where nobody waited.</summary>
    /// <param name="p">From 0 to 1.</param>
    public double Quantile(double p) => _hours.Value.Length == 0 ? double.NaN : _hours.Value.Quantile(p);

    private static double MeanOf(IReadOnlyList<CrossingQueue> queues)
    {
        var (ticks, count) = (Int128.Zero, 0L);
        foreach (var queue in queues)
        {
            var waits = CollectionsMarshal.AsSpan(queue.Waits);
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

    private static double[] Hours(IReadOnlyList<CrossingQueue> queues)
    {
        var (hours, next) = (new double[queues.Sum(queue => queue.Waits.Count)], 0);
        foreach (var queue in queues)
            foreach (var wait in queue.Waits) hours[next++] = wait.TotalHours;
        return hours;
    }
}
