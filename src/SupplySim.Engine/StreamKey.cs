using System.Buffers.Binary;
using System.Text;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The 128-bit identity of a random stream: a hash of its name, the same on every machine and in every version.</summary>
/// <remarks>
/// <para>Compute it once for a scenario and share it between replications. Two names among 10^9 share a key with a chance
/// of 10^-21.</para>
/// <para>The hash: the UTF-8 bytes of the name, followed by zeros up to a multiple of 32 and by a block that holds their
/// number, are taken 32 at a time as four little-endian words; each block is encrypted by Philox4x64-10 under the state
/// as the key, and the two halves of the outcome, folded together, are the next state. The state starts at zero.</para>
/// </remarks>
public readonly record struct StreamKey
{
    private const int BlockBytes = PhiloxBlock.Words * sizeof(ulong);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private StreamKey(ulong high, ulong low) => (High, Low) = (high, low);

    internal ulong High { get; }

    internal ulong Low { get; }

    /// <summary>The key of a stream.</summary>
    /// <param name="name">Purpose and owner, as <c>travel/dohuk-zakho</c>; compared byte by byte. Not empty.</param>
    /// <exception cref="ArgumentException">The name is empty or no valid Unicode.</exception>
    public static StreamKey Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var bytes = new byte[(Utf8.GetByteCount(name) + BlockBytes - 1) / BlockBytes * BlockBytes];
        var length = Utf8.GetBytes(name, bytes);
        var state = default(StreamKey);
        for (var start = 0; start < bytes.Length; start += BlockBytes)
            state = state.Absorb(Words(bytes.AsSpan(start, BlockBytes)));
        return state.Absorb(new PhiloxBlock((ulong)length, 0, 0, 0));
    }

    private static PhiloxBlock Words(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));

    private StreamKey Absorb(PhiloxBlock block)
    {
        var mixed = Philox.Encrypt(block, High, Low);
        return new StreamKey(mixed.Word0 ^ mixed.Word2, mixed.Word1 ^ mixed.Word3);
    }
}
