using System.Globalization;
using SupplySim.Cli.Progress;
using SupplySim.Experiments;
using SupplySim.Results;
using SupplySim.Results.Text;

namespace SupplySim.Cli.Commands;

/// <summary>The way of every command that runs a scenario: reads the file, holds the folder of the result, goes on with what is there, runs the rest,
/// writes, prints, and decides how to end.</summary>
internal static class Undertaking
{
    public static ExitCode Carry<T>(RunRequest request, Host host, Verb<T> verb)
        where T : class
    {
        if (RunRequest.Workers(request, host, out var workers) is { } wrong) return Running.Fail(host, ExitCode.Wrong, wrong);
        if (ScenarioInput.Read(request.File, request.Settings, host, quiet: request.Quiet) is not { } input) return ExitCode.Wrong;
        if (verb.Unfit(input.Scenario) is { } unfit) return Running.Fail(host, ExitCode.Wrong, unfit);
        if (!request.Quiet)
            foreach (var sentence in Cautions.Sentences(input.Scenario)) host.Error.WriteLine($"note: {sentence}");
        var started = host.Clock.GetLocalNow();
        var code = Running.Try(request, host, verb.Name, () => Hold(request, host, verb, input), out var folder);
        if (folder is null) return code;
        using (folder)
        {
            if (!request.Quiet && Found(request, verb, input.Scenario, folder) is { } found) host.Error.WriteLine($"note: {found}");
            code = Running.Try(request, host, verb.Name, () => ProgressDisplay.Around(request, host, input.Scenario.Title, progress => verb.Run(
                    input.Scenario,
                    new()
                    {
                        Runs = request.Runs, Seed = request.Seed, Workers = workers, Audit = request.Audit, Progress = progress,
                        Store = folder.Experiment, KeepFailures = true,
                    },
                    host.Stop)),
                out var result);
            return result is null ? code : Deliver(host, verb, input.Source, result, folder, started);
        }
    }

    private static ResultFolder Hold<T>(RunRequest request, Host host, Verb<T> verb, ScenarioInput input)
        where T : class
    {
        var identity = verb.Identity(input.Scenario, request.Seed);
        var folder = request.Out is { } named ? ResultFolder.At(named) : ResultFolder.Under(RunRequest.Root(host), input.Source, identity);
        try
        {
            folder.Experiment.Begin(identity);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>What is there of an experiment that was begun before; null where it is new.</summary>
    private static string? Found<T>(RunRequest request, Verb<T> verb, Scenario scenario, ResultFolder folder)
        where T : class
    {
        if (folder.Experiment.Runs is not (> 0 and var runs)) return null;
        if (verb.Alternatives(scenario) is not (> 0 and var alternatives)) return string.Create(CultureInfo.InvariantCulture, $"{runs:N0} runs are there; it goes on from them");
        var (there, wanted) = (folder.Experiment.Replications(alternatives), request.Runs ?? scenario.Experiment.Runs);
        return there < wanted ? string.Create(CultureInfo.InvariantCulture, $"{there:N0} of {wanted:N0} replications are there; it goes on from them")
            : there == wanted ? string.Create(CultureInfo.InvariantCulture, $"all {wanted:N0} replications are there; none is run again")
            : string.Create(CultureInfo.InvariantCulture, $"{there:N0} replications are there; the result is of the first {wanted:N0}, the others stay in {folder.Experiment.Path}");
    }

    /// <summary>Writes the folder, prints the result, and decides how to end. What could be computed is printed even where
    /// it could not be written.</summary>
    private static ExitCode Deliver<T>(Host host, Verb<T> verb, ScenarioSource source, T result, ResultFolder folder, DateTimeOffset started)
        where T : class
    {
        RunDirectory? directory = null;
        var unwritten = "";
        try
        {
            directory = verb.Write(folder, result, source, started);
        }
        catch (ResultWriteException cause)
        {
            unwritten = cause.Message;
        }
        host.Out.Write(verb.Print(result, source, directory));
        host.Out.Flush();
        var (notes, code) = verb.End(result);
        foreach (var note in notes) host.Error.WriteLine(note);
        if (unwritten.Length > 0) Running.Fail(host, ExitCode.InputOutput, unwritten);
        return unwritten.Length > 0 && code != ExitCode.Stopped ? ExitCode.InputOutput : code;
    }
}
