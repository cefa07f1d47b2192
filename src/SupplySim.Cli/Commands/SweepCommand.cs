using System.CommandLine;
using SupplySim.Experiments;
using SupplySim.Results;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim sweep FILE</c>: tries every combination of some values, and says which is best and how much is enough.</summary>
internal static class SweepCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var flags = RankFlags.OfSweep();
        var vary = new Option<string[]>("--vary")
        {
            Description = "Values to try of a parameter or a key, as flights=0,2,4 or fleets.trucks.count=60..120/30; every combination of "
                + "what is given is a point. Default: what the file says under experiment: sweep.",
            HelpName = "KEY=VALUES",
        };
        var command = new Command("sweep",
            "Tries every combination of some values on the same luck, and says which is best, which may be as good, and where goals are "
                + "met. The same command again goes on where it was stopped.");
        flags.AddTo(command, vary);
        command.SetAction(parsed =>
        {
            var request = flags.Read(parsed) with { Vary = [.. parsed.GetValue(vary) ?? []] };
            return (int)Undertaking.Carry(request, host, Verb(request, host));
        });
        return command;
    }

    private static Verb<SweepResult> Verb(RunRequest request, Host host) => new()
    {
        Name = "sweep",
        TellsApart = true,
        Problems = scenario => Experiment.SweepProblems(scenario),
        Identity = ExperimentIdentity.OfSweep,
        Alternatives = scenario => Math.Max(1, scenario.Experiment.Compare.Length),
        Run = host.Sweep,
        Write = (folder, result, source, started) => folder.Write(result, source, started),
        Print = (result, source, directory) =>
            request.Json ? SweepSummary.Of(result, source).ToJson() : SweepScreen.Of(result, directory, host.Width),
        End = result => Running.End(request, "sweep", result.All.Seed,
            [.. result.All.Failures.Select(one => (one.Alternative, one.Replication, one.Message))],
            result.All.Ended != ExperimentEnd.Cancelled, $"{result.All.Runs} of {result.All.RunsPlanned} runs of each point"),
    };
}
