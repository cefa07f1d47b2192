using System.CommandLine;
using SupplySim.Results;
using SupplySim.Results.Comparing;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim compare FILE</c>: runs the alternatives of a file and says how surely they differ; <c>compare DIR DIR...</c>: the same of
/// results that were written before, without running anything.</summary>
internal static class CompareCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var more = new Argument<string[]>("DIR...") { Description = "Further folders of results.", Arity = ArgumentArity.ZeroOrMore };
        var flags = new RunFlags("The scenario file, or the first of several folders of results.");
        var command = new Command("compare", "Says how surely alternatives differ: those of a scenario file, which is run, or of folders of results.");
        flags.AddTo(command);
        command.Add(more);
        command.SetAction(parsed => (int)Compare(flags.Read(parsed), parsed.GetValue(more) ?? [], host));
        return command;
    }

    private static ExitCode Compare(RunRequest request, string[] more, Host host)
    {
        string[] all = [request.File, .. more];
        if (all.Length == 1 && !Directory.Exists(request.File)) return Undertaking.Carry(request, host, Verb(request, host));
        if (request is not { Runs: null, Seed: null, Jobs: null, Settings.IsEmpty: true, Audit: false, Out: null })
            return Running.Fail(host, ExitCode.Wrong, "results in folders are compared as they are, and nothing is run: --runs, --seed, --jobs, --set, --audit and --out go with a scenario file");
        if (all.FirstOrDefault(one => !Directory.Exists(one)) is { } none)
            return Running.Fail(host, ExitCode.Wrong, $"'{none}' is no folder. Give one scenario file, or folders of results that `run` has written.");
        try
        {
            var comparison = ResultComparison.Of(all);
            return all.Length == 1 && comparison.IsEmpty
                ? Running.Fail(host, ExitCode.Wrong, $"'{all[0]}' holds one alternative alone, so there is nothing to compare it with: name a second folder of results")
                : Tell(comparison, request.Json, host);
        }
        catch (SavedResultException unread)
        {
            return Running.Fail(host, ExitCode.InputOutput, unread.Message);
        }
    }

    private static ExitCode Tell(ResultComparison comparison, bool isJson, Host host)
    {
        host.Out.Write(isJson ? comparison.ToJson() : comparison.ToScreen());
        host.Out.Flush();
        if (comparison.IsEmpty) return Running.Fail(host, ExitCode.Wrong, "there is nothing to compare: the results have no measure in common");
        return comparison.IsIncomplete ? ExitCode.RunFailed : ExitCode.Done;
    }

    // Runs like `run`, into the same folder and the same experiment file, and says something else of it.
    private static Verb<Experiments.ExperimentResult> Verb(RunRequest request, Host host) => RunCommand.Verb(request, host) with
    {
        Name = "compare",
        Unfit = scenario => scenario.Experiment.Compare.Length > 1 ? null
            : $"'{request.File}' has one alternative alone, so there is nothing to compare it with: write others below `experiment: compare:`, or run it into two folders (`--set`, `--seed`, `--out`) and name those",
        Print = (result, source, directory) => request.Json ? ResultComparison.Of(result, source).ToJson() : ResultComparison.Of(result, source).ToScreen(directory),
    };
}
