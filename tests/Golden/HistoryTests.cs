using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Engine;
using SupplySim.Experiments;

namespace SupplySim.Golden;

/// <summary>What took place in October 2017 is what the scripted form of the Fishkhabour example tells, and one of the things that
/// its branching form may tell.</summary>
public class HistoryTests
{
    private const int Runs = 20_000;
    private static readonly Scenario Fishkhabour = ExampleFolder.Read("fishkhabour-2017");
    private static readonly Scenario AsItWas = Fishkhabour.Experiment.Compare.Single(one => one.Name == "as-it-was").Scenario;
    private static readonly SimTime Attack = SimTime.Start + TimeSpan.FromHours(6 * 24 + 5);
    private static readonly HappeningKind[] OfTheFront = [HappeningKind.FrontChanged, HappeningKind.Captured];

    [Fact]
    public void The_scripted_form_goes_by_the_timeline() => FrontStory(AsItWas, run: 0).Should().Equal(
        "2017-10-26 05:00 north Advance", "2017-10-26 08:00 north Fight", "2017-10-27 01:00 north Ceasefire",
        "2017-10-27 12:00 north StandOff",
        "2017-10-27 20:00 north Ceasefire", "2017-10-28 20:00 north StandOff", "2017-10-31 10:00 ibrahim-khalil Iraqi forces and militias");

    // Fishkhabour is shut as long as there is fighting before it, and nobody takes it.
    [Fact]
    public void In_the_scripted_form_fighting_shuts_the_crossing_for_seventeen_hours()
    {
        var result = (AsItWas with { Disruptions = [.. AsItWas.Disruptions.Where(one => one.Id != "flood")] }).Run(seed: 1);
        result["shut", "fishkhabour"].Should().BeApproximately(17 / 24d, 1e-9);
    }

    [Fact]
    public void What_took_place_has_a_probability_in_the_branching_form_and_the_readme_says_which()
    {
        var alone = FrontAlone(Fishkhabour);
        var happened = Enumerable.Range(0, Runs).AsParallel().Count(run => TookPlace(alone.Run(Fishkhabour.Experiment.Seed, run)));
        happened.Should().BePositive();
        File.ReadAllText(ExampleFolder.Readme("fishkhabour-2017")).Should()
            .Contain(string.Create(CultureInfo.InvariantCulture, $"{happened} of {Runs:#,0} runs"));
    }

    // So that counting with the front alone counts what the example tells.
    [Fact]
    public void What_else_there_is_does_not_change_the_course_of_the_front()
    {
        for (var run = 0; run < 5; run++) FrontStory(FrontAlone(Fishkhabour), run).Should().Equal(FrontStory(Fishkhabour, run));
    }

    private static bool TookPlace(RunResult run) =>
        run.Story.Any(one => one.Kind == HappeningKind.FrontChanged && one.Subject == "north" && one.Detail == nameof(FrontState.Ceasefire)
            && one.At <= Attack + TimeSpan.FromHours(48))
        && run.Story.Any(one => one.Kind == HappeningKind.Captured && one.Subject == "ibrahim-khalil"
            && one.At <= Attack + TimeSpan.FromDays(12));

    // Its draws are its own, so nothing that is left out shifts them.
    private static Scenario FrontAlone(Scenario scenario) => scenario with
    {
        Places = [.. scenario.Places.Where(place => place is Crossing)], Routes = [], Commodities = [],
        Fleets = [], SupplyLines = [], Disruptions = [], Measures = [], Goals = [], Policies = new(),
        Observed = [], Clock = scenario.Clock with { Length = TimeSpan.FromDays(20) },
        Experiment = scenario.Experiment with { Compare = [] },
    };

    private static string[] FrontStory(Scenario scenario, int run)
    {
        scenario = scenario with { Observed = [], Clock = scenario.Clock with { Length = TimeSpan.FromDays(20) } };
        return [.. scenario.Run(scenario.Experiment.Seed, run).Story.Where(one => OfTheFront.Contains(one.Kind) && one.Subject != "qaim")
            .Select(one => $"{scenario.Clock.DateAt(one.At):yyyy-MM-dd HH:mm} {one.Subject} {one.Detail}")];
    }
}
