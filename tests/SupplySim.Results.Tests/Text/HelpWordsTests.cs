using System.Text.Json.Nodes;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests.Text;

/// <summary>What would help most, in a sentence, in summary.json and in the report: by the measure that
/// tells, on the same luck, ties said as ties.</summary>
public sealed class HelpWordsTests
{
    private const int Runs = 40;

    /// <summary>Ten that are better by 500,000 and two that differ from one another by nothing but luck.</summary>
    [Fact]
    public void Those_that_do_better_are_named_in_order_and_ties_are_said_as_ties()
    {
        var result = Of(("little", -100_000, 1), ("most", -900_000, 1), ("much", -500_000, 1), ("as-much", -499_900, 30_000),
            ("nothing", 0, 0), ("now-so-now-so", 0, 90_000), ("bad", 300_000, 1));

        HelpWords.Sentence(result).Should()
            .MatchRegex("^better than contested in person-days without food, most first: most \\(-900,000 ±1,?\\d*\\); much \\(-500,000 "
                + "±1,?\\d*\\) and, "
            + "not to be told from it, as-much \\(-\\d+,\\d+ ±\\d+,\\d+\\); little \\(-100,000 ±1,?\\d*\\)\\. Worse: bad \\(\\+300,000 "
            + "±1,?\\d*\\)\\. "
            + "Not to be told from contested: now-so-now-so \\(.+\\)\\. The same as contested in every run: nothing\\.$");
        SummaryScreen.Of(result, null).Should()
            .Contain("\nHelps:  Better than contested in person-days without food, most first: most\n        (-900,000");
        Report.Of(result, null).Should().Contain("<p>Better than contested in person-days without food, most first: most (-900,000");
    }

    /// <summary>Nobody's fighting, and no flights, is a remedy: what is said is true of both.</summary>
    [Fact]
    public void Nothing_is_called_a_remedy() =>
        HelpWords.Sentence(Of(("no-war", -900_000, 1)))!.ToLowerInvariant().Should().StartWith("better than contested").And
            .NotContain("help").And.NotContain("remed").And.NotContain("most first");

    [Fact]
    public void Where_none_can_be_told_to_help_that_is_said_with_how_much_it_might()
    {
        HelpWords.Sentence(Of(("luck", 0, 90_000))).Should().MatchRegex(
            "^no alternative can be told to do better than contested in person-days without food\\. Not to be told from contested: luck "
                + "\\(.\\d+,\\d+ ±\\d+,\\d+\\)\\.$");
        HelpWords.Sentence(Of(("same", 0, 0))).Should().Be(
            "no alternative can be told to do better than contested in person-days without food. The same as contested in every "
                + "run: same.");
    }

    // In four of forty runs nobody goes hungry any more: a mean over all says little of it.
    [Fact]
    public void Of_what_is_better_in_few_runs_and_worse_in_none_that_is_told()
    {
        var rare = Of(("rare", 0, 0)) is var result
            ? result with
            {
                Alternatives = [.. result.Alternatives.Select((one, i) =>
                    Every(one, "hungry", run => run % 10 == 0 ? (i == 0 ? 60_000 + 40_000 * run : 0) : 0))],
            }
            : null!;
        HelpWords.Sentence(rare).Should()
            .MatchRegex(@"Not to be told from contested: rare \(-.+ ±.+; better in 4 runs, worse in none\)\.$");
    }

    [Fact]
    public void Where_something_else_runs_out_more_often_than_what_is_measured_that_is_told()
    {
        var most = Of(("most", -900_000, 1));
        var first = most.Alternatives[0];
        var dry = most with { Alternatives = most.Alternatives.SetItem(0,
            first with { RunOuts = [.. first.RunOuts, new("cedar", "water", Estimate.OfPossible([.. Enumerable.Repeat(3.0, Runs)]))] }) };
        HelpWords.Sentence(dry).Should().EndWith(" That is of food alone; under contested, water runs out more often.");
        HelpWords.Sentence(most).Should().NotContain("alone");
    }

