using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Where flights go whose destination shuts while they are in the air, and which of parallel routes is flown.</summary>
/// <remarks>Taken off at 1:00, due at the camp at 2:00. The strip is half an hour beyond the camp, and an hour from the depot.</remarks>
public sealed class AlternateTests
{
    private static readonly Grounding Mortars = new("mortars")
    {
        Ground = "camp",
        EnRoute = EnRoute.Divert,
        At = Moment.After(Span("1:40")),
        For = Span("40:00"),
    };

    // 20 min to the camp and 30 min on; unloaded in an hour; home an hour later.
    [Fact]
    public void A_flight_whose_destination_shuts_is_unloaded_at_the_alternate()
    {
        var run = Play.Of(WithStrip().With(Mortars).Until("5:00"));
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 01:40 camp to strip: 11 t food");
        run.Legs("strip", "depot").Should().Equal("d0 03:30 x1");
        run.Stock("strip", "food").Amount.Should().Be(11_000_000);
        run.Stock("camp", "food").Amount.Should().Be(0);
    }

    // Bound for the strip it is no longer on order for the camp, which orders again.
    [Theory]
    [InlineData("1:39", 11, 0)]
    [InlineData("1:41", 11, 11)]
    [InlineData("3:29", 11, 11)]
    [InlineData("3:31", 11, 0)]
    public void What_is_diverted_is_on_order_where_it_is_bound(string until, int camp, int strip)
    {
        var run = Play.Of(WithStrip().With(Mortars).Until(until));
        run.Stock("camp", "food").OnOrder.Should().Be(camp * 1_000_000L);
        run.Stock("strip", "food").OnOrder.Should().Be(strip * 1_000_000L);
    }

    public static TheoryData<string> Reasons() => [.. Unfit.Keys];

    // It has flown 40 min, and is home at 2:20.
    [Theory, MemberData(nameof(Reasons))]
    public void Where_no_alternate_takes_it_it_turns_back(string reason)
    {
        var run = Play.Of(Unfit[reason](WithStrip().With(Mortars)).Until("3:00"));
        run.Legs("camp", "depot").Should().Equal("d0 01:40 x1");
        run.Stock("strip", "food").OnOrder.Should().Be(0);
        run.Vehicles("planes").Should().Be("0 1 0 0");
    }

    private static readonly Dictionary<string, Func<Scenario, Scenario>> Unfit = new()
    {
        ["it is told to turn back"] = s => s.With(Mortars with { EnRoute = EnRoute.TurnBack }),
        ["its line has none"] = s => s.Line("air", line => line with { Alternates = [] }),
        ["it is grounded"] = s => s.With(Mortars, new Grounding("dust") { Ground = "strip", At = Moment.Day(0) }),
        ["it is closed when it would be there"] = s => s.AtStrip(field => field with { Hours = OpenFrom(2, 31) }),
        ["the way there is shut"] = s => s.With(Mortars, new Closure("jets") { Close = "camp - strip", At = Moment.Day(0) }),
        ["nobody unloads there"] = s =>
            s.With(Mortars, new Closure("strike") { Close = "strip", At = Moment.Day(0), Stops = [SiteWork.Unloading] }),
        ["it is too far for the load"] = s => s.Type(new() { PayloadRange = Table((400, 11), (599, 11), (700, 0)) }),
        ["its only stand is taken"] =
            s =>
                s.Plus(new Fleet("locals") { Mode = Mode.Air, Traffic = "aid", Base = "strip", Count = 1, Carries = Mass.FromTonnes(11),
                    Speed = Speed.FromKilometresPerHour(400) })
            .Plus(new Town("away") { Airfield = new() { Parking = 1, GroundTime = Minutes(60) } }, Airway("strip", "away"))
            .Place<Depot>("strip",
                strip => strip with { Stock = Food(11), Airfield = strip.Airfield! with { GroundTime = TimeSpan.FromHours(10) } })
            with
            {
                SupplyLines = [.. s.SupplyLines, new SupplyLine("local")
                {
                    From = "strip",
                    To = "away",
                    By = "locals",
                    Commodities = ["food"],
                    WhenBelow = Food(11),
                    UpTo = Food(11),
                }],
            },
        ["its store is full"] = s => s.Place<Depot>("strip", strip => strip with { Storage = Food(10) }),
    };

