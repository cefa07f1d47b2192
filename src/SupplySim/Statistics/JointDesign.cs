using System.Numerics;

namespace SupplySim.Statistics;

/// <summary>What a least-squares fit of a sum of joined lines has that does not depend on the values: all that is split by the same
/// replications shares it.</summary>
/// <remarks>It does not change; what replications pull at the heights is worked out when first asked. Any thread.</remarks>
internal sealed class JointDesign
{
    // Where a piece has no value its height is anything: this holds it, and is nothing to all others.
    private const double Hold = 1e-9;

    // Below this all that is missed is rounding.
    private const double Least = 1e-6;

    private readonly JoinedLines?[] _lines;
    private readonly int[] _first;
    private readonly double[][] _inverse;
    private readonly double[] _free;
    private readonly Lazy<(double[][] Pulls, double[][] NoiseOf, double[] Noise)> _pulled;

    /// <param name="lines">For each thing; null for one that takes no part.</param>
    /// <param name="replications">How many there are.</param>
    public JointDesign(JoinedLines?[] lines, int replications)
    {
        (_lines, _first, Parameters) = (lines, new int[lines.Length], 1);
        for (var thing = 0; thing < lines.Length; thing++)
            (_first[thing], Parameters) = (Parameters, Parameters + (lines[thing]?.Pieces ?? 0));
        _inverse = new double[Parameters][];
        for (var a = 0; a < Parameters; a++) _inverse[a] = new double[Parameters];
        var row = NewRow();
        for (var i = 0; i < replications; i++)
        {
            var terms = Row(i, row);
            foreach (var (a, weight) in terms)
                foreach (var (b, other) in terms) _inverse[a][b] += weight * other;
        }
        for (var a = 1; a < Parameters; a++) _inverse[a][a] += Hold * replications / Parameters;
        Invert(_inverse);
        _free = new double[replications];
        for (var i = 0; i < replications; i++) _free[i] = FreeOf(Row(i, row));
        _pulled = new(Pull);
    }

    /// <summary>The mean, and the heights of all lines.</summary>
    public int Parameters { get; }

    /// <summary>By replication: what it does not fit itself.</summary>
    public double[] Free => _free;

    /// <summary>By thing: the variance of its lines by noise of variance 1 in every value, which gives the heights the sum of the
    /// squares of all pulls.</summary>
    public double[] Noise => _pulled.Value.Noise;

    /// <summary>By replication: the part of that which its own noise has.</summary>
    public double[] NoiseOf(int thing) => _pulled.Value.NoiseOf[thing];

    /// <summary>Room for <see cref="Row"/>.</summary>
    public (int At, double Weight)[] NewRow() => new (int, double)[2 * _lines.Length + 1];

    /// <summary>Of what the fit to a value is made: the mean, and two heights of each thing.</summary>
    public ReadOnlySpan<(int At, double Weight)> Row(int i, (int At, double Weight)[] row)
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

    /// <summary>The heights of the fit.</summary>
    /// <param name="sums">Of the values that each height is a part of, by its weights.</param>
    public double[] Heights(double[] sums)
    {
        var heights = new double[Parameters];
        for (var a = 0; a < sums.Length; a++) Add(heights, sums[a], _inverse[a]);
        return heights;
    }

    /// <summary>The variance of the lines of one thing.</summary>
    public double VarianceOf(int thing, double[] heights) =>
        _lines[thing] is { } lines ? lines.Variance(heights.AsSpan(_first[thing], lines.Pieces)) : 0;

    /// <summary>The same after each replication by itself has moved the heights by its pull.</summary>
    /// <param name="thing">Which.</param>
    /// <param name="heights">Before.</param>
    /// <param name="times">By replication: how much.</param>
    public double[] VariancesOf(int thing, double[] heights, double[] times) => VariancesOf(thing, heights, times, _pulled.Value.Pulls);

    private double[] VariancesOf(int thing, double[] heights, double[] times, double[][] pulls)
    {
        var variances = new double[times.Length];
        if (_lines[thing] is not { } lines) return variances;
        var (first, pieces) = (_first[thing], lines.Pieces);
        lines.Variances(heights.AsSpan(first, pieces), times, pulls.AsSpan(first, pieces), variances);
        return variances;
    }

    // By height and replication, so that several replications are looked at at once.
    private (double[][] Pulls, double[][] NoiseOf, double[] Noise) Pull()
    {
        var (n, row, pull) = (_free.Length, NewRow(), new double[Parameters]);
        var pulls = Array.ConvertAll(_inverse, _ => new double[n]);
        for (var i = 0; i < n; i++)
        {
            Array.Clear(pull);
            // The inverse is its own mirror: rows lie together.
            foreach (var (at, weight) in Row(i, row)) Add(pull, weight, _inverse[at]);
            for (var a = 0; a < pull.Length; a++) pulls[a][i] = pull[a];
        }
        var (nothing, once) = (new double[Parameters], Enumerable.Repeat(1.0, n).ToArray());
        double[][] noiseOf = [.. _lines.Select((_, thing) => VariancesOf(thing, nothing, once, pulls))];
        return (pulls, noiseOf, Array.ConvertAll(noiseOf, one => one.Sum()));
    }

    private double FreeOf(ReadOnlySpan<(int At, double Weight)> terms)
    {
        var free = 1.0;
        foreach (var (a, weight) in terms)
        {
            var pull = 0.0;
            foreach (var (b, other) in terms) pull += other * _inverse[a][b];
            free -= weight * pull;
        }
        return Math.Max(free, Least);
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

    // Most of the time of a design is spent here. Each element by itself, so that how many go at once changes no digit.
    private static void Add(double[] to, double factor, double[] row)
    {
        var (at, times) = (0, new Vector<double>(factor));
        for (; at <= to.Length - Vector<double>.Count; at += Vector<double>.Count)
            (new Vector<double>(to, at) + times * new Vector<double>(row, at)).CopyTo(to, at);
        for (; at < to.Length; at++) to[at] += factor * row[at];
    }
}
