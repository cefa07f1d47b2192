using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results;

namespace SupplySim.Golden;

public class FishkhabourTests
{
    private static readonly Scenario Fishkhabour = ExampleFolder.Read("fishkhabour-2017");
    private static readonly Lazy<SummaryDocument> AsItIs = new(() => Run(Fishkhabour, runs: 40));

    public static TheoryData<string> Statements() => [.. FishkhabourStory.Statements.Keys];

    [Theory, MemberData(nameof(Statements))]
    public void The_example_tells_that(string statement) =>
        FishkhabourStory.Statements[statement](AsItIs.Value).Should().BeTrue();

    [Theory, MemberData(nameof(Statements))]
    public void A_mistake_is_noticed_by_the_statement_that(string statement) =>
        FishkhabourStory.Statements[statement](Run(SeededBugs.All[statement](Fishkhabour), runs: 20)).Should().BeFalse();

    [Fact]
    public void No_vehicle_passes_the_crossing_while_it_is_shut() =>
        ClosedCrossing.PassedWhileShut(ShutAtNoon(EnRoute.Hold), "fishkhabour", runs: 5).Should().Be(0);

    [Fact]
    public void A_vehicle_that_finishes_in_a_shut_crossing_is_noticed() =>
        ClosedCrossing.PassedWhileShut(ShutAtNoon(EnRoute.Complete), "fishkhabour", runs: 5).Should().BePositive();

    // The example shut besides at a busy hour, so that somebody is under inspection.
    private static Scenario ShutAtNoon(EnRoute enRoute) => Fishkhabour with
    {
        Disruptions = Fishkhabour.Disruptions.Add(new Closure("strike")
        {
            Close = "fishkhabour", EnRoute = enRoute, At = Moment.After(TimeSpan.FromDays(2.5)), For = TimeSpan.FromDays(1),
        }),
    };

    private static SummaryDocument Run(Scenario scenario, int runs)
    {
        var result = Experiment.Run(scenario, new() { Runs = runs });
        return new SummaryDocument(Summary.Of(result, source: null).WithRun(result, runDirectory: null).ToJson());
    }
}
