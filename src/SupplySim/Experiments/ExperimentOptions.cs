namespace SupplySim.Experiments;

/// <summary>How an experiment is run; what is not said here the scenario's own plan says.</summary>
public sealed record ExperimentOptions
{
    /// <summary>[runs] Of each alternative, at least 1, at most <see cref="ExperimentPlan.MostRuns"/>. Default: the scenario's.</summary>
    public int? Runs { get; init; }

    /// <summary>Default: the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>[threads] At least 1. Changes no digit of the result. Default: one for each processor.</summary>
    public int? Workers { get; init; }

    /// <summary>Whether to hold every run to all invariants while it runs, at a few times the cost. Changes no digit of the
    /// result. Default: no.</summary>
    public bool Audit { get; init; }

    /// <summary>Told after each run, from whichever thread ended it. Default: nobody.</summary>
    public IProgress<ExperimentProgress>? Progress { get; init; }

    /// <summary>Where each run is kept when it has ended, and looked for before it is run: an experiment that was cancelled or killed goes
    /// on where it stopped, to the same result. Changes no digit of it. Default: nowhere.</summary>
    public IExperimentStore? Store { get; init; }

    /// <summary>Whether a run that fails is told in <see cref="ExperimentResult.Failures"/> , <see cref="RankResult.Failures"/> or
    /// <see cref="HelpsResult.Failures"/> while the others go on, instead of being thrown. Default: thrown.</summary>
    public bool KeepFailures { get; init; }
}

/// <summary>How far an experiment is.</summary>
/// <param name="RunsDone">Of all alternatives together.</param>
/// <param name="RunsPlanned">Of all alternatives together.</param>
public readonly record struct ExperimentProgress(int RunsDone, int RunsPlanned);
