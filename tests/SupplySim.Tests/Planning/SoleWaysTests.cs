using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Tests.Planning;

public sealed class SoleWaysTests
{
    [Fact]
    public void On_one_road_everything_is_a_single_point_of_failure() =>
        Told(Small.Road()).Should().Equal("town by road: crossings bridge; routes depot - bridge, bridge - town");

    [Fact]
    public void With_a_detour_nothing_is() =>
        Told(Small.Road().Detour(500)).Should().Equal("town by road: crossings ; routes ");

    [Fact]
    public void A_detour_past_a_second_crossing_that_never_opens_is_none() =>
        Told(Ford(Hours.Never)).Should().Equal("town by road: crossings bridge; routes depot - bridge, bridge - town");

    [Fact]
    public void A_detour_past_a_second_crossing_that_opens_is_one() =>
        Told(Ford(Hours.Always)).Should().Equal("town by road: crossings ; routes ");

    [Fact]
    public void A_detour_whose_holder_lets_only_others_pass_is_none() =>
        Told(Ford(Hours.Always).Place<Crossing>("ford", ford => ford with
        {
            HeldBy = "red",
            Passage = [("red", [("military", Permission.Yes)])],
        })).Should().Equal("town by road: crossings bridge; routes depot - bridge, bridge - town");

    [Fact]
    public void A_detour_too_weak_for_the_trucks_is_none() =>
        Told(Ford(Hours.Always).Place<Crossing>("ford", ford => ford with { WeightLimit = Mass.FromTonnes(9) }))
            .Should().Equal("town by road: crossings bridge; routes depot - bridge, bridge - town");

    // What bears them empty alone brings nothing: full loads are what counts.
    [Fact]
    public void A_detour_that_bears_the_empty_trucks_alone_is_none() =>
        Told(Ford(Hours.Always).Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(26) }).Place<Crossing>("ford",
            ford => ford with { WeightLimit = Mass.FromTonnes(25) }))
            .Should().Equal("town by road: crossings bridge; routes depot - bridge, bridge - town");

    [Fact]
    public void Who_is_supplied_by_air_too_depends_on_no_road() =>
        Told(Small.Camp().With(Small.Line("road", "trucks") with { WhenBelow = Supply.Days(1), UpTo = Supply.Days(2) },
            Small.Line("lift", "planes") with { WhenBelow = Supply.Days(1), UpTo = Supply.Days(2) }))
            .Should().Equal("camp by road, lift: crossings ; routes ");

    private static Scenario Ford(Hours hours) => Small.Road().Plus(
        new Crossing("ford") { Lanes = 1, Inspection = Small.Minutes(20), Hours = hours }, Small.Leg("depot", "ford", 90),
        Small.Leg("ford", "town", 90));

    private static IEnumerable<string> Told(Scenario scenario) => scenario.Lifelines().Select(lifeline =>
        $"{lifeline.To} by {List(lifeline.SupplyLines)}: crossings {List(lifeline.Crossings)}; routes {List(lifeline.Routes)}");

    private static string List(ImmutableArray<string> items) => string.Join(", ", items);
}
