using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Measures;

/// <summary>A measure of one commodity tells of that alone, day by day and of when it first ran low. Of
/// 24,000 people each needs 1 kg of food a day, 24 t, and 100 g of medicine, 2.4 t: of 100 t food lasts 100
/// h, of 1.2 t medicine 12 h.</summary>
public sealed class CommodityMeasureTests
{
    private static readonly Scenario Scarce = (Camp() with
    {
        Commodities = [Camp().Commodities[0],
            new Commodity("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.1m)) }],
    }).Idle().Until("48:00").Place<Camp>("camp", camp => camp with
    {
        WarnBelow = TimeSpan.FromHours(10), Stock = Supply.Of(("food", Quantity.Tonnes(100)), ("medicine", Quantity.Tonnes(1.2m))),
    });

    [Theory]
    [InlineData(MeasureKind.StockPerNeed, "food", 76.0 / 24, 52.0 / 24)]
    [InlineData(MeasureKind.StockPerNeed, "medicine", 0, 0)]
    [InlineData(MeasureKind.StockPerNeed, null, 0, 0)]
    [InlineData(MeasureKind.ConsumedPerNeed, "food", 1, 1)]
    [InlineData(MeasureKind.ConsumedPerNeed, "medicine", 0.5, 0)]
    [InlineData(MeasureKind.ConsumedPerNeed, null, 25.2 / 26.4, 24 / 26.4)]
    [InlineData(MeasureKind.UnmetPersonDays, "food", 0, 0)]
    [InlineData(MeasureKind.UnmetPersonDays, "medicine", 12_000, 24_000)]
    [InlineData(MeasureKind.UnmetPersonDays, null, 12_000, 24_000)]
    public void Each_day_is_of_the_commodity_that_is_named(MeasureKind kind, string? commodity, double first, double second)
    {
        // Beside it the others, which must not get into each other's way.
        Measure Of(string id, string? what) => new(id) { Of = "camp", Is = kind, Commodity = what, By = SeriesStep.Day };
        var run =
            Play.Of(Scarce with { Measures = [Of("z", "food"), Of("asked", commodity), Of("a", "medicine"), Of("all", null)] }).Result;
        var series = run.Layout.Series.ToList().FindIndex(column => column.Measure == "asked");
        run.Layout.Series[series].Commodity.Should().Be(commodity);
        run.Series[series * 2].Should().BeApproximately(first, 1e-6);
        run.Series[series * 2 + 1].Should().BeApproximately(second, 1e-6);
    }

    // Medicine is below 10 h at 2:00, and with it the camp; food never.
    [Theory]
    [InlineData("food", double.NaN)]
    [InlineData("medicine", 2.0 / 24)]
    [InlineData(null, 2.0 / 24)]
    public void The_first_time_below_the_warning_level_is_that_of_the_commodity(string? commodity, double days)
    {
        var run =
            Play.Of(
                Scarce with
                {
                    Measures = [new Measure("first") { Of = "camp", Is = MeasureKind.FirstTimeBelowWarning, Commodity = commodity }],
                });
        var first = run.Result["first", "camp", commodity];
        if (double.IsNaN(days)) first.Should().Be(double.NaN);
        else first.Should().BeApproximately(days, 1e-5);
        run.When(HappeningKind.RanShort).Should().ContainSingle(because: "the story is of the camp, whatever is measured");
    }

    // Short at 6:00: of food the next whole day is met, 18 h later, of medicine none.
    [Theory]
    [InlineData("food", 18.0 / 24)]
    [InlineData("medicine", double.NaN)]
    public void The_need_is_met_again_for_the_commodity(string commodity, double days)
    {
        var after = Condition.Stock("camp").IsBelow(TimeSpan.FromHours(6));
        var enough = Scarce.Until("216:00").Place<Camp>("camp",
            camp => camp with { Stock = Supply.Of(("food", Quantity.Tonnes(400)), ("medicine", Quantity.Tonnes(1.2m))) });
        var run =
            Play.Of(
                enough with
                {
                    Measures = [new Measure("recovery")
                    {
                        Of = "camp",
                        Is = MeasureKind.TimeToRecover,
                        Commodity = commodity,
                        After = after,
                    }],
                });
        var took = run.Result["recovery", "camp", commodity];
        if (double.IsNaN(days)) took.Should().Be(double.NaN);
        else took.Should().BeApproximately(days, 1e-5);
    }

    [Fact]
    public void What_is_noted_of_one_commodity_changes_no_outcome()
    {
        var asked = Play.Of(
            Scarce with { Measures = [new Measure("first") { Of = "camp", Is = MeasureKind.FirstTimeBelowWarning, Commodity = "food" }] });
        asked.Result.OutcomeFingerprint.Should().Be(Play.Of(Scarce).Result.OutcomeFingerprint);
    }
}
