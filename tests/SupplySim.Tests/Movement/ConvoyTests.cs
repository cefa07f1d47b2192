using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>How trucks gather to a column, and how a column moves and passes.</summary>
public sealed class ConvoyTests
{
    // Laden one after the other at 0:30, 1:00, 1:30, 2:00, 2:30; columns of 2 to 3, after 4 h of fewer.
    [Theory]
    [InlineData(1, new[] { "d0 04:30 x1" })]
    [InlineData(2, new[] { "d0 01:00 x2" })]
    [InlineData(3, new[] { "d0 01:30 x3" })]
    [InlineData(5, new[] { "d0 01:30 x3", "d0 02:30 x2" })]
    public void A_column_goes_when_it_is_full_or_nothing_more_comes_or_it_has_waited_long_enough(int trucks, string[] departures) =>
        Play.Of(Column(trucks, 2, 3).OneDock()).Legs("depot", "bridge").Should().Equal(departures);

    // The first waits 60 min for the third, the second 30 min.
    [Fact]
    public void Waiting_for_the_column_is_charged_to_the_fleet() =>
        Play.Of(Column(3, 2, 3).OneDock()).Waits("depot").Should().Be("fleet 1:30");

    // It is laden at 0:30, and nobody else comes.
    [Fact]
    public void Who_still_gathers_at_the_end_has_waited_until_then() =>
        Play.Of(Column(1, 2, 3).Until("2:00")).Waits("depot").Should().Be("fleet 1:30");

    // One vehicle in a kilometre is 60 s behind the next: inspected from 1:30:00 and 1:31:00, for 20 s
    // each. A trader who comes at 1:30:30 lets the second go first.
    [Fact]
    public void Nobody_squeezes_in_between_the_vehicles_of_a_column() =>
        Play.Of(Column(2, 2, 2).Bridge(b => b with { Inspection = Duration.Fixed(TimeSpan.FromSeconds(20)) })
            .Fleet("trucks", f => f with { Convoy = f.Convoy! with { Density = 1 } })
            .Plus(Traders(new Rate(Quantity.Pieces(1), new TimeSpan(1, 30, 30)))).Until("2:00")).Waits("bridge").Should()
            .Be("lane 0:00:50");

    // Ten vehicles in a kilometre are 100 m apart, 6 s at 60 km/h; five are 200 m and 12 s. With three lanes the first is
    // inspected from 1:30 to 1:50, the last two intervals later. The head is at the town an hour after that, the last two
    // intervals later.
    [Theory]
    [InlineData(10, "d0 01:50:12", "d0 03:20:24")]
    [InlineData(5, "d0 01:50:24", "d0 03:20:48")]
    public void A_column_is_as_long_as_its_density_makes_it(int perKilometre, string passed, string unloaded)
    {
        var run = Play.Of(Column(3, 3, 3).Bridge(b => b with { Lanes = 3 })
            .Fleet("trucks", f => f with { Convoy = f.Convoy! with { Density = perKilometre } }).Until("4:00"));
        run.When(HappeningKind.Passed).Should().Equal(passed);
        run.When(HappeningKind.Arrived).Should().Equal(unloaded);
    }

    // Each lane waits for the next vehicle, 6 s behind the one before: the last is inspected from 1:31:54 on.
    [Fact]
    public void Many_lanes_wait_for_the_same_column() =>
        Play.Of(Column(20, 20, 20).Bridge(b => b with { Lanes = 20 }).Place<Depot>("depot", depot => depot with { Docks = 20 })
            .Fleet("trucks", f => f with { Convoy = f.Convoy! with { Density = 10 } }).Until("2:30"))
            .When(HappeningKind.Passed).Should().Equal("d0 01:51:54");

    // 17 vehicles in a kilometre at 60 km/h are 1000/1020 of 3.6 s apart: 3.5294118 s, to the tick, and not the 3.48 s of 58 m.
    [Fact]
    public void A_density_that_does_not_divide_a_kilometre_is_not_rounded_to_metres() =>
        Play.Of(Column(3, 3, 3).Bridge(b => b with { Lanes = 3 })
            .Fleet("trucks", f => f with { Convoy = f.Convoy! with { Density = 17 } }).Until("2:30"))
            .When(HappeningKind.Passed).Should().Equal("d0 01:50:07.0588236");

    // Five in units of two, 10 min apart beside the 6 s between vehicles: the second is 6 s behind the head, the third 10:12, the fourth
    // 10:18, the fifth 20:24. Five lanes take each as it comes: all are through 20:24 after the head, at 2:10:24. At the town, the head
    // comes at 3:10:24 and the last 20:24 later.
    [Fact]
    public void A_column_is_cut_into_march_units_with_a_gap_between_them()
    {
        var run = Play.Of(Column(5, 5, 5).Bridge(b => b with { Lanes = 5 }).Fleet("trucks", f => f with
        {
            Convoy = f.Convoy! with { MarchUnits = new MarchUnits { Of = 2, Gap = TimeSpan.FromMinutes(10) } },
        }).Until("4:30"));
        run.When(HappeningKind.Passed).Should().Equal("d0 02:10:24");
        run.When(HappeningKind.Arrived).Should().Equal("d0 04:00:48");
        run.Waits("bridge").Should().BeEmpty();
    }

