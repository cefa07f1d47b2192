using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SupplySim.Experiments;
using SupplySim.Results.Keeping;

namespace SupplySim.Results;

/// <summary>The folder that a result comes to lie in, held from before the first run: with the experiment file in it, so that whoever comes
/// again with the same experiment goes on where it stopped.</summary>
/// <remarks>
/// A folder of a given name takes one experiment, and nothing that it did not write itself is ever touched. A folder that is to get its own
/// name is called <c>unfinished-</c> and a digest of the experiment until the result is whole. manifest.json is written last and removed
/// first: where it lies, the result is complete.
/// </remarks>
public sealed class ResultFolder : IDisposable
{
    /// <summary>What a result may have, and may have had before; all else in <see cref="RunDirectory"/> is always there.</summary>
    private static readonly string[] Optional = ["report.html", "losses.csv", "scenario.supply.yaml", "scenario.resolved.csv"];

    private const string Unfinished = "unfinished-";

    private readonly bool _isToBeNamed;
    private string _path;

    private ResultFolder(string path, bool isToBeNamed)
    {
        (_path, _isToBeNamed) = (path, isToBeNamed);
        Experiment = new ExperimentFile(System.IO.Path.Combine(path, ExperimentFile.FileName));
    }

    /// <summary>Where each run is kept; to be begun before it is used.</summary>
    public ExperimentFile Experiment { get; }

    /// <summary>[runs] Of the finished result that lies there and would be replaced; null where there is none.</summary>
    public int? FinishedRuns => FinishedResult.RunsIn(_path);

    /// <summary>Other folders beside this one that hold an experiment which was not ended and nobody is at
    /// work on, with their runs; empty for a folder of a given name. They are never touched: the command
    /// that began one goes on in it.</summary>
    public ImmutableArray<(string Path, int Runs)> Abandoned()
    {
        var parent = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(_path));
        if (!_isToBeNamed || parent is null) return [];
        try
        {
            return
            [
                .. Directory.EnumerateDirectories(parent, Unfinished + "*")
                    .Where(folder => System.IO.Path.GetFileName(folder) != System.IO.Path.GetFileName(_path))
                    .Order(StringComparer.Ordinal)
                    .Select(folder => (folder, ExperimentDatabase.Look(System.IO.Path.Combine(folder, ExperimentFile.FileName))))
                    .Where(one => one.Item2 is not null).Select(one => (one.folder, one.Item2!.Value)),
            ];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The folder of this name, which is made where it does not exist, goes on where it holds an
    /// experiment, and is refused where it holds anything else.</summary>
    /// <exception cref="ResultWriteException">It cannot be made, or holds something else.</exception>
    public static ResultFolder At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Made(path, isToBeNamed: false);
    }

    /// <summary>A folder that gets its name when the result is whole: <c>root/scenario/time-fingerprint</c>.</summary>
    /// <param name="root">The folder of all results.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    /// <param name="identity">What the experiment is: the same one goes on in the folder that it left unfinished.</param>
    /// <exception cref="ResultWriteException">It cannot be made.</exception>
    public static ResultFolder Under(string root, ScenarioSource? source, ExperimentIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var text = string.Concat(identity.Lines.Select(line => $"{line.Path}\0{line.Value}\0{line.Exact}\0")) + ToolVersion.Number
            + ToolVersion.Commit;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
        return Made(System.IO.Path.Combine(root, source?.Stem ?? "scenario", Unfinished + digest), isToBeNamed: true);
    }

