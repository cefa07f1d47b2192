using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests.Text;

/// <summary>Why it came out as it did: what is said, and what is not.</summary>
public sealed class ReasonsTests
{
    [Fact]
    public void What_held_up_most_is_told_first_and_what_was_shut_with_who_is_blamed_and_who_ordered_nothing() =>
        Said(SmallExperiment.Result).Should().Equal(
            "of what the camps went without: 50 % waiting at Old Bridge for what is shut to open; 22 % not ordered, as Old Bridge was "
                + "known to be shut; 15 % waiting at Old Bridge for opening hours; 12 % loads waiting for trucks",
            "Old Bridge was shut 22 d on average (5–95 %: 9.2–33 d).",
            "the waiting for what was shut is blamed on shelling (75 %), high-water (flood) (25 %).");

    // Nothing in 29 runs and 24 days in one: 0.8 d on average, and 0 to 0 in nine of ten.
    [Fact]
    public void An_average_that_few_runs_make_is_told_to_be_that()
    {
        var crossing = (Crossing)SmallScenario.Contested["old-bridge"];
        ShutCrossing Of(params double[] days) => new(crossing, days.Average(), Estimate.Of(days));
        Of([24, .. new double[29]]).Should().BeEquivalentTo(new { Range = "0–0", IsOfFew = true });
        Of(3, 4, 5).Should().BeEquivalentTo(new { IsOfFew = false });
        Of(3, 3, 3).Range.Should().BeNull();

        var rare = SmallExperiment.Result.Alternatives[0];
        var column = rare.Measures.IndexOf(
            rare.Measures.First(one => one.Column.Place == crossing.Id && one.Estimate == Findings.Of(rare, crossing).Total));
        var few = rare with { Measures = rare.Measures.SetItem(column,
            rare.Measures[column] with { Estimate = Estimate.Of([24, .. new double[29]]) }) };
        Said(Alone(few))[1].Should().Be("Old Bridge was shut 0.80 d on average (5–95 %: 0–0 d, far more in the few others).");
    }

    [Fact]
    public void A_closure_that_holds_up_next_to_nothing_is_no_reason() => Said(Alone(SmallExperiment.Result.Alternatives[0] with
    {
        HeldUp = [SmallExperiment.Lacking("cedar", "trucks", "no-vehicle", 97),
            SmallExperiment.Lacking("cedar", "old-bridge", "physical", 3)],
    })).Should().Equal("of what the camps went without: 97 % loads waiting for trucks; 3.0 % all else");

    [Theory]
    [InlineData("mill - old-bridge", "daylight", "waiting for daylight on mill – Old Bridge")]
    [InlineData("mill - old-bridge", "breakdown", "breakdowns on mill – Old Bridge")]
    [InlineData("mill - old-bridge", "slow", "slow driving on mill – Old Bridge")]
    [InlineData("trucks", "departure", "trucks kept from leaving")]
    [InlineData("harbour", "no-goods", "loads waiting for goods at harbour")]
    [InlineData("harbour", "fleet", "waiting at harbour for the column, an escort or a rested crew")]
    [InlineData("cedar", "orders-stopped", "not ordered, as orders were stopped at Cedar camp and host towns")]
    [InlineData("harbour", "dock", "waiting at harbour for a dock")]
    [InlineData("old-bridge", "lane", "waiting at Old Bridge for a free lane")]
    [InlineData("old-bridge", "passage", "waiting at Old Bridge for a holder to let them pass")]
    public void Each_cause_has_its_words(string where, string cause, string words) => Said(Alone(SmallExperiment.Result.Alternatives[0] with
    {
        HeldUp = [SmallExperiment.Lacking("cedar", where, cause, 1)], Paused = [],
    })).Should().Equal($"of what the camps went without: 100 % {words}");

