namespace SupplySim.Statistics;

/// <summary>An interval between two order statistics for a quantile.</summary>
/// <param name="Low">Its lower end; minus infinity where the sample is too small to bound it.</param>
/// <param name="High">Its upper end; plus infinity where the sample is too small to bound it.</param>
/// <param name="LowRank">Which value of the sorted sample the lower end is, from 1; 0 for none.</param>
/// <param name="HighRank">Which value the upper end is; n + 1 for none.</param>
/// <param name="Coverage">The exact probability of covering, at least the level asked for.</param>
public readonly record struct QuantileInterval(double Low, double High, int LowRank, int HighRank, double Coverage);
