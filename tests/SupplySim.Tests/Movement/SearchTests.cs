using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>The second look at some of the vehicles at a crossing.</summary>
/// <remarks>A truck is inspected from 1:30 to 1:50 and, searched for 30 min, through at 2:20; back at 4:50, it is searched again.</remarks>
public sealed class SearchTests
{
    [Fact]
    public void Who_is_searched_passes_that_much_later_on_both_ways() =>
        Play.Of(Searched(Road(), bays: null)).When(HappeningKind.Passed).Should().Equal("d0 02:20", "d0 05:40");

    // The second is inspected from 2:20 on.
    [Fact]
    public void A_search_without_a_bay_holds_the_lane() =>
        Play.Of(Searched(Road(2), bays: null).Until("3:30")).Waits("bridge").Should().Be("lane 0:50");

    // The second is inspected from 1:50 to 2:10; in one bay it waits for the first until 2:20, in two for nobody.
    [Theory]
    [InlineData(1, "d0 02:50", "lane 0:30")]
    [InlineData(2, "d0 02:40", "lane 0:20")]
    public void A_search_in_a_bay_of_its_own_leaves_the_lane_to_others(int bays, string passed, string waits)
    {
        var run = Play.Of(Searched(Road(2), bays).Until("3:30"));
        run.When(HappeningKind.Passed).Should().Equal("d0 02:20", passed);
        run.Waits("bridge").Should().Be(waits);
    }

    // Only traders are: one from 1:00 to 1:50 in the lane, and the truck waits 20 min for it; the next trader waits 10 for the truck.
    [Fact]
    public void Traffic_that_is_not_named_is_not_searched()
    {
        var run = Play.Of(Searched(Road(), bays: null, ("commercial", 1)).Plus(Traders(Each("1:00"))).Until("2:15"));
        run.When(HappeningKind.Passed).Should().Equal("d0 02:10");
        run.Waits("bridge").Should().Be("lane 0:30");
    }

    [Fact]
    public void Empty_vehicles_have_their_own_share() =>
        Play.Of(Searched(Road(), bays: null, ("aid", 1), ("empty", 0))).When(HappeningKind.Passed).Should().Equal("d0 02:20", "d0 05:10");

    // Nothing is said of how long an empty vehicle is searched: as long as a laden one.
    [Fact]
    public void Empty_vehicles_are_searched_for_as_long_as_laden_ones_where_nothing_else_is_said() =>
        Play.Of(
            Road().Bridge(b =>
                b with { Secondary = new SecondarySearch
                {
                    Share = Each<double>.Of(("empty", 1)),
                    Takes = Each<Duration>.Of(("aid", Minutes(30))),
                } }))
            .When(HappeningKind.Passed).Should().Equal("d0 01:50", "d0 05:10");

    // Three lanes, and a bay from 1:50:00 on: the last of the three, inspected until 1:50:12, is searched until 3:20. They wait 29:54
    // and 59:48 for it.
    [Fact]
    public void A_column_goes_on_when_the_last_of_it_has_been_searched()
    {
        var run = Play.Of(Searched(Road(3).Bridge(b => b with { Lanes = 3 }), bays: 1).Fleet("trucks", f => f with
        {
            Convoy = new ConvoyRules { Size = new SizeRange(3, 3), Wait = TimeSpan.FromHours(1) },
        }).Until("4:00"));
        run.Legs("bridge", "town").Should().Equal("d0 03:20 x3");
        run.Waits("bridge").Should().Be("lane 1:29:42");
    }

