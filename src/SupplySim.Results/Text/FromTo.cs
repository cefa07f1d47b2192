using System.Globalization;

namespace SupplySim.Results.Text;

/// <summary>A value, what becomes of it, and the difference, such that the three agree as they are shown:
/// <c>from 159.4 to 18.6 (-140.8 ±9.2)</c>.</summary>
/// <remarks>All have the digits that the difference has by itself, by its half-width, and up to two more
/// where these would not agree; where even then they do not, what becomes of it is the sum of the two others as shown, which is less than
/// one of the last digit away.</remarks>
/// <param name="From">The value, with its scale.</param>
/// <param name="To">What becomes of it.</param>
/// <param name="By">The difference with its sign and half-width.</param>
internal readonly record struct FromTo(string From, string To, string By)
{
    private const int MostMore = 2;
    // [share of the value] What rounding leaves of nothing is nothing.
    private const double Dust = 1e-9;

    /// <param name="from">The value.</param>
    /// <param name="difference">What is added to it.</param>
    /// <param name="halfWidth">Of the difference; NaN or zero where nothing is unsure.</param>
    /// <param name="scale">Of the value, by what stands beside it.</param>
    /// <param name="differenceScale">Of the difference, with the same divisor.</param>
    public static FromTo Of(double from, double difference, double halfWidth, Scale scale, Scale differenceScale)
    {
        (scale, differenceScale) = (scale.ForOne(difference, halfWidth), differenceScale.ForOne(difference, halfWidth));
        var (value, by, margin) = (from / scale.Divisor, difference / scale.Divisor, halfWidth / scale.Divisor);
        var to = Math.Abs(value + by) <= Dust * Math.Abs(value) ? 0 : value + by;
        var isSure = !double.IsFinite(margin) || margin == 0;
        var digits = Enumerable.Range(Decimals(value, by, margin, isSure), MostMore + 1);
        var (decimals, agree) = digits.Select(one => (one, Agree(value, to, by, one))).FirstOrDefault(one => one.Item2,
            (digits.First(), false));
        if (!agree && to != 0) to = Rounded(value, decimals) + Rounded(by, decimals);
        return new(Shown(value), Shown(to, scale.ForOne(to * scale.Divisor, halfWidth)), Difference());

        string Shown(double one, Scale? own = null) => own is { } small && small != scale
            ? Figure.Of(one * scale.Divisor, 0, small).Main
            : one == 0 ? scale.Zero : scale.Write(Text(one, decimals, isSure));

        string Difference()
        {
            var text = Text(by, decimals, isSure);
            var sign = by > 0 && text.Any(c => c is >= '1' and <= '9') ? "+" : "";
            var aside = isSure ? "" : $" ±{Figure.Fixed(Math.Max(margin, Math.Pow(10, -decimals)), decimals)}{differenceScale.Margin}";
            return by == 0 ? differenceScale.Zero : sign + differenceScale.Write(text) + aside;
        }
    }

    private static int Decimals(double value, double by, double margin, bool isSure)
    {
        // As the difference stands in a table by itself.
        if (!isSure) return Math.Min(Figure.Justified(margin), by == 0 ? int.MaxValue : Figure.Decimals(by, digits: 4));
        return Math.Max(0,
            Math.Max(Figure.Decimals(Math.Max(Math.Abs(value), Math.Abs(by)), digits: 4), by == 0 ? 0 : Figure.Decimals(by, digits: 2)));
    }

    private static bool Agree(double value, double to, double by, int decimals) =>
        Math.Abs(Rounded(value, decimals) + Rounded(by, decimals) - Rounded(to, decimals)) < 0.5 * Math.Pow(10, -decimals);

    private static double Rounded(double value, int decimals) =>
        double.Parse(Figure.Fixed(value, decimals), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Text(double value, int decimals, bool isSure)
    {
        var text = Figure.Fixed(value, decimals);
        return isSure && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
