using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A point in time as a scenario says it: a date, an instant with its offset, a day of the run, or never.</summary>
/// <remarks>A date without an offset is local time in the scenario's zone. Immutable; <c>default</c> is the start.</remarks>
public readonly record struct Moment
{
    /// <summary>The instant, where it was said with an offset.</summary>
    public DateTimeOffset? Instant { get; private init; }

    /// <summary>The local time, where it was said without.</summary>
    public DateTime? Local { get; private init; }

    /// <summary>[time] The time since the start, where it was said as a day of the run.</summary>
    public TimeSpan SinceStart { get; private init; }

    /// <summary>Whether it never comes.</summary>
    public bool IsNever { get; private init; }

    /// <summary>It never comes.</summary>
    public static Moment Never { get; } = new() { IsNever = true };

    /// <summary>An instant, the same for everybody.</summary>
    public static Moment At(DateTimeOffset instant) => new() { Instant = instant };

    /// <summary>A local time in the scenario's zone.</summary>
    public static Moment At(DateTime local) => new() { Local = local };

    /// <summary>The start of a day of the run; day 0 is the first 24 hours.</summary>
    public static Moment Day(int day) => After(TimeSpan.FromDays(day));

    /// <summary>A time after the start.</summary>
    public static Moment After(TimeSpan sinceStart) => new() { SinceStart = sinceStart };

    /// <summary>For example <c>2017-10-26T05:00+03:00</c>, <c>2017-10-26</c>, <c>day 5</c>, <c>never</c>.</summary>
    public override string ToString() => this switch
    {
        { IsNever: true } => "never",
        { Instant: { } instant } => instant.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
        { Local: { } local } =>
            local.ToString(local.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        _ => "day " + SinceStart.TotalDays.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
