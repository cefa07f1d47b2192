using BenchmarkDotNet.Attributes;
using SupplySim.Engine;

namespace SupplySim.Benchmarks;

/// <summary>One random number.</summary>
[MemoryDiagnoser]
public class RandomBenchmark
{
    private const int Draws = 1_000_000;
    private readonly RandomStream _stream = new(1, 0, StreamKey.Of("benchmark"));

    /// <summary>Any draw of a stream, by its occasion.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double ByOccasion()
    {
        var sum = 0.0;
        for (var i = 0; i < Draws; i++) sum += _stream.Uniform(i);
        return sum;
    }

    /// <summary>Draws in their order.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double InOrder()
    {
        var sequence = new RandomSequence(_stream);
        var sum = 0.0;
        for (var i = 0; i < Draws; i++) sum += sequence.Next();
        return sum;
    }

    /// <summary>Exponential, by inversion, in order.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Exponential()
    {
        var sequence = new RandomSequence(_stream);
        var sum = 0.0;
        for (var i = 0; i < Draws; i++) sum -= Math.Log(sequence.Next());
        return sum;
    }
}
