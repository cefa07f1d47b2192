using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Disruptions;

/// <summary>Twelve cases of closures, each of them a defect of another simulator, and what happens here.</summary>
/// <remarks>One short test for each; what is tested in all its forms elsewhere is named. The truck sets out at 0:30, is at the bridge at
/// 1:30, through at 1:50, at the town at 2:50.</remarks>
public sealed class TwelveClosureCases
{
    /// <remarks>In full: <see cref="ClosureTests.What_is_on_a_route_meets_a_closure"/> and
    /// <see cref="RestrictionTests.Those_on_a_route_go_on_at_the_speed_that_is_left"/>.</remarks>
    [Fact]
    public void Case_01_whoever_is_on_a_route_that_closes_completes_or_holds_or_turns_back_or_is_trapped_or_lost()
    {
        var arrived = Enum.GetValues<EnRoute>().Where(one => one != EnRoute.Divert).Select(enRoute =>
            string.Join(",",
                Play.Of(Road().With(Closed("bridge - town", "2:10", "3:00", enRoute)).Until("7:00")).When(HappeningKind.Arrived)));
        arrived.Should().Equal("d0 03:20", "d0 06:20", "d0 06:40", "d0 06:20", "");
    }

    /// <remarks>In full: <see cref="QueueRuleTests"/>.</remarks>
    [Fact]
    public void Case_02_whoever_waits_at_a_crossing_that_closes_keeps_its_place_or_disperses_or_diverts()
    {
        var scenario = Road().Place<Depot>("depot",
            depot => depot with { Unloading = Minutes(30) }) with { Policies = new Policies { Divert = new Return() } };
        string[] Arrived(QueueRule rule, TimeSpan lag) =>
            Play.Of((scenario with { Policies = scenario.Policies with { Reroute = new Reroute { LearnsAfter = lag } } })
                .With(Closed("bridge", "1:20", "3:00") with { Queue = rule }).Until("7:00")).Tell(HappeningKind.Diverted);
        Arrived(QueueRule.Keep, TimeSpan.FromDays(9)).Should().BeEmpty();
        Arrived(QueueRule.Disperse, TimeSpan.FromDays(9)).Should().Equal("d0 01:30 town to depot: 1 crate");
        Arrived(QueueRule.Divert, TimeSpan.FromDays(9)).Should().Equal("d0 01:30 town to depot: 1 crate");
    }

    /// <remarks>Where it goes instead: <see cref="Planning.DivertTests"/>, and flights <see cref="Movement.AlternateTests"/>.</remarks>
    [Fact]
    public void Case_03_a_destination_that_is_itself_shut_is_waited_for_and_blocks_nobody()
    {
        var run = Play.Of(Road().Plus(Traders(Each("1:00"))).With(Closed("town", "1:00", "8:00")).Until("12:00"));
        run.When(HappeningKind.Arrived).Should().Equal("d0 09:30");
        run.Waits("town").Should().Be("physical 6:10");
    }

