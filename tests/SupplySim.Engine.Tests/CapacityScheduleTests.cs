namespace SupplySim.Engine.Tests;

public class CapacityScheduleTests
{
    [Fact]
    public void It_knows_the_capacity_at_any_time()
    {
        var daily = new CapacitySchedule([(TimeSpan.FromHours(6), 2), (TimeSpan.FromHours(18), 1)], TimeSpan.FromHours(24));
        double[] hours = [0, 5.99, 6, 17.99, 18, 24, 30, 42, 4800 + 6];
        hours.Select(hour => daily.At(SimTime.Start + TimeSpan.FromHours(hour))).Should().Equal(1, 1, 2, 2, 1, 1, 2, 1, 2);
        var once = new CapacitySchedule([(TimeSpan.FromHours(6), 2)]);
        hours.Select(hour => once.At(SimTime.Start + TimeSpan.FromHours(hour))).Should().Equal(0, 0, 2, 2, 2, 2, 2, 2, 2);
    }

    [Fact]
    public void It_may_begin_in_the_middle_and_a_change_comes_before_all_else_at_its_instant()
    {
        var story = new Story();
        var daily = new CapacitySchedule([(TimeSpan.FromHours(6), 2), (TimeSpan.FromHours(18), 1)], TimeSpan.FromHours(24));
        story.At(10, () => story.Simulation.Start(daily.Drive(story.Simulation, capacity => story.Log($"{capacity}"))));
        story.At(30, () => story.Log("first of the others"), priority: 1);
        story.Tell(50).Should().Equal("10 2", "18 1", "30 2", "30 first of the others", "42 1");
    }

    [Fact]
    public void Changes_out_of_order_or_beyond_the_period_are_refused()
    {
        FluentActions.Invoking(() => new CapacitySchedule([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CapacitySchedule([(TimeSpan.FromHours(2), 1), (TimeSpan.FromHours(2), 2)])).Should()
            .Throw<ArgumentException>();
        FluentActions.Invoking(() => new CapacitySchedule([(TimeSpan.FromHours(-2), 1)])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CapacitySchedule([(TimeSpan.FromHours(24), 1)], TimeSpan.FromHours(24)))
            .Should().Throw<ArgumentException>().WithMessage("The change at 1.00:00:00 must lie*");
    }

    [Fact]
    public void It_ends_with_time_itself()
    {
        var story = new Story();
        var (day, changes) = (TimeSpan.FromDays(20_000), 0);
        story.Simulation.Start(new CapacitySchedule([(TimeSpan.Zero, 1)], day).Drive(story.Simulation, _ => changes++));
        story.Simulation.Start(
            new CapacitySchedule([(TimeSpan.FromTicks(5), 1)], TimeSpan.MaxValue).Drive(story.Simulation, _ => changes++));
        story.Simulation.RunUntil(SimTime.Latest);
        changes.Should().Be(5 + 2);
        FluentActions.Invoking(() => new CapacitySchedule([(TimeSpan.Zero, -1)])).Should().Throw<ArgumentOutOfRangeException>();
    }
}
