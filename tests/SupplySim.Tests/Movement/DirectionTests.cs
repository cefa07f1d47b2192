using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Rules of passage that differ by direction: <c>in</c> is the way to where a supply line leads,
/// <c>out</c> the way back.</summary>
public sealed class DirectionTests
{
    private static readonly Clearance TwoHours = new()
    {
        Channels = ["command"],
        GrantedIn = (Duration)TimeSpan.FromHours(2),
        Valid = TimeSpan.FromDays(5),
    };

    // Through at 1:50, unloaded at 3:20. No way home is known to be open, so it stays where it is.
    [Fact]
    public void Who_may_go_in_and_not_out_delivers_and_does_not_come_home()
    {
        var run = Play.Of(Held(Permission.Yes, Permission.No).Until("48:00"));
        run.When(HappeningKind.Arrived).Should().Equal("d0 03:20");
        run.Result.Trips.Should().NotContain(trip => !trip.Forward && trip.Route == 0);
        run.Vehicles("trucks").Should().Be("0 1 0 0");
    }

    [Fact]
    public void Who_may_not_go_in_is_not_sent() =>
        Play.Of(Held(Permission.No, Permission.Yes).Until("48:00")).Result.Trips.Should().BeEmpty();

    // Asked at 0:00, when the truck begins to form; at the bridge at 1:30, granted two hours after it was
    // asked. On the way back nobody is asked.
    [Fact]
    public void Clearance_may_be_asked_for_one_direction_alone()
    {
        var free = Home(Held(Permission.Yes, Permission.Yes));
        free.Should().Be("d0 04:40");
        var (inward, outward, both) = (Home(Held(Permission.WithClearance, Permission.Yes)),
            Home(Held(Permission.Yes, Permission.WithClearance)), Home(Held(Permission.WithClearance, Permission.WithClearance)));
        string.CompareOrdinal(inward, free).Should().BePositive();
        string.CompareOrdinal(outward, free).Should().BePositive();
        string.CompareOrdinal(both, inward).Should().BePositive();
        string.CompareOrdinal(both, outward).Should().BePositive();
    }

    // Rules that say the same for both are those of one word.
    [Theory]
    [InlineData(Permission.Yes)]
    [InlineData(Permission.No)]
    [InlineData(Permission.WithClearance)]
    public void The_same_for_both_is_as_one_word(Permission permission)
    {
        var one = Held(permission, permission).Bridge(bridge => bridge with { Passage = [("blue", [("aid", permission)])] })
            .Until("100:00");
        var two = Held(permission, permission).Until("100:00");
        (Play.Of(two).Result.Ledger.Single(), Times(two)).Should().BeEquivalentTo((Play.Of(one).Result.Ledger.Single(), Times(one)));
    }

    // Every hour one comes, in and out in turn; those who want out stand there to the end.
    [Fact]
    public void Strangers_go_by_the_rule_of_their_direction()
    {
        var scenario = Road().Idle().Plus(Traders(Each("1:00"))).Bridge(bridge => bridge with { HeldBy = "blue",
            Passage = [("blue", [("commercial", Each<Permission>.Of(("in", Permission.Yes), ("out", Permission.No)))])] });
        Play.Of(
            scenario.Until("20:30") with { Measures = [new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }] }).Result["passed",
                "bridge"].Should().Be(10);
    }

    // A closure binds both ways, and what is limited by weight still is.
    [Fact]
    public void Closures_and_weight_limits_bind_both_directions()
    {
        var scenario = Held(Permission.Yes, Permission.Yes).Until("30:00");
        Play.Of(scenario.With(Closed("bridge", "4:00", "6:00"))).Result.Trips.Last(trip => trip.Route == 0 && !trip.Forward).Departs
            .Should().Be(Engine.SimTime.Start + Span("10:20"));
        Play.Of(
            scenario.With(new Restriction("weak")
            {
                Limit = "bridge",
                WeightLimit = Mass.FromTonnes(9),
                At = Moment.After(Span("4:00")),
                For = Span("6:00"),
            }))
            .Result.Trips.Last(trip => trip.Route == 0 && !trip.Forward).Departs.Should().Be(Engine.SimTime.Start + Span("10:20"));
    }

    // The new holder lets aid in and not out: who went in before is cut off.
    [Fact]
    public void A_capture_may_shut_one_direction()
    {
        var scenario = Held(Permission.Yes, Permission.Yes).Bridge(bridge => bridge with
        {
            Passage = [("blue", [("aid", Permission.Yes)]), ("red", [("aid", Each<Permission>.Of(("in", Permission.Yes)))])],
        }) with
        {
            Fronts = [Conflict.North.Front() with { Script = [new ScriptStep { At = Moment.After(Span("3:00")), Do = ScriptAct.Capture }],
                StandOff = null, Fight = null }],
        };
        Play.Of(scenario.Until("48:00")).Result.Trips.Should().Contain(trip => trip.Route == 1 && trip.Forward).And
            .NotContain(trip => trip.Route == 0 && !trip.Forward);
    }

    [Fact]
    public void A_direction_that_nobody_tells_apart_is_no_intervention()
    {
        var (before, after) = (Held(Permission.Yes, Permission.Yes).Bridge(bridge => bridge with { Passage = [] }),
            Held(Permission.Yes, Permission.No));
        (before with { Experiment = new ExperimentPlan { Compare = [new Alternative("later", after) { From = Moment.Day(1) }] } })
            .Problems().Should().ContainSingle()
            .Which.Message.Should().Be("'places.bridge.passage' tells the directions of 'aid' apart, which nobody does before");
    }

    private static Scenario Held(Permission inward, Permission outward) => Road().Bridge(bridge => bridge with
    {
        HeldBy = "blue", Clearance = TwoHours, Passage = [("blue", [("aid", Each<Permission>.Of(("in", inward), ("out", outward)))])],
    });

    // When it is through the bridge on its way home.
    private static string Home(Scenario scenario) =>
        Play.Time(Play.Of(scenario.Until("48:00")).Result.Trips.Single(trip => trip.Route == 0 && !trip.Forward).Departs);

    private static string[] Times(Scenario scenario) =>
        [.. Play.Of(scenario).Result.Trips.Select(trip => $"{trip.Route} {trip.Forward} {trip.Departs}")];
}
