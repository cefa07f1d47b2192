namespace SupplySim.Engine.Internals;

/// <summary>Philox4x64-10: a keyed bijection of 256 bits whose images of successive counters are random.</summary>
/// <remarks>
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011); the constants are
/// theirs. It has no state: the value of any counter is had at once, so a stream costs nothing to create, skip or repeat.
/// </remarks>
internal static class Philox
{
    private const int Rounds = 10;
    private const ulong Multiplier0 = 0xD2E7470EE14C6C93;
    private const ulong Multiplier1 = 0xCA5A826395121157;
    private const ulong KeyStep0 = 0x9E3779B97F4A7C15;
    private const ulong KeyStep1 = 0xBB67AE8584CAA73B;

    public static PhiloxBlock Encrypt(PhiloxBlock counter, ulong key0, ulong key1)
    {
        var (x0, x1, x2, x3) = counter;
        for (var round = 0; round < Rounds; round++)
        {
            var high0 = Math.BigMul(Multiplier0, x0, out var low0);
            var high1 = Math.BigMul(Multiplier1, x2, out var low1);
            (x0, x1, x2, x3) = (high1 ^ x1 ^ key0, low1, high0 ^ x3 ^ key1, low0);
            key0 = unchecked(key0 + KeyStep0);
            key1 = unchecked(key1 + KeyStep1);
        }
        return new PhiloxBlock(x0, x1, x2, x3);
    }
}
