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
    public void Totals_are_the_sums_of_the_runs_in_whole_ticks()
    {
        var scenario = Road().With(
            new Closure("a") { Close = "bridge", Every = Duration.Exponential(TimeSpan.FromDays(2)), For = Duration.Exponential(TimeSpan.FromHours(20)) },
            new Closure("b") { Close = "bridge - town", Every = Duration.Exponential(TimeSpan.FromDays(2)), For = Duration.Exponential(TimeSpan.FromHours(20)) });
        var each = Enumerable.Range(0, Runs).Select(run => Replication.Run(new CompiledScenario(scenario), 7, run)).ToArray();

        var summed = Experiment.Run(scenario, new() { Runs = Runs, Seed = 7, Workers = 2 }).Alternatives[0];

        summed.Blamed.Sum(one => one.Waited.Ticks).Should().Be(each.SelectMany(run => run.Blamed).Sum(one => one.Waited.Ticks)).And.BePositive();
        summed.Blamed.Select(one => one.Disruption).Should().Equal("a", "b");
        summed.Paused.Single().Paused.Ticks.Should().Be(each.SelectMany(run => run.Paused).Sum(one => one.Paused.Ticks)).And.BePositive();
        summed.IsSettled.Should().BeFalse();
    }

    [Fact]
    public void Runs_without_anything_random_are_settled() =>
        Experiment.Run(Road(), new() { Runs = 3 }).Alternatives[0].IsSettled.Should().BeTrue();
}
