namespace SupplySim.Quantities;

/// <summary>When a place is open, in its local time: windows on days of the week.</summary>
/// <remarks>Immutable. Two are equal when they have the same windows, in whatever order they were given; overlapping
/// windows may be given and count once. <see cref="OpeningTimes"/> turns them into instants.</remarks>
public sealed record Hours
{
    private Hours(OpeningWindow[] windows) => Windows = windows;

    /// <summary>Open day and night.</summary>
    public static Hours Always { get; } = new([default]);

    /// <summary>Never open.</summary>
    public static Hours Never { get; } = new([]);

    /// <summary>The windows, in order of opening time; none when never open.</summary>
    public IReadOnlyList<OpeningWindow> Windows { get; }

    /// <summary>True when one window is the whole of every day.</summary>
    public bool IsAlways => Windows.Any(window => window.IsAlways);

    /// <summary>True when there is no window.</summary>
    public bool IsNever => Windows.Count == 0;

    /// <summary>One window on the given days; on every day if none is given.</summary>
    /// <param name="from">Opens at this local time.</param>
    /// <param name="to">Closes at this local time, on the next day if that is not after <paramref name="from"/>; 00:00
    /// stands for 24:00.</param>
    /// <param name="days">The days on which it opens.</param>
    public static Hours Daily(TimeOnly from, TimeOnly to, params ReadOnlySpan<DayOfWeek> days) =>
        Of([new OpeningWindow(from, to, days)]);

    /// <summary>Several windows; none means never.</summary>
    public static Hours Of(IEnumerable<OpeningWindow> windows) =>
        new([.. windows.Distinct().OrderBy(window => window.Order)]);

    /// <summary>Same windows.</summary>
    public bool Equals(Hours? other) => other is not null && Windows.SequenceEqual(other.Windows);

    /// <inheritdoc/>
    public override int GetHashCode() => IsNever ? 0 : unchecked((Windows.Count * 397) ^ Windows[0].GetHashCode());

    /// <summary>As the scenario language writes it: <c>08:00-17:00 [mon-fri]</c>, <c>always</c> or <c>never</c>; windows
    /// are joined by <c>and</c>.</summary>
    public override string ToString() =>
        IsNever ? "never" : this == Always ? "always" : string.Join(" and ", Windows);
}
