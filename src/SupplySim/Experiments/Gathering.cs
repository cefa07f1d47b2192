using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Experiments;

/// <summary>Takes the replications of an experiment in order, and knows when there are enough.</summary>
/// <param name="alternatives">How many there are.</param>
/// <param name="stop">Which alternative is looked at, and whether a run of it is the last that is needed; null where all are.</param>
internal sealed class Gathering(int alternatives, (int Alternative, Func<RunResult, bool> IsEnough)? stop)
{
    private readonly List<(int Alternative, int Replication, string Message)> _failures = [];
    private int _taken;

    public AlternativeRuns[] Alternatives { get; } = [.. Enumerable.Range(0, alternatives).Select(_ => new AlternativeRuns())];

    /// <summary>[runs] Of each alternative, without those that failed in any.</summary>
    public int Runs => Alternatives[0].Values.Count;

    /// <summary>Takes the next replication; says whether it was the last that is needed.</summary>
    /// <remarks>One that failed in an alternative is left out of all, so that what is compared stays run by run.</remarks>
    public bool Add(RunOutcome[] replication)
    {
        var number = _taken++;
        for (var i = 0; i < replication.Length; i++)
            if (replication[i].Failure is { } failure) _failures.Add((i, number, failure));
        if (replication.Any(one => one.Run is null)) return false;
        for (var i = 0; i < replication.Length; i++) Alternatives[i].Add(replication[i].Run!);
        return stop is { } rule && rule.IsEnough(replication[rule.Alternative].Run!);
    }

    /// <summary>What failed, in order of replication.</summary>
    public ImmutableArray<FailedRun> Failures(ImmutableArray<Alternative> names) =>
        [.. _failures.Select(one => new FailedRun(names[one.Alternative].Name, one.Replication, one.Message))];

    /// <summary>Throws the first failure as it was thrown: by running it again. Of several alternatives it says in which.</summary>
    public void Fail(CompiledScenario[] compiled, ImmutableArray<Alternative> names, ulong seed)
    {
        var (alternative, replication, _) = _failures[0];
        try
        {
            Replication.Run(compiled[alternative], seed, replication);
        }
        catch (SimulationFailedException failure) when (names.Length > 1)
        {
            throw failure.Of(names[alternative].Name);
        }
    }
}
