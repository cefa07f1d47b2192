using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Movement;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>Stocks, shares and streams that nobody knows: one draw holds for a run, from the stream of the
/// figure's place in the scenario.</summary>
/// <remarks>24,000 people eat 1 t an hour. What was drawn is drawn here again by the name of its stream,
/// and the rest worked out by hand.</remarks>
public sealed class UnknownAmountsTests
{
    private static readonly Distribution ZeroToOne = Distribution.Uniform(0, 1);

    [Fact]
    public void Each_unknown_amount_has_its_place_for_a_name()
    {
        var scenario = Camp().Plus(new Force("unit")
        {
            Needs = [("food", Arrivals.Of(PerDay(1, 3)))],
            Stock = Supply.Unknown(TimeSpan.FromDays(1), TimeSpan.FromDays(2)),
        });
        scenario = scenario.Commodity("food", food => food with { LocalShare = Number.Unknown(0, 0.5) }).Place<Camp>("camp",
            camp => camp with
        {
            Stock = Supply.Of(("food", DrawnQuantity.Unknown(Quantity.Tonnes(10), Quantity.Tonnes(30)))),
            LocalShare = [("food", Number.Unknown(0.1, 0.2))],
            Arrivals = Arrivals.Of(PerDay(10, 20, QuantityUnit.Piece), isRandom: true),
            Departures = ChangingRate.Of(new RateStep { Rate = Arrivals.Constant(1) },
                new RateStep { From = Moment.Day(1), Rate = Arrivals.Of(PerDay(5, 6, QuantityUnit.Piece)) }),
        });
        scenario.Unknowns().Select(one => one.ToString()).Should().Equal(
            "commodities.food.local-share: unknown(0, 0.5)", "places.camp.arrivals: unknown(10/d, 20/d)",
            "places.camp.departures[1].rate: unknown(5/d, 6/d)",
            "places.camp.local-share.food.share: unknown(0.1, 0.2)", "places.camp.stock.food: unknown(10 t, 30 t)",
            "places.unit.needs.food: unknown(1 t/d, 3 t/d)",
            "places.unit.stock: unknown(1 d, 2 d)");
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void A_stock_lasts_as_long_as_what_was_drawn(ulong seed)
    {
        var grams = Whole(10e6 + 20e6 * Drawn(seed, "places.camp.stock.food"));
        var run = Play.Of(Stocked(Supply.Of(("food", DrawnQuantity.Unknown(Quantity.Tonnes(10), Quantity.Tonnes(30))))), seed);
        run.Stock("camp", "food").Should().BeEquivalentTo(new { Amount = 0L, Consumed = grams, Unmet = 48_000_000 - grams });
    }

    // A day's need is 24 t.
    [Theory]
    [InlineData(1), InlineData(2)]
    public void Days_that_nobody_knows_are_days_of_the_need_at_the_start(ulong seed)
    {
        var time = Math.Round((1 + 1 * Drawn(seed, "places.camp.stock")) * 86_400_000); // to the millisecond
        var run = Play.Of(Stocked(Supply.Unknown(TimeSpan.FromDays(1), TimeSpan.FromDays(2))), seed);
        run.Stock("camp", "food").Consumed.Should().Be((long)Math.Ceiling(time * 1_000_000 / 3_600_000));
    }

    [Fact]
    public void A_stock_drawn_by_chance_is_no_unknown()
    {
        var scenario = Stocked(Supply.Of(Duration.Uniform(TimeSpan.FromDays(1), TimeSpan.FromDays(2))));
        scenario.Unknowns().Should().BeEmpty();
        var time = Math.Round((1 + 1 * new Simulation(7, 0).Stream("stock/camp").Uniform(0)) * 86_400_000);
        Play.Of(scenario, 7).Stock("camp", "food").Consumed.Should().Be((long)Math.Ceiling(time * 1_000_000 / 3_600_000));
    }

    // Of 48 t in two days so much is found.
    [Theory]
    [InlineData(1), InlineData(2)]
    public void A_share_that_nobody_knows_need_not_be_brought(ulong seed)
    {
        var found = Math.Round(Drawn(seed, "places.camp.local-share.food.share") * 1e6);
        var run = Play.Of(Camp().Place<Camp>("camp", camp => camp with { LocalShare = [("food", Number.Unknown(0, 1))] }), seed);
        run.Stock("camp", "food").Needed.Should().Be(Whole(48 * (1e6 - found)));
    }

    // One figure for two camps that say nothing of their own; by chance each has its own.
    [Fact]
    public void A_share_of_the_commodity_is_one_figure_for_all_camps()
    {
        var scenario = Camp().Plus(new Camp("other") { People = 24_000 });
        var unknown = Play.Of(scenario.Commodity("food", food => food with { LocalShare = Number.Of(ZeroToOne).AsUnknown() }));
        unknown.Stock("camp", "food").Needed.Should().Be(unknown.Stock("other", "food").Needed).And
            .Be(Whole(48 * (1e6 - Math.Round(Drawn(1, "commodities.food.local-share") * 1e6))));
        var chance = Play.Of(scenario.Commodity("food", food => food with { LocalShare = Number.Of(ZeroToOne) }));
        chance.Stock("camp", "food").Needed.Should().NotBe(chance.Stock("other", "food").Needed);
    }

    [Theory]
    [InlineData(1), InlineData(2)]
    public void As_many_come_as_were_drawn(ulong seed)
    {
        var perThousandDays = Whole((1_000 + 2_000 * Drawn(seed, "places.camp.arrivals")) * 1_000);
        var scenario = Camp().Place<Camp>("camp", camp => camp with { Arrivals = Arrivals.Of(PerDay(1_000, 3_000, QuantityUnit.Piece)) })
            .Until("73:00");
        Play.Of(scenario, seed).Result.People.Arrived.Should().Be(3 * perThousandDays / 1_000);
    }

    // A mean of 2,000 a day that is drawn evenly from 0 to 4,000 varies by 3 x 4,000 / sqrt(12), sixty
    // times as much as Poisson numbers of the same mean.
    [Fact]
    public void Random_comers_come_at_the_rate_that_was_drawn()
    {
        var scenario = Camp().Place<Camp>("camp",
            camp => camp with { Arrivals = Arrivals.Of(PerDay(0, 4_000, QuantityUnit.Piece), isRandom: true) }).Until("73:00");
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var mean = 3 * 4_000 * Drawn(seed, "places.camp.arrivals");
            ((double)Play.Of(scenario, seed).Result.People.Arrived).Should().BeApproximately(mean, 1 + 5 * Math.Sqrt(mean));
        }
    }

