using System.Text.Json.Nodes;
using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Remedies;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests;

public sealed class HelpsScreenTests
{
    // What is tried is of a scenario; what came of it is made up, so that there is one of each kind.
    private static readonly HelpsResult Result = Of(text => text);

    [Fact]
    public void The_screen_is_the_one_kept() => Golden.Matches("helps-screen.txt", HelpsScreen.Of(Result));

    [Fact]
    public void The_document_is_the_one_kept() => Golden.Matches("helps.json", HelpsSummary.Of(Result, null).ToJson());

    [Fact]
    public void The_first_sentence_says_what_would_help_most_and_what_cannot_be_told_from_it() =>
        Flat(HelpsScreen.Of(Result)).Should()
            .StartWith("A gate What would help most: The gate open day and night or, not to be told from it, twice the lanes at The gate "
                + "(1 -> 2); the first takes person-days without food from 105,000 to 64,500 (-40,500 ±920).");

    [Fact]
    public void Where_nothing_can_be_done_it_says_what_the_harm_is_from() =>
        Headline(one => one.Remedy.Kind != RemedyKind.Doable).Should().Be(
            "What would help most: nothing that could be changed can be told to help. Had it not been for flood, person-days without food "
                + "would be 45,000 in place of 105,000 (-60,000 ±1,300).");

    [Fact]
    public void Where_nothing_helps_or_nothing_is_needed_it_says_so()
    {
        Headline(one => one.Verdict is not (HelpVerdict.Helps or HelpVerdict.Untold)).Should()
            .Be("What would help most: nothing that was tried can be told to help with person-days without food.");
        Headline(_ => false).Should().Be("What would help most: nothing that could be lifted lies on the way of a supply line.");
        new[] { Result with { AsItIs = Estimate.OfPossible([0, 0, 0, 0]),
            Remedies = [.. Result.Remedies.Where(one => one.Verdict != HelpVerdict.Helps)] } }
            .Select(one => HelpsSummary.Of(one, null).Headline).Single().Should()
            .Be("Nothing needs help: as to person-days without food every run is at its best. Other measures are asked for with "
                + "--by: met.");
    }

    [Fact]
    public void Few_runs_tell_nothing_and_how_many_would_is_said()
    {
        var few = Result with
        {
            Remedies = [.. Result.Remedies.Select(one =>
                one with { Verdict = HelpVerdict.Untold, Rank = null, Effect = PairedDifference.Of([5, 6, 7], [8, 9, 10]) })],
        };
        HelpsSummary.Of(few, null).Headline.Should()
            .Be("What would help most cannot be told from 4 runs: what is rare may be in none of them, and a mean is judged from 30 on.");
    }

    [Fact]
    public void One_run_and_runs_that_failed_tell_nothing()
    {
        System.Collections.Immutable.ImmutableArray<TriedRemedy> untold = [.. Result.Remedies.Select(one =>
            one with { Verdict = HelpVerdict.Untold, Rank = null, Effect = one.Effect!.N > 0 ? PairedDifference.Of([5], [8]) : null })];
        HelpsSummary.Of(Result with { Runs = 1, RunsPlanned = 1, AsItIs = Estimate.OfPossible([8]), Remedies = untold }, null).Headline
            .Should().Be("What would help most cannot be told from one run.");

        var failed = Result with
        {
            Remedies = untold, AsItIs = Estimate.OfPossible([8]), Runs = 3, Failures = [new(null, 2, "day 2: it broke"),
                new(Result.Remedies[0].Remedy, 3, "again")],
            Untried = [new(Result.Remedies[0].Remedy, "1 of its runs failed")],
        };
        Flat(HelpsScreen.Of(failed)).Should().Contain("cannot be told, since runs have failed.").And.Contain("3 of 4 runs × 30 days")
            .And.Contain("Failed: 2 runs failed, so the answer is incomplete. The first is number 2 as it is: day 2: it broke")
            .And.Contain("1 replication failed with nothing lifted and is left out everywhere").And
            .Contain("Not judged, since runs of it failed: The gate open day and night.").And.NotContain("Not tried");
        JsonNode.Parse(HelpsSummary.Of(failed, null).ToJson())!["failures"]![1]!.ToJsonString().Should()
            .Be("""{"remedy":"hours/gate","run":3,"message":"again","command":null}""");
    }

