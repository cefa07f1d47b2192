using System.Globalization;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads numbers: <c>40000</c>, <c>40 000</c>, <c>40_000</c>, <c>0.55</c>; exactly, as decimals.</summary>
internal static class Numerals
{
    private const string Example = "such as `40 000` or `0.55`";

    /// <summary>[characters] As in <c>e-12</c>.</summary>
    private const int LongestExponent = 4;

    /// <summary>Whether a number stands next, well-formed or not.</summary>
    public static bool IsNext(Cursor cursor)
    {
        cursor.SkipSpaces();
        var i = cursor.Next is '-' or '+' or '\u2212' ? cursor.Position + 1 : cursor.Position;
        return char.IsAsciiDigit(cursor[i]) || cursor[i] == '.';
    }

    /// <summary>Reads a number; null where none stands here or it cannot be used, which is then reported.</summary>
    /// <param name="cursor">Before the number; afterwards behind it.</param>
    /// <param name="isArgument">Within the arguments of a distribution a comma ends the number.</param>
    /// <param name="isWhole">Whether it is a count, which has no decimals.</param>
    public static decimal? Read(Cursor cursor, bool isArgument, bool isWhole = false)
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        if (!IsNext(cursor)) return NotANumber(cursor);
        var isNegative = cursor.Next is '-' or '\u2212';
        if (isNegative || cursor.Next == '+') cursor.Position++;
        var digits = ReadDigits(cursor);
        if (digits.Length == 0) return Malformed(cursor, start);
        if (!isArgument && cursor.Next == ',' && char.IsAsciiDigit(CharAfter(cursor))) return Comma(cursor, start, isWhole);
        if (cursor.Next == '.' && char.IsAsciiDigit(CharAfter(cursor)))
        {
            cursor.Position++;
            digits += "." + TakeDigits(cursor);
        }
        var exponent = ReadExponent(cursor);
        if (exponent.Length > LongestExponent) return TooLarge(cursor, start);
        digits += exponent;
        if (cursor.Next is '.' or '_' || char.IsAsciiDigit(cursor.Next)) return Malformed(cursor, start);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var value))
            return TooLarge(cursor, start);
        return isNegative ? -value : value;
    }

    /// <summary>Whole digits, thousands set apart by one space or underscore: 40 000.</summary>
    private static string ReadDigits(Cursor cursor)
    {
        var digits = TakeDigits(cursor);
        while (digits.Length > 0 && IsGroupNext(cursor))
        {
            cursor.Position++;
            digits += TakeDigits(cursor);
        }
        return digits;
    }

    private static bool IsGroupNext(Cursor cursor)
    {
        if (cursor.Next is not (' ' or '_' or '\u00a0' or '\u202f')) return false;
        var count = 0;
        while (char.IsAsciiDigit(cursor[cursor.Position + 1 + count])) count++;
        return count == 3;
    }

    /// <summary>An exponent such as <c>e3</c>, which programs write.</summary>
    private static string ReadExponent(Cursor cursor)
    {
        var start = cursor.Position;
        if (cursor.Next is not ('e' or 'E')) return "";
        cursor.Position++;
        if (cursor.Next is '+' or '-') cursor.Position++;
        if (TakeDigits(cursor).Length > 0) return cursor.Text[start..cursor.Position];
        cursor.Position = start;
        return "";
    }

    private static string TakeDigits(Cursor cursor)
    {
        var start = cursor.Position;
        while (char.IsAsciiDigit(cursor.Next)) cursor.Position++;
        return cursor.Text[start..cursor.Position];
    }

    private static char CharAfter(Cursor cursor) => cursor[cursor.Position + 1];

    private static decimal? NotANumber(Cursor cursor)
    {
        var piece = cursor.Position < cursor.Text.Length ? cursor.PieceAhead() : "";
        if (Laws.Names.Contains(piece) && cursor[cursor.Position + piece.Length] == '(')
        {
            cursor.Report(DiagnosticCodes.BadDistribution, cursor.Position, cursor.Position + piece.Length,
                $"`{piece}` is a law, and one known value is needed here",
                "write the value; what nobody knows can be a parameter, with an alternative for each value");
            return null;
        }
        var message = piece.Length == 0 ? "a number is missing" : $"`{piece}` is not a number";
        cursor.Report(DiagnosticCodes.NotANumber, cursor.Position, cursor.Position + piece.Length, message,
            $"write a number {Example}");
        return null;
    }

    private static decimal? Malformed(Cursor cursor, int start)
    {
        var end = start + PieceFrom(cursor, start);
        cursor.Report(DiagnosticCodes.NotANumber, start, end, $"`{cursor.Text[start..end]}` is not a number",
            $"write a number {Example}");
        return null;
    }

    private static decimal? Comma(Cursor cursor, int start, bool isWhole)
    {
        var end = start + PieceFrom(cursor, start, takesCommas: true);
        var written = cursor.Text[start..end];
        cursor.Report(DiagnosticCodes.CommaInNumber, start, end,
            $"`{written}` has a comma: is it a decimal point, or does it set thousands apart?",
            isWhole && !IsInThousands(written, ',') ? "a whole number is needed here: write it without decimals" : WithoutCommas(written));
        return null;
    }

    /// <summary>How to write a number that has commas. Where they set thousands apart, a point would make it a thousandth.</summary>
    public static string WithoutCommas(string written) => IsInThousands(written, ',')
        ? $"write `{written.Replace(',', ' ')}` or `{written.Replace(",", "", StringComparison.Ordinal)}`"
        : $"write `{written.Replace(',', '.')}`";

    /// <summary>Whether groups of three digits are set apart, as in <c>30,000</c> and <c>1,250,000</c>; not <c>0,555</c>.</summary>
    public static bool IsInThousands(string written, char mark)
    {
        var groups = written.TrimStart('-', '+', '\u2212').Split(mark);
        groups[^1] = mark == '.' ? groups[^1] : groups[^1].Split('.')[0];
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0'
            && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit));
    }

    private static decimal? TooLarge(Cursor cursor, int start)
    {
        cursor.Report(DiagnosticCodes.OutOfRange, start, cursor.Position,
            $"`{cursor.Text[start..cursor.Position]}` is beyond all measure", "numbers have up to 28 digits");
        return null;
    }

    private static int PieceFrom(Cursor cursor, int start, bool takesCommas = false)
    {
        var end = Math.Max(start + 1, cursor.Position);
        while (char.IsLetterOrDigit(cursor[end]) || cursor[end] is '.' or '_' || (takesCommas && cursor[end] == ','))
            end++;
        return end - start;
    }
}
