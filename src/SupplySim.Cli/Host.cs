using SupplySim.Experiments;

namespace SupplySim.Cli;

/// <summary>What the tool finds around it: streams, environment, clock, and the runner of experiments.</summary>
internal sealed record Host
{
    /// <summary>The result and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, warnings, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/> as it is written.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>[columns] Of a line on <see cref="Out"/>. Default: 80, whatever terminal it was started in,
    /// so that what goes into a file or another program is the same everywhere.</summary>
    public int Width { get; init; } = 80;

    /// <summary>The value of an environment variable, or null.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Names result folders and paces progress; never a result.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Runs an experiment.</summary>
    public required Func<Scenario, ExperimentOptions, CancellationToken, ExperimentResult> Run { get; init; }

    /// <summary>Ranks closures, by the scenario's own plan.</summary>
    public required Func<Scenario, ExperimentOptions, CancellationToken, RankResult> Rank { get; init; }

    /// <summary>Tells what would help most, by the scenario's own measure.</summary>
    public required Func<Scenario, ExperimentOptions, CancellationToken, HelpsResult> Helps { get; init; }

    /// <summary>Runs the points of a grid, by the scenario's own measure.</summary>
    public required Func<Scenario, ExperimentOptions, CancellationToken, SweepResult> Sweep { get; init; }

    /// <summary>Set by Ctrl-C.</summary>
    public required CancellationToken Stop { get; init; }

    /// <summary>Whether an environment variable says anything.</summary>
    public bool Says(string variable) => !string.IsNullOrEmpty(Environment(variable));
}
