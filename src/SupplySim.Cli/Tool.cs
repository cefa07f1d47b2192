using System.CommandLine;
using System.CommandLine.Invocation;
using SupplySim.Cli.Commands;
using SupplySim.Results;

namespace SupplySim.Cli;

/// <summary>The command <c>supplysim</c>: reads the command line, does what it says, and turns every end into an exit code.</summary>
internal static class Tool
{
    /// <summary>Runs the tool to its end. Never throws.</summary>
    /// <param name="arguments">Without the program's own name.</param>
    /// <param name="host">What is around the tool.</param>
    public static ExitCode Run(IReadOnlyList<string> arguments, Host host)
    {
        try
        {
            var command = Root(host).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (command.Errors.Count > 0 || Misread.In(command) is not null) return Explain(command, host);
            return (ExitCode)command.Invoke(new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (IOException unwritten)
        {
            // Files have been dealt with where they are read and written: what is left is a full disk behind stdout.
            return Report(unwritten, host);
        }
        catch (Exception defect)
        {
            return Report(defect, host);
        }
    }

    private static RootCommand Root(Host host)
    {
        var root = new RootCommand(
            "Simulates the disruption of supply routes: who runs out of what, when, how sure are we, and what would help.")
        {
            NewCommand.Of(host),
            RunCommand.Of(host),
            CompareCommand.Of(host),
            RankCommand.Of(host),
            HelpsCommand.Of(host),
            SweepCommand.Of(host),
            WhyCommand.Of(host),
            VerifyCommand.Of(host),
            CheckCommand.Of(host),
            ExplainCommand.Of(host),
            SchemaCommand.Of(host),
        };
        root.HelpName = "supplysim";
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(host);
        return root;
    }

    private static ExitCode Explain(ParseResult command, Host host)
    {
        foreach (var error in Misread.In(command) is { } misread ? [misread] : command.Errors.Select(e => e.Message).Distinct())
            host.Error.WriteLine($"error: {error}");
        var name = command.CommandResult.Command is RootCommand ? "" : command.CommandResult.Command.Name + " ";
        host.Error.WriteLine($"Nothing was run. `supplysim {name}--help` tells what can be written.");
        return ExitCode.Wrong;
    }

    private static ExitCode Report(IOException unwritten, Host host)
    {
        try
        {
            host.Error.WriteLine("error: cannot write what there is to say: " + unwritten.Message);
        }
        catch (IOException)
        {
            // Nobody is left to be told; the exit code says it.
        }
        return ExitCode.InputOutput;
    }

    private static ExitCode Report(Exception defect, Host host)
    {
        host.Error.WriteLine($"""
            error: this is a defect in SupplySim {ToolVersion.Number}, not in your scenario.
            Please report it together with the scenario and what follows.

            {defect}
            """);
        return ExitCode.Defect;
    }

    private sealed class VersionAction(Host host) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            host.Out.WriteLine("supplysim " + ToolVersion.Full);
            return (int)ExitCode.Done;
        }
    }
}
