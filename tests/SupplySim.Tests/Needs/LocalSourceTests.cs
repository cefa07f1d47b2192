using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Needs;

/// <summary>Rations of a camp's own, and what people find as long as something else does not run out.</summary>
/// <remarks>24,000 people drink 15 l a day, 15,000 l an hour; pumps burn 20 ml a person and day, 20 l an hour, and 200 l lie there:
/// they stand still from 10:00 on.</remarks>
public sealed class LocalSourceTests
{
    // A person eats 1 kg of food, of which half is found, and half a kilogram of rice: 12 t of each a day. 24 t in one amount are a day
    // of both; of rice, where food is found altogether, two days.
    [Theory]
    [InlineData(0.5, "d1 00:00 food, d1 00:00 rice"), InlineData(1, "")]
    public void One_amount_of_several_commodities_lasts_as_long_of_each(double found, string ranOut)
    {
        var camp = Camp().Place<Camp>("camp", camp => camp with { LocalShare = [("food", found)], Stock = Supply.Of(Quantity.Tonnes(24)) });
        var rice = new Commodity("rice") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.5m)) };
        var run = Play.Of(camp with { Commodities = [.. camp.Commodities, rice] });
        string.Join(", ", run.Tell(HappeningKind.RanOut)).Should().Be(ranOut);
        run.Stock("camp", "rice").Consumed.Should().Be(found == 1 ? 24_000_000 : 12_000_000);
    }

    // What a line orders up to in one amount is split in the same way: 12 t of each. They lay there, and at noon six of each are left.
    [Fact]
    public void One_amount_to_be_ordered_up_to_is_as_long_of_each()
    {
        var camp = Camp().Place<Camp>("camp", camp => camp with { LocalShare = [("food", 0.5)], Stock = Lying });
        var rice = new Commodity("rice") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.5m)) };
        var line = Line("road", "trucks") with
        {
            Commodities = ["food", "rice"], Review = TimeSpan.FromHours(12),
            WhenBelow = Supply.Of(Quantity.Tonnes(23)), UpTo = Supply.Of(Quantity.Tonnes(24)),
        };
        var run = Play.Of((camp with { Commodities = [.. camp.Commodities, rice] }).With(line).Until("12:01"));
        (run.Stock("camp", "food").OnOrder, run.Stock("camp", "rice").OnOrder).Should().Be((6_000_000, 6_000_000));
    }

    private static Supply Lying => Supply.Of(("food", Quantity.Tonnes(12)), ("rice", Quantity.Tonnes(12)));

    // 38 of 48 hours without water: 38,000 person-days. Nobody goes without a ration of fuel.
    [Fact]
    public void Without_fuel_the_pumps_stand_still_and_all_water_must_be_brought()
    {
        var run = Play.Of(Pumped(1));
        run.Tell(HappeningKind.RanOut).Should().Equal("d0 10:00 fuel", "d0 10:00 water");
        run.Tell(HappeningKind.LocalLost).Should().Equal("d0 10:00 water");
        run.Stock("camp", "water").Should().Be(new StockAtEnd(0, 0, 570_000_000, 570_000_000, 0, 0, 24_000));
        run.Stock("camp", "fuel").Should().Be(new StockAtEnd(0, 200_000, 960_000, 760_000, 0, 0, 24_000));
        (run.Result["dry"], run.Result["hungry"]).Should().Be((38_000, 38_000));
    }

    // While they run nothing is needed, so that 30,000 l last from 10:00 to 12:00.
    [Fact]
    public void A_stock_of_water_lasts_from_when_the_pumps_stand_still()
    {
        var run = Play.Of(Pumped(1, litres: 30_000));
        run.Tell(HappeningKind.RanOut).Should().Equal("d0 10:00 fuel", "d0 12:00 water");
        run.Result["dry"].Should().Be(36_000);
    }

    // 6 l of the 15 must be brought while pumps give the rest: 6,000 l an hour, so that 30,000 l last to 5:00. Until 10:00 two fifths
    // of the rations are missing, 2,000 person-days, and then all of them.
    [Fact]
    public void Of_a_part_that_is_found_the_rest_is_brought_until_all_must_be()
    {
        var run = Play.Of(Pumped(0.6, litres: 30_000));
        run.Tell(HappeningKind.RanOut).Should().Equal("d0 05:00 water", "d0 10:00 fuel", "d0 10:00 water");
        run.Result["dry"].Should().Be(40_000);
    }

    // Sent on day 1: loaded 0:30, there 1:30, unloaded 2:00. 480 l last for a day.
    [Fact]
    public void Fuel_that_comes_brings_the_water_back_at_that_instant()
    {
        var line = Line("road", "trucks") with { Commodities = ["fuel"], Send = Rate.PerDay(Quantity.Litres(480)) };
        var run = Play.Of(Pumped(1).With(line));
        run.Tell(HappeningKind.LocalBack).Should().Equal("d1 02:00 water");
        run.Result["dry"].Should().Be(16_000);
    }

    // From nothing needed to 10 hours' worth, 150,000 l, at 10:00: ordered up to 20 hours' worth.
    [Fact]
    public void Water_is_ordered_at_the_instant_at_which_the_need_rises()
    {
        var line = Line("road", "trucks") with
        {
            Commodities = ["water"], WhenBelow = Supply.Of(TimeSpan.FromHours(10)), UpTo = Supply.Of(TimeSpan.FromHours(20)),
        };
        Play.Of(Pumped(1).With(line).Until("11:00")).Tell(HappeningKind.Ordered).Should().Equal("d0 10:00 300000 l water");
    }

    // Pumps burn as much as before.
    [Fact]
    public void What_a_source_needs_is_not_rationed()
    {
        var ration = new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(100)), To = 0.5 };
        Play.Of(Pumped(1) with { Policies = new Policies { Ration = [ration] } }).When(HappeningKind.RanOut, "camp").Should()
            .StartWith("d0 10:00");
    }

    [Fact]
    public void Without_fuel_at_the_start_they_never_run()
    {
        var run = Play.Of(Pumped(1).Place<Camp>("camp", camp => camp with { Stock = Supply.None }));
        run.Result["dry"].Should().Be(48_000);
        run.When(HappeningKind.LocalLost).Should().BeEmpty();
    }

    // Nobody is left to pump for on day 1: 10 of the 200 l an hour... 24,000 people burn 200 l until 10:00; 12,000 would until 20:00.
    [Fact]
    public void Half_the_people_burn_half_as_much() =>
        Play.Of(Pumped(1).Place<Camp>("camp", camp => camp with { People = 12_000 })).Tell(HappeningKind.RanOut).Should()
            .Equal("d0 20:00 fuel", "d0 20:00 water");

    // 0.5 kg instead of 1 kg a day, of which a quarter is found: 9 t a day.
    [Fact]
    public void A_camp_may_have_rations_and_local_shares_of_its_own()
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with
        {
            Rations = [("food", Rate.PerDay(Quantity.Kilograms(0.5m)))], LocalShare = [("food", 0.25)],
        });
        var run = Play.Of(scenario.Plus(new Camp("other") { People = 1000 }).Until("24:00"));
        (run.Stock("camp", "food").Needed, run.Stock("other", "food").Needed).Should().Be((9_000_000, 1_000_000));
    }

    // A day's need of 24,000 people at half a ration is 12 t.
    [Fact]
    public void Days_of_supply_are_of_the_camp_s_own_rations() =>
        Play.Of(Camp().Place<Camp>("camp", camp => camp with
        {
            Stock = Supply.Days(1), Rations = [("food", Rate.PerDay(Quantity.Kilograms(0.5m)))],
        })).Tell(HappeningKind.RanOut).Should().Equal("d1 00:00 food");

    private static Scenario Pumped(double share, decimal litres = 0)
    {
        var source = new LocalSource { Share = share, Needs = "fuel", PerPerson = Rate.PerDay(Quantity.Litres(0.02m)) };
        return (Camp() with
        {
            Commodities =
            [
                new Commodity("water") { Unit = QuantityUnit.Millilitre, PerPerson = Rate.PerDay(Quantity.Litres(15)) },
                new Commodity("fuel") { Unit = QuantityUnit.Millilitre },
            ],
            Measures =
            [
                new Measure("dry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "water" },
                new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays },
            ],
        }).Place<Camp>("camp", camp => camp with
        {
            LocalShare = [("water", source)], Stock = Supply.Of(("water", Quantity.Litres(litres)), ("fuel", Quantity.Litres(200))),
        });
    }
}
