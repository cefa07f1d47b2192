using BenchmarkDotNet.Attributes;
using SupplySim.Experiments;

namespace SupplySim.Benchmarks;

/// <summary>Replications of the examples on one thread, set-up, recording and statistics included.</summary>
[MemoryDiagnoser, SimpleJob(warmupCount: 20, iterationCount: 15)]
public class ReplicationBenchmark
{
    private const int Runs = 100;
    private Scenario _scenario = null!;

    /// <summary>The example's folder.</summary>
    [Params("fishkhabour-2017", "corridor-by-hand")]
    public string Example { get; set; } = "";

    /// <summary>Reads the example; of its alternatives only the first is run.</summary>
    [GlobalSetup]
    public void Read() => _scenario = Examples.FirstAlternative(Example);

    /// <summary>One replication.</summary>
    [Benchmark(OperationsPerInvoke = Runs)]
    public ulong Replication() => Experiment.Run(_scenario, new() { Runs = Runs, Workers = 1 }).Fingerprint;
}