    [Theory]
    [InlineData("old-bridge", "lane", "which stood at Old Bridge for a free lane")]
    [InlineData("mill - old-bridge", "daylight", "which stood on mill – Old Bridge for daylight")]
    [InlineData("mill - old-bridge", "breakdown", "which stood on mill – Old Bridge for breakdowns")]
    [InlineData("mill - old-bridge", "slow", "which were driving slowly on mill – Old Bridge")]
    [InlineData("trucks", "departure", "which were kept from leaving")]
    [InlineData("harbour", "fleet", "which stood at harbour for the column, an escort or a rested crew")]
    [InlineData("harbour", "dock", "which stood at harbour for a dock")]
    public void What_loads_for_a_vehicle_are_held_up_by_is_what_the_vehicles_wait_for(string where, string cause, string words) =>
        Said(Alone(SmallExperiment.Result.Alternatives[0] with
        {
            HeldUp = [SmallExperiment.Lacking("cedar", where, cause, 3) with { Awaited = "trucks" }], Paused = [],
        }))[0].Should().Be($"of what the camps went without: 100 % loads waiting for trucks, {words}");

    // One lane too few, and not two causes.
    [Fact]
    public void What_holds_up_trucks_and_loads_that_wait_for_these_is_one_cause() => Said(Alone(SmallExperiment.Result.Alternatives[0] with
    {
        HeldUp =
        [
            SmallExperiment.Lacking("cedar", "trucks", "no-vehicle", 4),
            SmallExperiment.Lacking("cedar", "old-bridge", "lane", 3) with { Awaited = "trucks" },
            SmallExperiment.Lacking("cedar", "old-bridge", "lane", 3),
        ],
        Paused = [],
    })).Should()
        .Equal("of what the camps went without: 60 % waiting at Old Bridge for a free lane, and loads waiting for these vehicles; 40 % "
            + "loads waiting for trucks");

    // The force starves behind a gate, and of the camps, which have all they need, somebody has waited for a lane. Where both go short, the
    // camps are told, which the measures are of.
    [Fact]
    public void Told_is_what_held_up_those_who_went_short()
    {
        var quiet = SmallExperiment.Result.Alternatives[1];
        var scenario = quiet.Scenario with { Places = quiet.Scenario.Places.Add(new Force("brigade")) };
        var starving = quiet with
        {
            Scenario = scenario,
            HeldUp = [SmallExperiment.Lacking("cedar", "old-bridge", "lane", 90),
                SmallExperiment.Lacking("brigade", "trucks", "no-vehicle", 20)],
            RunOuts = [new("brigade", "food", Estimate.OfPossible([11.5]))],
        };
        Said(Alone(starving))[0].Should().Contain("of what the forces went without: 100 % loads waiting for trucks");
        Said(Alone(starving with { RunOuts = starving.RunOuts.Add(new("cedar", "food", Estimate.OfPossible([11.5]))) }))[0]
            .Should().Contain("of what the camps went without: 100 % waiting at Old Bridge for a free lane");
        Said(Alone(starving with { RunOuts = [] })).Should().NotContain(sentence => sentence.Contains("delay", StringComparison.Ordinal));
        // Measures of nobody: what people went without does not add up with days of a force.
        Said(
            Alone(starving with { Scenario = scenario with { Measures = [] }, Measures = [],
                RunOuts = starving.RunOuts.Add(new("cedar", "food", Estimate.OfPossible([11.5]))) }))[0]
            .Should().Contain("of what the camps went without: 100 % waiting at Old Bridge for a free lane");
    }

    // Another bridge beside it, which must have been shut, too.
    [Fact]
    public void That_detours_were_shut_as_well_is_told()
    {
        var first = SmallExperiment.Result.Alternatives[0] with
        {
            HeldUp = [SmallExperiment.Lacking("cedar", "old-bridge", "not-ordered", 9)],
            Paused = [],
            Blamed = [],
        };
        var round = first.Scenario with
        {
            Places = [.. first.Scenario.Places, new Town("ferry")],
            Fleets = [new Fleet("lorries") { Traffic = "aid", Base = "harbour", Count = 1 }],
            Routes = [Road("harbour", "old-bridge"), Road("old-bridge", "cedar"), Road("harbour", "ferry"), Road("ferry", "cedar")],
            SupplyLines = [new SupplyLine("road") { From = "harbour", To = "cedar", By = "lorries" }],
        };
        Said(Alone(first with { Scenario = round }))[0].Should()
            .EndWith("not ordered, as Old Bridge was known to be shut, with no detour open or short enough");
        Said(Alone(first with { Scenario = round with { Routes = round.Routes.RemoveAt(3) } }))[0].Should()
            .EndWith("not ordered, as Old Bridge was known to be shut");

        static Route Road(string from, string to) => new(from, to) { Length = Quantities.Distance.FromKilometres(9) };
    }

