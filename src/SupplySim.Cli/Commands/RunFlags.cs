using System.CommandLine;

namespace SupplySim.Cli.Commands;

/// <summary>The flags of <c>run</c>.</summary>
internal sealed class RunFlags(string file = "The scenario file.")
{
    private readonly CommonFlags _common = new("Runs of each alternative. Default: the scenario's.", file);
    private readonly Option<bool> _noReport = Flags.Switch("--no-report", "Writes no report.html.");

    /// <summary>Gives a command these flags.</summary>
    public void AddTo(Command command) => _common.AddTo(command, _noReport);

    /// <summary>What a command line asks for.</summary>
    public RunRequest Read(ParseResult parsed) => _common.Read(parsed) with
    {
        NoReport = parsed.GetValue(_noReport),
    };
}
