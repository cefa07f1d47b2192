using System.Diagnostics;
using System.Security.Cryptography;
using SupplySim.Results.Keeping;

namespace SupplySim.Cli.Tests;

/// <summary>The tool as its users have it: a process of its own, which can be killed.</summary>
internal static class Processes
{
    private static readonly string ToolPath = Path.Combine(AppContext.BaseDirectory, "SupplySim.Cli.dll");

    /// <summary>Starts the tool.</summary>
    /// <param name="before">What a shell does before, such as setting a limit; empty for no shell.</param>
    /// <param name="arguments">The command line.</param>
    public static Process Start(string before, params string[] arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_TieredPGO"] = "0";
        // Else the runtime wants a file of two gigabytes to map code from, which a limit on files forbids.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.FileName = before.Length == 0 ? "dotnet" : "/bin/bash";
        string[] all = before.Length == 0
            ? [ToolPath, .. arguments]
            : ["-c", $"{before}; exec dotnet \"$@\"", "tool", ToolPath, .. arguments];
        foreach (var argument in all) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Runs the tool to its end.</summary>
    public static (ExitCode Code, string Out, string Error) Run(string before, params string[] arguments)
    {
        using var process = Start(before, arguments);
        return End(process);
    }

    /// <summary>Runs the tool and kills it, as with -9, as soon as something is seen of it; nothing depends
    /// on how fast the machine is.</summary>
    /// <returns>Null where it was killed; else it has come to its end before.</returns>
    public static (ExitCode Code, string Out, string Error)? RunUntil(Func<bool> isSeen, params string[] arguments)
    {
        using var process = Start("", arguments);
        var reading = Task.Run(() => End(process));
        while (!reading.Wait(TimeSpan.FromMilliseconds(1)))
            if (isSeen())
            {
                process.Kill();
                return reading.GetAwaiter().GetResult().Code == (ExitCode)(128 + 9) ? null : reading.Result;
            }
        return reading.Result;
    }

    /// <summary>Waits for the end, whatever it prints.</summary>
    public static (ExitCode Code, string Out, string Error) End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ((ExitCode)process.ExitCode, printed, error.GetAwaiter().GetResult());
    }

    /// <summary>The hash of every file of a result but the manifest and the experiment file, by name.</summary>
    public static IReadOnlyList<(string Name, string Sha256)> Hashes(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file), Path: file))
            .Where(file => file.Name != "manifest.json" && !file.Name.StartsWith(ExperimentFile.FileName, StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path))))),
    ];
}
