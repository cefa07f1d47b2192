using System.CommandLine;
using SupplySim.Cli.Progress;
using SupplySim.Results;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim verify RESULT</c>: runs the scenario that lies in a result again, with the same
/// seed and as many runs, and tells whether every file comes out the same, byte by byte.</summary>
internal static class VerifyCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var folder = new Argument<string>("RESULT") { Description = "The folder of a result, as run has written it." };
        var jobs = Flags.Count("--jobs", int.MaxValue,
            "Runs at the same time; changes no digit of the result. Default: $SUPPLYSIM_JOBS, else one for each processor.");
        var quiet = Flags.Switch("--quiet", "No progress and no warnings.", "-q");
        var command = new Command("verify",
            "Runs a result again and tells whether every file of it comes out the same, byte by byte; exit code 3 if not.") { folder,
                jobs, quiet };
        command.SetAction(parsed => (int)SavedInput.Read(parsed.GetRequiredValue(folder), host, (saved, input) => Verify(
            new() { File = saved.ScenarioFile, Runs = saved.RunsPlanned, Seed = saved.Seed, Settings = saved.Settings,
                Jobs = parsed.GetValue(jobs), Quiet = parsed.GetValue(quiet) },
            saved, input, host)));
        return command;
    }

    private static ExitCode Verify(RunRequest request, SavedResult saved, ScenarioInput input, Host host)
    {
        if (saved.WasStopped)
            return Running.Fail(host, ExitCode.Wrong,
                $"the result was stopped after {saved.Runs} of {saved.RunsPlanned} runs: the command that began it goes on from there, and "
                    + $"then all of it can be verified");
        if (RunRequest.Workers(request, host, out var workers) is { } wrong) return Running.Fail(host, ExitCode.Wrong, wrong);
        var code = Running.Try(request, host, "run", () => ProgressDisplay.Around(request, host, input.Scenario.Title, progress =>
            host.Run(input.Scenario,
                new() { Runs = request.Runs, Seed = request.Seed, Workers = workers, Progress = progress, KeepFailures = true },
                host.Stop)), out var result);
        if (result is null) return code;
        if (host.Stop.IsCancellationRequested)
            return Running.Fail(host, ExitCode.Stopped, "stopped before all was run again: nothing can be told");
        var verification = Verification.Of(saved.Folder, result, input.Source);
        host.Out.Write(VerifyScreen.Of(verification, saved, host.Width));
        return verification.Holds ? ExitCode.Done : ExitCode.GoalMissed;
    }
}