    [Theory]
    [InlineData(1), InlineData(2)]
    public void A_force_uses_as_much_as_was_drawn(ulong seed)
    {
        var perThousandDays = Whole((1e6 + 2e6 * Drawn(seed, "places.unit.needs.food")) * 1_000);
        var run =
            Play.Of(
                Camp()
                    .Plus(new Force("unit") { Needs = [("food", Arrivals.Of(PerDay(1, 3)))],
                        Stock = Supply.Unknown(TimeSpan.FromDays(1), TimeSpan.FromDays(1)) }), seed);
        run.Stock("unit", "food").Needed.Should().Be(perThousandDays * 2 / 1_000);
        run.Stock("unit", "food").Unmet.Should().BeCloseTo(perThousandDays / 1_000, 1);
    }

    // Traders between none and 48 a day, the same number each time: in the half hour after the last of them nobody comes.
    [Theory]
    [InlineData(1), InlineData(2)]
    public void Strangers_come_as_often_as_was_drawn(ulong seed)
    {
        var perDay = Math.Round(48_000 * Drawn(seed, "fleets.traders.arrivals")) / 1_000;
        var scenario = Road().Idle().Plus(Traders(Each("1:00")) with { Arrivals = Arrivals.Of(PerDay(0, 48, QuantityUnit.Piece)) }) with
        {
            Measures = [new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }],
        };
        // Who came in the last 20 minutes is still inspected.
        Play.Of(scenario, seed).Result["passed", "bridge"].Should().BeInRange(Math.Floor(perDay * 10) - 1, Math.Floor(perDay * 10));
    }

    [Fact]
    public void Where_the_rate_that_was_drawn_is_none_nobody_comes()
    {
        var scenario = Road().Idle()
            .Plus(Traders(Each("1:00")) with { Arrivals = Arrivals.Of(PerDay(0, 0.0012, QuantityUnit.Piece), isRandom: true) }) with
        {
            Measures = [new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }],
        };
        var none = Enumerable.Range(1, 10).Select(seed => (ulong)seed)
            .Where(seed => Drawn(seed, "fleets.traders.arrivals") * 1.2 < 0.5).ToArray();
        none.Should().NotBeEmpty();
        foreach (var seed in none) Play.Of(scenario, seed).Result["passed", "bridge"].Should().Be(0);
    }

    // Promise 3: what else is unknown, and an alternative that begins later, change no draw.
    [Fact]
    public void An_unknown_amount_is_the_same_whatever_else_there_is()
    {
        var scenario = Stocked(Supply.Of(("food", DrawnQuantity.Unknown(Quantity.Tonnes(10), Quantity.Tonnes(30)))));
        var more = scenario.Plus(
            new Camp("other") { People = Number.Unknown(1, 100), Stock = Supply.Unknown(TimeSpan.FromDays(1), TimeSpan.FromDays(2)) });
        Play.Of(more, 5).Stock("camp", "food").Should().Be(Play.Of(scenario, 5).Stock("camp", "food"));
    }

    // From day 1 on half is found, by a figure that is known; before, a share that was drawn.
    [Fact]
    public void A_share_may_change_in_the_middle_of_a_run()
    {
        var found = Math.Round(Drawn(1, "places.camp.local-share.food.share") * 1e6);
        var before = Camp().Place<Camp>("camp", camp => camp with { LocalShare = [("food", Number.Unknown(0, 1))] });
        var after = before.Place<Camp>("camp", camp => camp with { LocalShare = [("food", 0.5)] });
        var compiled = CompiledScenario.Of(before, new Alternative("later", after) { From = Moment.Day(1) });
        var needed = 0L;
        Replication.Run(compiled, 1, 0, audit: true,
            look: (world, _) => needed = world.Stocks[world.Catalogue.PlaceNumber("camp"), 0].Needed);
        needed.Should().BeCloseTo(Whole(24 * (1e6 - found)) + 12_000_000, 1);
    }

    private static Scenario Stocked(Supply stock) => Camp().Place<Camp>("camp", camp => camp with { Stock = stock });

    private static double Drawn(ulong seed, string path) => new Simulation(seed, 0).Stream($"unknown/{path}").Uniform(0);

    private static long Whole(double amount) => (long)Math.Round(amount);

    private static UnknownRate PerDay(double low, double high, QuantityUnit unit = QuantityUnit.Gram) =>
        new(Distribution.Uniform(low, high).Scale(unit == QuantityUnit.Gram ? 1e6 : 1), unit);
}
