using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>What stands for too long leaves the position, wherever it stands, and what is not begun by then is taken back.</summary>
public sealed class OverdueTests
{
    private static readonly Grounding ForGood = new("dust") { At = Moment.Day(0), Ground = "planes" };

    // Laden at 1:00 and grounded: given up at 6:00, when the trucks are asked, who need 2 h. When it flies after all, at 10:00, it is
    // on order again.
    [Theory]
    [InlineData("5:59", 0, 11)]
    [InlineData("6:01", 1, 11)]
    [InlineData("9:59", 1, 0)]
    [InlineData("10:01", 1, 11)]
    public void A_laden_plane_that_cannot_take_off_leaves_the_position_until_it_moves(string until, int byRoad, int onOrder)
    {
        var run = Play.Of(Both(givenUpAfter: "5:00").With(ForGood with { For = Span("10:00") }).Until(until));
        run.When(HappeningKind.Ordered, "road").Should().Equal(new[] { "d0 06:00" }.Take(byRoad));
        run.Stock("camp", "food").OnOrder.Should().Be(onOrder * 1_000_000L);
    }

    // It lands at 2:00, and nobody unloads: given up at 7:00.
    [Fact]
    public void So_does_one_that_waits_to_be_unloaded() =>
        Play.Of(Both(givenUpAfter: "5:00")
            .With(new Closure("strike") { Close = "camp", At = Moment.After(Span("1:30")), Stops = [SiteWork.Unloading] }).Until("8:00"))
            .When(HappeningKind.Ordered).Should().Equal("d0 00:00", "d0 07:00");

    // Turned back at 1:30, and home at 2:00: from then on it stands again.
    [Fact]
    public void One_that_turned_back_stands_from_its_landing_on() =>
        Play.Of(Both(givenUpAfter: "5:00").With(Closed("depot - camp (air)", "1:30", "40:00", EnRoute.TurnBack)).Until("8:00"))
            .When(HappeningKind.Ordered).Should().Equal("d0 00:00", "d0 07:00");

    // Laden at 0:30, and alone: a column of two does not come about for 20 hours.
    [Fact]
    public void A_column_that_still_forms_leaves_the_position() =>
        Play.Of(Patient("5:00").Fleet("trucks", f => f with { Convoy = new ConvoyRules { Size = new(2, 2), Wait = Span("20:00") } })
            .Until("6:00"))
            .When(HappeningKind.Ordered).Should().Equal("d0 00:00", "d0 05:30");

    // Two columns and one escort, which is away from 0:30 to 5:40: the second is given up at 3:30.
    [Fact]
    public void A_column_that_waits_for_its_escort_leaves_the_position()
    {
        var guards = new Fleet("guards") { Traffic = "military", Base = "depot", Count = 1, Carries = Mass.FromTonnes(1) };
        var scenario = Road(2).Line("road", line => line with { GivenUpAfter = Span("3:00"), WhenBelow = Crates(2) }).Plus(guards)
            .Fleet("trucks", f => f with
        {
            Convoy = new ConvoyRules { Size = new(1, 1), Wait = Span("1:00"), Escort = new Escort { From = "guards", Count = 1 } },
        });
        Play.Of(scenario.Until("4:00")).Tell(HappeningKind.Ordered).Should().Equal("d0 00:00 2 crate", "d0 03:30 1 crate");
    }

    // There at 2:50.
    [Fact]
    public void A_column_that_waits_to_be_unloaded_leaves_the_position() =>
        Play.Of(Patient("5:00").With(
            new Closure("strike") { Close = "town", At = Moment.After(Span("1:00")), Stops = [SiteWork.Unloading] }).Until("8:00"))
            .When(HappeningKind.Ordered).Should().Equal("d0 00:00", "d0 07:50");

    // The planes stand at another place, grounded for good; of the only 11 t none were put on one. After 5 h they are free again, and
    // go by road: laden at 5:30, there at 6:30, unloaded at 7:00.
    [Fact]
    public void What_is_meant_for_a_plane_that_never_comes_is_free_for_the_road()
    {
        var run = Play.Of(Elsewhere("5:00").With(ForGood).Until("8:00"));
        run.When(HappeningKind.Ordered, "road").Should().Equal("d0 05:00");
        run.Stock("camp", "food").Amount.Should().Be(11_000_000);
        run.Stock("depot", "food").Amount.Should().Be(0);
        run.Vehicles("planes").Should().Be("0 1 0 0");
    }

