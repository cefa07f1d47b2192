using System.Collections.Immutable;

namespace SupplySim.Quantities;

/// <summary>What an aircraft carries by the distance that it flies: some points, straight lines between them.</summary>
/// <remarks>Up to the first distance it carries the first mass; beyond the last it cannot fly, and a last mass of zero is how far it
/// flies empty. Whole grams, rounded down, so that it is never more than the line. Immutable; equal when the points are.</remarks>
public sealed record PayloadRange
{
    /// <summary>A table of at least one point.</summary>
    /// <param name="points">Distances above zero and ascending; masses not negative and not ascending.</param>
    /// <exception cref="ArgumentException">The points are not so; the message names the one that is not.</exception>
    public PayloadRange(params ReadOnlySpan<(Distance Distance, Mass Payload)> points)
    {
        if (points.IsEmpty) throw new ArgumentException("a payload-range needs at least one distance", nameof(points));
        for (var i = 0; i < points.Length; i++)
            if (Objection(i == 0 ? null : points[i - 1], points[i]) is { } objection)
                throw new ArgumentException(objection, nameof(points));
        Points = [.. points];
    }

    /// <summary>In order of distance.</summary>
    public ImmutableArray<(Distance Distance, Mass Payload)> Points { get; }

    /// <summary>How far it flies at all.</summary>
    public Distance Farthest => Points[^1].Distance;

    /// <summary>What it carries over a distance; nothing beyond the farthest.</summary>
    public Mass At(Distance distance)
    {
        if (distance.Metres <= Points[0].Distance.Metres) return Points[0].Payload;
        for (var i = 1; i < Points.Length; i++)
            if (distance.Metres <= Points[i].Distance.Metres) return Between(Points[i - 1], Points[i], distance.Metres);
        return default;
    }

    /// <summary>What is wrong with a point after another, or as the first, in words; null where nothing is.</summary>
    public static string? Objection((Distance Distance, Mass Payload)? before, (Distance Distance, Mass Payload) point) =>
        point.Distance.Metres <= 0 ? $"a distance of {point.Distance}; it must be above 0 km"
        : point.Payload.Grams < 0 ? $"a payload of {point.Payload}; it must not be negative"
        : before is not { } last ? null
        : point.Distance.Metres <= last.Distance.Metres ? $"{point.Distance} after {last.Distance}; distances must ascend"
        : point.Payload > last.Payload
            ? $"{point.Payload} at {point.Distance}, more than {last.Payload} at {last.Distance}: farther never carries more"
        : null;

    /// <inheritdoc/>
    public bool Equals(PayloadRange? other) => other is not null && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Points.Length, Points[0], Points[^1]);

    /// <summary>For example <c>{500 km: 40 t, 3000 km: 20 t}</c>.</summary>
    public override string ToString() => "{" + string.Join(", ", Points.Select(point => $"{point.Distance}: {point.Payload}")) + "}";

    // The fall is rounded up, so that what is left is rounded down.
    private static Mass Between((Distance Distance, Mass Payload) a, (Distance Distance, Mass Payload) b, long metres) =>
        Mass.FromGrams(a.Payload.Grams - Ratio.Up(
            a.Payload.Grams - b.Payload.Grams, metres - a.Distance.Metres, b.Distance.Metres - a.Distance.Metres));
}
