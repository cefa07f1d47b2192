using System.Globalization;

namespace SupplySim.Statistics;

/// <summary>What replications say about one number: its mean with a confidence interval, and how it spreads.</summary>
/// <remarks>
/// <para>NaN stands for "there is none": of everything but the counts and shares when it never happened, of half-width
/// and standard deviation when it happened fewer than twice. Two estimates are equal when all their figures are.</para>
/// <para>The interval is Student's. Quantiles are those of <see cref="Quantiles.Of"/>, of the sample.</para>
/// </remarks>
public sealed record Estimate
{
    private Estimate()
    {
    }

    /// <summary>The number of replications looked at.</summary>
    public required int N { get; init; }

    /// <summary>The number of replications that have a value; all figures but the shares are about these.</summary>
    public required int Happened { get; init; }

    /// <summary>The mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Half the length of the confidence interval around the mean.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The confidence level of the interval and of the bounds of the share.</summary>
    public required double Level { get; init; }

    /// <summary>How the interval was made: <c>t</c>.</summary>
    public string Method => "t";

    /// <summary>The standard deviation, with divisor n - 1.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Third central moment / standard deviation³; NaN where nothing varies.</summary>
    internal double Skewness { get; private init; }

    /// <summary>The least value.</summary>
    public required double Min { get; init; }

    /// <summary>The 5 % quantile.</summary>
    public required double P05 { get; init; }

    /// <summary>The 25 % quantile.</summary>
    public required double P25 { get; init; }

    /// <summary>The median.</summary>
    public required double P50 { get; init; }

    /// <summary>The 75 % quantile.</summary>
    public required double P75 { get; init; }

    /// <summary>The 95 % quantile.</summary>
    public required double P95 { get; init; }

    /// <summary>The greatest value.</summary>
    public required double Max { get; init; }

    /// <summary>An interval between order statistics for <see cref="P05"/>; null from fewer than two values.</summary>
    public required QuantileInterval? P05Interval { get; init; }

    /// <summary>The same for the median.</summary>
    public required QuantileInterval? P50Interval { get; init; }

    /// <summary>The same for <see cref="P95"/>.</summary>
    public required QuantileInterval? P95Interval { get; init; }

    /// <summary>The share of replications in which it happened; null where it always has a value by its
    /// nature, and of no replication.</summary>
    public double? Share { get; private init; }

    /// <summary>The lower bound of the share, by <see cref="Wilson"/>; null with the share, and where no interval is given.</summary>
    public double? ShareLow { get; private init; }

    /// <summary>The upper bound of the share, by <see cref="Wilson"/>; null with the share, and where no interval is given.</summary>
    public double? ShareHigh { get; private init; }

    /// <summary>Estimates from one value of each replication, in order of replication.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static Estimate Of(ReadOnlySpan<double> values, double level = Statistics.Level.Usual)
    {
        if (values.IsEmpty) throw NoValues(nameof(values));
        return From(values, values.Length, level);
    }

    /// <summary>Estimates something that need not happen, such as the day on which a camp runs out.</summary>
    /// <param name="values">One for each replication, at least one; NaN where it never happened.</param>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    /// <exception cref="ArgumentException">There is no replication, or a value is infinite.</exception>
    public static Estimate OfPossible(ReadOnlySpan<double> values, double level = Statistics.Level.Usual)
    {
        if (values.IsEmpty) throw NoValues(nameof(values));
        var happened = new List<double>(values.Length);
        foreach (var value in values)
            if (!double.IsNaN(value)) happened.Add(value);
        var (low, high) = Wilson.Interval(happened.Count, values.Length, level);
        return From([.. happened], values.Length, level) with
        {
            Share = (double)happened.Count / values.Length,
            ShareLow = low,
            ShareHigh = high,
        };
    }

    /// <summary>Estimates something that no replication could tell of: that none recovered, where none had to.</summary>
    /// <param name="level">Confidence level, from 0.5 to 0.999.</param>
    public static Estimate OfNone(double level = Statistics.Level.Usual) => From([], 0, level);

    /// <summary>The interval of the mean of what lies between two bounds: Student's where that stays within
    /// them. Where it would reach beyond, what is estimated is lopsided, and Student's covers too seldom: then it is
    /// <see cref="SkewedMean"/>'s, cut at the bounds, beyond which the true mean never lies.</summary>
    internal (double Low, double High, bool IsSkewed) Within(double least, double most)
    {
        var (low, high) = (Mean - HalfWidth, Mean + HalfWidth);
        if (!(low < least || high > most)) return (low, high, false);
        (low, high) = SkewedMean.Interval(Mean, HalfWidth, Skewness, Happened, Level);
        return (Math.Max(low, least), Math.Min(high, most), true);
    }

