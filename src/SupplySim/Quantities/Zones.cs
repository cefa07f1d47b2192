using NodaTime;

namespace SupplySim.Quantities;

/// <summary>Local times in zones, by NodaTime's own data, so that no result depends on the zones a machine knows.</summary>
internal static class Zones
{
    /// <summary>The instant of a local time: in a gap the first instant after it, in an overlap the earlier of the two.</summary>
    public static DateTimeOffset InstantOf(DateTime local, string zone) => DateTimeZoneProviders.Tzdb[zone]
        .AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();
}
