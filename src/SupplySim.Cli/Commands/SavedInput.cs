using SupplySim.Results;

namespace SupplySim.Cli.Commands;

/// <summary>A result in its folder, and the scenario that lies in it, to be run again.</summary>
internal static class SavedInput
{
    private const string Manifest = "manifest.json";

    /// <summary>Reads a folder and goes on with what lies in it; what is wrong with it is told on stderr.</summary>
    /// <returns>How the command ends.</returns>
    public static ExitCode Read(string folder, Host host, Func<SavedResult, ScenarioInput, ExitCode> then)
    {
        if (NoResult(folder) is { } instead) return Running.Fail(host, ExitCode.Wrong, instead);
        SavedResult saved;
        try
        {
            saved = SavedResult.Read(folder);
        }
        catch (SavedResultException unread)
        {
            return Running.Fail(host, ExitCode.InputOutput, unread.Message);
        }
        if (saved.Version != ToolVersion.Number)
            return Running.Fail(host, ExitCode.Wrong,
                $"the result was made by SupplySim {saved.Version}, and this is {ToolVersion.Number}: its runs can be run again by that "
                    + $"version only; run the scenario anew");
        return ScenarioInput.Read(saved.ScenarioFile, saved.Settings, host, quiet: true) is { } input ? then(saved, input) : ExitCode.Wrong;
    }

    // A scenario file, or the folder in which results lie: what is meant can be told.
    private static string? NoResult(string folder)
    {
        if (File.Exists(folder))
            return $"'{folder}' is no result but a file: run it first, `supplysim run {folder}`, and name the folder that it writes";
        if (!Directory.Exists(folder) || File.Exists(Path.Combine(folder, Manifest))) return null;
        // They are named by when they were begun. What rank, helps and sweep write has no days in it, and cannot be run again.
        var newest = Directory.EnumerateDirectories(folder)
            .Where(one => File.Exists(Path.Combine(one, Manifest)) && File.Exists(Path.Combine(one, "timeseries.csv")))
            .Max(StringComparer.Ordinal);
        return newest is null ? null : $"'{folder}' is no result, but results lie in it; the newest is {newest}";
    }
}