    // The camp has run out of what is not late at all.
    [Fact]
    public void Where_nothing_was_missed_all_that_was_late_is_told_and_that_it_is() =>
        Said(Alone(SmallExperiment.Result.Alternatives[0] with
        {
            HeldUp = [new("cedar", "old-bridge", "lane", TimeSpan.FromDays(3)),
                new("cedar", "old-bridge", "hours", TimeSpan.FromDays(0.01))], Paused = [],
        })).Should().Equal("of all delay in supplying the camps, missed or not: 100 % waiting at Old Bridge for a free lane");

    // At two camps, told as one.
    [Fact]
    public void Where_nothing_was_late_and_yet_it_was_lacking_that_is_told() => Said(Alone(SmallExperiment.Result.Alternatives[0] with
    {
        HeldUp = [SmallExperiment.Lacking("cedar", "cedar", "too-little", 3), SmallExperiment.Lacking("aster", "aster", "too-little", 3),
            SmallExperiment.Lacking("cedar", "old-bridge", "hours", 4)], Paused = [],
    })).Should()
        .Equal("of what the camps went without: 60 % with nothing late: too little was ordered or sent, or it was ordered too late; 40 % "
            + "waiting at Old Bridge for opening hours");

    [Fact]
    public void What_was_missed_is_told_and_not_what_was_late_for_longer() => Said(Alone(SmallExperiment.Result.Alternatives[0] with
    {
        HeldUp = [new("cedar", "old-bridge", "lane", TimeSpan.FromDays(300)), SmallExperiment.Lacking("cedar", "old-bridge", "hours", 1)],
        Paused = [],
    })).Should().Equal("of what the camps went without: 100 % waiting at Old Bridge for opening hours");

    [Fact]
    public void What_took_minutes_has_starved_nobody() => Said(Alone(SmallExperiment.Result.Alternatives[0] with
    {
        HeldUp = [new("cedar", "old-bridge", "lane", TimeSpan.FromMinutes(14))],
    })).Should().NotContain(sentence => sentence.Contains("delay", StringComparison.Ordinal));

    // It was shut, those who knew ordered nothing, and would not have: there was enough, or nothing to order.
    [Fact]
    public void A_closure_in_nobodys_way_is_no_reason()
    {
        var first = SmallExperiment.Result.Alternatives[0];
        var idle = first with
        {
            Scenario = first.Scenario with { SupplyLines = [new SupplyLine("road") { From = "harbour", To = "cedar", By = "trucks" }] },
            HeldUp = [], Blamed = [], Paused = [new("road", TimeSpan.FromDays(1))],
        };
        Said(Alone(idle)).Should().NotContain(sentence =>
            sentence.Contains("shut", StringComparison.Ordinal) && !sentence.Contains("of all waiting", StringComparison.Ordinal));
        var nobody = idle with { Scenario = idle.Scenario with { Places = [.. idle.Scenario.Places.Where(place => place is not Camp)] } };
        Said(Alone(nobody)).Should().Contain("while the way was known to be shut, nothing was ordered on average for 1.0 d by road.");
    }

    [Fact]
    public void Without_anybody_who_was_held_up_the_waiting_is_told() =>
        Said(Alone(SmallExperiment.Result.Alternatives[1])).Should().Equal("80 % of all waiting was for opening hours.");

