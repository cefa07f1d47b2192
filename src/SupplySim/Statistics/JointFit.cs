using System.Numerics;

namespace SupplySim.Statistics;

/// <summary>One least-squares fit of a sum of joined lines, of all things together, and what it says of the
/// shares with each of the values left out.</summary>
/// <remarks>What a left-out value changes is exact: the heights move by its pull times its error, divided by what it does not fit itself.
/// It does not change; it is split when first asked.</remarks>
internal sealed class JointFit
{
    // Where a piece has no value its height is anything: this holds it, and is nothing to all others.
    private const double Hold = 1e-9;

    // Below this all that is missed is rounding.
    private const double Least = 1e-6;

    private readonly JoinedLines?[] _lines;
    private readonly int[] _first;
    private readonly double[][] _inverse;
    private readonly double[] _heights;
    private readonly double[] _error;
    private readonly double[] _free;
    private Variances? _split;

    /// <summary>Fits.</summary>
    /// <param name="values">One for each replication, of mean 0 and variance 1.</param>
    /// <param name="lines">For each thing; null for one that takes no part.</param>
    public JointFit(double[] values, JoinedLines?[] lines)
    {
        (_lines, _first, Parameters) = (lines, new int[lines.Length], 1);
        for (var thing = 0; thing < lines.Length; thing++)
            (_first[thing], Parameters) = (Parameters, Parameters + (lines[thing]?.Pieces ?? 0));
        var (row, sums) = (new (int At, double Weight)[2 * lines.Length + 1], new double[Parameters]);
        _inverse = [.. sums.Select(_ => new double[sums.Length])];
        for (var i = 0; i < values.Length; i++)
        {
            var terms = Row(i, row);
            foreach (var (a, weight) in terms)
            {
                sums[a] += weight * values[i];
                var of = _inverse[a];
                foreach (var (b, other) in terms) of[b] += weight * other;
            }
        }
        for (var a = 1; a < Parameters; a++) _inverse[a][a] += Hold * values.Length / Parameters;
        Invert(_inverse);
        _heights = Times(sums.Select((sum, a) => (a, sum)).ToArray());
        (_error, _free, Missed) = (new double[values.Length], new double[values.Length], new double[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            var terms = Row(i, row);
            (_error[i], _free[i]) = (values[i], 1);
            foreach (var (a, weight) in terms)
            {
                _error[i] -= weight * _heights[a];
                var of = _inverse[a];
                var pull = 0.0;
                foreach (var (b, other) in terms) pull += other * of[b];
                _free[i] -= weight * pull;
            }
            _free[i] = Math.Max(_free[i], Least);
            Residual += _error[i] * _error[i];
            Missed[i] = _error[i] / _free[i] * (_error[i] / _free[i]);
        }
    }

    public int Parameters { get; }

    /// <summary>The sum of squares that is left.</summary>
    public double Residual { get; }

    /// <summary>The square by which each value is missed by the fit to all others.</summary>
    public double[] Missed { get; }

    /// <summary>The variance of each thing's lines, less what is noise in it on average, and that of the rest.</summary>
    /// <remarks>Noise of variance 1 in every value gives the heights the sum of the squares of all pulls.</remarks>
    public Variances Split => _split ??= Splitting();

    private Variances Splitting()
    {
        var n = _error.Length;
        var (pulls, row) = (new double[n][], new (int, double)[2 * _lines.Length + 1]);
        for (var i = 0; i < n; i++) pulls[i] = Times(Row(i, row));
        double[] noise = [.. _lines.Select((_, thing) => pulls.Sum(pull => VarianceOf(thing, pull)))];
        var (without, heights) = (new Parts[n], new double[Parameters]);
        for (var i = 0; i < n; i++)
        {
            var rest = Math.Max(0, Residual - _error[i] * _error[i] / _free[i]) / (n - 1 - Parameters);
            _heights.CopyTo(heights, 0);
            Add(heights, -_error[i] / _free[i], pulls[i]);
            var things = new double[noise.Length];
            for (var thing = 0; thing < things.Length; thing++)
                things[thing] = VarianceOf(thing, heights) - rest * (noise[thing] + VarianceOf(thing, pulls[i]) / _free[i]);
            without[i] = new(things, rest);
        }
        var all = Residual / (n - Parameters);
        return new(new([.. noise.Select((own, thing) => VarianceOf(thing, _heights) - all * own)], all), without);
    }

    private double VarianceOf(int thing, double[] heights) =>
        _lines[thing] is { } lines ? lines.Variance(heights.AsSpan(_first[thing], lines.Pieces)) : 0;

    // Of what the fit to a value is made: the mean, and two heights of each thing.
    private ReadOnlySpan<(int At, double Weight)> Row(int i, (int At, double Weight)[] row)
    {
        row[0] = (0, 1);
        var count = 1;
        for (var thing = 0; thing < _lines.Length; thing++)
        {
            if (_lines[thing] is not { } lines) continue;
            var (before, behind) = lines[i];
            row[count++] = (_first[thing] + before.Number, before.Weight);
            row[count++] = (_first[thing] + behind.Number, behind.Weight);
        }
        return row.AsSpan(0, count);
    }

    private double[] Times(ReadOnlySpan<(int At, double Weight)> vector)
    {
        // The inverse is its own mirror: rows lie together.
        var product = new double[Parameters];
        foreach (var (at, weight) in vector) Add(product, weight, _inverse[at]);
        return product;
    }

    // Gauss and Jordan, in place; a matrix of sums of squares needs no pivots.
    private static void Invert(double[][] matrix)
    {
        for (var k = 0; k < matrix.Length; k++)
        {
            var (row, pivot) = (matrix[k], matrix[k][k]);
            row[k] = 1;
            for (var b = 0; b < row.Length; b++) row[b] /= pivot;
            foreach (var other in matrix)
            {
                var factor = other[k];
                if (other == row || factor == 0) continue;
                other[k] = 0;
                Add(other, -factor, row);
            }
        }
    }

    // Most of the time of a fit is spent here. Each element by itself, so that how many go at once changes no digit.
    private static void Add(double[] to, double factor, double[] row)
    {
        var (at, times) = (0, new Vector<double>(factor));
        for (; at <= to.Length - Vector<double>.Count; at += Vector<double>.Count)
            (new Vector<double>(to, at) + times * new Vector<double>(row, at)).CopyTo(to, at);
        for (; at < to.Length; at++) to[at] += factor * row[at];
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
internal sealed record Variances(Parts All, Parts[] Without);
