using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Tests.Conflict;
using static SupplySim.Tests.Experiments.WhyTests;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>Each cause by itself, told as what it is.</summary>
/// <remarks>The camp eats 1 t an hour, has 30 t and orders up to 72 t below 48 t: two loads at 0:00, at the
/// bridge at 1:30, through at 1:50 and 2:10.</remarks>
public sealed class WhyCauseTests
{
    // It is light from six: the first stands before the road from 1:50 on, the second from 2:10 on.
    [Fact]
    public void A_night_before_a_road_is_told_at_the_road_and_not_as_opening_hours()
    {
        var dark = Behind() with { Defaults = new Defaults { Daylight = Hours.Daily(new TimeOnly(6, 0), new TimeOnly(18, 0)) } };
        dark = dark with { Routes = [dark.Routes[0], dark.Routes[1] with { DaylightOnly = true }] };
        Delays(dark, "5:00").Should().Equal("bridge - camp daylight  06:00:00", "bridge lane  00:20:00");
    }

    [Fact]
    public void What_a_slow_road_takes_is_told_with_what_slows_it_also_before_it_is_passed()
    {
        var slow = Behind().With(new Restriction("rain")
        {
            Limit = "bridge - camp",
            Speed = 0.5,
            At = Moment.Day(0),
            For = TimeSpan.FromDays(2),
            Cause = LossCause.Weather,
        });
        // 60 km at half the speed: an hour lost by the first; the second has driven 1:45 of two hours.
        Delays(slow, "3:55").Should().Equal("bridge - camp slow rain (weather) 01:52:30", "bridge lane  00:20:00");
        slow.Why("camp", Moment.After(Span("3:55")), seed: 1).Delays[0].Because.Select(Told).Should()
            .ContainInOrder("d0 00:00 Slowed bridge - camp rain (weather)");
    }

    [Fact]
    public void Slow_inspections_are_told_behind_the_wait_for_a_lane()
    {
        var slow = Behind()
            .With(new Slowdown("searches") { Slow = "bridge", Inspection = 3, At = Moment.Day(0), For = TimeSpan.FromDays(2) });
        var lane = slow.Why("camp", Moment.After(Span("3:55")), seed: 1).Delays.Single();
        (lane.Where, lane.Cause, lane.Waited).Should().Be(("bridge", "lane", Span("1:00")));
        lane.Because.Select(Told).Should().Equal("d0 00:00 Slowed bridge searches");
    }

