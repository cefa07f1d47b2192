using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>A straight line in each of some bins, fitted once, and what the share would be without each of the values.</summary>
internal sealed class BinnedLines
{
    // With fewer a bin has a mean and no line.
    private const int FewestOfALine = 4;

    private readonly int _n;
    private readonly double _total;
    private readonly double _residual;
    private readonly int _parameters;

    public BinnedLines(ReadOnlySpan<double> values, double[] thing, int bins, double mean)
    {
        var n = _n = values.Length;
        var members = new List<int>[bins];
        for (var bin = 0; bin < bins; bin++) members[bin] = [];
        for (var i = 0; i < n; i++)
        {
            members[Math.Clamp((int)(thing[i] * bins), 0, bins - 1)].Add(i);
            _total += (values[i] - mean) * (values[i] - mean);
        }
        var (loss, alone) = (new double[n], new bool[n]);
        Missed = new double[n];
        foreach (var bin in members) Fit(bin, values, thing, mean, loss, alone, ref _residual, ref _parameters);
        Without = new double[n];
        for (var i = 0; i < n; i++)
        {
            var total = _total - n / (n - 1.0) * (values[i] - mean) * (values[i] - mean);
            Without[i] = Explained(_residual - loss[i], total, n - 1, _parameters - (alone[i] ? 1 : 0), _total);
        }
        Share = Explained(_residual, _total, n, _parameters, _total);
    }

    /// <summary>May lie somewhat below zero where there is no effect.</summary>
    public double Share { get; }

    /// <summary>The share of all values but one, for each of them.</summary>
    public double[] Without { get; }

    /// <summary>Of no effect.</summary>
    public double PValue()
    {
        var (above, below) = (_parameters - 1, _n - _parameters);
        if (above < 1 || below < 1) return 1;
        if (_residual <= _total * 1e-15) return 0;
        var f = (_total - _residual) / above / (_residual / below);
        return f <= 0 ? 1 : Math.Clamp(Beta.CDF(below / 2.0, above / 2.0, below / (below + above * f)), 0, 1);
    }

    /// <summary>The square by which each value is missed by the fit to all others.</summary>
    public double[] Missed { get; }

    // By how much the sum of squared residuals falls when a value is left out is exact: its residual is divided by what it does not fit itself.
    private void Fit(
        List<int> bin, ReadOnlySpan<double> values, double[] thing, double mean, double[] loss, bool[] alone, ref double residual, ref int parameters)
    {
        if (bin.Count == 0) return;
        double x = 0, y = 0, xx = 0, xy = 0;
        foreach (var i in bin) (x, y) = (x + thing[i] / bin.Count, y + values[i] / bin.Count);
        foreach (var i in bin) (xx, xy) = (xx + (thing[i] - x) * (thing[i] - x), xy + (thing[i] - x) * (values[i] - y));
        var isLine = bin.Count >= FewestOfALine && xx > 0;
        var slope = isLine ? xy / xx : 0;
        parameters += isLine ? 2 : 1;
        foreach (var i in bin)
        {
            var error = values[i] - y - slope * (thing[i] - x);
            var own = 1.0 / bin.Count + (isLine ? (thing[i] - x) * (thing[i] - x) / xx : 0);
            residual += error * error;
            // Who is alone in a bin is foretold by the mean of all.
            Missed[i] = bin.Count == 1 ? (values[i] - mean) * (values[i] - mean) : own < 1 ? error * error / ((1 - own) * (1 - own)) : 0;
            (loss[i], alone[i]) = bin.Count == 1 ? (0, true) : (own < 1 ? error * error / (1 - own) : 0, false);
        }
    }

    // Where nothing varies, rounding apart, nothing is explained.
    private static double Explained(double residual, double total, int n, int parameters, double scale) =>
        total <= scale * 1e-12 || n <= parameters ? 0 : 1 - Math.Max(residual, 0) / (n - parameters) / (total / (n - 1));
}
