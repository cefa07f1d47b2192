using SupplySim.Experiments;
using SupplySim.Results;

namespace SupplySim.Cli.Commands;

/// <summary>What is its own of a command that runs a scenario; the way of all of them is <see cref="Undertaking"/>.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
internal sealed record Verb<T>
    where T : class
{
    /// <summary>As it is typed.</summary>
    public required string Name { get; init; }

    /// <summary>Why a scenario is none for it, each at its place in the file or on the command line. Default: each is.</summary>
    public Func<Scenario, IEnumerable<Problem>>? Problems { get; init; }

    /// <summary>Why a scenario is none for it that has no place, told before anything is run; null where it
    /// is one. Default: each is.</summary>
    public Func<Scenario, string?> Unfit { get; init; } = _ => null;

    /// <summary>Whether it is all about telling means apart, which takes runs enough. Default: it tells more than that.</summary>
    public bool TellsApart { get; init; }

    /// <summary>What its runs follow from.</summary>
    public required Func<Scenario, ulong?, ExperimentIdentity> Identity { get; init; }

    /// <summary>Runs it.</summary>
    public required Func<Scenario, ExperimentOptions, CancellationToken, T> Run { get; init; }

    /// <summary>Writes it into its folder.</summary>
    public required Func<ResultFolder, T, ScenarioSource, DateTimeOffset, RunDirectory> Write { get; init; }

    /// <summary>What is printed; the folder is null where it could not be written.</summary>
    public required Func<T, ScenarioSource, RunDirectory?, string> Print { get; init; }

    /// <summary>What is told on stderr besides, and how it ends when nothing went wrong in writing it.</summary>
    public required Func<T, (string[] Notes, ExitCode Code)> End { get; init; }

    /// <summary>How many runs a store has to hold of a replication until it is whole; 0 where that is not known before.</summary>
    public required Func<Scenario, int> Alternatives { get; init; }
}
