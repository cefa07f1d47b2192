namespace SupplySim.Engine.Internals;

/// <summary>What lies in the queue for one act of scheduling, 16 bytes: when, and which event.</summary>
/// <remarks>The event itself is in <see cref="EventSlots"/>. An entry whose stamp is no longer that of its slot is
/// stale: its event was cancelled or moved.</remarks>
internal readonly struct QueueEntry(ulong key, int slot, uint stamp)
{
    /// <summary>Ticks since the start in the upper 56 bits, priority in the lower 8.</summary>
    public readonly ulong Key = key;

    public readonly int Slot = slot;
    public readonly uint Stamp = stamp;
}