    // On the way to the strip since 1:40, when that shuts at 2:00: an hour in the air, so an hour back; bound for the camp again.
    [Theory]
    [InlineData(EnRoute.TurnBack)]
    [InlineData(EnRoute.Divert)]
    public void An_alternate_that_shuts_too_sends_it_back(EnRoute enRoute)
    {
        var run = Play.Of(WithStrip().With(Mortars,
            new Grounding("dust") { Ground = "strip", EnRoute = enRoute, At = Moment.After(Span("2:00")) }).Until("2:30"));
        run.Tell(HappeningKind.Diverted).Should().Equal("d0 01:40 camp to strip: 11 t food", "d0 02:00 strip to camp: 11 t food");
        run.Legs("camp", "depot").Should().Equal("d0 02:00 x1");
        run.Stock("strip", "food").OnOrder.Should().Be(0);
    }

    [Fact]
    public void One_that_is_shot_down_on_its_way_to_the_alternate_is_lost_with_its_load()
    {
        var run =
            Play.Of(
                WithStrip().With(Mortars, new Closure("jets")
                {
                    Close = "camp - strip",
                    EnRoute = EnRoute.Lost,
                    At = Moment.After(Span("2:10")),
                    For = Span("0:01"),
                }).Until("3:00"));
        run.Vehicles("planes").Should().Be("0 0 0 1");
        run.Result.Ledger.Single().Lost.Should().Be(11_000_000);
        run.Stock("strip", "food").OnOrder.Should().Be(0);
    }

    [Fact]
    public void The_first_alternate_that_takes_it_is_flown_to()
    {
        var scenario = WithStrip().Plus(new Town("field") { Airfield = new() { Parking = 1, GroundTime = Minutes(60) } },
            Airway("camp", "field"), Airway("field", "depot"))
            .Line("air", line => line with { Alternates = ["strip", "field"] });
        Play.Of(scenario.AtStrip(field => field with { Hours = OpenFrom(5) }).With(Mortars).Until("2:00")).Tell(HappeningKind.Diverted)
            .Should().Equal("d0 01:40 camp to field: 11 t food");
    }

    // The air route shuts behind it and ahead of it; the destination is open, and it could not be told otherwise.
    [Fact]
    public void A_closed_air_route_diverts_too() =>
        Play.Of(
            WithStrip()
                .With(new Closure("jets") { Close = "depot - camp (air)", EnRoute = EnRoute.Divert, At = Moment.After(Span("1:40")),
                    For = Span("1:00") }).Until("2:00"))
            .Tell(HappeningKind.Diverted).Should().Equal("d0 01:40 camp to strip: 11 t food");

    // Two planes land at 2:00, and the only stand is taken for 10 h: the other circles for half an hour,
    // and is at the strip half an hour later.
    [Fact]
    public void One_that_circles_in_vain_goes_to_the_alternate()
    {
        var scenario = WithStrip().AtCamp(field =>
            field with { Holding = TimeSpan.FromMinutes(30), GroundTime = Duration.Of(Distribution.Uniform(0, 36_000)) });
        var run = Play.Of(scenario.Line("air", line => line with { WhenBelow = Food(44), UpTo = Food(44) }).Planes(4).Until("20:00"),
            seed: 3);
        run.Tell(HappeningKind.Diverted).Should().NotBeEmpty();
        run.Stock("strip", "food").Amount.Should().BePositive();
    }

    // The plane is empty on its way home when that shuts: nothing to unload elsewhere, so it turns back to the camp.
    [Fact]
    public void An_empty_plane_turns_back() =>
        Play.Of(
            WithStrip().With(new Grounding("dust")
            {
                Ground = "depot",
                EnRoute = EnRoute.Divert,
                At = Moment.After(Span("3:40")),
                For = Span("1:00"),
            }).Until("4:00"))
            .Legs("depot", "camp").Should().Equal("d0 01:00 x1", "d0 03:40 x1");

