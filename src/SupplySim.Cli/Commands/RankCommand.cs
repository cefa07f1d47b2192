using System.CommandLine;
using SupplySim.Experiments;
using SupplySim.Results;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim rank FILE</c>: shuts each place and route in turn, and says which matters most and what would protect.</summary>
internal static class RankCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var flags = new RankFlags();
        var command = new Command("rank", "Shuts each place and route in turn, and says which matters most and what would protect. The same command again goes on where it was stopped.");
        flags.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = flags.Read(parsed);
            return (int)Undertaking.Carry(request, host, Verb(request, host));
        });
        return command;
    }

    private static Verb<RankResult> Verb(RunRequest request, Host host) => new()
    {
        Name = "rank",
        Identity = (scenario, seed) => ExperimentIdentity.OfRanking(scenario, seed: seed),
        Alternatives = _ => 0,
        Run = host.Rank,
        Write = (folder, result, source, started) => folder.Write(result, source, started),
        Print = (result, source, directory) => request.Json ? RankSummary.Of(result, source).ToJson() : RankScreen.Of(result, directory, host.Width),
        End = result => End(request, result),
    };

    private static (string[] Notes, ExitCode Code) End(RunRequest request, RankResult result)
    {
        string[] notes =
        [
            .. Running.Failed(result.Failures, failed => $"error: {failed.What}, run {failed.Replication}: {failed.Message}\nTo see it again: {Running.Repeat(request, "rank", result.Seed, failed.Replication)}", "rank.json"),
            .. result.IsWhole ? Array.Empty<string>()
                : [$"stopped: {result.Runs} of {result.RunsPlanned} runs with each of them closed were finished and are kept; the same command goes on from there"],
        ];
        return (notes, !result.IsWhole ? ExitCode.Stopped : result.Failures.IsEmpty ? ExitCode.Done : ExitCode.RunFailed);
    }
}
