using System.Globalization;
using SupplySim.Cli.Progress;
using SupplySim.Experiments;
using SupplySim.Results;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Cli.Commands;

/// <summary>The way of every command that runs a scenario: reads the file, holds the folder of the result,
/// goes on with what is there, runs the rest, writes, prints, and decides how to end.</summary>
internal static class Undertaking
{
    private const int MostBeside = 3;

    public static ExitCode Carry<T>(RunRequest request, Host host, Verb<T> verb)
        where T : class
    {
        if (RunRequest.Workers(request, host, out var workers) is { } wrong) return Running.Fail(host, ExitCode.Wrong, wrong);
        if (ScenarioInput.Read(request.File, request.Settings, host, quiet: request.Quiet, verb.Problems, request.Vary) is not { } input)
            return ExitCode.Wrong;
        if (verb.Unfit(input.Scenario) is { } unfit) return Running.Fail(host, ExitCode.Wrong, unfit);
        if (!request.Quiet)
            foreach (var sentence in Cautions.Sentences(input.Scenario)) host.Error.WriteLine($"note: {sentence}");
        var started = host.Clock.GetLocalNow();
        var code = Running.Try(request, host, verb.Name, () => Hold(request, host, verb, input), out var folder);
        if (folder is null) return code;
        using (folder)
        {
            if (Shrunk(request, input.Scenario, folder) is { } shrunk) return Running.Fail(host, ExitCode.Wrong, shrunk);
            string?[] notes = [Found(request, verb, input.Scenario, folder) ?? TooFew(request, verb, input.Scenario), Beside(folder)];
            if (!request.Quiet)
                foreach (var note in notes.OfType<string>()) host.Error.WriteLine($"note: {note}");
            code = Running.Try(request, host, verb.Name,
                () => ProgressDisplay.Around(request, host, input.Scenario.Title, progress => verb.Run(
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

    // Told before, since it may take minutes; who asks for one run alone has nothing random, or knows.
    private static string? TooFew<T>(RunRequest request, Verb<T> verb, Scenario scenario)
        where T : class
    {
        var runs = request.Runs ?? scenario.Experiment.Runs;
        return !verb.TellsApart || runs is 1 or >= FewestRuns.ForAMean ? null : string.Create(CultureInfo.InvariantCulture,
            $"a mean is judged from {FewestRuns.ForAMean} runs on: with {runs} nothing will be told apart, unless nothing is random; "
                + $"--runs {FewestRuns.ForAMean} or more tells");
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

    // A finished result is never replaced by a smaller one.
    private static string? Shrunk(RunRequest request, Scenario scenario, ResultFolder folder)
    {
        var wanted = request.Runs ?? scenario.Experiment.Runs;
        if (folder.FinishedRuns is not { } finished || finished <= wanted) return null;
        var path = Path.GetDirectoryName(folder.Experiment.Path);
        return string.Create(CultureInfo.InvariantCulture,
            $"'{path}' holds a finished result of {finished} runs, and {wanted} are asked "
                + $"for{(request.Runs is null ? ", as the scenario says" : "")}: it would be replaced by a smaller one. Ask for "
                + $"--runs {finished} or more, which runs none again; for one of {wanted}, choose another folder, and "
                + $"copy {Path.GetFileName(folder.Experiment.Path)} into it to run none again there either.");
    }

    // What was killed or stopped and forgotten is not lost, and takes room.
    private static string? Beside(ResultFolder folder)
    {
        var others = folder.Abandoned();
        if (others.IsEmpty) return null;
        var named = others.Take(MostBeside)
            .Select(one => $"{one.Path} ({one.Runs.ToString("N0", CultureInfo.InvariantCulture)} {(one.Runs == 1 ? "run" : "runs")})");
        var more = others.Length > MostBeside ? string.Create(CultureInfo.InvariantCulture, $" and {others.Length - MostBeside} more") : "";
        return $"not ended, and nobody is at work on it: {string.Join(", ", named)}{more}; the command that began it goes on there, and "
            + $"what is not wanted may be deleted";
    }

    /// <summary>What is there of an experiment that was begun before; null where it is new.</summary>
    private static string? Found<T>(RunRequest request, Verb<T> verb, Scenario scenario, ResultFolder folder)
        where T : class
    {
        if (folder.Experiment.Runs is not (> 0 and var runs)) return null;
        if (verb.Alternatives(scenario) is not (> 0 and var alternatives))
            return string.Create(CultureInfo.InvariantCulture, $"{runs:N0} runs are there; it goes on from them");
        var (there, wanted) = (folder.Experiment.Replications(alternatives), request.Runs ?? scenario.Experiment.Runs);
        return there < wanted
            ? string.Create(CultureInfo.InvariantCulture, $"{there:N0} of {wanted:N0} replications are there; it goes on from them")
            : there == wanted ? string.Create(CultureInfo.InvariantCulture, $"all {wanted:N0} replications are there; none is run again")
            : string.Create(CultureInfo.InvariantCulture,
                $"{there:N0} replications are there; the result is of the first {wanted:N0}, the others stay in {folder.Experiment.Path}");
    }

    /// <summary>Writes the folder, prints the result, and decides how to end. What could be computed is printed even where
    /// it could not be written.</summary>
    private static ExitCode Deliver<T>(Host host, Verb<T> verb, ScenarioSource source, T result, ResultFolder folder,
        DateTimeOffset started)
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
