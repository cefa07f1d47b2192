using System.Globalization;

namespace SupplySim.Golden;

/// <summary>The tables of a README, so that a test reads the very figures that people read.</summary>
internal sealed class HandTables
{
    private readonly Dictionary<string, IReadOnlyList<string[]>> _rows = [];

    /// <summary>Reads every table of a file, each under the heading it stands below; a heading has at most one table.</summary>
    public HandTables(string path)
    {
        var heading = "";
        var table = new List<string[]>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith('|')) table.Add(Cells(line));
            else if (table.Count > 0)
            {
                _rows.Add(heading, [.. table.Skip(2)]);      // the names of the columns, and the line below them
                table.Clear();
            }
            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = line[3..];
        }
    }

    /// <summary>The rows of the table below a heading, without its head.</summary>
    public IReadOnlyList<string[]> this[string heading] => _rows[heading];

    /// <summary>The time since the start: <c>d1 12:15</c>, <c>d2 11:05:00.006</c>.</summary>
    public static TimeSpan Time(string cell)
    {
        var parts = cell.Split(' ');
        var day = int.Parse(parts[0].AsSpan(1), CultureInfo.InvariantCulture);
        return TimeSpan.FromDays(day) + TimeSpan.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    /// <summary>A length of time in hours and minutes: <c>76:50</c>.</summary>
    public static TimeSpan Span(string cell)
    {
        var parts = cell.Split(':');
        return new TimeSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), 0);
    }

    /// <summary>[g] A mass in kilograms: <c>32,400.001</c>, with or without <c>kg</c>.</summary>
    public static long Grams(string cell) =>
        (long)(decimal.Parse(cell.Replace("kg", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1000);

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
}
