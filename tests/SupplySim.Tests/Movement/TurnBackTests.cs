using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Weather at an airfield and closed air routes: who stays, who lands, who turns back.</summary>
/// <remarks>Loaded at the depot until 1:00, in the air to 2:00, unloaded at the camp at 3:00, home at 4:00.</remarks>
public sealed class TurnBackTests
{
    // In the air at 1:30. It lands and stays; or it is back at 2:00, waits laden until 5:30, lands at 6:30 and is unloaded at 7:30.
    [Theory]
    [InlineData(EnRoute.Complete, new[] { "d0 01:00 x1" }, new[] { "d0 05:30 x1" }, "physical 2:30")]
    [InlineData(EnRoute.TurnBack, new[] { "d0 01:00 x1", "d0 05:30 x1" }, new[] { "d0 01:30 x1", "d0 07:30 x1" }, "physical 3:30")]
    public void Those_on_their_way_to_an_airfield_that_is_grounded_land_or_turn_back(EnRoute enRoute, string[] there, string[] back,
        string waits)
    {
        var run = Play.Of(Flown(11).With(Grounded("camp", "1:30", "5:30") with { EnRoute = enRoute }).Until("9:00"));
        run.Legs("depot", "camp").Should().Equal(there);
        run.Legs("camp", "depot").Should().Equal(back);
        run.Waits("camp").Should().Be(waits);
        run.Stock("camp", "food").Amount.Should().Be(11_000_000);
    }

    [Theory]
    [InlineData("aid", "d0 05:30 x1")]
    [InlineData("military", "d0 01:00 x1")]
    public void An_airfield_is_grounded_for_the_traffic_named(string traffic, string takeOff) =>
        Play.Of(Flown(11).Plus(new Fleet("army") { Traffic = "military", Base = "depot", Count = 0 })
            .With(Grounded("camp", "0:30", "5:30") with { To = [traffic] }).Until("9:00")).Legs("depot", "camp").Should().Equal(takeOff);

    // At the depot while it is loaded, and at the camp while it is unloaded: it is served all the same, and then stays.
    [Theory]
    [InlineData("depot", "0:30", "2:30", "d0 02:30 x1", "d0 04:30 x1", "1:30")]
    [InlineData("camp", "2:30", "3:45", "d0 01:00 x1", "d0 03:45 x1", "0:45")]
    [InlineData("camp", "2:30", "2:59", "d0 01:00 x1", "d0 03:00 x1", null)]
    public void An_airfield_that_is_grounded_while_a_plane_is_served_keeps_it(
        string airfield, string from, string to, string there, string back, string? waits)
    {
        var run = Play.Of(Flown(11).With(Grounded(airfield, from, to)).Until("9:00"));
        run.Legs("depot", "camp").Should().Equal(there);
        run.Legs("camp", "depot").Should().Equal(back);
        run.Waits(airfield).Should().Be(waits is null ? "" : $"physical {waits}");
    }

    // On its way home at 3:30, back at the camp at 4:00, and again on its way at 5:30, empty.
    [Fact]
    public void A_plane_that_cannot_land_at_home_flies_back_to_where_it_was_unloaded()
    {
        var run = Play.Of(Flown(22).With(Grounded("depot", "3:30", "5:30") with { EnRoute = EnRoute.TurnBack }).Until("8:00"));
        run.Legs("camp", "depot").Should().Equal("d0 03:00 x1", "d0 05:30 x1");
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 03:30 x1", "d0 07:30 x1");
        run.Waits("depot").Should().Be("physical 1:30");
    }

    // Closed at the instant of landing is closed before it: an hour there, an hour back.
    [Fact]
    public void What_is_shut_at_the_instant_of_landing_is_shut_before_it() =>
        Play.Of(Flown(11).With(Grounded("camp", "2:00", "2:30") with { EnRoute = EnRoute.TurnBack }).Until("4:00"))
            .Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 03:00 x1");

    // The stand that the first gives up when it turns back is free for the second, who waits for it laden. Both wait from 2:00 on for
    // the weather; the first asks for the stand again behind the second.
    [Fact]
    public void A_plane_that_turns_back_gives_up_its_stand()
    {
        var run = Play.Of(Flown(22).Planes(2).With(Grounded("camp", "1:30", "5:30") with { EnRoute = EnRoute.TurnBack }).Until("9:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 05:30 x1", "d0 07:30 x1");
        run.Vehicles("planes").Should().Be("1 1 0 0");
    }

    [Theory]
    [InlineData(EnRoute.Complete, new[] { "d0 01:00 x1" }, new[] { "d0 05:30 x1" })]
    [InlineData(EnRoute.TurnBack, new[] { "d0 01:00 x1", "d0 05:30 x1" }, new[] { "d0 01:30 x1", "d0 07:30 x1" })]
    public void An_air_route_that_is_closed_is_not_flown(EnRoute enRoute, string[] there, string[] back)
    {
        var run = Play.Of(Flown(11).With(Closed("depot - camp (air)", "1:30", "4:00", enRoute)).Until("9:00"));
        run.Legs("depot", "camp").Should().Equal(there);
        run.Legs("camp", "depot").Should().Equal(back);
    }

    // One of two planes, with 11 t, which are ordered anew. The other takes off at 5:30 and is home at
    // 8:30, to carry what was lost once more.
    [Fact]
    public void A_plane_that_is_lost_in_the_air_is_lost_with_its_load()
    {
        var run = Play.Of(Flown(22).Planes(2).With(Closed("depot - camp (air)", "1:30", "4:00", EnRoute.Lost)).Until("10:00"));
        run.Vehicles("planes").Should().Be("0 1 0 1");
        var books = run.Result.Ledger.Single();
        (books.Supplied, books.Lost, books.Stock, books.InTransit).Should().Be((33_000_000, 11_000_000, 11_000_000, 11_000_000));
        run.Tell(HappeningKind.Lost).Should().Equal("d0 01:30 aircraft 0");
    }

    [Fact]
    public void At_the_end_of_the_run_a_plane_in_the_air_is_moving_and_its_load_aboard()
    {
        var run = Play.Of(Flown(11).Until("1:30"));
        run.Vehicles("planes").Should().Be("0 1 0 0");
        var books = run.Result.Ledger.Single();
        (books.Supplied, books.InTransit, books.Stock).Should().Be((11_000_000, 11_000_000, 0));
        run.Stock("camp", "food").OnOrder.Should().Be(11_000_000);
    }

    [Fact]
    public void A_fleet_without_aircraft_carries_nothing_and_waits_for_nothing()
    {
        var run = Play.Of(Flown(11).Planes(0).Until("9:00"));
        run.Legs("depot", "camp").Should().BeEmpty();
        run.Waits("depot").Should().BeEmpty();
        run.Vehicles("planes").Should().Be("0 0 0 0");
    }

    private static Grounding Grounded(string airfield, string from, string to) =>
        new("dust") { At = Moment.After(Span(from)), Ground = airfield, For = Span(to) - Span(from) };
}
