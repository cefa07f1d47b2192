namespace SupplySim.Networks;

/// <summary>Some arcs may not be used; the others cost their weight.</summary>
/// <param name="closed">For each arc of the graph whether it is closed; read, never kept beyond the search.</param>
public readonly struct OpenArcs(bool[] closed) : IArcCosts
{
    /// <inheritdoc/>
    public long Of(int arc, long weight) => closed[arc] ? Graph.Closed : weight;
}
