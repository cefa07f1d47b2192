namespace SupplySim.Statistics;

/// <summary>Mean and variance of numbers that come one by one, by Welford's recurrence.</summary>
/// <remarks>The order of the numbers can change the last digits: callers add in order of replication.</remarks>
internal struct Tally
{
    private double _squares;

    /// <summary>How many were added.</summary>
    public int N { get; private set; }

    /// <summary>NaN when nothing was added.</summary>
    public double Mean { get => N == 0 ? double.NaN : field; private set; }

    /// <summary>With divisor n - 1; NaN for fewer than two.</summary>
    public readonly double Variance => N < 2 ? double.NaN : _squares / (N - 1);

    public void Add(double value)
    {
        var before = N == 0 ? 0 : Mean;
        N++;
        Mean = before + (value - before) / N;
        _squares += (value - before) * (value - Mean);
    }

    /// <summary>Half the length of Student's confidence interval for the mean; NaN for fewer than two.</summary>
    public readonly double HalfWidth(double level) =>
        N < 2 ? double.NaN : StudentT.TwoSided(level, N - 1) * Math.Sqrt(Variance / N);
}
