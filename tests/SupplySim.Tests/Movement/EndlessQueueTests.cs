using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>A queue of which the waiting is more than 64 bits of ticks hold.</summary>
public sealed class EndlessQueueTests
{
    // One every 4.32 s, n of them, before a bridge that is shut for good: n (n - 1) / 2 times 4.32 s, 16 million vehicle-days.
    [Fact]
    public void What_half_a_million_wait_for_a_month_is_counted()
    {
        const double Each = 4.32, Days = 40, Most = 29_227 * 365.25; // [s], [d], and the longest time that there is [d]
        var strangers = new Fleet("traders")
        {
            Traffic = "commercial", Through = "bridge", Arrivals = new Arrivals(Rate.PerDay(Quantity.Pieces(20_000)), IsRandom: false),
        };
        var scenario = Road().Plus(strangers).With(Closed("bridge", "0:00", "2000:00")).Until("960:00") with
        {
            SupplyLines = [],
            Measures = [new Measure("waited") { Of = "bridge", Is = MeasureKind.WaitingByCause }],
        };
        var run = Replication.Run(new CompiledScenario(scenario), 1, 0);
        var n = Days * 86_400 / Each;
        var waited = n * (n - 1) / 2 * Each / 86_400;
        waited.Should().BeGreaterThan(Most * 1.4);
        run["waited", "bridge"].Should().BeApproximately(waited, waited * 1e-9);
    }
}
