using System.CommandLine;
using SupplySim.Cli.Progress;
using SupplySim.Results;
using SupplySim.Results.Text;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim rank FILE</c>: shuts each place and route in turn, and says which matters most and what would protect.</summary>
internal static class RankCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var flags = new RankFlags();
        var command = new Command("rank", "Shuts each place and route in turn, and says which matters most and what would protect.");
        flags.AddTo(command);
        command.SetAction(parsed => (int)Rank(flags.Read(parsed), host));
        return command;
    }

    private static ExitCode Rank(RunRequest request, Host host)
    {
        if (RunRequest.Workers(request, host, out var workers) is { } wrong) return Running.Fail(host, ExitCode.Wrong, wrong);
        if (ScenarioInput.Read(request.File, request.Settings, host, quiet: request.Quiet) is not { } input) return ExitCode.Wrong;
        if (!request.Quiet)
            foreach (var sentence in Cautions.Sentences(input.Scenario)) host.Error.WriteLine($"note: {sentence}");
        var code = Running.Try(request, host, "rank", "stopped before the first run with each of them closed had ended; there is nothing to tell",
            () => ProgressDisplay.Around(request, host, input.Scenario.Title, progress => host.Rank(
                input.Scenario,
                new() { Runs = request.Runs, Seed = request.Seed, Workers = workers, Audit = request.Audit, Progress = progress },
                host.Stop)),
            out var result);
        if (result is null) return code;
        host.Out.Write(request.Json ? RankSummary.Of(result, input.Source).ToJson() : RankScreen.Of(result));
        host.Out.Flush();
        if (result.IsWhole) return ExitCode.Done;
        host.Error.WriteLine($"stopped: {result.Runs} of {result.RunsPlanned} runs with each of them closed were finished");
        return ExitCode.Stopped;
    }
}
