namespace SupplySim.Engine.Tests;

public class SignalTests
{
    private readonly Story story = new();
    private readonly Signal signal;

    public SignalTests() => signal = new Signal(story.Simulation);

    [Fact]
    public void A_firing_wakes_all_who_wait_in_order_and_nobody_who_comes_later()
    {
        story.Simulation.Start(Listen("a"));
        story.Simulation.Start(Listen("b"));
        story.At(2, signal.Fire);
        story.At(2, () => story.Simulation.Start(Listen("late")));
        story.Tell().Should().Equal("2 a True", "2 b True");
        signal.WaitingCount.Should().Be(1);
    }

    [Fact]
    public void A_wait_with_a_timeout_says_whether_the_signal_came()
    {
        story.Simulation.Start(Listen("short", 1));
        story.Simulation.Start(Listen("long", 5));
        story.At(2, signal.Fire);
        story.Tell().Should().Equal("1 short False", "2 long True");
        signal.WaitingCount.Should().Be(0);
    }

    [Theory]
    [InlineData(0, "2 a True")]
    [InlineData(255, "2 a False")]
    public void If_both_fall_on_one_instant_the_first_event_decides(byte priority, string expected)
    {
        story.Simulation.Start(Listen("a", 2));
        story.At(2, signal.Fire, priority);
        story.Tell().Should().Equal(expected);
    }

    [Fact]
    public void A_signal_remembers_nothing()
    {
        signal.Fire();
        story.Simulation.Start(Listen("a", 3));
        story.Tell().Should().Equal("3 a False");
    }

    [Fact]
    public void A_negative_timeout_is_refused()
    {
        var waiting = () => signal.Wait(TimeSpan.FromSeconds(-1));
        waiting.Should().Throw<ArgumentOutOfRangeException>();
    }

    private async Process Listen(string name, double? timeout = null)
    {
        var heard = timeout is { } hours ? await signal.Wait(TimeSpan.FromHours(hours)) : await signal.Wait();
        story.Log($"{name} {heard}");
    }
}
