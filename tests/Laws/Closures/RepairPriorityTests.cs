using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Laws.Inventory;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws.Closures;

/// <summary>Damage that waits for one crew, urgent before ordinary (V6): non-preemptive priority, where the model has it.</summary>
/// <remarks>
/// Two roads are damaged at random, anew whether or not they are mended (<c>chance</c>), and one crew mends damage by damage for an hour in
/// the mean. Damage of a class waits W_i = W0 / ((1 - s_(i-1)) (1 - s_i)) for the crew (Cobham), with W0
/// the sum of rate x second moment / 2 and s_i the load up to that class. By Little's law rate x (W_i + 1) of it stand at once, counted
/// from when each begins and ends.
/// </remarks>
public class RepairPriorityTests
{
    private const int Runs = 40;
    private const double Urgent = 0.3;
    private const double Ordinary = 0.4;
    private const double Residual = (Urgent + Ordinary) * 2 / 2;
    private const double UrgentWait = Residual / (1 - Urgent);
    private const double OrdinaryWait = Residual / ((1 - Urgent) * (1 - Urgent - Ordinary));

    [Fact]
    public void Damage_waits_for_the_crew_as_long_as_it_should_the_urgent_and_the_other()
    {
        UrgentWait.Should().BeApproximately(1.0000, 1e-4);
        OrdinaryWait.Should().BeApproximately(3.3333, 1e-4);
        var hours = Estimated.Size(300_000, 4_000);
        Estimated.ShouldBe(WaitsIn(hours, road: 0, Urgent, ordinary: 5), UrgentWait, 0.03, "the wait of the urgent");
        Estimated.ShouldBe(WaitsIn(hours, road: 1, Ordinary, ordinary: 5), OrdinaryWait, 0.04, "the wait of the others");
    }

    /// <summary>The same damage in one class: all wait as in an M/M/1 queue, load / (1 - load), whatever road they are on.</summary>
    [Fact]
    public void Of_one_class_both_wait_alike()
    {
        const double load = Urgent + Ordinary, theory = load / (1 - load);
        var hours = Estimated.Size(300_000, 4_000);
        Estimated.ShouldBe(WaitsIn(hours, road: 0, Urgent, ordinary: 1), theory, 0.04, "the wait on the first road");
        Estimated.ShouldBe(WaitsIn(hours, road: 1, Ordinary, ordinary: 1), theory, 0.04, "the wait on the second road");
    }

    // [h] By run: the mean wait of a road's damage for the crew, from how many damages stood in the mean.
    private static double[] WaitsIn(int hours, int road, double rate, int ordinary)
    {
        var length = TimeSpan.FromHours(hours);
        var compiled = new CompiledScenario(Damaged(length, ordinary));
        return [.. Enumerable.Range(0, Runs).Select(run => Standing(compiled, run, road, length) / rate - 1)];
    }

    private static double Standing(CompiledScenario compiled, int run, int road, TimeSpan length)
    {
        var (standing, ticks, since) = (0L, 0.0, 0L);
        Replication.Run(compiled, 6, run, watch: (world, _) => world.Recorded += (kind, route, _) =>
        {
            if (route != -1 - road || kind is not (Outcome.Closed or Outcome.Opened)) return;
            Count(world.Now.Ticks);
            standing += kind == Outcome.Closed ? 1 : -1;
        });
        Count(length.Ticks);
        return ticks / length.Ticks;

        void Count(long now) => (ticks, since) = (ticks + standing * (double)(now - since), now);
    }

    private static Scenario Damaged(TimeSpan length, int ordinary) => new()
    {
        Title = "Two roads and a crew",
        Clock = new Clock { Length = length },
        Places = [new Town("north"), new Town("middle"), new Town("south")],
        Routes = [Road("north", "middle"), Road("middle", "south")],
        Crews = [("engineers", 1)],
        Disruptions = [Damage("bombs", "north - middle", Urgent, 1), Damage("rain", "middle - south", Ordinary, ordinary)],
    };

    private static Route Road(string from, string to) =>
        new(from, to) { Length = Distance.FromKilometres(10), Speed = Speed.FromKilometresPerHour(40) };

    private static Closure Damage(string id, string road, double perHour, int priority) => new(id)
    {
        Close = road, Every = Duration.Exponential(TimeSpan.FromHours(1 / perHour)), Chance = 1,
        Repair = new Repair { By = "engineers", Takes = Duration.Exponential(TimeSpan.FromHours(1)), Priority = priority },
    };
}
