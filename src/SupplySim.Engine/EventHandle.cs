namespace SupplySim.Engine;

/// <summary>Names one scheduled event, so that it can be cancelled or moved.</summary>
/// <remarks>A handle outlives its event: used afterwards it is recognised as stale and does nothing, for ever, however
/// often the storage behind it is used again. The default value names no event. Good for the simulation that gave it only.</remarks>
public readonly record struct EventHandle
{
    internal EventHandle(int slot, uint generation) => (Slot, Generation) = (slot, generation);

    internal int Slot { get; }

    internal uint Generation { get; }
}
