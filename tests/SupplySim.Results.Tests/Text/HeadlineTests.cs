using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Text;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests.Text;

public sealed class HeadlineTests
{
    private static readonly ExperimentResult Result = SmallExperiment.Result;
    private static readonly ExperimentResult Quiet = Result with { Alternatives = [Result.Alternatives[1]] };

    [Fact]
    public void It_says_what_was_shut_and_who_ran_short_how_often_and_by_when() => Headline.Of(Result).Should().Be(
        "In this model, under contested, a camp falls below 7 days of supply in 38 of 40 runs, half of these by day 14 (15 Mar 2020); 88 % "
            + "of what the camps went without is due to Old Bridge, 72 % as it was shut for 22 of 90 days on average.");

    // Ninety days are dates to most readers; where the clock has no start none is made up.
    [Fact]
    public void A_day_has_its_date_where_there_is_one()
    {
        Headline.Of(Result).Should().Contain("half of these by day 14 (");
        Headline.Of(Result with { Scenario = Result.Scenario with { Clock = new Clock { Length = TimeSpan.FromDays(90) } } }).Should()
            .Contain("half of these by day 14; ");
    }

    [Fact]
    public void Where_too_few_trucks_delay_most_no_closure_is_named() =>
        Headline.Of(HeldBy(("trucks", "no-vehicle", 9), ("old-bridge", "physical", 1))).Should().EndWith(
            "; 90 % of what the camps went without is due to loads waiting for trucks.");

    [Fact]
    public void Where_opening_hours_or_clearance_delay_most_that_is_said()
    {
        Headline.Of(HeldBy(("old-bridge", "hours", 9), ("old-bridge", "physical", 1))).Should()
            .EndWith("; 90 % of what the camps went without is due to Old Bridge, where what was sent waited for opening hours.");
        Headline.Of(HeldBy(("old-bridge", "clearance", 1))).Should().Contain("waited for clearance");
        Headline.Of(HeldBy(("mill - old-bridge", "slow", 1))).Should().EndWith("is due to slow driving on mill – Old Bridge.");
    }

    [Fact]
    public void One_place_and_one_day_are_told_as_one()
    {
        var oneDay = Quiet.Scenario with
        {
            Places = [.. Quiet.Scenario.Places.Select(place =>
                place is Camp camp ? camp with { WarnBelow = TimeSpan.FromDays(1) } : place)],
        };
        Headline.Of(Quiet with { Scenario = oneDay }).Should()
            .StartWith("In this model no camp falls below 1 day of supply in any of 40 runs; ");
        var food = Quiet.Scenario with
        {
            Measures = [.. Quiet.Scenario.Measures.Where(one => one.Is == MeasureKind.FirstTimeBelowWarning)
                .Select(one => one with { Commodity = "food" })],
        };
        Headline.Of(Quiet with { Scenario = food, Alternatives = [OfFood(Quiet.Alternatives[0])] }).Should()
            .StartWith("In this model no camp falls below 7 days of food in any of 40 runs; ");
        var cedar = Quiet.Scenario with { Measures = [new("need-met") { Of = "cedar", Is = MeasureKind.ConsumedPerNeed }] };
        Headline.Of(Quiet with { Scenario = cedar }).Should().MatchRegex("Cedar camp and host towns gets [0-9.]+ %.* of what it needs; ");
    }

    // A closure that binds some traffic alone, and of which everybody knew: nobody waited before it, and nothing was ordered.
    [Theory]
    [InlineData("known to be shut to aid and military traffic", "aid", "military")]
    [InlineData("known to be shut")]
    public void What_was_known_to_be_shut_to_some_is_told_by_how_long(string known, params string[] to)
    {
        var quiet = Quiet.Alternatives[0];
        var scenario = quiet.Scenario with { Disruptions = [new Closure("toll") { Close = "old-bridge", To = [.. to], At = Moment.Day(0) }],
            SupplyLines = [new SupplyLine("trade") { From = "harbour", To = "cedar", By = "trucks" }] };
        Headline.Of(Quiet with
        {
            Scenario = scenario,
            Alternatives = [quiet with { Scenario = scenario, RunOuts = Result.Alternatives[0].RunOuts,
                HeldUp = [SmallExperiment.Lacking("cedar", "old-bridge", "not-ordered", 1)],
                Paused = [new("trade", TimeSpan.FromDays(12))] }],
        }).Should().EndWith("; 100 % of what the camps went without is due to Old Bridge, which was " + known + " for 12 of 90 days.");
    }

