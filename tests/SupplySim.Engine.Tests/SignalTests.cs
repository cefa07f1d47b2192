namespace SupplySim.Engine.Tests;

public class SignalTests
{
    private readonly Story _story = new();
    private readonly Signal _signal;

    public SignalTests() => _signal = new Signal(_story.Simulation);

    [Fact]
    public void A_firing_wakes_all_who_wait_in_order_and_nobody_who_comes_later()
    {
        _story.Simulation.Start(Listen("a"));
        _story.Simulation.Start(Listen("b"));
        _story.At(2, _signal.Fire);
        _story.At(2, () => _story.Simulation.Start(Listen("late")));
        _story.Tell().Should().Equal("2 a True", "2 b True");
        _signal.WaitingCount.Should().Be(1);
    }

    [Fact]
    public void A_wait_with_a_timeout_says_whether_the_signal_came()
    {
        _story.Simulation.Start(Listen("short", 1));
        _story.Simulation.Start(Listen("long", 5));
        _story.At(2, _signal.Fire);
        _story.Tell().Should().Equal("1 short False", "2 long True");
        _signal.WaitingCount.Should().Be(0);
    }

    [Theory]
    [InlineData(0, "2 a True")]
    [InlineData(255, "2 a False")]
    public void If_both_fall_on_one_instant_the_first_event_decides(byte priority, string expected)
    {
        _story.Simulation.Start(Listen("a", 2));
        _story.At(2, _signal.Fire, priority);
        _story.Tell().Should().Equal(expected);
    }

    [Fact]
    public void A_signal_remembers_nothing()
    {
        _signal.Fire();
        _story.Simulation.Start(Listen("a", 3));
        _story.Tell().Should().Equal("3 a False");
    }

    [Fact]
    public void A_negative_timeout_is_refused()
    {
        var waiting = () => _signal.Wait(TimeSpan.FromSeconds(-1));
        waiting.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_rank_of_a_timeout_is_not_the_rank_of_the_firing()
    {
        _story.Simulation.Start(Listen("late rank", 9, 255));
        _story.Simulation.Start(Listen("none"));
        _story.Simulation.Start(Listen("early rank", 9, 0));
        _story.At(1, _signal.Fire);
        _story.Tell().Should().Equal("1 late rank True", "1 none True", "1 early rank True");
    }

    private async Process Listen(string name, double? timeout = null, byte priority = 128)
    {
        var heard = timeout is { } hours ? await _signal.Wait(TimeSpan.FromHours(hours), new Priority(priority)) : await _signal.Wait();
        _story.Log($"{name} {heard}");
    }
}