    // An hour each in place of twenty minutes: the second is not through by two, when the bridge shuts for the night.
    [Fact]
    public void Slow_inspections_are_told_behind_the_wait_for_opening_hours_too()
    {
        var slow = Behind()
            .With(new Slowdown("searches") { Slow = "bridge", Inspection = 3, At = Moment.Day(0), For = TimeSpan.FromDays(2) })
            .Bridge(bridge => bridge with { Hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(2, 0)) });
        var hours = slow.Why("camp", Moment.After(Span("5:00")), seed: 1).Delays.Single(one => one.Cause == "hours");
        hours.Because.Select(Told).Should().Equal("d0 00:00 Slowed bridge searches");
    }

    // Granted after twenty hours. Taken at 1:00 by those who want it: who took the bridge is told. Where a channel is down from 2:00 on,
    // that is, since without it the answer would have come.
    [Theory]
    [InlineData(false, "d0 01:00 Captured bridge red")]
    [InlineData(true, "d0 02:00 Unreachable bridge one")]
    public void Who_wants_clearance_or_what_keeps_it_is_told_behind_the_wait_for_it(bool isJammed, string told)
    {
        var wanted = Behind().Bridge(bridge => bridge with
        {
            HeldBy = "blue", Passage = [("blue", [("aid", Permission.Yes)]), ("red", [("aid", Permission.WithClearance)])],
            Clearance = new Clearance
            {
                Channels = ["one"], GrantedIn = TimeSpan.FromHours(20), Valid = TimeSpan.FromHours(24),
                DownWhile = isJammed ? Condition.Open("mast").Not() : null,
            },
        }).Plus(new Crossing("mast") { Lanes = 1, Inspection = Minutes(1) }).With(Closed("mast", "2:00", "20:00")).Taken("1:00");
        var clearance = wanted.Why("camp", Moment.After(Span("10:00")), seed: 1).Delays.Single(one => one.Cause == "clearance");
        clearance.Because.Select(Told).Should().Contain(told);
    }

    // One of two trucks is cleared on the first day, at 1:00; the other waits from 1:30 on, and more of them before noon.
    [Fact]
    public void That_no_more_are_cleared_in_a_day_is_told_behind_the_wait_for_the_next()
    {
        var clearance = Asked(c => c with { PerDay = 1 }).Why("camp", Moment.After(Span("20:00")), seed: 1).Delays
            .Single(one => one.Cause == "clearance");
        clearance.Because.Select(Told).Should().ContainSingle().Which.Should().Match("d0 ??:?? NoMoreCleared bridge 1");
    }

    [Fact]
    public void Who_was_refused_last_is_told_behind_the_wait_for_clearance()
    {
        var clearance = Asked(c => c with { Refused = 0.9 }).Why("camp", Moment.After(Span("20:00")), seed: 1).Delays
            .Single(one => one.Cause == "clearance");
        clearance.Because.Select(Told).Should().ContainSingle().Which.Should().Match("d0 ??:?? Refused bridge one, *");
    }

    private static Scenario Asked(Func<Clearance, Clearance> change) => Behind().Bridge(bridge => bridge with
    {
        HeldBy = "blue", Passage = [("blue", [("aid", Permission.WithClearance)])],
        Clearance = change(new Clearance { Channels = ["one"], GrantedIn = TimeSpan.FromHours(1), Valid = TimeSpan.FromHours(24) }),
    });

    [Fact]
    public void Breakdowns_are_told_with_the_time_of_all_who_stand()
    {
        var frail = Behind().Fleet("trucks",
            fleet => fleet with { Breakdown = new Breakdown { Every = Distance.FromKilometres(40), Repair = TimeSpan.FromHours(2) } });
        var broken = frail.Why("camp", Moment.After(Span("1:20")), seed: 3).Delays.Where(one => one.Cause == "breakdown").ToArray();
        broken.Should().ContainSingle();
        (broken[0].Where, broken[0].Disruption).Should().Be(("depot - bridge", null));
        broken[0].Waited.Should().BePositive().And.BeLessThan(2 * Span("0:50"));
    }

    // The bridge is shut for twelve hours, the road behind it from the sixth to the 26th.
    [Fact]
    public void A_pause_that_passes_from_one_closure_to_another_is_told_of_each_for_its_time()
    {
        var shut = Behind().With(Closed("bridge", "0:00", "12:00", id: "flood"), Closed("bridge - camp", "6:00", "20:00", id: "slide"))
            with { Policies = new Policies { Knowledge = Knowledge.Perfect } };
        var pauses = shut.Why("camp", Moment.After(Span("25:00")), seed: 1).Pauses;
        pauses.Select(pause => (pause.Shut, (int)Math.Round(pause.Paused.TotalHours))).Should().Equal(("bridge - camp", 13),
            ("bridge", 12));
        pauses[0].Because.Select(Told).Should().Contain("d0 06:00 Closed bridge - camp slide");
        Play.Of(shut).Result.HeldUp.Where(one => one.Cause == "not-ordered").Select(one => one.Where).Should().BeEquivalentTo("bridge",
            "bridge - camp");
    }

    // Half an hour behind the bridge each has driven for as long as it may: from 2:20 and 2:40 on, to the end.
    [Fact]
    public void A_rest_is_no_wait_and_holds_up_all_the_same()
    {
        var tired = Behind().Fleet("trucks", fleet => fleet with { Driving = TimeSpan.FromHours(1.5) }).Until("24:00");
        Play.Of(tired).Result.HeldUp.Where(one => one.Cause == "rest").Select(one => $"{one.For} {one.Where} {one.Time}").Should()
            .Equal("camp trucks 1.19:00:00");
    }

    [Fact]
    public void A_night_on_the_road_is_a_rest_where_the_fleet_will_not_drive()
    {
        var night = Behind().Fleet("trucks", fleet => fleet with { Night = NightRule.Stop }) with
        {
            Defaults = new Defaults { Daylight = Hours.Daily(new TimeOnly(6, 0), new TimeOnly(18, 0)) },
        };
        Play.Of(night).Result.HeldUp.Where(one => one.Where == "trucks").Select(one => one.Cause).Should().Contain("rest");
        Play.Of(night).Result.HeldUp.Should().NotContain(one => one.Cause == "daylight");
    }

    // Laden at 0:30, they are not let go that day.
    [Fact]
    public void A_strike_of_drivers_is_no_want_of_trucks()
    {
        var strike = Behind().With(new Slowdown("strike") { Slow = "trucks", Go = 0, At = Moment.Day(0), For = TimeSpan.FromDays(2) });
        Delays(strike, "6:30").Should().Equal("trucks departure strike 12:00:00");
        strike.Why("camp", Moment.After(Span("6:30")), seed: 1).Delays[0].Because.Select(Told).Should()
            .Contain("d0 00:00 HeldBack trucks strike");
    }

    [Fact]
    public void Weather_that_grounds_aircraft_is_told_by_name()
    {
        var flown = Camp().With(Line("air", "planes") with { WhenBelow = Food(48), UpTo = Food(72) })
            .With(new Grounding("dust") { Ground = "planes", At = Moment.Day(0), For = TimeSpan.FromDays(1) });
        flown.Why("camp", Moment.After(Span("10:00")), seed: 1).Delays.Should()
            .Contain(one => one.Where == "planes" && one.Cause == "departure" && one.Disruption == "dust");
    }

    [Fact]
    public void Trucks_that_a_front_takes_are_told_as_taken()
    {
        var front = North.Front() with { TakesVehicles = new ByName<int>([new("trucks", 4)]), Starts = Moment.Day(0) };
        var why = Behind().Bridge(bridge => bridge with { HeldBy = "blue" }).With(front).Why("camp", Moment.After(Span("2:00")), seed: 1);
        why.Delays.Select(Said).Should().Equal("trucks no-vehicle  04:00:00");
        why.Delays[0].Because.Select(Told).Should().Contain("d0 00:00 TakenAway trucks north");
        (why.Fleets.Single().Vehicles, why.Fleets.Single().Elsewhere, why.Fleets.Single().Lost).Should().Be((4, 4, 0));
    }

    // Two are lost at 2:00 on the way; the other two bring enough, and what was lost before then is told of the fleet.
    [Fact]
    public void Trucks_that_were_lost_before_are_missing_still()
    {
        var why = Behind(below: 40).With(Closed("bridge - camp", "2:00", "0:15", EnRoute.Lost, id: "ambush")).Why("camp", DayTwo, seed: 1);
        why.Since.Should().BeGreaterThan(SimTime.Start + Span("2:15"));
        why.VehiclesLost.Should().Be(0);
        var fleet = why.Fleets.Single();
        (fleet.Fleet, fleet.Vehicles, fleet.Lost).Should().Be(("trucks", 4, 1));
        fleet.Because.Select(Told).Should().Equal("d0 02:00 DisruptionBegan ambush closes bridge - camp", "d0 02:00 Lost trucks vehicle 0");
    }

    [Fact]
    public void Orders_that_are_stopped_at_the_place_are_told_as_that()
    {
        foreach (var scenario in (Scenario[])[Behind(),
            Behind().Line("road", line => line with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(24)) })])
        {
            var why = scenario.With(Closed("camp", "0:00", "30:00", id: "office-shut") with { Stops = [SiteWork.Orders] }).Why("camp",
                Moment.Day(1), seed: 1);
            var pause = why.Pauses.Single();
            (pause.Line, pause.OrdersStopped, pause.Shut, pause.Paused).Should().Be(("road", true, null, TimeSpan.FromDays(1)));
            pause.Because.Select(Told).Should().Contain("d0 00:00 ClosedFor camp ordering: office-shut");
        }
    }

    [Fact]
    public void A_load_that_has_no_vehicle_is_held_up_by_that()
    {
        var one = Behind().Fleet("trucks", fleet => fleet with { Count = 1 });
        Delays(one, "3:00").Should().Equal("trucks no-vehicle  03:00:00");
    }

    [Fact]
    public void A_load_whose_goods_are_not_there_is_held_up_by_that_and_by_no_truck()
    {
        var owed = Behind().Place<Depot>("depot", depot => depot with { Stock = Food(20) });
        owed = owed with { Commodities = [owed.Commodities[0] with { Backlog = true }] };
        owed.Why("camp", Moment.After(Span("12:00")), seed: 1).Delays.Select(one => $"{one.Where} {one.Cause}").Should()
            .Contain("depot no-goods").And.NotContain("trucks no-vehicle");
    }

    // Two loads are ordered after a day, and their goods come two hours later; then the only truck takes
    // one, and is back three hours after.
    [Fact]
    public void A_load_whose_goods_have_come_waits_for_a_vehicle_from_then_on()
    {
        var camp = Camp();
        var late = camp with
        {
            Places = [new Depot("harbour") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30) },
                new Depot("depot") { Docks = 10, Loading = Minutes(30), Unloading = Minutes(30) },
                new Camp("camp") { People = 24_000, Stock = Food(20), Docks = 10, Unloading = Minutes(30) }],
            Routes = [Leg("harbour", "depot", 60), Leg("depot", "camp", 60)],
            Fleets = [camp.Fleets[0] with { Count = 1 },
                new Fleet("big") { Traffic = "aid", Base = "harbour", Count = 9, Carries = Mass.FromTonnes(100) }],
            SupplyLines =
            [
                new SupplyLine("in") { From = "harbour", To = "depot", By = "big", Commodities = ["food"],
                    Send = Rate.PerDay(Quantity.Tonnes(240)) },
                new SupplyLine("out") { From = "depot", To = "camp", By = "trucks", Commodities = ["food"],
                    Send = Rate.PerDay(Quantity.Tonnes(60)), GivenUpAfter = TimeSpan.FromDays(9) },
            ],
        };
        Play.Of(late.Until("30:00")).Result.HeldUp.Where(one => one.For == "camp" && one.Time > TimeSpan.Zero)
            .Select(one => $"{one.Where} {one.Cause} {one.Time}")
            .Should().Equal("trucks no-vehicle 03:00:00", "depot no-goods 04:00:00");
    }

    // What would have been ordered: nothing until 1:00, then 42 t and 1 t more each hour, of trucks of 24 t.
    [Fact]
    public void What_is_not_ordered_is_counted_in_loads()
    {
        var run = Behind().With(Closed("bridge", "0:00", "60:00")).Until("12:00").Run(seed: 1);
        var held = run.HeldUp.Single(one => one.Cause == "not-ordered");
        (held.For, held.Where).Should().Be(("camp", "bridge"));
        var since = run.Paused.Single().Paused;
        held.Time.TotalHours.Should().BeApproximately(since.TotalHours * ((42 + 12 - since.TotalHours) + (42 + 12)) / 2 / 24, 0.01);
    }

    private static IEnumerable<string> Delays(Scenario scenario, string at) =>
        scenario.Why("camp", Moment.After(Span(at)), seed: 1).Delays.Select(Said);

    private static string Said(ExplainedDelay delay) => $"{delay.Where} {delay.Cause} {delay.Disruption} {delay.Waited}";

    private static string Told(Happening told) => $"{Play.Time(told.At)} {told.Kind} {told.Subject} {told.Detail}";
}
