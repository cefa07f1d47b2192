using System.Text.RegularExpressions;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Reading;

/// <summary>Tells what a person most likely did where the scanner only knows that it cannot go on.</summary>
internal static partial class SyntaxTraps
{
    /// <summary>The mistake at the place where the scanner stopped.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Where the scanner says that the trouble begins.</param>
    /// <param name="end">Where it says that it ends.</param>
    /// <param name="reason">What the scanner says.</param>
    /// <param name="openBracket">The offset of the innermost <c>[</c> or <c>{</c> not closed so far, or null.</param>
    public static UnreadableException Explain(SourceText source, int start, int end, string reason, int? openBracket)
    {
        var text = source.Text;
        start = Math.Clamp(start, 0, text.Length);
        var here = source[start];
        var before = text[source.StartOfLine(source.LineAt(start))..start];
        var span = new Span(source, start, Math.Max(end, start + 1));
        var one = span with { End = start + 1 };
        return here switch
        {
            '%' or '@' or '`' => new(DiagnosticCodes.BadFirstCharacter, one,
                $"a value cannot begin with `{here}`", "put the value in quotes"),
            '{' when before.EndsWith('$') => BareParameter(source, start - 1),
            ':' when UnclosedCall().IsMatch(before) => new(DiagnosticCodes.ColonInArguments, one,
                "the name of an argument is followed by `:`",
                "write `name=value`, such as `lognormal(mean=6 h, sd=2 h)`"),
            '[' when openBracket is not null => new(DiagnosticCodes.BareBracket, one,
                "a value cannot go on with `[` here",
                "inside { } or [ ] put a value that holds brackets in quotes: `\"08:00-17:00 [mon-fri]\"`"),
            '"' when IsAbout("escape") => new(DiagnosticCodes.Unreadable, one,
                "the text that starts here holds an escape that does not exist",
                "within double quotes write `\\\\` for a backslash, or use single quotes"),
            '"' or '\'' when IsAbout("quoted") => new(DiagnosticCodes.NotClosed, one,
                "the text that starts here is not closed", $"end it with `{here}`"),
            _ when openBracket is not null && string.IsNullOrWhiteSpace(text[start..]) =>
                Unclosed(source, start, openBracket),
            _ => Other(source, span, reason, openBracket),
        };

        bool IsAbout(string word) => reason.Contains(word, StringComparison.Ordinal);
    }

    /// <summary>A bracket that is never closed; the scanner itself only fails.</summary>
    public static UnreadableException Unclosed(SourceText source, int lastGood, int? openBracket)
    {
        if (openBracket is not { } open)
            return new(DiagnosticCodes.Unreadable, new Span(source, lastGood, lastGood + 1),
                "from here on the text cannot be read");
        var bracket = source[open];
        return new(DiagnosticCodes.Unreadable, new Span(source, open, open + 1),
            $"the `{bracket}` that stands here is not closed",
            $"add the missing `{(bracket == '[' ? ']' : '}')}`");
    }

    private static UnreadableException Other(SourceText source, Span span, string reason, int? openBracket)
    {
        if (openBracket is { } open && reason.Contains("did not find expected ','", StringComparison.Ordinal))
        {
            var line = source.Locate(open, open + 1);
            var written = source.Text[open..span.Start];
            var isSemicolon = written.LastIndexOf(';') > written.LastIndexOfAny([',', '{', '[']);
            return new(DiagnosticCodes.Unreadable, span,
                $"a `,` or the end of the `{source[open]}` of line {line.Line} is expected here",
                isSemicolon
                    ? "a `;` stands before it: write `,` between two keys"
                    : "keys within `{ }` are set apart by commas, and what is opened is closed");
        }
        if (reason.Contains("did not find expected key", StringComparison.Ordinal))
            return new(DiagnosticCodes.Unreadable, span, "a key with a colon is expected here",
                "keys of one block begin in the same column");
        if (reason.Contains("found invalid mapping", StringComparison.Ordinal))
            return new(DiagnosticCodes.Unreadable, span, "a second key cannot stand here",
                "a key is followed by a colon and a space; put text that holds a colon and a space in quotes");
        return new(DiagnosticCodes.Unreadable, span, $"from here on the text cannot be read: {reason.TrimEnd('.')}");
    }

    private static UnreadableException BareParameter(SourceText source, int start)
    {
        var end = source.Text.IndexOfAny(['}', '\n', '\r'], start);
        end = end < 0 ? source.Text.Length : source[end] == '}' ? end + 1 : end;
        return new(DiagnosticCodes.BareParameter, new Span(source, start, end),
            "a parameter inside { } or [ ] needs quotes", $"write `\"{source.Text[start..end]}\"`");
    }

    [GeneratedRegex(@"[a-z-]\([^()]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnclosedCall();
}
