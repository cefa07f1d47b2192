using System.Globalization;
using System.Text.RegularExpressions;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Variation;

/// <summary>What might stand in the place of a value: its numbers larger and smaller, another word of its kind, another of the values
/// that stand behind the same key elsewhere.</summary>
/// <remarks>Nothing is known of what the value means: what cannot stand there is found out by binding it.</remarks>
internal static partial class OtherValues
{
    private const int MostFromElsewhere = 6;
    private static readonly string[][] Words =
    [
        ["yes", "no", "with-clearance"], ["always", "never", "10:00-12:00"], ["never", "day 1", "day 5"], ["unlimited", "0 t", "0"],
        ["never", "always", "08:00-16:00"], ["people", "order", "priority", "proportional", "days-of-supply"],
        .. typeof(Scenario).Assembly.GetExportedTypes().Where(type => type.IsEnum)
            .Select(type => Enum.GetNames(type).Select(Kebab.Case).ToArray()),
    ];

    /// <summary>The values to try, the likeliest to act first.</summary>
    /// <param name="text">The value as written.</param>
    /// <param name="elsewhere">The values behind the same key elsewhere.</param>
    public static IEnumerable<string> Of(string text, IEnumerable<string> elsewhere) =>
        Numbers(text).Concat(Words.Where(group => group.Contains(text)).SelectMany(group => group))
            .Concat(elsewhere.Take(MostFromElsewhere)).Where(other => other != text).Distinct();

    private static IEnumerable<string> Numbers(string text)
    {
        if (text.StartsWith("${", StringComparison.Ordinal)) return [];
        if (HoursForm().IsMatch(text)) return ["10:00-12:00", "00:00-23:00", "never", "always"];
        if (DateForm().IsMatch(text)) return [Shift(text, 3), Shift(text, -2), Shift(text, 20)];
        if (PlaceForm().IsMatch(text)) return [Changed(text, n => n + 0.5), Changed(text, n => n - 0.5), Changed(text, n => n + 3)];
        if (!NumberForm().IsMatch(text)) return [];
        return
        [
            Changed(text, n => 2 * n), Changed(text, n => n / 2), Changed(text, n => n * 1.1), Changed(text, n => n + 1), Changed(text,
                n => n - 1), Changed(text, n => 10 * n),
            .. NumberForm().Matches(text).Select(match => One(text, match, n => n * 1.2)), .. NumberForm().Matches(text)
                .Select(match => One(text, match, n => n * 0.8)),
        ];
    }

    private static string Shift(string text, int days) => DateForm().Replace(text, match =>
        DateOnly.TryParse(match.Value, CultureInfo.InvariantCulture, out var date)
            ? date.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : match.Value);

    private static string Changed(string text, Func<double, double> change) =>
        NumberForm().Replace(text, match => Write(match.Value, change));

    private static string One(string text, Match match, Func<double, double> change) =>
        string.Concat(text.AsSpan(0, match.Index), Write(match.Value, change), text.AsSpan(match.Index + match.Length));

    // What was written as a whole number stays one; what would not change is changed by one.
    private static string Write(string number, Func<double, double> change)
    {
        var value = double.Parse(number.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture);
        var changed = change(value);
        if (number.Contains('.', StringComparison.Ordinal))
            return Math.Round(changed, 9).ToString("0.#########", CultureInfo.InvariantCulture);
        var whole = Math.Round(changed);
        if (whole == value && changed != value) whole += Math.Sign(changed - value);
        return whole.ToString("0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<![\w.\-])-?\d+(?:[ _]\d{3})*(?:\.\d+)?(?![\w\-]*[a-z][\w]*-)", RegexOptions.None, 1000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^\d{1,2}:\d{2}-\d{1,2}:\d{2}", RegexOptions.None, 1000)]
    private static partial Regex HoursForm();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}", RegexOptions.None, 1000)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^-?\d+(\.\d+)? [NS] -?\d+(\.\d+)? [EW]$", RegexOptions.None, 1000)]
    private static partial Regex PlaceForm();
}
