using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Imports;

/// <summary>Makes the blocks of a section out of a table: each row becomes what would stand under its id in the scenario
/// file.</summary>
/// <remarks>
/// <para>The first row is the header (see <see cref="Columns"/>). Where one of the first rows is a row of HXL tags (<c>#geo+lat</c>),
/// the row before it is the header, and it is skipped. An empty cell is a key left out. Nothing in a table is read and
/// ignored: a cell without a header is a mistake.</para>
/// <para>The keys of all rows are the one in the header, so that a mistake in it is reported once, there.</para>
/// </remarks>
/// <param name="naming">The columns that name a row: <c>id</c>, or <c>from</c>, <c>to</c> and <c>name</c>.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class Table(IReadOnlyList<string> naming, DiagnosticBag diagnostics)
{
    /// <summary>[rows] In how many at the top a row of tags is looked for (the HXL standard says so).</summary>
    private const int RowsBeforeTags = 25;

    /// <summary>The ends of a route and its name, which is optional.</summary>
    public static readonly string[] RouteNaming = ["from", "to", "name"];

    public static readonly string[] PlainNaming = ["id"];

    private Columns _columns = null!;

    /// <summary>Appends a block for each row, up to the limits. What is wrong is reported.</summary>
    /// <returns>Whether every row has become a block; where one has not, nothing can be said of what refers to it.</returns>
    /// <param name="source">The table.</param>
    /// <param name="entries">Where blocks are appended.</param>
    /// <param name="rowsLeft">How many rows there may still be; counted down.</param>
    /// <param name="cellsLeft">How many cells there may still be; counted down.</param>
    public bool Append(SourceText source, List<Entry> entries, ref int rowsLeft, ref int cellsLeft)
    {
        if (!CharacterScan.IsText(source, diagnostics) || !ReadHeader(source, out var dataRow)) return false;
        var isWhole = true;
        using var rows = new CsvText(source, diagnostics);
        for (var row = 0; rows.Read(); row++)
        {
            if (row < dataRow) continue;
            if (--rowsLeft < 0 || (cellsLeft -= rows.Cells.Count + 1) < 0)
            {
                diagnostics.Add(DiagnosticCodes.TooManyRows, rows.Row,
                    $"the tables of a scenario may have {Limits.Rows} rows and {Limits.Cells} cells in all; this row is beyond");
                return false;
            }
            if (NameOf(rows) is { } name) entries.Add(new(name, new MappingNode(Fill(rows), rows.Row)));
            else isWhole = false;
        }
        return isWhole && !rows.HasFailed;
    }

    /// <summary>Finds the header and the first row behind it.</summary>
    private bool ReadHeader(SourceText source, out int dataRow)
    {
        using var rows = new CsvText(source, diagnostics);
        List<ScalarNode?>? header = null, previous = null;
        (dataRow, Span at, Span before) = (1, default, default);
        for (var row = 0; row <= RowsBeforeTags && rows.Read(); row++)
        {
            if (previous is not null && AreTags(rows.Cells))
            {
                (header, at, dataRow) = (previous, before, row + 1);
                break;
            }
            (previous, before) = ([.. rows.Cells], rows.Row);
            if (row == 0) (header, at) = (previous, rows.Row);
        }
        if (header is null)
        {
            if (!diagnostics.HasErrors)
                diagnostics.Add(DiagnosticCodes.BadTable, new Span(source, 0, 1), "there is no header in this table");
            return false;
        }
        if (header.Count > Limits.Columns)
        {
            diagnostics.Add(DiagnosticCodes.TooManyRows, at, $"a table may have {Limits.Columns} columns; this one has {header.Count}");
            return false;
        }
        _columns = new(header, naming, diagnostics);
        for (var i = 0; i < naming.Count; i++)
            if (_columns.Naming[i] < 0 && IsNeeded(i))
            {
                diagnostics.Add(DiagnosticCodes.MissingKey, at, $"the table needs a column `{naming[i]}`",
                    $"its header begins with {string.Join(", ", naming)}, and goes on with keys, such as `length km`");
                return false;
            }
        return true;
    }

    private static bool AreTags(List<ScalarNode?> cells) =>
        cells.Exists(c => c is not null)
            && cells.TrueForAll(c => c is null || c.Text is ['#', var letter, ..] && char.IsAsciiLetter(letter));

    /// <summary>The name of a parallel route is the only one that may be missing.</summary>
    private bool IsNeeded(int position) => naming[position] != "name";

    private ScalarNode? NameOf(CsvText row)
    {
        ScalarNode? first = null;
        for (var i = 0; i < naming.Count; i++)
        {
            if (CellOf(row, _columns.Naming[i]) is { } cell) first = first is null ? cell : Join(first, cell, isName: naming[i] == "name");
            else if (IsNeeded(i))
            {
                diagnostics.Add(DiagnosticCodes.EmptyValue, row.Row, $"the cell `{naming[i]}` of this row is empty");
                return null;
            }
        }
        return first;
    }

    /// <summary>The key of a route, as it would stand in the scenario file.</summary>
    private static ScalarNode Join(ScalarNode a, ScalarNode b, bool isName)
    {
        var text = isName ? $"{a.Text} ({b.Text})" : $"{a.Text} - {b.Text}";
        return new(text, Around(a.Span, b.Span), isPlain: true);
    }

    private static Span Around(Span a, Span b) => a with { Start = Math.Min(a.Start, b.Start), End = Math.Max(a.End, b.End) };

    private List<Entry> Fill(CsvText row)
    {
        foreach (var cell in _columns.Nameless) ReportNameless(CellOf(row, cell));
        for (var cell = _columns.Count; cell < row.Cells.Count; cell++) ReportNameless(row.Cells[cell]);
        var entries = new List<Entry>(_columns.Filling.Count + 1);
        if (_columns.Latitude is { } latitude)
        {
            var (north, east) = (CellOf(row, latitude.Cell), CellOf(row, _columns.Longitude!.Cell));
            if (north is not null || east is not null) entries.Add(new(latitude.Key, Point(north, east)));
        }
        Fill(_columns.Filling, row, entries);
        return entries;
    }

    private void Fill(List<Column> columns, CsvText row, List<Entry> entries)
    {
        foreach (var column in columns)
        {
            if (column.Cell < 0)
            {
                var inner = new List<Entry>(column.Inner.Count);
                Fill(column.Inner, row, inner);
                if (inner.Count > 0) entries.Add(new(column.Key, new MappingNode(inner, row.Row)));
            }
            else if (CellOf(row, column.Cell) is { } cell)
            {
                entries.Add(new(column.Key, ListIn(cell) ?? (Node?)BlockIn(cell, column.Key) ?? WithUnit(cell, column.Unit)));
            }
        }
    }

    private void ReportNameless(ScalarNode? cell)
    {
        if (cell is not null)
            diagnostics.Add(DiagnosticCodes.UnknownKey, cell.Span, $"nothing stands above `{cell.Text}` in the header",
                "name the column, or leave the cell empty");
    }

    private static ScalarNode? CellOf(CsvText row, int cell) => cell >= 0 && cell < row.Cells.Count ? row.Cells[cell] : null;

    /// <summary>A list stands in brackets, as in the scenario file.</summary>
    private static SequenceNode? ListIn(ScalarNode cell) => cell.Text is ['[', .., ']'] && cell.Text.Length <= Limits.ValueLength
        ? new(
            [.. cell.Text[1..^1].Split(',', StringSplitOptions.TrimEntries).Select(item => new ScalarNode(item, cell.Span, isPlain: true))],
            cell.Span)
        : null;

    // A block of keys is a column for each of them: which they are is told from the first.
    private BrokenNode? BlockIn(ScalarNode cell, ScalarNode column)
    {
        if (cell.Text is not ['{', .., '}']) return null;
        var (key, value) = cell.Text[1..^1].Split(',')[0].Split(':', 2,
            StringSplitOptions.TrimEntries) is [{ Length: > 0 } first, var behind]
            ? (first, behind)
            : ("food", "66 t");
        diagnostics.Add(DiagnosticCodes.BadTable, cell.Span, $"`{cell.Text}` is a block of keys, and a cell holds a single value",
            $"a table has a column for each key of a block: head one `{column.Text}.{key}`, and write `{value}` in it");
        return new(cell.Span);
    }

    /// <summary>A bare number with the unit of its column; whatever has a unit of its own keeps it.</summary>
    private static ScalarNode WithUnit(ScalarNode cell, string? unit) =>
        unit is null || cell.Text.AsSpan().ContainsAnyExcept("0123456789 ._+-eE\u2212\u00a0\u202f")
            ? cell
            : new($"{cell.Text} {unit}", cell.Span, isPlain: true);

    private static ScalarNode Point(ScalarNode? north, ScalarNode? east)
    {
        var text = $"{Angle(north?.Text, 'N', 'S')} {Angle(east?.Text, 'E', 'W')}";
        return new(text, north is null ? east!.Span : east is null ? north.Span : Around(north.Span, east.Span), isPlain: true);
    }

    private static string Angle(string? text, char positive, char negative) => text switch
    {
        null => "",
        ['-' or '\u2212', .. var digits] => $"{digits} {negative}",
        [.., var last] when char.IsAsciiDigit(last) => $"{text.TrimStart('+')} {positive}",
        _ => text,
    };
}
