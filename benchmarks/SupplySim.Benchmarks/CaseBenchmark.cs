using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Reports;

namespace SupplySim.Benchmarks;

/// <summary>Every case with every subject, one by one: rounds of a million events, after three to warm up.</summary>
[Config(typeof(WholeNames)), MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 5, invocationCount: 1)]
public class CaseBenchmark
{
    private const int Operations = 1_000_000;
    private IWorkload _work = null!;

    /// <summary>The case and its subject.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Names =>
        from one in Case.All from subject in one.Subjects select $"{one} {subject}";

    /// <summary>Fills the queue once.</summary>
    [GlobalSetup]
    public void Fill()
    {
        var one = Case.All.Single(one => Name.StartsWith(one + " ", StringComparison.Ordinal));
        _work = one.Create(Name[(Name.LastIndexOf(' ') + 1)..]);
    }

    /// <summary>One event.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public long Event() => _work.Run(Operations);

    private sealed class WholeNames : ManualConfig
    {
        public WholeNames() => SummaryStyle = SummaryStyle.Default.WithMaxParameterColumnWidth(60);
    }
}
