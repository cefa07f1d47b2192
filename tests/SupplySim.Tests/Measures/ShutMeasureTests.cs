using SupplySim.Disruptions;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Measures;

/// <summary>How long a crossing was shut: to all, or to one traffic, to which it may be shut by those who close it to that alone and by
/// those who hold it.</summary>
public sealed class ShutMeasureTests
{
    private static readonly Scenario Bridge = Road().Plus(Traders(Each("1:00"))).Until("120:00") with
    {
        Measures =
        [
            new("all") { Of = "bridge", Is = MeasureKind.Shut },
            new("aid") { Of = "bridge", Is = MeasureKind.Shut, Traffic = "aid", By = SeriesStep.Day },
            new("traders") { Of = "bridge", Is = MeasureKind.Shut, Traffic = "commercial" },
        ],
    };

    // To aid from 24:00 to 60:00, to all from 48:00 to 72:00.
    [Fact]
    public void Closures_to_some_count_for_them_alone_and_what_lies_over_each_other_once() =>
        Days(Bridge.With(Closed("bridge", "24:00", "36:00", id: "decree") with { To = ["aid"] },
            Closed("bridge", "48:00", "24:00"))).Should().Be((1, 2, 1));

    [Theory]
    [InlineData("no", 5)]
    [InlineData("yes", 0)]
    public void Who_holds_it_and_lets_a_traffic_not_pass_shuts_it_to_that(string word, double days)
    {
        var permission = word == "no" ? Permission.No : Permission.Yes;
        Days(Held(permission)).Should().Be((0, days, 0));
    }

    // One way is enough: trucks that cannot come back do not go.
    [Fact]
    public void Shut_one_way_is_shut() =>
        Days(Held(Each<Permission>.Of(("in", Permission.Yes), ("out", Permission.No)))).Should().Be((0, 5, 0));

    // Day 1 and half of day 2, also without a measure of it, so that the report can tell it.
    [Fact]
    public void It_is_told_day_by_day_of_what_may_be_shut_to_some()
    {
        var run = Play.Of(Bridge.With(Closed("bridge", "24:00", "36:00") with { To = ["aid"] })).Result;
        Series(run, "aid").Should().Equal(0, 1, 0.5, 0, 0);
        Series(run, "shut to aid").Should().Equal(0, 1, 0.5, 0, 0);
        Series(run, Column.Shut).Should().Equal(0, 0, 0, 0, 0);
        run.Layout.Series.Should().NotContain(column => column.Measure == "shut to commercial");
        Play.Of(Bridge).Result.Layout.Series.Should().NotContain(column => column.Measure == "shut to aid");
    }

    // What every run tells of each crossing has a name that no measure can have.
    [Fact]
    public void A_measure_called_shut_is_told_by_itself()
    {
        var named = Bridge with { Measures = [new("shut") { Of = "bridge", Is = MeasureKind.Shut, Traffic = "aid", By = SeriesStep.Day }] };
        var run = Play.Of(named.With(Closed("bridge", "24:00", "36:00") with { To = ["aid"] })).Result;
        Series(run, "shut").Should().Equal(0, 1, 0.5, 0, 0);
        Series(run, Column.Shut).Should().Equal(0, 0, 0, 0, 0);
        run.Layout.Series.Select(column => (column.Measure, column.Place)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Only_shut_and_passed_are_of_a_traffic_and_only_of_one_that_there_is() => (Bridge with
    {
        Measures =
        [
            new("passed") { Of = "bridge", Is = MeasureKind.Passed, Traffic = "aid" },
            new("wait") { Of = "bridge", Is = MeasureKind.Wait, Traffic = "aid" },
            new("none") { Of = "bridge", Is = MeasureKind.Shut, Traffic = "pilgrims" },
        ],
    }).Problems().Select(problem => problem.Path).Should().Equal("measures.wait.traffic", "measures.none.traffic");

    private static Scenario Held(Each<Permission> aid) => Bridge.Bridge(bridge => bridge with
    {
        HeldBy = "red", Passage = [("red", [("aid", aid), ("commercial", Permission.Yes)])],
    });

    private static (double All, double Aid, double Traders) Days(Scenario scenario)
    {
        var run = Play.Of(scenario).Result;
        return (run["all", "bridge"], run["aid", "bridge"], run["traders", "bridge"]);
    }

    private static double[] Series(RunResult run, string measure)
    {
        var at = run.Layout.Series.ToList().FindIndex(column => column.Measure == measure);
        return [.. run.Series.Skip(at * run.Layout.Days).Take(run.Layout.Days)];
    }
}
