namespace SupplySim.Experiments;

/// <summary>Where an experiment keeps each run when it has ended, and finds those that ended before: what makes a killed experiment go
/// on where it stopped.</summary>
/// <remarks>
/// <para>An experiment asks for a run before it runs it, and hands over each that it has run, once. Since a run depends on scenario,
/// seed, replication and version alone, one that was kept is as good as one that is run, to the last bit; whoever implements this
/// has to give back what was handed over, or nothing.</para>
/// <para>All but <see cref="Begin"/> is called from several threads at once. What it throws ends the
/// experiment and reaches the caller.</para>
/// </remarks>
public interface IExperimentStore
{
    /// <summary>Told before the first run what the runs follow from. May be told again, of the same experiment.</summary>
    /// <param name="identity">What the experiment is. A store that holds another has to refuse by throwing.</param>
    void Begin(ExperimentIdentity identity);

    /// <summary>What became of a run, if that is known.</summary>
    /// <param name="alternative">The alternative's name; of a ranking, what is closed in it.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="layout">How values and series are laid out, which is not kept.</param>
    /// <returns>Null where it is not there.</returns>
    RunOutcome? Find(string alternative, int replication, ResultLayout layout);

    /// <summary>Keeps what became of a run. When it returns, no end of the process may lose it.</summary>
    /// <param name="alternative">The alternative's name; of a ranking, what is closed in it.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="outcome">What became of it; takes the place of what was kept of the same run, such as one that was not audited.</param>
    void Keep(string alternative, int replication, RunOutcome outcome);
}

/// <summary>What became of one run: it came to its end, or it failed.</summary>
/// <param name="Run">What it yields, without story and trips; null where it failed.</param>
/// <param name="Failure">What went wrong, in words; null where it came to its end.</param>
public sealed record RunOutcome(RunResult? Run, string? Failure);

/// <summary>A run that failed.</summary>
/// <param name="Alternative">The alternative's name.</param>
/// <param name="Replication">From 0.</param>
/// <param name="Message">What went wrong, with time, process and seed.</param>
public sealed record FailedRun(string Alternative, int Replication, string Message);
