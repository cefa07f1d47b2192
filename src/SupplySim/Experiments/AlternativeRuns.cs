using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Experiments;

/// <summary>What is kept of the runs of one alternative: the values and series of each, which quantiles and bands need, and of all else
/// the sums.</summary>
/// <remarks>Runs are added in order of replication. Memory grows by the values and series of a run, and by nothing else.</remarks>
internal sealed class AlternativeRuns
{
    private Fingerprint _fingerprint;
    private ulong _first;

    /// <summary>One entry for each run.</summary>
    public List<ImmutableArray<double>> Values { get; } = [];

    /// <summary>One entry for each run.</summary>
    public List<ImmutableArray<double>> Series { get; } = [];

    /// <summary>What each run had where something was observed; one entry for each run.</summary>
    public List<ImmutableArray<double>> Observed { get; } = [];

    /// <summary>The number of each run's replication.</summary>
    public List<int> Replications { get; } = [];

    /// <summary>When places ran out of something in each run; one entry for each run.</summary>
    public List<ImmutableArray<RunOut>> RunOuts { get; } = [];

    /// <summary>Where rations were cut in each run; one entry for each run.</summary>
    public List<ImmutableArray<CutRations>> CutRations { get; } = [];

    public RunTotals Totals { get; } = new();

    /// <summary>Of the outcomes, in order.</summary>
    public ulong Fingerprint => _fingerprint.Value;

    /// <summary>Whether all came out the same.</summary>
    public bool IsAlike { get; private set; } = true;

    /// <summary>Whether anything was drawn at random in any.</summary>
    public bool IsRandom { get; private set; }

    public void Add(RunResult run)
    {
        if (Values.Count == 0) _first = run.OutcomeFingerprint;
        IsAlike &= run.OutcomeFingerprint == _first;
        IsRandom |= run.IsRandom;
        _fingerprint.Add(run.OutcomeFingerprint);
        Values.Add(run.Values);
        Series.Add(run.Series);
        Observed.Add(run.Observed);
        Replications.Add(run.Replication);
        RunOuts.Add(run.RunOuts);
        CutRations.Add(run.CutRations);
        Totals.Add(run);
    }
}
