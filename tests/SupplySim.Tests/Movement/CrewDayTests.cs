using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>A crew's day beside opening hours: nobody is called at midnight to wait for the morning.</summary>
/// <remarks>Loaded in an hour, an hour there, an hour on the ground, an hour back; the camp's airfield is open by day.</remarks>
public sealed class CrewDayTests
{
    // Asked for at midnight and loaded at 1:00; it takes off at 6:00 to land at 7:00, and the crew's day
    // begins at 5:00. Three sorties end at 17:00, the fourth would end at 21:00. It rests 12 h of 24 and is loaded from 5:00 on; or 10, is
    // loaded from 3:00 on, and its second day begins at 5:00 too.
    [Theory]
    [InlineData(12)]
    [InlineData(14)]
    public void A_crew_is_called_for_the_opening_of_the_airfield(int day) =>
        Play.Of(ByDay(Crew(Flown(66), day), 7, 19).Until("32:00")).Legs("depot", "camp")
            .Should().Equal("d0 06:00 x1", "d0 10:00 x1", "d0 14:00 x1", "d1 06:00 x1");

    // Into 4 h fits one. It rests 20 h from 9:00 on, and is loaded from 5:00 on.
    [Fact]
    public void A_day_that_holds_one_sortie_holds_one() =>
        Play.Of(ByDay(Crew(Flown(66), 4), 7, 19).Until("35:00")).Legs("depot", "camp").Should().Equal("d0 06:00 x1", "d1 06:00 x1");

    // Out at 1:00, back at 4:00. Loaded again at 5:00 it would land at 6:00, be unloaded at 7:00, when the
    // camp's airfield is shut until 20:00, and be back at 21:00: more than the 8 h of the day, and 13 h there are no rest of 16. It rests
    // first, until 20:00, and goes at 21:00.
    [Fact]
    public void What_would_end_beyond_the_day_for_the_hours_is_not_begun()
    {
        var scenario = ByNight(Crew(Flown(22), 8), new TimeOnly(20, 0), new TimeOnly(6, 30));
        Play.Of(scenario.Until("24:00")).Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 21:00 x1");
    }