    [Fact]
    public void Goals_are_told_for_every_alternative()
    {
        GoalWords.Sentences(SmallExperiment.Result).Should()
            .Equal("hungry < 20 000 in 90 % of runs: missed in contested (7.5 % of runs); met in no-fighting (100 %).");
        GoalWords.Sentences(Alone(SmallExperiment.Result.Alternatives[0])).Should()
            .Equal("hungry < 20 000 in 90 % of runs: missed, it holds in 7.5 % of runs.");
        GoalWords.Sentences(
            SmallExperiment.Result with { Alternatives = [SmallExperiment.Result.Alternatives[1], SmallExperiment.Result.Alternatives[1]] })
            .Should().Equal("hungry < 20 000 in 90 % of runs: met in all 2 alternatives (100 % of runs).");
    }

    [Fact]
    public void Who_runs_out_of_what_is_told_with_how_often_and_when()
    {
        var (first, quiet) = (SmallExperiment.Result.Alternatives[0], SmallExperiment.Result.Alternatives[1]);
        RunOutWords.Of(first, 40)!.Title.Should().Be("who runs out of what, how often, and first when (5–95 %):");
        RunOutWords.Of(first, 40)!.Rows.Should().Equal(new RunOutRow("Cedar camp and host towns", "food", "75 %", "day 14 (11–17)"));
        RunOutWords.Of(quiet, 40)!.Title.Should().Be("nobody runs out of anything in any of 40 runs.");
        RunOutWords.Of(
            first with { RunOuts = [new("cedar", "food", Estimate.OfPossible([11.5])), new("aster", "food", Estimate.OfPossible([12.5]))] },
            1)!
            .Rows.Should().Equal(new RunOutRow("Cedar camp and host towns", "food", "", "day 11"),
                new RunOutRow("Aster camp", "food", "", "day 12"));
    }

    // Half of it for a while and three quarters for the rest is not half of it all the time.
    [Fact]
    public void Where_several_rules_cut_by_different_shares_the_least_is_told_as_such()
    {
        var alternative = SmallExperiment.Result.Alternatives[1];
        Ration Rule(double share) => new() { When = Condition.Since(Moment.After(TimeSpan.FromDays(1))), To = share };
        string Told(string? commodity, params double[] shares) => RunOutWords.Of(alternative with
        {
            Scenario = alternative.Scenario with { Policies = new Policies { Ration = [.. shares.Select(Rule)] } },
            CutRations = [new("cedar", Estimate.OfPossible([8.5]), 23, shares.Min()) { Commodity = commodity }],
        }, 1)!.Rows.Single().What;
        Told(null, 0.5, 0.75).Should().Be("rations down to 50 %");
        Told("food", 0, 0.75).Should().Be("rations of food down to 0 %");
        Told("food", 0, 0, 1).Should().Be("no rations of food");
    }

    // A camp on half rations is not out of anything and hungry all the same.
    [Fact]
    public void Cut_rations_are_told_beside_what_runs_out()
    {
        var (first, quiet) = (SmallExperiment.Result.Alternatives[0], SmallExperiment.Result.Alternatives[1]);
        CutRationsEstimate half = new("cedar",
            Estimate.OfPossible([.. Enumerable.Range(0, 40).Select(run => run % 2 == 0 ? double.NaN : 8.5)]), 23, 0.5), other = half with
            {
                Place = "aster",
                To = 0.75,
            };
        var both = RunOutWords.Of(first with { CutRations = [half, other] }, 40)!;
        both.Title.Should().Be("who runs out of what or has rations cut, how often, and first when (5–95 %):");
        both.Rows.Should().Equal(
            new RunOutRow("Cedar camp and host towns", "food", "75 %", "day 14 (11–17)"), new RunOutRow("", "half rations", "50 %",
                "day 8, for 23 d in all"),
            new RunOutRow("Aster camp", "rations at 75 %", "50 %", "day 8, for 23 d in all"));
        RunOutWords.Of(quiet with { CutRations = [half with { Commodity = "food" }] }, 40)!.Rows.Single().What.Should()
            .Be("half rations of food");
        RunOutWords.Of(quiet with { CutRations = [other with { Commodity = "food" }] }, 40)!.Rows.Single().What.Should()
            .Be("rations of food at 75 %");
        RunOutWords.Of(quiet with { CutRations = [half] }, 40)!.Title.Should()
            .Be("nobody runs out of anything in any of 40 runs, but rations are cut, how often, and first when (5–95 %):");
        RunOutWords.Of(quiet with { CutRations = [half] }, 1)!.Title.Should().Be("nobody runs out of anything, but rations are cut:");
    }

