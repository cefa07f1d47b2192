using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Roads that one passes by daylight alone, and columns that do not drive by night.</summary>
/// <remarks>A run begins at midnight; a truck is at the bridge at 1:30 and through at 1:50, an hour from the town.</remarks>
public sealed class NightTests
{
    [Fact]
    public void Who_comes_to_a_daylight_only_road_by_night_waits_before_it_until_it_is_light()
    {
        var run = Play.Of(ByDay(Road()).Until("9:00"));
        run.Legs("bridge", "town").Should().Equal("d0 06:00 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d0 07:30");
        run.Waits("bridge").Should().Be("hours 4:10");
    }

    // From 1:50 to 2:50: light until then, or a minute less.
    [Theory]
    [InlineData(50, "d0 01:50 x1", "")]
    [InlineData(49, "d1 00:00 x1", "hours 22:10")]
    public void Who_would_not_be_through_by_nightfall_waits_for_the_next_day(int minute, string leg, string waits)
    {
        var run = Play.Of(ByDay(Road(), lightUntil: new TimeOnly(2, minute)).Until("24:30"));
        run.Legs("bridge", "town").Should().Equal(leg);
        run.Waits("bridge").Should().Be(waits);
    }

    // Three a minute apart: through the bridge at 1:52, the last at the town at 2:54.
    [Theory]
    [InlineData(54, "d0 01:52 x3")]
    [InlineData(53, "d1 00:00 x3")]
    public void The_whole_column_must_be_through(int minute, string leg) =>
        Play.Of(ByDay(Road(3), lightUntil: new TimeOnly(2, minute)).Bridge(b => b with { Lanes = 3 }).Fleet("trucks", f => f with
        {
            Convoy = new ConvoyRules { Size = new SizeRange(3, 3), Wait = TimeSpan.FromHours(1), Density = 1 },
        }).Until("24:30")).Legs("bridge", "town").Should().Equal(leg);

    // Midnight in London is three in Baghdad.
    [Fact]
    public void It_grows_light_in_the_zone_of_the_scenario() =>
        Play.Of(ByDay(Road() with { Clock = new Clock { Length = TimeSpan.FromDays(1), Zone = "Asia/Baghdad" } }))
            .Legs("bridge", "town").Should().Equal("d0 03:00 x1");

    // Shut from 1:00 to 4:00: then it is night until 6:00.
    [Fact]
    public void A_closed_road_counts_before_the_night()
    {
        var run = Play.Of(ByDay(Road()).With(Closed("bridge - town", "1:00", "3:00")).Until("7:00"));
        run.Legs("bridge", "town").Should().Equal("d0 06:00 x1");
        run.Waits("bridge").Should().Be("physical 2:10, hours 2:00");
    }

    // Shut from 5:00 to 8:00.
    [Fact]
    public void A_road_that_is_shut_when_it_grows_light_stays_shut()
    {
        var run = Play.Of(ByDay(Road()).With(Closed("bridge - town", "5:00", "3:00")).Until("9:00"));
        run.Legs("bridge", "town").Should().Equal("d0 08:00 x1");
        run.Waits("bridge").Should().Be("physical 3:00, hours 3:10");
    }

    // On the road from 1:50, held from 2:10 to 3:10, dark since 2:50: 40 km are left for the next day.
    [Fact]
    public void Who_is_overtaken_by_the_night_on_a_daylight_only_road_stands_until_it_is_light()
    {
        var run = Play.Of(
            ByDay(Road(), lightUntil: new TimeOnly(2, 50)).With(Closed("bridge - town", "2:10", "1:00", EnRoute.Hold)).Until("25:30"));
        run.When(HappeningKind.Arrived).Should().Equal("d1 01:10");
        run.Waits("bridge").Should().Be("physical 1:00, hours 20:50");
    }

    // The same, and at 10:00 whatever is on the road is lost.
    [Fact]
    public void What_happens_to_the_road_by_night_happens_to_those_who_stand_on_it()
    {
        var run = Play.Of(ByDay(Road(), lightUntil: new TimeOnly(2, 50)).With(
            Closed("bridge - town", "2:10", "1:00", EnRoute.Hold, "checks"), Closed("bridge - town", "10:00", "0:30", EnRoute.Lost))
                .Until("11:00"));
        run.When(HappeningKind.Lost).Should().Equal("d0 10:00");
        run.Result.Ledger[0].Lost.Should().Be(1);
        run.Waits("bridge").Should().Be("physical 1:00, hours 6:50");
    }

    [Fact]
    public void Who_still_waits_for_the_light_at_the_end_has_waited_until_then() =>
        Play.Of(ByDay(Road()).Until("3:00")).Waits("bridge").Should().Be("hours 1:10");

    // At 1:50; three hours later it no longer counts as on order, and there is another truck.
    [Fact]
    public void A_load_that_waits_for_the_light_can_be_given_up_for_others() =>
        Play.Of(ByDay(Road()).Fleet("trucks", f => f with { Count = 2 }).Line("road",
            line => line with { GivenUpAfter = TimeSpan.FromHours(3) }).Until("5:00"))
            .When(HappeningKind.Ordered).Should().Equal("d0 00:00", "d0 04:50");

