using System.Globalization;
using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads points in time: <c>2017-10-26</c>, <c>2017-10-26T06:00+03:00</c>, <c>day 5</c>,
/// <c>never</c>.</summary>
internal static class Moments
{
    private const string Example = "write `2017-10-26`, `2017-10-26T06:00+03:00`, `day 5` or `never`";
    private const string ExampleOfDate = "write a date, such as `2017-10-20` or `2017-10-20T00:00+03:00`";

    // Who does not know when draws how long after the start.
    private const string ExampleOfUnknown = "of what comes on a day that is not known, write how long after the start and up to when: "
        + "`every: \"uniform(20 d, 40 d)\"` and `until: day 40`";

    private const int LatestDay = 36_525;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;

    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];
    private static readonly string[] Utc = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly string[] Local = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads the text of a value. What is wrong with it is reported.</summary>
    /// <param name="cursor">Before it.</param>
    /// <param name="moment">What was read.</param>
    /// <param name="isDate">Whether help names dates alone, as for the start, from which days are counted.</param>
    public static bool Read(Cursor cursor, out Moment moment, bool isDate = false)
    {
        moment = Moment.Never;
        if (cursor.TryTakeWord("never")) return cursor.Ends(DiagnosticCodes.BadMoment, "a moment");
        if (cursor.TryTakeWord("day")) return ReadDay(cursor, out moment);
        if (ReadDate(cursor.Text.Trim()) is { } read)
        {
            moment = read;
            var year = read.Instant?.Year ?? read.Local!.Value.Year;
            if (year is >= EarliestYear and <= LatestYear) return true;
            cursor.Report(DiagnosticCodes.OutOfRange,
                $"the year {year} is outside what is allowed: {EarliestYear} to {LatestYear}");
            return false;
        }
        cursor.Report(DiagnosticCodes.BadMoment, $"`{cursor.Text}` is not a date or time",
            DateSlips.Help(cursor.Text) ?? (!isDate && IsLaw(cursor.Text) ? ExampleOfUnknown : null)
                ?? (cursor.Text.AsSpan().ContainsAny("<>(") ? "a condition stands behind `when` or `while`, a date behind `at`" : null)
                ?? (!isDate && DayIn(cursor.Text) is { } day
                    ? $"write `day {day}`, which is counted from the start: day 0 is the first"
                    : null) ?? (isDate ? ExampleOfDate : Example));
        return false;
    }

    /// <summary>Reads one by itself, outside a file.</summary>
    /// <returns>Null where the text is none.</returns>
    public static Moment? Read(string text)
    {
        text = text.Trim();
        if (text == "never") return Moment.Never;
        if (text.StartsWith("day ", StringComparison.Ordinal))
            return decimal.TryParse(text.AsSpan(4), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var day)
                && day <= LatestDay
                ? AfterDays(day)
                : null;
        return ReadDate(text) is { } read && (read.Instant?.Year ?? read.Local!.Value.Year) is >= EarliestYear and <= LatestYear
            ? read
            : null;
    }

    /// <summary>The day with its fraction that is meant by a day and a time, as reports tell one; null
    /// where it is something else.</summary>
    /// <remarks>It is not read as such: a report tells the time of the clock on that day, and days are
    /// counted from the start, which need not be midnight.</remarks>
    /// <returns>For example <c>day 12.5</c> of <c>day 12 12:00</c>.</returns>
    public static string? WithTime(string text) =>
        text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["day" or "Day", var day, .., var time]
            && int.TryParse(day.AsSpan().TrimEnd(','), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
        && TimeOnly.TryParseExact(time, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? string.Create(CultureInfo.InvariantCulture, $"day {whole + Math.Round((decimal)at.Ticks / TimeSpan.TicksPerDay, 4):0.####}")
            : null;

    private static bool IsLaw(string text) =>
        text.Trim().Split('(') is [var name, _, ..] && (name is "unknown" or "choice" || Laws.Forms.Any(law => law.Name == name));

    // 20, 20 d, d20, day20, and so on.
    private static string? DayIn(string text)
    {
        var number = text.Trim().Trim("dDays+T ".ToCharArray());
        return number.Length is > 0 and < 6 && number.All(one => char.IsAsciiDigit(one) || one == '.')
            && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? number : null;
    }

    private static Moment AfterDays(decimal day) =>
        Moment.After(new TimeSpan(decimal.ToInt64(decimal.Round(day * TimeSpan.TicksPerDay, MidpointRounding.ToEven))));

    private static bool ReadDay(Cursor cursor, out Moment moment)
    {
        moment = default;
        if (WithTime(cursor.Text) is { } meant)
        {
            cursor.Report(DiagnosticCodes.BadMoment, $"`{cursor.Text.Trim()}` is a day with a time",
                $"write `{meant}`, which counts from the start, or a date, such as `2017-10-26T06:00`");
            return false;
        }
        if (Amount.Read(cursor, Sort.Number, new Bounds(0, LatestDay)) is not { } day) return false;
        moment = AfterDays(day);
        return cursor.Ends(DiagnosticCodes.BadMoment, "a day of the run");
    }

    private static Moment? ReadDate(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateTimeOffset.TryParseExact(text, WithOffset, culture, DateTimeStyles.None, out var instant))
            return Moment.At(instant);
        if (DateTimeOffset.TryParseExact(text, Utc, culture, DateTimeStyles.AssumeUniversal, out instant))
            return Moment.At(instant);
        return DateTime.TryParseExact(text, Local, culture, DateTimeStyles.None, out var local)
            ? Moment.At(local)
            : null;
    }
}
