using System.Text.Json.Nodes;
using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests;

public sealed class RankScreenTests
{
    private static readonly RankResult Result = Of(SmallScenario.Contested, "hungry", 1);

    [Fact]
    public void The_screen_is_the_one_kept() => Golden.Matches("rank-screen.txt", RankScreen.Of(Result));

    [Fact]
    public void The_document_is_the_one_kept() => Golden.Matches("rank.json", RankSummary.Of(Result, null).ToJson());

    // Most who ask do not know that they have asked of the first days.
    [Fact]
    public void From_which_day_on_each_is_shut_is_told_and_how_to_ask_of_another()
    {
        RankScreen.Of(Result with { Plan = Result.Plan with { At = default } }).Replace('\n', ' ').Should()
            .Contain("Each shut in turn for 14 days from the start, day 0 (--at asks about other days),");
        RankScreen.Of(Result).Should().Contain("for 14 days from day 6, in").And.NotContain("--at");
    }

    [Fact]
    public void What_cannot_be_told_apart_is_said_in_words()
    {
        var screen = RankScreen.Of(Result);

        screen.Should().MatchRegex(@"\n2=\s+mill – old-bridge ").And.MatchRegex(@"\n2=\s+old-bridge – aster ")
            .And.Contain("=  cannot be told apart from the most harmful one of the same rank")
            .And.MatchRegex(@"\n4\s+New Bridge .*cannot be told from open\n");
        RankScreen.Of(Result with { Closures = [Result.Closures[0]] }).Should().NotContain("cannot be told");
    }

