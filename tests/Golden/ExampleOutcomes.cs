using System.Collections.Concurrent;
using SupplySim.Experiments;

namespace SupplySim.Golden;

/// <summary>The first runs of each example, run once for all tests that ask.</summary>
internal static class ExampleOutcomes
{
    private const int Runs = 20;
    private static readonly ConcurrentDictionary<string, Lazy<ExperimentResult>> Known = new();

    /// <summary>The first 20 runs of each alternative, or all where there are fewer.</summary>
    public static ExperimentResult Of(string example) => Known.GetOrAdd(example, name => new(() => Run(name))).Value;

    /// <summary>What an alternative yields of a measure, over all its places.</summary>
    public static Statistics.Estimate Of(string example, string alternative, string measure) =>
        Of(example)[alternative].Measures.First(one => one.Column.Measure == measure).Estimate;

    private static ExperimentResult Run(string example)
    {
        var scenario = ExampleFolder.Read(example);
        return Experiment.Run(scenario, new() { Runs = Math.Min(Runs, scenario.Experiment.Runs) });
    }
}
