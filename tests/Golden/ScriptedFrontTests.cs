using SupplySim.Experiments;

namespace SupplySim.Golden;

/// <summary>The scripted front of October 2017 does what was reported, at its instants.</summary>
public class ScriptedFrontTests
{
    private static readonly Scenario Scenario = ExampleFolder.Read("fishkhabour-scripted");

    [Fact]
    public void The_events_of_the_timeline_come_in_order_and_by_the_hour() =>
        Story(Scenario.Run(seed: 2017), HappeningKind.FrontChanged, HappeningKind.Captured)
            .Should().Equal(
                "2017-10-26 05:00 north Advance", "2017-10-26 08:00 north Fight", "2017-10-27 01:00 north Ceasefire",
                "2017-10-27 12:00 north StandOff",
                "2017-10-27 20:00 north Ceasefire", "2017-10-28 20:00 north StandOff", "2017-10-31 10:00 ibrahim-khalil Federal police");

    // The same whatever else is drawn.
    [Fact]
    public void Nothing_about_the_front_is_drawn()
    {
        var told = Story(Scenario.Run(seed: 1), HappeningKind.FrontChanged, HappeningKind.Captured);
        for (ulong seed = 2; seed < 8; seed++)
            Story(Scenario.Run(seed), HappeningKind.FrontChanged, HappeningKind.Captured).Should().Equal(told);
    }

    [Fact]
    public void While_they_fight_nobody_who_grants_clearance_can_be_reached() =>
        Story(Scenario.Run(seed: 2017), HappeningKind.Unreachable, HappeningKind.Reachable).Should()
            .Equal("2017-10-26 08:00 fishkhabour peshmerga-command", "2017-10-27 01:00 fishkhabour ");

    // Nobody sets out while they fight, so none of the columns waits longer for it, nights included; perfect knowledge saves little.
    [Fact]
    public void The_wait_for_clearance_is_as_long_without_the_front()
    {
        double Wait(string alternative) => ExampleOutcomes.Of("fishkhabour-scripted")[alternative]
            .Measure("clearance-wait", "fishkhabour", detail: "clearance").Estimate.Mean;
        Wait("as-it-was-told").Should().BeInRange(0.85 * Wait("no-front"), 1.15 * Wait("no-front"));
        Wait("as-it-was-told").Should().BeInRange(0.9 * Wait("perfect-knowledge"), 1.1 * Wait("perfect-knowledge"));
    }

    // What is done on the 27th leaves the 26th as it was.
    [Fact]
    public void Without_the_truce_the_camp_starves_and_the_past_is_the_same()
    {
        double Mean(string alternative, string measure) => ExampleOutcomes.Of("fishkhabour-scripted", alternative, measure).Mean;
        Mean("as-it-was-told", "hungry").Should().Be(0);
        Mean("no-truce", "hungry").Should().BeGreaterThan(100_000);
        Mean("as-it-was-told", "shut").Should().BeApproximately(17 / 24.0, 1e-9);
        Mean("no-truce", "shut").Should().BeApproximately(8 + 2 / 24.0, 1e-9);
        var series = ExampleOutcomes.Of("fishkhabour-scripted");
        double[] Days(string alternative) =>
            [.. series[alternative].Series.First(one => one.Column.Measure == "least-supply").Days.Take(7).Select(day => day.Mean)];
        Days("no-truce").Should().Equal(Days("as-it-was-told"));
    }

    [Fact]
    public void What_is_claimed_is_told_and_counted_nowhere()
    {
        var run = Scenario.Run(seed: 2017);
        run.Equipment.Select(one => (one.Type, one.Lost, one.Claimed)).Should().Equal(("tank", 0, 3), ("humvee", 0, 5), ("apc", 0, 1));
    }

    private static string[] Story(RunResult run, params HappeningKind[] kinds) => [.. run.Story.Where(one => kinds.Contains(one.Kind))
        .Select(one => $"{Scenario.Clock.DateAt(one.At):yyyy-MM-dd HH:mm} {one.Subject} {one.Detail}")];
}
