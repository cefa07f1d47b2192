using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Measures;

/// <summary>What is counted in a run, day by day, worked out by hand.</summary>
public sealed class DailyTests
{
    private static Measure By(string id, string of, MeasureKind kind) => new(id) { Of = of, Is = kind, By = SeriesStep.Day };

    // A truck of ten tons at each midnight but the first: at the bridge after 1:30 and 4:20, unloaded after 3:20; midnight itself is the
    // day's before it. Traders from 1:00 on, one an hour.
    [Fact]
    public void What_came_and_who_passed_is_told_of_each_day_and_adds_up_to_the_run()
    {
        var run = Run(Daily().Plus(Traders(Each("1:00"))).Until("72:00") with
        {
            Measures =
            [
                By("brought", "town", MeasureKind.Delivered), By("sent", "town", MeasureKind.Sent),
                By("crates", "town", MeasureKind.Delivered) with { Commodity = "crate" }, By("all", "bridge", MeasureKind.Passed),
                By("aid", "bridge", MeasureKind.Passed) with { Traffic = "aid" },
                By("traders", "bridge", MeasureKind.Passed) with { Traffic = "commercial" },
            ],
        });
        Days(run, "sent").Should().Equal(10, 10, 0);
        Days(run, "brought").Should().Equal(0, 10, 10);
        Days(run, "crates").Should().Equal(0, 1, 1);
        Days(run, "aid").Should().Equal(0, 2, 2);
        Days(run, "traders").Should().Equal(23, 24, 24);
        Days(run, "all").Should().Equal(23, 26, 26);
        foreach (var column in run.Layout.Series.Where(one => one.Measure != Column.Shut))
            Days(run, column.Measure).Sum().Should().Be(run[column.Measure, column.Place!]);
    }

    // 24,000 eat 24 t a day, and 1,000 leave at midnight.
    [Fact]
    public void Of_stocks_and_people_it_is_told_how_a_day_ends()
    {
        var camp = Camp().Place<Camp>("camp", camp => camp with { Stock = Food(60), Departures = Arrivals.Constant(1000) }).Until("48:00");
        var run = Run(camp with
        {
            Measures = [By("there", "camp", MeasureKind.Stock), By("living", "camp", MeasureKind.People)],
        });
        Days(run, "there").Should().Equal(36, 13);
        Days(run, "living")[0].Should().Be(23_000);
        (run["there", "camp"], run["living", "camp"]).Should().Be((Days(run, "there")[^1], Days(run, "living")[^1]));
    }

    // 20 t last 20 h: fully ready for 10 h, half as ready in the mean for 10, and then not at all.
    [Fact]
    public void Of_readiness_it_is_the_mean_of_the_day()
    {
        var guard = Camp() with
        {
            Commodities = [new Commodity("shells") { Unit = QuantityUnit.Gram }],
            Places =
            [
                Camp().Places[0],
                new Force("guard")
                {
                    Needs = [("shells", new Rate(Quantity.Tonnes(1), TimeSpan.FromHours(1)))],
                    Stock = Supply.Of(("shells", Quantity.Tonnes(20))), Docks = 10, Unloading = Minutes(30),
                    Readiness = new Readiness { Wanted = TimeSpan.FromHours(10) },
                },
            ],
            Routes = [Leg("depot", "guard", 60)],
            Fleets = [Camp().Fleets[0]],
            Measures = [By("ready", "forces", MeasureKind.Readiness)],
        };
        var run = Run(guard.Until("48:00"));
        Days(run, "ready")[0].Should().BeApproximately(15.0 / 24, 1e-9);
        Days(run, "ready")[1].Should().Be(0);
        Days(run, "ready").Average().Should().BeApproximately(run["ready"], 1e-12);
    }

    // Half a day at the end is a day of its own.
    [Fact]
    public void A_day_that_is_cut_short_has_what_came_in_it()
    {
        var run = Run(Daily().Until("28:00") with { Measures = [By("brought", "town", MeasureKind.Delivered)] });
        Days(run, "brought").Should().Equal(0, 10);
    }

    [Fact]
    public void A_stock_without_end_and_a_crossing_have_none_that_could_be_measured() => (Camp() with
    {
        Measures = [new("endless") { Of = "depot", Is = MeasureKind.Stock }, new("fine") { Of = "camp", Is = MeasureKind.Stock }],
    }).Problems().Should().ContainSingle().Which.Message.Should().Contain("the stock of 'depot' is unlimited");

    private static RunResult Run(Scenario scenario) => Play.Of(scenario).Result;

    private static double[] Days(RunResult run, string measure)
    {
        var at = run.Layout.Series.ToList().FindIndex(column => column.Measure == measure);
        return [.. run.Series.Skip(at * run.Layout.Days).Take(run.Layout.Days)];
    }
}