    /// <summary>The same figures, and no interval: for runs of which some are missing.</summary>
    internal Estimate WithoutInterval() =>
        this with { HalfWidth = double.NaN, ShareLow = null, ShareHigh = null, P05Interval = null, P50Interval = null, P95Interval = null };

    /// <summary>Mean and half-width with level, method and n: <c>12,300 ± 1,100 (95 %, t, n = 200)</c>.</summary>
    public override string ToString() => ToString("");

    /// <summary>The same with a unit: <c>12,300 ± 1,100 person-day (95 %, t, n = 200)</c>.</summary>
    /// <param name="unit">Put behind the figures; none if empty.</param>
    public string ToString(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return ToString(unit, double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <summary>The same of what lies between two bounds: <c>0.31 [0.04 to 1.2] (95 %, t for skewness
    /// (Hall), cut, n = 200)</c> where ± would leave them.</summary>
    internal string ToString(string unit, double least, double most)
    {
        if (N == 0) return "in no run";
        var share = Share is { } s
            ? string.Create(CultureInfo.InvariantCulture, $"in {s * 100:0.#} % of {N} runs{(Happened > 0 ? ": " : "")}")
            : "";
        if (Happened == 0) return share;
        var behind = unit.Length == 0 ? "" : " " + unit;
        if (Happened == 1) return $"{share}{Rounded(Mean)}{behind} (n = 1)";
        var (low, high, isSkewed) = Within(least, most);
        var margin = isSkewed ? $"[{Rounded(low)} to {Rounded(high)}]" : $"± {Rounded(HalfWidth)}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{share}{Rounded(Mean)} {margin}{behind} ({Level * 100:0.##} %, {(isSkewed ? SkewedMean.Method : Method)}, n = {Happened})");
    }

    private static Estimate From(ReadOnlySpan<double> values, int replications, double level)
    {
        Tally tally = default;
        for (var i = 0; i < values.Length; i++) tally.Add(Values.Finite(values, i, nameof(values)));
        var sorted = values.ToArray();
        Array.Sort(sorted);
        QuantileInterval? Around(double p) => sorted.Length < 2 ? null : Quantiles.Interval(sorted, p, level);
        double At(double p) => sorted.Length == 0 ? double.NaN : Quantiles.Of(sorted, p);
        return new()
        {
            N = replications,
            Happened = tally.N,
            Mean = tally.Mean,
            HalfWidth = tally.HalfWidth(level),
            Level = Statistics.Level.Check(level),
            StandardDeviation = Math.Sqrt(tally.Variance),
            Skewness = SkewnessOf(values, tally),
            Min = At(0),
            P05 = At(0.05),
            P25 = At(0.25),
            P50 = At(0.5),
            P75 = At(0.75),
            P95 = At(0.95),
            Max = At(1),
            P05Interval = Around(0.05),
            P50Interval = Around(0.5),
            P95Interval = Around(0.95),
        };
    }

    private static double SkewnessOf(ReadOnlySpan<double> values, Tally tally)
    {
        if (!(tally.Variance > 0)) return double.NaN;
        double sum = 0;
        foreach (var value in values) sum += Math.Pow((value - tally.Mean) / Math.Sqrt(tally.Variance), 3);
        return sum / values.Length;
    }

    /// <summary>Digits up to the second that matters in the half-width; four of a mean that is sure because all values are equal.</summary>
    private string Rounded(double value) => Rounded(value, Mean, HalfWidth);

    internal static string Rounded(double value, double mean, double halfWidth)
    {
        var scale = halfWidth > 0 ? halfWidth : halfWidth == 0 ? Math.Abs(mean) / 100 : Math.Abs(mean);
        var digits = scale > 0 ? (int)Math.Clamp(1 - Math.Floor(Math.Log10(scale)), -15, 12) : 0;
        if (digits < 0) value = Math.Round(value / Math.Pow(10, -digits)) * Math.Pow(10, -digits);
        return value.ToString("N" + Math.Max(digits, 0).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static ArgumentException NoValues(string name) =>
        new("an estimate from no replications; give at least one", name);
}
