namespace SupplySim.Engine.Internals;

/// <summary>What lies in the queue for one act of scheduling, 16 bytes: when, and which event.</summary>
/// <remarks>The event itself is in <see cref="EventSlots"/>. An entry whose stamp is no longer that of its slot is
/// stale: its event was cancelled or moved. Two words, so that it travels in registers.</remarks>
internal readonly struct QueueEntry(ulong key, int slot, uint stamp)
{
    private readonly ulong _slotAndStamp = ((ulong)(uint)slot << 32) | stamp;

    /// <summary>Ticks since the start in the upper 56 bits, priority in the lower 8.</summary>
    public readonly ulong Key = key;

    public int Slot => (int)(_slotAndStamp >> 32);

    public uint Stamp => unchecked((uint)_slotAndStamp);
}
