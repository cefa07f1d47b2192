namespace SupplySim.Statistics;

/// <summary>One least-squares fit of a sum of joined lines, of all things together, and what it says of the shares with each of the values
/// left out.</summary>
/// <remarks>What a left-out value changes is exact: the heights move by its pull times its error, divided by what it does not fit itself.
/// It does not change; it is split when first asked.</remarks>
internal sealed class JointFit
{
    private readonly JointDesign _design;
    private readonly double[] _heights;
    private readonly double[] _error;
    private Variances? _split;

    /// <summary>Fits.</summary>
    /// <param name="values">One for each replication, of mean 0 and variance 1.</param>
    /// <param name="design">The lines.</param>
    public JointFit(double[] values, JointDesign design)
    {
        _design = design;
        var (row, sums, free) = (design.NewRow(), new double[design.Parameters], design.Free);
        for (var i = 0; i < values.Length; i++)
            foreach (var (a, weight) in design.Row(i, row)) sums[a] += weight * values[i];
        _heights = design.Heights(sums);
        (_error, Missed) = (new double[values.Length], new double[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            var error = values[i];
            foreach (var (a, weight) in design.Row(i, row)) error -= weight * _heights[a];
            _error[i] = error;
            Residual += error * error;
            Missed[i] = error / free[i] * (error / free[i]);
        }
        MissedInAll = Missed.Sum();
    }

    public int Parameters => _design.Parameters;

    /// <summary>The sum of squares that is left.</summary>
    public double Residual { get; }

    /// <summary>The square by which each value is missed by the fit to all others.</summary>
    public double[] Missed { get; }

    /// <summary>The sum of these.</summary>
    public double MissedInAll { get; }

    /// <summary>The variance of each thing's lines, less what is noise in it on average, and that of the rest.</summary>
    public Variances Split => _split ??= Splitting();

    private Variances Splitting()
    {
        var (n, free, noise) = (_error.Length, _design.Free, _design.Noise);
        var (times, rest) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            times[i] = -_error[i] / free[i];
            rest[i] = Math.Max(0, Residual - _error[i] * _error[i] / free[i]) / (n - 1 - Parameters);
        }
        var (all, things, without) = (Residual / (n - Parameters), new double[noise.Length], new double[noise.Length][]);
        for (var thing = 0; thing < things.Length; thing++)
        {
            things[thing] = _design.VarianceOf(thing, _heights) - all * noise[thing];
            var (its, noiseOf) = (_design.VariancesOf(thing, _heights, times), _design.NoiseOf(thing));
            for (var i = 0; i < n; i++) its[i] -= rest[i] * (noise[thing] + noiseOf[i] / free[i]);
            without[thing] = its;
        }
        return new(new(things, all), without, rest);
    }
}

/// <summary>What a variance is made of.</summary>
/// <param name="Things">Of each thing; a little below zero where there is nothing.</param>
/// <param name="Rest">Of all else.</param>
internal sealed record Parts(double[] Things, double Rest)
{
    /// <summary>The share of one thing.</summary>
    public double Share(int thing) => Of(Things[thing]);

    /// <summary>The share of all things together.</summary>
    public double Together => Of(Things.Sum());

    private double Of(double part) => Things.Sum() + Rest is > 0 and var all ? part / all : 0;
}

/// <summary>The parts of a variance, by all values and without each of them.</summary>
/// <param name="All">By all.</param>
/// <param name="Without">Of each thing, by the value that is left out.</param>
/// <param name="Rest">Of all else, by the value that is left out.</param>
internal sealed record Variances(Parts All, double[][] Without, double[] Rest)
{
    /// <summary>The share of one thing, by the value that is left out.</summary>
    public double[] Shares(int thing) => Of(Without[thing]);

    /// <summary>The share of all things together, by the value that is left out.</summary>
    public double[] Together => Of(Sums());

    private double[] Of(double[] parts)
    {
        var shares = Sums();
        for (var i = 0; i < shares.Length; i++) shares[i] = shares[i] + Rest[i] is > 0 and var all ? parts[i] / all : 0;
        return shares;
    }

    private double[] Sums()
    {
        var sums = new double[Rest.Length];
        foreach (var its in Without)
            for (var i = 0; i < sums.Length; i++) sums[i] += its[i];
        return sums;
    }
}
