using CsCheck;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>The safest way: the least sum of -ln(1 - p), or of hazard rate x time.</summary>
public sealed class SurvivalTests
{
    // Known answer (a closed form): rates 0.004, 0.02 and 0.001 an hour for 2, 1 and 5 hours are 0.0324614.
    [Fact]
    public void The_danger_of_a_way_is_that_of_its_rates_and_times_together()
    {
        var graph = new Graph(4, [new(0, 1, 0, 0), new(1, 2, 0, 1), new(2, 3, 0, 2)]);
        var costs = new Costs([Hours(0.004, 2), Hours(0.02, 1), Hours(0.001, 5)]);
        var paths = new ShortestPaths(graph);
        paths.Find(0, 3, costs).Should().BeTrue();
        Survival.LostAt(paths.CostTo(3)).Should().BeApproximately(0.0324614, 5e-8);
        Survival.LostAt(paths.CostTo(3)).Should().BeApproximately(1 - Math.Exp(-(0.004 * 2 + 0.02 * 1 + 0.001 * 5)), 1e-9);
    }

    [Fact]
    public void The_safest_way_is_not_the_fastest_where_the_fast_road_is_watched()
    {
        // 0 - 1 - 3 takes 2 h through danger, 0 - 2 - 3 takes 9 h through none to speak of.
        var graph = new Graph(4, [new(0, 1, 1, 0), new(1, 3, 1, 1), new(0, 2, 4, 2), new(2, 3, 5, 3)]);
        var paths = new ShortestPaths(graph);
        paths.Find(0, 3, default(AllArcs));
        paths.CostTo(3).Should().Be(2);
        paths.Find(0, 3, new Costs([Survival.CostOf(0.05), Survival.CostOf(0.1), Survival.CostOf(0.01), Survival.CostOf(0.002)]));
        paths.ArcInto(3).Should().Be(3);
        Survival.LostAt(paths.CostTo(3)).Should().BeApproximately(1 - 0.99 * 0.998, 1e-8);
    }

    [Fact]
    public void The_safest_way_has_the_greatest_product_of_all_ways() => (
        from sample in RandomGraph.Gen
        from chances in Gen.Frequency((4, Gen.Double[0, 0.9]), (1, Gen.Const(0.0)), (1, Gen.Const(1.0))).Array[sample.Graph.ArcCount]
        select (sample.Graph, chances)).Sample(sample =>
    {
        var (graph, chances) = sample;
        var paths = new ShortestPaths(graph);
        paths.FindAll(0, new Costs([.. chances.Select(Survival.CostOf)]));
        var best = BestProducts(graph, chances);
        for (var place = 0; place < graph.PlaceCount; place++)
        {
            var isReached = paths.CostTo(place) != ShortestPaths.Unreachable;
            isReached.Should().Be(best[place] >= 0);
            if (isReached) (1 - Survival.LostAt(paths.CostTo(place))).Should().BeApproximately(best[place], 1e-7);
        }
    }, iter: 1_000);

    [Fact]
    public void Certain_loss_is_the_last_resort_and_no_number_is_no_danger()
    {
        Survival.CostOf(1).Should().Be(Survival.Certain);
        Survival.CostOf(0).Should().Be(0);
        Survival.CostOf(double.PositiveInfinity, TimeSpan.FromHours(1)).Should().Be(Survival.Certain);
        Survival.CostOf(double.MaxValue, TimeSpan.MaxValue).Should().Be(Survival.Certain);
        Survival.CostOf(double.PositiveInfinity, TimeSpan.Zero).Should().Be(0);
        foreach (var bad in (double[])[-0.1, 1.1, double.NaN])
            FluentActions.Invoking(() => Survival.CostOf(bad)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Survival.CostOf(double.NaN, TimeSpan.FromHours(1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Survival.CostOf(1, -TimeSpan.FromHours(1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    // By going over all arcs as often as there are places.
    private static double[] BestProducts(Graph graph, double[] chances)
    {
        var best = Enumerable.Repeat(-1.0, graph.PlaceCount).ToArray();
        best[0] = 1;
        for (var round = 0; round < graph.PlaceCount; round++)
            for (var arc = 0; arc < graph.ArcCount; arc++)
                if (best[graph[arc].From] >= 0)
                    best[graph[arc].To] = Math.Max(best[graph[arc].To], best[graph[arc].From] * (1 - chances[arc]));
        return best;
    }

    private static long Hours(double rate, double hours) => Survival.CostOf(rate, TimeSpan.FromHours(hours));

    private readonly struct Costs(long[] costs) : IArcCosts
    {
        public long Of(int arc, long weight) => costs[arc];
    }
}
