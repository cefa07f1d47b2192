using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>What flies, when, and what keeps it on the ground.</summary>
/// <remarks>Ordered at 0:00, loaded in an hour on the ground, in the air from 1:00 to 2:00, unloaded at 3:00, home at 4:00.</remarks>
public sealed class AirliftTests
{
    // One plane, three loads of 11 t: it takes off every 4 h.
    [Fact]
    public void A_plane_is_loaded_flies_is_unloaded_and_comes_back()
    {
        var run = Play.Of(Flown(33).Until("13:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 05:00 x1", "d0 09:00 x1");
        run.Legs("camp", "depot").Should().Equal("d0 03:00 x1", "d0 07:00 x1", "d0 11:00 x1");
        run.Stock("camp", "food").Amount.Should().Be(33_000_000);
    }

    // Two planes stand at the depot together and at the camp one after the other: the second takes off when the first has
    // left, at 3:00. With one stand at the depot it is loaded from 1:00 to 2:00; with two at the camp too, both are there
    // at once.
    [Theory]
    [InlineData(2, 1, new[] { "d0 01:00 x1", "d0 03:00 x1" })]
    [InlineData(1, 2, new[] { "d0 01:00 x1", "d0 02:00 x1" })]
    [InlineData(2, 2, new[] { "d0 01:00 x1", "d0 01:00 x1" })]
    public void Planes_need_a_stand_at_both_ends(int atDepot, int atCamp, string[] takeOffs) =>
        Play.Of(Parking(Flown(22).Fleet("planes", f => f with { Count = 2 }), atDepot, atCamp).Until("4:00")).Legs("depot", "camp")
            .Should().Equal(takeOffs);

    // Two days' need of 24 t each, less 20 t of food; there are no tents at all.
    [Fact]
    public void What_cannot_fly_stays()
    {
        var tents = new Commodity("tents") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)), CanFly = false };
        var scenario = Camp() with { Commodities = [Camp().Commodities[0], tents] };
        Play.Of(scenario.With(Line("air", "planes") with { WhenBelow = Supply.Days(1), UpTo = Supply.Days(2) }).Until("9:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d0 00:00 28 t food");
    }

    // A sortie takes 4 h, its loading included. Two fit into 8 h; after a rest of 16 h there are two more. Into 7 h 30 min
    // fits one, before a rest of 16:30: loaded on day 0 at 20:30, and on the next at 41:00.
    [Theory]
    [InlineData(8, new[] { "d0 01:00 x1", "d0 05:00 x1", "d1 01:00 x1", "d1 05:00 x1" })]
    [InlineData(7.5, new[] { "d0 01:00 x1", "d0 21:30 x1", "d1 18:00 x1" })]
    public void A_crew_rests_when_its_day_is_too_short_for_another_sortie(double day, string[] takeOffs) =>
        Play.Of(Flown(66).Fleet("planes", f => f with { CrewDay = TimeSpan.FromHours(day) }).Until("47:00")).Legs("depot", "camp")
            .Should().Equal(takeOffs);

    // The crew has worked from 8:00 to 12:00. Called at 16:00, it has rested four of its 18 hours, and goes on resting until 6:00.
    [Fact]
    public void A_crew_that_had_nothing_to_do_has_begun_to_rest() =>
        Play.Of(Spread(every: 8).Fleet("planes", f => f with { CrewDay = TimeSpan.FromHours(6) }).Until("32:00")).Legs("depot", "camp")
            .Should().Equal("d0 09:00 x1", "d1 07:00 x1");

    // The first crew is back at 12:00 and must rest until 6:00; the second has not flown yet, and takes off
    // an hour after the call at 16:00.
    [Fact]
    public void A_crew_that_has_rested_goes_before_one_that_has_not() =>
        Play.Of(Spread(every: 8).Planes(2).Fleet("planes", f => f with { CrewDay = TimeSpan.FromHours(6) }).Until("24:00"))
            .Legs("depot", "camp")
            .Should().Equal("d0 09:00 x1", "d0 17:00 x1");

    // The first plane is told at 1:50 to turn back, and is back at 2:40; the other, which waits for the only stand, takes off at 1:50.
    [Fact]
    public void A_plane_that_turns_back_gives_up_its_stand()
    {
        var other = new Depot("other") { Stock = Supply.Unlimited, Airfield = new() { Parking = 1, GroundTime = Minutes(60) } };
        var scenario = Flown(11).Plus(other, new Route("other", "camp") { Mode = Mode.Air, Length = Distance.FromKilometres(400) })
            .Plus(Flown(11).Fleets[1] with { Id = "others", Base = "other" });
        var run = Play.Of(scenario.With(Flown(11).SupplyLines[0], new SupplyLine("second")
        {
            From = "other", To = "camp", By = "others", Commodities = ["food"], WhenBelow = Food(22), UpTo = Food(22),
        }).With(Closed("depot - camp (air)", "1:50", "20:00", EnRoute.TurnBack)).Until("3:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1");
        run.Legs("camp", "depot").Should().Equal("d0 01:50 x1");
        run.Legs("other", "camp").Should().Equal("d0 01:50 x1");
    }

    // The camp's runway is open from 5:00: it takes off at 4:00 to land then.
    [Fact]
    public void It_takes_off_so_as_to_land_in_opening_hours() =>
        Play.Of(Flown(11).Place<Camp>("camp", camp => camp with { Airfield = camp.Airfield! with { Hours = OpenFrom(5) } }).Until("9:00"))
            .Legs("depot", "camp").Should().Equal("d0 04:00 x1");

    // Open until 3:30. The second plane gets the stand when the first leaves at 3:00, and would land at 4:00: it takes off at 23:00.
    [Fact]
    public void It_looks_at_the_hours_when_it_has_a_stand()
    {
        var hours = Hours.Daily(new TimeOnly(0, 0), new TimeOnly(3, 30));
        var scenario = Flown(22).Fleet("planes", fleet => fleet with { Count = 2 })
            .Place<Camp>("camp", camp => camp with { Airfield = camp.Airfield! with { Hours = hours } });
        Play.Of(scenario.Until("24:00")).Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 23:00 x1");
    }

    // Below 10 h of supply a gram after 10:00 the line works: 10.000001 t are ordered, and 2.000001 t two hours and a gram
    // later, when 18 t are not on hand and on order. At 13:00 the first is unloaded, and 17 t are above 15 h: the second is
    // withdrawn. The same comes again when of 30.000001 t 20.000002 t have been eaten.
    [Fact]
    public void An_airlift_works_from_its_trigger_to_its_end()
    {
        var run = Play.Of(Camp().With(Triggered(until: 15)).Until("23:00"));
        run.Tell(HappeningKind.Ordered).Should().Equal(
            "d0 10:00:00.0036 10.000001 t food", "d0 12:00:00.0072 2.000001 t food",
            "d0 20:00:00.0072 10.000001 t food", "d0 22:00:00.0108 2.000001 t food");
        run.Legs("depot", "camp").Should().Equal("d0 11:00:00.0036 x1", "d0 21:00:00.0072 x1");
    }

    // An end that is not reached: 17 t at 13:00 are above the trigger, and the line goes on with the 2 t that were ordered
    // each 2 h. The plane takes off each 4 h.
    [Fact]
    public void An_airlift_goes_on_between_its_trigger_and_its_end() =>
        Play.Of(Camp().With(Triggered(until: 30)).Until("24:00")).Legs("depot", "camp").Should().Equal(
            "d0 11:00:00.0036 x1", "d0 15:00:00.0036 x1", "d0 19:00:00.0036 x1", "d0 23:00:00.0036 x1");

    // Grounded before it takes off at 1:00, or in the air: then it lands, is unloaded at 3:00, and stays until 5:30.
    [Theory]
    [InlineData("0:30", "d0 05:30 x1", "d0 07:30 x1")]
    [InlineData("1:30", "d0 01:00 x1", "d0 05:30 x1")]
    public void Planes_that_are_grounded_stay_where_they_are_and_those_in_the_air_land(string from, string out_, string back)
    {
        var dust = new Grounding("dust") { At = Moment.After(Span(from)), Ground = "planes", For = Span("5:30") - Span(from) };
        var run = Play.Of(Flown(11).With(dust).Until("9:00"));
        run.Legs("depot", "camp").Should().Equal(out_);
        run.Legs("camp", "depot").Should().Equal(back);
    }

    // None goes while it lasts, until 12:00; tried again a day later.
    [Fact]
    public void A_departure_that_does_not_go_is_tried_again_a_day_later() =>
        Play.Of(Flown(11).With(new Slowdown("strike") { At = Moment.Day(0), Slow = "planes", Go = 0, For = TimeSpan.FromHours(12) }))
            .Legs("depot", "camp").Should().Equal("d1 01:00 x1");

    // Each departure by itself goes with a chance of 1/2, drawn by plane and try. Eight planes at once with room for all.
    [Fact]
    public void A_share_of_departures_goes()
    {
        var scenario = Parking(Flown(88).Fleet("planes", f => f with { Count = 8 }), 8, 8);
        var strike = new Slowdown("strike") { At = Moment.Day(0), Slow = "planes", Go = 0.5, For = TimeSpan.FromHours(12) };
        var run = Play.Of(scenario.With(strike).Until("12:00"));
        var stream = new SupplySim.Engine.Simulation(1, 0).Stream("go/strike/planes");
        var expected = Enumerable.Range(0, 8).Count(plane => stream.Uniform(SupplySim.Runs.Draw.Occasion(plane, 0)) < 0.5);
        expected.Should().BeInRange(1, 7);
        run.Legs("depot", "camp").Should().HaveCount(expected);
    }

    private static SupplyLine Triggered(int until) => Line("air", "planes") with
    {
        UpTo = Food(20), WhenBelow = Food(18),
        When = Condition.Stock("camp").IsBelow(TimeSpan.FromHours(10)), Until = Condition.Stock("camp").IsAbove(TimeSpan.FromHours(until)),
    };

    private static Scenario Parking(Scenario scenario, int atDepot, int atCamp) => scenario
        .Place<Depot>("depot", depot => depot with { Airfield = depot.Airfield! with { Parking = atDepot } })
        .Place<Camp>("camp", camp => camp with { Airfield = camp.Airfield! with { Parking = atCamp } });

    // A load of 11 t every so many hours.
    private static Scenario Spread(int every) => Flown(11).With(Line("air", "planes") with
    {
        Commodities = ["food"], Send = new Rate(Quantity.Tonnes(11), TimeSpan.FromHours(every)), Every = TimeSpan.FromHours(every),
    });
}
