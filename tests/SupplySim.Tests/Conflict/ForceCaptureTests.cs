using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Conflict.North;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>A force of the other side on a front's way: contested as a crossing is, and out of action once it is captured.</summary>
/// <remarks>
/// A post of blue's, 60 km and an hour from the depot, has ten crates and uses one in two hours; one is sent to it at 2:00, 4:00, ...: it
/// departs half an hour later, is there after another hour and unloaded half an hour after that, two hours after it was sent. Red sets out
/// at 0:20, 50 km away: it faces the post at 4:50, fights from 7:50 on and has it at 15:50. What was sent at 14:00 stands at the dock then.
/// </remarks>
public sealed class ForceCaptureTests
{
    private static readonly string[] Course =
        ["d0 00:20 Advance", "d0 04:50 StandOff", "d0 07:50 Fight", "d0 15:50 red", "d0 15:50 Advance", "d0 16:20 Ended"];

    [Fact]
    public void A_force_of_the_defender_is_contested_as_a_crossing_is() => States(Post()).Should().Equal(Course);

    [Fact]
    public void A_front_that_never_wins_never_takes_it() => States(Post(wins: 0)).Should().Equal(
        "d0 00:20 Advance", "d0 04:50 StandOff", "d0 07:50 Fight", "d0 15:50 StandOff", "d0 18:50 Fight");

    // Six were unloaded by 14:00, and seven and eleven twelfths were used: what it uses begins in whole crates.
    [Theory]
    [InlineData(CapturedStock.Kept, 9, 0)]
    [InlineData(CapturedStock.Seized, 0, 9)]
    public void From_its_capture_on_a_force_uses_nothing_and_is_sent_nothing(CapturedStock fate, int left, int lost)
    {
        var run = Play.Of(Post(new OnCapture { Stock = fate }));
        run.Stock("post", "crate").Should().Be(new StockAtEnd(left, 7, 7, 0, 0, 0, 0));
        run.Result.Ledger[0].Lost.Should().Be(lost);
        run.Legs("depot", "post").Should().Equal("d0 02:30 x1", "d0 04:30 x1", "d0 06:30 x1", "d0 08:30 x1", "d0 10:30 x1", "d0 12:30 x1",
            "d0 14:30 x1");
    }

    // It is let off the dock at 16:00 with its crate, is home at 17:00, and unloads there in the time in which it was loaded.
    [Fact]
    public void What_stands_at_its_docks_is_brought_back()
    {
        var run = Play.Of(Post());
        run.Legs("post", "depot")[^1].Should().Be("d0 16:00 x1");
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 16:00 post to depot: 1 crate");
        run.When(HappeningKind.Arrived, "depot").Should().Equal("d0 17:30");
        run.Vehicles("trucks").Should().Be("4 0 0 0");
        run.Result.Ledger[0].Supplied.Should().Be(6);
    }

    // Red has it at 16:40, when the truck of 16:00 is on a road without a place on its way: told or not, it sees when it is there.
    [Theory]
    [InlineData("0:00", "d0 17:30")]
    [InlineData("1:00", "d0 17:30")]
    public void What_is_on_the_road_turns_back_where_it_learns_of_it(string lag, string back)
    {
        var run = Play.Of(Post(starts: "1:10") with { Policies = new Policies { Reroute = new Reroute { LearnsAfter = Span(lag) } } });
        run.When(HappeningKind.Captured).Select(at => at[..8]).Should().Equal("d0 16:40");
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 17:30 post to depot: 1 crate");
        run.Legs("post", "depot")[^1].Should().Be(back + " x1");
        run.Stock("post", "crate").Consumed.Should().Be(8);
    }

    // Half way lies a town, passed at 17:00: who has heard of it turns there.
    [Theory]
    [InlineData("0:10", "d0 17:00")]
    [InlineData("0:40", "d0 17:30")]
    public void Who_has_heard_of_it_turns_back_on_the_way(string lag, string turns)
    {
        var scenario = Post(starts: "1:10").Plus(new Town("half"), Leg("depot", "half", 30), Leg("half", "post", 30));
        var run = Play.Of(scenario with
        {
            Routes = [.. scenario.Routes.Where(route => route.Id != "depot - post")],
            Policies = new Policies { Reroute = new Reroute { LearnsAfter = Span(lag) } },
        });
        run.Tell(HappeningKind.Diverted).Should().Equal($"{turns} post to depot: 1 crate");
    }

