using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>Rations that are cut and restored.</summary>
public sealed class RationTests
{
    // Below 10 h of the full need a gram after 10:00. What is left, 9,999,999 g, lasts 7.2 ms a gram: 19:59:59.9928.
    [Fact]
    public void A_cut_ration_makes_it_last()
    {
        var run = Play.Of(Cut());
        run.Tell(HappeningKind.RationChanged).Should().Equal("d0 10:00:00.0036 50 %");
        run.When(HappeningKind.RanOut).Should().Equal("d1 05:59:59.9964");
    }

    // In 20 h 10 t in full and then half of 10 t.
    [Fact]
    public void What_is_cut_is_unmet_against_the_full_ration()
    {
        var stock = Play.Of(Cut().Until("20:00")).Stock("camp", "food");
        stock.Needed.Should().Be(20_000_000);
        // From 10:00:00.0036 on: 35,999,996.4 ms at 7.2 ms a gram are 4,999,999.5 g.
        stock.Consumed.Should().Be(10_000_001 + 4_999_999);
        stock.Unmet.Should().Be(5_000_000);
    }

    // What comes at 26:00 finds 2 t (9,999,999 g less 7,999,999 in 16 h at half), 2 h of supply. With 19 t it is 21 h of
    // the full need, above 20 h; with 17 t it is 19 h, above the level of the cut only, and the ration stays cut.
    [Theory]
    [InlineData(19, new[] { "d0 10:00:00.0036 50 %", "d1 02:00 100 %" })]
    [InlineData(17, new[] { "d0 10:00:00.0036 50 %" })]
    public void A_ration_is_restored_when_its_end_is_reached(int tonnes, string[] changes) =>
        Play.Of(Cut(20).With(Line("road", "trucks") with { Send = Rate.PerDay(Quantity.Tonnes(tonnes)) }).Until("27:00"))
            .Tell(HappeningKind.RationChanged).Should().Equal(changes);

    // 11 t at 26:00, and half a gram that is carried on: 1,000,001 g less half a gram later, at 3.6 ms each, it is below 10
    // t again.
    [Fact]
    public void Without_an_end_of_its_own_it_is_restored_when_its_cause_is_gone() =>
        Play.Of(Cut().With(Line("road", "trucks") with { Send = Rate.PerDay(Quantity.Tonnes(9)) }).Until("28:00"))
            .Tell(HappeningKind.RationChanged).Should().Equal("d0 10:00:00.0036 50 %", "d1 02:00 100 %", "d1 03:00:00.0018 50 %");

    // At 26:00 there are 2 t, and 8 t are owed. 5 t more and nothing is left; with 7 t it is 1 t, and below what is warned of. What was
    // foreseen was 29:59:59.9964 and an hour and a half before.
    [Theory]
    [InlineData(5, "d1 02:00")]
    [InlineData(7, "d1 03:59:59.9964")]
    public void A_debt_that_takes_what_lay_there_takes_it_when_it_is_paid(int tonnes, string ranOut)
    {
        var run = Play.Of(Cut().Commodity("food", food => food with { Backlog = true }).Place<Camp>("camp",
            camp => camp with { WarnBelow = TimeSpan.FromHours(1.5) })
            .With(Line("road", "trucks") with { Send = Rate.PerDay(Quantity.Tonnes(tonnes)) }));
        run.When(HappeningKind.RanOut).Should().Equal(ranOut);
        run.When(HappeningKind.RanShort).Should().Equal("d1 02:00");
        run.Result.RunOuts.Single().After.Should()
            .Be(run.Result.Story.Single(one => one.Kind == HappeningKind.RanOut).At - Engine.SimTime.Start);
    }

    // Another camp with plenty is not cut.
    [Fact]
    public void Rations_are_judged_camp_by_camp() =>
        Play.Of(Cut().Plus(new Camp("other") { People = 24_000, Stock = Food(60) })).When(HappeningKind.RationChanged, "other").Should()
            .BeEmpty();

