using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>What an experiment holds grows by the values and series of its runs, which quantiles and bands
/// need, and by nothing else.</summary>
/// <remarks>All that is alive in the process is counted, so nothing else may run beside it, and there is one worker: what others have done
/// ahead is alive, too.</remarks>
[Collection(nameof(Alone))]
public sealed class ExperimentMemoryTests
{
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    private const int Few = 1_000;
    private const int Many = 10_000;

    // What an array costs besides its numbers, twice, and lists that double when they are full: of values,
    // series, what was observed, what ran out, and the replications' numbers.
    private const int Around = 2 * 24 + 2 * (4 * 8 + 4);

    [Fact]
    public void Ten_thousand_replications_hold_no_more_than_their_values_and_series()
    {
        var scenario = Daily().Until("48:00").With(new Closure("flood")
        {
            Close = "bridge", Every = Duration.Exponential(TimeSpan.FromDays(1)), For = Duration.Exponential(TimeSpan.FromHours(10)),
        }) with
        {
            Measures = [new Measure("shut") { Of = "crossings", Is = MeasureKind.Shut }],
        };
        var live = new Live();

        var result = Experiment.Run(scenario, new() { Runs = Many, Workers = 1, Progress = live });

        var layout = result.Alternatives[0].Layout;
        var run = sizeof(double) * (layout.Columns.Length + layout.Series.Length * layout.Days) + Around;
        result.Runs.Should().Be(Many);
        (live.AtMany - live.AtFew).Should().BeLessThan((Many - Few) * run + 200_000, "{0} B at {1}, {2} B at {3}, {4} B a run", live.AtFew,
            Few, live.AtMany, Many, run);
    }

    /// <summary>Looks at what is alive after so many runs.</summary>
    private sealed class Live : IProgress<ExperimentProgress>
    {
        public long AtFew { get; private set; }

        public long AtMany { get; private set; }

        public void Report(ExperimentProgress value)
        {
            if (value.RunsDone == Few) AtFew = GC.GetTotalMemory(forceFullCollection: true);
            if (value.RunsDone == Many - 2) AtMany = GC.GetTotalMemory(forceFullCollection: true);
        }
    }
}
