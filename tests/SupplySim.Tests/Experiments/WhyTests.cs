using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Tests.Conflict;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>Why a camp has what it has, worked out by hand.</summary>
/// <remarks>The camp eats 1 t an hour, has 30 t and orders up to 72 t below 48 t, by trucks of 24 t that
/// are at the bridge at 1:30.</remarks>
public sealed class WhyTests
{
    internal static readonly Moment DayTwo = Moment.Day(2);

    // Two trucks from 1:30 to 48:00 before the bridge, of which everybody knows since 1:00 that it is shut.
    [Fact]
    public void All_waiting_is_laid_at_the_door_of_the_closure()
    {
        var why = Behind().With(Closed("bridge", "1:00", "60:00", EnRoute.Hold)).Why("camp", DayTwo, seed: 1);
        (why.Since, why.At).Should().Be((SimTime.Start, SimTime.Day(2)));
        why.Delays.Select(one => (one.Where, one.Cause)).Should().Equal(("bridge", "physical"), ("bridge", "not-ordered"));
        why.Delays.Sum(one => one.Share).Should().BeApproximately(1, 1e-12);
        why.Lacked.Should().BeApproximately(18_000, 1e-6); // nothing from 30:00 on
        var delay = why.Delays[0];
        (delay.Where, delay.Cause, delay.Disruption).Should().Be(("bridge", "physical", "flood"));
        delay.Waited.Should().Be(2 * Span("46:30"));
        delay.Because.Select(told => (told.Kind, Play.Time(told.At))).Should().Equal((HappeningKind.Closed, "d0 01:00"));
        why.Pauses.Select(pause => (pause.Line, pause.Shut, (int)Math.Round(pause.Paused.TotalHours))).Should()
            .Equal(("road", "bridge", 47));
        why.Pauses[0].Because.Should().Equal(delay.Because);
        var need = why.Needs.Single();
        (need.OnHand.Amount, need.Needed, need.Consumed, need.Delivered).Should()
            .Be((0, Quantity.Tonnes(48), Quantity.Tonnes(30), Quantity.Tonnes(0)));
        need.OnItsWay.Amount.Should().Be(Quantity.Tonnes(42).Amount);
    }

    // Until 2:40 two trucks, from 1:30 on, and two traders, who came at 1:00 and 2:00, are through.
    [Fact]
    public void Whose_queue_it_is_that_is_waited_in_is_told()
    {
        var why = Behind().Plus(Traders(Each("1:00"))).Why("camp", Moment.After(Span("2:40")), seed: 1);
        var delay = why.Delays.Single(one => one.Where == "bridge");
        (delay.Cause, delay.Waited).Should().Be(("lane", Span("0:20")));
        delay.Through.Should().Equal(new ExplainedTraffic("aid", 2), new ExplainedTraffic("commercial", 2));
    }

    // The first truck is unloaded at 3:20, and leaves more there than is ordered below; the second is held
    // up on the road since 2:55, and the first cannot go back: both wait for that road, the one on it and the other before it.
    [Fact]
    public void What_was_before_the_last_good_delivery_does_not_count()
    {
        var why = Behind(below: 40).With(Closed("bridge - camp", "2:55", "60:00", EnRoute.Hold)).Why("camp", DayTwo, seed: 1);
        Play.Time(why.Since).Should().Be("d0 03:20");
        why.Delays.Where(one => one.Cause != "not-ordered").Select(one => $"{one.Where} {one.Cause} {one.Disruption} {one.Waited}").Should()
            .Equal("bridge - camp physical flood 3.17:20:00");
        why.Needs.Single().Needed.Amount.Should().BeCloseTo(Quantity.Tonnes(44).Amount + 666_667, 1);
    }

