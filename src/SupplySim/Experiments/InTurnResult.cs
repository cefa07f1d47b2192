namespace SupplySim.Experiments;

/// <summary>What came of changing one thing at a time in a scenario, each compared with changing none, run
/// by run on the same luck.</summary>
/// <remarks>Immutable. Depends on scenario, question, seed, number of runs and version alone, but for <see cref="Cost"/>.</remarks>
public abstract record InTurnResult
{
    private protected InTurnResult()
    {
    }

    /// <summary>What was asked.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The value that judges: the measure over all that it is of.</summary>
    public required Column Column { get; init; }

    /// <summary>The name of the alternative in which it was changed: the first.</summary>
    public required string Baseline { get; init; }

    /// <summary>From which all draws followed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>[runs] Done with each thing changed, without those that failed with nothing changed.</summary>
    public required int Runs { get; init; }

    /// <summary>[runs] That should have been done; more than <see cref="Runs"/> where it was cancelled.</summary>
    public required int RunsPlanned { get; init; }

    /// <summary>Whether it came to its end; else some of it may be missing.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>What it took; not part of the result proper.</summary>
    public required ExperimentCost Cost { get; init; }
}