    // An hour to the camp and half an hour more at 2,000 l an hour; without the alternate 2,000 l.
    [Theory]
    [InlineData(true, 3_000)]
    [InlineData(false, 2_000)]
    public void Fuel_to_the_farthest_alternate_is_taken(bool hasAlternate, int litres)
    {
        var scenario = WithStrip() with { Commodities = [.. Camp().Commodities, new Commodity("jet") { Unit = QuantityUnit.Millilitre }] };
        scenario = scenario.Type(new() { Burns = new Rate(Quantity.Litres(2_000), TimeSpan.FromHours(1)) })
            .AtDepot(field => field with { Fuel = "jet" })
            .AtCamp(field => field with { Fuel = "jet" }).Place<Camp>("camp",
                camp => camp with { Stock = Supply.Of(("jet", Quantity.Litres(9_000))) })
            .Place<Depot>("depot",
                depot => depot with { Stock = Supply.Of(("food", Quantity.Tonnes(11)), ("jet", Quantity.Litres(10_000))) });
        if (!hasAlternate) scenario = scenario.Line("air", line => line with { Alternates = [] });
        Play.Of(scenario.Until("1:30")).Stock("depot", "jet").Amount.Should().Be((10_000 - litres) * 1_000L);
    }

    // 600 km, an hour and a half, while the way of 400 km is shut until 5:00. Out at 1:00 the long way,
    // back at 3:30 too, and home at 5:00; out at 6:00 the short way again.
    [Fact]
    public void The_longer_of_two_air_routes_is_flown_while_the_shorter_is_shut()
    {
        var run = Play.Of(TwoWays().With(Closed("depot - camp (air)", "0:00", "5:00")).Until("8:00"));
        run.Result.Trips.Select(trip => (TwoWays().Routes[trip.Route].Name, Play.Time(trip.Departs))).Should().Equal(
            ("south", "d0 01:00"), ("south", "d0 03:30"), ("air", "d0 06:00"));
    }

    // Nothing is carried over 600 km; it waits.
    [Fact]
    public void Unless_it_is_too_long_for_what_is_carried() =>
        Play.Of(TwoWays().Type(new() { PayloadRange = Table((500, 11), (700, 0)) }).With(Closed("depot - camp (air)", "0:00", "5:00"))
            .Until("8:00"))
            .Result.Trips.Select(trip => (TwoWays().Routes[trip.Route].Name, Play.Time(trip.Departs))).First().Should()
            .Be(("air", "d0 05:00"));

    // One that waits before a shut way takes the other as soon as that opens.
    [Fact]
    public void The_first_of_two_shut_ways_that_opens_is_flown() =>
        Play.Of(TwoWays().With(Closed("depot - camp (air)", "0:00", "20:00"), Closed("depot - camp (south)", "0:00", "2:00", id: "storm"))
            .Until("8:00"))
            .Result.Trips.Select(trip => (TwoWays().Routes[trip.Route].Name, Play.Time(trip.Departs))).First().Should()
            .Be(("south", "d0 02:00"));

    private static Scenario TwoWays() => Flown(22).Plus(new Town("unused"),
        new Route("depot", "camp") { Name = "south", Mode = Mode.Air, Length = Distance.FromKilometres(600) });

    private static Scenario WithStrip() => Flown(11).Plus(
            new Depot("strip") { Airfield = new() { Parking = 1, GroundTime = Minutes(60) } },
            new Route("camp", "strip") { Mode = Mode.Air, Length = Distance.FromKilometres(200) }, Airway("strip", "depot"))
        .Line("air", line => line with { Alternates = ["strip"] });

    private static Route Airway(string from, string to) => new(from, to) { Mode = Mode.Air, Length = Distance.FromKilometres(400) };
}

/// <summary>The airfield of the strip changed.</summary>
internal static class StripChanges
{
    public static Scenario AtStrip(this Scenario scenario, Func<Airfield, Airfield> change) =>
        scenario.Place<Depot>("strip", depot => depot with { Airfield = change(depot.Airfield!) });
}
