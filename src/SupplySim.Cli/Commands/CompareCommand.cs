using System.CommandLine;
using SupplySim.Results;
using SupplySim.Results.Comparing;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim compare FILE</c>: runs the alternatives of a file and says how surely they differ;
/// <c>compare DIR DIR...</c>: the same of results that were written before, without running anything.</summary>
internal static class CompareCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var more = new Argument<string[]>("DIR...") { Description = "Further folders of results.", Arity = ArgumentArity.ZeroOrMore };
        var flags = new RunFlags("The scenario file, or the first of several folders of results.");
        var by = new Option<string[]>("--by")
        {
            Description = "Tells of this measure alone, as the last line names them. May be given several times. Default: of all.",
            HelpName = "MEASURE",
        };
        var command = new Command("compare",
            "Says how surely alternatives differ: those of a scenario file, which is run, or of folders of results.");
        flags.AddTo(command);
        command.Add(by);
        command.Add(more);
        command.SetAction(parsed => (int)Compare(flags.Read(parsed), parsed.GetValue(more) ?? [], parsed.GetValue(by) ?? [], host));
        return command;
    }

    private static ExitCode Compare(RunRequest request, string[] more, string[] by, Host host)
    {
        string[] all = [request.File, .. more];
        if (all.Length == 1 && !Directory.Exists(request.File)) return Undertaking.Carry(request, host, Verb(request, by, host));
        if (request is not { Runs: null, Seed: null, Jobs: null, Settings.IsEmpty: true, Audit: false, Out: null })
            return Running.Fail(host, ExitCode.Wrong,
                "results in folders are compared as they are, and nothing is run: --runs, --seed, --jobs, --set, --audit and --out go with "
                    + "a scenario file");
        if (all.FirstOrDefault(one => !Directory.Exists(one)) is { } none)
            return Running.Fail(host, ExitCode.Wrong,
                $"'{none}' is no folder. Give one scenario file, or folders of results that `run` has written.");
        try
        {
            var comparison = ResultComparison.Of(all);
            return all.Length == 1 && comparison.IsEmpty
                ? Running.Fail(host, ExitCode.Wrong,
                    $"'{all[0]}' holds one alternative alone, so there is nothing to compare it with: name a second folder of results")
                : Unmeasured(by, comparison.Measures) is { } unmeasured ? Running.Fail(host, ExitCode.Wrong, unmeasured)
                : Tell(Chosen(comparison, by), request.Json, host);
        }
        catch (SavedResultException unread)
        {
            return Running.Fail(host, ExitCode.InputOutput, unread.Message);
        }
    }

    private static ExitCode Tell(ResultComparison comparison, bool isJson, Host host)
    {
        host.Out.Write(isJson ? comparison.ToJson() : comparison.ToScreen(width: host.Width));
        host.Out.Flush();
        if (comparison.IsEmpty)
            return Running.Fail(host, ExitCode.Wrong, "there is nothing to compare: the results have no measure in common");
        return comparison.IsIncomplete ? ExitCode.RunFailed : ExitCode.Done;
    }

    private static ResultComparison Chosen(ResultComparison comparison, string[] by) => by.Length == 0 ? comparison : comparison.Only(by);

    private static string? Unmeasured(string[] by, IReadOnlyList<string> measures) =>
        by.FirstOrDefault(one => !measures.Contains(one)) is { } none
            ? $"--by: there is no measure '{none}' to compare; there are {string.Join(", ", measures)}"
            : null;

    // Runs like `run`, into the same folder and the same experiment file, and says something else of it.
    private static Verb<Experiments.ExperimentResult> Verb(RunRequest request, string[] by, Host host) =>
        RunCommand.Verb(request, host) with
        {
            Name = "compare",
            Unfit = scenario => scenario.Experiment.Compare.Length > 1 ? Unmeasured(by, [.. scenario.Measures.Select(one => one.Id)])
                : $"'{request.File}' has one alternative alone, so there is nothing to compare it with: write others below `experiment: "
                    + $"compare:`, or run it into two folders (`--set`, `--seed`, `--out`) and name those",
            Print = (result, source, directory) =>
                Chosen(ResultComparison.Of(result, source), by) is var told && request.Json
                    ? told.ToJson()
                    : told.ToScreen(directory, host.Width),
        };
}
