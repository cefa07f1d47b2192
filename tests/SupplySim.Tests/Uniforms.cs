namespace SupplySim.Tests;

/// <summary>Uniform numbers in (0, 1) for tests: SplitMix64, the same on every machine.</summary>
/// <remarks>Not the engine's generator, so that a fault there cannot hide one here.</remarks>
internal sealed class Uniforms(ulong seed)
{
    private ulong _state = seed;

    public double Next() => ((NextWord() >> 11) + 0.5) * (1.0 / (1UL << 53));

    private ulong NextWord() => unchecked(Mix(_state += 0x9E3779B97F4A7C15));

    private static ulong Mix(ulong z) => unchecked(
        Finish((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9));

    private static ulong Finish(ulong z)
    {
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
