using System.Text.RegularExpressions;
using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads positions on the map: <c>37.07 N 42.38 E</c>, latitude first, without a comma.</summary>
internal static partial class Points
{
    private const string Example = "write latitude and longitude in degrees, such as `37.07 N 42.38 E`";

    public static bool Read(Cursor cursor, out GeoPoint point)
    {
        point = default;
        if (Turned().Match(cursor.Text) is { Success: true } turned)
        {
            cursor.Report(DiagnosticCodes.BadPoint, 0, cursor.Text.Length, "the longitude stands first in this position",
                $"write `{turned.Groups["lat"].Value.Trim()} {turned.Groups["lon"].Value.Trim()}`");
            return false;
        }
        if (Bare().Match(cursor.Text) is { Success: true } bare)
        {
            var (lat, lon) = (bare.Groups["lat"].Value, bare.Groups["lon"].Value);
            cursor.Report(DiagnosticCodes.BadPoint, 0, cursor.Text.Length,
                "a position needs to say which of the two is north or south, and which east or west",
                $"if the latitude is first, write `{Angle(lat, 'N', 'S')} {Angle(lon, 'E', 'W')}`");
            return false;
        }
        if (!ReadAngle(cursor, 'N', 'S', 90, "a latitude", out var latitude)) return false;
        if (cursor.TryTake(','))
        {
            cursor.Report(DiagnosticCodes.BadPoint, cursor.Position - 1, cursor.Position,
                "there is a comma between latitude and longitude",
                "leave it out: inside { } it would start the next key");
            return false;
        }
        if (!ReadAngle(cursor, 'E', 'W', 180, "a longitude", out var longitude)) return false;
        point = new(latitude, longitude);
        return cursor.Ends(DiagnosticCodes.BadPoint, "a position");
    }

    /// <summary>A number of degrees with the letter that its sign stands for.</summary>
    public static string Angle(string number, char positive, char negative) =>
        $"{number.TrimStart('-', '+')} {(number.StartsWith('-') ? negative : positive)}";

    [GeneratedRegex(@"^\s*(?<lon>[\d.]+\s*[EW])\s*,?\s*(?<lat>[\d.]+\s*[NS])\s*$")]
    private static partial Regex Turned();

    [GeneratedRegex(@"^\s*(?<lat>[-+]?\d+(\.\d+)?)\s*[, ]\s*(?<lon>[-+]?\d+(\.\d+)?)\s*$")]
    private static partial Regex Bare();

    private static bool ReadAngle(Cursor cursor, char positive, char negative, int most, string what,
        out double degrees)
    {
        degrees = 0;
        cursor.SkipSpaces();
        var start = cursor.Position;
        if (!Numerals.IsNext(cursor)) return Bad(cursor, start, what);
        if (Numerals.Read(cursor, isArgument: true) is not { } value) return false;
        var isNegative = cursor.TryTake(negative);
        if (!isNegative && !cursor.TryTake(positive))
            return Bad(cursor, start, $"{what} with `{positive}` or `{negative}`");
        if (value < 0 || value > most)
        {
            cursor.Report(DiagnosticCodes.OutOfRange, start, cursor.Position,
                $"`{cursor.Text[start..cursor.Position]}` is outside what is allowed: 0 to {most} degrees",
                value < 0 ? $"write `{negative}` instead of a minus sign" : null);
            return false;
        }
        degrees = (double)(isNegative ? -value : value);
        return true;
    }

    private static bool Bad(Cursor cursor, int start, string expected)
    {
        cursor.Report(DiagnosticCodes.BadPoint, start, cursor.Text.Length, $"{expected} is needed in a position",
            Example);
        return false;
    }
}
