using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplySim.Scenarios.Values;

/// <summary>What to write in place of a date that is written as people write it elsewhere:
/// <c>26.03.2026</c>, <c>26 March 2026</c>, <c>01/03/2026</c>; or that is on no calendar.</summary>
internal static partial class DateSlips
{
    /// <summary>What helps; null where nobody can tell what is meant.</summary>
    public static string? Help(string text)
    {
        text = text.Trim();
        if (Ordered().Match(text) is { Success: true } ordered)
            return YearFirst(Number(ordered, "y"), Number(ordered, "m"), Number(ordered, "d"), ordered.Groups["t"].Value);
        if (Named().Match(text) is { Success: true } named && Month(named.Groups["m"].Value) is { } month)
            return Written([(Number(named, "y"), month, Number(named, "d"))]);
        if (YearLast().Match(text) is not { Success: true } last) return null;
        var (year, first, second) = (Number(last, "y"), Number(last, "a"), Number(last, "b"));
        // With points the day comes first all over the world; with strokes and hyphens it depends on who writes.
        return Written(last.Groups["mark"].Value == "." ? [(year, second, first)] : [(year, second, first), (year, first, second)]);
    }

    // Where it is on the calendar it is the marks that are wrong, or the time behind it.
    private static string? YearFirst(int year, int month, int day, string time)
    {
        if (IsDay(year, month, day))
            return time.Length == 0 ? Written([(year, month, day)])
                : Time().IsMatch(time) && time[0] == ' ' ? $"write `{year:0000}-{month:00}-{day:00}T{time.Trim()}`"
                : null;
        if (month is < 1 or > 12) return $"there is no month {Text(month)}: write the year, the month and the day, such as `2017-10-26`";
        return year is < 1 or > 9999 ? null
            : $"there is no such "
                + $"day: {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {Text(year)} has {Text(DateTime.DaysInMonth(year, month))} days";
    }

    private static string? Written(IEnumerable<(int Year, int Month, int Day)> meant)
    {
        var days = meant.Where(one => IsDay(one.Year, one.Month, one.Day)).Select(one => $"`{one.Year:0000}-{one.Month:00}-{one.Day:00}`")
            .Distinct().ToArray();
        return days.Length == 0 ? null : $"write {string.Join(" or ", days)}";
    }

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>The month of an English name, or of its first letters, at least three.</summary>
    private static int? Month(string name) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
            month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + 1 : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?<t>[T ].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordered();

    [GeneratedRegex(@"^ +(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][01][0-9]:[0-5][0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})(?<mark>[./-])(?<b>[0-9]{1,2})\k<mark>(?<y>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(?:(?<d>[0-9]{1,2})\.? (?<m>[A-Za-z]{3,9})\.?|(?<m>[A-Za-z]{3,9})\.? (?<d>[0-9]{1,2})),? (?<y>[0-9]{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
