namespace SupplySim.Engine.Internals;

/// <summary>Time and priority in one unsigned number whose order is theirs: ticks * 256 + priority.</summary>
internal static class EventKey
{
    private const int PriorityBits = 8;

    /// <summary>The ticks that stand for <see cref="SimTime.Never"/>, one more than <see cref="SimTime.Latest"/>.</summary>
    public const long NeverTicks = (1L << 56) - 1;

    /// <param name="ticks">From 0 to <see cref="NeverTicks"/>.</param>
    /// <param name="priority">The rank among equal times.</param>
    public static ulong Of(long ticks, Priority priority) => ((ulong)ticks << PriorityBits) | priority.Value;

    public static ulong WithTicks(ulong key, long ticks) => ((ulong)ticks << PriorityBits) | (byte)(key & 0xFF);

    public static long Ticks(ulong key) => (long)(key >> PriorityBits);
}
