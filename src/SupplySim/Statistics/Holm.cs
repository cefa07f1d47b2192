namespace SupplySim.Statistics;

/// <summary>Several comparisons at once: Holm's step-down correction.</summary>
public static class Holm
{
    /// <summary>Adjusts p-values so that, taken together, those at or below α are wrong in any place with a probability
    /// of at most α, however they depend on each other.</summary>
    /// <param name="pValues">Each from 0 to 1.</param>
    /// <returns>The adjusted values in the order given, none below its original nor above 1.</returns>
    /// <remarks>Never less powerful than Bonferroni's. S. Holm, Scand. J. Statistics 6 (1979).</remarks>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        foreach (var p in pValues)
            if (!(p is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), p, "a p-value is from 0 to 1");
        var values = pValues.ToArray();
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var adjusted = new double[values.Length];
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
            adjusted[order[rank]] = largest =
                Math.Max(largest, Math.Min(1, (order.Length - rank) * values[order[rank]]));
        return adjusted;
    }
}
