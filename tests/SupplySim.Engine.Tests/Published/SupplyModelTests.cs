using SupplySim.Benchmarks;

namespace SupplySim.Engine.Tests.Published;

/// <summary>A small supply model that gave one answer in four engines; the model itself is the one that is benchmarked.</summary>
public class SupplyModelTests
{
    private const double WarmUp = 50_000;
    private const double Horizon = 550_000;

    [Fact]
    public void Every_figure_is_that_of_the_other_engines()
    {
        var model = new SmallSupplyModel();

        model.RunUntil(WarmUp);
        var eventsBefore = model.Events;
        model.RunUntil(Horizon);

        (model.Events - eventsBefore).Should().Be(7_303_365);

        // The printed rates are over the whole run, warm-up included.
        Math.Round(model.Deliveries / Horizon, 4).Should().Be(1.5749);
        Math.Round(model.Interrupts / (double)model.ClosureCount, 3).Should().Be(0.424);
        Math.Round(model.Shortage / Horizon, 3).Should().Be(0.253);
        model.Stock.Should().Be(1608);
    }
}