    // Grounded until 6:00 only: what it was to fetch is no longer there, so it stays at home, and is there for the next order.
    [Fact]
    public void A_plane_whose_load_was_taken_back_stays_where_it_is()
    {
        var run = Play.Of(Elsewhere("5:00").With(ForGood with { For = Span("6:00") }).Until("20:00"));
        run.Legs("home", "depot").Should().BeEmpty();
        run.Vehicles("planes").Should().Be("1 0 0 0");
    }

    // Loading is stopped until 6:00, and a plane stands there to be loaded.
    [Fact]
    public void What_is_not_yet_being_loaded_is_not_begun()
    {
        var run =
            Play.Of(
                Both("5:00").With(new Closure("strike")
                {
                    Close = "depot",
                    At = Moment.Day(0),
                    For = Span("6:00"),
                    Stops = [SiteWork.Loading],
                }).Until("9:00"));
        run.When(HappeningKind.Ordered, "road").Should().Equal("d0 05:00");
        run.Legs("depot", "camp").Should().Equal("d0 06:30 x1");
    }

    // The airlift is over at 2:00: what no plane has begun to carry is ordered by road at once.
    [Fact]
    public void When_an_airlift_ends_what_it_had_not_begun_is_ordered_by_others()
    {
        var scenario = Elsewhere("9:00").Line("air", line => line with { When = UntilTwo });
        Play.Of((scenario with { Places = scenario.Places.Add(Gauge) }).With(ForGood).Until("3:00")).When(HappeningKind.Ordered, "road")
            .Should().Equal("d0 02:00");
    }

    // Nothing is loaded before 8:00. The trucks are asked at the start, the plane at 1:00; nobody counts on
    // the trucks after 5:00, and nobody on the plane after 6:00, so the trucks are asked again. What was
    // sent stays sent, and all three come.
    [Fact]
    public void What_was_sent_and_not_begun_leaves_the_position_and_still_goes()
    {
        var scenario = Both("5:00").Line("air", line => line with
        {
            WhenBelow = null, UpTo = null, Send = new Rate(Quantity.Tonnes(11), TimeSpan.FromHours(1)), Every = TimeSpan.FromHours(1),
            When = UntilTwo,
        });
        scenario = scenario with { Places = scenario.Places.Add(Gauge) };
        var closure = new Closure("strike") { Close = "depot", At = Moment.Day(0), For = Span("8:00"), Stops = [SiteWork.Loading] };
        var run = Play.Of(scenario.With(closure).Until("12:00"));
        run.When(HappeningKind.Ordered, "road").Should().Equal("d0 00:00", "d0 06:00");
        run.When(HappeningKind.Ordered, "air").Should().Equal("d0 01:00");
        run.Stock("camp", "food").Amount.Should().Be(33_000_000);
    }

    [Theory]
    [InlineData("5:00", new[] { "d0 00:00" })]
    [InlineData("5:01", new[] { "d0 00:00", "d0 05:00" })]
    public void The_last_instant_of_a_run_is_not_part_of_it(string until, string[] ordered) =>
        Play.Of(Elsewhere("5:00").With(ForGood).Until(until)).When(HappeningKind.Ordered).Should().Equal(ordered);

    // Its people eat what lasts for 24 h, so at 2:00 there is a gram less than for 22 h.
    private static readonly Camp Gauge = new("gauge") { People = 24_000, Stock = Food(24) };

    private static readonly Condition UntilTwo = Condition.Stock("gauge").IsAbove(TimeSpan.FromHours(22));

    private static Scenario Patient(string givenUpAfter) => Road().Line("road", line => line with { GivenUpAfter = Span(givenUpAfter) });

    // 11 t by air or by road, whichever orders first.
    private static Scenario Both(string givenUpAfter)
    {
        var air = Flown(11).SupplyLines[0] with { GivenUpAfter = Span(givenUpAfter) };
        return Flown(11).With(air, air with { Id = "road", By = "trucks" });
    }

    // The same, its planes at a place of their own, and no more than these 11 t.
    private static Scenario Elsewhere(string givenUpAfter) => Both(givenUpAfter)
        .Place<Depot>("depot", depot => depot with { Stock = Food(11) })
        .Plus(new Depot("home") { Airfield = new Airfield { Parking = 1, GroundTime = Minutes(60) } },
            new Route("home", "depot") { Mode = Mode.Air, Length = Distance.FromKilometres(400) })
        .Fleet("planes", fleet => fleet with { Base = "home", WorksFrom = ["depot"] });
}
