using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Loading and unloading, vehicle by vehicle, and where a fleet works from.</summary>
public sealed class DockTests
{
    // Three trucks of 30 min each.
    [Theory]
    [InlineData(1, new[] { "d0 00:30 x1", "d0 01:00 x1", "d0 01:30 x1" })]
    [InlineData(2, new[] { "d0 00:30 x1", "d0 00:30 x1", "d0 01:00 x1" })]
    public void Vehicles_are_loaded_one_at_a_dock(int docks, string[] departures) =>
        Play.Of(Road(3).Place<Depot>("depot", depot => depot with { Docks = docks })).Legs("depot", "bridge").Should().Equal(departures);

    // Through the three lanes together at 1:50, at the town at 2:50.
    [Fact]
    public void Vehicles_are_unloaded_one_at_a_dock() =>
        Play.Of(Road(3).Bridge(b => b with { Lanes = 3 }).Place<Town>("town", town => town with { Docks = 1 }))
            .When(HappeningKind.Arrived).Should().Equal("d0 03:20", "d0 03:50", "d0 04:20");

    // A truck from the depot is unloaded at the town's only dock from 2:50 to 3:20. Another, based at the town, is to take
    // what it brought, and comes to the dock at 3:20, loads 30 min, and is at the camp at 4:50; unloading there takes 30
    // min.
    [Fact]
    public void What_has_been_unloaded_can_be_loaded_again()
    {
        var onward = new SupplyLine("onward")
        {
            From = "town", To = "end", By = "locals", Commodities = ["crate"], WhenBelow = Crates(1), UpTo = Crates(1),
        };
        var scenario = Road().Place<Town>("town", town => town with { Docks = 1, Loading = Minutes(30) })
            .Plus(new Town("end") { Unloading = Minutes(30) }, Leg("town", "end", 60))
            .Plus(new Fleet("locals") { Traffic = "aid", Base = "town", Count = 1, Carries = Mass.FromTonnes(10) });
        var run = Play.Of(scenario with { SupplyLines = scenario.SupplyLines.Add(onward) });
        run.Legs("town", "end").Should().Equal("d0 03:50 x1");
        run.When(HappeningKind.Arrived, "end").Should().Equal("d0 05:20");
    }

    // The base is 60 km beyond the depot: an empty truck sets out at 0:00, loads from 1:00 to 1:30, is unloaded at 4:20 and
    // home at 7:40: bridge 5:20 to 5:40, depot 6:40, base 7:40. Then it fetches the second crate.
    [Fact]
    public void A_fleet_that_works_from_elsewhere_comes_empty_and_goes_home()
    {
        var run = Play.Of(Road(2).Plus(new Town("garage"), Leg("garage", "depot", 60))
            .Fleet("trucks", f => f with { Count = 1, Base = "garage", WorksFrom = ["depot"] }));
        run.Legs("garage", "depot").Should().Equal("d0 00:00 x1", "d0 07:40 x1");
        run.Legs("depot", "bridge").Should().Equal("d0 01:30 x1", "d0 09:10 x1");
        run.Legs("depot", "garage").Should().StartWith("d0 06:40 x1");
        run.Vehicles("trucks").Should().Be("1 0 0 0");
    }
}
