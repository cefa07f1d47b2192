using System.Globalization;

namespace SupplySim.Results.Text;

/// <summary>A number as people read it: no more digits than its interval justifies.</summary>
/// <remarks>
/// The half-width is shown with one significant digit, from ten on with two, and decides to how many decimals, or tens, the number is
/// rounded, but no number gets more than four significant digits for that: then the half-width is rounded
/// up to the last of them. A number without a half-width is either sure (one run, or all runs equal), and
/// shown with up to four significant digits, or a quantile, shown with two. Culture-invariant.
/// </remarks>
/// <param name="Main">The number with its scale, for example <c>1.9 M</c>.</param>
/// <param name="Margin">The half-width on the same scale, for example <c>0.1 M</c>; empty where there is none.</param>
internal readonly record struct Figure(string Main, string Margin)
{
    private const string Absent = "–";

    /// <summary>The two ends of the interval, <c>0–0.3 M</c>, in place of a half-width that would go beyond
    /// what is possible. Default: null.</summary>
    public string? Ends { get; private init; }

    /// <summary>What stands beside the number: <c>±0.1 M</c> or <c>[0–0.3 M]</c>; empty where nothing is unsure.</summary>
    public string Aside => Ends is not null ? $"[{Ends}]" : Margin.Length > 0 ? "±" + Margin : "";

    /// <summary>For example <c>1.9 M ±0.1 M</c>.</summary>
    public override string ToString() => Aside.Length == 0 ? Main : $"{Main} {Aside}";

    /// <summary>An estimate; a half-width of zero or NaN means that nothing is unsure.</summary>
    public static Figure Of(double value, double halfWidth, Scale scale)
    {
        if (!double.IsFinite(value)) return new(Absent, "");
        var (shown, margin) = (value / scale.Divisor, halfWidth / scale.Divisor);
        if (!double.IsFinite(margin) || margin == 0) return new(value == 0 ? scale.Zero : scale.Write(Sure(shown)), "");
        var (exact, most) = (Justified(margin), Decimals(shown, digits: 4));
        if (exact <= most || shown == 0) return new(scale.Write(Fixed(shown, exact)), Fixed(margin, exact) + scale.Margin);
        // Never less than it is: where rounding would take from it, it is rounded up.
        var last = Math.Pow(10, -most);
        return new(scale.Write(Fixed(shown, most)), Fixed(Math.Ceiling(margin / last - 1e-9) * last, most) + scale.Margin);
    }

    /// <summary>An estimate with the two ends of its interval, where these do not lie alike on both sides. The nearer one decides the
    /// digits; what is above zero is not shown as zero.</summary>
    public static Figure Between(double value, double low, double high, Scale scale)
    {
        var (below, above) = (value - low, high - value);
        var margin = (below > 0 && above > 0 ? Math.Min(below, above) : Math.Max(below, above)) / scale.Divisor;
        var shown = value / scale.Divisor;
        var decimals = Math.Min(Justified(margin), shown == 0 ? int.MaxValue : Decimals(shown, digits: 4));
        return new(value == 0 ? scale.Zero : scale.Write(Fixed(shown, decimals)), Fixed(margin, decimals) + scale.Margin)
        {
            Ends = $"{End(low / scale.Divisor)}–{End(high / scale.Divisor)}{scale.Margin}",
        };

        string End(double end)
        {
            if (end == 0) return "0";
            var text = Fixed(end, end == 100 && scale == Scale.Percent ? 0 : decimals);
            return text.Any(c => c is >= '1' and <= '9') ? text : Fixed(end, Decimals(end, digits: 1));
        }
    }

    /// <summary>A difference: with a plus where it is above zero, also as it is shown.</summary>
    public static Figure Signed(double difference, double halfWidth, Scale scale)
    {
        var figure = Of(difference, halfWidth, scale);
        return difference > 0 && figure.Main.Any(c => c is >= '1' and <= '9') ? figure with { Main = "+" + figure.Main } : figure;
    }

    /// <summary>A value that was seen, such as a quantile: two significant digits, whole from ten on.</summary>
    public static string Seen(double value, Scale scale) => double.IsFinite(value)
        ? scale.Write(Fixed(value / scale.Divisor, Math.Max(0, Decimals(value / scale.Divisor, digits: 2))))
        : Absent;

    /// <summary>How many decimals a half-width justifies: one significant digit, from ten on two.</summary>
    internal static int Justified(double margin) => Decimals(margin, digits: Math.Abs(margin) >= 9.5 ? 2 : 1);

    private static string Sure(double value)
    {
        var text = Fixed(value, Math.Max(0, Decimals(value, digits: 4)));
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>How many decimals show this many significant digits of a value; below zero where it is
    /// rounded to tens, hundreds, ...</summary>
    internal static int Decimals(double value, int digits)
    {
        var size = Math.Abs(value);
        if (size == 0) return 0;
        var exponent = (int)Math.Floor(Math.Log10(size));
        if (Math.Round(size / Math.Pow(10, exponent - digits + 1)) >= Math.Pow(10, digits)) exponent++;
        return Math.Clamp(digits - 1 - exponent, -15, 9);
    }

    /// <summary>A value with so many decimals; below zero it is rounded to tens, hundreds, ...</summary>
    internal static string Fixed(double value, int decimals)
    {
        var unit = Math.Pow(10, Math.Max(0, -decimals));
        var text = (Math.Round(value / unit) * unit).ToString("N0", CultureInfo.InvariantCulture);
        if (decimals >= 0) text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.TrimStart('-').All(c => c is '0' or '.' or ',') ? text.TrimStart('-') : text;
    }
}