    // One lane and units of two: inspected from 1:30 to 1:50, to 2:10, to 2:30, to 2:50. The second, 6 s behind the head, waits 19:54; the
    // third, at 1:40:12, 29:48; the fourth 49:42. A trader who comes into the gap, at 1:35, waits until the last is through: 75 min.
    [Fact]
    public void The_gap_between_march_units_lets_nobody_in() =>
        Play.Of(Column(4, 4, 4).Plus(Traders(Each("1:35"))).Fleet("trucks", f => f with
        {
            Convoy = f.Convoy! with { MarchUnits = new MarchUnits { Of = 2, Gap = TimeSpan.FromMinutes(10) } },
        }).Until("2:50")).Waits("bridge").Should().Be("lane 2:54:24");

    // One lane: 1:30 to 1:50, to 2:10, to 2:30. The second came 6 s after the first, the third 12 s: they wait 19:54 and
    // 39:48. All go on together at 2:30.
    [Fact]
    public void A_column_passes_vehicle_by_vehicle_and_forms_again_beyond()
    {
        var run = Play.Of(Column(3, 3, 3).Until("4:00"));
        run.Waits("bridge").Should().Be("lane 0:59:42");
        run.Legs("bridge", "town").Should().Equal("d0 02:30 x3");
    }

    // Closed from 2:00 to 5:00: the second is inspected until 2:10, the third from 5:00 to 5:20. By the lane the second
    // waited 19:54 and the third from 1:30:12 to 2:00, 29:48.
    [Fact]
    public void A_closure_splits_a_column_which_forms_again_beyond()
    {
        var run = Play.Of(Column(3, 3, 3).With(Closed("bridge", "2:00", "3:00")).Until("7:00"));
        run.Waits("bridge").Should().Be("physical 3:00, lane 0:49:42");
        run.Legs("bridge", "town").Should().Equal("d0 05:20 x3");
    }

    // Trucks that go 30 km/h need 2 h for 60 km; escorts that go 20 km/h make it 3 h.
    [Theory]
    [InlineData(30, 60, "d0 02:30")]
    [InlineData(60, 20, "d0 03:30")]
    public void A_column_goes_at_the_speed_of_its_slowest_and_of_the_road(int trucks, int escorts, string atBridge)
    {
        var scenario = Column(1, 1, 1).Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 1, Speed = Kmh(escorts) })
            .Fleet("trucks", f => f with
            {
                Speed = Kmh(trucks), Convoy = f.Convoy! with { Escort = new Escort { From = "escorts", Count = 1 } },
            });
        Play.Of(scenario.Until("6:00")).When(HappeningKind.Queued).Should().Equal(atBridge);
    }

    // Two escorts for two columns of one truck. The first column of three is at the bridge at 1:30, through the five lanes
    // at 1:50:12, at the town at 2:50:24 with its last, unloaded 3:20:24, at the bridge 4:20:24, through 4:40:36, home
    // 5:40:48 with its last; the second, laden at 0:30, waits for that long.
    [Fact]
    public void A_column_waits_for_escorts_which_come_back_and_serve_the_next()
    {
        var run = Play.Of(Column(2, 1, 1).Bridge(b => b with { Lanes = 5 })
            .Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 2 })
            .Fleet("trucks", f => f with { Convoy = f.Convoy! with { Escort = new Escort { From = "escorts", Count = 2 } } }));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x3", "d0 05:40:48 x3");
        run.Waits("depot").Should().Be("fleet 5:10:48");
        run.Vehicles("escorts").Should().Be("2 0 0 0");
    }

    // One escort for each of two columns, and there are two.
    [Fact]
    public void Columns_with_enough_escorts_do_not_wait()
    {
        var run = Play.Of(Column(2, 1, 1).Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 2 })
            .Fleet("trucks", f => f with { Convoy = f.Convoy! with { Escort = new Escort { From = "escorts", Count = 1 } } }));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x2", "d0 00:30 x2");
        run.Waits("depot").Should().BeEmpty();
    }

    private static Speed Kmh(int speed) => Speed.FromKilometresPerHour(speed);

    private static Scenario Column(int trucks, int least, int greatest) => Road(trucks).Fleet("trucks", fleet => fleet with
    {
        Convoy = new ConvoyRules { Size = new SizeRange(least, greatest), Wait = TimeSpan.FromHours(4) },
    });
}