    [Fact]
    public void What_failed_has_no_rank_and_is_told_on_the_screen_and_in_the_document()
    {
        var failed = Result with
        {
            Closures = [.. Result.Closures.Skip(1)],
            Unranked = [new("old-bridge", false, 2), new("mill-old-bridge", true, 1)],
            Failures =
            [
                new("contested", [new("old-bridge", false)], 3, "day 2: it broke"), new("contested", [new("mill-old-bridge", true)], 3,
                    "it broke again"),
                new("contested", [new("old-bridge", false)], 7, "and again"),
            ],
        };

        var screen = RankScreen.Of(failed);

        screen.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        string.Join(' ', screen.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Should()
            .Contain("Failed: 3 runs failed, so the ranking is incomplete. The first is number 3 of contested with place old-bridge shut: "
                + "day 2: it broke")
            .And
            .Contain($"Without a rank, since runs of it failed: place old-bridge (2 of {Result.Runs} runs) and route mill-old-bridge (1 "
                + $"of {Result.Runs} runs).");
        var document = JsonNode.Parse(RankSummary.Of(failed, null).ToJson())!;
        document["whole"]!.GetValue<bool>().Should().BeFalse();
        document["unranked"]![1]!.ToJsonString().Should().Be("""{"target":"mill-old-bridge","kind":"route","failed":1}""");
        document["failures"]![0]!["shut"]![0]!["target"]!.GetValue<string>().Should().Be("old-bridge");
        JsonNode.Parse(RankSummary.Of(Result, null).ToJson())!.AsObject().Should().NotContainKeys("failures", "unranked");
    }

    [Fact]
    public void Shares_differ_by_points_and_worse_is_less()
    {
        var screen = RankScreen.Of(Of(SmallScenario.Contested, "need-met", -1e-6));

        screen.Should().Contain(" pt ±").And.MatchRegex(@"\n1\s+Old Bridge \* +-[\d.]+ pt");
    }

    [Fact]
    public void What_is_better_shut_is_told()
    {
        var good = Result.Closures[2] with { Effect = PairedDifference.Of([1, 2, 3], [5, 6, 7]) };
        RankScreen.Of(Result with { Closures = [good] }).Should().MatchRegex(@"-4 +better shut than open").And.NotContain("surely lowers");
    }

    [Fact]
    public void Of_too_few_runs_nothing_is_told_and_what_to_do_is_said()
    {
        var few = Result with { Runs = 3, RunsPlanned = 3,
            Closures = [Result.Closures[0] with { Effect = PairedDifference.Of([15, 16, 17], [5, 6, 7]), IsSure = false,
                Protection = null }] };
        RankScreen.Of(few).Should().Contain("too few runs to tell").And.Contain(
            "\nToo few runs to tell: what is rare may be in none of these 3, and outweigh them\nall. A mean is judged from 30 runs on.\n");
    }

    [Fact]
    public void What_is_not_random_needs_one_run_and_equals_do_the_same()
    {
        var closures = Result.Closures.Take(2)
            .Select(one => one with { Rank = 1, IsTied = true, Effect = PairedDifference.Of([15], [5], isSettled: true) });
        RankScreen.Of(Result with { Runs = 1, RunsPlanned = 1, Closures = [.. closures] }).Should()
            .Contain("=  does the same as the most harmful one of the same rank")
            .And.Contain("Nothing in the runs is random: every other run would come out the same.").And.NotContain("cannot be told").And
            .NotContain("One run tells nothing");
    }

    [Fact]
    public void Of_many_thirty_are_shown_and_the_others_counted()
    {
        var many = Result with { Closures = [.. Enumerable.Repeat(Result.Closures[0], 42)] };
        RankScreen.Of(many).Should().Contain("\nand 12 more, which --json lists\n");
    }

    [Fact]
    public void Of_many_without_effect_twelve_are_named_and_the_others_counted()
    {
        var idle = RankScreen.Of(Result with { Closures = [.. Enumerable.Repeat(Result.Closures[^1], 1_746)] }).ReplaceLineEndings(" ");
        idle.Should().Contain("mill – new-bridge and 1,734 others.");
        RankScreen.Of(Result with { Closures = [.. Enumerable.Repeat(Result.Closures[^1], 12)] }).Should().NotContain("other");
    }

    [Fact]
    public void One_run_tells_nothing_and_says_so()
    {
        var one = Result with
        {
            Runs = 1, RunsPlanned = 1, Open = Estimate.OfPossible([3]),
            Closures = [Result.Closures[0] with { Effect = PairedDifference.Of([5], [3]), IsSure = false, Protection = null }],
        };
        RankScreen.Of(one).Should().Contain("One run tells nothing apart.").And.NotContain("±");
    }

    [Fact]
    public void Stopped_early_it_says_what_was_not_asked() =>
        RankScreen.Of(Result with { RunsPlanned = 200, IsWhole = false }).Should().Contain("32 of 200 runs").And
            .Contain("what would protect was not asked");

    [Fact]
    public void What_nothing_protects_is_told()
    {
        var screen = RankScreen.Of(Result with { Closures = [Result.Closures[0] with { Protection = null }] });
        screen.Should().Contain("Neither of more-flights and third-bridge surely lowers the effect of Old Bridge.");
        RankScreen.Of(Result with { Closures = [Result.Closures[0] with { Protection = null }], Alternatives = ["more-flights"] })
            .Should().Contain("The alternative more-flights does not surely lower the effect of Old Bridge.");
        RankScreen.Of(Result with { Closures = [Result.Closures[0] with { Protection = null }], Alternatives = [] }).Should()
            .NotContain("lowers");
    }

    [Fact]
    public void Where_nothing_has_an_effect_there_is_no_table()
    {
        var idle = Result with { Closures = [.. Result.Closures.Where(one => one.ChangesNothing)] };
        RankScreen.Of(idle).Should().Contain("\n\nNo effect in any run: mill – new-bridge.\n").And.NotContain("±");
    }

    // What is shut already cannot be shut once more: that is no sign that nobody needs it.
    [Fact]
    public void What_the_scenario_shuts_itself_is_told_where_shutting_it_has_no_effect()
    {
        var idle = Result.Closures.Where(one => one.ChangesNothing).ToArray();
        var scenario = Result.Scenario with { Disruptions = [new Closure("strike") { Close = idle[0].Target, At = Moment.Day(3) }],
            Experiment = new() };
        string Text(Scenario of) => string.Join(' ',
            RankScreen.Of(Result with { Scenario = of, Closures = [.. idle] }).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Text(scenario).Should().Contain(
            "The scenario itself shuts mill – new-bridge (by strike): while that lasts, shutting it once more changes nothing.");
        Text(scenario with { Disruptions = [] }).Should().NotContain("itself");
        Text(scenario with { Disruptions = [new Closure("strike") { Close = idle[0].Target, At = Moment.Day(3), To = ["military"] }] })
            .Should().NotContain("itself");
    }

    [Fact]
    public void What_was_not_shut_in_turn_was_shut_together()
    {
        string Text(params SparedClosure[] spared) =>
            string.Join(' ', RankScreen.Of(Result with { Spared = [.. spared], SparedChangesNothing = true }).Split([' ', '\n'],
                StringSplitOptions.RemoveEmptyEntries));

        Text(new SparedClosure("mill", false, SparedBecause.NothingIsHandled)).Should()
            .MatchRegex("With it shut for the same time, .* came out the same in every run");
        Text(new("mill", false, SparedBecause.NothingIsHandled), new("aster", false, SparedBecause.NobodyFlies)).Should()
            .Contain("With all of these together shut for the same time, ");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void The_culture_changes_nothing(string culture)
    {
        InCulture.Of(culture, () => RankScreen.Of(Result)).Should().Be(RankScreen.Of(Result));
        InCulture.Of(culture, () => RankSummary.Of(Result, null).ToJson()).Should().Be(RankSummary.Of(Result, null).ToJson());
    }

    // Names and titles are whatever a file says.
    [Fact]
    public void No_name_breaks_the_width_or_steers_the_terminal() => Gen.String.Sample(text =>
    {
        var nasty = text + "\u001b[31m\u202e" + new string('x', 100);
        var screen =
            RankScreen.Of(Of(SmallScenario.Saying(said => nasty + said) with { Measures = SmallScenario.Contested.Measures }, "hungry", 1));
        screen.Split('\n').Should().OnlyContain(line => new System.Globalization.StringInfo(line).LengthInTextElements <= 80);
        screen.Should().NotContain("\u001b").And.NotContain("\u202e");
    }, iter: 30);

    [Fact]
    public void No_number_is_written_that_does_not_exist()
    {
        var json = JsonNode.Parse(
            RankSummary.Of(Result with { Closures = [Result.Closures[0] with { Effect = null, Protection = null }] }, null).ToJson())!;
        json["closures"]![0]!["effect"].Should().BeNull();
        json["closures"]![0]!["varianceRatio"].Should().BeNull();
    }

    private static RankResult Of(Scenario scenario, string by, double unit)
    {
        // Four runs, eight times over: as many as a mean is judged from.
        double[] open = [.. Often([100_000.0, 120_000, 90_000, 110_000]).Select(value => value * unit)];
        IEnumerable<double> Often(double[] four) => Enumerable.Repeat(four, 8).SelectMany(all => all);
        PairedDifference Effect(params double[] by) =>
            PairedDifference.Of([.. open.Zip(Often(by), (value, more) => value + more * unit)], open);
        var strong = Effect(400_000, 420_000, 410_000, 450_000);
        return new()
        {
            Scenario = scenario,
            Plan = new RankPlan { By = by, At = Moment.Day(6), ShutFor = TimeSpan.FromDays(14) },
            Column = new Column(by, null, null, null, by == "hungry" ? "person-day" : "share"),
            Baseline = "contested",
            Seed = 20200301,
            Runs = 32,
            RunsPlanned = 32,
            IsWhole = true,
            Open = Estimate.OfPossible(open),
            Closures =
            [
                Closure("old-bridge", false, 1, false, strong, true) with
                {
                    OnlyWayTo = ["aster"],
                    Protection = new Protection("more-flights", Effect(200_000, 210_000, 205_000, 220_000),
                        Effect(200_000, 210_000, 205_000, 230_000)),
                },
                Closure("mill - old-bridge", true, 2, true, Effect(210_000, 250_000, 240_000, 280_000), true) with
                {
                    Protection = new Protection("third-bridge", Effect(0, 0, 0, 0), Effect(210_000, 250_000, 240_000, 280_000)),
                },
                Closure("old-bridge - aster", true, 2, true, Effect(200_000, 250_000, 240_000, 280_000), true),
                Closure("new-bridge", false, 4, false, Effect(10_000, -20_000, 15_000, 9_000), false),
                Closure("mill - new-bridge", true, 5, false, Effect(0, 0, 0, 0), false) with { ChangesNothing = true },
            ],
            Spared = [new("mill", false, SparedBecause.NothingIsHandled), new("birch - aster", true, SparedBecause.NoWayLeadsPast)],
            SparedChangesNothing = true,
            Alternatives = ["more-flights", "third-bridge"],
            Cost = new ExperimentCost(123_456, TimeSpan.FromSeconds(1.23), 2),
        };
    }

    private static RankedClosure Closure(string target, bool isRoute, int rank, bool isTied, PairedDifference effect, bool isSure) => new()
    {
        Target = target, IsRoute = isRoute, Rank = rank, IsTied = isTied, Effect = effect, IsSure = isSure, ChangesNothing =
            false, OnlyWayTo = [],
    };
}
