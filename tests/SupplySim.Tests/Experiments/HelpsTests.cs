using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Remedies;

namespace SupplySim.Tests.Experiments;

/// <summary>What would help, in scenarios in which that is known.</summary>
public sealed class HelpsTests
{
    // A truck takes 13 h there and 13 h back through the one lane: some nine loads in ten days, where ten are eaten.
    [Fact]
    public void Where_the_lane_is_too_narrow_lanes_and_inspections_help_most()
    {
        var result = HelpsGate.Fed.Gate(gate => gate with { Lanes = 1, Inspection = (Duration)TimeSpan.FromHours(13) }).Ask();

        result.Remedies.Take(2).Select(one => one.Remedy.Id).Should().BeEquivalentTo("lanes/gate", "inspection/gate");
        foreach (var idle in new[] { "docks/depot", "docks/camp" }) result.Of(idle).Verdict.Should().Be(HelpVerdict.Same, idle);
    }

    // One truck takes 5 h 20 min there and back by 240 km of road, and brings 4 t of the 10 t a day.
    [Fact]
    public void Where_there_are_too_few_trucks_more_of_them_help_most()
    {
        var result = HelpsGate.Fed.Trucks(fleet => fleet with { Count = 1, Carries = Mass.FromTonnes(1) }).Ask();

        result.Remedies[0].Remedy.Should()
            .BeEquivalentTo(new { Id = "count/trucks", Kind = RemedyKind.Doable, What = "twice the trucks (trucks 1 -> 2)" });
        result.Remedies[0].Effect!.Difference.Should().BeLessThan(-30_000);
        foreach (var idle in new[] { "lanes/gate", "docks/depot", "docks/camp", "levels/road" })
            result.Of(idle).Verdict.Should().Be(HelpVerdict.Same, idle);
    }

    [Fact]
    public void Where_the_gate_is_open_an_hour_a_week_its_hours_help_most()
    {
        var result = HelpsGate.Fed.Gate(gate => gate with { Hours = Hours.Daily(new(8, 0), new(9, 0), DayOfWeek.Monday) })
            .Road(line => line with { UpTo = Supply.Days(5), WhenBelow = Supply.Days(4) }).Ask();

        result.Remedies[0].Remedy.Should().BeEquivalentTo(new { Id = "hours/gate", What = "The gate open day and night" });
        result.Remedies[0].Rank.Should().Be(1);
        result.Of("count/trucks").Verdict.Should().Be(HelpVerdict.Same);
    }

    // Two days under way, and ordered when one day is left.
    [Fact]
    public void Where_it_is_ordered_too_late_the_levels_help_most()
    {
        var result = (HelpsGate.Fed with { Routes = [Small.Leg("depot", "gate", 1_900), Small.Leg("gate", "camp", 40)] })
            .Road(line => line with { WhenBelow = Supply.Days(1), UpTo = Supply.Days(3) }).Ask();

        result.Remedies[0].Remedy.Should()
            .BeEquivalentTo(new { Id = "levels/road", What = "twice the levels of line road (when-below 1 d -> 2 d, up-to 3 d -> 6 d)" });
        result.Of("lanes/gate").Verdict.Should().Be(HelpVerdict.Same);
    }

