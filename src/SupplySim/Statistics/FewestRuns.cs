namespace SupplySim.Statistics;

/// <summary>How many random runs it takes before a mean is judged.</summary>
/// <remarks>A test of a mean takes what it has seen for all there is. A flood in one run of ten is not in
/// six runs more often than not, and then they hang together all the more closely: one such run may outweigh all others, and the mean has
/// the other sign. What has a share q of all runs is seen in n of them with probability 1 - (1 - q)^n: thirty see what is in one run of ten
/// with 96 % (the rule of three: what n runs have not seen has a share of up to 3/n). Shares of runs have no such outliers, and their tests
/// are exact from any number.</remarks>
public static class FewestRuns
{
    /// <summary>[runs] The fewest from which a mean is judged.</summary>
    public const int ForAMean = 30;
}
