using System.CommandLine;
using System.Text;
using SupplySim.Cli.Explain;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim new FOLDER</c>: a first scenario with notes in it, and the schema for editors beside it.</summary>
/// <remarks>Nothing that is there is written over.</remarks>
internal static class NewCommand
{
    private const string Schema = "scenario.schema.json";

    /// <summary>The command with its argument.</summary>
    public static Command Of(Host host)
    {
        var folder = new Argument<string>(
            "FOLDER") { Description = "Where it is written; made where it is not there. The scenario takes its name." };
        var command = new Command("new",
            "Writes a first scenario with notes in it, to be changed, and beside it the schema with which editors complete and check "
                + "keys.") { folder };
        command.SetAction(parsed => (int)Write(parsed.GetRequiredValue(folder), host));
        return command;
    }

    /// <summary>The first scenario.</summary>
    public static string Starter => string.Join('\n', Pages.Lines("starter.supply.yaml"));

    private static ExitCode Write(string folder, Host host)
    {
        if (Name(folder) is not { } name)
        {
            host.Error.WriteLine(
                $"error: `{DiagnosticText.Safe(folder)}` is no name for a folder. Write for example `supplysim new my-study`.");
            return ExitCode.Wrong;
        }
        var (scenario, schema) = (Path.Combine(folder, name + ".supply.yaml"), Path.Combine(folder, Schema));
        try
        {
            if (File.Exists(scenario))
            {
                host.Error.WriteLine($"error: `{DiagnosticText.Safe(scenario)}` is there already, and was left as it is. Write another "
                    + $"name, or delete it first.");
                return ExitCode.Wrong;
            }
            Directory.CreateDirectory(folder);
            Add(scenario, Starter);
            if (!File.Exists(schema)) Add(schema, SchemaCommand.Text);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            host.Error.WriteLine($"error: cannot write to `{DiagnosticText.Safe(folder)}`: {DiagnosticText.Safe(unwritten.Message)}");
            return ExitCode.InputOutput;
        }
        host.Out.WriteLine($"""
            {DiagnosticText.Safe(scenario)}  a bridge, two camps, a flood, four alternatives: change it
            {DiagnosticText.Safe(schema)}  for editors: keys, their meaning, what may stand behind them
            Next: `supplysim run {DiagnosticText.Safe(scenario)}`, and after each change `supplysim check` of it. `supplysim explain crossing` tells what may stand in one.
            """);
        return ExitCode.Done;
    }

    private static void Add(string path, string text)
    {
        using var file = new FileStream(path, FileMode.CreateNew);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    // The last part of the path; null where there is none.
    private static string? Name(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || folder.Contains('\0', StringComparison.Ordinal)) return null;
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return name.Length > 0 ? name : null;
    }
}
