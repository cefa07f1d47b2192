using System.Collections.Immutable;

namespace SupplySim.Results.Maps;

/// <summary>Which part of a map is too crowded to be read at its scale.</summary>
internal static class CloseUp
{
    private const double Apart = 40;
    private const double LargestShare = 0.35;

    /// <summary>The crossings that have a neighbour within 40 units, with these neighbours, and with whoever lies as near to those,
    /// and so on, where that is not too much of the map.</summary>
    /// <returns>Empty where there are none, or where they are spread over so much of the map that nothing is gained.</returns>
    public static ImmutableArray<Place> Around(ImmutableArray<Place> places, GeoFrame frame)
    {
        var crossings = places.Where(place => place is Crossing).ToImmutableArray();
        var crowded = places.Where(place => IsNear(place, place is Crossing ? places : crossings)).ToImmutableArray();
        if (crowded.Length == 0 || !Gains(crowded)) return [];
        for (var wider = Wider(crowded); wider.Length > crowded.Length && Gains(wider); wider = Wider(crowded)) crowded = wider;
        return crowded;

        ImmutableArray<Place> Wider(ImmutableArray<Place> some) => [.. places.Where(place => some.Contains(place) || IsNear(place, some))];
        bool IsNear(Place place, ImmutableArray<Place> others) =>
            others.Any(other => !ReferenceEquals(place, other) && Spot(place).To(Spot(other)) < Apart);
        bool Gains(ImmutableArray<Place> some) =>
            Extent(some, s => s.X) < LargestShare * frame.Width && Extent(some, s => s.Y) < LargestShare * frame.Height;
        double Extent(ImmutableArray<Place> some, Func<Spot, double> of) => some.Max(p => of(Spot(p))) - some.Min(p => of(Spot(p)));
        Spot Spot(Place place) => frame.Place(place.At!.Value);
    }
}
