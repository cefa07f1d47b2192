namespace SupplySim.Engine.Tests;

public class TimeWeightedTests
{
    private readonly Story _story = new();

    [Fact]
    public void Its_integral_is_value_times_time()
    {
        var stock = new TimeWeighted(_story.Simulation, 10);
        _story.At(2, () => stock.Value = 4);
        _story.At(5, () => stock.Value += 3);
        _story.At(5, () => stock.Value -= 9, priority: 1);
        _story.Tell(10);
        stock.Value.Should().Be(-2);
        stock.Integral.Should().Be(new TimeIntegral((20 + 12 - 10) * (Int128)TimeSpan.TicksPerHour, 10 * TimeSpan.TicksPerHour, -2, 10));
        stock.Integral.Mean.Should().Be(2.2);
    }

    [Fact]
    public void A_value_that_lasts_no_time_still_counts_among_the_extremes()
    {
        var queue = new TimeWeighted(_story.Simulation);
        _story.At(1, () =>
        {
            queue.Value = 7;
            queue.Value = 0;
        });
        _story.Tell(2);
        queue.Integral.Should().Be(new TimeIntegral(0, 2 * TimeSpan.TicksPerHour, 0, 7));
    }

    [Fact]
    public void After_a_warm_up_it_begins_with_what_it_is()
    {
        var queue = new TimeWeighted(_story.Simulation);
        _story.At(1, () => queue.Value = 7);
        _story.At(2, () => queue.Value = 3);
        _story.At(4, queue.Reset);
        _story.Tell(6);
        queue.Integral.Should().Be(new TimeIntegral(6 * (Int128)TimeSpan.TicksPerHour, 2 * TimeSpan.TicksPerHour, 3, 3));
    }

    [Fact]
    public void The_greatest_value_over_the_longest_run_is_held_exactly()
    {
        var simulation = new Simulation(1, 0);
        var extreme = new TimeWeighted(simulation, long.MinValue);
        simulation.RunUntil(SimTime.Latest);
        extreme.Integral.ValueTicks.Should().Be((Int128)long.MinValue * SimTime.Latest.Ticks);
        extreme.Integral.Mean.Should().Be(long.MinValue);
    }

    [Fact]
    public void However_times_are_put_together_the_same_bits_come_out()
    {
        var parts = Enumerable.Range(1, 7).Select(i => new TimeIntegral(i * (Int128)long.MaxValue, i * 13, -i, i * i)).ToArray();
        var forwards = parts.Aggregate(default(TimeIntegral), (sum, part) => sum + part);
        var backwards = parts.Reverse().Aggregate((sum, part) => sum + part);
        var nested = parts[0] + parts[1] + (parts[2] + (parts[3] + parts[4])) + (parts[5] + parts[6] + default(TimeIntegral));
        forwards.Should().Be(backwards).And.Be(nested);
        forwards.Should().Be(new TimeIntegral(28 * (Int128)long.MaxValue, 28 * 13, -7, 49));
        double.IsNaN(default(TimeIntegral).Mean).Should().BeTrue();
    }

    [Fact]
    public void A_time_of_no_length_adds_its_extremes_and_the_default_value_adds_nothing()
    {
        var simulation = new Simulation(seed: 1, replication: 0);
        var queue = new TimeWeighted(simulation) { Value = 100 };
        queue.Value = 1;
        var (instant, later) = (queue.Integral, new TimeIntegral(50, 10, 5, 5));
        (instant + later).Should().Be(new TimeIntegral(50, 10, 0, 100)).And.Be(later + instant);
        (instant + default(TimeIntegral)).Should().Be(instant).And.Be(default(TimeIntegral) + instant);
        default(TimeIntegral).Should().Be(new TimeIntegral(0, 0, long.MaxValue, long.MinValue));
    }
}
