using System.Numerics;

namespace SupplySim.Engine;

/// <summary>Whole numbers observed one by one: how many, their sum, their squares, the least and the greatest.</summary>
/// <remarks>Exact: the sum is kept in 128 bits and that of the squares in 192, which no run can fill. So the order in
/// which numbers come, or tallies are merged, cannot change a bit. Mean and variance are rounded when they are asked for.
/// A duration counts by its ticks of 100 ns.</remarks>
public sealed class Tally
{
    private UInt128 _squares;
    private long _squaresBeyond; // in units of 2^128

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
        : (double)((((BigInteger)_squaresBeyond << 128) + _squares) * Count - (BigInteger)Sum * Sum) / ((double)Count * (Count - 1));

    /// <summary>The square root of <see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Adds one number.</summary>
    public void Add(long value)
    {
        var size = (UInt128)Int128.Abs(value);
        AddSquares(size * size, 0);
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
        AddSquares(other._squares, other._squaresBeyond);
        Count += other.Count;
        Sum += other.Sum;
        Min = Math.Min(Min, other.Min);
        Max = Math.Max(Max, other.Max);
    }

    /// <summary>Forgets everything: the end of a warm-up.</summary>
    public void Reset() =>
        (_squares, _squaresBeyond, Count, Sum, Min, Max) = (0, 0, 0, 0, long.MaxValue, long.MinValue);

    private void AddSquares(UInt128 more, long moreBeyond)
    {
        _squares = unchecked(_squares + more);
        _squaresBeyond += moreBeyond + (_squares < more ? 1 : 0);
    }
}
