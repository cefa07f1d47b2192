using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Variation;

/// <summary>Runs a tree with one value changed, and tells whether it comes out otherwise.</summary>
/// <remarks>All runs have the same seed, so a draw that the value has nothing to do with is the same.</remarks>
internal sealed class Trial
{
    private readonly int _nodes;
    private readonly int _runs;
    private readonly ulong _first;
    private readonly ulong _all;
    private readonly ulong _seed;
    private readonly CancellationToken _stop;

    public Trial(Scenario scenario, int nodes, int runs, CancellationToken stop)
    {
        (_nodes, _runs, _seed, _stop) = (nodes, runs, scenario.Experiment.Seed, stop);
        (_first, _all) = (Outcome(scenario, 1), Outcome(scenario, runs));
    }

    /// <summary>The scenario of a tree; null where it is none.</summary>
    public Scenario? Bind(MappingNode root)
    {
        var diagnostics = new DiagnosticBag();
        var scenario = new Binder(diagnostics, _nodes).Bind(root);
        return diagnostics.HasErrors ? null : scenario;
    }

    /// <summary>Whether the first run of any alternative comes out otherwise.</summary>
    public bool ChangesFirstRun(Scenario scenario) => Outcome(scenario, 1) != _first;

    /// <summary>Whether any run of any alternative does.</summary>
    public bool ChangesAnyRun(Scenario scenario) => Outcome(scenario, _runs) != _all;

    // The outcome and every measure: a level that only measures look at acts through them.
    private ulong Outcome(Scenario scenario, int runs)
    {
        var result = Experiment.Run(scenario, new() { Runs = runs, Seed = _seed }, _stop);
        _stop.ThrowIfCancellationRequested();
        var print = new Engine.Fingerprint();
        print.Add(result.Fingerprint);
        foreach (var value in result.Alternatives.SelectMany(alternative => alternative.Values))
            print.Add(BitConverter.DoubleToUInt64Bits(value));
        foreach (var day in result.Alternatives.SelectMany(alternative => alternative.Series).SelectMany(series => series.Days))
            print.Add(BitConverter.DoubleToUInt64Bits(day.Mean));
        return print.Value;
    }
}
