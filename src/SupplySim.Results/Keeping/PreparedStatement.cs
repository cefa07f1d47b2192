using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplySim.Results.Keeping;

/// <summary>A statement that changes a database and is run many times, prepared once.</summary>
/// <remarks>Straight to SQLite: a command of ADO.NET looks up each parameter by its name and makes a reader
/// each time, which takes as long as SQLite does. Not thread safe.</remarks>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open; has to outlive it.</param>
    /// <param name="sql">One statement, with a question mark for each value.</param>
    /// <exception cref="SqliteException">It cannot be prepared.</exception>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="SqliteException">It cannot be run.</exception>
    public void Run(params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++) Check(raw.sqlite3_bind_text(_statement, i + 1, values[i]));
        Step();
    }

    /// <summary>Runs it with a number, a text, bytes and a number; null where there is nothing.</summary>
    /// <exception cref="SqliteException">It cannot be run.</exception>
    public void Run(long first, string? text, byte[]? bytes, long last)
    {
        Check(raw.sqlite3_bind_int64(_statement, 1, first));
        Check(text is null ? raw.sqlite3_bind_null(_statement, 2) : raw.sqlite3_bind_text(_statement, 2, text));
        Check(bytes is null ? raw.sqlite3_bind_null(_statement, 3) : raw.sqlite3_bind_blob(_statement, 3, bytes));
        Check(raw.sqlite3_bind_int64(_statement, 4, last));
        Step();
    }

    public void Dispose() => _statement?.Dispose();

    private void Step()
    {
        var result = raw.sqlite3_step(_statement);
        // Which says the same again.
        var again = raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : again != raw.SQLITE_OK ? again : result);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
