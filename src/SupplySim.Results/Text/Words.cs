using System.Globalization;

namespace SupplySim.Results.Text;

/// <summary>Small turns of phrase.</summary>
internal static class Words
{
    /// <summary>A number as people read it: <c>6,000</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>1 run</c>, <c>200 runs</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">Of one.</param>
    /// <param name="plural">Of several. Default: the noun with an s.</param>
    public static string Count(long number, string noun, string? plural = null) =>
        Number(number) + " " + (number == 1 ? noun : plural ?? noun + "s");

    /// <summary>How many runs there are of how many that were planned, and how long each is: <c>12 of 200 runs × 90 days</c>.</summary>
    public static string Runs(int runs, int planned, TimeSpan length)
    {
        var days = Figure.Of(length.TotalDays, 0, Scale.Plain).Main;
        return FormattableString.Invariant(
            $"{(runs == planned ? Count(runs, "run") : $"{runs} of {planned} runs")} × {days} {(days == "1" ? "day" : "days")}");
    }

    /// <summary>A unit of columns, of several: <c>vehicles</c>; <c>t</c> is the same.</summary>
    public static string Plural(string unit) => unit switch
    {
        "person" => "people",
        "vehicle" or "piece" or "attack" or "person-day" or "vehicle-day" => unit + "s",
        _ => unit,
    };

    /// <summary>Items as people list them: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1];

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Sentences one behind the other: the first as it is, so that it can follow other words, the others with capitals.</summary>
    public static string Sentences(IReadOnlyList<string> all) => string.Join(' ', all.Select((one, i) => i == 0 ? one : Sentence(one)));

    /// <summary>A share of runs, to a tenth of a per cent; 0 and 100 % are said of none and all alone. For example <c>8.3 %</c>.</summary>
    public static string PercentOfRuns(double share) =>
        Math.Round(share, 3) is > 0 and < 1 and var shown ? Percent(shown) : Percent(share);

    /// <summary>A share that was counted: <c>95.5 %</c>.</summary>
    public static string Percent(double share) => Figure.Of(share, 0, Scale.Percent).Main;
}
