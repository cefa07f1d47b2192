using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>How many people a stream brings, or takes, in each batch.</summary>
/// <remarks>The number of a random batch depends on the stream and the batch alone. What is not random carries the fraction of one batch to
/// the next, within each step.</remarks>
internal sealed class PeopleStream
{
    private readonly (SimTime From, SimTime Until, Arrivals Rate)[] _steps;
    private readonly RandomStream _random;
    private Distribution? _law;
    private double _mean = -1;

    public PeopleStream(ChangingRate rate, World world, string name)
    {
        var froms = rate.Steps.Select(step => world.Catalogue.Time(step.From)).Append(SimTime.Never).ToArray();
        _steps = [.. rate.Steps.Select((step, number) => (froms[number], froms[number + 1], step.Rate))];
        _random = world.Random(name);
    }

    /// <summary>[people] Of the stretch of time that is the n-th batch, from 0.</summary>
    public long Between(SimTime from, SimTime until, long batch)
    {
        var (mean, whole) = (0.0, 0L);
        foreach (var (begins, ends, rate) in _steps)
        {
            var (first, last) = (SimTime.Max(from, begins), SimTime.Min(until, ends));
            if (last <= first) continue;
            if (rate.IsRandom) mean += (double)rate.Rate.Amount.Amount * (last - first).Ticks / rate.Rate.Per.Ticks;
            else whole += UpTo(rate.Rate, last - begins) - UpTo(rate.Rate, first - begins);
        }
        return mean > 0 ? whole + Drawn(mean, batch) : whole;
    }

    private long Drawn(double mean, long batch)
    {
        if (mean != _mean) (_mean, _law) = (mean, Distribution.Poisson(mean));
        return (long)_law!.Quantile(_random.Uniform(batch));
    }

    private static long UpTo(Rate rate, TimeSpan time) => (long)((Int128)rate.Amount.Amount * time.Ticks / rate.Per.Ticks);
}
