namespace SupplySim.Statistics;

/// <summary>A sample laid into drawers of equal width, in order from one to the next and in none within:
/// any quantile is found by putting one or two of them in order.</summary>
/// <remarks>To put thousands of values in order costs a wrong guess of the processor for every second of
/// them, and to count how many fall where costs none. Linear in their number where they are spread out. One thread, since a drawer is put
/// in order when it is looked into.</remarks>
internal sealed class Drawers
{
    private const int Most = 1024;

    private readonly double[] _values;

    // Where each ends, and the next begins.
    private readonly int[] _ends = new int[Most];
    private readonly double _least;
    private readonly double _scale;

    /// <param name="values">None NaN; they stay as they are.</param>
    public Drawers(ReadOnlySpan<double> values)
    {
        _values = new double[values.Length];
        if (values.IsEmpty) return;
        (_least, var most) = (values[0], values[0]);
        foreach (var value in values)
            if (value < _least) _least = value;
            else if (value > most) most = value;
        // Where all are equal, or too far apart for numbers, one drawer holds them all.
        _scale = (Most - 1) / (most - _least) is var scale && double.IsFinite(scale) ? scale : 0;
        foreach (var value in values) _ends[DrawerOf(value)]++;
        for (var (drawer, before) = (0, 0); drawer < Most; drawer++) (_ends[drawer], before) = (before, before + _ends[drawer]);
        foreach (var value in values) _values[_ends[DrawerOf(value)]++] = value;
    }

    /// <summary>How many values there are.</summary>
    public int Length => _values.Length;

    /// <summary>The sample quantile, as <see cref="Quantiles.Of"/> has it.</summary>
    /// <param name="p">From 0 to 1; of at least one value.</param>
    public double Quantile(double p)
    {
        var (position, last) = ((Length - 1) * p, Length - 1);
        var below = (int)position;
        if (below == last) return Ranked(last);
        return Quantiles.Between(Ranked(below), Ranked(below + 1), position - below);
    }

    // The value that stands at a rank when all are in order.
    private double Ranked(int rank)
    {
        var drawer = 0;
        while (_ends[drawer] <= rank) drawer++;
        var from = drawer == 0 ? 0 : _ends[drawer - 1];
        Array.Sort(_values, from, _ends[drawer] - from);
        return _values[rank];
    }

    // It lies between none and all of them, so nothing need be said of numbers that do not fit.
    private int DrawerOf(double value) => _scale == 0 ? 0 : double.ConvertToIntegerNative<int>((value - _least) * _scale);
}
