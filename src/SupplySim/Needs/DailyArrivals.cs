using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Needs;

/// <summary>How many people come on each day.</summary>
/// <remarks>The number of a day depends on the stream and the day alone. A stream that is not random carries the fraction of
/// one day to the next.</remarks>
internal sealed class DailyArrivals
{
    private readonly Arrivals _arrivals;
    private readonly RandomStream _stream;
    private readonly Distribution? _perDay;

    public DailyArrivals(Arrivals arrivals, RandomStream stream)
    {
        (_arrivals, _stream) = (arrivals, stream);
        var mean = (double)arrivals.Rate.Amount.Amount * TimeSpan.TicksPerDay / arrivals.Rate.Per.Ticks;
        if (arrivals.IsRandom && mean > 0) _perDay = Distribution.Poisson(mean);
    }

    /// <summary>The number that comes on a day, from day 0.</summary>
    public long OnDay(int day) => _perDay is not null
        ? (long)_perDay.Quantile(_stream.Uniform(day))
        : _arrivals.IsRandom ? 0 : UpTo(day + 1) - UpTo(day);

    private long UpTo(int days) => (long)((Int128)_arrivals.Rate.Amount.Amount * days * TimeSpan.TicksPerDay / _arrivals.Rate.Per.Ticks);
}
