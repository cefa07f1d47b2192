using System.Globalization;

namespace SupplySim.Statistics;

/// <summary>Confidence levels: the probability with which an interval covers what it estimates.</summary>
internal static class Level
{
    /// <summary>The level used where none is asked for.</summary>
    public const double Usual = 0.95;

    /// <summary>The level itself, when it is from 0.5 to 0.999.</summary>
    public static double Check(double level) => level is >= 0.5 and <= 0.999
        ? level
        : throw new ArgumentOutOfRangeException(
            nameof(level), level,
            $"a confidence level is {level.ToString(CultureInfo.InvariantCulture)}; allowed: from 0.5 to 0.999, such as 0.95");

    /// <summary>The probability below the upper end of an interval with equal tails.</summary>
    public static double Upper(double level) => (1 + Check(level)) / 2;
}
