using SupplySim.Quantities;
using SupplySim.Results.Maps;

namespace SupplySim.Results.Tests.Maps;

/// <summary>What is enlarged beside the map: crossings that stand too close together, and who stands as close to them.</summary>
public class CloseUpTests
{
    // A port 330 km to the north; within 30 km two crossings and three camps in a row, the depot 45 km to the west.
    [Fact]
    public void Who_stands_beside_crowded_crossings_is_enlarged_with_them() => Enlarged(
        At(new Depot("port"), 34.9, 33.6), At(new Depot("depot"), 31.1, 33.8), At(Crossing("one"), 31.25, 34.25),
        At(Crossing("two"), 31.22, 34.28), At(new Camp("south") { People = 1 }, 31.35, 34.3),
        At(new Camp("middle") { People = 1 }, 31.42, 34.35), At(new Camp("north") { People = 1 }, 31.5, 34.45))
        .Should().Equal("one", "two", "south", "middle", "north");

    // The same camps in a row that goes on across the map: then the crossings alone, with whom they touch.
    [Fact]
    public void A_row_that_crosses_the_map_is_not_followed()
    {
        var camps = Enumerable.Range(0, 12).Select(i => At(new Camp($"c{i}") { People = 1 }, 31.3 + 0.1 * i, 34.3));
        var enlarged = Enlarged([At(Crossing("one"), 31.25, 34.25), At(Crossing("two"), 31.22, 34.28), .. camps]);
        enlarged.Should().StartWith(["one", "two"]);
        enlarged.Length.Should().BeLessThan(8);
    }

    [Fact]
    public void Where_nobody_stands_close_nothing_is_enlarged() =>
        Enlarged(At(Crossing("one"), 31, 34), At(Crossing("two"), 32, 35), At(new Camp("camp") { People = 1 }, 33, 36))
            .Should().BeEmpty();

    private static string[] Enlarged(params Place[] places) =>
        [.. CloseUp.Around([.. places], GeoFrame.Around([.. places.Select(place => place.At!.Value)], 960, most: 0.7))
            .Select(place => place.Id)];

    private static Crossing Crossing(string id) => new(id) { Lanes = 1, Inspection = Duration.FromMinutes(10) };

    private static Place At(Place place, double north, double east) => place with { At = new GeoPoint(north, east) };
}
