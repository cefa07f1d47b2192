using System.Globalization;

namespace SupplySim.Benchmarks;

/// <summary>The table in the README, made from the results that are checked in; `-- readme` writes it between its markers.</summary>
internal static class SpeedTable
{
    private const string Begin = "<!-- speed:begin -->";
    private const string End = "<!-- speed:end -->";

    private static readonly (string Case, string Pending, string Label)[] Shown =
    [
        ("hold-exponential", "100", "hold, 100 pending"),
        ("hold-exponential", "10000", "hold, 10,000 pending"),
        ("hold-exponential", "1000000", "hold, 1,000,000 pending"),
        ("hold-pareto", "1000000", "the same, heavy-tailed"),
        ("cancel", "10000", "three of ten put off another, 10,000 pending"),
        ("mm1", "1", "single-server queue, per customer"),
        ("supply", "22", "small supply model, per logical event"),
    ];

    /// <summary>The README with the table that the results give.</summary>
    public static string Renew(string readme, string results)
    {
        var from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = readme.IndexOf(End, StringComparison.Ordinal);
        return readme[..from] + "\n" + Of(results) + "\n" + readme[to..];
    }

    private static string Of(string results)
    {
        var rows = results.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var lines = Shown.Select(shown =>
        {
            var row = rows.Single(row => row[1] == shown.Case && row[2] == shown.Pending);
            return $"| {shown.Label} | {string.Join(" | ", row[3..7].Select(Round))} |";
        });
        return "| ns per event | events | processes | closures | 4-ary heap |\n|---|--:|--:|--:|--:|\n" + string.Join('\n', lines);
    }

    private static string Round(string cell) =>
        cell.Length == 0 ? "" : Math.Round(double.Parse(cell, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
}
