namespace SupplySim.Runs;

/// <summary>Something false that is told of a crossing or route, from its beginning to its being taken back.</summary>
/// <param name="IsRoute">Whether it is a route.</param>
/// <param name="Number">Of the place or route.</param>
/// <param name="Traffics">A bit for each traffic of which it is told.</param>
/// <param name="Says">What.</param>
internal sealed record FalseReport(bool IsRoute, int Number, ulong Traffics, Said Says)
{
    /// <summary>What is thought to be shut by those who believe it.</summary>
    public ulong Over(ulong shut) => Says == Said.Shut ? shut | Traffics : shut & ~Traffics;
}
