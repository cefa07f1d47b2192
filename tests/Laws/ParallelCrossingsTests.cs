using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws;

/// <summary>Crossings side by side, and more than one of them can pass: whoever reckons with queues uses both.</summary>
public class ParallelCrossingsTests
{
    // Twice what one lets through is asked for. The fastest way fills one; the other is 1 km longer.
    [Fact]
    public void Two_crossings_pass_nearly_twice_what_one_does()
    {
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var (fastest, soonest) = (Passed(seed, new Fastest(), TimeSpan.Zero), Passed(seed, new Soonest(), TimeSpan.Zero));
            fastest[1].Should().Be(0);
            (soonest.Sum() / (double)fastest.Sum()).Should().BeInRange(1.9, 2.1, "seed {0}", seed);
        }
    }

    // However late the queues are known.
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(24)]
    public void Nothing_less_is_brought_for_knowing_of_queues(int lag)
    {
        for (var seed = 1UL; seed <= 10; seed++)
            Passed(seed, new Soonest(), TimeSpan.FromHours(lag)).Sum().Should()
                .BeGreaterThanOrEqualTo(Passed(seed, new Fastest(), TimeSpan.FromHours(lag)).Sum(), "seed {0}", seed);
    }

    // [vehicles] Laden, over each crossing.
    private static long[] Passed(ulong seed, RoutingPolicy routing, TimeSpan lag)
    {
        var passed = new long[2];
        var scenario = Pair() with { Policies = new Policies { Routing = routing, Reroute = new Reroute { LearnsAfter = lag } } };
        Replication.Run(new CompiledScenario(scenario), seed, 0, look: (_, transport) =>
            passed = [.. transport.Queues.Where(queue => queue is not null)
                .Select(queue => queue!.PassedOf(ulong.MaxValue, onlyLaden: true))]);
        return passed;
    }

    // A lane each, twelve minutes on average there and none back: 120 a day over each, and 240 are sent.
    private static Scenario Pair() => new()
    {
        Title = "Two bridges",
        Clock = new Clock { Length = TimeSpan.FromDays(6) },
        Commodities = [new Commodity("flour") { Unit = QuantityUnit.Gram }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 400, Loading = TimeSpan.FromMinutes(30) },
            Bridge("north"), Bridge("south"),
            new Town("town") { Docks = 400, Unloading = TimeSpan.FromMinutes(30) },
        ],
        Routes = [Leg("depot", "north", 30), Leg("north", "town", 30), Leg("depot", "south", 31), Leg("south", "town", 30)],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 1500, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "town",
            By = "trucks",
            Commodities = ["flour"],
            Send = Rate.PerDay(Quantity.Tonnes(2400)),
            Every = TimeSpan.FromMinutes(6),
        }],
    };

    private static Crossing Bridge(string id) => new(id)
    {
        Lanes = Each<int>.Of(("in", 1), ("out", 400)), Inspection = Duration.Uniform(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(18)),
    };

    private static Route Leg(string from, string to, int kilometres) =>
        new(from, to) { Length = Distance.FromKilometres(kilometres), Speed = Speed.FromKilometresPerHour(60) };
}
