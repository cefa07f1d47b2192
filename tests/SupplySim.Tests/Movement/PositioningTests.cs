using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Aircraft that work where they are not based, lines that share a fleet, and cargo that goes on by road.</summary>
/// <remarks>The hub is half an hour from the depot; there loaded in an hour, an hour to the camp, an hour
/// on the ground, an hour back.</remarks>
public sealed class PositioningTests
{
    // Empty to the depot until 0:30, out at 1:30, back at 4:30, out again at 5:30, back at 8:30, and home.
    [Fact]
    public void A_plane_based_elsewhere_flies_empty_to_the_cargo_and_home_when_none_is_left()
    {
        var run = Play.Of(FromHub(22).Until("9:30"));
        run.Legs("hub", "depot").Should().Equal("d0 00:00 x1");
        run.Legs("depot", "camp").Should().Equal("d0 01:30 x1", "d0 05:30 x1");
        run.Legs("depot", "hub").Should().Equal("d0 08:30 x1");
        run.Vehicles("planes").Should().Be("1 0 0 0");
    }

    // A round with the way home takes 5 h; after it 4 h and the way home more would be 9 h. It flies home, rests 16 h from 5:00 on, and
    // comes again.
    [Fact]
    public void It_flies_home_to_rest_when_its_crews_day_is_too_short_for_another_round()
    {
        var run = Play.Of(FromHub(22).Fleet("planes", fleet => fleet with { CrewDay = TimeSpan.FromHours(8) }).Until("26:00"));
        run.Legs("depot", "hub").Should().Equal("d0 04:30 x1", "d1 01:30 x1");
        run.Legs("hub", "depot").Should().Equal("d0 00:00 x1", "d0 21:00 x1");
        run.Legs("depot", "camp").Should().Equal("d0 01:30 x1", "d0 22:30 x1");
        run.Waits("hub").Should().Be("fleet 16:00");
    }

    [Fact]
    public void A_load_whose_plane_is_lost_on_its_way_to_it_is_not_lost()
    {
        var shot = Closed("hub - depot", "0:15", "0:05", EnRoute.Lost);
        var run = Play.Of(FromHub(22).With(shot).Until("9:00"));
        run.Vehicles("planes").Should().Be("0 0 0 1");
        run.Result.Ledger.Single().Supplied.Should().Be(0);
        run.Stock("camp", "food").OnOrder.Should().Be(22_000_000);
    }

    // The crew has flown 4 h for the first line. 6 h for the second (1 h empty, 4 h, 1 h home) do not fit into 9 h: it rests 15 h.
    [Fact]
    public void A_crew_has_one_day_whichever_line_it_flies_for()
    {
        var scenario = Flown(11).Fleet("planes", fleet => fleet with { CrewDay = TimeSpan.FromHours(9), WorksFrom = ["strip"] })
            .Plus(Strip(), Airway("depot", "strip", 400), Airway("strip", "camp", 400));
        var run = Play.Of(scenario.With(Flown(11).SupplyLines[0], new SupplyLine("second")
        {
            From = "strip", To = "camp", By = "planes", Commodities = ["tents"], WhenBelow =
                Supply.Of(("tents", Quantity.Tonnes(5))), UpTo = Supply.Of(("tents", Quantity.Tonnes(5))),
        }) with { Commodities = [.. Camp().Commodities, new Commodity("tents") { Unit = QuantityUnit.Gram }] });
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1");
        run.Legs("depot", "strip").Should().Equal("d0 19:00 x1");
        run.Legs("strip", "camp").Should().Equal("d0 21:00 x1");
    }

    // Two loads at either of two places. Out with one from the depot at 1:00, and home at 4:00; then it is
    // the strip's turn, an hour away: out from there at 6:00, back at 9:00. With no crew's day it goes home for the depot's second, which
    // was asked for first, and out at 11:00. Within a crew's day it takes what waits where it is.
    [Theory]
    [InlineData(null, new[] { "d0 01:00 x1", "d0 11:00 x1" }, new[] { "d0 06:00 x1", "d0 16:00 x1" })]
    [InlineData(23, new[] { "d0 01:00 x1", "d0 15:00 x1" }, new[] { "d0 06:00 x1", "d0 10:00 x1" })]
    public void Two_places_share_a_fleet_by_the_policy(int? crewDay, string[] fromDepot, string[] fromStrip)
    {
        var scenario = Flown(11).Fleet("planes",
            fleet => fleet with { WorksFrom = ["strip"], CrewDay = crewDay is { } hours ? TimeSpan.FromHours(hours) : null })
            .Plus(Strip(), Airway("depot", "strip", 400), Airway("strip", "camp", 400));
        var tents = Supply.Of(("tents", Quantity.Tonnes(22)));
        var run =
            Play.Of((scenario with { Commodities = [.. Camp().Commodities, new Commodity("tents") { Unit = QuantityUnit.Gram }] }).With(
                Flown(22).SupplyLines[0],
                new SupplyLine("second") { From = "strip", To = "camp", By = "planes", Commodities = ["tents"], WhenBelow = tents,
                    UpTo = tents }).Until("17:00"));
        run.Legs("depot", "camp").Should().Equal(fromDepot);
        run.Legs("strip", "camp").Should().Equal(fromStrip);
    }