    [Fact]
    public void What_is_sure_and_next_to_nothing_is_told_as_that()
    {
        var little = Result.Remedies[0] with
        {
            Effect = PairedDifference.Of([99_900, 119_890, 89_910, 109_900], [100_000, 120_000, 90_000, 110_000]),
        };
        var screen = Flat(HelpsScreen.Of(Result with { Remedies = [little] }));
        screen.Should().Contain("nothing that was tried can be told to help with person-days without food by more than next to nothing.")
            .And
            .Contain("Of 1 tried none can be told to help by more than next to nothing. Next to nothing, less than 0.5 % either way: The "
                + "gate open day and night (-100 ±13).");
        var documents = JsonNode.Parse(
            HelpsSummary.Of(Result with { Remedies = [little, Result.Remedies[1]] }, null).ToJson())!["remedies"]!.AsArray();
        documents.Select(one => one!["negligible"]!.GetValue<bool>()).Should().Equal(true, false);
    }

    // What cannot be told from nothing may do as much as the strongest, as far as these runs tell.
    [Fact]
    public void What_may_do_as_much_and_cannot_be_told_to_is_named_with_the_strongest()
    {
        var docks = Result.Remedies.Single(one => one.Remedy.Id == "docks/camp") with { MayBeMost = true };
        Headline(Result with { Remedies = [Result.Remedies[0], docks] }).Should().EndWith(
            "(-40,500 ±920). Whether as much, or anything, would come of twice the docks at camp (10 -> 20) cannot be told.");
        Headline(Result with { Remedies = [Result.Remedies[0], docks, docks, docks, docks] }).Should().EndWith(
            "would come of twice the docks at camp (10 -> 20) or twice the docks at camp (10 -> 20) or 2 others cannot be told.");
    }

    [Fact]
    public void In_how_many_runs_it_is_better_and_in_how_many_worse_is_told_where_no_mean_tells()
    {
        string Told(params double[] by) =>
            Flat(
                HelpsScreen.Of(
                    Result with
                    {
                        Remedies = [Result.Remedies.Single(one => one.Remedy.Id == "docks/camp") with { Effect = Effect(by) }],
                    }));

        Told(-900, 500, 100, -900).Should()
            .Contain("Too few runs to tell (a mean is judged from 30 on); differences seen so far: twice the docks at camp (10 -> 20) "
                + "(-300 ±1,100; better in 2 runs, worse in 2).");
        Told(-1_000, 0, 0, 0).Should()
            .Contain("differences seen so far, the same in the runs not counted here: twice the docks at camp (10 -> 20) (-250 ±800; "
                + "better in 1 run, worse in none).");
        Told(0, 900, 100, 0).Should().Contain("; worse in 2 runs, better in none).");
        var document = JsonNode.Parse(HelpsSummary.Of(Result, null).ToJson())!["remedies"]!.AsArray()
            .Single(one => one!["remedy"]!.GetValue<string>() == "docks/camp")!;
        (document["betterIn"]!.GetValue<int>(), document["worseIn"]!.GetValue<int>()).Should().Be((2, 2));
    }

    // More than a sentence holds stand in a table, which did most good first, however little that says.
    [Fact]
    public void Of_many_that_cannot_be_told_there_is_a_table()
    {
        var docks = Result.Remedies.Single(one => one.Remedy.Id == "docks/camp");
        var screen = HelpsScreen.Of(Result with
        {
            Remedies = [.. new[] { Effect(500, 500, 500, 501), Effect(-900, -900, -800, 0), Effect(0, 0, 0, -10), Effect(-1, 2, 3, 1) }
                .Select(effect => docks with { Effect = effect })],
        });
        var rows = screen.Split('\n').SkipWhile(line => !line.Contains("too few runs to tell", StringComparison.Ordinal))
            .TakeWhile(line => line.Length > 0).ToArray();
        rows[0].Should().EndWith("in runs");
        rows.Skip(1).Select(row => string.Join(' ', row.Split(' ').TakeLast(4))).Should()
            .Equal("3 better, 0 worse", "1 better, 0 worse", "1 better, 3 worse", "0 better, 4 worse");
        Flat(screen).Should().Contain("Too few runs to tell (a mean is judged from 30 on): 4, in the last table.");
    }

    [Fact]
    public void What_others_could_change_stands_apart()
    {
        var visited = Result.Scenario with
        {
            Fleets = Result.Scenario.Fleets.Add(
                new Fleet("traders") { Traffic = "commercial", Through = "gate", Arrivals = Arrivals.Poisson(10) }),
        };
        var others = Experiment.Helps(visited, options: new() { Runs = 1 }).Remedies.Select(one => one.Remedy)
            .Single(one => one.Kind == RemedyKind.OfOthers);
        var tried = Result.Remedies[0] with { Remedy = others };

        Flat(HelpsScreen.Of(Result with { Remedies = [tried] })).Should()
            .StartWith("A gate What would help most: nothing can be told to help that could be changed on the supply lines concerned; of "
                + "what others could change, "
            + "The gate without traders, who merely pass; that takes person-days without food from 105,000 to 64,500 (-40,500 ±920).").And
                .Contain("what others could change").And.Contain("Others are supply lines that bring nothing");
        Flat(HelpsScreen.Of(Result with { Remedies = [Result.Remedies[1], tried] })).Should()
            .StartWith("A gate What would help most: twice the lanes at The gate (1 -> 2);");
    }

