using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads positions on the map: <c>37.07 N 42.38 E</c>, latitude first, without a comma.</summary>
internal static class Points
{
    private const string Example = "write latitude and longitude in degrees, such as `37.07 N 42.38 E`";

    public static bool Read(Cursor cursor, out GeoPoint point)
    {
        point = default;
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
