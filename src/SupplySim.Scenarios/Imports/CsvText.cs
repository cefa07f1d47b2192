using System.Text;
using CsvHelper;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Imports;

/// <summary>A table as text: row after row, cell by cell, each with its place in the file.</summary>
/// <remarks>RFC 4180; the separator is the first of comma, semicolon and tab in the first line. Spaces around cells that are not
/// quoted do not count; nor do empty lines. The only class that knows CsvHelper.</remarks>
internal sealed class CsvText : IDisposable
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly byte[] _bytes;
    private readonly CsvReader _reader;
    private int _seenBytes;
    private int _seenChars;

    public CsvText(SourceText source, DiagnosticBag diagnostics)
    {
        (_source, _diagnostics, _bytes) = (source, diagnostics, Encoding.UTF8.GetBytes(source.Text));
        var first = source.Text.AsSpan(0, source.EndOfLine(0));
        var separator = first.IndexOfAny(",;\t") is >= 0 and var at ? first[at] : ',';
        _reader = CsvReader.Create(_bytes, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
    }

    /// <summary>Whether a row could not be read, so that those behind it are missing.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The row that was read last.</summary>
    public Span Row { get; private set; }

    /// <summary>Its cells that hold something; null for those that do not. As many as the row has.</summary>
    public List<ScalarNode?> Cells { get; } = [];

    /// <summary>Goes on to the next row; false at the end, and where a row cannot be read, which is reported.</summary>
    public bool Read()
    {
        Cells.Clear();
        try
        {
            if (!_reader.Read()) return false;
        }
        catch (CsvFormatException)
        {
            HasFailed = true;
            var start = Row.Source is null ? 0 : Row.End;
            while (_source[start] is '\r' or '\n') start++;
            _diagnostics.Add(DiagnosticCodes.BadTable, new Span(_source, start, start + 1),
                "from this row on the table cannot be read: a quotation mark is not closed, or stands within a cell",
                "put a cell that holds a quotation mark in quotes, and write the mark twice");
            return false;
        }
        var begin = (int)_reader.ByteOffset;
        var from = CharAt(begin);
        for (var i = 0; i < _reader.FieldCount; i++) Cells.Add(Cell(i));
        Row = new(_source, from, CharAt(begin + _reader.RawRecord.Length));
        return true;
    }

    public void Dispose() => _reader.Dispose();

    private ScalarNode? Cell(int index)
    {
        var raw = _reader.GetRawSpan(index);
        if (!_bytes.AsSpan().Overlaps(raw, out var offset)) return null;
        var trimmed = raw.TrimStart(" \t"u8);
        var start = CharAt(offset + raw.Length - trimmed.Length);
        var end = CharAt(offset + raw.TrimEnd(" \t"u8).Length);
        var text = _reader.GetString(index);
        return text.AsSpan().Trim().IsEmpty ? null : new(text, new(_source, start, end), isPlain: trimmed is not [(byte)'"', ..]);
    }

    /// <summary>The offset in the text of an offset in its bytes; offsets are asked for in nearly ascending order.</summary>
    private int CharAt(int offset)
    {
        if (_bytes.Length == _source.Text.Length) return offset;
        if (offset < _seenBytes) return _seenChars - Encoding.UTF8.GetCharCount(_bytes.AsSpan(offset.._seenBytes));
        _seenChars += Encoding.UTF8.GetCharCount(_bytes.AsSpan(_seenBytes..offset));
        _seenBytes = offset;
        return _seenChars;
    }
}