    /// <summary>By itself such a difference leaves zero out; of a dozen that come of luck, one does.</summary>
    [Fact]
    public void What_is_told_by_itself_and_not_beside_all_others_says_so()
    {
        var one = Of([.. Enumerable.Range(0, 12).Select(i => ($"luck-{i}", i == 5 ? -33_000.0 : 0, 240_000.0))]);

        var doubtful = Summary.Of(one, null).Helps[0].Alternatives.First(other => other.Alternative == "luck-5");
        (doubtful.Verdict, Math.Abs(doubtful.Difference!.Value) > doubtful.HalfWidth, doubtful.Rank).Should().Be(("untold", true, null));
        HelpWords.Sentence(one).Should().Contain("Not to be told from contested with all 120 comparisons judged together: ").And
            .EndWith(" and 4 more.");
    }

    [Fact]
    public void Where_nobody_goes_without_the_next_measure_is_told_besides()
    {
        var best = Of(("worse", 700_000, 1)) is var result
            ? result with { Alternatives = [.. result.Alternatives.Select((one, i) => i == 0 ? Every(one, "hungry", _ => 0) : one)] }
            : null!;

        HelpWords.Sentence(best).Should().MatchRegex(
            "^no alternative can do better than contested in person-days without food, which is at its best in every run\\. Worse: worse "
                + "\\(.+\\)\\. "
            + "No alternative can be told to do better than contested in need met, camps\\. The same as contested in every run: worse\\.$");
        Summary.Of(best, null).Helps.Select(one => one.Measure).Should().Equal("hungry", "need-met");
    }

    [Fact]
    public void From_one_run_or_where_runs_have_failed_nothing_can_be_told()
    {
        var result = Of(("most", -900_000, 1));
        HelpWords.Sentence(result with { Failures = [new("contested", 3, "failed")] }).Should().Be(
            "runs have failed, so it cannot be told which alternative does better than contested in person-days without food.");
        HelpWords.Sentence(result with { Runs = 1 }).Should()
            .Be("from one run it cannot be told which alternative does better than contested in person-days without food.");
        Summary.Of(result with { Failures = [new("contested", 3, "failed")] }, null).Helps.Single().Alternatives.Single().Verdict.Should()
            .Be("untold");
    }

    /// <summary>That it happened in both runs of one and in neither of the other may be luck, unless nothing is random.</summary>
    [Fact]
    public void Two_runs_do_not_tell_how_often_something_happens_unless_nothing_is_random()
    {
        var (first, other) = (SmallExperiment.Result.Alternatives[0], SmallExperiment.Result.Alternatives[1]);
        var columns = first.Layout.Columns.Length;
        AlternativeResult Two(AlternativeResult one, bool settled) =>
            one with { IsAlike = settled, IsRandom = !settled, Values = [.. one.Values.Take(2 * columns)] };
        ExperimentResult Both(bool settled) => SmallExperiment.Result with
        {
            Runs = 2,
            Alternatives = [Two(first, settled), Two(other, settled)],
            Scenario = SmallExperiment.Result.Scenario with
            {
                Measures = [.. SmallExperiment.Result.Scenario.Measures.Where(one => one.Id == "first-shortage")],
            },
        };

        HelpWords.Sentence(Both(settled: false)).Should().StartWith(
            "no alternative can be told to do better than contested in a camp below 7 d, in runs. Not to be told from contested");
        HelpWords.Sentence(Both(settled: true)).Should()
            .StartWith("better than contested in a camp below 7 d, in runs: no-fighting (-100 points)");
    }

