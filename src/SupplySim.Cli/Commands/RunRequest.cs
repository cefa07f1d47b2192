using System.Collections.Immutable;

namespace SupplySim.Cli.Commands;

/// <summary>What a command line that runs a scenario asks for; null where it leaves the choice.</summary>
internal sealed record RunRequest
{
    public required string File { get; init; }

    public int? Runs { get; init; }

    public ulong? Seed { get; init; }

    public int? Jobs { get; init; }

    /// <summary>The folder of the result; null where it gets a name of its own.</summary>
    public string? Out { get; init; }

    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>What a sweep varies, as typed; empty for what the file says. Null where it is no sweep.</summary>
    public IReadOnlyList<string>? Vary { get; init; }

    public bool Audit { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public bool NoReport { get; init; }

    public bool NoColor { get; init; }

    public bool NoProgress { get; init; }

    public bool Plain { get; init; }

    /// <summary>The folder in which results get folders of their own: the environment's, else <c>runs</c>.</summary>
    public static string Root(Host host) => host.Says("SUPPLYSIM_OUT") ? host.Environment("SUPPLYSIM_OUT")! : "runs";

    /// <summary>How many runs at once: the flag, else the environment, else null.</summary>
    /// <returns>What is wrong with the environment; null where nothing is.</returns>
    public static string? Workers(RunRequest request, Host host, out int? workers)
    {
        workers = request.Jobs;
        if (workers is not null || !host.Says("SUPPLYSIM_JOBS")) return null;
        workers = Flags.ParseCount("$SUPPLYSIM_JOBS", int.MaxValue, host.Environment("SUPPLYSIM_JOBS")!, out var error);
        return workers is null ? error : null;
    }
}
