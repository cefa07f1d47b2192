using System.CommandLine;
using SupplySim.Experiments;
using SupplySim.Results;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim helps FILE</c>: lifts each obstacle in turn, and says what would help most.</summary>
internal static class HelpsCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var flags = RankFlags.OfHelps();
        var command = new Command("helps",
            "Lifts each obstacle in turn (hours, lanes, trucks, orders, stocks, and what happens), and says what would help most. The same "
                + "command again goes on where it was stopped.");
        flags.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = flags.Read(parsed);
            return (int)Undertaking.Carry(request, host, Verb(request, host));
        });
        return command;
    }

    private static Verb<HelpsResult> Verb(RunRequest request, Host host) => new()
    {
        Name = "helps",
        TellsApart = true,
        Problems = scenario => Experiment.HelpsProblems(scenario),
        Identity = (scenario, seed) => ExperimentIdentity.OfHelps(scenario, seed: seed),
        Alternatives = _ => 0,
        Run = host.Helps,
        Write = (folder, result, source, started) => folder.Write(result, source, started),
        Print = (result, source, directory) =>
            request.Json ? HelpsSummary.Of(result, source).ToJson() : HelpsScreen.Of(result, directory, host.Width),
        End = result =>
            Running.End(request, "helps", result.Seed, [.. result.Failures.Select(one => (one.What, one.Replication, one.Message))],
                result.IsWhole, $"{result.Runs} of {result.RunsPlanned} runs with each of them lifted"),
    };
}
