using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>Whether something happens more often in one of two alternatives, from runs that are paired on
/// the same luck: McNemar's test, exact.</summary>
/// <remarks>Only pairs in which the two differ say anything; if it were as likely in both, each of these
/// would fall to either side as a coin does. A t test of noughts and ones is sure from two runs that both differ, and wrong in half of all
/// cases. Q. McNemar, Psychometrika 12 (1947).</remarks>
public static class SignTest
{
    /// <summary>The probability of a split at least as uneven if neither were more likely, two-sided; 1 where no pair differs.</summary>
    /// <param name="first">[pairs] In which it happened in the first alone, at least 0.</param>
    /// <param name="second">[pairs] In which it happened in the second alone, at least 0.</param>
    public static double PValue(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        return first == second ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, first + second, Math.Min(first, second)));
    }
}
