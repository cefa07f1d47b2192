using System.Globalization;
using SupplySim.Experiments;

namespace SupplySim.Golden;

/// <summary>What common random numbers are worth in the example that the library was made for.</summary>
public class CommonLuckTests(ITestOutputHelper output)
{
    /// <summary>The reference pair: <c>contested</c> against <c>more-flights</c>, by people without food. Streams that are shared between
    /// purposes, or keyed by the order of creation, give about 1.1, so the loss of one of them is found long before the bound.</summary>
    [Fact]
    public void Two_alternatives_of_Fishkhabour_need_at_least_a_third_of_the_runs_that_independent_draws_would()
    {
        var fishkhabour = ExampleFolder.Read("fishkhabour-2017");
        var pair = fishkhabour with
        {
            Experiment = fishkhabour.Experiment with
            {
                Compare = [.. fishkhabour.Experiment.Compare.Where(one => one.Name is "contested" or "more-flights")],
            },
        };
        var hungry = Experiment.Run(pair, new() { Runs = 60 }).Comparisons
            .Single(one => one.Column is { Measure: "hungry", Place: null }).Difference;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"contested against more-flights, hungry, n = {hungry.N}: {hungry.Difference:N0} ± {hungry.HalfWidth:N0}, variance "
                + $"ratio {hungry.VarianceRatio:0.0}"));
        hungry.VarianceRatio.Should().BeGreaterThanOrEqualTo(3);
    }
}
