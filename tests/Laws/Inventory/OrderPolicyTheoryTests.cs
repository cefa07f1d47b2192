using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws.Inventory;

/// <summary>The settings of supply lines against the closed forms of inventory theory: base stock, (R, Q), and both with a supplier that
/// fails.</summary>
/// <remarks>A post uses shells one at a time at random; each order of shells takes a day on the road.
/// Sources: V15 to V18 of the closed forms; Palm 1938 for base stock; Snyder and Shen, Fundamentals of
/// Supply Chain Theory, for the disrupted ones.</remarks>
public class OrderPolicyTheoryTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // V15. What is outstanding is Poisson(6): of (S-1, S) with S = 9, the share P(N <= 8) is met at once, E(N - 9)+ are owed.
    [Fact]
    public void Base_stock_with_what_is_missing_owed_is_as_Palm_has_it()
    {
        var line = Line() with { UpTo = Shells(9) };
        var scenario = Post(6, line, owed: true, days: Estimated.Size(20_000, 1500));
        var (owed, ends) = Sampled.Of(scenario, 40, 15, Day / 4, world => Stock(world).Owed, MetAtOnce);
        Estimated.ShouldBe([.. ends.Select(end => end[0])], 0.847237, 0.0125, "the share met at once");
        Estimated.ShouldBe(owed, 0.161259, 0.025, "what is owed");
    }

    // V15. The share lost is Erlang's loss of 9 servers under a load of 6, whatever the law of the lead time with mean a day.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Base_stock_with_what_is_missing_lost_is_as_Erlang_has_it_whatever_the_law_of_the_lead_time(bool isRandom)
    {
        var scenario = Post(6, Line() with { UpTo = Shells(9) }, owed: false, days: Estimated.Size(25_000, 1500));
        if (isRandom)
            scenario = scenario with
            {
                Places = [scenario.Places[0],
                    (Force)scenario.Places[1] with { Unloading = Duration.Uniform(TimeSpan.Zero, Day), Docks = 200 }],
                Routes = [scenario.Routes[0] with { Length = Distance.FromKilometres(12) }],
            };
        var (_, ends) = Sampled.Of(scenario, 40, 16, Day, _ => 0, MetAtOnce);
        Estimated.ShouldBe([.. ends.Select(end => 1 - end[0])], 0.0751450, 0.025, "the share lost");
    }

    // V16. The position is uniform on R + 1 to R + Q. R = 20 is a level of 21, of which 20 is strictly below.
    [Fact]
    public void Lots_ordered_at_a_level_are_as_the_books_have_them()
    {
        var line = Line() with { WhenBelow = Shells(21), Order = Shells(15) };
        var scenario = Post(15, line, owed: true, days: Estimated.Size(36_000, 1500), carries: 15);
        var (owed, ends) = Sampled.Of(scenario, Estimated.Size(200, 40), 17, Day / 4, world => Stock(world).Owed, MetAtOnce);
        Estimated.ShouldBe([.. ends.Select(end => end[0])], 0.98584699, 0.005, "the share met at once");
        Estimated.ShouldBe(owed, 0.01993040, 0.06, "what is owed");
    }

    // V16. Of unit demand (s, S) is (R, Q) with R = s and Q = S - s.
    [Fact]
    public void An_order_up_to_a_level_is_a_lot_where_pieces_are_used_one_by_one()
    {
        var days = 300;
        var lots = Post(15, Line() with { WhenBelow = Shells(21), Order = Shells(15) }, owed: true, days, carries: 15);
        var upTo = Post(15, Line() with { WhenBelow = Shells(21), UpTo = Shells(35) }, owed: true, days, carries: 15);
        lots.Run(3).OutcomeFingerprint.Should().Be(upTo.Run(3).OutcomeFingerprint);
    }

    // V17. Of 1,300 a year Q are ordered when nothing is left; a supplier that fails 1.5 times a year and
    // is back 14 times as fast as a year loses what is needed meanwhile. A year is a day here.
    [Theory]
    [InlineData(700, 174.78711738886236)]
    [InlineData(400, 211.0841892589692)]
    [InlineData(1100, 184.7949312205155)]
    public void Economic_lots_with_a_supplier_that_fails_cost_what_they_cost(int lot, double cost)
    {
        const double fixedCost = 8, holding = 0.225, penalty = 5;
        var days = Estimated.Size(4000, 1000);
        var scenario = Failing(lot, days);
        var (_, ends) = Sampled.Of(scenario, 60, 18, TimeSpan.FromDays(days) / 2, _ => 0, world =>
        {
            var stock = Stock(world);
            var orders = (double)stock.Delivered / Thousandths / lot;
            // From a lot to nothing at a constant rate: half a lot for lot / 1300.
            var held = orders * lot * lot / 2.0 / 1300;
            return [(fixedCost * orders + holding * held + penalty * stock.Unmet / Thousandths) / days];
        });
        Estimated.ShouldBe([.. ends.Select(end => end[0])], cost, 0.0125, $"the yearly cost of lots of {lot}");
    }

    // V18. Up to S at the beginning of each period, if the supplier is not down: down with a chance of 4 %
    // and up again with one of 25 % a period.
    [Theory]
    [InlineData(8000, 2737.068965490435)]
    [InlineData(2000, 3310.344827558603)]
    [InlineData(12000, 3075.161637904759)]
    public void Base_stock_with_a_supplier_that_fails_costs_what_it_costs(int target, double cost)
    {
        var days = Estimated.Size(36_000, 3000);
        var (costs, _) = Sampled.Of(Unsteady(target, days), Estimated.Size(200, 60), 19, Day, world =>
        {
            var stock = Stock(world);
            stock.Settle(world.Now);
            var level = (double)(stock.Amount - stock.Owed) / Thousandths;
            return 0.25 * Math.Max(0, level) + 3 * Math.Max(0, -level);
        }, _ => []);
        Estimated.ShouldBe(costs, cost, 0.03, $"the cost a period of a base stock of {target}");
    }

    private const int Thousandths = 1000;

    private static Stock Stock(World world)
    {
        var stock = world.Stocks[world.Catalogue.PlaceNumber("post"), 0];
        stock.Settle(world.Now);
        return stock;
    }

    private static double[] MetAtOnce(World world) =>
        Stock(world) is { Needed: var needed, Unmet: var unmet } ? [1 - (double)unmet / needed] : [];

    private static Scenario Post(int perDay, SupplyLine line, bool owed, int days, int carries = 1) => Scenario(
        new Commodity("shells") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(1), Backlog = owed },
        new Force("post") { Needs = [("shells", new Arrivals(Rate.PerDay(Quantity.Pieces(perDay)), IsRandom: true))],
            Stock = line.Order is null && line.UpTo is { } all ? all : Shells(35) },
        line, days, Mass.FromTonnes(carries), Distance.FromKilometres(24), 200);

    // Thousandths of a unit as grams; what is ordered is there within a millisecond.
    private static Scenario Failing(int lot, int days) => AtOnce(
        line => line with { WhenBelow = Units(0.001m), Order = Units(lot) }, 1300, lot, owed: false, days, lot) with
    {
        Disruptions =
        [
            new Closure("failure")
            {
                Close = "depot", Stops = [SiteWork.Loading], Every = Duration.Exponential(Day / 1.5), For = Duration.Exponential(Day / 14),
            },
        ],
    };

    // The chain of periods in continuous time: rates a and b of failing and of coming back for which a
    // period changes it with these chances.
    private static Scenario Unsteady(int target, int days)
    {
        var rate = -Math.Log(1 - 0.04 - 0.25);
        var (fails, returns) = (0.04 / 0.29 * rate, 0.25 / 0.29 * rate);
        return AtOnce(line => line with { UpTo = Units(target), Review = Day }, 2000, target, owed: true, days, 1_000_000) with
        {
            Disruptions =
            [
                new Closure("failure")
                {
                    Close = "post", Stops = [SiteWork.Orders], Every = Duration.Exponential(Day / fails), For =
                        Duration.Exponential(Day / returns),
                },
            ],
        };
    }

    private static Scenario AtOnce(Func<SupplyLine, SupplyLine> set, int perDay, int stock, bool owed, int days, int carries) => Scenario(
        new Commodity("shells") { Unit = QuantityUnit.Gram, Backlog = owed },
        new Force("post") { Needs = [("shells", Rate.PerDay(new Quantity(perDay * Thousandths, QuantityUnit.Gram)))],
            Stock = Units(stock) },
        set(Line()), days, Mass.FromGrams((long)carries * Thousandths), Distance.FromMetres(1), 3);

    private static Scenario Scenario(Commodity shells, Force post, SupplyLine line, int days, Mass carries, Distance way,
        int lorries) => new()
    {
        Title = "A post",
        Clock = new Clock { Length = TimeSpan.FromDays(days) },
        Commodities = [shells],
        Defaults = new Defaults { Loading = TimeSpan.Zero, Unloading = TimeSpan.Zero },
        Places = [new Depot("depot") { Stock = Supply.Unlimited, Docks = lorries }, post with { Docks = Math.Max(post.Docks, 10) }],
        Routes = [new Route("depot", "post")
        {
            Length = way,
            Speed = way.Metres == 1 ? Speed.FromKilometresPerHour(10_000) : Speed.FromKilometresPerHour(1),
        }],
        Fleets = [new Fleet("lorries") { Traffic = "military", Base = "depot", Count = lorries, Carries = carries }],
        SupplyLines = [line],
    };

    private static SupplyLine Line() => new("road")
    {
        From = "depot", To = "post", By = "lorries", Commodities = ["shells"], GivenUpAfter = TimeSpan.FromDays(30_000),
    };

    private static Supply Shells(int pieces) => Supply.Of(("shells", Quantity.Pieces(pieces)));

    private static Supply Units(decimal units) => Supply.Of(("shells", new Quantity((long)(units * Thousandths), QuantityUnit.Gram)));
}