    [Fact]
    public void What_is_late_and_missed_by_nobody_is_no_answer() => Headline.Of(Quiet with
    {
        Alternatives = [Quiet.Alternatives[0] with { HeldUp = [SmallExperiment.Lacking("cedar", "trucks", "no-vehicle", 1)] }],
    }).Should().EndWith("; no crossing is shut.");

    [Fact]
    public void It_says_that_nothing_happened_where_nothing_did() => Headline.Of(Quiet).Should().Be(
        "In this model no camp falls below 7 days of supply in any of 40 runs; no crossing is shut.");

    [Fact]
    public void A_closure_to_some_traffic_is_not_called_none()
    {
        var quiet = Quiet.Alternatives[0];
        var closure = new Closure("trade-ban") { Close = "old-bridge", To = ["commercial"], At = Moment.Day(3) };
        var blamed = Quiet with
        {
            Alternatives = [quiet with { Scenario = quiet.Scenario with { Disruptions = [closure] },
                Blamed = [new BlamedWait("trade-ban (policy)", TimeSpan.FromDays(3))] }],
        };
        Headline.Of(blamed).Should().StartWith("In this model no camp falls").And
            .EndWith("; Old Bridge is shut at times, to commercial traffic alone.");
    }

    [Fact]
    public void One_run_has_no_averages() => Headline.Of(WithShortage([9.2])).Should().Be(
        "In this model a camp falls below 7 days of supply on day 9 (10 Mar 2020); 88 % of what the camps went without is due to Old "
            + "Bridge, 72 % as it was shut for 22 of 90 days.");

    [Fact]
    public void One_run_in_which_nothing_happens_is_not_counted() => Headline.Of(WithShortage([double.NaN])).Should().Contain(
        " no camp falls below 7 days of supply; ");

    [Fact]
    public void What_happened_once_has_no_half() => Headline.Of(WithShortage([double.NaN, 31.9, double.NaN])).Should().Contain(
        " a camp falls below 7 days of supply in 1 of 3 runs, on day 31 (1 Apr 2020); ");

    [Fact]
    public void What_always_happened_is_said_of_all_runs() => Headline.Of(WithShortage([4.5, 9.5, 31.9])).Should().Contain(
        " a camp falls below 7 days of supply in all 3 runs, in half of them by day 9 (10 Mar 2020); ");

    [Fact]
    public void Without_a_measure_of_shortage_the_need_met_counts() => Headline.Of(Measuring("need-met")).Should().Contain(
        " the camps get 70 % ±2 of what they need; ");

    [Fact]
    public void Without_either_the_first_measure_counts() => Headline.Of(Measuring("hungry")).Should().Contain(
        " there are 1.94 M ±0.09 M person-days without food; ");

    [Fact]
    public void Without_any_measure_it_says_so() => Headline.Of(Measuring("none")).Should().Contain(" nothing is measured; ");

    // Wherever it was.
    [Fact]
    public void Where_nothing_was_late_that_is_said() => Headline.Of(Result with
    {
        Alternatives = [Result.Alternatives[0] with
        {
            HeldUp = [SmallExperiment.Lacking("cedar", "cedar", "too-little", 40),
                SmallExperiment.Lacking("aster", "aster", "too-little", 20), SmallExperiment.Lacking("cedar", "old-bridge", "hours", 40)],
        }],
    }).Should()
        .EndWith("; nothing was late for 60 % of what the camps went without: too little was ordered or sent, or it was ordered too late.");

    // Who orders asks for no more than a limited stock has: that is not ordering too little.
    [Fact]
    public void Where_the_store_had_no_more_that_is_said()
    {
        var first = Result.Alternatives[0];
        var scenario = first.Scenario with
        {
            Places = first.Scenario.Places.Add(new Depot("store") { Name = "The store", Stock = Supply.Of(("food", Quantity.Tonnes(9))) }),
            SupplyLines = [new SupplyLine("from-store")
            {
                From = "store",
                To = "cedar",
                By = "trucks",
                WhenBelow = Supply.Days(3),
                UpTo = Supply.Days(5),
            }],
        };
        Headline.Of(
            Result with
            {
                Alternatives = [first with { Scenario = scenario, HeldUp = [SmallExperiment.Lacking("cedar", "cedar", "too-little", 40)] }],
            })
            .Should().EndWith("too little was ordered or sent, or it was ordered too late, or The store had no more.");
    }

    [Fact]
    public void What_was_not_ordered_is_told_as_that() =>
        Headline.Of(HeldBy(("mill - old-bridge", "not-ordered", 9), ("old-bridge", "hours", 1))).Should().Contain(
            "; 90 % of what the camps went without was not ordered, as mill – Old Bridge was known to be shut");

