using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Reading;

/// <summary>Looks at a text before it is parsed: refuses what is not text, and tabs that indent.</summary>
internal static class CharacterScan
{
    /// <summary>Whether the text can be parsed; what is in the way is reported, of each kind the first few.</summary>
    public static bool Passes(SourceText source, DiagnosticBag diagnostics) =>
        IsText(source, diagnostics) && !HasTabs(source, diagnostics);

    /// <summary>Whether all characters are those of a text; the first that is not is reported.</summary>
    public static bool IsText(SourceText source, DiagnosticBag diagnostics)
    {
        if (FindNotText(source.Text) is not { } offset) return true;
        diagnostics.Add(DiagnosticCodes.NotText, new Span(source, offset, offset + 1),
            $"the character U+{(int)source.Text[offset]:X4} does not belong in a scenario file",
            "save the file as plain text in UTF-8, and remove this character");
        return false;
    }

    /// <summary>Control characters, separators that other programs count as line breaks, halves of surrogate
    /// pairs.</summary>
    private static int? FindNotText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\x7f' or '\n' or '\r' or '\t') continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsControl(c) || char.IsSurrogate(c)
                || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff') return i;
        }
        return null;
    }

    private static bool HasTabs(SourceText source, DiagnosticBag diagnostics)
    {
        var found = false;
        for (var line = 0; line < source.LineCount; line++)
        {
            var (start, end) = (source.StartOfLine(line), source.EndOfLine(line));
            var text = source.Text.AsSpan(start, end - start);
            var indent = text.Length - text.TrimStart(" \t").Length;
            var tab = text[..indent].IndexOf('\t');
            if (tab < 0 || indent == text.Length || text[indent] == '#') continue;
            found = true;
            diagnostics.Add(DiagnosticCodes.Tab, new Span(source, start + tab, start + indent),
                "this line is indented with a tab",
                "indent with spaces; how wide a tab is differs from editor to editor");
        }
        return found;
    }
}
