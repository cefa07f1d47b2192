namespace SupplySim.Engine.Internals;

/// <summary>A pending event, 32 bytes, kept by value inside the queue.</summary>
/// <remarks>The order of events is (<see cref="Key"/>, <see cref="Sequence"/>); no two have the same sequence.</remarks>
internal struct QueuedEvent
{
    /// <summary>Ticks since the start in the upper 56 bits, priority in the lower 8.</summary>
    public ulong Key;

    /// <summary>The ordinal of the act of scheduling.</summary>
    public long Sequence;

    public long Argument;
    public int Handler;

    /// <summary>The slot of the event's handle.</summary>
    public int Slot;

    public readonly bool Precedes(in QueuedEvent other) =>
        Key < other.Key || (Key == other.Key && Sequence < other.Sequence);
}