    [Fact]
    public void The_chain_leads_from_the_closure_back_to_the_front()
    {
        var why = Behind().Bridge(bridge => bridge with { HeldBy = "blue" }).With(North.Front())
            .With(new Closure("shelling")
            {
                Close = "bridge",
                While = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(6)),
                EnRoute = EnRoute.Hold,
            })
            .Line("road", line => line with { WhenBelow = Food(24), UpTo = Food(48) }).Why("camp", Moment.After(Span("14:00")), seed: 1);
        var shelled = why.Delays.First(delay => delay.Disruption == "shelling");
        shelled.Because.Select(told => $"{Play.Time(Play.ToTheSecond(told.At))} {told.Kind} {told.Subject} {told.Detail}").Should()
            .ContainInOrder(
            "d0 00:00 FrontChanged north Advance", "d0 04:30 FrontChanged north StandOff", "d0 07:30 FrontChanged north Fight",
            "d0 07:30 Closed bridge shelling");
    }

    // A strike of two hours, and meanwhile a flood of two days: that the bridge was shut already when it came makes it no less the cause.
    [Fact]
    public void Of_closures_that_overlap_the_one_that_lasted_is_named()
    {
        var why = Behind().With(Closed("bridge", "1:00", "2:00", EnRoute.Hold, id: "walk-out"),
            Closed("bridge", "2:00", "50:00", EnRoute.Hold, id: "high-water")).Why("camp", DayTwo, seed: 1);
        why.Pauses.Single().Because.Select(Told).Should().Equal("d0 02:00 Closed bridge high-water");
        why.Delays.First(delay => delay.Disruption == "high-water").Because.Select(Told).Should()
            .Equal("d0 02:00 Closed bridge high-water");
        why.Delays.First(delay => delay.Disruption == "walk-out").Because.Select(Told).Should().Equal("d0 01:00 Closed bridge walk-out",
            "d0 03:00 DisruptionEnded walk-out bridge");
    }

    // Two closures with a time between them: a pause that was two has two causes. The second comes from the
    // clock of the first, which is no cause.
    [Fact]
    public void A_line_that_paused_twice_is_told_of_twice()
    {
        var why = Behind().With(new Closure("strike")
        {
            Close = "bridge",
            Every = TimeSpan.FromHours(10),
            For = TimeSpan.FromHours(15),
            EnRoute = EnRoute.Hold,
        })
            .Line("road", line => line with { WhenBelow = Food(1000), UpTo = Food(1020) }).Why("camp", DayTwo, seed: 1);
        why.Pauses.Single().Because.Select(Told).Should().Equal(
            "d0 10:00 Closed bridge strike", "d1 01:00 DisruptionEnded strike bridge", "d1 11:00 Closed bridge strike");
    }

    [Fact]
    public void A_closure_for_some_traffic_and_a_false_report_are_causes_too()
    {
        var some = Behind().With(Closed("bridge", "1:00", "60:00", EnRoute.Hold) with { To = ["aid"] }).Why("camp", DayTwo, seed: 1);
        some.Pauses.Single().Because.Select(Told).Should().Equal("d0 01:00 ClosedFor bridge aid: flood");
        // What shuts it to others is none, though it lasts as long.
        var others = Behind().With(Closed("bridge", "1:00", "60:00", EnRoute.Hold),
            Closed("bridge", "1:00", "60:00", id: "ban") with { To = ["commercial"] }).Why("camp", DayTwo, seed: 1);
        others.Pauses.Single().Because.Select(Told).Should().Equal("d0 01:00 Closed bridge flood");
        var said = Behind().With(
            new Rumour("lie") { Report = "bridge", Says = Said.Shut, At = Moment.After(TimeSpan.FromHours(1)), For = TimeSpan.FromDays(2) })
            .Line("road", line => line with { WhenBelow = Food(1000), UpTo = Food(1020) }).Why("camp", DayTwo, seed: 1);
        said.Pauses.Single().Because.Select(told => told.Kind).Should().Contain(HappeningKind.Reported).And
            .NotContain(HappeningKind.Closed);
    }

    // Sent by the day, and never enough: the camp has no level below which is ordered, and counts from the start.
    [Fact]
    public void A_line_that_sends_a_fixed_amount_does_not_make_it_enough()
    {
        var why = Behind().Line("road", line => line with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(5)) })
            .Why("camp", DayTwo, seed: 1);
        (why.Since, why.Needs.Single().Delivered.Amount).Should().Be((SimTime.Start, Quantity.Tonnes(5).Amount));
    }

    [Fact]
    public void Shares_add_up_and_to_look_changes_nothing()
    {
        var scenario = Behind().Bridge(bridge => bridge with { Hours = OpenFrom(6) }).With(
            new Closure("a") { Close = "bridge", Every = Duration.Exponential(TimeSpan.FromHours(9)),
                For = Duration.Exponential(TimeSpan.FromHours(5)), EnRoute = EnRoute.Hold },
            new Closure("b") { Close = "bridge - camp", Every = Duration.Exponential(TimeSpan.FromHours(7)),
                For = Duration.Exponential(TimeSpan.FromHours(5)), EnRoute = EnRoute.TurnBack });
        for (var replication = 0; replication < 20; replication++)
        {
            var why = scenario.Why("camp", Moment.After(TimeSpan.FromHours(71)), seed: 5, replication);
            new TimeSpan(why.Delays.Sum(delay => delay.Waited.Ticks)).Should().Be(why.Waited);
            if (why.Waited > TimeSpan.Zero || why.Lacked > 0) why.Delays.Sum(delay => delay.Share).Should().BeApproximately(1, 1e-12);
            why.Run.OutcomeFingerprint.Should().Be(scenario.Run(seed: 5, replication).OutcomeFingerprint);
        }
    }

    // With nobody else on the road, what is told is all that the delay ledger has at the bridge.
    [Fact]
    public void It_is_the_delay_ledger_that_is_told()
    {
        var scenario = Behind().With(Closed("bridge", "1:00", "60:00", EnRoute.Hold)) with
        {
            Measures = [new Measure("waits") { Of = "bridge", Is = MeasureKind.WaitingByCause }],
        };
        var why = scenario.Until("48:00").Why("camp", Moment.After(Span("47:59")), seed: 1);
        why.Run["waits", "bridge", null, "physical"].Should()
            .BeApproximately((why.Delays.Single(one => one.Cause == "physical").Waited + 2 * Span("0:01")).TotalDays, 1e-9);
    }

    // One truck for a camp that eats a truck-load a day: what is ordered and has no vehicle is not on its way.
    [Fact]
    public void What_has_no_vehicle_yet_is_not_on_its_way()
    {
        var scenario = Behind() with
        {
            Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(24) }],
        };
        var why = scenario.Why("camp", Moment.After(Span("1:00")), seed: 1);
        (why.Needs.Single().OnItsWay.Amount, why.Backlog!.Loads, why.Backlog.Mass.Grams).Should()
            .Be((Quantity.Tonnes(24).Amount, 1, Quantity.Tonnes(18).Amount));
        why.ToString().Should().StartWith("camp on day 0 01:00, since day 0 00:00:\n  food: ").And.NotContain("System.");
    }

    // It needs of what people need, too: 8 days lie there, and the bridge is shut for 30. Its days are no rations.
    [Fact]
    public void What_a_force_goes_without_is_counted_in_days_also_of_what_people_need()
    {
        var road = Behind();
        var post = new Force("camp")
        {
            Needs = [("food", Rate.PerDay(Quantity.Tonnes(24)))], Stock = Supply.Of(Quantity.Tonnes(24 * 8)), Docks = 10,
            Unloading = Minutes(30),
        };
        var cutOff = road with { Clock = new Clock { Length = TimeSpan.FromDays(40) }, Places = [road.Places[0], road.Places[1], post] };
        cutOff.With(Closed("bridge", "0:00", "720:00")).Why("camp", Moment.Day(20), seed: 1).Lacked.Should().BeApproximately(12, 1e-6);
    }

    [Fact]
    public void Who_asks_amiss_is_told_what_is_allowed()
    {
        var scenario = Behind();
        FluentActions.Invoking(() => scenario.Why("camp", Moment.Day(90), seed: 1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("*before day 3*");
        FluentActions.Invoking(() => scenario.Why("camp", Moment.Day(0), seed: 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => scenario.Why("bridge", DayTwo, seed: 1)).Should().Throw<ArgumentException>()
            .WithMessage("*camps and forces*");
        FluentActions.Invoking(() => scenario.Why("kamp", DayTwo, seed: 1)).Should().Throw<KeyNotFoundException>()
            .WithMessage("*no place 'kamp'*");
    }

    private static string Told(Happening told) => $"{Play.Time(told.At)} {told.Kind} {told.Subject} {told.Detail}";

    internal static Scenario Behind(decimal below = 48)
    {
        var road = Road();
        return road with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(3) },
            Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
            Places = [road.Places[0], road.Places[1],
                new Camp("camp") { People = 24_000, Stock = Food(30), Docks = 10, Unloading = Minutes(30) }],
            Routes = [Leg("depot", "bridge", 60), Leg("bridge", "camp", 60)],
            Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 4, Carries = Mass.FromTonnes(24) }],
            SupplyLines = [new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Food(below),
                UpTo = Food(below == 48 ? 72 : 64), GivenUpAfter = TimeSpan.FromDays(9) }],
        };
    }
}
