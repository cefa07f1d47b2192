using NodaTime;

namespace SupplySim.Quantities;

/// <summary>The clock on the wall in one zone, by the tz database that NodaTime carries.</summary>
internal sealed class WallClock
{
    private readonly DateTimeZone _zone;

    /// <exception cref="ArgumentException">There is no such zone; the message names zones that read alike.</exception>
    public WallClock(string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            ?? throw new ArgumentException($"no time zone '{zone}'{Alike(zone)}", nameof(zone));
    }

    /// <summary>Stretches of constant offset from UTC that cover the span, in ticks since <paramref name="start"/>.
    /// The first and last reach beyond it.</summary>
    public IEnumerable<(long From, long To, long LocalMinusElapsed)> Stretches(DateTimeOffset start, TimeSpan length)
    {
        var origin = Instant.FromDateTimeOffset(start);
        var end = origin + NodaTime.Duration.FromTimeSpan(length);
        foreach (var stretch in _zone.GetZoneIntervals(origin, end + NodaTime.Duration.Epsilon))
        {
            var from = stretch.HasStart ? (stretch.Start - origin).BclCompatibleTicks : long.MinValue;
            var to = stretch.HasEnd ? (stretch.End - origin).BclCompatibleTicks : long.MaxValue;
            yield return (from, to, start.UtcTicks + stretch.WallOffset.Ticks);
        }
    }

    private static string Alike(string zone)
    {
        var alike = DateTimeZoneProviders.Tzdb.Ids
            .Select(id => (Id: id, Distance: Spelling.Distance(zone, id)))
            .Where(pair => pair.Distance <= (zone.Length + 2) / 4)
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Id, StringComparer.Ordinal)
            .Take(3).Select(pair => $"'{pair.Id}'").ToArray();
        return alike.Length == 0
            ? "; give a name of the tz database such as 'Asia/Baghdad'"
            : $"; do you mean {string.Join(" or ", alike)}?";
    }
}
