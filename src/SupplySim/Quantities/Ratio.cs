namespace SupplySim.Quantities;

/// <summary>Exact integer arithmetic for a * b / c through 128 bits; where 64 are enough, which is nearly always, in those, for a
/// division by 128 takes many times as long.</summary>
internal static class Ratio
{
    /// <summary>a * b / c, rounded half to even.</summary>
    /// <exception cref="OverflowException">The result does not fit 64 bits.</exception>
    public static long MultiplyDivide(long a, long b, long c)
    {
        if (Fits(a, b, c, out var product))
        {
            var (whole, left) = Math.DivRem(product, c);
            return left > c - left || (left == c - left && (whole & 1) != 0) ? whole + 1 : whole;
        }
        var (quotient, remainder) = Int128.DivRem((Int128)a * b, c);
        var twice = Int128.Abs(remainder) * 2;
        var divisor = Int128.Abs(c);
        if (twice > divisor || (twice == divisor && (quotient & 1) != 0)) quotient += (Int128)a * b < 0 == c < 0 ? 1 : -1;
        return (long)quotient;
    }

    /// <summary>a * b / c, rounded towards positive infinity; for non-negative a, b and positive c.</summary>
    /// <exception cref="OverflowException">The result does not fit 64 bits.</exception>
    public static long Up(long a, long b, long c)
    {
        if (Fits(a, b, c, out var product))
        {
            var (whole, left) = Math.DivRem(product, c);
            return left > 0 ? whole + 1 : whole;
        }
        var (quotient, remainder) = Int128.DivRem((Int128)a * b, c);
        return (long)(remainder > 0 ? quotient + 1 : quotient);
    }

    /// <summary>a * b / c, rounded down; for non-negative a, b and positive c. The greatest 64 bits hold where it does not fit.</summary>
    public static long Down(long a, long b, long c) =>
        Fits(a, b, c, out var product) ? product / c : (long)Int128.Min((Int128)a * b / c, long.MaxValue);

    private static bool Fits(long a, long b, long c, out long product)
    {
        product = 0;
        if ((a | b | c) < 0 || Math.BigMul((ulong)a, (ulong)b, out var low) != 0 || low > long.MaxValue) return false;
        product = (long)low;
        return true;
    }

    /// <summary>Two whole numbers in the ratio of two others, without common divisor; where that does not fit 64 bits, the
    /// nearest below that does, which differs by less than one part in 10^18.</summary>
    /// <param name="above">Not negative.</param>
    /// <param name="below">Above zero.</param>
    public static (long Above, long Below) Lowest(Int128 above, Int128 below)
    {
        // Nothing in a time stays nothing in that time.
        var (divisor, rest) = above == 0 ? (1, 0) : (above, below);
        while (rest != 0) (divisor, rest) = (rest, divisor % rest);
        (above, below) = (above / divisor, below / divisor);
        while (above > long.MaxValue || below > long.MaxValue) (above, below) = (above >> 1, (below + 1) >> 1);
        return ((long)above, (long)below);
    }
}
