using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>The one order policy of supply lines: lots, periodic review, and what is owed by a depot.</summary>
public sealed class OrderPolicyTests
{
    private static readonly SupplyLine Trucked = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };

    // Below 10 t at 10:00 and a gram; 8 t lift the position to 17.999999 t, and below 10 t again 8 t later.
    [Fact]
    public void A_lot_is_ordered_each_time_the_position_falls_below_the_level() =>
        Play.Of(Camp().With(Trucked with { UpTo = null, Order = Food(8) }).Until("19:00")).Tell(HappeningKind.Ordered).Should().Equal(
            "d0 10:00:00.0036 8 t food", "d0 18:00:00.0036 8 t food");

    // 10 t are missing to 30 t: one lot of 8 t would leave the position below.
    [Fact]
    public void As_many_lots_are_ordered_as_it_takes() =>
        Play.Of(Camp().With(Trucked with { WhenBelow = Food(30), UpTo = null, Order = Food(8) }).Until("1:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d0 00:00 16 t food");

    // Days of supply are settings of the same policy: 10 h and lots of 5 h.
    [Fact]
    public void Levels_and_lots_may_be_days_of_supply()
    {
        var line = Trucked with { WhenBelow = Supply.Of(Span("10:00")), UpTo = null, Order = Supply.Of(Span("5:00")) };
        Play.Of(Camp().With(line).Until("11:00")).Tell(HappeningKind.Ordered).Should().Equal("d0 10:00:00.0036 5 t food");
    }

    // Below 10 t since 10:00, seen at 12:00, when 8 t are left.
    [Fact]
    public void A_line_that_reviews_sees_at_its_reviews_only() =>
        Play.Of(Camp().With(Trucked with { Review = Span("6:00") }).Until("17:00")).Tell(HappeningKind.Ordered).Should().Equal(
            "d0 12:00 22 t food");

    // Base stock looked at each 6 h: what was eaten since.
    [Fact]
    public void A_line_that_reviews_without_a_level_orders_what_is_missing() =>
        Play.Of(Camp().With(Trucked with { WhenBelow = null, UpTo = Food(20), Review = Span("6:00") }).Until("19:00"))
            .Tell(HappeningKind.Ordered).Should().Equal("d0 06:00 6 t food", "d0 12:00 6 t food", "d0 18:00 6 t food");

    // Three are ordered, two lie there. The third comes to the depot at 8:00 (sent 6:00, laden 6:30, there
    // 7:30, unloaded 8:00) and leaves at 8:30.
    [Fact]
    public void What_a_depot_has_not_got_is_owed_and_goes_when_it_has_come()
    {
        var run = Play.Of(Owing(crates: 2, Each("6:00")).Until("10:00"));
        run.Tell(HappeningKind.Ordered, "road").Should().Equal("d0 00:00 3 crate");
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1", "d0 00:30 x1", "d0 08:30 x1");
    }

    // A truck takes 10 t of shells; of the 20 t that are ordered 13 lie there: one goes full, one with 3 t,
    // and the other 7 t when 7 have come.
    [Fact]
    public void What_is_owed_goes_in_parts()
    {
        var run = Play.Of(Shells(13, owed: true).Until("10:00"));
        run.Tell(HappeningKind.Ordered, "road").Should().Equal("d0 00:00 20 t shells");
        run.Tell(HappeningKind.Departed, "trucks").Should().Equal(
            "d0 00:30 1 vehicle from depot to town: 10 t shells", "d0 00:30 1 vehicle from depot to town: 3 t shells",
            "d0 08:30 1 vehicle from depot to town: 7 t shells");
    }

    // Of what is not owed no more is ordered than lies there.
    [Fact]
    public void What_is_not_owed_is_not_ordered()
    {
        var run = Play.Of(Shells(13, owed: false).Until("5:00"));
        run.Tell(HappeningKind.Ordered, "road").Should().Equal("d0 00:00 13 t shells");
    }

    // 5 t too few for the first of two towns at 0:00; the second asks for 2 t, and does not get what is owed to the first.
    [Fact]
    public void Whatever_is_owed_goes_before_what_was_ordered_later()
    {
        var scenario = Shells(0, owed: true).Plus(new Town("aside") { Unloading = Minutes(30) }, Leg("depot", "aside", 60));
        var line = scenario.SupplyLines[0] with { Id = "aside", To = "aside", UpTo = Tonnes(2), WhenBelow = Tonnes(1) };
        var run = Play.Of((scenario with
        {
            SupplyLines = scenario.SupplyLines.Add(line), Policies = new Policies { Share = new Share { By = AllocationPolicy.Order } },
        }).Until("9:00"));
        run.Tell(HappeningKind.Departed, "trucks").Should().Equal("d0 08:30 1 vehicle from depot to town: 7 t shells");
    }

    // One line for shells, of which none are there and 20 t are owed, and for food, of which there is enough: 20 t of it go at once.
    [Fact]
    public void What_is_owed_keeps_nothing_else_back()
    {
        var (both, there) = (Supply.Of(("shells", Quantity.Tonnes(20)), ("food", Quantity.Tonnes(20))),
            Supply.Of(("shells", Quantity.Tonnes(0)), ("food", Quantity.Tonnes(30))));
        var scenario = Shells(0, owed: true);
        scenario = (scenario with { Commodities = scenario.Commodities.Add(new Commodity("food") { Unit = QuantityUnit.Gram }) })
            .Line("road", line => line with { Commodities = ["shells", "food"], WhenBelow = both, UpTo = both })
            .Place<Depot>("depot", depot => depot with { Stock = there });
        Play.Of(scenario.Until("8:00")).Tell(HappeningKind.Departed, "trucks").Should().Equal(
            "d0 00:30 1 vehicle from depot to town: 10 t food", "d0 00:30 1 vehicle from depot to town: 10 t food");
    }

    // The depot's position is what lies there less what it owes: 20 t owed and none there, so that 20 + 5 are ordered.
    [Fact]
    public void What_a_depot_owes_counts_in_its_own_position()
    {
        var scenario = Shells(0, owed: true);
        scenario = scenario.Line("feeder", line => line with { Send = null, Every = null, WhenBelow = Tonnes(1), UpTo = Tonnes(5) });
        Play.Of(scenario.Until("1:00")).Tell(HappeningKind.Ordered, "feeder").Should().Equal("d0 00:00 25 t shells");
    }

    private static Scenario Owing(int crates, Rate fed) => Fed(
        Road(3).Commodity("crate", crate => crate with { Backlog = true }).Line("road", line => line with { WhenBelow = Crates(3) }),
        Crates(crates), "crate", fed);

    private static Scenario Shells(int there, bool owed)
    {
        var scenario = Road(5) with
        {
            Commodities = [new Commodity("shells") { Unit = QuantityUnit.Gram, Backlog = owed }],
        };
        scenario = scenario.Line("road", line => line with { Commodities = ["shells"], WhenBelow = Tonnes(20), UpTo = Tonnes(20) });
        return Fed(scenario, Tonnes(there), "shells", new Rate(Quantity.Tonnes(7), Span("6:00")));
    }

    private static Scenario Fed(Scenario scenario, Supply there, string what, Rate rate)
    {
        scenario = scenario.Place<Depot>("depot", depot => depot with { Stock = there, Unloading = Minutes(30) })
            .Plus(new Depot("source") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30) }, Leg("source", "depot", 60))
            .Plus(new Fleet("feeders") { Traffic = "aid", Base = "source", Count = 5, Carries = Mass.FromTonnes(30) });
        return scenario with
        {
            SupplyLines = scenario.SupplyLines.Add(new SupplyLine("feeder")
            {
                From = "source", To = "depot", By = "feeders", Commodities = [what], Send = rate, Every = Span("6:00"),
            }),
        };
    }

    private static Supply Tonnes(decimal tonnes) => Supply.Of(("shells", Quantity.Tonnes(tonnes)));
}
