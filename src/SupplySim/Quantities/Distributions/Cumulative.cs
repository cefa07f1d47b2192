namespace SupplySim.Quantities.Distributions;

/// <summary>Search in a table of cumulative probabilities.</summary>
internal static class Cumulative
{
    /// <summary>The first index whose entry is at least <paramref name="u"/>; the length when there is none.</summary>
    public static int First(double[] ascending, double u)
    {
        var low = 0;
        var high = ascending.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (ascending[middle] < u) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