    // 24,000 people and 7 g a day, of which a third less a millionth is found locally, cut to 777,777 millionths from the start: in two
    // days 336,000 g x 0.666667 = 224,000.112 g are needed, and x 0.777777 = 174,222.135 g eaten. The same for 70 g in ten days.
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100_000)]
    public void Shares_with_many_places_are_eaten_exactly(int days)
    {
        var scenario = Camp().Commodity("food", food => food with
        {
            LocalShare = 0.333333, PerPerson = new Rate(Quantity.Kilograms(0.007m * days), TimeSpan.FromDays(days)),
        });
        var ration = new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(10_000)), To = 0.777777 };
        var stock = Play.Of(scenario with { Policies = new Policies { Ration = [ration] } }).Stock("camp", "food");
        (stock.Needed, stock.Consumed).Should().Be((224_000, 174_222));
    }

    // 6 t in full, then 14 t at half a ton an hour.
    [Fact]
    public void A_ration_may_be_cut_from_a_date_on()
    {
        var run =
            Play.Of(Camp() with { Policies = By(new Ration { When = Condition.Since(Moment.After(TimeSpan.FromHours(6))), To = 0.5 }) });
        run.Tell(HappeningKind.RationChanged).Should().Equal("d0 06:00 50 %");
        run.When(HappeningKind.RanOut).Should().Equal("d1 10:00");
    }

    // Six hours at half: 24 - 3 t.
    [Fact]
    public void A_ration_may_be_cut_from_one_date_to_another()
    {
        var run = Play.Of(Camp().Until("24:00").Place<Camp>("camp", camp => camp with { Stock = Food(30) }) with
        {
            Policies =
                By(new Ration { When = Condition.Since(Moment.After(TimeSpan.FromHours(6))), To = 0.5,
                    Until = Condition.Since(Moment.After(TimeSpan.FromHours(12))) }),
        });
        run.Tell(HappeningKind.RationChanged).Should().Equal("d0 06:00 50 %", "d0 12:00 100 %");
        run.Stock("camp", "food").Consumed.Should().Be(21_000_000);
    }

    // Whether what begins it is so already or comes later: a date that has come does not come again.
    [Fact]
    public void After_the_date_that_ends_it_a_cut_does_not_begin()
    {
        var past = new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(100)), To = 0.5, Until = Since(0) };
        Play.Of(Camp() with { Policies = By(past) }).Tell(HappeningKind.RationChanged).Should().BeEmpty();
        var late = new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromHours(10)), To = 0.5,
            Until = Since(6).Or(Condition.Captured("camp")) };
        Play.Of(Camp() with { Policies = By(late) }).Tell(HappeningKind.RationChanged).Should().BeEmpty();

        static Condition Since(double hours) => Condition.Since(Moment.After(TimeSpan.FromHours(hours)));
    }

    // A third and five thousandths are told with their places.
    [Fact]
    public void A_share_that_is_no_whole_percentage_is_told_with_its_places() =>
        Play.Of(Camp() with { Policies = By(new Ration { When = Condition.Since(Moment.After(TimeSpan.FromHours(6))), To = 0.3335 }) })
            .Tell(HappeningKind.RationChanged).Should().Equal("d0 06:00 33.35 %");

    // From 6:00 half, from 12:00 a quarter, from 18:00 half again: 6 + 3 + 1.5 + 3 = 13.5 t in a day.
    [Fact]
    public void Of_several_rules_each_counts_for_itself_and_the_least_is_given_out()
    {
        var run = Play.Of(Camp().Until("24:00") with
        {
            Policies = By(
                new Ration { When = Condition.Since(Moment.After(TimeSpan.FromHours(6))), To = 0.5 },
                new Ration { When = Condition.Since(Moment.After(TimeSpan.FromHours(12)))
                    .And(Condition.Since(Moment.After(TimeSpan.FromHours(18))).Not()), To = 0.25 }),
        });
        run.Tell(HappeningKind.RationChanged).Should().Equal("d0 06:00 50 %", "d0 12:00 25 %", "d0 18:00 50 %");
        run.Stock("camp", "food").Consumed.Should().Be(13_500_000);
        run.Result.CutRations.Should().Equal(new CutRations("camp", TimeSpan.FromHours(6), TimeSpan.FromHours(18), 0.25));
    }

    // 24,000 people, 50 g of oil a day: 50 kg an hour. From noon no oil and half the food: of 1,200 kg of
    // oil 600 are eaten, of 24 t of food 18.
    [Fact]
    public void A_ration_may_be_cut_by_commodity()
    {
        var run = Play.Of(Oil(Each<double>.Of(("food", 0.5), ("oil", 0))));
        run.Tell(HappeningKind.RationChanged).Should().Equal("d0 12:00 food 50 %, oil 0 %");
        (run.Stock("camp", "food").Consumed, run.Stock("camp", "oil").Consumed, run.Stock("camp", "oil").Unmet).Should()
            .Be((18_000_000, 600_000, 600_000));
    }

    // What is not named is given out in full. Without oil for half a day 12,000 person-days lack some of
    // what they need, all of it by the rule.
    [Fact]
    public void A_commodity_that_is_not_named_is_not_cut()
    {
        var run = Play.Of(Oil(Each<double>.Of(("oil", 0))));
        run.Tell(HappeningKind.RationChanged).Should().Equal("d0 12:00 oil 0 %");
        (run.Stock("camp", "food").Consumed, run.Stock("camp", "oil").Consumed).Should().Be((24_000_000, 600_000));
        run.Result.CutRations.Should()
            .Equal(new CutRations("camp", TimeSpan.FromHours(12), TimeSpan.FromHours(12), 0) { Commodity = "oil" });
    }

    // Food is at half when the list is changed at noon; oil lies there for long. Whatever the order of the two, food stays at half, and
    // oil, of which the rule has not begun, is given out in full. A rule of which the level alone is another goes on.
    [Theory]
    [InlineData("food, oil", "d0 06:00:00.0036 food 50 %"), InlineData("oil, food", "d0 06:00:00.0036 food 50 %")]
    [InlineData("oil", "d0 06:00:00.0036 food 50 %; d0 12:00 100 %")]
    [InlineData("new food, food", "d0 06:00:00.0036 food 50 %")]
    [InlineData("less food", "d0 06:00:00.0036 food 50 %; d0 12:00 food 25 %")]
    public void A_rule_in_another_place_of_the_list_takes_nothing_over(string after, string told)
    {
        var (food, oil) = (Rule("food", 0.5, 24), Rule("oil", 0.1, 3));
        var before = Oil(0) with { Policies = By(food) };
        Ration[] rules = after switch
        {
            "food, oil" => [food, oil],
            "oil, food" => [oil, food],
            "oil" => [oil],
            "new food, food" => [Rule("food", 0.25, 1), food],
            _ => [Rule("food", 0.25, 20)],
        };
        var run = Play.Of(before, before with { Policies = By(rules) }, Moment.After(TimeSpan.FromHours(12)));
        string.Join("; ", run.Tell(HappeningKind.RationChanged)).Should().Be(told);

        // Begins below so many hours of supply; ends with none that can be reached.
        static Ration Rule(string of, double to, double below) => new()
        {
            When = Condition.StockHere.Of(of).IsBelow(TimeSpan.FromHours(below)),
            To = Each<double>.Of((of, to)),
            Until = Condition.StockHere.Of(of).IsAbove(TimeSpan.FromDays(300)),
        };
    }

    private static Scenario Oil(Each<double> to) => Camp().Until("24:00").Place<Camp>("camp", camp => camp with
    {
        Stock = Supply.Of(("food", Quantity.Tonnes(30)), ("oil", Quantity.Tonnes(2))),
    }) with
    {
        Commodities = [.. Camp().Commodities,
            new Commodity("oil") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.05m)) }],
        Policies = By(new Ration { When = Condition.Since(Moment.After(TimeSpan.FromHours(12))), To = to }),
    };

    private static Policies By(params Ration[] rules) => new() { Ration = [.. rules] };

    private static Scenario Cut(double? until = null) => Camp() with
    {
        Policies = new Policies
        {
            Ration =
            [
                new Ration
                {
                    When = Condition.StockHere.IsBelow(TimeSpan.FromHours(10)), To = 0.5,
                    Until = until is { } hours ? Condition.StockHere.IsAbove(TimeSpan.FromHours(hours)) : null,
                },
            ],
        },
    };
}