    [Fact]
    public void A_capture_is_told_by_how_often_it_happens()
    {
        var first = Result.Alternatives[0];
        var measure = new Measure("taken") { Of = "old-bridge", Is = MeasureKind.FirstTimeCaptured };
        var column = first.Measures[0].Column with { Measure = "taken", Place = "old-bridge", Commodity = null, Detail = null,
            MayBeNever = true };
        var taken = first with
        {
            Layout = first.Layout with { Columns = [column] },
            Measures = [first.Measures[0] with { Column = column,
                Estimate = Estimate.OfPossible([.. Enumerable.Range(0, 40).Select(run => run < 30 ? 12.5 : double.NaN)]) }],
        };
        Headline.Of(Result with { Scenario = Result.Scenario with { Measures = [measure] }, Alternatives = [taken] }).Should()
            .StartWith("In this model Old Bridge is captured in 30 of 40 runs; ");
    }

    [Fact]
    public void What_happens_on_the_first_day_does_not_happen_by_it()
    {
        var first = Result.Alternatives[0];
        MeasureEstimate Sooner(MeasureEstimate one) =>
            double.IsFinite(one.Estimate.P50) ? one with { Estimate = one.Estimate with { P50 = 0.25 } } : one;
        Headline.Of(Result with { Alternatives = [first with { Measures = [.. first.Measures.Select(Sooner)] }] }).Should()
            .Contain(" in 38 of 40 runs, half of these on day 0 (1 Mar 2020); ");
    }

    // Nobody falls below a level below whom it lies from the start: a stock that nobody knows, drawn below it.
    [Theory]
    [InlineData(" a camp is below 7 days of supply from the start; ", 0.0)]
    [InlineData(" a camp is below 7 days of supply from the start in all 2 runs; ", 0.0, 1e-6)]
    [InlineData(" a camp is below 7 days of supply from the start in 2 of 3 runs; ", 0.0, double.NaN, 0.0)]
    [InlineData(" a camp is below 7 days of supply from the start in 2 of 4 runs, and falls below it later in 1 more; ", 0.0, 0.0, 9.5,
        double.NaN)]
    [InlineData(" a camp is below 7 days of supply from the start in 1 of 4 runs, and falls below it later in 3 more; ", 0.0, 0.1, 0.2, 9.5)]
    [InlineData(" a camp falls below 7 days of supply in all 3 runs, in half of them by day 9 (10 Mar 2020); ", 0.0, 9.5, 31.9)]
    public void Who_is_below_from_the_start_does_not_fall(string said, params double[] days)
    {
        var result = WithShortage(days);
        var first = result.Alternatives[0];
        var column = first.Layout.Columns.ToList().FindIndex(one => one is { Measure: "first-shortage", Place: null, Detail: null });
        double[] values = [.. days.SelectMany(day => Enumerable.Range(0, first.Layout.Columns.Length)
            .Select(at => at == column ? day : double.NaN))];
        Headline.Of(result with { Alternatives = [first with { Values = [.. values] }] }).Should().Contain(said);
    }

    private static ExperimentResult HeldBy(params (string Where, string Cause, int Days)[] causes) => Result with
    {
        Alternatives = [Result.Alternatives[0] with
        {
            HeldUp = [.. causes.Select(one => SmallExperiment.Lacking("cedar", one.Where, one.Cause, one.Days))],
        }],
    };

    private static ExperimentResult Measuring(string measure) => Result with
    {
        Scenario = Result.Scenario with { Measures = [.. Result.Scenario.Measures.Where(m => m.Id == measure)] },
    };

    private static AlternativeResult OfFood(AlternativeResult one)
    {
        Column Of(Column column) => column with { Commodity = "food" };
        return one with
        {
            Layout = new ResultLayout { Columns = [.. one.Layout.Columns.Select(Of)], Series = one.Layout.Series, Days = one.Layout.Days },
            Measures = [.. one.Measures.Select(measured => measured with { Column = Of(measured.Column) })],
        };
    }

    private static ExperimentResult WithShortage(double[] days)
    {
        var first = Result.Alternatives[0];
        return Result with
        {
            Runs = days.Length,
            Alternatives =
            [
                first with
                {
                    Measures = [.. first.Measures.Select(m => m.Column is { Measure: "first-shortage", Place: null }
                        ? m with { Estimate = Estimate.OfPossible(days) }
                        : m)],
                },
            ],
        };
    }
}
