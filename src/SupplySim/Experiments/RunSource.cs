using SupplySim.Engine;

namespace SupplySim.Experiments;

/// <summary>Where the runs of an experiment come from: those that a store has kept from there, the others
/// by running them, upon which they are kept.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class RunSource(ulong seed, ExperimentOptions options)
{
    private int _found;

    /// <summary>How many were there and have not been run.</summary>
    public int Found => _found;

    /// <summary>What becomes of one run.</summary>
    /// <exception cref="SimulationFailedException">It has failed, and failures are not to be kept.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public RunOutcome Of(CompiledScenario compiled, string alternative, int replication, CancellationToken stop)
    {
        if (options.Store?.Find(alternative, replication, compiled.Measures.Layout) is { } there && Serves(there))
        {
            Interlocked.Increment(ref _found);
            return options.Audit || there.Run is null ? there : there with { Run = there.Run with { Audit = null } };
        }
        try
        {
            var outcome = new RunOutcome(Replication.Run(compiled, seed, replication, audit: options.Audit, stop: stop), null);
            options.Store?.Keep(alternative, replication, outcome);
            return outcome;
        }
        catch (SimulationFailedException failure) when (failure.InnerException is not OutOfMemoryException)
        {
            // Another day there may be room; all else fails again.
            var outcome = new RunOutcome(null, failure.Message);
            options.Store?.Keep(alternative, replication, outcome);
            if (!options.KeepFailures) throw;
            return outcome;
        }
    }

    // A failure that is to be thrown has to be seen again; a run that is to be audited, run again.
    private bool Serves(RunOutcome there) => there.Run is { } run ? !options.Audit || run.Audit is not null : options.KeepFailures;
}
