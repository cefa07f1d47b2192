using SupplySim.Statistics;

namespace SupplySim.Results.Text;

/// <summary>In how many runs something is better, and in how many worse.</summary>
internal static class Betters
{
    /// <param name="effect">Run by run.</param>
    /// <param name="wish">1 where more is better, -1 where less is.</param>
    public static (int Better, int Worse) Of(PairedDifference effect, int wish) =>
        wish > 0 ? (effect.More, effect.Less) : (effect.Less, effect.More);
}