    [Fact]
    public void Where_few_help_it_says_that_two_may_have_to_be_lifted_at_once()
    {
        const string Both = "What two remedies would do together was not tried: two narrow places one behind the other may each help "
            + "nothing alone.";
        Flat(HelpsScreen.Of(Result with { Remedies = [.. Result.Remedies.Skip(1)] })).Should().Contain(Both);
        Flat(HelpsScreen.Of(Result)).Should().NotContain(Both).And.Contain("What two remedies would do together was not tried.");
    }

    [Fact]
    public void An_alternative_from_some_day_on_is_named_with_its_day()
    {
        var later = Result with { Baseline = "later",
            Scenario = Result.Scenario with
            {
                Experiment = new() { Compare = [new Alternative("later", Result.Scenario) { From = Moment.Day(10) }] },
            } };
        Flat(HelpsScreen.Of(later)).Should().Contain("Each obstacle lifted in turn, in later (from day 10 on): person-days without food");
        Flat(HelpsScreen.Of(Result)).Should().Contain("Each obstacle lifted in turn: person-days");
    }

    [Fact]
    public void Where_no_line_brings_anything_that_is_said()
    {
        var bare = Result with { Scenario = Result.Scenario with { SupplyLines = [] }, Remedies = [], Untried = [] };
        Headline(bare).Should()
            .Be("What would help most: the scenario has no supply line, so that nothing is brought to anybody and there is nothing to "
                + "change on its way.");
        Flat(HelpsScreen.Of(bare)).Should().NotContain("Of 0 tried").And.NotContain("Twice and half");
    }

    [Fact]
    public void What_had_happened_by_itself_is_told_as_that_and_nothing_where_nothing_does()
    {
        var flood = Result.Remedies.Single(one => one.Remedy.Id == "disruption/flood");
        Flat(HelpsScreen.Of(Result with { Remedies = [flood] })).Should()
            .Contain("Had it not been for flood, person-days without food would be 45,000 in place of 105,000");
        Flat(HelpsScreen.Of(Result with { Remedies = [flood with { Verdict = HelpVerdict.Same, Rank = null }] })).Should()
            .Contain("Had it not been for flood, person-days without food would be the same in every run.");
        Flat(HelpsScreen.Of(Result with { Remedies = [Result.Remedies[0]] })).Should().NotContain("Had it not been");
    }

    [Fact]
    public void Of_many_thirty_are_shown_and_of_what_does_nothing_some_are_named()
    {
        HelpsScreen.Of(Result with { Remedies = [.. Enumerable.Repeat(Result.Remedies[0], 42)] }).Should()
            .Contain("\nand 12 more, which --json lists\n");
        Flat(
            HelpsScreen.Of(
                Result with { Remedies = [.. Enumerable.Repeat(Result.Remedies.First(one => one.Verdict == HelpVerdict.Same), 1_746)] }))
                    .Should().Contain("; and 1,739 more, which --json lists.");
    }