    [Fact]
    public void Where_too_little_is_sent_sending_more_helps_most() =>
        HelpsGate.Fed.Road(line => line with { WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(5)) }).Ask()
            .Remedies[0].Remedy.Should()
            .BeEquivalentTo(new { Id = "send/road", What = "twice as much sent on line road (5 t/d -> 10 t/d)" });

    // Rations are cut while what is ordered comes in time: full ones help, and nobody runs out. Behind a depot with food for ten days of
    // thirty they help nothing, and are gone sooner.
    [Fact]
    public void Full_rations_help_where_there_is_food_and_are_gone_sooner_where_there_is_not()
    {
        var cut = HelpsGate.Fed.Road(line => line with { WhenBelow = Supply.Days(2), UpTo = Supply.Days(6) }) with
        {
            Policies = new Policies { Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(4)), To = 0.5 }] },
        };
        var full = cut.Ask().Of("rations");
        full.Remedy.Should().BeEquivalentTo(new { Kind = RemedyKind.Doable, What = "full rations as long as there is food" });
        (full.Verdict, full.Sooner).Should().Be((HelpVerdict.Helps, 0));
        cut.Run(seed: 1).HeldUp.Where(one => one.Cause == "rations").Sum(one => one.Lacked).Should()
            .BeApproximately(-full.Effect!.Difference, 0.01 * -full.Effect.Difference);

        var bare =
            (cut with
            {
                Places = [.. cut.Places.Select(one =>
                    one is Site site ? site with { Stock = Supply.Of(("food", Quantity.Tonnes(50))) } : one)],
            }).Ask();
        bare.Of("rations").Sooner.Should().Be(bare.Runs);
        Math.Abs(bare.Of("rations").Effect!.Difference).Should().BeLessThan(0.01 * bare.AsItIs.Mean);
        HelpsGate.Fed.Ask().Remedies.Should().NotContain(one => one.Remedy.Id == "rations");
    }

    // The depot has food for ten days of thirty.
    [Fact]
    public void Where_the_depot_is_empty_more_stock_there_helps_and_nothing_else()
    {
        var result = HelpsGate.Fed.With((Depot)HelpsGate.Fed["depot"] with { Stock = Supply.Of(("food", Quantity.Tonnes(100))) }).Ask();

        result.Helping().Should().Contain("stock/depot").And.NotContain(["lanes/gate", "count/trucks", "levels/road", "docks/depot"]);
        // The same once more: ten days of ten thousand people.
        result.Of("stock/depot").Effect!.Difference.Should().BeApproximately(-100_000, 1);
    }

    [Fact]
    public void Where_a_flood_shuts_the_gate_for_good_only_that_it_had_not_come_helps()
    {
        var result = HelpsGate.Fed.With(new Closure("flood") { Close = "gate", At = Moment.Day(0) }).Ask();

        result.Helping().Should().Equal("disruption/flood");
        result.Of("disruption/flood").Remedy.Should().BeEquivalentTo(new { Kind = RemedyKind.HadItNotHappened, What = "flood" });
        result.Remedies.Where(one => one.Remedy.Kind == RemedyKind.Doable).Should()
            .OnlyContain(one => one.Verdict == HelpVerdict.Same && one.Rank == null);
        result.AsItIs.Mean.Should().Be(300_000);
        // One thing happens: all that happens is no other.
        result.Remedies.Should().NotContain(one => one.Remedy.Kind == RemedyKind.NothingHappens);
    }

    [Fact]
    public void All_that_happens_is_lifted_at_once_besides()
    {
        var result = HelpsGate.Fed.With(new Closure("flood") { Close = "gate", At = Moment.Day(0) },
            new Closure("strike") { Close = "gate", At = Moment.Day(0) }).Ask();

        // Each by itself leaves the other.
        result.Of("disruption/flood").Verdict.Should().Be(HelpVerdict.Same);
        result.Of("disruption/strike").Verdict.Should().Be(HelpVerdict.Same);
        result.Remedies[^1].Should().BeEquivalentTo(
            new { Remedy = new { Id = "nothing-happens", Kind = RemedyKind.NothingHappens }, Verdict = HelpVerdict.Helps, Rank = 1 });
        result.Remedies[^1].Effect!.Difference.Should().BeLessThan(-290_000);
    }

    // No line brings water.
    [Fact]
    public void Where_nothing_helps_nothing_is_told_to()
    {
        var dry = HelpsGate.Fed with
        {
            Commodities = HelpsGate.Fed.Commodities.Add(
                new Commodity("water") { Unit = QuantityUnit.Millilitre, PerPerson = Rate.PerDay(Quantity.Litres(15)) }),
            Measures = [new Measure("thirsty") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "water" }],
        };
        var result = dry.Road(line => line with { Commodities = ["food"] }).Ask();

        result.Remedies.Should().NotBeEmpty().And.OnlyContain(one => one.Verdict == HelpVerdict.Same && one.Rank == null && !one.IsTied);
    }

    [Fact]
    public void Two_that_do_the_same_share_the_rank_and_stand_in_the_order_of_the_scenario()
    {
        // Two camps alike, each behind a gate of its own that is never open.
        Crossing Gate(string id) => new(id) { Lanes = 4, Inspection = Small.Minutes(10), Hours = Hours.Never };
        Camp Camp(string id) => (Camp)HelpsGate.Fed["camp"] with { Id = id };
        var twins = HelpsGate.Fed with
        {
            Places = [HelpsGate.Fed["depot"], Gate("north"), Gate("south"), Camp("upper"), Camp("lower")],
            Routes = [Small.Leg("depot", "north", 40), Small.Leg("north", "upper", 40), Small.Leg("depot", "south", 40),
                Small.Leg("south", "lower", 40)],
            SupplyLines = [HelpsGate.Fed.SupplyLines[0] with { Id = "up", To = "upper" },
                HelpsGate.Fed.SupplyLines[0] with { Id = "down", To = "lower" }],
        };

        var result = twins.Ask();

        result.Helping().Should().Equal("hours/north", "hours/south");
        result.Remedies.Take(2).Should().OnlyContain(one => one.Rank == 1 && one.IsTied);
    }

    // Where nothing is random any difference is sure: that one has a rank would say that it matters.
    [Fact]
    public void What_surely_does_next_to_nothing_has_no_rank_and_ties_with_nothing()
    {
        var result = HelpsGate.Fed.Trucks(fleet => fleet with { Count = 1, Carries = Mass.FromKilograms(100) })
            .Gate(gate => gate with { Inspection = Small.Minutes(6) }).Ask();

        var little = result.Remedies.Where(result.IsNegligible).ToArray();
        little.Should().NotBeEmpty().And.OnlyContain(one => one.Rank == null && !one.IsTied && one.Effect!.Difference != 0
            && Math.Abs(one.Effect.Difference) < HelpsResult.Negligible * result.AsItIs.Mean);
        result.Remedies.Where(one => one.Verdict == HelpVerdict.Same).Should().NotContain(one => result.IsNegligible(one));
    }

    // Floods shut the gate; in every second run or so a strike does, which nothing tells to do less.
    [Fact]
    public void What_cannot_be_told_to_do_less_than_the_strongest_may_be_what_helps_most()
    {
        var result = HelpsGate.Fed.With(
            new Closure("flood") { Close = "gate", Every = Duration.Exponential(TimeSpan.FromDays(4)),
                For = Duration.Exponential(TimeSpan.FromDays(6)) },
            new Closure("drizzle") { Close = "gate", Every = Duration.Exponential(TimeSpan.FromDays(9)), For = TimeSpan.FromHours(12) })
                .Ask(runs: 40);

        result.Of("disruption/flood").Should().BeEquivalentTo(new { Rank = 1, IsTied = false, MayBeMost = true });
        result.Of("disruption/drizzle").MayBeMost.Should().BeFalse();
        result.Remedies.Where(one => one.MayBeMost && one.Remedy.Kind == RemedyKind.HadItNotHappened).Should().ContainSingle();
        result.Remedies.Where(one => one.Verdict is HelpVerdict.Same or HelpVerdict.Harms).Should().OnlyContain(one => !one.MayBeMost);
    }

    // What is told of a remedy is what `run` tells of the scenario with it, to the last digit.
    [Fact]
    public void It_agrees_with_an_alternative_in_which_the_same_was_written()
    {
        var floods = HelpsGate.Fed.Gate(gate => gate with { Hours = Hours.Daily(new(8, 0), new(12, 0)) })
            .With(new Closure("flood") { Close = "gate", Every = Duration.Exponential(TimeSpan.FromDays(9)),
                For = Duration.Exponential(TimeSpan.FromDays(5)) });
        var result = floods.Ask(runs: 20);
        var wider = floods.Gate(gate => gate with { Hours = Hours.Always });

        var run =
            Experiment.Run(
                floods with
                {
                    Experiment = new() { Compare = [new("as-it-is", floods), new("written", wider),
                        new("lifted", result.Of("hours/gate").Remedy.In(floods))] },
                }, new() { Runs = 20 });

        var differences = run.Comparisons.Where(one => one.Column.Measure == "hungry").Select(one => one.Difference).ToArray();
        differences.Should().HaveCount(2).And.OnlyContain(one => one.Difference == differences[0].Difference);
        result.Of("hours/gate").Effect.Should().Be(differences[0]);
        result.AsItIs.Mean.Should().Be(run["as-it-is"].Measure("hungry").Estimate.Mean);
    }

    // Floods at random, two runs: what helped in both may not do so in the third.
    [Fact]
    public void What_helped_in_two_runs_by_chance_is_not_told_to_help()
    {
        var floods = HelpsGate.Fed.With(
            new Closure("flood") { Close = "gate", Every = Duration.Exponential(TimeSpan.FromDays(4)),
                For = Duration.Exponential(TimeSpan.FromDays(6)) });

        var two = floods.Ask(runs: 2);
        two.Of("disruption/flood").Effect!.Difference.Should().BeNegative();
        two.Helping().Should().BeEmpty();
        floods.Ask(runs: 40).Helping().Should().Contain("disruption/flood");
    }

    [Fact]
    public void A_measure_of_which_more_is_better_is_helped_by_the_same()
    {
        var few = HelpsGate.Fed.Trucks(fleet => fleet with { Count = 1, Carries = Mass.FromTonnes(1) });
        var met = Experiment.Helps(few, "met", new() { Runs = 2 });

        met.Column.Measure.Should().Be("met");
        met.Remedies[0].Effect!.Difference.Should().BePositive();
        met.Helping().Should().BeEquivalentTo(few.Ask().Helping());
        Experiment.Helps(few with { Experiment = new() { Rank = new() { By = "met" } } }, options: new() { Runs = 1 }).Column.Measure
            .Should().Be("met");
    }

    [Theory]
    [InlineData("people", "of 'people' neither more nor less is better, so that nothing can help")]
    [InlineData("short", "'short' may never happen")]
    [InlineData("hungri", "there is no measure 'hungri'")]
    public void A_measure_by_which_nothing_can_help_is_refused(string by, string message)
    {
        var scenario = HelpsGate.Fed.With((Camp)HelpsGate.Fed["camp"] with { WarnBelow = TimeSpan.FromDays(1) }) with
        {
            Measures = [.. HelpsGate.Fed.Measures, new Measure("people") { Of = "camps", Is = MeasureKind.People },
                new Measure("short") { Of = "camps", Is = MeasureKind.FirstTimeBelowWarning }],
        };
        var asked = () => Experiment.Helps(scenario, by);
        asked.Should().Throw<InvalidScenarioException>().Which.Problems.Should().ContainSingle().Which.Message.Should().StartWith(message);
    }

    [Fact]
    public void Where_nothing_is_measured_it_is_refused()
    {
        var asked = () => Experiment.Helps(HelpsGate.Fed with { Measures = [] });
        asked.Should().Throw<InvalidScenarioException>().Which.Problems.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { Path = "measures", Message = "nothing is measured that could tell what helps" });
    }
}
