using SupplySim.Experiments;
using SupplySim.Results.Comparing;

namespace SupplySim.Results.Tests.Comparing;

public sealed class FileKeysTests
{
    // Of ammunition there is one rate; of food there are two, one after the other.
    private static readonly ScenarioLine[] Lines =
    [
        new("places.force.needs.ammunition.steps", "[0]", ""), new("places.force.needs.food.steps", "[0, 1]", ""),
        new("fronts.north.fight.losses", "[0]", ""), new("fronts.north.along", "[0, 1]", ""),
    ];

    [Theory]
    [InlineData("fleets.trucks.count", "fleets.trucks.count")]
    [InlineData("places.force.needs.ammunition.steps.0.rate.rate", "places.force.needs.ammunition")]
    [InlineData("places.force.needs.food.steps.1.rate.rate", "places.force.needs.food[1].rate")]
    [InlineData("places.force.needs.food.steps.1.from", "places.force.needs.food[1].from")]
    [InlineData("places.force.needs.ammunition.steps.0.rate.is-random", "places.force.needs.ammunition (whether drawn)")]
    [InlineData("fleets.traders.arrivals.rate", "fleets.traders.arrivals")]
    [InlineData("fleets.traders.arrivals.is-random", "fleets.traders.arrivals (whether drawn)")]
    [InlineData("fleets.trucks.convoy.size.greatest", "fleets.trucks.convoy.size (greatest)")]
    [InlineData("fronts.north.along.1.place", "fronts.north.along[1]")]
    [InlineData("fronts.north.fight.losses.0.per-day.tank", "fronts.north.fight.losses.per-day.tank")]
    [InlineData("disruptions.shelling.while.left.right.distance", "disruptions.shelling.while (distance)")]
    [InlineData("supply-lines.air.until", "supply-lines.air.until")]
    [InlineData("compare.quiet.fronts.north", "experiment.compare.quiet.fronts.north")]
    public void A_difference_is_named_as_in_the_file(string path, string key) => new FileKeys(Lines, Lines).Of(path).Should().Be(key);

    // Where one of the two has more steps, the step counts.
    [Fact]
    public void What_is_one_in_both_alone_has_no_number() =>
        new FileKeys(Lines, []).Of("places.force.needs.ammunition.steps.0.rate.rate").Should().Be("places.force.needs.ammunition[0].rate");
}
