using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>Random numbers that belong to one name in one replication.</summary>
/// <remarks>
/// <para>A draw is a pure function of (seed, replication, name, occasion): of nothing else, not of what was drawn before,
/// here or in other streams. So whatever is added to or taken from a model leaves the other draws as they were, and two
/// alternatives compared under the same seed meet the same chances. The occasion is the ordinal of the event in the life
/// of the stream's owner: the third inspection, the fifth departure.</para>
/// <para>The numbers are those of Philox4x64-10 with the counter (occasion / 4, replication, key high, key low) and the
/// key (seed, version of this scheme), the word occasion modulo 4. About 15 ns for a single draw; a
/// <see cref="RandomSequence"/> is faster for draws in order.</para>
/// </remarks>
public readonly struct RandomStream
{
    // Changes if ever the numbers change for the same seed and name.
    private const ulong SchemeVersion = 1;

    private readonly ulong _seed;
    private readonly ulong _replication;
    private readonly StreamKey _key;
    private readonly Simulation? _of;

    /// <summary>The stream of a name in a replication.</summary>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="replication">The number of the replication, 0 or more.</param>
    /// <param name="key">The key of the name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The replication is negative.</exception>
    public RandomStream(ulong seed, int replication, StreamKey key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        _seed = seed;
        _replication = (ulong)replication;
        _key = key;
    }

    /// <summary>The same, and the simulation remembers that something was drawn.</summary>
    internal RandomStream(Simulation of, StreamKey key)
        : this(of.Seed, of.Replication, key) => _of = of;

    /// <summary>A number uniform on the open interval from 0 to 1: never 0, never 1, so that its logarithm is finite.</summary>
    /// <remarks>One of the 2^52 odd multiples of 2^-53. They lie symmetrically about one half, so 1 - u is one of them too.</remarks>
    /// <param name="occasion">Which draw: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The occasion is negative.</exception>
    public double Uniform(long occasion) => ToUniform(Bits(occasion));

    /// <summary>Whether something of this probability happens. What is sure either way is not drawn, so
    /// that nothing counts as random that cannot vary.</summary>
    /// <param name="probability">0 (or less) for never to 1 (or more) for always.</param>
    /// <param name="occasion">Which draw: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The occasion is negative.</exception>
    public bool Happens(double probability, long occasion)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(occasion);
        return probability >= 1 || (probability > 0 && Uniform(occasion) < probability);
    }

    /// <summary>64 random bits: those behind <see cref="Uniform"/> of the same occasion.</summary>
    /// <param name="occasion">Which draw: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The occasion is negative.</exception>
    public ulong Bits(long occasion)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(occasion);
        var bits = Block(occasion / PhiloxBlock.Words)[(int)(occasion % PhiloxBlock.Words)];
        TellDrawn(occasion, bits);
        return bits;
    }

    /// <summary>Told of every draw, on the thread that draws: how a model is held to what is promised above. Null but while that is
    /// looked at, and then nothing is paid for it.</summary>
    internal static Action<StreamKey, long, ulong>? Drawn { get; set; }

    internal void TellDrawn(long occasion, ulong bits)
    {
        if (_of is not null) _of.IsRandom = true;
        Drawn?.Invoke(_key, occasion, bits);
    }

    internal static double ToUniform(ulong bits) => ((bits >> 11) | 1) * (1.0 / (1L << 53));

    internal PhiloxBlock Block(long index) =>
        Philox.Encrypt(new PhiloxBlock((ulong)index, _replication, _key.High, _key.Low), _seed, SchemeVersion);
}
