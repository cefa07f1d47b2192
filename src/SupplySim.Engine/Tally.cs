using System.Numerics;

namespace SupplySim.Engine;

/// <summary>Whole numbers observed one by one: how many, their sum, their squares, the least and the greatest.</summary>
/// <remarks>Exact: sums are kept in 128 bits and throw an <see cref="OverflowException"/> rather than wrap (for durations
/// in ticks, after 10^9 observations of a year each). So the order in which numbers come, or tallies are merged, cannot
/// change a bit. Mean and variance are rounded once, when they are asked for. A duration counts by its ticks of 100 ns.</remarks>
public sealed class Tally
{
    private UInt128 _squares;

    /// <summary>How many numbers.</summary>
    public long Count { get; private set; }

    /// <summary>Their sum.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>The least; <see cref="long.MaxValue"/> if there is none.</summary>
    public long Min { get; private set; } = long.MaxValue;

    /// <summary>The greatest; <see cref="long.MinValue"/> if there is none.</summary>
    public long Max { get; private set; } = long.MinValue;

    /// <summary>The mean; not a number if there is none.</summary>
    public double Mean => (double)Sum / Count;

    /// <summary>The sample variance, with n - 1 below; not a number if there are less than two.</summary>
    public double Variance => Count < 2 ? double.NaN
        : (double)(_squares * (BigInteger)Count - (BigInteger)Sum * Sum) / ((double)Count * (Count - 1));

    /// <summary>The square root of <see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Adds one number.</summary>
    /// <exception cref="OverflowException">The squares add up to more than 128 bits hold.</exception>
    public void Add(long value)
    {
        var size = (UInt128)Int128.Abs(value);
        _squares += size * size; // first: it alone can overflow
        Count++;
        Sum += value;
        Min = Math.Min(Min, value);
        Max = Math.Max(Max, value);
    }

    /// <summary>Adds a duration, by its ticks.</summary>
    public void Add(TimeSpan duration) => Add(duration.Ticks);

    /// <summary>Adds all that the other has seen; which of two tallies takes in the other makes no difference.</summary>
    public void Merge(Tally other)
    {
        _squares += other._squares;
        Count += other.Count;
        Sum += other.Sum;
        Min = Math.Min(Min, other.Min);
        Max = Math.Max(Max, other.Max);
    }

    /// <summary>Forgets everything: the end of a warm-up.</summary>
    public void Reset() => (_squares, Count, Sum, Min, Max) = (0, 0, 0, long.MaxValue, long.MinValue);
}