    // The first sentence may be all that anybody reads.
    [Fact]
    public void Stopped_early_the_first_sentence_says_on_how_little_it_rests()
    {
        Headline(Result with { RunsPlanned = 200, IsWhole = false }).Should()
            .EndWith("(-40,500 ±920). It was stopped early: this rests on 4 of 200 runs.");
        Headline(Result with { RunsPlanned = 200, IsWhole = false, Unreached = 67 }).Should()
            .EndWith(" It was stopped early: this rests on 4 of 200 runs, and 67 more were not tried.");
        Headline(Result with { IsWhole = false, Unreached = 67 }).Should().EndWith(" It was stopped early: 67 more were not tried.");
        JsonNode.Parse(HelpsSummary.Of(Result with { IsWhole = false, Unreached = 67 }, null).ToJson())!["unreached"]!.GetValue<int>()
            .Should().Be(67);
        Headline(Result with { RunsPlanned = 5, Failures = [new(null, 2, "it broke")] }).Should().NotContain("stopped early");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void The_culture_changes_nothing(string culture)
    {
        InCulture.Of(culture, () => HelpsScreen.Of(Of(text => text))).Should().Be(HelpsScreen.Of(Result));
        InCulture.Of(culture, () => HelpsSummary.Of(Of(text => text), null).ToJson()).Should().Be(HelpsSummary.Of(Result, null).ToJson());
    }

    // Names and titles are whatever a file says.
    [Fact]
    public void No_name_breaks_the_width_or_steers_the_terminal() => Gen.String.Sample(text =>
    {
        var screen = HelpsScreen.Of(Of(said => said + text + "\u001b[31m\u202e" + new string('x', 100)));
        screen.Split('\n').Should().OnlyContain(line => new System.Globalization.StringInfo(line).LengthInTextElements <= 80);
        screen.Should().NotContain("\u001b").And.NotContain("\u202e");
    }, iter: 30);

    private static string Headline(Func<TriedRemedy, bool> isLeft) =>
        Headline(Result with { Remedies = [.. Result.Remedies.Where(isLeft)] });

    private static string Headline(HelpsResult result) => HelpsSummary.Of(result, null).Headline;

    private static PairedDifference Effect(params double[] by) =>
        PairedDifference.Of([.. by.Select(one => 100_000 + one)], [.. by.Select(_ => 100_000.0)]);

    private static string Flat(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static HelpsResult Of(Func<string, string> say)
    {
        var scenario = new Scenario
        {
            Title = say("A gate"),
            Clock = new() { Length = TimeSpan.FromDays(30) },
            Commodities = [new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
            Places =
            [
                new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = TimeSpan.FromMinutes(30) },
                new Crossing("gate") { Name = say("The gate"), Lanes = 1, Inspection = (Duration)TimeSpan.FromMinutes(10),
                    Hours = Hours.Daily(new(8, 0), new(9, 0)) },
                new Camp("camp") { People = 10_000, Docks = 10, Unloading = TimeSpan.FromMinutes(30) },
            ],
            Routes =
            [
                new("depot", "gate") { Length = Distance.FromKilometres(40), Speed = Speed.FromKilometresPerHour(40) },
                new("gate", "camp") { Length = Distance.FromKilometres(40), Speed = Speed.FromKilometresPerHour(40) },
            ],
            Fleets = [new("trucks") { Traffic = "aid", Base = "depot", Count = 2, Carries = Mass.FromTonnes(10) }],
            SupplyLines = [new("road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(2), UpTo = Supply.Days(3) }],
            Disruptions = [new Closure("flood") { Close = "gate", At = Moment.Day(3), For = TimeSpan.FromDays(5) },
                new Closure("strike") { Close = "gate", At = Moment.Day(20), For = TimeSpan.FromDays(2) }],
            Measures = [new("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" },
                new("met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed }],
        };
        var remedies = Experiment.Helps(scenario, options: new() { Runs = 1, Workers = 1 }).Remedies.ToDictionary(one => one.Remedy.Id,
            one => one.Remedy);
        double[] asItIs = [100_000, 120_000, 90_000, 110_000];
        TriedRemedy Tried(string id, HelpVerdict verdict, int? rank, bool isTied, params double[] by) => new()
        {
            Remedy = remedies[id], Verdict = verdict, Rank = rank, IsTied = isTied, MayBeMost = rank == 1, Effect =
                PairedDifference.Of([.. asItIs.Zip(by, (value, more) => value + more)], asItIs),
        };
        return new()
        {
            Scenario = scenario,
            Column = new Column("hungry", null, null, null, "person-day"),
            Baseline = "baseline",
            Seed = 20200301,
            Runs = 4,
            RunsPlanned = 4,
            IsWhole = true,
            AsItIs = Estimate.OfPossible(asItIs),
            Remedies =
            [
                Tried("hours/gate", HelpVerdict.Helps, 1, true, -40_000, -41_000, -40_000, -41_000),
                Tried("lanes/gate", HelpVerdict.Helps, 1, true, -40_000, -40_000, -39_000, -40_000),
                Tried("levels/road", HelpVerdict.Helps, 3, false, -9_000, -9_500, -9_100, -9_000),
                Tried("docks/camp", HelpVerdict.Untold, null, false, -900, 500, 100, -900),
                Tried("docks/depot", HelpVerdict.Same, null, false, 0, 0, 0, 0),
                Tried("count/trucks", HelpVerdict.Harms, null, false, 4_000, 4_500, 4_100, 4_000),
                Tried("disruption/flood", HelpVerdict.Helps, 1, false, -60_000, -61_000, -59_000, -60_000),
                Tried("disruption/strike", HelpVerdict.Same, null, false, 0, 0, 0, 0),
                Tried("nothing-happens", HelpVerdict.Helps, 1, false, -90_000, -110_000, -80_000, -100_000),
            ],
            Untried = [new(remedies["inspection/gate"], "places.gate.inspection: it cannot be")],
            Cost = new ExperimentCost(123_456, TimeSpan.FromSeconds(1.23), 2),
        };
    }
}
