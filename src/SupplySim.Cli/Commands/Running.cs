using System.Globalization;
using SupplySim.Audits;
using SupplySim.Engine;
using SupplySim.Results;
using SupplySim.Results.Keeping;
using SupplySim.Results.Text;

namespace SupplySim.Cli.Commands;

/// <summary>The ways in which whatever runs a scenario can fail, each with its words and exit code.</summary>
internal static class Running
{
    private const int MostFailures = 10;

    /// <summary>Runs something.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="host">Where to say what went wrong.</param>
    /// <param name="verb">The command, for the words that repeat it.</param>
    /// <param name="run">What is run.</param>
    /// <param name="result">What it yields; null where it failed.</param>
    public static ExitCode Try<T>(RunRequest request, Host host, string verb, Func<T> run, out T? result) where T : class
    {
        result = null;
        try
        {
            result = run();
            return ExitCode.Done;
        }
        catch (InvalidScenarioException invalid)
        {
            return Fail(host, ExitCode.Wrong, invalid.Message);
        }
        catch (InvariantBrokenException broken)
        {
            return Fail(host, ExitCode.Defect, $"""
                the audit has found a defect in SupplySim {ToolVersion.Number}, not in your scenario.
                {broken.Message}
                To see it again: {Repeat(request, verb, broken.Seed, broken.Replication)}
                Please report it together with the scenario.
                """);
        }
        catch (SimulationFailedException failed)
        {
            return Fail(host, ExitCode.RunFailed, $"""
                {failed.Message}
                To see it again: {Repeat(request, verb, failed.Seed, failed.Replication)}
                """);
        }
        catch (ExperimentFileException file)
        {
            return Fail(host, file.IsOther ? ExitCode.Wrong : ExitCode.InputOutput, file.Message);
        }
        catch (ResultWriteException unwritten)
        {
            return Fail(host, ExitCode.InputOutput, unwritten.Message);
        }
        catch (OperationCanceledException) when (host.Stop.IsCancellationRequested)
        {
            return Fail(host, ExitCode.Stopped,
                "stopped before there was a run of everything; what was finished is kept, and the same command goes on from there");
        }
    }

    /// <summary>The command that comes to the same replication, with the file as it was named.</summary>
    public static string Repeat(RunRequest request, string verb, ulong seed, int replication) =>
        RepeatCommand.Of(request.File, replication + 1, seed, request.Settings, verb, request.Vary) + (request.Audit ? " --audit" : "");

    /// <summary>What is told of runs that failed: the first of them, and where the others are listed.</summary>
    public static IEnumerable<string> Failed<T>(IReadOnlyCollection<T> failures, Func<T, string> tell, string file) =>
    [
        .. failures.Take(MostFailures).Select(tell),
        .. failures.Count > MostFailures
            ? [string.Create(CultureInfo.InvariantCulture, $"and {failures.Count - MostFailures:N0} more runs failed, which {file} lists")]
            : Array.Empty<string>(),
    ];

    /// <summary>How a question ends that was asked of many runs and is no experiment.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="verb">The command; its document has the same name.</param>
    /// <param name="seed">Of the runs.</param>
    /// <param name="failures">What failed: in what, in which run, and why.</param>
    /// <param name="isWhole">Whether it came to its end.</param>
    /// <param name="done">What was finished of it, where it did not.</param>
    public static (string[] Notes, ExitCode Code) End(
        RunRequest request, string verb, ulong seed, IReadOnlyCollection<(string What, int Replication, string Message)> failures,
        bool isWhole, string done) => (
        [
            .. Failed(failures,
                one =>
                    $"error: {one.What}, run {one.Replication}: {one.Message}\nTo see it "
                        + $"again: {Repeat(request, verb, seed, one.Replication)}", $"{verb}.json"),
            .. isWhole ? Array.Empty<string>() : [$"stopped: {done} were finished and are kept; the same command goes on from there"],
        ],
        !isWhole ? ExitCode.Stopped : failures.Count == 0 ? ExitCode.Done : ExitCode.RunFailed);

    /// <summary>Says what went wrong.</summary>
    public static ExitCode Fail(Host host, ExitCode code, string message)
    {
        host.Error.WriteLine("error: " + message);
        return code;
    }
}