    // Where columns go elsewhere when a place is shut, they do so when it is no more.
    [Fact]
    public void What_is_on_its_way_goes_where_the_divert_policy_sends_it()
    {
        var scenario = Post().Plus(new Depot("rear") { Unloading = Minutes(30) }, Leg("rear", "post", 30));
        var run = Play.Of(scenario with { Policies = new Policies { Divert = new ToNeed() } });
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 16:00 post to rear: 1 crate");
        run.Stock("rear", "crate").Amount.Should().Be(1);
    }

    [Fact]
    public void Vehicles_at_a_captured_force_are_lost_where_they_are_seized()
    {
        var run = Play.Of(Post(new OnCapture { Vehicles = CapturedVehicles.Seized }));
        run.When(HappeningKind.Lost, "trucks").Select(at => at[..8]).Should().Equal("d0 15:50");
        run.Vehicles("trucks").Should().Be("3 0 0 1");
        run.Result.Ledger[0].Lost.Should().Be(1);
    }

    // A plane takes an hour on the ground at either end and one between: what it was loaded with from 14:00 on lands at 16:00, is not
    // unloaded, and lies at the depot again when it is back at 17:00.
    [Fact]
    public void What_was_flown_to_a_force_that_is_no_more_is_flown_back()
    {
        var field = new Airfield { Parking = 1, GroundTime = Minutes(60) };
        var scenario = Post().Place<Force>("post", post => post with { Airfield = field })
            .Place<Depot>("depot", depot => depot with { Airfield = field })
            .Plus(new Fleet("planes")
            {
                Mode = Mode.Air, Traffic = "military", Base = "depot", Count = 1, Carries = Mass.FromTonnes(10),
                Speed = Speed.FromKilometresPerHour(400),
            });
        var daily = new Rate(Quantity.Pieces(1), Span("14:00"));
        var run = Play.Of(scenario.Line("road", line => line with { By = "planes", Send = daily }) with
        {
            Routes = [.. scenario.Routes, new Route("depot", "post") { Name = "air", Mode = Mode.Air,
                Length = Distance.FromKilometres(400) }],
        });
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 17:00 post to depot: 1 crate");
        run.Vehicles("planes").Should().Be("1 0 0 0");
        run.Result.Ledger[0].Supplied.Should().Be(0);
    }

    // 15:50 of 24 hours.
    [Fact]
    public void A_captured_force_is_not_ready_from_then_on()
    {
        var ready = new Readiness { Wanted = Each<TimeSpan>.Same(Span("4:00")) };
        var scenario = Post().Place<Force>("post", post => post with { Readiness = ready });
        var run = Play.Of(scenario with { Measures =
            [new Measure("ready") { Of = "post", Is = MeasureKind.Readiness },
                new Measure("least") { Of = "post", Is = MeasureKind.LeastReadiness },
                new Measure("met") { Of = "post", Is = MeasureKind.ConsumedPerNeed }] });
        run.Result["ready", "post"].Should().BeApproximately((15 + 50 / 60.0) / 24, 1e-6);
        run.Result["least", "post"].Should().Be(0);
        run.Result["met", "post"].Should().Be(1);
    }

    // Without stock or supply it has gone without since the start, and does so until 15:50.
    [Fact]
    public void What_it_lacked_until_then_stays_lacked()
    {
        var run = Play.Of(Post().Idle().Place<Force>("post", post => post with { Stock = Supply.None }));
        run.Stock("post", "crate").Should().Be(new StockAtEnd(0, 0, 7, 7, 0, 0, 0));
    }

