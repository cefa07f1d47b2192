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
        var flags = RankFlags.OfRank();
        var command = new Command("rank",
            "Shuts each place and route in turn, and says which matters most and what would protect. The same command again goes on where "
                + "it was stopped.");
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
        TellsApart = true,
        Problems = scenario => Experiment.RankProblems(scenario),
        Identity = (scenario, seed) => ExperimentIdentity.OfRanking(scenario, seed: seed),
        Alternatives = _ => 0,
        Run = host.Rank,
        Write = (folder, result, source, started) => folder.Write(result, source, started),
        Print = (result, source, directory) =>
            request.Json ? RankSummary.Of(result, source).ToJson() : RankScreen.Of(result, directory, host.Width),
        End = result =>
            Running.End(request, "rank", result.Seed, [.. result.Failures.Select(one => (one.What, one.Replication, one.Message))],
                result.IsWhole, $"{result.Runs} of {result.RunsPlanned} runs with each of them closed"),
    };
}
