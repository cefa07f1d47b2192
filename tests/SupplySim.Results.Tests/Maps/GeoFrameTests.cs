using SupplySim.Quantities;
using SupplySim.Results.Maps;

namespace SupplySim.Results.Tests.Maps;

public sealed class GeoFrameTests
{
    private static readonly GeoPoint[] Corridor = [new(36.2, 44.0), new(37.1, 42.4), new(36.4, 38.9)];

    [Fact]
    public void Every_point_lies_inside_with_room_to_spare()
    {
        var frame = GeoFrame.Around(Corridor, 960);

        Corridor.Select(frame.Place).Should().AllSatisfy(spot =>
        {
            spot.X.Should().BeInRange(70, 890);
            spot.Y.Should().BeInRange(20, frame.Height - 20);
        });
    }

    [Fact]
    public void East_is_right_and_north_is_up()
    {
        var frame = GeoFrame.Around(Corridor, 960);

        frame.Place(Corridor[0]).X.Should().BeGreaterThan(frame.Place(Corridor[2]).X);
        frame.Place(Corridor[1]).Y.Should().BeLessThan(frame.Place(Corridor[0]).Y);
    }

    [Fact]
    public void Distances_are_those_of_the_earth()
    {
        var frame = GeoFrame.Around(Corridor, 960);
        var kilometres = Corridor[0].DistanceTo(Corridor[1]) / 1000;

        (frame.Place(Corridor[0]).To(frame.Place(Corridor[1])) / frame.Kilometre).Should().BeApproximately(kilometres, 0.01 * kilometres);
    }

    [Fact]
    public void A_network_across_the_date_line_stays_together()
    {
        GeoPoint[] islands = [new(-17, 178), new(-18, -178)];
        var frame = GeoFrame.Around(islands, 400);

        frame.Place(islands[1]).X.Should().BeGreaterThan(frame.Place(islands[0]).X);
        (frame.Place(islands[0]).To(frame.Place(islands[1])) / frame.Kilometre).Should().BeInRange(420, 450);
    }

    [Fact]
    public void A_single_point_stands_in_the_middle()
    {
        var frame = GeoFrame.Around([new(10, 20)], 400);

        frame.Place(new(10, 20)).X.Should().BeApproximately(200, 1e-6);
    }
}
