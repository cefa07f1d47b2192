using System.Numerics;

namespace SupplySim.Statistics;

/// <summary>How a value may depend on one thing: straight lines, joined at some of the thing's own
/// quantiles, so that each has as many replications.</summary>
/// <remarks>It is given by its heights at the ends of its pieces; at zero it is zero, since what is there
/// on average is the mean's. Immutable.</remarks>
internal sealed class JoinedLines
{
    private readonly double[] _ends;
    private readonly int[] _piece;
    private readonly double[] _along;

    /// <summary>Joins lines.</summary>
    /// <param name="thing">Where it lay in its law in each replication, from 0 to 1.</param>
    /// <param name="inOrder">The same, the least first.</param>
    /// <param name="pieces">How many lines, each with at least one replication.</param>
    public JoinedLines(double[] thing, double[] inOrder, int pieces)
    {
        _ends = new double[pieces + 1];
        _ends[pieces] = 1;
        for (var end = 1; end < pieces; end++)
        {
            var at = (int)((long)end * thing.Length / pieces);
            _ends[end] = (inOrder[at - 1] + inOrder[at]) / 2;
        }
        (_piece, _along) = (new int[thing.Length], new double[thing.Length]);
        for (var i = 0; i < thing.Length; i++)
        {
            while (_piece[i] < pieces - 1 && thing[i] > _ends[_piece[i] + 1]) _piece[i]++;
            var length = _ends[_piece[i] + 1] - _ends[_piece[i]];
            _along[i] = length > 0 ? (thing[i] - _ends[_piece[i]]) / length : 0;
        }
    }

    /// <summary>As many as there are heights.</summary>
    public int Pieces => _ends.Length - 1;

    /// <summary>The two heights of which a replication is a mean, by their numbers, and their weights.</summary>
    public ((int Number, double Weight) Before, (int Number, double Weight) Behind) this[int i] =>
        (_piece[i] == 0 ? (0, 0) : (_piece[i] - 1, 1 - _along[i]), (_piece[i], _along[i]));

    /// <summary>The variance over the law of the thing, which is known, and not over the draws that there happened to be.</summary>
    public double Variance(ReadOnlySpan<double> heights)
    {
        double mean = 0, square = 0, before = 0;
        for (var piece = 0; piece < heights.Length; piece++)
        {
            var (length, behind) = (_ends[piece + 1] - _ends[piece], heights[piece]);
            mean += length * (before + behind) / 2;
            square += length * (before * before + before * behind + behind * behind) / 3;
            before = behind;
        }
        return square - mean * mean;
    }

    /// <summary>The same of heights that each replication by itself has moved.</summary>
    /// <param name="heights">Before.</param>
    /// <param name="times">By replication: how often it moves them by its pull.</param>
    /// <param name="pulls">By height and replication.</param>
    /// <param name="variances">By replication.</param>
    public void Variances(ReadOnlySpan<double> heights, double[] times, ReadOnlySpan<double[]> pulls, double[] variances)
    {
        // Several replications at once, each by itself: no digit depends on how many.
        var at = 0;
        for (; at <= times.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var moved = new Vector<double>(times, at);
            var (mean, square, before) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            for (var piece = 0; piece < heights.Length; piece++)
            {
                var length = _ends[piece + 1] - _ends[piece];
                var behind = new Vector<double>(heights[piece]) + moved * new Vector<double>(pulls[piece], at);
                mean += length * (before + behind) / 2;
                square += length * (before * before + before * behind + behind * behind) / 3;
                before = behind;
            }
            (square - mean * mean).CopyTo(variances, at);
        }
        Span<double> own = stackalloc double[heights.Length];
        for (; at < times.Length; at++)
        {
            for (var piece = 0; piece < own.Length; piece++) own[piece] = heights[piece] + times[at] * pulls[piece][at];
            variances[at] = Variance(own);
        }
    }
}
