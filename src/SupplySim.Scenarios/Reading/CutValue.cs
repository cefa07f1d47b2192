using System.Globalization;
using System.Text.RegularExpressions;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Reading;

/// <summary>Notices, while a <c>{ }</c> or <c>[ ]</c> is read, that a comma within a value was taken for its end:
/// <c>{b: lognormal(mean=6 h, sd=2 h)}</c> and <c>{b: 4,000}</c> are two keys each to YAML.</summary>
/// <remarks>One for each bracket; the pieces behind the first are swallowed, so that one mistake is reported
/// once.</remarks>
internal partial struct CutValue
{
    private int _openParentheses;
    private bool _isNumber;

    /// <summary>Whether the next value is still a piece of the one that was cut.</summary>
    public readonly bool IsInside => _openParentheses > 0 || _isNumber;

    /// <summary>Whether the value was cut by a comma; then it is reported.</summary>
    /// <param name="value">The value that was read.</param>
    /// <param name="key">Its key, or null in a list.</param>
    /// <param name="diagnostics">Where it is reported.</param>
    public bool Begins(Node value, ScalarNode? key, DiagnosticBag diagnostics)
    {
        if (value is not ScalarNode { IsPlain: true } scalar || scalar.Span.Source[scalar.Span.End] != ',')
            return false;
        _openParentheses = Balance(scalar.Text);
        _isNumber = _openParentheses == 0 && key is not null && IsNumberCut(scalar.Span);
        if (_openParentheses == 0 && !_isNumber && key is not null && PointCut(scalar.Span) is { } longitude)
        {
            _isNumber = true;
            diagnostics.Add(DiagnosticCodes.CutByComma, scalar.Span, "this position is cut in two by the comma",
                $"write `{Points.Angle(scalar.Text.Trim(), 'N', 'S')} {Points.Angle(longitude, 'E', 'W')}`, if the latitude is first",
                label: "here ends the value");
            return true;
        }
        if (_openParentheses > 0) ReportBrackets(scalar.Span, key, diagnostics);
        else if (_isNumber) ReportNumber(scalar.Span, diagnostics);
        return IsInside;
    }

    /// <summary>Takes a piece in.</summary>
    public void Swallow(Node piece)
    {
        _openParentheses = piece is ScalarNode scalar ? _openParentheses + Balance(scalar.Text) : 0;
        _isNumber = _isNumber && IsNumberCut(piece.Span);
    }

    /// <summary>Keys begin with a letter, and a comma is followed by a space: digits on both sides of one are one
    /// number.</summary>
    private static bool IsNumberCut(Span value) =>
        char.IsAsciiDigit(value.Source[value.End - 1]) && value.Source[value.End] == ','
            && char.IsAsciiDigit(value.Source[value.End + 1]);

    // 37.07, 42.38: no key begins with a digit, so what stands there is the rest of a value. Null where it is something else.
    private static string? PointCut(Span value)
    {
        var (source, at) = (value.Source, value.End + 1);
        while (source[at] == ' ') at++;
        var end = at;
        while (char.IsAsciiDigit(source[end]) || source[end] is '.' || (source[end] is '-' && end == at)) end++;
        return decimal.TryParse(source.Text[value.Start..value.End], NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
            && Math.Abs(first) <= 90
            && source.Text[at..end].Contains('.', StringComparison.Ordinal) && source[end] is ',' or '}' or ' '
                ? source.Text[at..end]
                : null;
    }

    private static void ReportNumber(Span first, DiagnosticBag diagnostics)
    {
        var (source, end) = (first.Source, first.End);
        while (source[end] == ',' && char.IsAsciiDigit(source[end + 1]))
            for (end++; char.IsAsciiDigit(source[end]);) end++;
        var written = source.Text[first.Start..end];
        diagnostics.Add(DiagnosticCodes.CommaInNumber, first with { End = end },
            $"`{written}` has a comma: is it a decimal point, or does it set thousands apart?",
            Numerals.WithoutCommas(written));
    }

    private static void ReportBrackets(Span first, ScalarNode? key, DiagnosticBag diagnostics)
    {
        var (whole, name) = (WholeOf(first), first.Source.Text[first.Start..first.End].Split('(')[^2].Split(' ', '(')[^1]);
        var what = Laws.Names.Contains(name) ? "distribution" : ConditionText.Knows(name) ? "condition" : "value";
        var begins = key is null ? "inside [ ] a comma starts the next item" : "inside { } a comma starts the next key";
        var quoted = key is null ? $"`\"{whole}\"`" : $"`{key.Text}: \"{whole}\"`";
        // What would be wrong within the quotes as well.
        var dotted = what == "condition" ? Commodity().Replace(whole, "stock($1.$2)") : whole;
        diagnostics.Add(DiagnosticCodes.CutByComma, first, $"this {what} is cut in two by the comma",
            dotted != whole ? $"of one commodity it is written with a dot: `{(key is null ? "" : key.Text + ": ")}{dotted}`"
                : $"{begins}; put the whole in quotes: {quoted}{(key is null ? "" : ", or on a line of its own")}",
            label: "here ends the value");
    }

    // From its beginning to the comma or bracket behind the parenthesis that closes it.
    private static string WholeOf(Span first)
    {
        var (source, open, end) = (first.Source, 0, first.Start);
        for (; source[end] is not ('\0' or '\n' or '\r') && (open > 0 || source[end] is not (',' or '}' or ']')); end++)
            open += source[end] == '(' ? 1 : source[end] == ')' ? -1 : 0;
        return source.Text[first.Start..end].Trim();
    }

    [GeneratedRegex(@"\bstock\(\s*([\w-]+)\s*,\s*([\w-]+)\s*\)")]
    private static partial Regex Commodity();

    private static int Balance(string text) => text.Count(c => c == '(') - text.Count(c => c == ')');
}
