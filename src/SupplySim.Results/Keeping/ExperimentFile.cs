using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SupplySim.Engine;
using SupplySim.Experiments;

namespace SupplySim.Results.Keeping;

/// <summary>One experiment in one SQLite file: each run is kept when it has ended, whole, so that a killed experiment goes on where it
/// stopped and comes to the same result, byte by byte.</summary>
/// <remarks>
/// <para>The file holds what the runs follow from (the table <c>experiment</c>, line by line, with the version of SupplySim), and one row
/// for each run, failed ones with their message. It does not hold how many runs are wanted: ask for more and it grows, for fewer and the rest
/// stays.</para>
/// <para>Each run is a transaction of its own. The end of the process, however sudden, loses at most runs that have not ended; the end of the machine may
/// lose the last few. One process at a time: a second one is refused. Thread safe.</para>
/// </remarks>
/// <param name="path">The file; made by <see cref="Begin"/> where it does not exist, in a folder that does.</param>
public sealed class ExperimentFile(string path) : IExperimentStore, IDisposable
{
    /// <summary>What the file is called in a folder of results.</summary>
    public const string FileName = "experiment.db";

    /// <summary>The form of the file; another one is refused.</summary>
    internal const int Form = 1;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _alternatives = new(StringComparer.Ordinal);
    private ExperimentDatabase? _database;
    private ulong _seed;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Opens the file, or makes it, and holds it until it is disposed of.</summary>
    /// <param name="identity">What it has to hold.</param>
    /// <exception cref="ExperimentFileException">Another process holds it, it cannot be opened or made, it is damaged, or it holds another
    /// experiment; then <see cref="ExperimentFileException.IsOther"/> is set.</exception>
    public void Begin(ExperimentIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var lines = identity.Lines.Add(new ScenarioLine("supplysim", ToolVersion.Number + (ToolVersion.Commit is { } commit ? $" ({commit})" : ""), ""));
        lock (_lock)
        {
            if (_database is null) Open(identity, lines);
            else Refuse(identity, lines, _database.Lines());
        }
    }

    // What is refused is not held.
    private void Open(ExperimentIdentity identity, ImmutableArray<ScenarioLine> lines)
    {
        var database = ExperimentDatabase.Open(Path);
        try
        {
            if (database.Lines() is { IsEmpty: false } there) Refuse(identity, lines, there);
            else database.Create(lines);
            foreach (var (name, id) in database.Alternatives()) _alternatives[name] = id;
            HasKept |= database.Runs() > 0;
            _seed = ulong.Parse(identity.Lines.First(line => line.Path == "seed").Value, CultureInfo.InvariantCulture);
            _database = database;
        }
        finally
        {
            if (_database is null) database.Dispose();
        }
    }

    /// <summary>Whether any run is or was there since it was opened.</summary>
    internal bool HasKept { get; private set; }

    /// <summary>[runs] There, of all alternatives together, failed ones included.</summary>
    public int Runs
    {
        get
        {
            lock (_lock) return Opened.Runs();
        }
    }

    /// <summary>[replications] Of which the runs of so many alternatives are there.</summary>
    public int Replications(int alternatives)
    {
        lock (_lock) return Opened.Replications(alternatives);
    }

    /// <inheritdoc/>
    /// <exception cref="ExperimentFileException">The file cannot be read, or is damaged.</exception>
    public RunOutcome? Find(string alternative, int replication, ResultLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        (string? Failure, byte[]? Content, long Digest)? found;
        lock (_lock) found = _alternatives.TryGetValue(alternative, out var id) ? Opened.Find(id, replication) : null;
        if (found is not var (failure, content, digest)) return null;
        if (failure is not null) return new RunOutcome(null, failure);
        try
        {
            if (content is null || digest != DigestOf(alternative, replication, content)) throw new InvalidDataException("its digest is another");
            return new RunOutcome(RunBytes.Read(content, _seed, replication, layout), null);
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException or FormatException or ArgumentException or OverflowException)
        {
            throw ExperimentDatabase.Damaged(Path, string.Create(CultureInfo.InvariantCulture, $"run {replication} of '{alternative}' does not read: {cause.Message}"), cause);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ExperimentFileException">The file cannot be written; what was kept before is whole.</exception>
    public void Keep(string alternative, int replication, RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var content = outcome.Run is { } run ? RunBytes.Of(run) : null;
        lock (_lock)
        {
            if (!_alternatives.TryGetValue(alternative, out var id)) _alternatives.Add(alternative, id = Opened.AddAlternative(alternative));
            Opened.Keep(id, replication, outcome.Failure, content, content is null ? 0 : DigestOf(alternative, replication, content));
            HasKept = true;
        }
    }

    /// <summary>Closes the file; another process may then open it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _database?.Dispose();
            _database = null;
        }
    }

    private ExperimentDatabase Opened => _database ?? throw new InvalidOperationException($"'{Path}' is not open: call {nameof(Begin)} first.");

    private void Refuse(ExperimentIdentity identity, ImmutableArray<ScenarioLine> lines, ImmutableArray<ScenarioLine> there)
    {
        if ((identity with { Lines = lines }).Differences(there) is not { IsEmpty: false } differences) return;
        const int shown = 5;
        var more = differences.Length > shown ? string.Create(CultureInfo.InvariantCulture, $"\n  and {differences.Length - shown} more") : "";
        throw new ExperimentFileException(Path, $"holds another experiment:\n{string.Join('\n', differences.Take(shown).Select(one => "  " + one))}{more}\n"
            + "Run what it holds, or choose another folder, or delete this one.") { IsOther = true };
    }

    // The file has no checksum of its own: a bit that has turned, or a run under the number of another, is not to become a result.
    private static long DigestOf(string alternative, int replication, byte[] content)
    {
        Fingerprint digest = default;
        foreach (var letter in alternative) digest.Add((long)letter);
        digest.Add((long)replication);
        var at = 0;
        for (; at + sizeof(long) <= content.Length; at += sizeof(long)) digest.Add(BitConverter.ToInt64(content, at));
        for (; at < content.Length; at++) digest.Add((long)content[at]);
        digest.Add((long)content.Length);
        return unchecked((long)digest.Value);
    }
}
