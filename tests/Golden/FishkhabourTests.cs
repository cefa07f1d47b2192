using SupplySim.Disruptions;
using SupplySim.Experiments;
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
        ClosedCrossing.PassedWhileShut(Fishkhabour, "fishkhabour", runs: 5).Should().Be(0);

    [Fact]
    public void A_vehicle_that_finishes_in_a_shut_crossing_is_noticed()
    {
        var leaky = Fishkhabour with
        {
            Disruptions = [.. Fishkhabour.Disruptions.Select(d => d is Closure closure ? closure with { EnRoute = EnRoute.Complete } : d)],
        };
        ClosedCrossing.PassedWhileShut(leaky, "fishkhabour", runs: 5).Should().BePositive();
    }

    private static SummaryDocument Run(Scenario scenario, int runs)
    {
        var result = Experiment.Run(scenario, new() { Runs = runs });
        return new SummaryDocument(Summary.Of(result, source: null).WithRun(result.Cost, runDirectory: null).ToJson());
    }
}
