namespace SupplySim.Quantities.Distributions;

/// <summary>A Poisson count times a unit, by search in a table of cumulative probabilities.</summary>
/// <remarks>The table spans twelve standard deviations and a few counts more on either side of the mean; what lies
/// outside has a probability below 1e-16, less than one step of the uniform number.</remarks>
internal sealed class PoissonLaw : Law
{
    private readonly double _mean;
    private readonly double _unit;
    private readonly long _first;
    private readonly double[] _cumulative;

    public PoissonLaw(double mean, double unit)
    {
        _mean = mean;
        _unit = unit;
        (_first, _cumulative) = Table(mean);
    }

    public override double Mean => _mean * _unit;

    public override double Least => 0;

    public override double Quantile(double u) =>
        _unit * (_first + Math.Min(Cumulative.First(_cumulative, u), _cumulative.Length - 1));

    public override Law Scale(double factor) => new PoissonLaw(_mean, _unit * factor);

    public override string Text(Func<double, string> value) =>
        _unit == 1 ? $"poisson({NumberText.Of(_mean)})" : $"{value(_unit)} x poisson({NumberText.Of(_mean)})";

    private static (long First, double[] Cumulative) Table(double mean)
    {
        var reach = 12 * Math.Sqrt(mean) + 30;
        var first = (long)Math.Max(0, Math.Floor(mean - reach));
        var table = new double[(int)((long)Math.Ceiling(mean + reach) - first + 1)];
        // Outwards from the mode nothing underflows before it no longer matters.
        var mode = (int)((long)mean - first);
        table[mode] = 1;
        for (var i = mode; i > 0; i--) table[i - 1] = table[i] * (first + i) / mean;
        for (var i = mode + 1; i < table.Length; i++) table[i] = table[i - 1] * mean / (first + i);
        var total = table.Sum();
        var sum = 0.0;
        for (var i = 0; i < table.Length; i++) table[i] = (sum += table[i]) / total;
        return (first, table);
    }
}