    /// <summary>Writes a result. The experiment file is closed; whole, a folder that is to be named gets its name.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    /// <param name="started">When the experiment was started, for the name and the manifest.</param>
    /// <param name="withReport">Whether report.html is written. Default: yes.</param>
    /// <exception cref="ResultWriteException">Something could not be written; the experiment file stays as it is.</exception>
    public RunDirectory Write(ExperimentResult result, ScenarioSource? source, DateTimeOffset started, bool withReport = true)
    {
        ArgumentNullException.ThrowIfNull(result);
        Write(RunDirectory.Files(result, source, withReport), files => RunDirectory.ManifestOf(result, source, started, files),
            result.Ended != ExperimentEnd.Cancelled && result.Failures.IsEmpty ? RunDirectory.NameOf(result, started) : null);
        return new(_path, withReport ? System.IO.Path.Combine(_path, "report.html") : null);
    }

    /// <summary>Writes a ranking, likewise.</summary>
    /// <param name="result">The ranking.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    /// <param name="started">When it was started, for the name and the manifest.</param>
    /// <exception cref="ResultWriteException">Something could not be written; the experiment file stays as it is.</exception>
    public RunDirectory Write(RankResult result, ScenarioSource? source, DateTimeOffset started)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Write(Answer.Of(result, source), source, started);
    }

    /// <summary>Writes what would help, likewise.</summary>
    /// <param name="result">What would help.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    /// <param name="started">When it was started, for the name and the manifest.</param>
    /// <exception cref="ResultWriteException">Something could not be written; the experiment file stays as it is.</exception>
    public RunDirectory Write(HelpsResult result, ScenarioSource? source, DateTimeOffset started)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Write(Answer.Of(result, source), source, started);
    }

    /// <summary>Writes a sweep, likewise.</summary>
    /// <param name="result">The sweep.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    /// <param name="started">When it was started, for the name and the manifest.</param>
    /// <exception cref="ResultWriteException">Something could not be written; the experiment file stays as it is.</exception>
    public RunDirectory Write(SweepResult result, ScenarioSource? source, DateTimeOffset started)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Write(Answer.Of(result, source), source, started);
    }

    private RunDirectory Write(Answer answer, ScenarioSource? source, DateTimeOffset started)
    {
        Write(answer.Files(source), files => answer.Manifest(started, files), answer.Folder(started));
        return new(_path, answer.Report is null ? null : System.IO.Path.Combine(_path, "report.html"));
    }

    private void Write(ImmutableArray<ResultFile> files, Func<ImmutableArray<ResultFile>, ResultFile> manifest, string? name)
    {
        try
        {
            ResultFiles.Replace(_path, files, Optional, manifest);
            Experiment.Dispose();
            if (name is not null && _isToBeNamed)
                _path = ResultFiles.Publish(_path, System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_path)!, name));
        }
        catch (Exception cause) when (ResultWriteException.Covers(cause))
        {
            throw new ResultWriteException(_path, cause);
        }
    }

    /// <summary>Closes the experiment file. A folder without a name in which nothing was kept is removed.</summary>
    public void Dispose()
    {
        Experiment.Dispose();
        if (_isToBeNamed && !Experiment.HasKept && IsOnlyExperiment(_path)) ResultFiles.RemoveQuietly(_path);
    }

    private static ResultFolder Made(string path, bool isToBeNamed)
    {
        try
        {
            Directory.CreateDirectory(path);
            var there = Directory.EnumerateFileSystemEntries(path).Select(one => System.IO.Path.GetFileName(one)!)
                .Order(StringComparer.Ordinal).ToList();
            if (there.Count > 0 && !there.Contains(ExperimentFile.FileName, StringComparer.Ordinal))
                throw new IOException($"it holds something else ({string.Join(", ", there.Take(3))}{(there.Count > 3 ? ", ..." : "")}), "
                    + $"and no {ExperimentFile.FileName}.");
            return new(path, isToBeNamed);
        }
        catch (Exception cause) when (ResultWriteException.Covers(cause) || cause is ArgumentException)
        {
            throw new ResultWriteException(path, cause);
        }
    }

    private static bool IsOnlyExperiment(string path) =>
        Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path)
            .All(one => System.IO.Path.GetFileName(one).StartsWith(ExperimentFile.FileName, StringComparison.Ordinal));
}
