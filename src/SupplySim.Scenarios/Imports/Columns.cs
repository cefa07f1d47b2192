using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Imports;

/// <summary>A column of a table, or several that fill one block.</summary>
/// <param name="Key">The key that it fills, where it stands in the header.</param>
/// <param name="Cell">The position of the cell; of one that fills a block, -1.</param>
/// <param name="Unit">The unit of numbers that have none; null for none.</param>
internal sealed record Column(ScalarNode Key, int Cell, string? Unit)
{
    /// <summary>The columns within the block.</summary>
    public List<Column> Inner { get; } = [];
}

/// <summary>What the header of a table says: which cells name the row, which fill which key.</summary>
/// <remarks>A column is headed by a key, or a path of keys with dots (<c>airfield.parking</c>), and behind it a unit for numbers
/// without one: <c>length km</c>, <c>length [km]</c>, <c>length (km)</c>. <c>lat</c> and <c>lon</c> together are the
/// key <c>at</c>.</remarks>
internal sealed class Columns
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, ScalarNode> _first = new(StringComparer.Ordinal);

    /// <param name="header">The cells of the header.</param>
    /// <param name="naming">The columns that name a row, such as <c>id</c>.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public Columns(IReadOnlyList<ScalarNode?> header, IReadOnlyList<string> naming, DiagnosticBag diagnostics)
    {
        (_diagnostics, Count) = (diagnostics, header.Count);
        Naming = [.. naming.Select(_ => -1)];
        for (var cell = 0; cell < header.Count; cell++)
        {
            if (header[cell] is not { } head)
            {
                Nameless.Add(cell);
                continue;
            }
            var (key, unit) = Split(head);
            if (!IsFirst(key)) continue;
            var position = Position(naming, key.Text);
            if (unit is not null && (position >= 0 || key.Text is "lat" or "lon"))
                Report(key, $"`{key.Text}` has no unit", "leave it out");
            if (position >= 0) Naming[position] = cell;
            else if (key.Text is not ("lat" or "lon")) Put(key, cell, unit);
            else if (key.Text == "lat") Latitude = new(new("at", key.Span, isPlain: true), cell, null);
            else Longitude = new(new("at", key.Span, isPlain: true), cell, null);
        }
        LookAtPoint();
    }

    /// <summary>How many cells the header has.</summary>
    public int Count { get; }

    /// <summary>The cells that name a row; -1 for one that the table does not have.</summary>
    public int[] Naming { get; }

    /// <summary>The cells that have no header.</summary>
    public List<int> Nameless { get; } = [];

    /// <summary>Null where there is no position in the table; else there is a longitude as well.</summary>
    public Column? Latitude { get; private set; }

    public Column? Longitude { get; private set; }

    /// <summary>All others.</summary>
    public List<Column> Filling { get; } = [];

    private static int Position(IReadOnlyList<string> naming, string key)
    {
        for (var i = 0; i < naming.Count; i++)
            if (naming[i] == key) return i;
        return -1;
    }

    private static (ScalarNode Key, string? Unit) Split(ScalarNode head)
    {
        var end = head.Text.AsSpan().IndexOfAny(" [(");
        if (end <= 0) return (head, null);
        var unit = head.Text[end..].Trim().TrimStart('[', '(').TrimEnd(']', ')').Trim();
        return (new(head.Text[..end], head.Part(0, end), isPlain: true), unit.Length == 0 ? null : unit);
    }

    private void LookAtPoint()
    {
        if (Latitude is null && Longitude is null) return;
        var key = (Latitude ?? Longitude)!.Key;
        if (Latitude is null || Longitude is null) Report(key, "one of `lat` and `lon` is missing", "add the other one");
        else if (_first.ContainsKey("at")) Report(key, "`lat` and `lon` fill `at`, which has a column too", "keep one of them");
        else return;
        (Latitude, Longitude) = (null, null);
    }

    private void Report(ScalarNode key, string message, string help) =>
        _diagnostics.Add(DiagnosticCodes.BadTable, key.Span, message, help);

    private bool IsFirst(ScalarNode key)
    {
        if (_first.TryAdd(key.Text, key)) return true;
        _diagnostics.Add(DiagnosticCodes.DuplicateKey, key.Span, $"`{key.Text}` stands twice in the header", "keep one of the two");
        return false;
    }

    private void Put(ScalarNode key, int cell, string? unit)
    {
        var parts = key.Text.Split('.');
        var (columns, start) = (Filling, 0);
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i + 1 == parts.Length;
            var known = columns.Find(c => c.Key.Text == parts[i]);
            if (known is not null && (isLast || known.Cell >= 0))
            {
                _diagnostics.Add(DiagnosticCodes.DuplicateKey, key.Span, $"`{key.Text}` and `{known.Key.Text}` fill the same key",
                    "keep one of the two");
                return;
            }
            if (known is null)
                columns.Add(known = new(new(parts[i], key.Part(start, parts[i].Length), isPlain: true), isLast ? cell : -1,
                    isLast ? unit : null));
            columns = known.Inner;
            start += parts[i].Length + 1;
        }
    }
}
