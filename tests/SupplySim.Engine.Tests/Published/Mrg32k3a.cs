using System.Numerics;

namespace SupplySim.Engine.Tests.Published;

/// <summary>MRG32k3a with streams and substreams (L'Ecuyer, Simard, Chen, Kelton 2002), so that tests can repeat runs that
/// others have published. Not the generator of the engine.</summary>
internal sealed class Mrg32k3a
{
    private const long M1 = 4_294_967_087;
    private const long M2 = 4_294_944_443;
    private const double Scale = 1.0 / (M1 + 1);
    private const double Finer = 1.0 / (1 << 24);

    private static readonly BigInteger[,] First = { { 0, 1, 0 }, { 0, 0, 1 }, { M1 - 810_728, 1_403_580, 0 } };
    private static readonly BigInteger[,] Second = { { 0, 1, 0 }, { 0, 0, 1 }, { M2 - 1_370_589, 0, 527_612 } };

    private readonly long[] _streamStart;
    private long[] _substreamStart;
    private long[] _state;

    private Mrg32k3a(long[] seed) => _streamStart = _substreamStart = _state = seed;

    /// <summary>Turns the numbers round: 1 - u.</summary>
    public bool Antithetic { get; set; }

    /// <summary>Makes each uniform of two numbers, for 53 bits.</summary>
    public bool Precise { get; set; }

    public IReadOnlyList<long> State => _state;

    /// <summary>Successive streams, 2^127 numbers apart.</summary>
    public static IEnumerable<Mrg32k3a> Streams(long seed = 12_345)
    {
        for (var start = Enumerable.Repeat(seed, 6).ToArray(); ; start = Jump(start, BigInteger.Pow(2, 127)))
            yield return new Mrg32k3a(start);
    }

    public double Next()
    {
        var next = Plain();
        if (!Precise) return next;
        next += Antithetic ? (Plain() - 1) * Finer : Plain() * Finer;
        return next < 0 ? next + 1 : next < 1 ? next : next - 1;
    }

    public int Next(int low, int high) => low + (int)((high - low + 1) * Next());

    /// <summary>Exponential by inversion, as the publishers write it: -ln(1 - u) / rate.</summary>
    public double Exponential(double rate)
    {
        var uniform = Next();
        var rest = 1 - uniform;
        return (((rest - 1) + uniform) / rest - Math.Log(rest)) / rate; // the first term restores what 1 - u has lost
    }

    public void ToStreamStart() => _state = _substreamStart = _streamStart;

    public void ToSubstreamStart() => _state = _substreamStart;

    public void ToNextSubstream() => _state = _substreamStart = Jump(_substreamStart, BigInteger.Pow(2, 76));

    public void Advance(BigInteger steps) => _state = Jump(_state, steps);

    private double Plain()
    {
        var first = Mod(1_403_580 * _state[1] - 810_728 * _state[0], M1);
        var second = Mod(527_612 * _state[5] - 1_370_589 * _state[3], M2);
        _state = [_state[1], _state[2], first, _state[4], _state[5], second];
        var uniform = (first > second ? first - second : first - second + M1) * Scale;
        return Antithetic ? 1 - uniform : uniform;
    }

    private static long[] Jump(long[] state, BigInteger steps) =>
        [.. Jump(state[..3], steps, First, M1), .. Jump(state[3..], steps, Second, M2)];

    /// <summary>Multiplies the state with a power of the matrix of one step. The period is m^3 - 1, so that going back is
    /// going on.</summary>
    private static IEnumerable<long> Jump(long[] state, BigInteger steps, BigInteger[,] step, long modulus)
    {
        var period = BigInteger.Pow(modulus, 3) - 1;
        var power = (steps % period + period) % period;
        BigInteger[,] product = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        for (var square = step; power > 0; power >>= 1, square = Times(square, square, modulus))
            if (!power.IsEven) product = Times(product, square, modulus);
        for (var row = 0; row < 3; row++)
            yield return (long)((product[row, 0] * state[0] + product[row, 1] * state[1] + product[row, 2] * state[2]) % modulus);
    }

    private static BigInteger[,] Times(BigInteger[,] left, BigInteger[,] right, long modulus)
    {
        var product = new BigInteger[3, 3];
        for (var row = 0; row < 3; row++)
            for (var column = 0; column < 3; column++)
                product[row, column] = (left[row, 0] * right[0, column] + left[row, 1] * right[1, column]
                    + left[row, 2] * right[2, column]) % modulus;
        return product;
    }

    private static long Mod(long value, long modulus) => (value % modulus + modulus) % modulus;
}