    // An hour of driving behind it and half an hour left: it rests for 22:30 from when it stands at the
    // bridge, 1:30, until 24:00, and that is no wait.
    [Fact]
    public void A_crew_that_would_have_to_stop_on_a_daylight_only_road_rests_before_it()
    {
        var run = Play.Of(ByDay(Road(), lightUntil: new TimeOnly(20, 0)).Fleet("trucks", f => f with { Driving = TimeSpan.FromMinutes(90) })
            .Until("27:00"));
        run.Legs("bridge", "town").Should().Equal("d1 00:00 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d1 01:30");
        run.Waits("bridge").Should().BeEmpty();
    }

    // Light for half an hour from 6:00: 30 km each morning, and the bridge between. It sets out in the light, and its nights are
    // part of its march.
    [Fact]
    public void A_column_that_stops_at_night_stands_wherever_it_is_until_it_is_light()
    {
        var run = Play.Of(Stopping(Road(), new TimeOnly(6, 0), new TimeOnly(6, 30)).Until("80:00"));
        run.Legs("depot", "bridge").Should().Equal("d0 06:00 x1");
        run.Legs("bridge", "town").Should().Equal("d2 06:00 x1");
        run.When(HappeningKind.Arrived).Should().Equal("d3 07:00");
        run.Result.Trips.Take(2).Select(trip => Play.Time(trip.Arrives)).Should().Equal("d1 06:30", "d3 06:30");
        (run.Waits("depot"), run.Waits("bridge")).Should().Be(("", ""));
    }

    // Dark at 2:20, 90 min of driving done and 15 left: rested, it needs another half hour from midnight on.
    [Fact]
    public void A_night_on_the_road_is_the_rest_of_the_crew() =>
        Play.Of(Stopping(Road(), new TimeOnly(0, 0), new TimeOnly(2, 20)).Fleet("trucks",
            f => f with { Driving = TimeSpan.FromMinutes(105) }).Until("30:00"))
            .When(HappeningKind.Arrived).Should().Equal("d1 01:00");

    [Fact]
    public void A_column_whose_escort_stops_at_night_stops() =>
        Play.Of((Road() with { Defaults = new Defaults() }).Plus(
            new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 1, Night = NightRule.Stop })
            .Fleet("trucks", f => f with
            {
                Convoy = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.Zero,
                    Escort = new Escort { From = "escorts", Count = 1 } },
            }).Until("7:00")).Legs("depot", "bridge").Should().Equal("d0 06:00 x2");

    // 60 km/h is too slow for 60 km in 50 min of light: the long way round has no such rule, 300 km in 5 h.
    [Fact]
    public void A_road_that_cannot_be_passed_in_a_day_is_no_way() =>
        Play.Of(ByDay(Road().Detour(300), lightUntil: new TimeOnly(0, 50),
            road: Leg("bridge", "town", 60) with { Speed = Speed.FromKilometresPerHour(100) })
            .Fleet("trucks", f => f with { Speed = Speed.FromKilometresPerHour(60) }).Until("7:00"))
            .Legs("depot", "town").Should().Equal("d0 00:30 x1");

    [Theory]
    [InlineData(6, 0, 18, 0, 720)]
    [InlineData(20, 0, 6, 0, 600)]
    [InlineData(0, 0, 12, 0, 720)]
    public void The_longest_day_is_the_longest_run_of_its_hours(int fromHour, int fromMinute, int toHour, int toMinute, int minutes) =>
        SupplySim.Runs.Daylight.Longest(Hours.Daily(new TimeOnly(fromHour, fromMinute), new TimeOnly(toHour, toMinute))).Should()
            .Be(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void A_day_without_a_night_has_no_length()
    {
        SupplySim.Runs.Daylight.Longest(Hours.Always).Should().BeNull();
        SupplySim.Runs.Daylight.Longest(Hours.Of([new(new(0, 0), new(12, 0)), new(new(12, 0), new(0, 0))])).Should().BeNull();
    }

    // The road from the bridge to the town by daylight alone: from six to six, or from midnight on.
    private static Scenario ByDay(Scenario scenario, TimeOnly? lightUntil = null, Route? road = null) => scenario with
    {
        Routes = [.. scenario.Routes.Select(route => route.Id == "bridge - town" ? (road ?? route) with { DaylightOnly = true } : route)],
        Defaults = lightUntil is { } end ? new Defaults { Daylight = Hours.Daily(new TimeOnly(0, 0), end) } : new Defaults(),
    };

    private static Scenario Stopping(Scenario scenario, TimeOnly from, TimeOnly to) =>
        (scenario with { Defaults = new Defaults { Daylight = Hours.Daily(from, to) } }).Fleet("trucks",
            f => f with { Night = NightRule.Stop });
}
