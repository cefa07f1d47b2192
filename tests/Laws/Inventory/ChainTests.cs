using SupplySim.Testing;

namespace SupplySim.Laws.Inventory;

/// <summary>A chain of three stages whose middle one is disrupted, against a published run of its order-pausing case, period by period,
/// and against plain arithmetic for its three siblings.</summary>
/// <remarks>Published: stockpyl, tests/additional_files/test_sim_disruption_example_6_1_OP.csv (see
/// data/inventory_disruption/SOURCE.txt).</remarks>
public class ChainTests
{
    private const decimal Precision = 1e-9m;

    [Fact]
    public void Closing_what_a_stage_orders_is_the_published_order_pausing_run()
    {
        var published = Published();
        var periods = ChainRun.Of(published.Demand, published.Disrupted, Pausing.Order, days: 1);
        periods.Should().HaveCount(100);
        for (var period = 0; period < 100; period++)
            for (var stage = 0; stage < 3; stage++)
            {
                var (seen, told) = (periods[period][stage], published.Periods[period][stage]);
                seen.Level.Should().BeApproximately(told.Level, Precision, "the level of stage {0} in period {1}", stage + 1, period);
                seen.Ordered.Should().BeApproximately(told.Ordered, Precision, "what stage {0} orders in period {1}", stage + 1, period);
            }
    }

    // Holding 7, 4 and 2 a unit, at a stage and on the way from it to the next; 37.12 for a unit owed to customers.
    [Fact]
    public void Its_costs_are_the_published_costs()
    {
        var published = Published();
        var periods = ChainRun.Of(published.Demand, published.Disrupted, Pausing.Order, days: 1);
        for (var period = 0; period < 100; period++)
            Cost(periods[period]).Should().BeApproximately(published.Cost[period], 1e-7m, "period {0}", period);
        periods.Sum(Cost).Should().BeApproximately(22138.671711695304m, 1e-6m);
    }

    [Fact]
    public void The_plain_chain_is_the_published_run_too()
    {
        var published = Published();
        var plain = Plain(Pausing.Order, days: 1);
        for (var period = 0; period < 100; period++)
        {
            plain.Period(published.Demand[period], published.Disrupted[period]);
            for (var stage = 0; stage < 3; stage++)
            {
                plain.Level(stage).Should().BeApproximately(published.Periods[period][stage].Level, Precision);
                plain.Ordered[stage].Should().BeApproximately(published.Periods[period][stage].Ordered, Precision);
            }
        }
    }

    // Two days from the third to the second: over one, transit and receipt would be paused to the same effect.
    [Theory]
    [InlineData(Pausing.Order)]
    [InlineData(Pausing.Shipment)]
    [InlineData(Pausing.Transit)]
    [InlineData(Pausing.Receipt)]
    public void Closing_a_camp_a_depot_or_a_route_pauses_orders_shipments_transit_or_receipts(Pausing pausing)
    {
        var published = Published();
        var periods = ChainRun.Of(published.Demand, published.Disrupted, pausing, days: 2);
        var plain = Plain(pausing, days: 2);
        for (var period = 0; period < 100; period++)
        {
            plain.Period(published.Demand[period], published.Disrupted[period]);
            for (var stage = 0; stage < 3; stage++)
            {
                periods[period][stage].Level.Should().BeApproximately(plain.Level(stage), Precision, "the level of stage {0} in period {1}",
                    stage + 1, period);
                periods[period][stage].Ordered.Should().BeApproximately(plain.Ordered[stage], Precision,
                    "what stage {0} orders in period {1}", stage + 1, period);
            }
        }
    }

    // Otherwise a closure that does nothing would pass for each of them.
    [Fact]
    public void The_four_are_four_different_runs()
    {
        var published = Published();
        var levels = Enum.GetValues<Pausing>().Select(pausing =>
            string.Join(' ', ChainRun.Of(published.Demand, published.Disrupted, pausing, days: 2).Select(period => period[0].Level)));
        var undisturbed = string.Join(' ',
            ChainRun.Of(published.Demand, new bool[100], Pausing.Order, days: 2).Select(period => period[0].Level));
        levels.Append(undisturbed).Should().OnlyHaveUniqueItems();
    }

    private static decimal Cost(StageState[] stages) =>
        Held(7, stages[0].Level) + 37.12m * Math.Max(0, -stages[0].Level)
        + Held(4, stages[1].Level) + 4 * stages[0].OnTheWay + Held(2, stages[2].Level) + 2 * stages[1].OnTheWay;

    private static decimal Held(decimal price, decimal level) => price * Math.Max(0, level);

    private static PlainChain Plain(Pausing pausing, int days) => new(pausing, [6.49m, 5.53m, 10.69m], [1, days, 2]);

    private static (decimal[] Demand, bool[] Disrupted, StageState[][] Periods, decimal[] Cost) Published() =>
        PublishedChain.Read(DataFolder.Find("inventory_disruption/expected_OP.csv"));
}
