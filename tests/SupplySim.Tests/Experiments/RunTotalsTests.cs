using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>What is counted in whole numbers is the sum of the runs, and whether they are all the same is told.</summary>
public sealed class RunTotalsTests
{
    private const int Runs = 5;

    [Fact]
    public void Blame_is_the_sum_of_the_runs_in_whole_ticks()
    {
        var (summed, each) = Made(Daily().With(Often("a", "bridge"), Often("b", "bridge - town")));
        summed.Blamed.Sum(one => one.Waited.Ticks).Should().Be(each.SelectMany(run => run.Blamed).Sum(one => one.Waited.Ticks)).And.BePositive();
        summed.Blamed.Select(one => one.Disruption).Should().Equal("a", "b");
        summed.IsSettled.Should().BeFalse();
    }

    [Fact]
    public void Pauses_are_the_sum_of_the_runs_in_whole_ticks()
    {
        var line = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };
        var (summed, each) = Made(Camp().With(line).With(Often("a", "depot - camp")).Until("240:00"));
        summed.Paused.Should().ContainSingle().Which.Line.Should().Be("road");
        summed.Paused[0].Paused.Ticks.Should().Be(each.SelectMany(run => run.Paused).Sum(one => one.Paused.Ticks)).And.BePositive();
    }

    [Fact]
    public void Runs_without_anything_random_are_settled() =>
        Experiment.Run(Road(), new() { Runs = 3 }).Alternatives[0].IsSettled.Should().BeTrue();

    private static (AlternativeResult Summed, RunResult[] Each) Made(Scenario scenario) => (
        Experiment.Run(scenario, new() { Runs = Runs, Seed = 7, Workers = 2 }).Alternatives[0],
        [.. Enumerable.Range(0, Runs).Select(run => Replication.Run(new CompiledScenario(scenario), 7, run))]);

    private static Closure Often(string id, string what) => new(id)
    {
        Close = what, Every = Duration.Exponential(TimeSpan.FromDays(2)), For = Duration.Exponential(TimeSpan.FromHours(20)),
    };
}
