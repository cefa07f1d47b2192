using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>When it is light, for those who move by day alone.</summary>
/// <remarks>Stated hours in the scenario's zone, compiled to ticks. Immutable; shared by all replications.</remarks>
internal sealed class Daylight
{
    // A Monday; two weeks hold every run of windows whole, but for hours that are light without end.
    private static readonly DateTimeOffset Monday = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly OpeningTimes _times;
    private readonly SimTime _end;

    public Daylight(OpeningTimes times, SimTime end) => (_times, _end) = (times, end);

    public bool IsLight(SimTime at) => _times.IsOpen(at);

    /// <summary>[time] Until the next nightfall; beyond the end of the run where it stays light. It is light now.</summary>
    public TimeSpan Left(SimTime now) => Until(_times.NextChange(now), now);

    /// <summary>[time] Until it is light for long enough; zero where it is. Beyond the end of the run where it never is.</summary>
    public TimeSpan UntilLightFor(TimeSpan need, SimTime now)
    {
        for (var at = now; at < _end;)
        {
            if (IsLight(at) && Left(at) >= need) return at - now;
            at += Until(_times.NextChange(at), at);
        }
        return Until(SimTime.Never, now);
    }

    /// <summary>[time] The longest day of a week; null where night never falls.</summary>
    public static TimeSpan? Longest(Hours hours)
    {
        var times = OpeningTimes.Compile(hours, "UTC", Monday, TimeSpan.FromDays(14));
        if (times.IsOpen(SimTime.Start) && times.NextChange(SimTime.Start) == SimTime.Never) return null;
        var (longest, at) = (TimeSpan.Zero, SimTime.Start);
        for (var next = times.NextChange(at); next < SimTime.Never; (at, next) = (next, times.NextChange(next)))
            if (times.IsOpen(at) && next - at > longest) longest = next - at;
        return longest;
    }

    /// <summary>Whether the greatest column of a fleet can be through a route in one day of daylight and of its crews.</summary>
    /// <param name="route">By road.</param>
    /// <param name="fleet">By road.</param>
    /// <param name="escort">The fleet of its escort; null where it has none.</param>
    /// <param name="longest">[time] The longest day; null where night never falls.</param>
    public static bool CanPass(Route route, Fleet fleet, Fleet? escort, TimeSpan? longest)
    {
        if (!route.DaylightOnly || longest is not { } day || route.Speed is not { MetresPerHour: > 0 } speed) return true;
        foreach (var own in (ReadOnlySpan<Speed?>)[fleet.Speed, escort?.Speed])
            if (own is { MetresPerHour: > 0 } slower && slower.CompareTo(speed) < 0) speed = slower;
        var drive = speed.TimeFor(route.Length);
        return drive + Behind(fleet.Convoy, speed) <= day && !(drive > fleet.Driving) && !(drive > escort?.Driving);
    }

    // [time] The last of the greatest column behind the first; what is no column is told elsewhere.
    private static TimeSpan Behind(ConvoyRules? rules, Speed speed) =>
        rules is { Density: > 0, Size.Greatest: > 0 and <= 100_000, MarchUnits: null or { Of: > 0 } }
            ? rules.PassTime(rules.Size.Greatest + (rules.Escort?.Count ?? 0), speed) - rules.IntervalAt(speed)
            : TimeSpan.Zero;

    private TimeSpan Until(SimTime change, SimTime now) =>
        (change < SimTime.Never ? change : SimTime.Max(now, _end) + TimeSpan.FromDays(1)) - now;
}