    // Open until 1:55. The first is in the bay from 1:50, the second in the lane: both are finished; then the second waits for the morning.
    [Fact]
    public void A_search_begins_in_opening_hours_and_is_finished_after_them()
    {
        var run = Play.Of(
            Searched(Road(2).Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(1, 55)) }), bays: 1).Until("24:40"));
        run.When(HappeningKind.Passed).Should().Equal("d0 02:20", "d1 00:30");
        run.Waits("bridge").Should().StartWith("hours 41:");
        Play.Of(
            Searched(Road(2).Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(1, 55)) }), bays: 1).Until("4:00"))
            .Waits("bridge").Should().Be("hours 1:50, lane 0:20");
    }

    // The same second; in the morning, as the hours begin, it is shut for an hour.
    [Fact]
    public void No_search_begins_between_hours_and_a_closure_that_begin_together() =>
        Play.Of(Searched(Road(2).Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(1, 55)) }), bays: 1)
            .With(Closed("bridge", "24:00", "1:00", EnRoute.Complete) with { At = null, From = Moment.After(Span("23:50")),
                Every = Minutes(10) }).Until("26:00"))
            .When(HappeningKind.Passed).Should().Equal("d0 02:20", "d1 01:30");

    // In the bay, or in the lane, from 1:50 to 2:20; shut from 2:00 to 5:00. What is held has 20 min left;
    // what turned back is searched anew in the bay; in the lane it is inspected anew before.
    [Theory]
    [InlineData(1, EnRoute.Complete, "d0 02:20 x1", "physical 0:00")]
    [InlineData(1, EnRoute.Hold, "d0 05:20 x1", "physical 3:00")]
    [InlineData(1, EnRoute.Trapped, "d0 05:20 x1", "physical 3:00")]
    [InlineData(1, EnRoute.TurnBack, "d0 05:30 x1", "physical 3:00")]
    [InlineData(null, EnRoute.Hold, "d0 05:20 x1", "physical 3:00")]
    [InlineData(null, EnRoute.TurnBack, "d0 05:50 x1", "physical 3:00")]
    public void What_is_searched_meets_a_closure(int? bays, EnRoute enRoute, string passed, string waits)
    {
        var run = Play.Of(Searched(Road(), bays).With(Closed("bridge", "2:00", "3:00", enRoute)).Until("6:00"));
        run.Legs("bridge", "town").Should().Equal(passed);
        run.Waits("bridge").Should().Be(enRoute == EnRoute.Complete ? "physical 0:10" : waits);
    }

    // At 2:00 the first is in the bay and the second in the lane.
    [Fact]
    public void What_is_lost_in_a_search_bay_is_lost_with_its_load()
    {
        var run = Play.Of(Searched(Road(2), bays: 1).With(Closed("bridge", "2:00", "0:05", EnRoute.Lost)).Until("3:00"));
        run.When(HappeningKind.Lost).Should().Equal("d0 02:00", "d0 02:00");
        run.Vehicles("trucks").Should().Be("0 0 0 2");
        run.Result.Ledger[0].Lost.Should().Be(2);
    }

    // Shut from 2:12: the first is lost in the bay, and the second, which has waited for it since 2:10, is searched from 2:20 on.
    [Fact]
    public void Who_waits_for_a_search_bay_is_not_lost_with_those_who_are_searched()
    {
        var run = Play.Of(Searched(Road(2), bays: 1).With(Closed("bridge", "2:12", "0:08", EnRoute.Lost)).Until("3:00"));
        run.Vehicles("trucks").Should().Be("0 1 0 1");
        run.When(HappeningKind.Passed).Should().Equal("d0 02:50");
        run.Waits("bridge").Should().Be("physical 0:08, lane 0:22");
    }

    // Inspections that begin from 1:00 on last twice as long, and so do searches: 1:30 to 2:10, and to 3:10.
    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public void What_slows_inspections_slows_searches(int? bays) =>
        Play.Of(
            Searched(Road(), bays).With(
                new SupplySim.Disruptions.Slowdown("care")
                {
                    At = Moment.After(Span("1:00")),
                    Slow = "bridge",
                    Inspection = 2,
                    For = TimeSpan.FromHours(3),
                })
            .Until("3:30")).Legs("bridge", "town").Should().Equal("d0 03:10 x1");

    // Each vehicle draws for itself: a fourth truck changes nothing for the first three.
    [Fact]
    public void One_vehicle_more_shifts_no_other_search()
    {
        static string[] PassedOf(int trucks) =>
            [.. Play.Of(Searched(Road(trucks), bays: 9, ("aid", 0.5)).Bridge(b => b with { Lanes = 9 }).OneDock().Until("4:00"), seed: 5)
                .When(HappeningKind.Passed).Take(3)];
        PassedOf(3).Should().Equal(new[] { "d0 01:50", "d0 02:20", "d0 03:20" }, "the third is searched");
        PassedOf(4).Should().Equal(PassedOf(3));
    }

    private static Scenario Searched(Scenario scenario, int? bays, params (string, double)[] shares) => scenario.Bridge(b => b with
    {
        Secondary = new SecondarySearch { Share = shares.Length == 0 ? 1 : Each<double>.Of(shares), Takes = Minutes(30), Bays = bays },
    });
}
