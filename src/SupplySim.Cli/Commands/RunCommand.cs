using System.CommandLine;
using SupplySim.Experiments;
using SupplySim.Results;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim run FILE</c>: replications of every alternative, a summary on stdout, a folder with the result.</summary>
internal static class RunCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var flags = new RunFlags();
        var command = new Command("run",
            "Runs a scenario many times and says who runs out of what, when and how surely. The same command again goes on where it "
                + "was stopped.");
        flags.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = flags.Read(parsed);
            return (int)Undertaking.Carry(request, host, Verb(request, host));
        });
        return command;
    }

    /// <summary>Runs, writes the folder, prints the summary.</summary>
    public static Verb<ExperimentResult> Verb(RunRequest request, Host host) => new()
    {
        Name = "run",
        Identity = ExperimentIdentity.Of,
        Alternatives = scenario => Math.Max(1, scenario.Experiment.Compare.Length),
        Run = host.Run,
        Write = (folder, result, source, started) => folder.Write(result, source, started, !request.NoReport),
        Print = (result, source, directory) => request.Json
            ? Summary.Of(result, source).WithRun(result, directory?.Path).ToJson()
            : SummaryScreen.Of(result, directory, host.Width),
        End = result => End(request, host, result),
    };

    private static (string[] Notes, ExitCode Code) End(RunRequest request, Host host, ExperimentResult result)
    {
        var wasStopped = result.Ended == ExperimentEnd.Cancelled;
        string[] notes =
        [
            .. Running.Failed(result.Failures,
                failed => $"error: {failed.Message}\nTo see it again: {Running.Repeat(request, "run", result.Seed, failed.Replication)}",
                "summary.json"),
            .. wasStopped
                ? new[] { $"stopped: {result.Runs} of {result.RunsPlanned} runs of each alternative were finished and are kept; the same "
                    + $"command goes on from there" }
                : [],
        ];
        return (notes, wasStopped && host.Stop.IsCancellationRequested ? ExitCode.Stopped
            : !result.Failures.IsEmpty ? ExitCode.RunFailed
            : result.Alternatives[0].Goals.Any(g => !g.Met) ? ExitCode.GoalMissed
            : ExitCode.Done);
    }
}