    // The same by road: a truck of the depot, and a second depot an hour away from which it works too;
    // laden in half an hour at either. Out at 0:30, unloaded at 2:00, home at 3:00; to the second depot
    // until 4:00, out at 4:30, home at 7:00; out at 7:30.
    [Fact]
    public void Two_places_share_trucks_by_the_policy()
    {
        var scenario = Flown(11).Plus(Strip(), Leg("depot", "strip", 60), Leg("strip", "camp", 60)).Fleet("trucks",
            fleet => fleet with { Count = 1, WorksFrom = ["strip"], Carries = Mass.FromTonnes(11) })
            .Place<Town>("strip", strip => strip with { Loading = Minutes(30) });
        var tents = Supply.Of(("tents", Quantity.Tonnes(22)));
        var run =
            Play.Of((scenario with { Commodities = [.. Camp().Commodities, new Commodity("tents") { Unit = QuantityUnit.Gram }] }).With(
                Flown(22).SupplyLines[0] with { By = "trucks" },
                new SupplyLine("second") { From = "strip", To = "camp", By = "trucks", Commodities = ["tents"], WhenBelow = tents,
                    UpTo = tents }).Until("8:00"));
        run.Legs("depot", "camp").Should().Equal("d0 00:30 x1", "d0 07:30 x1");
        run.Legs("strip", "camp").Should().Equal("d0 04:30 x1");
    }

    // One plane, 11 t for each of two places: in the order in which they were asked for.
    [Fact]
    public void Two_lines_share_a_fleet()
    {
        var scenario = Flown(11).Plus(Strip() with { Stock = Supply.None }, Airway("depot", "strip", 200));
        var run = Play.Of(scenario.With(Flown(11).SupplyLines[0], new SupplyLine("second")
        {
            From = "depot", To = "strip", By = "planes", Commodities = ["food"], WhenBelow = Food(22), UpTo = Food(22),
        }).Until("13:00"));
        run.Legs("depot", "camp").Should().Equal("d0 01:00 x1");
        run.Legs("depot", "strip").Should().Equal("d0 05:00 x1", "d0 08:00 x1");
    }

    // Landed at the strip at 1:00 + 30 min + 1 h. The truck that waits there is loaded in half an hour,
    // drives one, and is unloaded at 4:30.
    [Fact]
    public void What_is_landed_goes_on_by_truck()
    {
        var scenario = Flown(11).Plus(Strip() with { Stock = Supply.None, Docks = 1, Loading = Minutes(30) }, Airway("depot", "strip", 200),
            Leg("strip", "camp", 60))
            .Plus(new Fleet("locals") { Traffic = "aid", Base = "strip", Count = 1, Carries = Mass.FromTonnes(11) });
        var run = Play.Of(scenario.With(
            new SupplyLine("air") { From = "depot", To = "strip", By = "planes", Commodities = ["food"], WhenBelow = Food(11),
                UpTo = Food(11) },
            new SupplyLine("onward") { From = "strip", To = "camp", By = "locals", Commodities = ["food"], WhenBelow = Food(11),
                UpTo = Food(11) }).Until("5:00"));
        run.Legs("depot", "strip").Should().HaveElementAt(0, "d0 01:00 x1");
        run.Legs("strip", "camp").Should().Equal("d0 03:00 x1");
        run.Stock("camp", "food").Amount.Should().Be(11_000_000);
    }

    internal static Scenario FromHub(decimal tonnes) => Flown(tonnes)
        .Plus(new Town("hub") { Airfield = new() { Parking = 1, GroundTime = Minutes(60) } }, Airway("hub", "depot", 200))
        .Fleet("planes", fleet => fleet with { Base = "hub", WorksFrom = ["depot"] });

    private static Town Strip() => new("strip") { Stock = Supply.Unlimited, Airfield = new() { Parking = 1, GroundTime = Minutes(60) } };

    private static Route Airway(string from, string to, int kilometres) =>
        new(from, to) { Mode = Mode.Air, Length = Distance.FromKilometres(kilometres) };
}
