using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Results.Tests.Pages;

/// <summary>What a measure was asked for day by day is drawn and stands in a table.</summary>
public sealed class DaysSectionTests
{
    // 24 t are eaten a day of 100 t; a truck of ten tons is sent each midnight but the first, and is there at 2:30.
    [Fact]
    public void What_came_and_what_lies_there_are_told_in_words_and_figures()
    {
        var page = Report.Of(Experiment.Run(Fed(By("brought", MeasureKind.Delivered), By("there", MeasureKind.Stock)),
            new() { Runs = 2, Seed = 1 }), null);

        page.Should().Contain("<section id=\"days\"><h2>Day by day</h2>").And.Contain("2 runs, which are all the same");
        page.Should().Contain("<h3>Goods delivered, camp</h3>").And
            .Contain("The median is greatest on day 1, at 10 t, and least on day 0, at 0 t.").And
            .Contain("Tonnes of the day: median (5–95 % of runs); day 0 is the first");
        page.Should().Contain("<h3>Goods in stock, camp</h3>").And
            .Contain("The median is greatest on day 0, at 76 t, and least on day 2, at 48 t.").And.Contain("Tonnes at the end of the day");
        page.Should().Contain("id=\"days-0-0\"").And.Contain("id=\"days-1-0\"");
    }

    [Fact]
    public void Where_none_is_asked_for_there_is_no_such_section() =>
        Report.Of(Experiment.Run(Fed(By("lasts", MeasureKind.StockPerNeed), new("brought") { Of = "camp", Is = MeasureKind.Delivered }),
            new() { Runs = 2, Seed = 1 }), null).Should().NotContain("Day by day");

    private static Measure By(string id, MeasureKind kind) => new(id) { Of = "camp", Is = kind, By = SeriesStep.Day };

    private static Scenario Fed(params Measure[] measures) => new()
    {
        Title = "Ten tons a day",
        Clock = new Clock { Length = TimeSpan.FromDays(3) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 1, Loading = (Duration)TimeSpan.FromMinutes(30) },
            new Camp("camp") { People = 24_000, Stock = Supply.Of(("food", Quantity.Tonnes(100))), Docks = 1,
                Unloading = (Duration)TimeSpan.FromMinutes(30) },
        ],
        Routes = [new("depot", "camp") { Length = Distance.FromKilometres(60), Speed = Speed.FromKilometresPerHour(60) }],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", Send = Rate.PerDay(Quantity.Tonnes(10)) }],
        Measures = [.. measures],
    };
}
