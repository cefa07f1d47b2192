using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Who passes a crossing when, and what it waits for.</summary>
public sealed class CrossingTests
{
    // Traders come at 0:30, 1:00, 1:30, ... in both directions in turn, and are inspected for 45 min. In one lane they
    // begin at 0:30, 1:15, 2:00, 2:45, and wait 0, 15, 30 and 45 min; the fifth waits from 2:30 to the end. A lane for each
    // direction is free each hour.
    [Theory]
    [InlineData(true, "lane 2:00")]
    [InlineData(false, "")]
    public void Lanes_are_shared_by_both_directions_unless_given_for_each(bool shared, string waits) =>
        Play.Of(Road().Bridge(b => b with { Inspection = Minutes(45), Lanes = shared ? 1 : Each<int>.Of(("in", 1), ("out", 1)) })
            .Idle().Plus(Traders(Each("0:30"))).Until("3:00"))
            .Waits("bridge").Should().Be(waits);

    // Two trucks at 1:30 and one lane: 20 min for the second.
    [Theory]
    [InlineData(1, "lane 0:20")]
    [InlineData(2, "")]
    public void Each_lane_takes_one_vehicle(int lanes, string waits) =>
        Play.Of(Road(2).Bridge(b => b with { Lanes = lanes }).Until("4:00")).Waits("bridge").Should().Be(waits);

    // At 1:30, 2:00, 2:30, open until 1:40. The first is through at 1:50 all the same; the others wait 22:00 and 21:30 for
    // midnight. Back at 4:20, the first waits 19:40 for it. Then they wait 0, 20 and 40 min for the lane, and a trader who
    // comes at 24:10 for 50 min: through at 25:20.
    [Fact]
    public void The_vehicle_in_service_at_closing_time_finishes_and_the_rest_keep_their_place_overnight()
    {
        var run = Play.Of(Road(3).OneDock().Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(1, 40)) })
            .Plus(Traders(Each("24:10"))).Until("25:10"));
        run.Legs("bridge", "town").Should().Equal("d0 01:50 x1", "d1 00:20 x1", "d1 00:40 x1");
        run.Legs("bridge", "depot").Should().Equal("d1 01:00 x1");
        run.Waits("bridge").Should().Be("hours 63:10, lane 1:50");
    }

    // The last minute counts, the closing minute does not: at 1:30, open until 1:31 or until 1:30.
    [Theory]
    [InlineData(31, "d0 01:50 x1")]
    [InlineData(30, "d1 00:20 x1")]
    public void A_crossing_is_closed_at_its_closing_time(int minute, string passed) =>
        Play.Of(Road().Bridge(b => b with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(1, minute)) }).Until("25:00"))
            .Legs("bridge", "town").Should().Equal(passed);

    // Open in the east until noon and in the west from 11:00.
    [Fact]
    public void All_control_points_must_be_open() =>
        Play.Of(Road().Bridge(b => b with
        {
            HeldBy = Each<string>.Of(("east", "red"), ("west", "blue")),
            Hours = Each<Hours>.Of(("east", Hours.Daily(new TimeOnly(0, 0), new TimeOnly(12, 0))), ("west", OpenFrom(11))),
        }).Until("12:00")).When(HappeningKind.Passed).Should().Equal("d0 11:20");

    // Back at the bridge at 4:20.
    [Fact]
    public void Empty_vehicles_have_their_own_inspection_time() =>
        Play.Of(Road().Bridge(b => b with { Inspection = Each<Duration>.Of(("aid", Minutes(20)), ("empty", Minutes(5))) }))
            .When(HappeningKind.Passed).Should().Equal("d0 01:50", "d0 04:25");

    // 25 t gross over a bridge for 25 t, 26 t round it: 300 km in 5 h.
    [Theory]
    [InlineData(25, "d0 03:20")]
    [InlineData(26, "d0 06:00")]
    public void A_weight_limit_binds_gross_mass(int gross, string arrived) =>
        Play.Of(Road().Bridge(b => b with { WeightLimit = Mass.FromTonnes(25) }).Detour(300)
            .Fleet("trucks", f => f with { Gross = Mass.FromTonnes(gross) }))
            .When(HappeningKind.Arrived).Should().Equal(arrived);

    // The road beyond the bridge bears 25 t; round it 300 km in 5 h.
    [Theory]
    [InlineData(25, "d0 03:20")]
    [InlineData(26, "d0 06:00")]
    public void A_weight_limit_of_a_route_binds_gross_mass(int gross, string arrived) =>
        Play.Of(
            (Road().Detour(300) with { Routes = [Leg("depot", "bridge", 60),
                Leg("bridge", "town", 60) with { WeightLimit = Mass.FromTonnes(25) }, Leg("depot", "town", 300)] })
            .Fleet("trucks", f => f with { Gross = Mass.FromTonnes(gross) }))
            .When(HappeningKind.Arrived).Should().Equal(arrived);

    // Trucks of 20 t with an escort of 60 t over a bridge for 25 t: the column goes round it.
    [Fact]
    public void A_column_goes_where_its_escort_can_go() =>
        Play.Of(Road().Detour(300).Bridge(b => b with { WeightLimit = Mass.FromTonnes(25) })
            .Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 1, Gross = Mass.FromTonnes(60) })
            .Fleet("trucks", f => f with
            {
                Gross = Mass.FromTonnes(20),
                Convoy = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.Zero,
                    Escort = new Escort { From = "escorts", Count = 1 }, Density = 1000 },
            })).Legs("depot", "town").Should().Equal("d0 00:30 x2");

    // Blue lets aid pass and names nobody else: the trader who came at 1:00 waits until the end, at 3:00.
    [Fact]
    public void Traffic_that_a_holder_does_not_name_does_not_pass()
    {
        var run = Play.Of(Road().Bridge(b => b with { HeldBy = "blue", Passage = [("blue", [("aid", Permission.Yes)])] })
            .Plus(Traders(Each("1:00"))).Until("2:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 01:50");
        run.Waits("bridge").Should().Be("passage 1:00");
    }

    [Fact]
    public void A_holder_of_whom_nothing_is_said_lets_all_pass() =>
        Play.Of(Road().Bridge(b => b with { HeldBy = "red", Passage = [("blue", [("aid", Permission.No)])] }))
            .When(HappeningKind.Arrived).Should().Equal("d0 03:20");

    // The holder of one bank lets aid pass, that of the other does not.
    [Fact]
    public void Both_banks_must_let_it_pass() =>
        Play.Of(Daily().Bridge(b => b with
        {
            HeldBy = Each<string>.Of(("east", "blue"), ("west", "red")),
            Passage = [("blue", [("aid", Permission.Yes)]), ("red", [("aid", Permission.No)])],
        }).Until("30:00")).Waits("bridge").Should().Be("passage 4:30");

    // Traders who may not pass stand in front: a truck at 1:30 passes them.
    [Fact]
    public void Who_may_not_pass_does_not_hold_up_the_others() =>
        Play.Of(
            Road().Bridge(b => b with { HeldBy = "blue", Passage = [("blue", [("aid", Permission.Yes), ("commercial", Permission.No)])] })
            .Plus(Traders(Each("1:00")))).When(HappeningKind.Arrived).Should().Equal("d0 03:20");

    // A trader at 1:29 is inspected until 1:49: the truck waits 19 min.
    [Fact]
    public void Strangers_take_up_the_lane() =>
        Play.Of(Road().Plus(Traders(Each("1:29"))).Until("2:10")).Waits("bridge").Should().Be("lane 0:19");
}
