using SupplySim.Experiments;

namespace SupplySim.Golden;

/// <summary>What the smaller examples have to tell, in words. How far apart the alternatives are is left to the stored summaries.</summary>
public class ExampleStatementTests
{
    [Fact]
    public void A_diversion_or_thirty_days_in_store_feed_the_camps_through_a_flood_and_without_either_they_starve()
    {
        double Hungry(string alternative) => ExampleOutcomes.Of("semalka-flood", alternative, "hungry").Mean;
        new[] { Hungry("diverted"), Hungry("more-in-store"), Hungry("no-flood") }.Should().OnlyContain(hungry => hungry == 0);
        Hungry("nobody-goes-round").Should().BeGreaterThan(100_000);
        ExampleOutcomes.Of("semalka-flood", "diverted", "shut").Mean.Should().BeApproximately(24, 1e-9);
    }

    // One lane passes 36 trucks a day, and the markets need 56 a week.
    [Fact]
    public void Two_days_a_week_feed_the_markets_as_every_day_does_and_cost_waiting_and_one_day_does_not_feed_them()
    {
        double Mean(string alternative, string measure) => ExampleOutcomes.Of("two-days-a-week", alternative, measure).Mean;
        Mean("two-days-a-week", "hungry-markets").Should().BeApproximately(Mean("then-every-day", "hungry-markets"), 1);
        Mean("two-days-a-week", "crossing-wait").Should().BeGreaterThan(3 * Mean("then-every-day", "crossing-wait"));
        Mean("one-day-a-week", "hungry-markets").Should().BeGreaterThan(1.5 * Mean("two-days-a-week", "hungry-markets"));
    }

    // What a hundred lorries bring a day lies in Mekelle once the diesel there is burned; trucks that stand for want of it are not short.
    [Fact]
    public void More_permits_or_more_trucks_alone_help_nobody_in_Tigray_fuel_a_little_and_permits_with_fuel_end_it()
    {
        double Hungry(string alternative) => ExampleOutcomes.Of("tigray-permits", alternative, "hungry").Mean;
        Hungry("a-hundred").Should().BeApproximately(Hungry("as-it-was"), 0.01 * Hungry("as-it-was"));
        Hungry("local-trucks").Should().Be(Hungry("as-it-was"));
        Hungry("fuel-let-in").Should().BeInRange(0.8 * Hungry("as-it-was"), 0.95 * Hungry("as-it-was"));
        Hungry("both").Should().Be(0);
    }

    [Fact]
    public void A_closure_to_trade_does_not_touch_the_camp_and_one_to_aid_does()
    {
        ExampleOutcomes.Of("two-days-a-week", "two-days-a-week", "hungry-camp").Max.Should().Be(0);
        ExampleOutcomes.Of("two-days-a-week", "aid-shut-too", "hungry-camp").Min.Should().BePositive();
    }

    [Fact]
    public void What_was_counted_and_seen_of_the_blockade_lies_in_the_band_of_as_it_was_and_bread_in_no_other()
    {
        var blockade = ExampleOutcomes.Of("lachin-corridor");
        blockade["as-it-was"].Judgement.In90.Should().Be(4);
        blockade.Alternatives.Where(one => one.Judgement.Scores.Single(score => score.Observation.Id == "bread-rationed").In90)
            .Select(one => one.Name).Should().Equal("as-it-was");
    }

    [Fact]
    public void Two_trucks_on_a_second_road_bring_bread_and_half_rations_take_more_than_an_empty_store()
    {
        double Mean(string alternative, string measure) => ExampleOutcomes.Of("lachin-corridor", alternative, measure).Mean;
        Mean("as-it-was", "no-bread").Should().BePositive();
        ExampleOutcomes.Of("lachin-corridor", "east-opens-in-july", "no-bread").Max.Should().Be(0);
        Mean("east-opens-in-july", "no-staples").Should().Be(Mean("as-it-was", "no-staples"));
        Mean("half-rations", "no-bread").Should().BeGreaterThan(3 * Mean("as-it-was", "no-bread"));
        ExampleOutcomes.Of("lachin-corridor", "half-rations", "days-of-bread").Min.Should().BePositive();
    }

    [Fact]
    public void Trucks_that_a_second_front_takes_cost_readiness_and_men_do_not()
    {
        double Least(string alternative) => ExampleOutcomes.Of("second-front", alternative, "least-readiness").Mean;
        new[] { Least("no-qaim"), Least("strength-only") }.Should().OnlyContain(least => least == 1);
        new[] { Least("both-fronts"), Least("trucks-only") }.Should().OnlyContain(least => least < 0.6);
    }

