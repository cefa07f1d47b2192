using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Reading;

/// <summary>The text of a file, or of one argument of the command line, and the map from offsets to lines and
/// columns.</summary>
/// <remarks>Immutable. Lines end with LF, CR LF or CR. Locating costs O(log lines).</remarks>
internal sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string name, string text)
    {
        (Name, Text) = (name, text);
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        _lineStarts = [.. starts];
    }

    /// <summary>As the caller named it.</summary>
    public string Name { get; }

    public string Text { get; }

    /// <summary>The character at an offset; the null character behind the end.</summary>
    public char this[int offset] => offset < Text.Length ? Text[offset] : '\0';

    /// <summary>The line of an offset, counted from 0.</summary>
    public int LineAt(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    public int LineCount => _lineStarts.Length;

    /// <summary>The offset of the first character of a line, counted from 0.</summary>
    public int StartOfLine(int line) => _lineStarts[line];

    /// <summary>The offset behind the last character of a line, its line break left out.</summary>
    public int EndOfLine(int line)
    {
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Text.Length;
        while (end > _lineStarts[line] && Text[end - 1] is '\n' or '\r') end--;
        return end;
    }

    /// <summary>The place of a span: of one that runs over several lines, the part on the first.</summary>
    public SourcePlace Locate(int start, int end)
    {
        var line = LineAt(Math.Clamp(start, 0, Text.Length));
        var (lineStart, lineEnd) = (StartOfLine(line), EndOfLine(line));
        start = Math.Clamp(start, lineStart, lineEnd);
        var length = Math.Max(1, Math.Min(end, lineEnd) - start);
        return new SourcePlace(Name, line + 1, start - lineStart + 1, length, Text[lineStart..lineEnd]);
    }
}

/// <summary>A stretch of a source text, from <paramref name="Start"/> up to but not including
/// <paramref name="End"/>.</summary>
internal readonly record struct Span(SourceText Source, int Start, int End)
{
    public SourcePlace Place => Source.Locate(Start, End);

    /// <summary>A part of this span; all of it where the part lies outside.</summary>
    public Span Part(int start, int length) =>
        Start + start <= End ? new Span(Source, Start + start, Math.Min(End, Start + start + length)) : this;
}
