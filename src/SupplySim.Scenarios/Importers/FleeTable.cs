using System.Globalization;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Imports;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Importers;

/// <summary>A table of Flee: columns by name, with a <c>#</c> before the first.</summary>
internal sealed class FleeTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _defects;

    /// <param name="path">The file.</param>
    /// <param name="header">The columns that Flee's handbook names, in order.</param>
    /// <param name="defects">Where what is wrong is told.</param>
    public FleeTable(string path, string[] header, List<string> defects)
    {
        (Name, _defects) = (Path.GetFileName(path), defects);
        var bag = new DiagnosticBag();
        if (new SourceFile(path, Name, null, bag).Load(Limits.OtherFiles) is { } text) Read(text, header, bag);
        defects.AddRange(bag.Sorted().Select(d => $"{d.Place}: {d.Message}"));
    }

    public string Name { get; }

    public List<FleeRow> Rows { get; } = [];

    /// <summary>The text of a cell; empty where the row or the table has none.</summary>
    public string Text(FleeRow row, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_columns.TryGetValue(name, out var column) && column < row.Cells.Length) return row.Cells[column];
        return "";
    }

    /// <summary>The number in a cell; null where it is empty, or none, which is told.</summary>
    public double? Number(FleeRow row, params ReadOnlySpan<string> names)
    {
        var text = Text(row, names);
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Tell(row, $"'{text}' is not a number");
        return null;
    }

    public void Tell(FleeRow row, string defect) => _defects.Add($"{Name}:{row.Line}: {defect}");

    private void Read(SourceText text, string[] header, DiagnosticBag bag)
    {
        if (text.Text.Length > 0 && text.Text[^1] != '\n') _defects.Add($"{Name}: no line break at the end of the file");
        // The mark of the header would make its first quoted cell unreadable; lines do not move without it.
        var isMarked = text.Text.StartsWith('#');
        using var rows = new CsvText(isMarked ? new SourceText(Name, text.Text[1..]) : text, bag);
        while (rows.Read())
        {
            string[] cells = [.. rows.Cells.Select(cell => cell?.Text.Trim() ?? "")];
            var row = new FleeRow(rows.Row.Place.Line, cells);
            if (Array.TrueForAll(cells, cell => cell.Length == 0)) Tell(row, "a row of commas alone");
            else if (_columns.Count > 0) Rows.Add(row);
            else ReadHeader(row, header, isMarked);
        }
        if (_columns.Count == 0) _defects.Add($"{Name}: there is no header");
    }

    private void ReadHeader(FleeRow row, string[] header, bool isMarked)
    {
        for (var i = 0; i < row.Cells.Length; i++) _columns.TryAdd(row.Cells[i], i);
        var others = row.Cells.Except(header, StringComparer.OrdinalIgnoreCase).ToList();
        var missing = header.Except(row.Cells, StringComparer.OrdinalIgnoreCase).ToList();
        if (isMarked) Tell(row, "the header begins with '#', which is not part of a name");
        if (others.Count + missing.Count > 0)
            Tell(row, $"the header differs from Flee's: it has {List(others)} and not {List(missing)}");
    }

    private static string List(List<string> names) =>
        names.Count == 0 ? "nothing more" : string.Join(", ", names.Select(name => $"'{name}'"));
}

/// <summary>A row of a table of Flee.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Cells">Its cells without spaces around them.</param>
internal sealed record FleeRow(int Line, string[] Cells);
