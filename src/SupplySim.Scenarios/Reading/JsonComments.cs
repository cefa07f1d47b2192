namespace SupplySim.Scenarios.Reading;

/// <summary>Makes JSON with comments readable as YAML, without moving anything: offsets, lines and columns
/// stay.</summary>
/// <remarks>
/// JSON is all but a part of YAML. What is not: comments <c>// ...</c> and <c>/* ... */</c>, and tabs as indentation.
/// Both become spaces. A text counts as JSON when its first character that is no space or comment is <c>{</c>.
/// </remarks>
internal static class JsonComments
{
    public static bool IsJson(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            if (CommentEnd(text, i) is not { } end) return text[i] == '{';
            i = end - 1;
        }
        return false;
    }

    public static string Blank(string text)
    {
        var blanked = text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') i = StringEnd(text, i);
            else if (text[i] == '\t') blanked[i] = ' ';
            else if (CommentEnd(text, i) is { } end)
            {
                for (; i < end; i++)
                    if (text[i] is not ('\n' or '\r')) blanked[i] = ' ';
                i--;
            }
        }
        return new string(blanked);
    }

    /// <summary>The offset behind a comment that begins here, or null where none does: <c>http://</c> begins
    /// none.</summary>
    private static int? CommentEnd(string text, int start)
    {
        if (text[start] != '/' || start + 1 == text.Length || (start > 0 && text[start - 1] == ':')) return null;
        var end = text[start + 1] switch
        {
            '/' => text.IndexOf('\n', start),
            '*' when text.IndexOf("*/", start + 2, StringComparison.Ordinal) is >= 0 and var close => close + 2,
            '*' => -1,
            _ => start,
        };
        return end == start ? null : end < 0 ? text.Length : end;
    }

    /// <summary>The offset of the closing quotation mark of a string, or of the last character.</summary>
    private static int StringEnd(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i;
        }
        return text.Length - 1;
    }
}
