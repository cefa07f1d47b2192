using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>What is eaten, when it runs out, what is missing and what is owed.</summary>
public sealed class EatingTests
{
    [Fact]
    public void Who_has_none_from_the_start_is_out_of_it_from_the_start()
    {
        var run = Play.Of(Camp().Place<Camp>("camp", camp => camp with { Stock = Food(0) }));
        run.Tell(HappeningKind.RanOut).Should().Equal("d0 00:00 food");
        run.Result.RunOuts.Should().Equal(new RunOut("camp", "food", TimeSpan.Zero));
        Play.Of(Camp().Place<Camp>("camp", camp => camp with { Stock = Food(0), People = 0 })).Result.RunOuts.Should()
            .BeEmpty("nobody is there");
    }

    [Fact]
    public void It_runs_out_at_the_exact_instant() => Play.Of(Camp()).Tell(HappeningKind.RanOut).Should().Equal("d0 20:00 food");

    // 20 t of the 48 t that two days need; 28 t are 28,000 rations of 1 kg.
    [Fact]
    public void What_is_missing_is_unmet_and_not_owed()
    {
        var run = Play.Of(Camp() with
        {
            Measures =
            [
                new Measure("hungry") { Of = "camp", Is = MeasureKind.UnmetPersonDays },
                new Measure("met") { Of = "camp", Is = MeasureKind.ConsumedPerNeed },
            ],
        });
        run.Stock("camp", "food").Should().Be(new StockAtEnd(0, 20_000_000, 48_000_000, 28_000_000, 0, 0, 24_000));
        run.Result["hungry", "camp"].Should().Be(28_000);
        run.Result["met", "camp"].Should().Be(20.0 / 48);
    }

