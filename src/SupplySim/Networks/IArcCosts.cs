namespace SupplySim.Networks;

/// <summary>What each arc costs now, and whether it may be used at all.</summary>
/// <remarks>Implement it as a struct: searches are compiled for each and call it without indirection. It must give the
/// same answer for the whole of one search.</remarks>
public interface IArcCosts
{
    /// <summary>The cost of an arc.</summary>
    /// <param name="arc">Its index in the graph.</param>
    /// <param name="weight">Its weight in the graph.</param>
    /// <returns>0 or more; anything below 0 (<see cref="Graph.Closed"/>) means that it may not be used.</returns>
    long Of(int arc, long weight);
}
