using System.Globalization;

namespace SupplySim.Quantities.Distributions;

/// <summary>Numbers as the scenario language writes them: the shortest digits that read back to the same number, never
/// an exponent, the same in every culture.</summary>
internal static class NumberText
{
    public static string Of(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        return e < 0 ? text : Expand(text[..e], int.Parse(text.AsSpan(e + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>A probability or weight, in percent.</summary>
    public static string Percent(double share)
    {
        // 0.07 * 100 is 7.000000000000001: decimal arithmetic shows what the user wrote, where it reads back unchanged.
        var exact = share < 1e9 ? (decimal)share * 100m : 0m;
        var reads = exact != 0m && (double)(exact / 100m) == share;
        return (reads ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
                      : Of(share * 100)) + " %";
    }

    private static string Expand(string mantissa, int exponent)
    {
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var digits = mantissa.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return exponent < 0
            ? sign + "0." + new string('0', -exponent - 1) + digits
            : sign + digits.PadRight(exponent + 1, '0');
    }
}
