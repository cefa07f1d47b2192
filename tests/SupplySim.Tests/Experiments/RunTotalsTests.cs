using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>What is counted in whole numbers is the mean of the runs, however long they are together, and
/// whether they are all the same is told.</summary>
public sealed class RunTotalsTests
{
    private const int Runs = 5;

    [Fact]
    public void Blame_is_the_mean_of_the_runs()
    {
        var (summed, each) = Made(Daily().With(Often("a", "bridge"), Often("b", "bridge - town")));
        summed.Blamed.Sum(one => one.Waited.Ticks).Should()
            .BeCloseTo(each.SelectMany(run => run.Blamed).Sum(one => one.Waited.Ticks) / Runs, 2).And.BePositive();
        summed.Blamed.Select(one => one.Disruption).Should().Equal("a", "b");
        summed.IsSettled.Should().BeFalse();
    }

    [Fact]
    public void Pauses_are_the_mean_of_the_runs()
    {
        var line = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };
        var (summed, each) = Made(Camp().With(line).With(Often("a", "depot - camp")).Until("240:00"));
        summed.Paused.Should().ContainSingle().Which.Line.Should().Be("road");
        summed.Paused[0].Paused.Ticks.Should().Be(each.SelectMany(run => run.Paused).Sum(one => one.Paused.Ticks) / Runs).And.BePositive();
    }

    // Ten thousand runs of a scenario in which much waits come to more than the longest time there is.
    [Fact]
    public void Times_may_come_to_more_together_than_the_longest_there_is()
    {
        var (totals, run) = (new RunTotals(), Road().Run(seed: 1) with
        {
            HeldUp = [new HeldUp("town", "bridge", "lane", TimeSpan.MaxValue)],
            Blamed = [new BlamedWait("flood", TimeSpan.MaxValue)],
        });
        for (var i = 0; i < 3; i++) totals.Add(run);
        totals.HeldUp.Single().Time.Should().Be(TimeSpan.MaxValue);
        totals.Blamed.Single().Waited.Should().Be(TimeSpan.MaxValue);
    }

    [Fact]
    public void Runs_without_anything_random_are_settled() =>
        Experiment.Run(Road(), new() { Runs = 3 }).Alternatives[0].Should()
            .Match<AlternativeResult>(one => one.IsAlike && !one.IsRandom && one.IsSettled);

    // Of what is sure either way nothing is drawn: a chance of all or nothing is none.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_is_sure_to_happen_or_not_is_not_random(double chance) =>
        Experiment.Run(
            Road().With(new Closure("flood")
            {
                Close = "bridge",
                Every = TimeSpan.FromDays(4),
                Chance = chance,
                For = TimeSpan.FromDays(1),
            }), new() { Runs = 3 })
            .Alternatives[0].Should().Match<AlternativeResult>(one => one.IsSettled);

    // What is drawn and comes in none of them, and what nobody knows.
    [Fact]
    public void Runs_that_only_happened_to_come_out_the_same_are_not()
    {
        foreach (var scenario in new[]
        {
            Road().With(new Closure("flood")
            {
                Close = "bridge",
                Every = Duration.Exponential(TimeSpan.FromDays(30_000)),
                For = TimeSpan.FromDays(5),
            }),
            Road().With(new Closure("flood") { Close = "bridge", Every = TimeSpan.FromDays(1), Chance = 1e-9, For = TimeSpan.FromDays(5) }),
            Road()
                .With(new Closure("flood") { Close = "bridge", At = Moment.Day(0),
                    For = Duration.Uniform(TimeSpan.FromDays(900), TimeSpan.FromDays(901)).AsUnknown() }),
        })
            Experiment.Run(scenario, new() { Runs = 3 }).Alternatives[0].Should()
                .Match<AlternativeResult>(one => one.IsAlike && one.IsRandom && !one.IsSettled);
    }

    private static (AlternativeResult Summed, RunResult[] Each) Made(Scenario scenario) => (
        Experiment.Run(scenario, new() { Runs = Runs, Seed = 7, Workers = 2 }).Alternatives[0],
        [.. Enumerable.Range(0, Runs).Select(run => Replication.Run(new CompiledScenario(scenario), 7, run))]);

    private static Closure Often(string id, string what) => new(id)
    {
        Close = what, Every = Duration.Exponential(TimeSpan.FromDays(2)), For = Duration.Exponential(TimeSpan.FromHours(20)),
    };
}
