using CsCheck;
using SupplySim.Results.Maps;

namespace SupplySim.Results.Tests.Maps;

public sealed class LabelPlacementTests
{
    [Fact]
    public void Where_there_is_room_no_name_covers_another()
    {
        var spots = from x in Enumerable.Range(0, 5) from y in Enumerable.Range(0, 5) select new Spot(100 + 180 * x, 60 + 80 * y);

        Overlaps(Place([.. spots])).Should().BeEmpty();
    }

    [Fact]
    public void Four_crossings_in_a_cluster_get_names_that_can_be_read()
    {
        var labels = Place([new(700, 150), new(731, 140), new(748, 141), new(655, 196)]);

        Overlaps(labels).Should().BeEmpty();
    }

    [Fact]
    public void No_name_leaves_the_picture_while_one_fits() =>
        Gen.Select(Gen.Double[0, 1000], Gen.Double[0, 500]).Sample((x, y) =>
        {
            var label = Place([new(x, y)])[0];

            (label.Box.Left, label.Box.Top, label.Box.Right, label.Box.Bottom).Should().Match<(double L, double T, double R, double B)>(
                b => b.L >= 0 && b.T >= 0 && b.R <= 1000 && b.B <= 500);
        });

    // A road through each symbol from west to east, where a name would stand first.
    [Fact]
    public void Names_keep_off_lines_where_there_is_room()
    {
        var spots = Enumerable.Range(0, 4).Select(y => new Spot(500, 80 + 100 * y)).ToArray();
        var placement = new LabelPlacement(1000, 500, 13);
        foreach (var spot in spots) placement.Reserve(spot, 8);
        foreach (var spot in spots) placement.Reserve(new Spot(0, spot.Y), spot, new Spot(1000, spot.Y + 20));

        var labels = spots.Select(spot => placement.Place(spot, 8, "Some crossing")!.Value).ToArray();

        labels.Should().AllSatisfy(label => spots.Should().AllSatisfy(spot =>
            (label.Box.Along(new(0, spot.Y), spot) + label.Box.Along(spot, new(1000, spot.Y + 20))).Should().Be(0)));
    }

    [Theory]
    [InlineData(0, 5, 20, 5, 10)]
    [InlineData(5, -5, 5, 20, 10)]
    [InlineData(2, 2, 5, 6, 5)]
    [InlineData(-5, 5, 5, 5, 5)]
    [InlineData(0, 20, 20, 20, 0)]
    [InlineData(0, 10, 20, 10, 0)]
    [InlineData(12, 0, 20, 10, 0)]
    [InlineData(3, 3, 3, 3, 0)]
    public void A_box_knows_how_much_of_a_line_runs_through_it(double fromX, double fromY, double toX, double toY, double length) =>
        new Box(0, 0, 10, 10).Along(new(fromX, fromY), new(toX, toY)).Should().BeApproximately(length, 1e-9);

    [Fact]
    public void A_name_that_had_to_go_far_gets_a_line()
    {
        var crowd = Enumerable.Range(0, 9).Select(i => new Spot(400 + 6 * i, 200)).ToArray();

        Place(crowd).Should().Contain(l => l.IsFar);
    }

    [Fact]
    public void A_minor_name_is_left_out_where_it_would_stand_across_others_and_only_there()
    {
        var crowded = new LabelPlacement(1000, 500, 13);
        crowded.Reserve(new Spot(500, 250), 500);

        crowded.Place(new(500, 250), 4, "a town", isMinor: true).Should().BeNull();
        crowded.Place(new(500, 250), 8, "a crossing").Should().NotBeNull();
        new LabelPlacement(1000, 500, 13).Place(new(500, 250), 4, "a town", isMinor: true).Should().NotBeNull();
    }

    private static List<Label> Place(Spot[] spots)
    {
        var placement = new LabelPlacement(1000, 500, 13);
        foreach (var spot in spots) placement.Reserve(spot, 8);
        return [.. spots.Select(spot => placement.Place(spot, 8, "Some crossing")!.Value)];
    }

    private static IEnumerable<(Label, Label)> Overlaps(List<Label> labels) =>
        from i in Enumerable.Range(0, labels.Count)
        from j in Enumerable.Range(0, i)
        where labels[i].Box.Common(labels[j].Box) > 0
        select (labels[i], labels[j]);
}
