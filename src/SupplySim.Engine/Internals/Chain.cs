namespace SupplySim.Engine.Internals;

/// <summary>A sequence of queue entries in the chunks of a <see cref="ChunkPool"/>; the default value is empty.</summary>
/// <remarks>All chunks are full but the last, so that the count says where the next entry goes.</remarks>
internal struct Chain
{
    public int First;
    public int Last;
    public int Count;
}