    [Fact]
    public void A_second_front_leaves_the_crossing_shut_for_fewer_days()
    {
        double Shut(string alternative) => ExampleOutcomes.Of("second-front", alternative, "shut").Mean;
        Shut("both-fronts").Should().BeLessThan(Shut("no-qaim"));
        Shut("no-war").Should().Be(0);
    }

    [Fact]
    public void Who_goes_round_is_never_attacked_and_at_a_price_only_while_they_fight_beside_the_road()
    {
        double Mean(string alternative, string measure) => ExampleOutcomes.Of("raqqa-road", alternative, measure).Mean;
        ExampleOutcomes.Of("raqqa-road", "always-round", "attacks").Max.Should().Be(0);
        ExampleOutcomes.Of("raqqa-road", "always-round", "trucks-lost").Max.Should().Be(0);
        Mean("round-while-they-fight", "attacks").Should().BePositive().And.BeLessThan(0.75 * Mean("straight", "attacks"));
    }

    [Fact]
    public void Without_guards_columns_are_attacked_more_and_trucks_alone_most_of_all_but_with_less_to_lose()
    {
        double Mean(string alternative, string measure) => ExampleOutcomes.Of("raqqa-road", alternative, measure).Mean;
        Mean("unguarded", "attacks").Should().BeGreaterThan(3 * Mean("straight", "attacks"));
        Mean("one-by-one", "attacks").Should().BeGreaterThan(1.5 * Mean("unguarded", "attacks"));
        Mean("one-by-one", "trucks-lost").Should().BeLessThan(0.75 * Mean("unguarded", "trucks-lost"));
        Mean("unguarded", "hungry").Should().BeGreaterThan(Mean("straight", "hungry"));
    }

    [Fact]
    public void People_flee_while_they_fight_and_go_home_after_three_months()
    {
        double Mean(string alternative, string measure) => ExampleOutcomes.Of("raqqa-road", alternative, measure).Mean;
        var fled = Mean("straight", "displaced") + Mean("straight", "returned");
        fled.Should().BeInRange(8_000, 14_000);
        Mean("straight", "returned").Should().BeInRange(0.3 * fled, 0.7 * fled);
        (Mean("a-month-longer", "displaced") + Mean("a-month-longer", "returned")).Should().BeGreaterThan(1.3 * fled);
        Mean("a-month-longer", "crowded").Should().BeGreaterThan(10 * Mean("straight", "crowded"));
        (Mean("no-fighting", "displaced") + Mean("no-fighting", "returned")).Should().Be(0);
    }

    [Fact]
    public void Flying_replaces_food_as_far_as_the_ground_allows_and_none_of_what_is_heavy()
    {
        double Mean(string alternative, string measure) => ExampleOutcomes.Of("airbridge", alternative, measure).Mean;
        Mean("four-c-130j", "flown").Should().BeInRange(1000, Mean("twelve-c-130j", "flown"));
        Mean("twelve-c-130j", "flown").Should().BeLessThan(2.5 * Mean("four-c-130j", "flown"));
        Mean("twelve-c-130j", "hungry").Should().BeGreaterThan(Mean("more-parking", "hungry"));
        foreach (var alternative in new[] { "four-c-130j", "twelve-c-130j", "more-parking", "four-il-76" })
        {
            Mean(alternative, "ammunition").Should().BeGreaterThan(2 * Mean("no-flights", "ammunition"));
            Mean(alternative, "heavy-delivered").Should().Be(Mean("no-flights", "heavy-delivered"));
        }
        Mean("road-open", "heavy-delivered").Should().Be(Mean("road-open", "heavy-sent"));
    }

    [Fact]
    public void A_week_s_wait_for_clearance_is_made_up_for_by_asking_a_week_earlier()
    {
        double Hungry(string alternative) => ExampleOutcomes.Of("clearance-delay", alternative, "hungry").Mean;
        Hungry("a-week").Should().BeInRange(20_000, Hungry("two-weeks") / 2);
        Hungry("asked-a-week-earlier").Should().Be(0);
    }

    // Three docks and about 195 minutes for each of 78 trucks: the store rises for three to four days, which touch five at most.
    [Fact]
    public void The_convoy_is_unloaded_in_three_to_four_days()
    {
        var scenario = ExampleFolder.Read("clearance-delay");
        for (var run = 0; run < 10; run++)
        {
            var result = scenario.Run(scenario.Experiment.Seed, run);
            var store = Enumerable.Range(0, result.Layout.Series.Length).Where(i => result.Layout.Series[i].Measure == "days-of-supply")
                .SelectMany(i => result.Series.Skip(i * 30).Take(30)).ToArray();
            Enumerable.Range(1, 29).Count(day => store[day] > store[day - 1]).Should().BeInRange(3, 5);
        }
    }
}
