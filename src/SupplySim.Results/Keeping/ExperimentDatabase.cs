using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SupplySim.Experiments;

namespace SupplySim.Results.Keeping;

/// <summary>The SQLite side of an experiment file: its tables, its lock, and its errors as words.</summary>
/// <remarks>Locked for as long as it is open: by the operating system, so that the end of the process frees it. Not thread safe.</remarks>
internal sealed class ExperimentDatabase : IDisposable
{
    // "SSim", so that `file` and we tell it from any other database.
    private const int Application = 0x5353696D;

    private readonly SqliteConnection _connection;
    private readonly string _path;
    // The runs that are there, so that nobody looks for the others: of an experiment that begins, for all of them.
    private readonly HashSet<long> _there = [];
    private SqliteCommand? _find;
    private PreparedStatement? _keep;

    private ExperimentDatabase(string path)
    {
        _path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Pooling = false, DefaultTimeout = 1,
        }.ToString());
    }

    /// <summary>How many runs a file holds, if it is one and nobody is at work on it; null else, at once.</summary>
    public static int? Look(string path)
    {
        if (!File.Exists(path)) return null;
        using var database = new ExperimentDatabase(path);
        try
        {
            database._connection.Open();
            // Not by a command, which would wait for who is at work.
            if (SQLitePCL.raw.sqlite3_exec(database._connection.Handle, "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT")
                != SQLitePCL.raw.SQLITE_OK) return null;
            database.CheckForm();
            return database.IsNew ? 0 : database.Count("SELECT count(*) FROM run");
        }
        catch (Exception none) when (none is ExperimentFileException or SqliteException)
        {
            return null;
        }
    }

    /// <summary>Opens a file, or makes an empty one, and locks it.</summary>
    /// <exception cref="ExperimentFileException">It cannot be opened, is held by another process, or is something else.</exception>
    public static ExperimentDatabase Open(string path)
    {
        var database = new ExperimentDatabase(path);
        try
        {
            database.Say(() =>
            {
                database._connection.Open();
                // One process for as long as it is open, and then no file of shared memory is needed.
                // NORMAL: a commit is durable against the end of the process, and waits for no disk; the log is flushed before it is put
                // into the file, each thousand pages and at the end, so that a loss of power may lose the last commits and never harms what
                // is older. FULL would wait for the disk after each run, for as long as a run takes.
                database.Execute(
                    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT");
                database.CheckForm();
                return 0;
            });
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>What it holds; nothing where it is new.</summary>
    public ImmutableArray<ScenarioLine> Lines() => Say(() =>
    {
        if (IsNew) return [];
        using var read = Command("SELECT path, value, exact FROM experiment");
        return Rows(read, row => new ScenarioLine(row.GetString(0), row.GetString(1), row.GetString(2)));
    });

    /// <summary>Makes the tables. All of it or nothing.</summary>
    public void Create(ImmutableArray<ScenarioLine> lines) => Say(() =>
    {
        using var transaction = _connection.BeginTransaction();
        Execute($"""
            PRAGMA application_id = {Application};
            PRAGMA user_version = {ExperimentFile.Form};
            CREATE TABLE experiment (path TEXT PRIMARY KEY, value TEXT NOT NULL, exact TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE alternative (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE run (
                id INTEGER PRIMARY KEY,
                alternative INTEGER GENERATED ALWAYS AS (id >> 32) VIRTUAL, replication INTEGER GENERATED ALWAYS AS (id & 0xFFFFFFFF) VIRTUAL,
                failure TEXT, content BLOB, digest INTEGER NOT NULL);
            """, transaction);
        using (var insert = new PreparedStatement(_connection, "INSERT INTO experiment VALUES (?, ?, ?)"))
            foreach (var line in lines) insert.Run(line.Path, line.Value, line.Exact);
        transaction.Commit();
        return 0;
    });

    public ImmutableArray<(string Name, long Id)> Alternatives() => Say(() =>
    {
        using var read = Command("SELECT name, id FROM alternative");
        return Rows(read, row => (row.GetString(0), row.GetInt64(1)));
    });

    public long AddAlternative(string name) => Say(() =>
    {
        using var insert = Command("INSERT INTO alternative (name) VALUES ($name) RETURNING id", "$name");
        insert.Parameters[0].Value = name;
        return (long)insert.ExecuteScalar()!;
    });

    public int Runs() => _there.Count;

    public int Replications(int alternatives) =>
        Count($"SELECT count(*) FROM (SELECT 1 FROM run GROUP BY replication HAVING count(*) "
            + $">= {alternatives.ToString(System.Globalization.CultureInfo.InvariantCulture)})");

    /// <summary>Looks up which runs there are.</summary>
    public void LookUpRuns() => Say(() =>
    {
        using var read = Command("SELECT id FROM run");
        foreach (var id in Rows(read, row => row.GetInt64(0))) _there.Add(id);
        return 0;
    });

    public (string? Failure, byte[]? Content, long Digest)? Find(long alternative, int replication) => Say(() =>
    {
        var id = Id(alternative, replication);
        if (!_there.Contains(id)) return null;
        _find ??= Command("SELECT failure, content, digest FROM run WHERE id = $id", "$id");
        _find.Parameters[0].Value = id;
        using var row = _find.ExecuteReader();
        return !row.Read()
            ? default((string?, byte[]?, long)?)
            : (row.IsDBNull(0) ? null : row.GetString(0), row[1] as byte[], row.GetInt64(2));
    });

    public void Keep(long alternative, int replication, string? failure, byte[]? content, long digest) => Say(() =>
    {
        _keep ??= new PreparedStatement(_connection, "INSERT OR REPLACE INTO run (id, failure, content, digest) VALUES (?, ?, ?, ?)");
        var id = Id(alternative, replication);
        _keep.Run(id, failure, content, digest);
        return _there.Add(id);
    });

    public void Dispose()
    {
        _find?.Dispose();
        _keep?.Dispose();
        _connection.Dispose();
    }

    /// <summary>What to say of a file in which something is not as it was written.</summary>
    public static ExperimentFileException Damaged(string path, string what, Exception cause) =>
        new(path, $"is damaged: {what}. Delete it to run the experiment anew, or choose another folder.", cause);

    private bool IsNew => Count("SELECT count(*) FROM sqlite_master") == 0;

    // A process that was killed while it made the file leaves an empty one.
    private void CheckForm()
    {
        if (IsNew) return;
        if (Count("PRAGMA application_id") != Application)
            throw new ExperimentFileException(_path, "is a database of something else. Choose another folder.");
        if (Count("PRAGMA user_version") is var form && form != ExperimentFile.Form)
            throw new ExperimentFileException(_path, string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"is an experiment file of form {form}; this SupplySim, {ToolVersion.Number}, reads form {ExperimentFile.Form}. Run the "
                    + $"scenario anew into another folder, or use the SupplySim that made it: runs of another form are not carried over."));
    }

    // One number for both: an index of its own would be one more page to write for each run.
    private static long Id(long alternative, int replication) => alternative << 32 | (uint)replication;

    private int Count(string sql) => Say(() =>
    {
        using var count = Command(sql);
        return checked((int)(long)count.ExecuteScalar()!);
    });

    private void Execute(string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(sql);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static ImmutableArray<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var row = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<T>();
        while (row.Read()) rows.Add(read(row));
        return rows.DrainToImmutable();
    }

    private T Say<T>(Func<T> what)
    {
        try
        {
            return what();
        }
        catch (SqliteException cause)
        {
            throw InWords(cause);
        }
    }

    private ExperimentFileException InWords(SqliteException cause) => cause.SqliteErrorCode switch
    {
        5 or 6 =>
            new(_path, "is in use: another process is at work on this experiment. Wait for it to end, or choose another folder.", cause),
        8 => new(_path, "may not be written. Choose another folder, or give yourself the right to write there.", cause),
        10 or 13 =>
            new(_path,
                $"cannot be written: {Plain(cause)}. What was kept before is whole: make room and start again, and it goes on from there.",
                cause),
        14 => new(_path, "cannot be opened: it is no file, or its folder may not be written. Choose another folder.", cause),
        11 => Damaged(_path, Plain(cause), cause),
        26 => new(_path, "is no experiment file. Choose another folder, or move it away.", cause),
        _ => new(_path, $"cannot be used: {Plain(cause)}. Choose another folder.", cause),
    };

    // "SQLite Error 13: 'database or disk is full'." without what only its makers read.
    private static string Plain(SqliteException cause) => cause.Message.Split('\'') is [_, var words, ..] ? words : cause.Message;
}
