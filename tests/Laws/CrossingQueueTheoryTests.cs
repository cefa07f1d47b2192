using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>A crossing as a single-server queue, against the closed forms of queueing theory.</summary>
/// <remarks>Accepted within 4.42 standard errors, which must not exceed 0.5 % of theory: a right model is refused once in a
/// hundred thousand seeds, and a wait that is wrong by 3.4 % is found with a chance of 99 %. The seed is fixed.</remarks>
public class CrossingQueueTheoryTests
{
    private const double MostErrors = 4.42;
    private const double MostRelativeError = 0.005;
    private const int ArrivalsPerDay = 60;

    /// <summary>M/M/1: the mean wait is load / (rate of service - rate of arrival). A run begins empty, which over 50 000
    /// vehicles takes about one part in ten thousand off the mean.</summary>
    [Fact]
    public void Strangers_at_one_shared_lane_wait_as_long_as_in_an_M_M_1_queue()
    {
        const double perDay = ArrivalsPerDay, served = 2 * perDay;
        var theory = perDay / served / (served - perDay) * 24;
        var wait = WaitByRun(OneLane(Duration.Exponential(TimeSpan.FromDays(1 / served))));
        var mean = wait.Average();
        var standardError = Math.Sqrt(wait.Sum(value => (value - mean) * (value - mean)) / (wait.Length * (wait.Length - 1.0)));
        (standardError / theory).Should().BeLessThanOrEqualTo(MostRelativeError);
        (Math.Abs(mean - theory) / standardError).Should().BeLessThan(MostErrors);
    }

    private static double[] WaitByRun(Scenario scenario)
    {
        var result = Experiment.Run(scenario).Alternatives[0];
        var (columns, column) = (result.Layout.Columns.Length, result.Layout.Find("wait", "post"));
        return [.. Enumerable.Range(0, scenario.Experiment.Runs).Select(run => result.Values[run * columns + column])];
    }

    private static Scenario OneLane(Duration inspection) => new()
    {
        Title = "A queue",
        Clock = new Clock { Length = TimeSpan.FromDays(830) },
        Places = [new Crossing("post") { Lanes = 1, Inspection = inspection }],
        Fleets = [new Fleet("traders") { Traffic = "commercial", Through = "post", Arrivals = Arrivals.Poisson(ArrivalsPerDay) }],
        Measures = [new Measure("wait") { Of = "post", Is = MeasureKind.Wait }],
        Experiment = new ExperimentPlan { Runs = 40, Seed = 1917 },
    };
}
