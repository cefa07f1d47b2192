using System.CommandLine;
using SupplySim.Cli.Progress;
using SupplySim.Experiments;
using SupplySim.Results;
using SupplySim.Results.Text;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim run FILE</c>: replications of every alternative, a summary on stdout, a folder with the result.</summary>
internal static class RunCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var flags = new RunFlags();
        var command = new Command("run", "Runs a scenario many times and says who runs out of what, when and how surely.");
        flags.AddTo(command);
        command.SetAction(parsed => (int)Run(flags.Read(parsed), host));
        return command;
    }

    private static ExitCode Run(RunRequest request, Host host)
    {
        if (RunRequest.Workers(request, host, out var workers) is { } wrong) return Running.Fail(host, ExitCode.Wrong, wrong);
        if (ScenarioInput.Read(request.File, request.Settings, host, quiet: request.Quiet) is not { } input) return ExitCode.Wrong;
        if (!request.Quiet)
            foreach (var sentence in Cautions.Sentences(input.Scenario)) host.Error.WriteLine($"note: {sentence}");
        var started = host.Clock.GetLocalNow();
        var code = Running.Try(request, host, "run", "stopped before the first run of each alternative had ended; nothing is kept",
            () => ProgressDisplay.Around(request, host, input.Scenario.Title, progress => host.Run(
                input.Scenario,
                new() { Runs = request.Runs, Seed = request.Seed, Workers = workers, Audit = request.Audit, Progress = progress },
                host.Stop)),
            out var result);
        return result is null ? code : Deliver(request, host, input.Source, result, started);
    }

    /// <summary>Writes the folder, prints the result, and decides how to end. What could be computed is printed even where
    /// it could not be written.</summary>
    private static ExitCode Deliver(
        RunRequest request, Host host, ScenarioSource source, ExperimentResult result, DateTimeOffset started)
    {
        RunDirectory? directory = null;
        var unwritten = "";
        try
        {
            directory = RunDirectory.Write(result, source, RunRequest.Root(request, host), started, !request.NoReport);
        }
        catch (ResultWriteException cause)
        {
            unwritten = cause.Message;
        }
        host.Out.Write(request.Json
            ? Summary.Of(result, source).WithRun(result, directory?.Path).ToJson()
            : SummaryScreen.Of(result, directory));
        host.Out.Flush();
        var wasStopped = result.Runs < result.RunsPlanned && result.Ended != ExperimentEnd.HalfWidth;
        if (wasStopped)
            host.Error.WriteLine($"stopped: {result.Runs} of {result.RunsPlanned} runs of each alternative were finished and are kept");
        if (unwritten.Length > 0) Running.Fail(host, ExitCode.InputOutput, unwritten);
        return host.Stop.IsCancellationRequested && wasStopped ? ExitCode.Stopped
            : unwritten.Length > 0 ? ExitCode.InputOutput
            : result.Alternatives[0].Goals.Any(g => !g.Met) ? ExitCode.GoalMissed
            : ExitCode.Done;
    }
}
