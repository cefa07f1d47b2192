namespace SupplySim.Engine;

/// <summary>A 64-bit digest of a sequence of numbers: equal sequences give equal values, and a difference anywhere, in
/// value, order or length, gives another value but for one chance in 2^64.</summary>
/// <remarks>The state is multiplied into each number with 128 bits of product, whose halves are then folded together.
/// It tells runs apart; it is no defence against somebody who wants two of them to look alike. The default value is the
/// digest of nothing. Mutable: keep it in a field that is not <c>readonly</c>.</remarks>
public struct Fingerprint
{
    // Without a pattern: the fractional parts of the golden ratio and of the square roots of two and three.
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong Offset = 0x6A09E667F3BCC909;
    private const ulong PairMultiplier = 0xBB67AE8584CAA73B;

    private ulong _state;

    /// <summary>The digest of what was added so far.</summary>
    public readonly ulong Value => Fold(_state ^ Offset, Multiplier);

    /// <summary>Adds one number.</summary>
    public void Add(ulong value) => _state = Fold(_state ^ value ^ Offset, Multiplier);

    /// <summary>Adds one number.</summary>
    public void Add(long value) => Add(unchecked((ulong)value));

    /// <summary>Adds two numbers for the price of one; not the same as adding one after the other.</summary>
    public void Add(long first, long second) =>
        _state = Fold(_state ^ unchecked((ulong)first) ^ Offset, unchecked((ulong)second) ^ PairMultiplier);

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
