using SupplySim.Benchmarks;
using SupplySim.Benchmarks.Baselines;

namespace SupplySim.Engine.Tests.Published;

/// <summary>What the engine is compared with does the same work: the baselines print the figures that it prints.</summary>
public class BaselineTests
{
    private const double Horizon = 550_000;

    [Theory]
    [InlineData(Subjects.Closures)]
    [InlineData(Subjects.Heap4)]
    public void The_small_supply_model_without_an_engine_has_the_same_figures(string subject)
    {
        var model = new PlainSupplyModel(subject);

        model.RunUntil(TimeSpan.FromHours(50_000).Ticks);
        var eventsBefore = model.Events;
        model.RunUntil(TimeSpan.FromHours(Horizon).Ticks);

        (model.Events - eventsBefore).Should().BeCloseTo(7_303_365, 10); // it stops behind the event that passes the horizon
        Math.Round(model.Deliveries / Horizon, 4).Should().Be(1.5749);
        Math.Round(model.Interrupts / (double)model.Closures, 3).Should().Be(0.424);
        Math.Round(model.Shortage / Horizon, 3).Should().Be(0.253);
    }

    [Theory]
    [InlineData(Subjects.Closures)]
    [InlineData(Subjects.Heap4)]
    public void The_single_server_queue_without_an_engine_has_the_same_mean(string subject)
    {
        var queue = new PlainSingleServer(subject);

        queue.Run(1_100_000);

        Math.Round(queue.MeanWait, 3).Should().Be(4.012);
    }
}
