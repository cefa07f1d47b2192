using System.Collections.Immutable;

namespace SupplySim.Results.Maps;

/// <summary>Which part of a map is too crowded to be read at its scale.</summary>
internal static class CloseUp
{
    private const double Apart = 40;
    private const double LargestShare = 0.35;

    /// <summary>The crossings that have a neighbour within 40 units, with these neighbours.</summary>
    /// <returns>Empty where there are none, or where they are spread over so much of the map that nothing is gained.</returns>
    public static ImmutableArray<Place> Around(ImmutableArray<Place> places, GeoFrame frame)
    {
        var crossings = places.Where(place => place is Crossing).ToImmutableArray();
        var crowded = places.Where(place => (place is Crossing ? places : crossings)
            .Any(other => !ReferenceEquals(place, other) && Spot(place).To(Spot(other)) < Apart)).ToImmutableArray();
        if (crowded.Length == 0) return [];
        var (across, down) = (Extent(s => s.X), Extent(s => s.Y));
        return across < LargestShare * frame.Width && down < LargestShare * frame.Height ? crowded : [];

        Spot Spot(Place place) => frame.Place(place.At!.Value);
        double Extent(Func<Spot, double> of) => crowded.Max(p => of(Spot(p))) - crowded.Min(p => of(Spot(p)));
    }
}
