using BenchmarkDotNet.Attributes;

namespace SupplySim.Benchmarks;

/// <summary>Take the earliest event, schedule its successor.</summary>
[MemoryDiagnoser]
public class HoldBenchmark
{
    private const int Operations = 1_000_000;
    private HoldModel.Closures _closures = null!;
    private HoldModel.Events _events = null!;
    private HoldModel.Processes _processes = null!;

    /// <summary>[events] Pending at any time.</summary>
    [Params(100, 10_000, 1_000_000)]
    public int Pending { get; set; }

    /// <summary>Fills the queues once.</summary>
    [GlobalSetup]
    public void Fill() => (_closures, _events, _processes) = (new(Pending), new(Pending), new(Pending));

    /// <summary>A priority queue of closures.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public void Closures() => _closures.Run(Operations);

    /// <summary>The engine's events.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public void Events() => _events.Run(Operations);

    /// <summary>The engine's processes.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public void Processes() => _processes.Run(Operations);
}
