using CsCheck;
using SupplySim.Experiments;
using SupplySim.Results.Text;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests;

public sealed class SummaryScreenTests
{
    private static readonly RunDirectory Written = new("runs/two-bridges/2026-11-22T134005-feed",
        "runs/two-bridges/2026-11-22T134005-feed/report.html");

    [Fact]
    public void The_screen_is_the_one_kept() =>
        Golden.Matches("summary-screen.txt", SummaryScreen.Of(SmallExperiment.Result, Written));

    [Fact]
    public void Five_alternatives_stand_in_even_blocks()
    {
        var result = SmallExperiment.Result;
        var (contested, quiet) = (result.Alternatives[0], result.Alternatives[1]);

        var screen = SummaryScreen.Of(result with
        {
            Alternatives = [contested, quiet, contested with { Name = "more-flights" }, quiet with { Name = "third-bridge-on-day-16" },
                contested with { Name = "both" }],
        }, Written);

        Golden.Matches("summary-screen-five.txt", screen);
    }

    [Fact]
    public void A_name_wider_than_all_figures_below_it_is_shown_in_full_where_there_is_room()
    {
        var result = WithMeasures(SmallExperiment.Result, m => m.Id == "need-met");
        var screen = SummaryScreen.Of(
            result with { Alternatives = [result.Alternatives[0] with { Name = "third-bridge-on-day-16" }] }, null);

        screen.Should().Contain("third-bridge-on-day-16\n");
    }

    [Fact]
    public void A_scenario_that_measures_nothing_has_no_table_and_no_note_about_it() =>
        SummaryScreen.Of(WithMeasures(SmallExperiment.Result, _ => false), null).Should().NotContain("need met").And.NotContain("±").And
            .NotContain("Ids:");

    [Fact]
    public void It_is_never_wider_than_eighty_columns_whatever_things_are_called() =>
        Gen.String.Where(s => s.Length > 0).Sample(noise =>
        {
            var screen = SummaryScreen.Of(SmallExperiment.Saying(text => text + noise), Written);

            screen.Split('\n').Should().AllSatisfy(line => Lines.Width(line).Should().BeLessThanOrEqualTo(80));
            screen.Where(c => char.IsControl(c) && c != '\n').Should().BeEmpty("nothing may steer the terminal");
        }, iter: 200);

    [Fact]
    public void One_run_has_no_margins_and_no_note_about_them()
    {
        var screen = SummaryScreen.Of(OneRun(), null);

        screen.Should().NotContain("±").And.Contain("1 run × 90 days");
    }

    // Made so that the runs differ in nothing: what is read off them says so, and nothing speaks of a spread.
    [Fact]
    public void Where_nothing_is_random_it_says_so_instead_of_speaking_of_intervals()
    {
        var one = OneRun();
        var settled = one with { Comparisons = [], Runs = 40, RunsPlanned = 40, Alternatives = [.. one.Alternatives.Select(a => a with
        {
            IsAlike = true, IsRandom = false,
            Values = [.. Enumerable.Repeat(a.Values.Take(a.Layout.Columns.Length), 40).SelectMany(run => run)],
        })] };

        SummaryScreen.Of(settled, null).Should().NotContain("±").And.NotContain("5–95").And.NotContain("on average")
            .And.Contain("all 40 runs came out the same: nothing in them is random\n")
            .And.MatchRegex("Helps:  Better than contested in person-days without food: no-fighting\\s+\\(-1\\.\\d+ M\\)");
        Report.Of(settled, null).Should().NotContain("±").And.Contain("All 40 runs came out the same").And.NotContain("pale band");
    }

    // What is rare came in none of them: a share has its interval all the same, and no run stands for the others.
    [Fact]
    public void Where_the_runs_only_happened_to_be_the_same_it_says_so_and_shares_have_their_ends()
    {
        var one = OneRun();
        var alike = one with { Comparisons = [], Runs = 40, RunsPlanned = 40,
            Alternatives = [.. SmallExperiment.Result.Alternatives.Select(a => a with { IsAlike = true, IsRandom = true })] };

        SummaryScreen.Of(alike, null).Should().Contain("all 40 runs came out the same; what is rare may come in others\n").And
            .NotContain("nothing in them is random")
            .And.MatchRegex(@"in \d+ % \[\d+–\d+\]").And.Contain("[ ] are its two ends");
        Report.Of(alike, null).Should().Contain("All 40 runs came out the same; what is rare may come in others; [ ] are its two ends").And
            .NotContain("nothing in them is random");
    }

    [Fact]
    public void Without_a_report_the_folder_is_named() =>
        SummaryScreen.Of(SmallExperiment.Result, new("runs/x", null)).Should().EndWith("\nresult  runs/x\n");

    [Fact]
    public void A_stopped_experiment_says_how_far_it_came() =>
        SummaryScreen.Of(SmallExperiment.Result with { RunsPlanned = 200 }, null).Should().Contain("40 of 200 runs × 90 days");

    [Fact]
    public void An_experiment_that_knows_enough_says_so_and_that_its_level_is_nominal()
    {
        var screen = SummaryScreen.Of(Watched(ExperimentEnd.HalfWidth, 200), null).ReplaceLineEndings(" ").Replace("        ", "",
            StringComparison.Ordinal);

        screen.Should().Contain("40 of 200 runs × 90 days").And.Contain(
            "Ended:  after 40 runs of 200, since `hungry` in contested is known to ±5 % of its mean or ±500; intervals are sequential, "
                + "their level nominal");
    }

    [Fact]
    public void One_that_does_not_says_how_closely_it_knows() =>
        SummaryScreen.Of(Watched(ExperimentEnd.AllRuns, 40), null).Should()
            .Contain("Note:   `hungry` in contested is not known to ±5 % of its mean").And.MatchRegex(@"only\s+to\s+±[\d.]+ %");

    [Fact]
    public void One_told_to_stop_says_nothing_of_it() =>
        SummaryScreen.Of(Watched(ExperimentEnd.Cancelled, 200), null).Should().NotContain("Ended:").And.NotContain("Note:");

    private static ExperimentResult Watched(ExperimentEnd ended, int planned) => SmallExperiment.Result with
    {
        RunsPlanned = planned,
        Ended = ended,
        Scenario = SmallExperiment.Result.Scenario with
        {
            Experiment = SmallExperiment.Result.Scenario.Experiment with
            {
                StopWhen = new StopRule { HalfWidth = 0.05, Of = "hungry", NeverBelow = 500 },
            },
        },
    };

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void The_culture_changes_nothing(string culture) =>
        InCulture.Of(culture, () => SummaryScreen.Of(SmallExperiment.Result, Written))
            .Should().Be(SummaryScreen.Of(SmallExperiment.Result, Written));

    private static ExperimentResult WithMeasures(ExperimentResult result, Func<Measure, bool> which) =>
        result with { Scenario = result.Scenario with { Measures = [.. result.Scenario.Measures.Where(which)] } };

    private static ExperimentResult OneRun()
    {
        var result = SmallExperiment.Result;
        return result with
        {
            Runs = 1,
            RunsPlanned = 1,
            Alternatives = [.. result.Alternatives.Select((a, shut) => a with
            {
                Measures = [.. a.Measures.Select((m, i) => m with
                {
                    Estimate = m.Column is { Measure: "recovery", Detail: null } && shut > 0 ? Statistics.Estimate.OfNone()
                        : m.Column.MayBeNever ? Statistics.Estimate.OfPossible([a.Values[i]])
                        : Statistics.Estimate.Of([a.Values[i]]),
                })],
            })],
        };
    }
}
