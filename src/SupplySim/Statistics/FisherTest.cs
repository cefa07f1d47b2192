using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>Whether something happens more often in one of two samples that have nothing to do with one
/// another: Fisher's exact test.</summary>
/// <remarks>A t test of noughts and ones is sure from two runs of each. R. A. Fisher, The Design of
/// Experiments (1935), chapter 2.</remarks>
public static class FisherTest
{
    // Tables that are as probable as the one seen, but for rounding, are as uneven.
    private const double Alike = 1 + 1e-7;

    /// <summary>The probability of a table at most as probable as this one if it were as likely in both, two-sided.</summary>
    /// <param name="first">[runs] In which it happened in the first sample; from 0 to its size.</param>
    /// <param name="ofFirst">[runs] Of the first sample, at least 0.</param>
    /// <param name="second">[runs] Likewise, of the second.</param>
    /// <param name="ofSecond">[runs] Likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">More happened than there were runs, or a count is negative.</exception>
    public static double PValue(int first, int ofFirst, int second, int ofSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, ofFirst);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(second, ofSecond);
        var (all, happened) = (ofFirst + ofSecond, first + second);
        if (all == 0) return 1;
        var seen = Probability(first);
        var sum = 0.0;
        for (var k = Math.Max(0, happened - ofSecond); k <= Math.Min(ofFirst, happened); k++)
        {
            var p = Probability(k);
            if (p <= seen * Alike) sum += p;
        }
        return Math.Min(1, sum);

        // By logarithms: of thousands of runs the counts themselves are beyond all numbers.
        double Probability(int k) => Math.Exp(Hypergeometric.PMFLn(all, happened, ofFirst, k));
    }
}
