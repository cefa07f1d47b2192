namespace SupplySim.Networks;

/// <summary>Every arc may be used and costs its weight.</summary>
public readonly struct AllArcs : IArcCosts
{
    /// <inheritdoc/>
    public long Of(int arc, long weight) => weight;
}
