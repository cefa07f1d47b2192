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
/// for each run, failed ones with their message. It does not hold how many runs are wanted: ask for more
/// and it grows, for fewer and the rest stays.</para>
/// <para>Each run is a transaction of its own. The end of the process, however sudden, loses at most runs
/// that have not ended. A loss of power, or the end of the machine, may lose the runs that were kept last, at most about four megabytes of
/// them, since a commit does not wait for the disk; what is there then are the runs kept before those, whole and without a gap in the order
/// in which they were kept, as far as the disk has written what it said it had; the lost ones are run again. After <see cref="Dispose"/>
/// all is on the disk. One process at a time: a second one is refused. Thread safe.</para>
/// <para>What of a run is not as it was kept, or stands under another number, alternative or experiment, is
/// told and not computed with; so is a failure.</para>
/// </remarks>
/// <param name="path">The file; made by <see cref="Begin"/> where it does not exist, in a folder that does.</param>
public sealed class ExperimentFile(string path) : IExperimentStore, IDisposable
{
    /// <summary>What the file is called in a folder of results.</summary>
    public const string FileName = "experiment.db";

    /// <summary>The form of the file; another one is refused.</summary>
    internal const int Form = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _alternatives = new(StringComparer.Ordinal);
    private ExperimentDatabase? _database;
    private ulong _seed;
    private ulong _identity;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Opens the file, or makes it, and holds it until it is disposed of.</summary>
    /// <param name="identity">What it has to hold.</param>
    /// <exception cref="ExperimentFileException">Another process holds it, it cannot be opened or made, it is damaged, or it holds another
    /// experiment; then <see cref="ExperimentFileException.IsOther"/> is set.</exception>
    public void Begin(ExperimentIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var lines = identity.Lines.Add(new ScenarioLine("supplysim", ToolVersion.Full, ""));
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
            database.LookUpRuns();
            foreach (var (name, id) in database.Alternatives()) _alternatives[name] = id;
            HasKept |= database.Runs() > 0;
            _identity = FingerprintOf(lines);
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
        try
        {
            if (content is null == failure is null || digest != DigestOf(alternative, replication, failure, content))
                throw new InvalidDataException("its digest is another");
            if (content is null) return new RunOutcome(null, failure);
            return new RunOutcome(RunBytes.Read(content, _seed, replication, layout), null);
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException or FormatException or ArgumentException
            or OverflowException)
        {
            throw ExperimentDatabase.Damaged(Path,
                string.Create(CultureInfo.InvariantCulture, $"run {replication} of '{alternative}' does not read: {cause.Message}"), cause);
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
            if (!_alternatives.TryGetValue(alternative, out var id))
                _alternatives.Add(alternative, id = Opened.AddAlternative(alternative));
            Opened.Keep(id, replication, outcome.Failure, content, DigestOf(alternative, replication, outcome.Failure, content));
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

    private ExperimentDatabase Opened =>
        _database ?? throw new InvalidOperationException($"'{Path}' is not open: call {nameof(Begin)} first.");

    private void Refuse(ExperimentIdentity identity, ImmutableArray<ScenarioLine> lines, ImmutableArray<ScenarioLine> there)
    {
        if ((identity with { Lines = lines }).Differences(there) is not { IsEmpty: false } differences) return;
        const int shown = 5;
        var more = differences.Length > shown
            ? string.Create(CultureInfo.InvariantCulture, $"\n  and {differences.Length - shown} more")
            : "";
        throw new ExperimentFileException(Path,
            $"holds another experiment:\n{string.Join('\n', differences.Take(shown).Select(one => "  " + one))}{more}\n"
            + "Run what it holds, or choose another folder, or delete this one.") { IsOther = true };
    }

    // The file has no checksum of its own: a bit that has turned, or a run under the number of another or
    // from another experiment, is not to become a result, and no failure is to be forgotten or made up.
    private long DigestOf(string alternative, int replication, string? failure, byte[]? content)
    {
        Fingerprint digest = default;
        digest.Add(_identity);
        Add(ref digest, alternative);
        digest.Add((long)replication);
        digest.Add(failure is null ? 0L : 1L);
        Add(ref digest, failure ?? "");
        ReadOnlySpan<byte> bytes = content;
        digest.Add((long)bytes.Length);
        for (; bytes.Length >= sizeof(long); bytes = bytes[sizeof(long)..]) digest.Add(BitConverter.ToInt64(bytes));
        foreach (var one in bytes) digest.Add((long)one);
        return unchecked((long)digest.Value);
    }

    private static ulong FingerprintOf(ImmutableArray<ScenarioLine> lines)
    {
        Fingerprint all = default;
        foreach (var line in lines)
            foreach (var text in (ReadOnlySpan<string>)[line.Path, line.Value, line.Exact]) Add(ref all, text);
        return all.Value;
    }

    private static void Add(ref Fingerprint fingerprint, string text)
    {
        fingerprint.Add((long)text.Length);
        foreach (var letter in text) fingerprint.Add((long)letter);
    }
}