    // The same airfield is shut for 13 h, which is longer than a rest of 12: the second load lands at 6:00,
    // and the aircraft is back at 21:00.
    [Fact]
    public void A_wait_for_hours_that_is_long_enough_is_a_rest()
    {
        var run = Play.Of(ByNight(Crew(Flown(22), 12), new TimeOnly(20, 0), new TimeOnly(6, 30)).Until("24:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 05:00 x1");
        run.Legs("camp", "depot").Should().Equal("d0 03:00 x1", "d0 20:00 x1");
    }

    // The hub is half an hour from the depot, where one is loaded for an hour. To land at 7:00 the aircraft
    // takes off there at 6:00, and so leaves the hub at 4:30: back at 9:00, again at 13:00 and home at 13:30, within 9 h. Called at
    // midnight it would have flown once.
    [Fact]
    public void A_crew_from_elsewhere_sets_out_in_time_for_the_opening()
    {
        var run = Play.Of(ByDay(Crew(PositioningTests.FromHub(22), 9), 7, 19).Until("20:00"));
        run.Legs("hub", "depot").Should().Equal("d0 04:30 x1");
        run.Legs("depot", "camp").Should().Equal("d0 06:00 x1", "d0 10:00 x1");
        run.Waits("camp").Should().Be("hours 4:30");
    }

    // A second round would end at 13:30, more than 7 h after 4:30. Home at 9:30; a load for which it set
    // out now would land when the camp's airfield is shut, so it is called for 4:30, and rests meanwhile. At 2:00 what it is to fetch is
    // given up and ordered anew: the crew has done nothing, and flies at 4:30 as on the day before. Had it rested anew from 4:30 on it
    // would have missed every second day.
    [Fact]
    public void A_crew_whose_load_is_given_up_before_it_sets_out_has_rested_all_the_same()
    {
        var scenario = ByDay(Crew(PositioningTests.FromHub(33), 7), 7, 12).Line("air",
            line => line with { GivenUpAfter = TimeSpan.FromHours(26) }).Until("32:00");
        Play.Of(scenario).Legs("hub", "depot").Should().Equal("d0 04:30 x1", "d1 04:30 x1");
    }

    // Home at 9:30; asked for again at 11:00, which is too late for that day. Called for 4:30 it has had 19
    // h at home, and its new day of 10 h holds two rounds: 9 h.
    [Fact]
    public void A_crew_that_is_called_after_a_rest_has_a_new_day()
    {
        var scenario = ByDay(Crew(PositioningTests.FromHub(11), 10), 7, 13);
        var later = Line("later", "planes") with { Commodities = ["food"], Send = new Rate(Quantity.Tonnes(22), TimeSpan.FromHours(11)),
            Every = TimeSpan.FromHours(11) };
        Play.Of(scenario.With(scenario.SupplyLines[0], later).Until("36:00")).Legs("depot", "camp").Should().Equal("d0 06:00 x1",
            "d1 06:00 x1", "d1 10:00 x1");
    }

    // The one stand at the camp takes an aircraft every 2 h. That of the second is kept for the first from
    // 1:00 on; it takes off at 8:00, and so its crew comes at 7:00: three rounds, the last home at 19:00. Called at midnight it would have
    // flown twice. In 11 h each crew flies twice.
    [Theory]
    [InlineData(12, new[] { "d0 06:00 x1", "d0 08:00 x1", "d0 10:00 x1", "d0 12:00 x1", "d0 14:00 x1", "d0 16:00 x1", "d1 06:00 x1" })]
    [InlineData(11, new[] { "d0 06:00 x1", "d0 08:00 x1", "d0 10:00 x1", "d0 12:00 x1", "d1 06:00 x1" })]
    public void A_crew_is_called_when_there_will_be_a_stand_for_it(int day, string[] takeOffs)
    {
        var run = Play.Of(ByDay(Crew(Flown(99), day), 7, 19).Planes(2).AtCamp(OneStand).Until("31:00"));
        run.Legs("depot", "camp").Should().Equal(takeOffs);
    }

    // Shut until 10:00, whatever by; loaded at 1:00. The crew comes at 9:00, and its third round ends at 21:00.
    [Fact]
    public void A_crew_is_not_called_while_the_way_is_shut()
    {
        var shut = Small.Closed("depot - camp (air)", "0:00", "10:00");
        Play.Of(Crew(Flown(33), 12).With(shut).Until("20:00")).Legs("depot", "camp")
            .Should().Equal("d0 10:00 x1", "d0 14:00 x1", "d0 18:00 x1");
    }

    // The same closure when the crew has flown at 1:00: loaded again at 5:00 it waits until 7:00, and would
    // be home at 10:00, more than its 9 h. It rests laden, until 22:00. In 10 h it flies first.
    [Theory]
    [InlineData(9, "d0 22:00 x1")]
    [InlineData(10, "d0 07:00 x1")]
    public void A_crew_that_has_flown_waits_on_duty_and_rests_when_its_day_no_longer_holds_the_round(int day, string second)
    {
        var shut = Small.Closed("depot - camp (air)", "4:30", "2:30");
        var run = Play.Of(Crew(Flown(22), day).With(shut).Until("24:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", second);
        run.Waits("depot").Should().Be(day == 9 ? "physical 2:00, fleet 15:00" : "physical 2:00");
    }

    // Three aircraft, one stand: the first is loaded again at 5:00 and has the stand at 7:00, when it is too
    // late for it, since it would be home at 10:00, 2 h beyond its day. It gives the stand to the second, whose day began at 2:00, and
    // rests until 23:00.
    [Fact]
    public void A_crew_that_has_waited_too_long_for_a_stand_gives_it_to_the_next() =>
        Play.Of(Crew(Flown(66), 8).Planes(3).AtCamp(OneStand).Until("24:00")).Legs("depot", "camp")
            .Should().Equal("d0 01:00 x1", "d0 03:00 x1", "d0 05:00 x1", "d0 07:00 x1", "d0 09:00 x1", "d0 23:00 x1");

    // What is flown in ten days. A longer day is also a shorter rest.
    [Theory]
    [InlineData(2, 1, 24)]
    [InlineData(3, 2, 24)]
    [InlineData(2, 1, 12)]
    [InlineData(3, 1, 12)]
    [InlineData(3, 2, 12)]
    [InlineData(5, 2, 12)]
    [InlineData(4, 1, 10)]
    public void A_longer_day_never_brings_less(int planes, int stands, int open)
    {
        var scenario = Flown(2_000).Planes(planes).AtCamp(field => field with { Parking = stands }).Until("240:00");
        if (open < 24) scenario = ByDay(scenario, 7, 7 + open);
        int[] days = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22];
        days.Select(day => Brought(Crew(scenario, day))).Should().BeInAscendingOrder();
    }

    // By day and night it can bring less, as with Graham's list: in turns that fit. With a day of 8 h and a
    // rest of 16 three aircraft fly six rounds every 24 h; with 9 and 15 the first comes back an hour sooner, of the others one is then
    // always too late for its second round, and they fly five every 23 h.
    [Fact]
    public void A_longer_day_can_bring_less_where_the_turns_fit_worse()
    {
        var scenario = Flown(2_000).Planes(3).AtCamp(OneStand).Until("240:00");
        (Brought(Crew(scenario, 8)), Brought(Crew(scenario, 9))).Should().Be((649_000_000, 594_000_000));
    }

    private static long Brought(Scenario scenario) => Play.Of(scenario).Stock("camp", "food").Amount;

    private static Airfield OneStand(Airfield field) => field with { Parking = 1 };

    private static Scenario Crew(Scenario scenario, int day) =>
        scenario.Fleet("planes", fleet => fleet with { CrewDay = TimeSpan.FromHours(day) });

    private static Scenario ByDay(Scenario scenario, int opens, int closes) =>
        scenario.AtCamp(field => field with { Hours = Hours.Daily(new TimeOnly(opens, 0), new TimeOnly(closes, 0)) });

    private static Scenario ByNight(Scenario scenario, TimeOnly opens, TimeOnly closes) =>
        scenario.AtCamp(field => field with { Hours = Hours.Of([new OpeningWindow(opens, closes)]) });
}
