namespace SupplySim.Networks;

/// <summary>How much may pass each arc and each place.</summary>
/// <remarks>Implement it as a struct: searches are compiled for each and call it without indirection. It must give the
/// same answer for the whole of one search.</remarks>
public interface ICapacities
{
    /// <summary>What may pass an arc: 0 or more; <see cref="MaxFlow.Unlimited"/> for any amount.</summary>
    /// <param name="arc">Its index in the graph.</param>
    long OfArc(int arc);

    /// <summary>What may pass a place: 0 or more; <see cref="MaxFlow.Unlimited"/> for any amount.</summary>
    /// <param name="place">Its index in the graph.</param>
    long OfPlace(int place);
}
