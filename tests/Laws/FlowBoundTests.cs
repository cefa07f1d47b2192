using SupplySim.Quantities;
using SupplySim.Twin;

namespace SupplySim.Laws;

/// <summary>What is delivered against the most that could be by any policy: the greatest flow through places x hours.</summary>
public class FlowBoundTests
{
    private static readonly int Networks = LongTests.AreAsked ? 1_000 : 100;
    private static readonly int Binding = LongTests.AreAsked ? 1_000 : 24;

    [Fact]
    public void Delivered_never_exceeds_the_greatest_flow_on_random_networks()
    {
        var delivered = 0L;
        foreach (var (number, scenario) in SameSamples.Of(TwinScenarios.Random, stream: 2017, count: Networks).Index())
        {
            var (model, bound) = (Delivered(scenario), TimeExpandedBound.Of(scenario));
            model.Should().BeLessThanOrEqualTo(bound, "this is network {0}", number);
            delivered += model;
        }
        delivered.Should().BePositive("otherwise nothing was tried");
    }

    [Fact]
    public void Where_capacity_binds_delivered_reaches_95_percent_of_the_greatest_flow()
    {
        var limits = new int[4];
        foreach (var (number, scenario) in SameSamples.Of(BindingScenarios.Random, stream: 1926, count: Binding).Index())
        {
            var (model, bound) = (Delivered(scenario), TimeExpandedBound.Of(scenario));
            model.Should().BeLessThanOrEqualTo(bound, "this is network {0}, {1}", number, scenario.Title);
            model.Should().BeGreaterThanOrEqualTo((long)(0.95 * bound), "this is network {0}, {1}", number, scenario.Title);
            limits[Array.IndexOf(BindingScenarios.Limits, scenario.Title)]++;
        }
        limits.Should().OnlyContain(count => count > Binding / 10, "each limit binds somewhere");
    }

    [Fact]
    public void Closing_a_road_never_raises_the_bound_and_closing_all_of_a_cut_leaves_nothing()
    {
        foreach (var (number, scenario) in SameSamples.Of(TwinScenarios.Random, stream: 404, count: Networks / 10).Index())
        {
            var bound = TimeExpandedBound.Of(scenario);
            foreach (var route in scenario.Routes)
                TimeExpandedBound.Of(scenario, route).Should().BeLessThanOrEqualTo(bound, "this is {1} of network {0}", number, route.Id);
            // The only roads out of the depots lead to the town.
            TimeExpandedBound.Of(scenario, [.. scenario.Routes.Where(route => route.To == "town")]).Should().Be(0);
        }
    }

    [Fact]
    public void The_bound_of_a_road_is_what_one_counts_on_ones_fingers()
    {
        // Lanes pass 3 an hour. The first truck is loaded after half an hour and at the bridge after 1 1/2 h, in hour 1; it is inspected in
        // 20 min and at the camp an hour later, in hour 2 at the earliest; what is inspected in the last hour but one still arrives.
        var road = TwinScenarios.Road(1_000) with { Clock = new Clock { Length = TimeSpan.FromHours(24) } };
        var depot = (Depot)road["depot"] with { Docks = 1_000 };
        var camp = (Camp)road["camp"] with { Docks = 1_000 };
        TimeExpandedBound.Of(road.With(depot).With(camp)).Should().Be(22 * 3 * 10_000_000L);
        // Two trucks go round in at least 30 min + 2 x (1 h + 20 min + 1 h) + 25 min = 5 h 35 min: the bound counts stretches of 5 h.
        TimeExpandedBound.Of(TwinScenarios.Road(2) with { Clock = road.Clock }).Should().Be(5 * 2 * 10_000_000L);
    }

    internal static long Delivered(Scenario scenario) => ModelLogbook.Of(scenario).Entries
        .Where(entry => entry.What == What.Delivered && scenario[entry.Place] is Camp)
        .Sum(entry => scenario.Commodities.First(commodity => commodity.Id == entry.Of) is { Unit: QuantityUnit.Piece } pieces
            ? entry.Amount * pieces.Weight!.Value.Grams
            : entry.Amount);
}