    [Fact]
    public void What_a_force_uses_at_random_ends_with_it()
    {
        var use = (ChangingRate)new Arrivals(Each("0:10"), IsRandom: true);
        var run = Play.Of(Post().Idle().Place<Force>("post", post => post with { Stock = Crates(9999), Needs = [("crate", use)] }));
        var used = run.Stock("post", "crate");
        used.Needed.Should().BeInRange(40, 160, "95 in the mean until it is captured, and 144 in a day");
        used.Consumed.Should().Be(used.Needed);
        var half = Play.Of(Post().Until("15:51").Idle()
            .Place<Force>("post", post => post with { Stock = Crates(9999), Needs = [("crate", use)] }));
        half.Stock("post", "crate").Needed.Should().Be(used.Needed);
    }

    // The line that orders by a level takes back what waits, and its pause is told with what led to it.
    [Fact]
    public void Why_says_that_the_force_was_captured()
    {
        var scenario = Post().Fleet("trucks", trucks => trucks with { Count = 1 }).Line("road", line => line with
        {
            Send = null, WhenBelow = Crates(14), UpTo = Crates(20), GivenUpAfter = TimeSpan.FromDays(9),
        });
        Play.Of(scenario).Stock("post", "crate").OnOrder.Should().Be(0);
        var why = scenario.Why("post", Moment.After(Span("23:00")), seed: 1);
        var pause = why.Pauses.Single();
        (pause.Line, pause.Captured, pause.Shut, pause.OrdersStopped).Should().Be(("road", true, "post", false));
        pause.Because.Select(told => told.Kind).Should().EndWith(HappeningKind.Captured);
        why.ToString().Should().Contain("road ordered nothing for 0.3 d: post was captured");
        why.Delays.Select(delay => delay.Cause).Should().NotContain("orders-stopped");
    }

    // South comes to the same post from the other side at 5:00 and has it at once; north's fight of 7:50 never begins.
    [Fact]
    public void What_another_front_takes_is_contested_no_longer()
    {
        var south = Front() with { Along = [East(20), "post"], OpensWith = FrontState.StepDown,
            Starts = At("4:00"), Id = "south" };
        var scenario = Post();
        States(scenario.With(scenario.Fronts[0], south)).Should().Equal(
            "d0 00:20 Advance", "d0 04:00 Advance", "d0 04:50 StandOff", "d0 05:30 StepDown", "d0 05:30 red", "d0 05:30 Advance",
            "d0 05:30 Advance", "d0 06:00 Ended", "d0 06:00 Ended");
    }

    // Blue's own front passes where its force stood: a force that is no more does not come back.
    [Fact]
    public void A_force_that_is_no_more_is_not_taken_back()
    {
        var back = Front() with
        {
            Id = "back", Attacker = "blue", Defender = "red", Along = [East(60), "post"], Starts = At("16:30"),
        };
        var scenario = Post();
        var run = Play.Of(scenario.With(scenario.Fronts[0], back).Until("40:00"));
        run.TellToTheSecond(HappeningKind.Captured).Should().Equal("d0 15:50 red");
        run.Stock("post", "crate").Needed.Should().Be(7);
    }

    // Without its front from 10:00 on, the post is never taken.
    [Fact]
    public void An_intervention_that_ends_the_front_saves_the_force()
    {
        var run = Play.Of(Post(), Post() with { Fronts = [] }, Moment.After(Span("10:00")));
        run.When(HappeningKind.Captured).Should().BeEmpty();
        run.Stock("post", "crate").Needed.Should().Be(12);
    }

    private static Scenario Post(OnCapture? fate = null, double wins = 1, string starts = "0:20")
    {
        var road = Road(4);
        return (road with
        {
            Places = [road.Places[0], new Force("post")
            {
                At = East(0), Party = "blue", Needs = [("crate", Each("2:00"))], Stock = Crates(10), Docks = 10,
                Unloading = Minutes(30),
            }],
            Routes = [Leg("depot", "post", 60)],
            Fleets = [road.Fleets[0] with { Traffic = "military" }],
            SupplyLines = [new SupplyLine("road") { From = "depot", To = "post", By = "trucks", Commodities = ["crate"],
                Send = Each("2:00") }],
            Fronts = [Front(wins) with { Along = [East(-50), "post"], Starts = At(starts), OnCapture = fate ?? new OnCapture() }],
        }).Until("24:00");
    }
}
