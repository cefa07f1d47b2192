using System.Globalization;
using System.Text;

namespace SupplySim.Scenarios.Diagnostics;

/// <summary>Writes diagnostics for people to read: code, place, the line, a caret, a way out.</summary>
/// <remarks>
/// <code>
/// error[SS0201]: `lanse` is not a key of a crossing
///   --> corridor.supply.yaml:47:5
///    |
/// 47 |     lanse: 2
///    |     ^^^^^
///    = help: a similar key exists: `lanes`
/// </code>
/// Text that comes from the file is made safe for a terminal: control characters and those that turn the direction of
/// writing are shown as <c>\x1b</c> or <c>\u202e</c>. Of a very long line only what surrounds the place is shown.
/// The same in every culture; lines end with LF.
/// </remarks>
public static class DiagnosticText
{
    private const int LeastGutter = 3;
    private const int LongestLine = 160;

    /// <summary>All diagnostics, each followed by an empty line but for the last, and a closing line that counts
    /// them.</summary>
    public static string Write(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            if (text.Length > 0) text.Append('\n');
            Write(text, diagnostic);
        }
        return text.Append(Summary(diagnostics)).Append('\n').ToString();
    }

    /// <summary>One diagnostic, ending with a line break.</summary>
    public static string Write(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        Write(text, diagnostic);
        return text.ToString();
    }

    /// <summary>For example <c>3 errors, 1 warning. Nothing was run.</c>; without errors only the count.</summary>
    public static string Summary(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        var warnings = diagnostics.Count - errors;
        var counts = new List<string>();
        if (errors > 0 || warnings == 0) counts.Add(Count(errors, "error"));
        if (warnings > 0) counts.Add(Count(warnings, "warning"));
        return string.Join(", ", counts) + (errors > 0 ? ". Nothing was run." : ".");
    }

    /// <summary>The text with everything that could drive a terminal shown as an escape.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++) AppendSafe(safe, text, ref i);
        return safe.ToString();
    }

    private static void Write(StringBuilder text, Diagnostic diagnostic)
    {
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        text.Append(CultureInfo.InvariantCulture, $"{severity}[{diagnostic.Code}]: {Safe(diagnostic.Message)}\n");
        var gutter = LeastGutter;
        if (diagnostic.Place is { } place)
        {
            gutter = Math.Max(gutter, place.Line.ToString(CultureInfo.InvariantCulture).Length);
            text.Append(' ', gutter - 1).Append("--> ").Append(Safe(place.ToString())).Append('\n');
            if (place.Line > 0) WriteLine(text, place, diagnostic.Label, gutter);
        }
        WriteRemark(text, "help", diagnostic.Help, gutter);
        WriteRemark(text, "note", diagnostic.Note, gutter);
    }

    private static void WriteLine(StringBuilder text, SourcePlace place, string? label, int gutter)
    {
        var (line, start, length) = Window(place);
        var before = Safe(line[..start]);
        var marked = Safe(line[start..Math.Min(line.Length, start + length)]);
        var after = start + length < line.Length ? Safe(line[(start + length)..]) : "";

        text.Append(' ', gutter).Append("|\n");
        text.Append(place.Line.ToString(CultureInfo.InvariantCulture).PadRight(gutter)).Append('|');
        text.Append((' ' + before + marked + after).TrimEnd()).Append('\n');
        text.Append(' ', gutter).Append("| ").Append(' ', before.Length).Append('^', Math.Max(1, marked.Length));
        if (label is not null) text.Append(' ').Append(Safe(label));
        text.Append('\n');
    }

    private static void WriteRemark(StringBuilder text, string kind, string? remark, int gutter)
    {
        if (remark is not null)
            text.Append(' ', gutter).Append("= ").Append(kind).Append(": ").Append(Safe(remark)).Append('\n');
    }

    /// <summary>The part of the line that is shown, and where in it the place begins and how long it is
    /// there.</summary>
    private static (string Line, int Start, int Length) Window(SourcePlace place)
    {
        var (line, start) = (place.LineText, Math.Min(place.Column - 1, place.LineText.Length));
        if (line.Length <= LongestLine) return (line, start, place.Length);
        var from = Math.Clamp(start - LongestLine / 4, 0, line.Length - LongestLine);
        var shown = line.Substring(from, LongestLine);
        if (from > 0) shown = "..." + shown[3..];
        if (from + LongestLine < line.Length) shown = shown[..^3] + "...";
        return (shown, start - from, Math.Min(place.Length, LongestLine - (start - from)));
    }

    private static void AppendSafe(StringBuilder safe, string text, ref int i)
    {
        var c = text[i];
        if (c == '\t') safe.Append(' ');
        else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            safe.Append(c).Append(text[++i]);
        else if (c < 0x100 && char.IsControl(c)) safe.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
        else if (IsUnsafe(c)) safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else safe.Append(c);
    }

    private static bool IsUnsafe(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
