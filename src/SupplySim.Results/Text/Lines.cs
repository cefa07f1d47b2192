using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplySim.Results.Text;

/// <summary>Text in lines of at most a number of characters as people count them.</summary>
internal static class Lines
{
    /// <summary>[characters] As people count them.</summary>
    public static int Width(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The text broken at spaces, but not between a number and its unit; what is longer than a line is broken anywhere.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">[characters] Of a line, at least 1.</param>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text).SelectMany(w => Pieces(w, width)))
        {
            if (line.Length > 0 && Width(line) + 1 + Width(word) > width)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>The text for a page that breaks its lines itself: with a space between a number and its unit at which it cannot.</summary>
    public static string Unbroken(string text) => string.Join(' ', Words(text).Select(word => word.Replace(' ', '\u00a0')));

    // A number and its unit are one.
    private static IEnumerable<string> Words(string text)
    {
        var word = "";
        foreach (var next in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isUnit = word.Length > 0 && char.IsAsciiDigit(word[^1])
                && next.TrimEnd('.', ',', ';', ':', ')') is "%" or "d" or "h" or "t" or "M" or "km" or "kg";
            if (!isUnit && word.Length > 0) yield return word;
            word = isUnit ? $"{word} {next}" : next;
        }
        if (word.Length > 0) yield return word;
    }

    /// <summary>The text with spaces behind it up to a width.</summary>
    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>The text with spaces before it up to a width.</summary>
    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Width(text))) + text;

    /// <summary>The beginning of a text that is too long, with an ellipsis.</summary>
    public static string Shorten(string text, int width) =>
        Width(text) <= width ? text : new StringInfo(text).SubstringByTextElements(0, width - 1) + "…";

    /// <summary>A name, such as <c>asked-a-week-earlier</c>, in lines of at most a width: broken behind a hyphen where it can be.</summary>
    public static List<string> WrapName(string name, int width)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var part in Regex.Split(name, "(?<=-)"))
        {
            if (line.Length > 0 && Width(line) + Width(part) > width)
            {
                lines.Add(line);
                line = "";
            }
            line += part;
        }
        lines.Add(line);
        return [.. lines.SelectMany(one => Pieces(one, width))];
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        var elements = new StringInfo(word);
        for (var from = 0; from < elements.LengthInTextElements; from += width)
            yield return elements.SubstringByTextElements(from, Math.Min(width, elements.LengthInTextElements - from));
    }
}