    // One person eats 10 g in 7 d: 1 g each 16:48. After 100 h (5.95 g) 5 g are eaten, whatever looked at it in between: a
    // delivery each hour.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_not_yet_a_whole_gram_is_carried_on(bool isLookedAt)
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { People = 1 }).Until("100:00") with
        {
            Commodities = [Camp().Commodities[0] with { PerPerson = new Rate(Quantity.Kilograms(0.01m), TimeSpan.FromDays(7)) }],
        };
        var hourly = Line("road", "trucks") with
        {
            Send = new Rate(Quantity.Kilograms(1), TimeSpan.FromHours(1)), Every = TimeSpan.FromHours(1),
        };
        Play.Of(isLookedAt ? scenario.With(hourly) : scenario).Stock("camp", "food").Consumed.Should().Be(5);
    }

    // The unmet third of the day: 16 t in 24 h, and the same 16 t for 32,000 people who find a quarter of their food where
    // they live.
    [Theory]
    [InlineData(24_000, 0, 24_000_000)]
    [InlineData(32_000, 0.25, 24_000_000)]
    public void What_is_found_locally_need_not_be_brought(int people, double share, long needed)
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { People = people })
            .Commodity("food", food => food with { LocalShare = share });
        Play.Of(scenario.Until("24:00")).Stock("camp", "food").Needed.Should().Be(needed);
    }

    // 2,400 a day come at the end of each day: 24 t on day 0, 26.4 t on day 1, and half of 28.8 t on half of day 2.
    [Fact]
    public void People_come_in_daily_batches()
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { Stock = Food(100), Arrivals = Arrivals.Constant(2400) });
        Play.Of(scenario.Until("60:00")).Stock("camp", "food").Should()
            .Be(new StockAtEnd(35_200_000, 64_800_000, 64_800_000, 0, 0, 0, 28_800));
    }

    // Three in two days: 1 by the end of day 0, 3 by that of day 1, 4 by that of day 2.
    [Theory]
    [InlineData("23:59", 0)]
    [InlineData("24:01", 1)]
    [InlineData("48:01", 3)]
    [InlineData("72:01", 4)]
    public void A_fraction_of_a_person_comes_the_next_day(string until, int people)
    {
        var arrivals = new Arrivals(new Rate(Quantity.Pieces(3), TimeSpan.FromDays(2)), IsRandom: false);
        Play.Of(Camp().Place<Camp>("camp", camp => camp with { People = 0, Arrivals = arrivals }).Until(until))
            .Stock("camp", "food").People.Should().Be(people);
    }

    // 24,000 more at 24:00, of 40 t 16 t are left, and last 8 h.
    [Fact]
    public void More_people_eat_it_up_sooner() =>
        Play.Of(Camp().Place<Camp>("camp", camp => camp with { Stock = Food(40), Arrivals = Arrivals.Constant(24_000) }))
            .When(HappeningKind.RanOut).Should().Equal("d1 08:00");

    // Food lasts 20 h, medicine 30 h, whichever is named first: 10 h of supply are left at 10:00, less a gram later, and 8 h at 12:00.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Days_of_supply_are_the_least_over_what_is_needed(bool foodFirst)
    {
        var food = Camp().Commodities[0];
        var medicine = new Commodity("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.1m)) };
        var scenario = (Camp() with { Commodities = foodFirst ? [food, medicine] : [medicine, food] }).Place<Camp>("camp", camp => camp with
        {
            WarnBelow = TimeSpan.FromHours(10), Stock = Supply.Of(("food", Quantity.Tonnes(20)), ("medicine", Quantity.Tonnes(3))),
        });
        var run = Play.Of(scenario.Until("12:00") with { Measures = [new Measure("days") { Of = "camp", Is = MeasureKind.StockPerNeed }] });
        run.When(HappeningKind.RanShort).Should().Equal("d0 10:00:00.0036");
        run.Result["days", "camp"].Should().Be(8.0 / 24);
    }

    // Of 20 t nothing is left at 20:00 of day 0. What is ordered at 19:00 is unloaded at 21:00: 24 t and more lie there at midnight.
    [Fact]
    public void The_least_supply_is_that_of_any_instant_not_of_midnight()
    {
        var scenario = Camp().With(Line("road", "trucks") with { WhenBelow = Food(1), UpTo = Food(28) }).Until("24:00");
        var run =
            Play.Of(scenario with { Measures = [new Measure("days") { Of = "camp", Is = MeasureKind.StockPerNeed, By = SeriesStep.Day }] });
        run.When(HappeningKind.RanOut).Should().Equal("d0 20:00");
        run.Tell(HappeningKind.SuppliedAgain).Should().Equal("d0 21:00:00.0036 food");
        run.Stock("camp", "food").Amount.Should().BeGreaterThan(20_000_000);
        run.Result["days", "camp"].Should().Be(0);
    }

    // Unloaded at day 1 2:00: 30 t are 30 h of supply.
    [Fact]
    public void A_delivery_ends_a_shortage()
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { WarnBelow = TimeSpan.FromHours(10) })
            .With(Line("road", "trucks") with { Send = Rate.PerDay(Quantity.Tonnes(30)) });
        var run = Play.Of(scenario.Until("30:00"));
        run.When(HappeningKind.NoLongerShort).Should().Equal("d1 02:00");
        // Without food for 6 h; 26 t at the end.
        run.Stock("camp", "food").Should().Be(new StockAtEnd(26_000_000, 24_000_000, 30_000_000, 6_000_000, 0, 0, 24_000));
    }

    // A force that uses 1 t/h has 5 t. At 26:00 it is short of 21 t; of the 30 t that come then what is owed is used at once, and
    // 9 t are left. What is not owed is not used later: then 30 t are left. An hour later another is gone.
    [Theory]
    [InlineData(true, 27, 8)]
    [InlineData(false, 6, 29)]
    public void What_is_owed_is_paid_from_the_next_delivery(bool backlog, int used, int left)
    {
        var scenario = Armed(backlog).With(Line("road", "trucks") with { Send = Rate.PerDay(Quantity.Tonnes(30)) });
        Play.Of(scenario.Until("27:00")).Stock("camp", "shells").Should().Be(
            new StockAtEnd(left * 1_000_000, used * 1_000_000, 27_000_000, 21_000_000, 0, 0, 0));
    }

    // A second force whose 11 t last less than an hour from 10:00 on is a clock. Short of 5 t then, less a gram, the first orders
    // these too: up to 10 t.
    [Fact]
    public void What_is_owed_is_ordered()
    {
        var line = Line("road", "trucks") with
        {
            WhenBelow = Shells(9), UpTo = Shells(10), When = Condition.Stock("clock").IsBelow(TimeSpan.FromHours(1)),
        };
        var scenario = Armed(backlog: true).Plus(new Force("clock") { Needs = [("shells", TonneAnHour)], Stock = Shells(11) }).With(line);
        Play.Of(scenario.Until("10:30")).Tell(HappeningKind.Ordered).First().Should().Be("d0 10:00:00.0036 15.000001 t shells");
    }

    // Nothing comes: the trucks are loaded for days. A debt lets the position fall when nothing lies there
    // any more, and the line orders each time 2 t are missing; without one it stops falling at 5:00, when 11 t are on order.
    [Theory]
    [InlineData(true, "d0 00:00", "d0 02:00", "d0 04:00", "d0 06:00", "d0 08:00", "d0 10:00")]
    [InlineData(false, "d0 00:00", "d0 02:00", "d0 04:00")]
    public void A_debt_that_grows_is_ordered_when_nothing_else_happens(bool backlog, params string[] ordered)
    {
        var scenario = Armed(backlog).With(Line("road", "trucks") with { WhenBelow = Shells(10), UpTo = Shells(12) })
            .Place<Depot>("depot", depot => depot with { Loading = Minutes(6_000) });
        Play.Of(scenario.Until("11:00")).When(HappeningKind.Ordered).Select(when => when.Split(':')[0] + ":" + when.Split(':')[1])
            .Should().Equal(ordered);
    }

    private static readonly Rate TonneAnHour = new(Quantity.Tonnes(1), TimeSpan.FromHours(1));

    private static Supply Shells(int tonnes) => Supply.Of(("shells", Quantity.Tonnes(tonnes)));

    // A force where the camp was, with 5 t.
    private static Scenario Armed(bool backlog)
    {
        var scenario = Camp() with { Commodities = [new Commodity("shells") { Unit = QuantityUnit.Gram, Backlog = backlog }] };
        return scenario.With(new Force("camp")
        {
            Needs = [("shells", TonneAnHour)], Stock = Shells(5), Unloading = Minutes(30), Airfield = ((Site)scenario["camp"]).Airfield,
        });
    }
}
