using System.Globalization;

namespace SupplySim.Engine.Tests;

public class SimTimeTests
{
    [Fact]
    public void The_default_is_the_start() => default(SimTime).Should().Be(SimTime.Start).And.Be(SimTime.Day(0));

    [Fact]
    public void Days_are_counted_from_zero() =>
        (SimTime.Day(3) - SimTime.Day(1)).Should().Be(TimeSpan.FromDays(2));

    [Fact]
    public void Never_is_later_than_the_latest_time() => (SimTime.Never > SimTime.Latest).Should().BeTrue();

    [Fact]
    public void Comparisons_agree_with_ticks()
    {
        var early = SimTime.FromTicks(-5);
        var late = SimTime.FromTicks(7);
        new[] { early < late, early <= late, late > early, late >= early }.Should().OnlyContain(holds => holds);
        new[] { late < early, late <= early, early > late, early >= late }.Should().OnlyContain(holds => !holds);
        early.CompareTo(late).Should().BeNegative();
        SimTime.Min(early, late).Should().Be(early);
        SimTime.Max(early, late).Should().Be(late);
    }

    [Theory]
    [InlineData(long.MaxValue - 1, 1)]
    [InlineData(long.MaxValue - 1, 2)]
    [InlineData(long.MaxValue - 5, long.MaxValue)]
    [InlineData(long.MinValue, -1)]
    [InlineData(long.MaxValue, -1)]
    public void Sums_never_wrap_and_never_become_never(long time, long duration)
    {
        var adding = () => SimTime.FromTicks(time) + new TimeSpan(duration);
        adding.Should().Throw<OverflowException>().WithMessage("'*' + '*' is not a simulated time*");
    }

    [Theory]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue - 1, -1)]
    [InlineData(0, long.MinValue)]
    [InlineData(long.MaxValue, 1)]
    public void Differences_never_wrap_and_never_become_never(long time, long duration)
    {
        var subtracting = () => SimTime.FromTicks(time) - new TimeSpan(duration);
        subtracting.Should().Throw<OverflowException>().WithMessage("'*' - '*' is not a simulated time*");
    }

    [Fact]
    public void The_distance_of_far_points_is_refused_and_not_wrapped()
    {
        var measuring = () => SimTime.FromTicks(long.MaxValue - 1) - SimTime.FromTicks(-2);
        measuring.Should().Throw<OverflowException>();
        var fromNever = () => SimTime.Never - SimTime.Start;
        fromNever.Should().Throw<OverflowException>().WithMessage("'never' - *");
    }

    [Fact]
    public void A_day_out_of_range_is_refused_by_its_number()
    {
        var asking = () => SimTime.Day(int.MaxValue);
        asking.Should().Throw<OverflowException>().WithMessage("Day 2147483647 *");
    }

    [Theory]
    [InlineData(0, "day 0 00:00:00")]
    [InlineData(12 * TimeSpan.TicksPerDay + TimeSpan.TicksPerHour * 3 + TimeSpan.TicksPerMillisecond * 50, "day 12 03:00:00.05")]
    [InlineData(-TimeSpan.TicksPerHour, "-01:00:00 before the start")]
    [InlineData(long.MaxValue, "never")]
    public void It_prints_as_a_day_and_a_clock_in_every_culture(long ticks, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            SimTime.FromTicks(ticks).ToString().Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