    // Three runs that all differ by the same say nothing of how others vary, where anything in them is random.
    [Fact]
    public void Few_runs_that_differ_alike_do_not_tell_unless_nothing_is_random()
    {
        ExperimentResult All(bool settled)
        {
            var made = Of(("most", -900_000, 0));
            var columns = made.Alternatives[0].Layout.Columns.Length;
            return made with
            {
                Runs = 3,
                Alternatives = [.. made.Alternatives.Select(one => one with
                {
                    IsAlike = true, IsRandom = !settled, Replications = [0, 1, 2],
                    Values = [.. Enumerable.Repeat(one.Values.Take(columns), 3).SelectMany(run => run)],
                })],
            };
        }

        HelpWords.Sentence(All(settled: false)).Should()
            .Be("no alternative can be told to do better than contested in person-days without food. Too few runs to tell, since what "
                + "comes in one run of 2 "
            + "may be in none of these 3 (a mean is judged from 30 on): most (-900,000; better in 3 runs, worse in none).");
        HelpWords.Sentence(All(settled: true)).Should().StartWith("better than contested in person-days without food: most");
    }

    [Fact]
    public void Where_there_is_one_alternative_or_nothing_to_be_better_in_nothing_is_said()
    {
        HelpWords.Sentence(Of()).Should().BeNull();
        SummaryScreen.Of(Of(), null).Should().NotContain("Helps:");
        var result = Of(("most", -900_000, 1));
        HelpWords.Sentence(
            result with { Scenario = result.Scenario with { Measures = [new("got") { Of = "camps", Is = MeasureKind.Delivered }] } })
                .Should().BeNull();
    }

    /// <summary>The ranks are those of the words: one and the same of those that cannot be told from the first of them.</summary>
    [Fact]
    public void The_document_says_the_same()
    {
        var helps = JsonNode.Parse(
            Summary.Of(Of(("much", -500_000, 1), ("as-much", -499_900, 30_000), ("little", -100_000, 1)), null).ToJson())!["helps"]![0]!;

        (helps["measure"]!.GetValue<string>(), helps["baseline"]!.GetValue<string>(), helps["statistic"]!.GetValue<string>()).Should()
            .Be(("hungry", "contested", "mean"));
        helps["alternatives"]!.AsArray().Select(one => (one!["rank"]!.GetValue<int>(), one["tied"]!.GetValue<bool>())).Should()
            .Equal((1, true), (1, true), (3, false));
        helps["alternatives"]![2]!["halfWidth"]!.GetValue<double>().Should().BePositive();
    }

    // The first as it is, and others that differ from it in what people go without: by so much, give or take.
    private static ExperimentResult Of(params (string Name, double Better, double GiveOrTake)[] others)
    {
        var first = SmallExperiment.Result.Alternatives[0];
        return SmallExperiment.Result with
        {
            Alternatives = [first, .. others.Select(one => Every(first with { Name = one.Name }, "hungry", run =>
                first.Values[run * first.Layout.Columns.Length + Whole(first, "hungry")] + one.Better
                    + one.GiveOrTake * Luck(one.Name, run)))],
            Comparisons = [],
        };
    }

    private static double Luck(string name, int run) => new RandomStream(7, run, StreamKey.Of(name)).Uniform(0) - 0.5;

    private static AlternativeResult Every(AlternativeResult alternative, string measure, Func<int, double> value)
    {
        var (columns, at) = (alternative.Layout.Columns.Length, Whole(alternative, measure));
        var values = Enumerable.Range(0, Runs).Aggregate(alternative.Values, (all, run) => all.SetItem(run * columns + at, value(run)));
        return alternative with
        {
            Values = values,
            Measures = alternative.Measures.SetItem(at,
                new(alternative.Layout.Columns[at], Estimate.Of([.. Enumerable.Range(0, Runs).Select(run => values[run * columns + at])]))),
        };
    }

    private static int Whole(AlternativeResult alternative, string measure) =>
        alternative.Layout.Columns.IndexOf(alternative.Layout.Columns.First(column => column.Measure == measure && column.Place is null));
}
