using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads opening hours: <c>08:00-17:00 [mon-fri]</c>, several joined by <c>and</c>, <c>always</c>,
/// <c>never</c>.</summary>
internal static class HoursText
{
    private const string Example = "write `08:00-17:00`, `08:00-17:00 [mon-fri]`, `always` or `never`";

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static bool Read(Cursor cursor, out Hours hours)
    {
        hours = Hours.Always;
        if (cursor.TryTakeWord("always")) return cursor.Ends(DiagnosticCodes.BadHours, "opening hours");
        hours = Hours.Never;
        if (cursor.TryTakeWord("never")) return cursor.Ends(DiagnosticCodes.BadHours, "opening hours");
        var windows = new List<OpeningWindow>();
        do
        {
            if (ReadWindow(cursor) is not { } window) return false;
            windows.Add(window);
        }
        while (cursor.TryTakeWord("and"));
        hours = Hours.Of(windows);
        if (!cursor.AtEnd && AreDays(cursor.Text[cursor.Position..].Trim()))
        {
            cursor.Report(DiagnosticCodes.BadHours, cursor.Position, cursor.Text.Length,
                $"`{cursor.Text[cursor.Position..]}` are days, which stand in brackets",
                $"write `{cursor.Text[..cursor.Position].Trim()} [{cursor.Text[cursor.Position..].Trim()}]`, within `{{ }}` in quotes");
            return false;
        }
        return cursor.Ends(DiagnosticCodes.BadHours, "opening hours");
    }

    /// <summary>Whether a word is a day of the week, or some of them from one to another: <c>mon-fri</c>.</summary>
    public static bool AreDays(string word) =>
        word.Split('-', ',') is { Length: > 0 } days && days.All(day => Days.Contains(day.Trim().ToLowerInvariant()));

    private static OpeningWindow? ReadWindow(Cursor cursor)
    {
        if (ReadTime(cursor) is not { } from) return null;
        if (!cursor.TryTake('-'))
            return Bad<OpeningWindow>(cursor, "a `-` is missing between opening and closing time");
        if (ReadTime(cursor) is not { } to) return null;
        var days = new List<DayOfWeek>();
        if (cursor.TryTake('[') && !ReadDays(cursor, days)) return null;
        return new OpeningWindow(from, to, [.. days]);
    }

    /// <summary>A time of day, <c>00:00</c> to <c>24:00</c>.</summary>
    private static TimeOnly? ReadTime(Cursor cursor)
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        while (char.IsAsciiDigit(cursor.Next) || cursor.Next == ':') cursor.Position++;
        var text = cursor.Text[start..cursor.Position];
        if (text is "24:00") return TimeOnly.MinValue;
        if (text.Length == 5 && text[2] == ':' && TwoDigits(text, 0) is { } hour and < 24
            && TwoDigits(text, 3) is { } minute and < 60)
            return new TimeOnly(hour, minute);
        if (text.Length == 4 && text[1] == ':')
        {
            cursor.Report(DiagnosticCodes.BadHours, start, cursor.Position, $"`{text}` is no time of day: a zero is missing",
                $"write `0{text}`");
            return null;
        }
        cursor.Position = start;
        return Bad<TimeOnly>(cursor, "a time of day is needed here");
    }

    private static bool ReadDays(Cursor cursor, List<DayOfWeek> days)
    {
        do
        {
            cursor.SkipSpaces();
            var start = cursor.Position;
            var ends = cursor.TakeWord().Split('-');
            var (first, last) = (Array.IndexOf(Days, ends[0]), Array.IndexOf(Days, ends[^1]));
            if (first < 0 || last < 0 || ends.Length > 2)
            {
                cursor.Report(DiagnosticCodes.BadHours, start, Math.Max(start + 1, cursor.Position),
                    $"`{cursor.Text[start..cursor.Position]}` is not a day of the week",
                    $"write {string.Join(", ", Days)}, or from one to another: `mon-fri`");
                return false;
            }
            for (var day = first; ; day = (day + 1) % 7)
            {
                days.Add((DayOfWeek)((day + 1) % 7));
                if (day == last) break;
            }
        }
        while (cursor.TryTake(','));
        return cursor.TryTake(']') || Bad<bool>(cursor, "a `]` is missing behind the days") is not null;
    }

    private static int? TwoDigits(string text, int start) =>
        char.IsAsciiDigit(text[start]) && char.IsAsciiDigit(text[start + 1])
            ? (text[start] - '0') * 10 + text[start + 1] - '0'
            : null;

    private static T? Bad<T>(Cursor cursor, string message) where T : struct
    {
        cursor.Report(DiagnosticCodes.BadHours, cursor.Position, cursor.Text.Length, message, Example);
        return null;
    }
}
