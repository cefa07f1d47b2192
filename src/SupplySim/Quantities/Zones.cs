using NodaTime;

namespace SupplySim.Quantities;

/// <summary>Local times in zones, by NodaTime's own data, so that no result depends on the zones a machine knows.</summary>
internal static class Zones
{
    /// <summary>The instant of a local time: in a gap the first instant after it, in an overlap the earlier of the two.</summary>
    public static DateTimeOffset InstantOf(DateTime local, string zone) => DateTimeZoneProviders.Tzdb[zone]
        .AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();

    /// <summary>An instant by the clock on the wall in a zone, with the offset that holds there then.</summary>
    public static DateTimeOffset LocalOf(DateTimeOffset instant, string zone) =>
        Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset();
}
