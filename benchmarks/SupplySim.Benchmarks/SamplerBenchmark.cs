using BenchmarkDotNet.Attributes;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Benchmarks;

/// <summary>One draw from a law, by inversion of one uniform number of a stream.</summary>
[MemoryDiagnoser]
public class SamplerBenchmark
{
    private const int Draws = 100_000;
    private readonly RandomStream _stream = new(1, 0, StreamKey.Of("benchmark"));
    private Distribution _law = null!;

    /// <summary>The law.</summary>
    [Params("uniform", "triangular", "exponential", "normal", "lognormal", "weibull", "gamma", "erlang", "pert", "poisson")]
    public string Law { get; set; } = "";

    /// <summary>Prepares the law.</summary>
    [GlobalSetup]
    public void Prepare() => _law = Law switch
    {
        "uniform" => Distribution.Uniform(1, 3),
        "triangular" => Distribution.Triangular(1, 2, 5),
        "exponential" => Distribution.Exponential(6),
        "normal" => Distribution.Normal(6, 2),
        "lognormal" => Distribution.Lognormal(6, 2),
        "weibull" => Distribution.Weibull(1.4, 60),
        "gamma" => Distribution.Gamma(6, 3),
        "erlang" => Distribution.Erlang(3, 6),
        "pert" => Distribution.Pert(1, 2, 5),
        _ => Distribution.Poisson(350),
    };

    /// <summary>One draw.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Draw()
    {
        var sum = 0.0;
        for (var i = 0; i < Draws; i++) sum += _law.Quantile(_stream.Uniform(i));
        return sum;
    }
}
