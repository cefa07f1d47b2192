using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>How many people a stream brings, or takes, in each batch.</summary>
/// <remarks>The number of a random batch depends on the stream and the batch alone, and is one Poisson number with the mean of all that was
/// counted in it. What is not random carries the fraction of one batch to the next, within each step.</remarks>
internal sealed class PeopleStream
{
    private readonly Step[] _steps;
    private readonly RandomStream _random;
    private readonly OpeningTimes? _light;
    private readonly double _night;
    private Distribution? _law;
    private double _lawMean = -1;
    private double _mean;
    private long _whole;

    /// <param name="rate">How many there are.</param>
    /// <param name="world">The run.</param>
    /// <param name="name">Of the random stream.</param>
    /// <param name="night">[share] What is left of the rate when it is not light.</param>
    public PeopleStream(ChangingRate rate, World world, string name, double night = 1)
    {
        var froms = rate.Steps.Select(step => world.Catalogue.Time(step.From)).Append(SimTime.Never).ToArray();
        _steps = [.. rate.Steps.Select((step, number) =>
            new Step(froms[number], froms[number + 1], world.Rate(step.Rate, name), step.Rate.IsRandom))];
        _random = world.Random(name);
        _night = night;
        if (night != 1) _light = world.Catalogue.OpeningTimes(world.Catalogue.Defaults.Daylight, world.Catalogue.Clock.Zone);
    }

    /// <summary>[people] Of the stretch of time that is the n-th batch, from 0.</summary>
    public long Between(SimTime from, SimTime until, long batch)
    {
        Count(from, until);
        return Take(batch);
    }

    /// <summary>Counts a stretch of time into the batch under way; stretches come in order.</summary>
    public void Count(SimTime from, SimTime until)
    {
        foreach (var step in _steps)
        {
            var (first, last) = (SimTime.Max(from, step.Begins), SimTime.Min(until, step.Ends));
            if (last <= first) continue;
            var (ticks, rate) = (Ticks(first, last), step.Rate);
            if (step.IsRandom) _mean += (double)rate.Amount.Amount * ticks / rate.Per.Ticks;
            else _whole += UpTo(rate, step.Counted + ticks) - UpTo(rate, step.Counted);
            step.Counted += ticks;
        }
    }

    /// <summary>[people] Of all that was counted since the last batch; this is the n-th, from 0.</summary>
    public long Take(long batch)
    {
        var (mean, whole) = (_mean, _whole);
        (_mean, _whole) = (0, 0);
        return mean > 0 ? whole + Drawn(mean, batch) : whole;
    }

    private long Drawn(double mean, long batch)
    {
        if (mean != _lawMean) (_lawMean, _law) = (mean, Distribution.Poisson(mean));
        return (long)_law!.Quantile(_random.Uniform(batch));
    }

    // A tick of the night counts as a share of one.
    private long Ticks(SimTime from, SimTime until)
    {
        if (_light is null) return (until - from).Ticks;
        long ticks = 0;
        for (var at = from; at < until;)
        {
            var next = SimTime.Min(until, _light.NextChange(at));
            ticks += _light.IsOpen(at) ? (next - at).Ticks : (long)Math.Round((next - at).Ticks * _night);
            at = next;
        }
        return ticks;
    }

    private static long UpTo(Rate rate, long ticks) => (long)((Int128)rate.Amount.Amount * ticks / rate.Per.Ticks);

    private sealed class Step(SimTime begins, SimTime ends, Rate rate, bool isRandom)
    {
        public SimTime Begins => begins;

        public SimTime Ends => ends;

        public Rate Rate => rate;

        public bool IsRandom => isRandom;

        public long Counted { get; set; }
    }
}
