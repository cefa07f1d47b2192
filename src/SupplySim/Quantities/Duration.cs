using SupplySim.Quantities.Distributions;

namespace SupplySim.Quantities;

/// <summary>A length of time: fixed, drawn anew each time, or drawn once per run because nobody knows it.</summary>
/// <remarks>
/// <para>A drawn duration is rounded half to even to whole milliseconds, so that the last bit of a logarithm, which
/// differs between machines, does not show. A fixed one stays as it was written.</para>
/// <para>Never negative. A normal law is cut at zero (what falls below counts as zero, and <see cref="Mean"/> says so);
/// any other law that reaches below zero is refused. Never above 100 years, which is longer than any run: a fixed one and a
/// law whose mean is above are refused, and a draw above counts as 100 years.</para>
/// </remarks>
public sealed record Duration
{
    private const double LongestInSeconds = 100 * 365.25 * 86_400;
    private readonly TimeSpan _fixedLength;

    private Duration(TimeSpan fixedLength)
    {
        IsFixed = true;
        _fixedLength = fixedLength;
        InSeconds = Distribution.Constant(fixedLength.TotalSeconds);
    }

    private Duration(Distribution inSeconds, bool isUnknown)
    {
        InSeconds = inSeconds;
        IsUnknown = isUnknown;
    }

    /// <summary>True when every draw gives the same length.</summary>
    public bool IsFixed { get; }

    /// <summary>True for ignorance: one draw holds for the whole run. False for chance: drawn at each occasion.</summary>
    public bool IsUnknown { get; }

    /// <summary>The law, in seconds, before rounding and before a normal law is cut at zero.</summary>
    public Distribution InSeconds { get; }

    /// <summary>The mean of what is drawn, rounded to milliseconds.</summary>
    public TimeSpan Mean => IsFixed ? _fixedLength : ToTime(InSeconds.MeanAboveZero);

    /// <summary>Always this long.</summary>
    /// <param name="length">From zero to 100 years.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or longer.</exception>
    public static Duration Fixed(TimeSpan length) =>
        length >= TimeSpan.Zero && length.TotalSeconds <= LongestInSeconds
            ? new(length)
            : throw new ArgumentOutOfRangeException(
                nameof(length), length, $"a duration of {TimeText.Of(length.TotalSeconds)}; allowed: from 0 s to 100 years");

    /// <summary>Always so many minutes.</summary>
    /// <param name="minutes">From zero to 100 years.</param>
    public static Duration FromMinutes(double minutes) => Fixed(TimeSpan.FromMinutes(minutes));

    /// <summary>Always so many hours.</summary>
    /// <param name="hours">From zero to 100 years.</param>
    public static Duration FromHours(double hours) => Fixed(TimeSpan.FromHours(hours));

    /// <summary>Always so many days.</summary>
    /// <param name="days">From zero to 100 years.</param>
    public static Duration FromDays(double days) => Fixed(TimeSpan.FromDays(days));

    /// <summary>Drawn from a law over seconds; a constant law gives a fixed duration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The law has a lower bound below zero.</exception>
    /// <exception cref="OverflowException">The mean is above 100 years.</exception>
    public static Duration Of(Distribution inSeconds)
    {
        ArgumentNullException.ThrowIfNull(inSeconds);
        if (inSeconds.Least < 0 && !double.IsNegativeInfinity(inSeconds.Least))
            throw new ArgumentOutOfRangeException(
                nameof(inSeconds), inSeconds.Least,
                $"a duration is {inSeconds.ToString(TimeText.Of)}, which can be negative; allowed: 0 s or more");
        if (!(inSeconds.MeanAboveZero <= LongestInSeconds)) throw TooLong(inSeconds.MeanAboveZero, inSeconds);
        return inSeconds.IsConstant ? Fixed(ToTime(inSeconds.Mean)) : new(inSeconds, false);
    }

    /// <summary>See <see cref="Distribution.Exponential"/>.</summary>
    public static Duration Exponential(TimeSpan mean) => Of(Distribution.Exponential(mean.TotalSeconds));

    /// <summary>See <see cref="Distribution.Lognormal"/>.</summary>
    public static Duration Lognormal(TimeSpan mean, TimeSpan sd) =>
        Of(Distribution.Lognormal(mean.TotalSeconds, sd.TotalSeconds));

    /// <summary>See <see cref="Distribution.Triangular"/>.</summary>
    public static Duration Triangular(TimeSpan low, TimeSpan mode, TimeSpan high) =>
        Of(Distribution.Triangular(low.TotalSeconds, mode.TotalSeconds, high.TotalSeconds));

    /// <summary>See <see cref="Distribution.Uniform"/>.</summary>
    public static Duration Uniform(TimeSpan low, TimeSpan high) =>
        Of(Distribution.Uniform(low.TotalSeconds, high.TotalSeconds));

    /// <summary>See <see cref="Distribution.Gamma"/>.</summary>
    public static Duration Gamma(TimeSpan mean, TimeSpan sd) =>
        Of(Distribution.Gamma(mean.TotalSeconds, sd.TotalSeconds));

    /// <summary>See <see cref="Distribution.Weibull"/>.</summary>
    public static Duration Weibull(double shape, TimeSpan scale) =>
        Of(Distribution.Weibull(shape, scale.TotalSeconds));

    /// <summary>A fixed duration.</summary>
    public static implicit operator Duration(TimeSpan length) => Fixed(length);

    /// <summary>The same law as ignorance; what is fixed is known and stays as it is.</summary>
    public Duration AsUnknown() => IsFixed ? this : new(InSeconds, true);

    /// <summary>The length that a uniform number draws; never falls as <paramref name="u"/> rises.</summary>
    /// <param name="u">Above 0 and below 1; not looked at when the duration is fixed.</param>
    public TimeSpan Sample(double u) => IsFixed ? _fixedLength : ToTime(InSeconds.Quantile(u));

    /// <summary>The share of draws that are no longer than a length, by bisection: the inverse of <see cref="Sample"/>, 0 to 1.</summary>
    internal double ShareWithin(TimeSpan length)
    {
        var (low, high) = (0.0, 1.0);
        for (var middle = 0.5; high - low > 1e-17 && low < middle && middle < high; middle = (low + high) / 2)
            if (Sample(middle) <= length) low = middle;
            else high = middle;
        return high == 1 ? 1 : low;
    }

    /// <summary>As the scenario language writes it, such as <c>6 h</c> or <c>lognormal(mean=6 h, sd=2 h)</c>.</summary>
    public override string ToString() =>
        IsFixed ? TimeText.Of(_fixedLength.TotalSeconds) : UnknownText.Of(InSeconds.ToString(TimeText.Of), IsUnknown);

    private static TimeSpan ToTime(double seconds)
    {
        var milliseconds = Math.Round(Math.Min(seconds, LongestInSeconds) * 1000);
        return milliseconds > 0 ? new TimeSpan((long)milliseconds * TimeSpan.TicksPerMillisecond) : TimeSpan.Zero;
    }

    private static OverflowException TooLong(double seconds, Distribution law) =>
        new($"{law.ToString(TimeText.Of)} has a mean of {TimeText.Of(seconds)}, above the 100 years that a duration may last; "
            + "give the law a smaller mean");
}
