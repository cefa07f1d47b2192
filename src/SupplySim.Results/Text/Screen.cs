using System.Text;

namespace SupplySim.Results.Text;

/// <summary>Plain text for a screen, written from the top: paragraphs are broken at its width, tables say
/// themselves how wide they are.</summary>
/// <param name="width">[columns] At least <see cref="Narrowest"/>; what is less counts as that.</param>
public sealed class Screen(int width)
{
    /// <summary>[columns] What every terminal has, and what is printed where none is looked at.</summary>
    public const int Narrowest = 80;

    private readonly StringBuilder _text = new();

    /// <summary>[columns] Of a line, at most.</summary>
    public int Width { get; } = Math.Max(Narrowest, width);

    /// <summary>Whether anything stands on it.</summary>
    public bool IsBegun => _text.Length > 0;

    /// <summary>Text as it stands, which brings its own line feeds.</summary>
    /// <param name="text">Of any length.</param>
    public Screen Append(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>An empty line, or the end of one.</summary>
    public Screen EndLine() => Append("\n");

    /// <summary>A paragraph, with a lead before its first line and as much room before the others.</summary>
    /// <param name="lead">Shorter than a line; empty for none.</param>
    /// <param name="text">Broken at spaces, but not between a number and its unit; a longer word than a line is broken anywhere.</param>
    public Screen Add(string lead, string text)
    {
        var indent = new string(' ', lead.Length);
        foreach (var (i, line) in Lines.Wrap(text, Width - lead.Length).Index()) Append(i == 0 ? lead : indent).Append(line).EndLine();
        return this;
    }

    /// <summary>Rows below a paragraph, in columns as wide as what stands in them; what ends in per cent
    /// stands to the right of its column.</summary>
    /// <param name="indent">[columns] Before each row.</param>
    /// <param name="broken">The number of the column that is broken where there is no room for it.</param>
    /// <param name="rows">The same number of cells in each.</param>
    internal Screen AddRows(int indent, int broken, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0) return this;
        var widths = rows[0].Select((_, column) => rows.Max(row => Lines.Width(row[column]))).ToArray();
        var others = indent + widths.Where((width, column) => column != broken && width > 0).Sum(width => width + 2);
        widths[broken] = Math.Min(widths[broken], Math.Max(Narrowest / 4, Width - others));
        foreach (var row in rows)
        {
            var pieces = Lines.Wrap(row[broken], widths[broken]);
            for (var line = 0; line < pieces.Count; line++)
            {
                var text = new StringBuilder(new string(' ', indent));
                for (var column = 0; column < row.Length; column++)
                {
                    if (widths[column] == 0) continue;
                    var cell = column == broken ? pieces[line] : line == 0 ? row[column] : "";
                    text.Append(cell.EndsWith('%') ? Lines.PadLeft(cell, widths[column]) : Lines.PadRight(cell, widths[column]))
                        .Append("  ");
                }
                Append(text.ToString().TrimEnd()).EndLine();
            }
        }
        return this;
    }

    /// <summary>All of it.</summary>
    public override string ToString() => _text.ToString();
}
