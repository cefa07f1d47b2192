using System.Globalization;

namespace SupplySim.Statistics;

/// <summary>Refuses values that are no numbers, with their place.</summary>
internal static class Values
{
    public static double Finite(ReadOnlySpan<double> values, int index, string name) =>
        double.IsFinite(values[index])
            ? values[index]
            : throw new ArgumentException(
                $"value {index} of {values.Length} is {values[index].ToString(CultureInfo.InvariantCulture)}; "
                + "each replication must give a finite number (for times that may never come use Estimate.OfPossible)",
                name);
}