    [Fact]
    public void Rations_that_are_cut_while_stocks_last_are_a_reason()
    {
        var first = SmallExperiment.Result.Alternatives[0];
        var result =
            Alone(
                first with { HeldUp = [SmallExperiment.Lacking("cedar", "cedar", "rations", 3),
                    SmallExperiment.Lacking("aster", "aster", "rations", 3), SmallExperiment.Lacking("cedar", "cedar", "too-little", 4)] });
        Reasons.Of(result)!.Shares.Should().Equal(("60 %", "rations cut by rule while stocks lasted, with nothing late"),
            ("40 %", "with nothing late: too little was ordered or sent, or it was ordered too late"));
        Headline.Of(result).Should()
            .EndWith("60 % of what the camps went without is due to rations cut by rule while stocks lasted, with nothing late.");
    }

    [Fact]
    public void Of_many_the_three_greatest_are_named_and_the_rest_is_counted()
    {
        var first = SmallExperiment.Result.Alternatives[0];
        var said = Said(Alone(first with
        {
            Scenario = first.Scenario with
            {
                SupplyLines = [.. Enumerable.Range(1, 4)
                    .Select(i => new SupplyLine($"line-{i}") { From = "harbour", To = "cedar", By = "trucks" })],
            },
            Blamed = [.. Enumerable.Range(1, 5).Select(i => new BlamedWait($"flood-{i}", TimeSpan.FromDays(i)))],
            Paused = [.. Enumerable.Range(1, 4).Select(i => new PausedLine($"line-{i}", TimeSpan.FromDays(i)))],
        }));
        said.Should()
            .Contain("the waiting for what was shut is blamed on flood-5 (33 %), flood-4 (27 %), flood-3 (20 %) and 2 more disruptions.")
            .And
            .Contain("while the way was known to be shut, nothing was ordered on average for 4.0 d by line-4, 3.0 d by line-3, 2.0 d by "
                + "line-2 and 1 more supply line.");
    }

    [Fact]
    public void Blame_for_nothing_is_not_told() =>
        Said(Alone(SmallExperiment.Result.Alternatives[0] with { Blamed = [new("flood", TimeSpan.Zero)], Paused = [] })).Should()
            .HaveCount(2);

    [Fact]
    public void Aircraft_that_waited_are_told_of_and_others_not()
    {
        Air.Sentence(SmallExperiment.Result.Alternatives[0]).Should().Be(
            "aircraft waited 2.5 aircraft-days in a run: 60 % for opening hours, 20 % for a stand or a loading crew, 20 % for fuel.");
        Air.Sentence(SmallExperiment.Result.Alternatives[0] with { AircraftWaits = [] }).Should().BeNull();
    }

    [Fact]
    public void Who_lost_something_is_told_of_with_what_is_claimed()
    {
        Toll.Sentences(SmallExperiment.Result.Alternatives[0], 40).Should().Equal(
            "Northern forces lost in a run: tank 2.5 (3.5 claimed), people 25.", "party south lost in a run: truck 0.20.");
        Toll.Sentences(SmallExperiment.Result.Alternatives[1], 40).Should().BeEmpty();
    }

    // In one paragraph each: the shares, and each of the sentences.
    private static string[] Said(ExperimentResult result) => Reasons.Of(result) is not { } reasons ? [] : [
        .. reasons.Title is null
            ? []
            : new[] { $"{reasons.Title} {string.Join("; ", reasons.Shares.Select(one => $"{one.Share} {one.What}"))}" },
        .. reasons.Sentences];

    private static ExperimentResult Alone(AlternativeResult alternative) => SmallExperiment.Result with { Alternatives = [alternative] };
}
