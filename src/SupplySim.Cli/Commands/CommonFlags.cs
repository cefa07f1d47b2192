using System.CommandLine;

namespace SupplySim.Cli.Commands;

/// <summary>The scenario file and the flags of every command that runs it.</summary>
internal sealed class CommonFlags(string runs, string file = "The scenario file.")
{
    private readonly Argument<string> _file = new("FILE") { Description = file };
    private readonly Option<int?> _runs = Flags.Count("--runs", ExperimentPlan.MostRuns, runs, "-n");
    private readonly Option<ulong?> _seed = Flags.Seed();
    private readonly Option<int?> _jobs = Flags.Count("--jobs", int.MaxValue,
        "Runs at the same time; changes no digit of the result. Default: $SUPPLYSIM_JOBS, else one for each processor.");
    private readonly Option<string?> _out = Flags.Folder("--out",
        "The folder of the result; one that was begun by the same command goes on. Default: a new one in $SUPPLYSIM_OUT, else in runs.",
        "-o");
    private readonly Option<string[]> _set = Flags.Settings();
    private readonly Option<bool> _audit = Flags.Switch("--audit",
        "Counts everything again while it runs and holds each run to all invariants: slower, and the same result.");
    private readonly Option<bool> _json = Flags.Switch("--json", "Prints one JSON document instead of the summary.");
    private readonly Option<bool> _quiet = Flags.Switch("--quiet", "No progress and no warnings.", "-q");
    private readonly Option<bool> _noColor = Flags.Switch("--no-color", "No colours. The same as $NO_COLOR.");
    private readonly Option<bool> _noProgress = Flags.Switch("--no-progress", "No progress.");
    private readonly Option<bool> _plain = Flags.Switch("--plain", "No colours and no bar: progress in plain lines.");

    /// <summary>Gives a command these flags, and its own among them.</summary>
    public void AddTo(Command command, params Option[] own)
    {
        command.Add(_file);
        foreach (var option in new Option[] { _runs, _seed, _jobs, _out }.Concat(own)
            .Concat([_set, _audit, _json, _quiet, _noColor, _noProgress, _plain]))
            command.Add(option);
    }

    /// <summary>What a command line asks for.</summary>
    public RunRequest Read(ParseResult parsed) => new()
    {
        File = parsed.GetRequiredValue(_file),
        Runs = parsed.GetValue(_runs),
        Seed = parsed.GetValue(_seed),
        Jobs = parsed.GetValue(_jobs),
        Out = parsed.GetValue(_out),
        Settings = [.. parsed.GetValue(_set) ?? []],
        Audit = parsed.GetValue(_audit),
        Json = parsed.GetValue(_json),
        Quiet = parsed.GetValue(_quiet),
        NoColor = parsed.GetValue(_noColor),
        NoProgress = parsed.GetValue(_noProgress),
        Plain = parsed.GetValue(_plain),
    };
}
