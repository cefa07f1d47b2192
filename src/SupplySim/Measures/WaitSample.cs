using System.Runtime.InteropServices;

namespace SupplySim.Measures;

/// <summary>The waits of all vehicles at some crossings together, of which mean and quantiles are asked.</summary>
/// <remarks>The waits stay where they are: how many are how long is counted in drawers of equal width, and
/// what lies at a rank is looked for in ever narrower ones. An array of them all, and another in order, would be so great that the
/// collector goes through all there is for them.</remarks>
internal sealed class WaitSample
{
    // So many waits, of a hundred years each, are added in 64 bits; 128 take several times as long.
    private const int Together = 256;
    private const int DrawerBits = 10;
    private const int Few = 256;
    private readonly IReadOnlyList<List<TimeSpan>> _waits;
    private readonly int _count;
    private readonly long _least;

    // Of the width of a drawer in ticks, which is a power of two.
    private readonly int _bits;
    private readonly Lazy<int[]> _drawers;

    /// <param name="waits">By crossing; nothing is added to them any more.</param>
    public WaitSample(IReadOnlyList<List<TimeSpan>> waits)
    {
        _waits = waits;
        var (ticks, least, most) = (Int128.Zero, long.MaxValue, 0L);
        foreach (var here in waits)
        {
            for (var from = 0; from < here.Count; from += Together)
            {
                var some = 0L;
                foreach (var wait in CollectionsMarshal.AsSpan(here)[from..Math.Min(from + Together, here.Count)])
                    (some, least, most) = (some + wait.Ticks, Math.Min(least, wait.Ticks), Math.Max(most, wait.Ticks));
                ticks += some;
            }
            _count += here.Count;
        }
        Mean = _count == 0 ? double.NaN : (double)ticks / TimeSpan.TicksPerHour / _count;
        for (_least = least; most - least >> _bits >= 1 << DrawerBits;) _bits++;
        _drawers = new(() => Count(_least, _bits), LazyThreadSafetyMode.None);
    }

    /// <summary>[h] Exact but for one rounding; NaN where nobody waited.</summary>
    public double Mean { get; }

    /// <summary>[h] The sample quantile, as <see cref="Statistics.Quantiles.Of"/> has it; NaN where nobody waited.</summary>
    /// <param name="p">From 0 to 1.</param>
    public double Quantile(double p)
    {
        if (_count == 0) return double.NaN;
        var (position, last) = ((_count - 1) * p, _count - 1);
        var below = (int)position;
        if (below == last) return Ranked(last);
        var share = position - below;
        return Ranked(below) * (1 - share) + Ranked(below + 1) * share;
    }

    // [h] The wait that stands at a rank when all are in order.
    private double Ranked(int rank)
    {
        var (drawers, from, bits) = (_drawers.Value, _least, _bits);
        while (true)
        {
            var drawer = 0;
            while (drawers[drawer] <= rank) rank -= drawers[drawer++];
            from += (long)drawer << bits;
            if (bits == 0) return new TimeSpan(from).TotalHours;
            if (drawers[drawer] <= Few) return InOrder(from, bits, drawers[drawer])[rank].TotalHours;
            drawers = Count(from, bits = Math.Max(0, bits - DrawerBits));
        }
    }

    // How many lie in each drawer, of those from which the first begins.
    private int[] Count(long from, int bits)
    {
        var drawers = new int[1 << DrawerBits];
        foreach (var here in _waits)
            foreach (var wait in CollectionsMarshal.AsSpan(here))
                if (wait.Ticks - from >> bits is >= 0 and < 1 << DrawerBits and var drawer) drawers[drawer]++;
        return drawers;
    }

    // What one drawer holds.
    private TimeSpan[] InOrder(long from, int bits, int count)
    {
        var (waits, next) = (new TimeSpan[count], 0);
        foreach (var here in _waits)
            foreach (var wait in CollectionsMarshal.AsSpan(here))
                if (wait.Ticks - from >> bits == 0) waits[next++] = wait;
        Array.Sort(waits);
        return waits;
    }
}