    // News takes three hours. The first two trucks of the day meet the closure at the bridge; those after them know it, and it is not
    // forgotten: nobody comes to the bridge again.
    [Fact]
    public void Case_04_what_was_learned_is_remembered_until_something_newer_is_heard()
    {
        var hourly = Daily().Detour(150).Line("road", line => line with { Send = Each("1:00"), Every = TimeSpan.FromHours(1) })
            .Fleet("trucks", fleet => fleet with { Count = 99 });
        var run = Play.Of((hourly with { Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(3) } } })
            .With(Closed("bridge", "1:00", "900:00")).Until("60:00"));
        run.Legs("depot", "bridge").Should().OnlyContain(leg => string.CompareOrdinal(leg, "d0 04:00") < 0).And.NotBeEmpty();
        run.Legs("depot", "town").Should().HaveCountGreaterThan(50);
    }

    /// <remarks>In full: <see cref="ClosureTests.A_closure_binds_only_the_traffic_it_names"/>.</remarks>
    [Fact]
    public void Case_05_a_closure_for_one_traffic_leaves_the_others_alone()
    {
        var scenario = Road().Plus(Traders(Each("1:00"))) with { Measures = Passed };
        var run = Play.Of(scenario.With(Closed("bridge", "0:10", "9:00") with { To = ["aid"] }).Until("9:00"));
        run.Result["passed", "bridge"].Should().Be(8);
        run.Legs("bridge", "town").Should().BeEmpty();
    }

    // A truck a day, round the bridge while it is shut, over it again from the third day on.
    [Fact]
    public void Case_06_a_reopened_way_is_used_again() =>
        Play.Of(Daily().Detour(150).With(Closed("bridge", "1:00", "47:00")).Until("96:00"))
            .Legs("depot", "bridge").Should().Contain(leg => leg.StartsWith("d2 ") || leg.StartsWith("d3 ")).And
            .NotContain(leg => leg.StartsWith("d1 "));

    /// <remarks>On random networks: <c>CutTests</c> of the laws.</remarks>
    [Fact]
    public void Case_07_no_capacity_passes_exactly_nothing()
    {
        var scenario = Road().Plus(Traders(Each("0:07"))) with { Measures = Passed };
        foreach (var none in (Disruption[])[Closed("bridge", "0:00", "999:00"),
            new Restriction("none") { Limit = "bridge", At = Moment.Day(0), Lanes = 0 }])
            Play.Of(scenario.With(none)).Result["passed", "bridge"].Should().Be(0);
    }

    [Fact]
    public void Case_08_with_no_way_left_it_waits_with_an_alarm_and_the_run_ends()
    {
        var run = Play.Of(
            Road().With(new Closure("all") { Close = ["bridge", "depot - bridge", "bridge - town"], At = Moment.After(Span("0:10")) }));
        run.When(HappeningKind.Stranded).Should().Equal("d0 00:30");
        run.When(HappeningKind.Arrived).Should().BeEmpty();
    }

    // At 1:30 the truck comes, the bridge closes and opens again in one instant, in any order of writing: what is shut is shut before
    // anybody arrives, and what opens is open.
    [Fact]
    public void Case_09_what_happens_at_one_instant_has_a_published_order()
    {
        Closure[] closures = [Closed("bridge", "1:00", "0:30", id: "one"), Closed("bridge", "1:30", "0:30", id: "two"),
            Closed("bridge", "1:30", "1:00", id: "three")];
        var outcomes = new[] { (0, 1, 2), (2, 1, 0), (1, 2, 0) }
            .Select(order =>
                Play.Of(Road().With(closures[order.Item1], closures[order.Item2], closures[order.Item3])).Legs("bridge", "town")[0]);
        outcomes.Should().AllBe("d0 02:50 x1");
        Play.Of(Road().With(closures[0])).Legs("bridge", "town").Should().Equal("d0 01:50 x1");
    }

    // The town is so far that nobody comes back. Fifty-five inspections of a fifth of an hour are eleven hours, to the tick: a closure then
    // meets the last of them, and one a tick later nobody.
    [Fact]
    public void Case_10_time_is_whole_ticks_and_does_not_drift()
    {
        var scenario = Road(55).Route("bridge - town", route => route with { Length = Distance.FromKilometres(2_000) })
            .Bridge(bridge => bridge with { Inspection = Minutes(12) }).Place<Depot>("depot", depot => depot with { Docks = 55 });
        Play.Of(scenario).Legs("bridge", "town").Last().Should().Be("d0 12:30 x1");
        var closed = Closed("bridge", "12:30", "9:00", EnRoute.Lost);
        Play.Of(scenario.With(closed)).When(HappeningKind.Lost).Should().Equal(["d0 12:30"],
            "a closure comes before the end of a service at the same instant");
        Play.Of(scenario.With(closed with { At = Moment.After(Span("12:30") + TimeSpan.FromTicks(1)) })).When(HappeningKind.Lost)
            .Should().BeEmpty();
    }

    // Each of them, however small, changes what comes out, and no two of them do the same.
    [Fact]
    public void Case_11_a_partial_loss_acts()
    {
        Restriction Limited(string what) => new("part") { Limit = what, At = Moment.After(Span("1:00")), For = TimeSpan.FromHours(9) };
        var scenario = Road(3).Bridge(bridge => bridge with { Lanes = 2 });
        Disruption[] losses =
        [
            Limited("bridge") with { Lanes = 0.99 }, Limited("bridge") with { Lanes = 0.5 }, Limited("bridge - town") with { Speed = 0.99 },
            Limited("bridge - town") with { Speed = 0.5 },
            Limited("bridge") with { WeightLimit = Mass.FromTonnes(9) }, Limited("bridge - town") with { WeightLimit = Mass.FromTonnes(9) },
            Limited("bridge") with { Lanes = 0.5, For = TimeSpan.FromMinutes(45) },
            new Slowdown("searches") { Slow = "bridge", At = Moment.After(Span("1:00")), Inspection = 1.01 },
        ];
        losses.Select(loss => string.Join(",", Play.Of(scenario.With(loss)).When(HappeningKind.Arrived)))
            .Prepend(string.Join(",", Play.Of(scenario).When(HappeningKind.Arrived)))
            .Should().OnlyHaveUniqueItems();
    }

    /// <remarks>On random networks: <c>CutTests</c> of the laws.</remarks>
    [Fact]
    public void Case_12_closing_all_routes_of_a_cut_brings_what_gets_through_to_nothing()
    {
        var scenario = Daily().Detour(150);
        Play.Of(scenario).When(HappeningKind.Arrived).Should().HaveCount(9);
        Play.Of(scenario.With(new Closure("blockade") { Close = ["bridge - town", "depot - town"], At = Moment.Day(0) }))
            .When(HappeningKind.Arrived).Should().BeEmpty();
    }

    private static readonly System.Collections.Immutable.ImmutableArray<Measure> Passed = [new Measure("passed")
    {
        Of = "bridge",
        Is = MeasureKind.Passed,
    }];
}
