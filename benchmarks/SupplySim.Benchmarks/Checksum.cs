using System.Runtime.CompilerServices;

namespace SupplySim.Benchmarks;

/// <summary>Where results go, so that nothing that was computed can be left out by the compiler.</summary>
internal static class Checksum
{
    private static long _sum;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Consume(long checksum, long events)
    {
        _sum = unchecked(_sum * 31 + checksum);
        return events;
    }
}
