using System.Globalization;

namespace SupplySim.Statistics;

/// <summary>Refuses values that are no numbers, with their place, and says how far two are apart.</summary>
internal static class Values
{
    /// <summary>What is less than this of the values themselves is what rounding leaves of two that are the same.</summary>
    public const double Dust = 1e-12;

    /// <summary>One minus the other; zero where that is dust.</summary>
    public static double Difference(double one, double other) =>
        Math.Abs(one - other) <= Dust * Math.Max(Math.Abs(one), Math.Abs(other)) ? 0 : one - other;

    public static double Finite(ReadOnlySpan<double> values, int index, string name) =>
        double.IsFinite(values[index])
            ? values[index]
            : throw new ArgumentException(
                $"value {index} of {values.Length} is {values[index].ToString(CultureInfo.InvariantCulture)}; "
                + "each replication must give a finite number (for times that may never come use Estimate.OfPossible)",
                name);
}
