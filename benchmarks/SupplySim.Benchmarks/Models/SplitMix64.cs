namespace SupplySim.Benchmarks.Models;

/// <summary>The random numbers of the two models that were run in four engines.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public double Exponential(double mean) => -Math.Log(1 - (Next() >> 11) * (1.0 / (1UL << 53))) * mean;

    private ulong Next()
    {
        var mixed = _state = unchecked(_state + 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
