using CsCheck;

namespace SupplySim.Laws;

/// <summary>Random samples that are the same at each run: drawn one after the other from one stream.</summary>
/// <remarks>The seed of a property test fixes only its first sample.</remarks>
internal static class SameSamples
{
    public static IEnumerable<T> Of<T>(Gen<T> gen, uint stream, int count)
    {
        var random = new PCG(stream, seed: 0);
        for (var number = 0; number < count; number++) yield return gen.Generate(random, null, out _);
    }
}

public class SameSamplesTests
{
    [Fact]
    public void Samples_are_the_same_each_time() =>
        SameSamples.Of(Gen.Long, stream: 5, count: 20).Should().Equal(SameSamples.Of(Gen.Long, stream: 5, count: 20));
}
